"""The labels of a data set of tiles as other programs write them: masks, COCO objects, or YOLO objects."""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional, Protocol

import numpy as np
import rasterio
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.features import rasterize

from ...errors import BadInputError
from ..legend import BACKGROUND, Legend

MASKS, COCO, YOLO = "masks", "coco", "yolo"
_RASTERS = (".tif", ".tiff", ".png", ".jpg", ".jpeg", ".bmp")
_COCO_FILES = ("annotations.json", "_annotations.coco.json")
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
    return sorted(file for file in folder.iterdir() if file.suffix.lower() in _RASTERS)


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
        f"“{part}” has no labels: no folder “masks”, no “annotations.json” (COCO), and no folder “labels” (YOLO)."
    )


class MaskLabels:
    """Masks named as the images; with Outcrop's own list of classes 0 is unlabelled, else every value is a class."""

    def __init__(self, folder: Path, root: Path, names: Sequence[str]) -> None:
        """Find the masks and their classes."""
        self.warnings: list[str] = []
        self._files = {file.stem: file for file in folder.iterdir() if file.suffix.lower() in _RASTERS}
        own = root / "classes.json"
        if own.is_file() and not names:
            self.legend = Legend.from_dicts(_read_json(own))
            values = [entry.id for entry in self.legend.classes]
        else:
            values = _values([*root.glob("masks/*"), *root.glob("*/masks/*")])
            if names and len(names) != len(values):
                raise BadInputError(
                    f"The masks in “{root}” hold {len(values)} values ({', '.join(map(str, values))}), but "
                    f"{len(names)} classes are named. Name one for each value, in this order."
                )
            self.legend = Legend.from_names(list(names) or [str(value) for value in values])
        self._ids = np.zeros(256, np.uint8)
        self._ids[values] = [entry.id for entry in self.legend.classes]

    def read(self, image: Path, shape: tuple[int, int]) -> Optional[np.ndarray]:
        """Give a tile's class ids (H, W); None where it has no mask."""
        file = self._files.get(image.stem)
        if file is None:
            return None
        values, labelled = _mask(file)
        if values.shape != shape:
            raise BadInputError(f"The mask “{file}” has {values.shape[1]}×{values.shape[0]} px, its image hasn't.")
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
        content = _read_json(self.file)
        try:
            categories = sorted(content["categories"], key=lambda entry: int(entry["id"]))
            self.legend = _with_background([str(entry["name"]) for entry in categories])
            ids = {int(entry["id"]): self.legend.id_of(str(entry["name"])) for entry in categories}
            images = {int(entry["id"]): Path(str(entry["file_name"])).name for entry in content["images"]}
            self._shapes: dict[str, list[tuple[Mapping[str, Any], int]]] = {name: [] for name in images.values()}
            boxes = 0
            for entry in content["annotations"]:
                outline = _coco_shape(entry)
                boxes += isinstance(entry.get("segmentation"), dict)
                self._shapes[images[int(entry["image_id"])]].append((outline, ids[int(entry["category_id"])]))
        except (KeyError, TypeError, ValueError) as error:
            raise BadInputError(f"“{self.file}” isn't a COCO file ({type(error).__name__}: {error}).") from error
        if boxes:
            self.warnings.append(f"{boxes} objects of “{self.file.name}” are run-length masks; their boxes are taken.")

    def read(self, image: Path, shape: tuple[int, int]) -> Optional[np.ndarray]:
        """Give a tile's class ids (H, W); None where the file doesn't name it."""
        shapes = self._shapes.get(image.name)
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
            raise BadInputError(f"Nothing names the classes of “{folder}”. Give them by hand, in their order.")
        text = "" if names or listed is None else listed.read_text(encoding="utf-8")
        self._names = list(names) or [line.strip() for line in text.splitlines() if line.strip()]
        self.legend = _with_background(self._names)

    def read(self, image: Path, shape: tuple[int, int]) -> Optional[np.ndarray]:
        """Give a tile's class ids (H, W); None where there is no text file for it."""
        file = self._folder / f"{image.stem}.txt"
        if not file.is_file():
            return None
        shapes = []
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip():
                continue
            try:
                place, *values = (float(word) for word in line.split())
                name = self._names[int(place)]
                shapes.append((_yolo_shape(values, shape), self.legend.id_of(name)))
            except (ValueError, IndexError) as error:
                raise BadInputError(f"Line {number} of “{file}” isn't a YOLO object: “{line}”.") from error
        return _drawn(shapes, shape, self.legend)


def _values(files: Sequence[Path]) -> list[int]:
    """Find the values of masks, those of all parts, so that a value is the same class in each."""
    found: set[int] = set()
    for file in files:
        if file.suffix.lower() in _RASTERS:
            values, labelled = _mask(file)
            found.update(np.unique(values[labelled]).tolist())
    if not found:
        raise BadInputError("The masks hold no labelled pixel.")
    return sorted(found)


def _mask(file: Path) -> tuple[np.ndarray, np.ndarray]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(file) as dataset:
                values, labelled = dataset.read(1), dataset.read_masks(1) > 0
    except RasterioError as error:
        raise BadInputError(f"The mask “{file}” can't be read: {error}.") from error
    if values.dtype != np.uint8:
        if values.min() < 0 or values.max() > 255 or values.dtype.kind == "f":
            raise BadInputError(f"The mask “{file}” holds {values.dtype} values; classes are whole numbers to 255.")
        values = values.astype(np.uint8)
    return values, labelled


def _coco_shape(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give an object's outline in pixels: its polygons, else its box."""
    outlines = entry.get("segmentation")
    if isinstance(outlines, list) and outlines:
        return _polygons([[(float(x), float(y)) for x, y in zip(ring[::2], ring[1::2])] for ring in outlines])
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


def _drawn(shapes: Sequence[tuple[Mapping[str, Any], int]], shape: tuple[int, int], legend: Legend) -> np.ndarray:
    ids = np.full(shape, legend.id_of(BACKGROUND), np.uint8)
    if shapes:
        rasterize(list(shapes), out=ids)
    return ids


def _with_background(names: Sequence[str]) -> Legend:
    return Legend.from_names([BACKGROUND, *(name for name in names if name != BACKGROUND)])


def _read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInputError(f"“{path}” can't be read as JSON: {error}.") from error
