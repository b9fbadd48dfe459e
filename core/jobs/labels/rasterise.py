"""The rasterising job: from class polygons to a label raster."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...events import Events
from ...files.whole_file import check_writable
from ...geodata.scene import Scene
from ...geodata.stack import Stack
from ...labels.jobs import RasteriseJob
from ...labels.legend import Legend
from ...labels.names.spelling import alike_warnings
from ...labels.sources.label_raster import LabelRaster, legend_of
from ...labels.sources.label_raster import rasterise as write_labels


def rasterise(job: RasteriseJob, events: Events) -> dict[str, Any]:
    """Write a scene's labels as a raster: 0 unlabelled, else the class's id.

    Returns:
        out, classes (the legend), counts (polygons, pixels and m² by class).

    Raises:
        BadInputError: For labels that can't be used, that miss the imagery, or that hold no pixel.
    """
    check_writable(job.out)
    events.progress(0.0, "Reading the labels")
    legend, labels = write(job.scene, Path(job.out), job.all_touched, events)
    return {
        "out": job.out,
        "classes": legend.to_dicts(),
        "counts": {name: count._asdict() for name, count in labels.counts.items()},
    }


def write(scene: Scene, out: Path, all_touched: bool, events: Events, share: float = 1.0) -> tuple[Legend, LabelRaster]:
    """Write a scene's label raster by its own legend, and tell what is odd; it is a share of the whole job."""
    legend = legend_of([scene], least=1)
    with Stack(scene.images[:1]) as imagery:
        grid = imagery.grid

    def tell(done: float) -> None:
        events.progress(share * (0.1 + 0.9 * done), "Rasterising the labels")

    labels = write_labels(scene, grid, legend, out, all_touched, tell)
    for warning in (*labels.warnings, *alike_warnings(legend.names)):
        events.warning(warning)
    return legend, labels
