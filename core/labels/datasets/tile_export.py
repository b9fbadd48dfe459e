"""A data set of tiles: images and masks in folders for training, validation and test, as other programs read them.

What is exported, left out and reported follows Zhao et al. 2024 (National Remote Sensing Bulletin 28(9), 2293–2305).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.errors import NotGeoreferencedWarning
from scipy import ndimage

from ...errors import BadInputError
from ...events import Events
from ...files.whole_file import write_text
from ...geodata.grid import Grid, Window
from ...geodata.stack import Stack
from ...geodata.written import new_raster
from ..burner import Burner
from ..legend import BACKGROUND, Legend
from .tile_export_settings import TileSettings

PARTS = ("train", "valid", "test")
_PNG_BANDS = 3
_LOOKED_AT = 50


@dataclass(frozen=True)
class ExportedTile:
    """A tile that was written: its name, part, place, pixels by class (C,), and whether it is hard."""

    name: str
    part: str
    window: Window
    counts: np.ndarray
    hard: bool


def export_tiles(
    stack: Stack, labels: Path, legend: Legend, settings: TileSettings, folder: Path, seed: int, excluded: np.ndarray,
    events: Events,
) -> list[ExportedTile]:  # fmt: skip
    """Write the tiles of a stack and its label raster into a folder.

    Args:
        stack: The imagery.
        labels: Its label raster.
        legend: The classes.
        settings: Size, format and choice of tiles.
        folder: Takes `train`, `valid` and `test` with `images`, `masks` and `labels` each, and the lists.
        seed: The same seed gives every tile the same part.
        excluded: (N,) shapes in pixels; tiles that touch one are left out (clouds, distortion).
        events: Told how far it is.

    Raises:
        BadInputError: When no tile is left, or PNG can't hold the bands.
    """
    if settings.image_format == "png" and len(stack.names) not in (1, _PNG_BANDS):
        raise BadInputError(
            "PNG holds one or three bands, not {stack_name_count}. Choose the bands, or GeoTIFF.",
            stack_name_count=len(stack.names),
        )
    chosen = _chosen(stack, labels, settings, excluded, len(legend), events)
    if not chosen:
        raise BadInputError("No tile is left. Choose smaller tiles, fewer labels, or more pixels without data.")
    parts = _parts(len(chosen), settings, seed)
    written = []
    ends = _value_range(stack, chosen) if settings.image_format == "png" else None
    annotations: dict[str, list[dict[str, Any]]] = {}
    with rasterio.open(labels) as truth:
        for number, ((window, counts), part) in enumerate(zip(chosen, parts)):
            events.progress(0.3 + 0.6 * number / len(chosen), "Writing tiles")
            foreground = [count for entry, count in zip(legend.classes, counts) if entry.name != BACKGROUND and count]
            hard = any(count < settings.hard_share * window.height * window.width for count in foreground)
            tile = ExportedTile(f"r{window.row:06d}_c{window.col:06d}", part, window, counts, hard)
            image, valid = stack.read(window)
            mask = np.where(valid, truth.read(1, window=window.rasterio()), 0)
            _write_tile(image, valid, mask, tile, folder / part, ends, settings.image_format, stack)
            if settings.yolo:
                _write_yolo(mask, legend, folder / part / "labels" / f"{tile.name}.txt")
            if settings.coco:
                annotations[tile.name] = _annotations(mask, legend)
            written.append(tile)
    if settings.coco:
        _write_coco(annotations, written, legend, settings, folder)
    _write_lists(written, legend, stack.grid, folder)
    return written


def objects(mask: np.ndarray, value: int) -> list[tuple[int, int, int, int, int]]:
    """Give every connected object of a class in a mask (H, W): first row, first column, height, width, pixels."""
    numbered, count = ndimage.label(mask == value, structure=np.ones((3, 3)))
    boxes = ndimage.find_objects(numbered)
    sizes = np.bincount(numbered.ravel(), minlength=count + 1)[1:]
    return [
        (rows.start, cols.start, rows.stop - rows.start, cols.stop - cols.start, int(size))
        for (rows, cols), size in zip(boxes, sizes)
    ]


def _chosen(
    stack: Stack, labels: Path, settings: TileSettings, excluded: np.ndarray, classes: int, events: Events
) -> list[tuple[Window, np.ndarray]]:
    """Give the windows that are good enough, with their pixels by class (C,) where the imagery has values."""
    grid, side = stack.grid, settings.tile_px
    burner = Burner(excluded, all_touched=True) if len(excluded) else None
    chosen = []
    rows = range(0, grid.height - side + 1, settings.stride_px)
    with rasterio.open(labels) as truth:
        for number, row in enumerate(rows):
            events.progress(0.3 * number / len(rows), "Choosing tiles")
            for col in range(0, grid.width - side + 1, settings.stride_px):
                window = Window(row, col, side, side)
                mask = truth.read(1, window=window.rasterio())
                fewest = max(1.0, settings.least_labelled_share * mask.size)
                if np.count_nonzero(mask) < fewest:
                    continue
                if burner is not None and burner.inside(window).any():
                    continue
                _, valid = stack.read(window)
                mask[~valid] = 0
                is_empty = np.count_nonzero(~valid) > settings.most_empty_share * mask.size
                if not is_empty and np.count_nonzero(mask) >= fewest:
                    chosen.append((window, np.bincount(mask.ravel(), minlength=classes + 1)[1:]))
    return chosen


def _parts(count: int, settings: TileSettings, seed: int) -> list[str]:
    """Give every tile its part: so many of each as the shares say, at least one where a share isn't 0."""
    held = [round(share * count) or int(share > 0) for share in (settings.validation_share, settings.test_share)]
    if sum(held) >= count:
        raise BadInputError(
            "{count} tiles are too few to hold some back. Choose smaller tiles, or smaller shares.", count=count
        )
    names = np.array(["valid"] * held[0] + ["test"] * held[1] + ["train"] * (count - sum(held)))
    return [str(name) for name in names[np.random.default_rng(seed).permutation(count)]]


def _value_range(stack: Stack, chosen: Sequence[tuple[Window, np.ndarray]]) -> tuple[np.ndarray, np.ndarray] | None:
    """Give the 2nd and 98th percentile of every band (B, 1, 1) over some tiles; None where values are bytes already."""
    if stack.data_type == "uint8":
        return None
    read = [stack.read(window) for window, _ in chosen[:: max(1, len(chosen) // _LOOKED_AT)]]
    values = np.concatenate([image[:, valid] for image, valid in read], axis=1)
    low, high = np.percentile(values, (2, 98), axis=1)
    return low[:, None, None], high[:, None, None]


def _write_tile(
    values: np.ndarray, valid: np.ndarray, mask: np.ndarray, tile: ExportedTile, folder: Path,
    ends: tuple[np.ndarray, np.ndarray] | None, image_format: str, stack: Stack,
) -> None:  # fmt: skip
    if ends is not None:
        values = np.clip((values - ends[0]) / np.maximum(ends[1] - ends[0], 1e-12) * 255, 0, 255)
    values = np.where(valid, values, 0).astype("uint8" if image_format == "png" else stack.data_type)
    grid = stack.grid.part(tile.window)
    for kind, bands, names in (("images", values, stack.names), ("masks", mask[None], ("class",))):
        path = folder / kind / f"{tile.name}.{image_format}"
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_bands(path, bands, valid if kind == "images" else None, grid, names)


def _write_bands(path: Path, bands: np.ndarray, valid: np.ndarray | None, grid: Grid, names: Sequence[str]) -> None:
    """Write a tile; a GeoTIFF with a mask where some of it isn't valid, which a PNG has no room for."""
    import warnings

    profile: dict[str, Any] = {
        "driver": "PNG" if path.suffix == ".png" else "GTiff", "height": grid.height, "width": grid.width,
        "count": len(bands), "dtype": bands.dtype.name,
    }  # fmt: skip
    if path.suffix != ".png":
        profile.update(crs=grid.crs, transform=grid.transform, compress="deflate")
    with warnings.catch_warnings(), rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with new_raster(path, **profile) as dataset:
            dataset.write(bands)
            if path.suffix != ".png":
                dataset.descriptions = tuple(names)
                if valid is not None and not valid.all():
                    dataset.write_mask(valid)


def _write_yolo(mask: np.ndarray, legend: Legend, path: Path) -> None:
    """Write “class x y width height” of every object but background: centre and size as shares, classes from 0."""
    height, width = mask.shape
    lines = [
        f"{index} {(col + w / 2) / width:.6f} {(row + h / 2) / height:.6f} {w / width:.6f} {h / height:.6f}"
        for index, entry in enumerate(_foreground(legend))
        for row, col, h, w, _ in objects(mask, entry.id)
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, "".join(f"{line}\n" for line in lines))


def _annotations(mask: np.ndarray, legend: Legend) -> list[dict[str, Any]]:
    """Give every object but background as COCO does, without numbers yet."""
    return [
        {"category_id": entry.id, "bbox": [col, row, w, h], "area": pixels, "iscrowd": 0}
        for entry in _foreground(legend)
        for row, col, h, w, pixels in objects(mask, entry.id)
    ]


def _write_coco(
    annotations: Mapping[str, list[dict[str, Any]]], tiles: Sequence[ExportedTile], legend: Legend,
    settings: TileSettings, folder: Path,
) -> None:  # fmt: skip
    """Write a list of objects for each part, of what each tile's name has."""
    categories = [{"id": entry.id, "name": entry.name} for entry in _foreground(legend)]
    for part in PARTS:
        of_part = list(enumerate((tile for tile in tiles if tile.part == part), start=1))
        images = [
            {"id": number, "file_name": f"{tile.name}.{settings.image_format}", "width": tile.window.width,
             "height": tile.window.height}
            for number, tile in of_part
        ]  # fmt: skip
        listed = [{"image_id": number, **entry} for number, tile in of_part for entry in annotations[tile.name]]
        numbered = [{"id": number, **entry} for number, entry in enumerate(listed, start=1)]
        if of_part:
            report = {"images": images, "annotations": numbered, "categories": categories}
            write_text(folder / part / "annotations.json", json.dumps(report))


def _write_lists(tiles: Sequence[ExportedTile], legend: Legend, grid: Grid, folder: Path) -> None:
    """Write the classes, every tile with its pixels, the hard ones, and each class's area and share."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["part", "tile", "row", "column", "hard", *(f"pixels {name}" for name in legend.names)])
    for tile in tiles:
        position = tile.window.row, tile.window.col
        writer.writerow([tile.part, tile.name, *position, int(tile.hard), *tile.counts.tolist()])
    write_text(folder / "tiles.csv", text.getvalue())
    write_text(folder / "hard.txt", "".join(f"{tile.part}/{tile.name}\n" for tile in tiles if tile.hard))
    write_text(folder / "yolo_classes.txt", "".join(f"{entry.name}\n" for entry in _foreground(legend)))
    write_text(folder / "classes.json", json.dumps(class_report(tiles, legend, grid), indent=1, ensure_ascii=False))


def class_report(tiles: Sequence[ExportedTile], legend: Legend, grid: Grid) -> list[dict[str, Any]]:
    """Give each class with its pixels, area in m² and share of the labelled pixels, over all tiles."""
    counts = np.sum([tile.counts for tile in tiles], axis=0)
    total = max(1, int(counts.sum()))
    return [
        {**entry, "pixels": int(count), "area_m2": float(count) * grid.pixel_area_m2, "share": float(count) / total}
        for entry, count in zip(legend.to_dicts(), counts)
    ]


def _foreground(legend: Legend) -> list[Any]:
    return [entry for entry in legend.classes if entry.name != BACKGROUND]
