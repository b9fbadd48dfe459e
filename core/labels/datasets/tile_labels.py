"""The labels of a data set of tiles as other programs write them: masks, COCO objects, or YOLO objects."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, Optional, Protocol, Union

import numpy as np
import rasterio
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.features import rasterize

from ...errors import BadInputError
from ...files.json_text import read_json, shape_told
from ...files.plain_name import plain_name
from ...files.text_file import read_text
from ...geodata.imagery import is_raster_file
from ...geodata.raster_file import alpha_band
from ...message import Message
from ..legend import BACKGROUND, Legend
from .run_length import run_length_mask

MASKS, COCO, YOLO = "masks", "coco", "yolo"
_RASTERS = (".tif", ".tiff", ".png", ".jpg", ".jpeg", ".bmp")
_COCO_FILES = ("annotations.json", "_annotations.coco.json")
_Object = Union[Mapping[str, Any], np.ndarray]
_NAME_FILES = ("yolo_classes.txt", "classes.txt", "obj.names")


class TileLabels(Protocol):
    """The labels of one part of a data set.

    Attributes:
        legend: The classes.
        warnings: What should be known of them.
    """

    legend: Legend
    warnings: list[str]

    def read(self, image: Path, shape: tuple[int, int]) -> Optional[np.ndarray]:
        """Give a tile's class ids (H, W) uint8, 0 unlabelled; None where it has no labels."""
        ...


def image_files(part: Path) -> list[Path]:
    """List a part's images, in its folder `images` or in itself."""
    folder = part / "images" if (part / "images").is_dir() else part
    return sorted(file for file in folder.iterdir() if is_raster_file(file, _RASTERS))


def find_labels(part: Path, root: Path, names: Sequence[str], kind: str) -> TileLabels:
    """Open the labels of a part: masks before COCO before YOLO, unless the kind is given.

    Raises:
        BadInputError: When there are none, or they can't be read.
    """
    coco = next((part / name for name in _COCO_FILES if (part / name).is_file()), None)
    if (part / "masks").is_dir() and kind in ("auto", MASKS):
        return MaskLabels(part / "masks", root, names)
    if coco is not None and kind in ("auto", COCO):
        return CocoLabels(coco)
    if (part / "labels").is_dir() and kind in ("auto", YOLO):
        return YoloLabels(part / "labels", root, names)
    raise BadInputError(
        "“{part}” has no labels: no folder “masks”, no “annotations.json” (COCO), and no folder “labels” (YOLO).",
        part=part,
    )


class MaskLabels:
    """Masks named as the images; with Outcrop's own list of classes 0 is unlabelled, else every value is a class."""

    def __init__(self, folder: Path, root: Path, names: Sequence[str]) -> None:
        """Find the masks and their classes."""
        self.warnings: list[str] = []
        self._files: dict[str, list[Path]] = {}
        for file in sorted(folder.iterdir()):
            if is_raster_file(file, _RASTERS):
                self._files.setdefault(file.stem, []).append(file)
        class_list = root / "classes.json"
        if class_list.is_file() and not names:
            with shape_told(f"“{class_list}”", "a list of classes"):
                self.legend = Legend.from_dicts(read_json(class_list, "a list of classes"))
            values = [entry.id for entry in self.legend.classes]
        else:
            values = _values([*root.glob("masks/*"), *root.glob("*/masks/*")])
            if names and len(names) != len(values):
                raise BadInputError(
                    (
                        "The masks in “{root}” hold {value_count} values ({values}), but {name_count} classes are "
                        "named. Name one for each value, in this order."
                    ),
                    root=root,
                    value_count=len(values),
                    values=", ".join(map(str, values)),
                    name_count=len(names),
                )
            self.legend = Legend.from_names(list(names) or [str(value) for value in values])
        self._ids = np.zeros(256, np.uint8)
        self._ids[values] = [entry.id for entry in self.legend.classes]

    def read(self, image: Path, shape: tuple[int, int]) -> Optional[np.ndarray]:
        """Give a tile's class ids (H, W); None where it has no mask."""
        files = self._files.get(image.stem, self._files.get(image.name, []))
        if not files:
            return None
        file = next((one for one in files if one.suffix.lower() == image.suffix.lower()), files[0])
        values, labelled = _mask(file)
        if values.shape != shape:
            raise BadInputError(
                "The mask “{file}” has {columns}×{rows} px, its image hasn't.",
                file=file,
                columns=values.shape[1],
                rows=values.shape[0],
            )
        return np.where(labelled, self._ids[values], 0).astype(np.uint8)


@dataclass
class CocoLabels:
    """Objects of a COCO file; what none covers is background."""

    file: Path
    warnings: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read the file.

        Raises:
            BadInputError: When it isn't COCO.
        """
        content = read_json(self.file, "a COCO file")
        try:
            categories = sorted(content["categories"], key=lambda entry: int(entry["id"]))
            self.legend = _with_background([str(entry["name"]) for entry in categories])
            ids = {int(entry["id"]): self.legend.id_of(plain_name(str(entry["name"]))) for entry in categories}
            images = {int(entry["id"]): _file_name(str(entry["file_name"])) for entry in content["images"]}
            self._shapes: dict[str, list[tuple[_Object, int]]] = {name: [] for name in images.values()}
            lost = empty = 0
            for entry in content.get("annotations") or []:
                image, category = images.get(int(entry["image_id"])), ids.get(int(entry["category_id"]))
                shape = _coco_shape(entry)
                lost += image is None or category is None
                empty += shape is None
                if image is not None and category is not None and shape is not None:
                    self._shapes[image].append((shape, category))
        except (AttributeError, KeyError, TypeError, ValueError, OverflowError) as error:
            raise BadInputError(
                "“{file}” isn't a COCO file ({kind}: {error}).", file=self.file, kind=type(error).__name__, error=error
            ) from error
        name = self.file.name
        if lost:
            self.warnings.append(
                Message(
                    "{count} objects of “{file}” are left out: it doesn't list their image or category.",
                    count=lost,
                    file=name,
                )
            )
        if empty:
            self.warnings.append(
                Message("{count} objects of “{file}” are left out: they have no outline.", count=empty, file=name)
            )

    def read(self, image: Path, shape: tuple[int, int]) -> Optional[np.ndarray]:
        """Give a tile's class ids (H, W); None where the file doesn't name it."""
        shapes = self._shapes.get(plain_name(image.name))
        return None if shapes is None else _drawn(shapes, shape, self.legend)


class YoloLabels:
    """Objects of one text file for each image, boxes or outlines as shares of its sides; the rest is background."""

    def __init__(self, folder: Path, root: Path, names: Sequence[str]) -> None:
        """Find the files and the classes' names.

        Raises:
            BadInputError: When nothing names the classes.
        """
        self.warnings: list[str] = []
        self._folder = folder
        listed = next((root / name for name in _NAME_FILES if (root / name).is_file()), None)
        if not names and listed is None:
            raise BadInputError(
                "Nothing names the classes of “{folder}”. Give them by hand, in their order.", folder=folder
            )
        text = "" if names or listed is None else read_text(listed)
        self._names = [plain_name(name) for name in names or text.splitlines() if name.strip()]
        self.legend = _with_background(self._names)

    def read(self, image: Path, shape: tuple[int, int]) -> Optional[np.ndarray]:
        """Give a tile's class ids (H, W); None where there is no text file for it."""
        file = self._folder / f"{image.stem}.txt"
        if not file.is_file():
            return None
        shapes = []
        for number, line in enumerate(read_text(file).splitlines(), start=1):
            if not line.strip():
                continue
            try:
                class_index, *values = (float(word) for word in line.split())
                shapes.append((_yolo_shape(values, shape), self.legend.id_of(self._name(class_index))))
            except ValueError as error:
                raise BadInputError(
                    "Line {number} of “{file}” isn't a YOLO object: “{line}” ({error}).",
                    number=number,
                    file=file,
                    line=line,
                    error=error,
                ) from error
        return _drawn(shapes, shape, self.legend)

    def _name(self, class_index: float) -> str:
        if not class_index.is_integer() or not 0 <= class_index < len(self._names):
            raise ValueError(f"there is no class {class_index:g}: the list has 0 to {len(self._names) - 1}")
        return self._names[int(class_index)]


def _values(files: Sequence[Path]) -> list[int]:
    """Find the values of masks, those of all parts, so that a value is the same class in each."""
    distinct: set[int] = set()
    for file in files:
        if is_raster_file(file, _RASTERS):
            values, labelled = _mask(file)
            distinct.update(np.unique(values[labelled]).tolist())
    if not distinct:
        raise BadInputError("The masks hold no labelled pixel.")
    return sorted(distinct)


def _mask(file: Path) -> tuple[np.ndarray, np.ndarray]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(file) as dataset:
                values, labelled = dataset.read(1), dataset.read_masks(1) > 0
                is_coloured = any(
                    (dataset.read(number) != values)[labelled].any()
                    for number in dataset.indexes[1:]
                    if number != alpha_band(dataset)
                )
    except RasterioError as error:
        raise BadInputError("The mask “{file}” can't be read: {error}.", file=file, error=error) from error
    if is_coloured:
        raise BadInputError(
            "The mask “{file}” has several bands that differ, as a picture of colours has. A mask has one band, with a "
            "whole number for each class.",
            file=file,
        )
    if values.dtype != np.uint8:
        if values.min() < 0 or values.max() > 255 or values.dtype.kind == "f":
            raise BadInputError(
                "The mask “{file}” holds {values_dtype} values; classes are whole numbers to 255.",
                file=file,
                values_dtype=values.dtype,
            )
        values = values.astype(np.uint8)
    return values, labelled


def _file_name(path: str) -> str:
    """Give the last part of a path as any system writes it."""
    return plain_name(path.replace("\\", "/").rpartition("/")[2])


def _coco_shape(entry: Mapping[str, Any]) -> Optional[_Object]:
    """Give an object in pixels: its run-length mask, its polygons, else its box; None where it has no area."""
    outlines = entry.get("segmentation")
    if isinstance(outlines, dict):
        return run_length_mask(outlines)
    if isinstance(outlines, list) and outlines:
        rings = [outlines] if all(isinstance(value, (int, float)) for value in outlines) else outlines
        points = [[(float(x), float(y)) for x, y in zip(ring[::2], ring[1::2])] for ring in rings]
        whole = [ring for ring in points if len(ring) > 2]
        return _polygons(whole) if whole else None
    if not entry.get("bbox"):
        return None
    left, top, width, height = (float(value) for value in entry["bbox"])
    return _box(left, top, left + width, top + height)


def _yolo_shape(values: Sequence[float], shape: tuple[int, int]) -> Mapping[str, Any]:
    height, width = shape
    if len(values) == 4:
        x, y, w, h = values
        return _box((x - w / 2) * width, (y - h / 2) * height, (x + w / 2) * width, (y + h / 2) * height)
    if len(values) < 6 or len(values) % 2:
        raise ValueError("neither a box nor an outline")
    return _polygons([[(x * width, y * height) for x, y in zip(values[::2], values[1::2])]])


def _box(left: float, top: float, right: float, bottom: float) -> Mapping[str, Any]:
    return _polygons([[(left, top), (right, top), (right, bottom), (left, bottom)]])


def _polygons(rings: Sequence[Sequence[tuple[float, float]]]) -> Mapping[str, Any]:
    return {"type": "MultiPolygon", "coordinates": [[[*ring, ring[0]]] for ring in rings]}


def _drawn(shapes: Sequence[tuple[_Object, int]], shape: tuple[int, int], legend: Legend) -> np.ndarray:
    """Draw objects (polygons, or masks (H, W)) in their order onto the background."""
    ids = np.full(shape, legend.id_of(BACKGROUND), np.uint8)
    for is_mask, group in groupby(shapes, key=lambda pair: isinstance(pair[0], np.ndarray)):
        if not is_mask:
            rasterize(list(group), out=ids)
            continue
        for mask, value in group:
            inside = np.asarray(mask)
            if inside.shape != shape:
                raise BadInputError(
                    "A run-length mask has {inside_shape} rows and columns, its image {shape}.",
                    inside_shape=inside.shape,
                    shape=shape,
                )
            ids[inside] = value
    return ids


def _with_background(names: Sequence[str]) -> Legend:
    plain = dict.fromkeys(map(plain_name, names))
    return Legend.from_names([BACKGROUND, *(name for name in plain if name != BACKGROUND)])
