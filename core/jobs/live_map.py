"""The live map's job: a warm worker keeps the imagery's features, so that it takes less than a second."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Optional

from ..events import PROGRESS, Events
from ..geodata.grid import Grid
from ..geodata.scene import Scene
from ..geodata.written import new_raster
from ..live.jobs import LiveMapJob
from ..live.sketcher import Sketch, Sketcher

_APART_S = 0.4
"""Time between two states of a map that are shown."""


class _Kept:
    """The sketcher of the newest imagery; a warm process does one job after another."""

    sketcher: Optional[Sketcher] = None
    key: Any = None


def live_map(job: LiveMapJob, events: Events) -> dict[str, Any]:
    """Sketch the map of a view.

    What is done of it is written every now and then to a file of its own, told by progress events with `partial`.

    Returns:
        out (bands: class ids, and how unsure they are, 1 sure … 255 unsure; 0 where nothing is mapped), classes,
        learned_from (labelled pixels by class), seconds, notes.

    Raises:
        BadInputError: When the view misses the imagery or shows too much of it, or there is too little to learn from.
        CancelledError: When the job was told to stop.
    """
    started = shown = time.monotonic()
    sketcher = _sketcher(job.scene)
    sketch: Optional[Sketch] = None
    for number, sketch in enumerate(sketcher.draw(job.scene, job.view, job.pixel, events.check_cancelled)):
        if sketch.done < 1.0 and time.monotonic() - shown > _APART_S:
            partial = _write(sketch, sketcher.reduced.grid, Path(job.out).with_suffix(f".{number}.tif"))
            text = "Mapping the view"
            events.send(PROGRESS, fraction=sketch.done, text=text, seconds_left=None, **_told(sketch, partial=partial))
            shown = time.monotonic()
    if sketch is None:  # pragma: no cover  (a window of the grid always has tiles)
        raise AssertionError
    out = _write(sketch, sketcher.reduced.grid, Path(job.out))
    return {**_told(sketch, out=out), "learned_from": sketch.learned_from, "notes": list(sketch.notes),
            "seconds": time.monotonic() - started}  # fmt: skip


def _sketcher(scene: Scene) -> Sketcher:
    """Give the sketcher of a scene's imagery, kept as long as its files don't change."""
    changed = [Path(image).stat().st_mtime_ns if Path(image).exists() else 0 for image in scene.images]
    key = scene.images, scene.bands, scene.sources, changed
    if _Kept.sketcher is None or _Kept.key != key:
        if _Kept.sketcher is not None:
            _Kept.sketcher.close()
        _Kept.sketcher, _Kept.key = None, None
        _Kept.sketcher, _Kept.key = Sketcher(scene.images, scene.bands, scene.sources), key
    return _Kept.sketcher


def _told(sketch: Sketch, **files: str) -> dict[str, Any]:
    return {**files, "done": sketch.done, "classes": sketch.legend.to_dicts()}


def _write(sketch: Sketch, grid: Grid, path: Path) -> str:
    """Write a sketch as it is now: not packed, for speed."""
    window = sketch.window
    profile = {
        "driver": "GTiff", "count": 2, "dtype": "uint8", "nodata": 0, "height": window.height, "width": window.width,
        "crs": grid.crs, "transform": grid.transform @ grid.transform.translation(window.col, window.row),
    }  # fmt: skip
    with new_raster(path, **profile) as dataset:
        dataset.write(sketch.classes, 1)
        dataset.write(sketch.unsure, 2)
    return str(path)
