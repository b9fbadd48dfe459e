"""The job that compares two maps: a raster of what changed, with counts by pair of classes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ...comparison.changes import write_changes
from ...comparison.jobs import ChangesJob
from ...events import Events
from ...geodata.block_cache import blocks_read_once


def changes(job: ChangesJob, events: Events) -> dict[str, Any]:
    """Write where two maps differ.

    Returns:
        out (empty where nothing changed), classes (the raster's kinds of change), changes (before, after, pixels,
        area_m2, most frequent first), changed and pixels.

    Raises:
        BadInputError: For a file that is no prediction, maps without a class in common, or of different places.
    """
    with blocks_read_once(job.before, job.after):
        written = write_changes(job.before, job.after, job.out, events)
    if written is None:
        return {"out": "", "classes": [], "changes": [], "changed": 0, "pixels": 0}
    return {
        "out": job.out,
        "classes": written.legend.to_dicts(),
        "changes": [asdict(kind) for kind in written.kinds],
        "changed": written.changed,
        "pixels": written.pixels,
    }
