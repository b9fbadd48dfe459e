"""The export job: imagery and labels as a data set of tiles for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from ...errors import BadInputError
from ...events import Events
from ...files.unfinished import temporary_folder
from ...files.whole_file import check_writable, put_folder_in_place
from ...geodata.stack import Stack
from ...labels.datasets.jobs import ExportTilesJob
from ...labels.datasets.tile_export import PARTS, class_report
from ...labels.datasets.tile_export import export_tiles as write_tiles
from ...labels.label_layer import read_area
from ..labels.rasterise import write


def export_tiles(job: ExportTilesJob, events: Events) -> dict[str, Any]:
    """Write a data set of tiles; the folder appears when all is done, whole.

    Returns:
        folder, tiles (number by part), hard (how many are listed as hard), classes (pixels, area_m2 and share of each).

    Raises:
        BadInputError: For labels that can't be used, a folder that isn't empty, or when no tile is left.
    """
    folder = Path(job.folder)
    check_writable(folder.with_name(f"{folder.name}.txt"))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadInputError("The folder “{folder}” isn't empty. Choose a new one for the tiles.", folder=folder)
    with temporary_folder(folder) as work:
        labels, tiles_folder = work / "labels.tif", work / "tiles"
        tiles_folder.mkdir()
        legend, _ = write(job.scene, labels, False, events, 0.0)
        with Stack(job.scene.images, job.scene.bands, job.scene.sources) as stack:
            shapes = np.zeros(0, dtype=object)
            if job.excluded:
                shapes, _ = read_area(job.excluded, job.excluded_layer, stack.grid)
            tiles = write_tiles(stack, labels, legend, job.settings, tiles_folder, job.seed, shapes, events)
            report = class_report(tiles, legend, stack.grid)
        if job.settings.stride_px < job.settings.tile_px and len({tile.part for tile in tiles}) > 1:
            events.warning("Tiles overlap, so training tiles share pixels with those held back: measures flatter.")
        events.progress(0.95, "Putting the tiles in place")
        put_folder_in_place(tiles_folder, folder)
    return {
        "folder": job.folder,
        "tiles": {part: sum(tile.part == part for tile in tiles) for part in PARTS},
        "hard": sum(tile.hard for tile in tiles),
        "classes": report,
    }
