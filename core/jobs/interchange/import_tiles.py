"""The import job: a data set of tiles from elsewhere as imagery with labels, to train on."""

from __future__ import annotations

import json
import math
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import rasterio
from affine import Affine
from rasterio.enums import MaskFlags
from rasterio.errors import NotGeoreferencedWarning, RasterioError

from ...errors import BadInputError
from ...events import Events
from ...files.unfinished import temporary_folder
from ...files.whole_file import check_writable, put_folder_in_place, write_text
from ...geodata.grid import Grid, Window
from ...geodata.mosaic import make_mosaic
from ...geodata.raster_file import open_raster
from ...geodata.scene import Scene
from ...geodata.written import new_raster
from ...labels.class_raster import class_raster
from ...labels.datasets.jobs import ImportTilesJob
from ...labels.datasets.tile_export import PARTS
from ...labels.datasets.tile_labels import TileLabels, find_labels, image_files
from ...parameters import to_dict

_ALIASES = {"train": ("train", "training"), "valid": ("valid", "val", "validation"), "test": ("test", "testing")}
_GAP_PX = 32
_PLACE = "EPSG:3857"
"""The coordinate system of tiles that have no place: they are laid side by side from its origin."""


def import_tiles(job: ImportTilesJob, events: Events) -> dict[str, Any]:
    """Read a data set of tiles: for every part a mosaic of its images and a label raster, and a list of scenes.

    Tiles keep their place; those without one are laid side by side. The mosaics refer to the tiles where they are.

    Returns:
        folder, scenes (the list's file, with the parts to train on), parts (imagery, labels and number of tiles of
        each), classes.

    Raises:
        BadInputError: For a folder without tiles or labels, tiles that don't fit each other, or a target not empty.
    """
    source, target = Path(job.folder).absolute(), Path(job.out).absolute()
    check_writable(target.with_name(f"{target.name}.txt"))
    if not source.is_dir():
        raise BadInputError("There is no folder “{source}”. Choose the data set's folder.", source=source)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise BadInputError("The folder “{target}” isn't empty. Choose a new one for the labels.", target=target)
    parts = _parts(source)
    with temporary_folder(target) as work:
        labels_folder = work / "labels"
        labels_folder.mkdir()
        report: dict[str, dict[str, Any]] = {}
        classes: list[dict[str, Any]] = []
        for number, (part, folder) in enumerate(parts.items()):
            events.progress(number / len(parts), "Reading {part}", part=part)
            labels = find_labels(folder, source, job.classes, job.kind)
            for warning in labels.warnings:
                events.warning(warning)
            count = _write_part(part, image_files(folder), labels, labels_folder, job.pixel_size_m, events)
            _point_to(labels_folder / f"{part}.vrt", labels_folder, target)
            imagery, raster = (str(target / f"{part}{ending}") for ending in (".vrt", "_labels.tif"))
            report[part] = {"imagery": imagery, "labels": raster, "tiles": count}
            classes = labels.legend.to_dicts()
        scenes = [Scene((part["imagery"],), part["labels"]) for name, part in report.items() if name != "test"]
        write_text(labels_folder / "scenes.json", json.dumps([to_dict(scene) for scene in scenes], indent=1))
        put_folder_in_place(labels_folder, target)
    return {"folder": str(target), "scenes": str(target / "scenes.json"), "parts": report, "classes": classes}


def _parts(source: Path) -> dict[str, Path]:
    """Find the folders of training, validation and test; a folder without them is all training."""
    folders = {part: source / name for part in PARTS for name in _ALIASES[part] if (source / name).is_dir()}
    folders = {part: folder for part, folder in folders.items() if image_files(folder)}
    if not folders and image_files(source):
        folders = {PARTS[0]: source}
    if not folders:
        raise BadInputError(
            "“{source}” holds no images, neither in train, valid and test nor in itself.", source=source
        )
    return folders


def _write_part(
    part: str, images: Sequence[Path], labels: TileLabels, folder: Path, pixel_size_m: float, events: Events
) -> int:
    """Write a part's mosaic and label raster; give the number of its tiles."""
    labelled = [image for image in images if labels.read(image, _shape(image)) is not None]
    if len(labelled) < len(images):
        events.warning(
            "{image_count} images of {part} have no labels and are left out.",
            image_count=len(images) - len(labelled),
            part=part,
        )
    if not labelled:
        raise BadInputError(
            "No image of {part} has labels by its name. Check the names of images and labels.", part=part
        )
    placed = [*map(str, labelled)]
    if not all(map(_has_place, labelled)):
        placed = _laid_out(labelled, folder / f"{part}_tiles", pixel_size_m)
    mosaic = folder / f"{part}.vrt"
    make_mosaic(placed, mosaic)
    with open_raster(str(mosaic)) as dataset:
        grid = Grid.of(dataset)
    legend = labels.legend.classes
    names, colours = {e.id: e.name for e in legend}, {e.id: e.colour for e in legend}
    with class_raster(folder / f"{part}_labels.tif", grid, names, colours) as target:
        for image, path in zip(labelled, placed):
            events.check_cancelled()
            window = _window(path, grid)
            ids = labels.read(image, (window.height, window.width))
            if ids is not None:
                target.write(ids, 1, window=window.rasterio())
    return len(labelled)


def _shape(image: Path) -> tuple[int, int]:
    with _opened(image) as dataset:
        return int(dataset.height), int(dataset.width)


def _has_place(image: Path) -> bool:
    with _opened(image) as dataset:
        return dataset.crs is not None


def _opened(image: Path) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            return rasterio.open(image)
    except RasterioError as error:
        raise BadInputError("The tile “{image}” can't be read: {error}.", image=image, error=error) from error


def _laid_out(images: Sequence[Path], folder: Path, pixel_size_m: float) -> list[str]:
    """Copy tiles that have no place to GeoTIFFs side by side, with a gap between them."""
    folder.mkdir()
    pitch = max(max(_shape(image)) for image in images) + _GAP_PX
    across = math.ceil(math.sqrt(len(images)))
    copies = []
    for number, image in enumerate(images):
        row, col = divmod(number, across)
        transform = Affine(pixel_size_m, 0, col * pitch * pixel_size_m, 0, -pixel_size_m, -row * pitch * pixel_size_m)
        with _opened(image) as dataset:
            values, profile = dataset.read(), dataset.profile
            colours, flags = dataset.colorinterp, dataset.mask_flag_enums[0]
            mask = dataset.dataset_mask() if flags == [MaskFlags.per_dataset] else None
        copy = folder / f"{image.stem}.tif"
        copy = folder / f"{image.name}.tif" if copy.exists() else copy
        options = {"driver": "GTiff", "crs": _PLACE, "transform": transform, "compress": "deflate"}
        kept = {key: profile[key] for key in ("count", "dtype", "height", "width", "nodata") if key in profile}
        with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), new_raster(copy, **kept, **options) as written:
            written.write(values)
            written.colorinterp = colours
            if mask is not None:
                written.write_mask(mask)
        copies.append(str(copy))
    return copies


def _window(path: str, grid: Grid) -> Window:
    with open_raster(path) as dataset:
        col, row = (~grid.transform) @ (dataset.transform.c, dataset.transform.f)
        return Window(int(np.round(row)), int(np.round(col)), dataset.height, dataset.width)


def _point_to(mosaic: Path, now: Path, later: Path) -> None:
    """Let a mosaic name its tiles where they are going to be."""
    root = ET.fromstring(mosaic.read_text(encoding="utf-8"))  # noqa: S314 - written just now
    for name in root.iter("SourceFilename"):
        name.text = (name.text or "").replace(str(now.resolve()), str(later))
    write_text(mosaic, ET.tostring(root, encoding="unicode"))
