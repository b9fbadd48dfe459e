"""The job that saves a stack as a virtual raster, which is imagery everywhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...errors import BadInputError
from ...events import Events
from ...files.whole_file import check_writable
from ...geodata.stack import Stack
from ...preparation.base.stack_vrt import write_stack_vrt
from ...preparation.jobs import SaveStackJob

SUFFIX = ".vrt"


def save_stack(job: SaveStackJob, events: Events) -> dict[str, Any]:
    """Save a stack.

    Returns:
        out, and bands (the name, role and layer of each).

    Raises:
        BadInputError: For rasters that don't go together, a name that is no VRT's, or one of the rasters themselves.
    """
    if Path(job.out).suffix.lower() != SUFFIX:
        raise BadInputError(
            "A stack is saved as a virtual raster: give a name that ends with {suffix}, not “{name}”.",
            suffix=SUFFIX,
            name=Path(job.out).name,
        )
    check_writable(job.out)
    with Stack(job.images, job.bands, job.sources) as stack:
        for warning in stack.warnings:
            events.warning(warning)
        write_stack_vrt(stack, Path(job.out))
        facts = {
            place: {"name": stack.bands[place].name, "role": part.settings.role, "layer": part.layer}
            for part in stack.sources
            for place in part.places
        }
    return {"out": job.out, "bands": [facts[place] for place in sorted(facts)]}
