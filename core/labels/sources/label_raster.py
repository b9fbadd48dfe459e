"""The label raster: class ids on the imagery's grid, 0 unlabelled, made once from polygons or from another raster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Optional

import numpy as np

from ...errors import BadInputError
from ...geodata.grid import Grid, Window
from ...geodata.scene import Scene
from ...geodata.stack import Stack
from ...message import Message, joined
from ..class_raster import class_raster
from ..label_layer import LabelPolygons
from ..legend import BACKGROUND, MOST_CLASSES, Legend
from ..names.class_names import sorted_naturally
from ..names.spelling import alike_warnings
from ..origins import DRAWN, ORIGIN_COLOURS, ORIGIN_NAMES
from .label_source import LabelSource
from .labelled_area import Known, LabelledArea, background_name
from .sources import open_labels
from .windows import outside, windows


class ClassCount(NamedTuple):
    """How much of a class is labelled."""

    polygons: int
    pixels: int
    area_m2: float


def _all_known(_window: Window) -> bool:
    return True


@dataclass(frozen=True)
class LabelRaster:
    """A label raster that was written.

    Attributes:
        path: The GeoTIFF: 0 unlabelled, else the class's id.
        counts: Polygons, pixels and m² by class name, for every class of the legend.
        warnings: What was left out, repaired or odd, in words.
        polygons: The polygons it was made from; None for labels that were a raster, or more than polygons.
        origins: The raster that says where each label comes from; None where all are drawn.
        by_origin: Pixels by origin and class name; empty where all are drawn.
    """

    path: Path
    counts: dict[str, ClassCount]
    warnings: tuple[str, ...] = ()
    polygons: Optional[LabelPolygons] = field(default=None, compare=False, repr=False)
    origins: Optional[Path] = None
    by_origin: dict[str, dict[str, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Labels:
    """The label rasters of all scenes, their common legend, and all warnings."""

    legend: Legend
    rasters: tuple[LabelRaster, ...]
    warnings: tuple[str, ...] = ()


def label_scenes(
    scenes: Sequence[Scene], grids: Sequence[Grid], folder: Path, all_touched: bool = False,
    grounds: Sequence[Known] = (),
) -> Labels:  # fmt: skip
    """Find the legend of some scenes and write each one's label raster: `labels.tif`, or `labels_1.tif` and so on.

    Where `grounds` are given, what isn't known of a scene's ground is no background.

    Raises:
        BadInputError: For labels that can't be used, or when fewer than two classes have pixels.
    """
    legend = legend_of(scenes)
    names = ["labels.tif"] if len(scenes) == 1 else [f"labels_{number}.tif" for number in range(1, len(scenes) + 1)]
    rasters = tuple(
        rasterise(scene, grid, legend, folder / name, all_touched, known=known)
        for scene, grid, name, known in zip(scenes, grids, names, grounds or [_all_known] * len(scenes))
    )
    empty = check_classes(rasters)
    warnings = (text for raster in rasters for text in raster.warnings)
    return Labels(legend, rasters, (*warnings, *alike_warnings(legend.names), *empty))


def legend_of(scenes: Sequence[Scene], least: int = 2) -> Legend:
    """Find the classes of some scenes' labels that lie over their imagery, in natural order.

    With a labelled area, what no polygon covers there is background: the class of that name, or a new first one.

    Raises:
        BadInputError: For labels that can't be used, fewer classes than the least, or more than fit.
    """
    names: set[str] = set()
    colours: dict[str, str] = {}
    for scene in scenes:
        with Stack(scene.images[:1]) as imagery:
            grid = imagery.grid
        with open_labels(scene, grid) as labels:
            names.update(labels.class_names())
        colours = {**(scene.colours or {}), **colours}
    return legend_from(names, any(scene.labelled_area for scene in scenes), colours, least)


def legend_from(class_names: Iterable[str], has_area: bool, colours: Mapping[str, str], least: int = 2) -> Legend:
    """Make the legend of the classes that labels have, in natural order.

    Args:
        class_names: Their names.
        has_area: Whether there is a labelled area, which needs a background.
        colours: “#rrggbb” by name.
        least: How many classes are needed.

    Raises:
        BadInputError: For fewer classes than the least, or more than fit.
    """
    names = sorted_naturally(set(class_names))
    if has_area and background_name(names) is None:
        names.insert(0, BACKGROUND)
    if len(names) < least:
        raise BadInputError(_too_few(names))
    if len(names) > MOST_CLASSES:
        raise BadInputError(
            (
                "There are {name_count} classes; at most {most_classes} fit. Choose a field that holds the class, not "
                "one that differs for every polygon."
            ),
            name_count=len(names),
            most_classes=MOST_CLASSES,
        )
    return Legend.from_names(names, colours)


def rasterise(
    scene: Scene,
    grid: Grid,
    legend: Legend,
    out: Path,
    all_touched: bool = False,
    tell: Callable[[float], object] = lambda _share: None,
    known: Known = _all_known,
) -> LabelRaster:
    """Write a scene's labels on a grid, window by window.

    Where polygons overlap, the one drawn last wins. A pixel belongs to a polygon that covers its centre, or with
    `all_touched` any part of it. Inside a labelled area what no polygon covers is background. Between
    windows `tell` is called with the share that is done; what it raises ends the work.

    Raises:
        BadInputError: For labels that can't be used, that miss the imagery, or that hold no pixel.
    """
    with open_labels(scene, grid, all_touched) as labels:
        labels.use(legend)
        area = LabelledArea(scene, grid, legend)
        by_origin = _write(scene, grid, legend, Path(out), labels, area, all_touched, tell, known)
        counts = by_origin.sum(axis=0)
        drawn, polygons = labels.drawn, labels.polygons
        warnings = (*labels.warnings, *area.warnings)
    summary = {
        entry.name: ClassCount(drawn.get(entry.name, 0), int(pixels), int(pixels) * grid.pixel_area_m2)
        for entry, pixels in zip(legend.classes, counts)
    }
    small = [name for name, count in summary.items() if count.polygons and not count.pixels]
    warnings = (*warnings, *_without_pixels(small, all_touched))
    if not has_origins(scene):
        return LabelRaster(Path(out), summary, warnings, polygons)
    told = {
        name: dict(zip(legend.names, pixels)) for name, pixels in zip(ORIGIN_NAMES[DRAWN:], by_origin[DRAWN:].tolist())
    }
    return LabelRaster(Path(out), summary, warnings, polygons, origins_path(Path(out)), told)


def has_origins(scene: Scene) -> bool:
    """Say whether a scene's labels are of more than one kind."""
    return bool(scene.corrections or scene.reviews)


def origins_path(labels: Path) -> Path:
    """Give the place of the raster that says where the labels of a label raster come from."""
    return labels.with_name(
        labels.name.replace("labels", "origins") if "labels" in labels.name else f"origins_{labels.name}"
    )


def check_classes(rasters: Sequence[LabelRaster]) -> tuple[str, ...]:
    """Make sure that at least two classes have pixels in some scene.

    Returns:
        A warning for each class without any pixel at all.

    Raises:
        BadInputError: When fewer than two classes have pixels.
    """
    names = list(rasters[0].counts)
    pixels = {name: sum(raster.counts[name].pixels for raster in rasters) for name in names}
    present = [name for name in names if pixels[name]]
    if len(present) < 2:
        raise BadInputError(_too_few(present))
    return tuple(
        Message("Class “{name}” has no pixel, so it can't be learnt.", name=name) for name in names if not pixels[name]
    )


def _write(
    scene: Scene,
    grid: Grid,
    legend: Legend,
    out: Path,
    labels: LabelSource,
    area: LabelledArea,
    all_touched: bool,
    tell: Callable[[float], object],
    known: Known,
) -> np.ndarray:
    """Write the raster, and that of the origins where there are several; give the pixels by origin and class (4, C)."""
    width = len(legend) + 1
    counts = np.zeros(len(ORIGIN_NAMES) * width, np.int64)
    names = {entry.id: entry.name for entry in legend.classes}
    colours = {entry.id: entry.colour for entry in legend.classes}
    with ExitStack() as stack:
        dataset = stack.enter_context(class_raster(out, grid, names, colours))
        beside = stack.enter_context(_origin_raster(out, grid)) if has_origins(scene) else None
        chosen = windows(grid, scene.extent)
        for number, window in enumerate(chosen):
            tell(number / len(chosen))
            block, origins = labels.read_origins(window)
            area.fill(block, window, known)
            origins[(block > 0) & (origins == 0)] = DRAWN
            block[labels.excluded(window)] = 0
            if scene.extent is not None:
                block[outside(grid, window, scene.extent)] = 0
            origins[block == 0] = 0
            if block.any():
                counts += np.bincount((origins.astype(np.int64) * width + block).ravel(), minlength=len(counts))
                dataset.write(block, 1, window=window.rasterio())
                if beside is not None:
                    beside.write(origins, 1, window=window.rasterio())
        tell(1.0)
        by_origin = counts.reshape(len(ORIGIN_NAMES), width)[:, 1:]
        if not by_origin.any():
            raise BadInputError(_nothing(scene, all_touched))
    return by_origin


def _origin_raster(labels: Path, grid: Grid) -> AbstractContextManager[Any]:
    names, colours = dict(enumerate(ORIGIN_NAMES)), dict(enumerate(ORIGIN_COLOURS))
    return class_raster(origins_path(labels), grid, names, colours, "origins")


def _too_few(names: Sequence[str]) -> Message:
    only = (
        Message("There is only one class with pixels, “{name}”.", name=names[0])
        if names
        else Message("No class has a pixel.")
    )
    advice = Message(
        "Draw polygons of at least two classes, or give a labelled area: what else lies inside it is background."
    )
    return joined([only, advice])


def _nothing(scene: Scene, all_touched: bool) -> Message:
    advice = (
        Message("Draw larger ones.")
        if all_touched
        else Message("Draw larger ones, or count every pixel that a polygon touches.")
    )
    if scene.extent is not None:
        return Message(
            "The labels “{labels}” cover no pixel's centre within the extent. {advice}",
            labels=scene.labels,
            advice=advice,
        )
    return Message("The labels “{labels}” cover no pixel's centre. {advice}", labels=scene.labels, advice=advice)


def _without_pixels(names: Sequence[str], all_touched: bool) -> tuple[str, ...]:
    advice = (
        Message("Draw larger ones.")
        if all_touched
        else Message("Draw larger ones, or count every pixel that a polygon touches.")
    )
    return tuple(
        Message(
            "Class “{name}” has no pixel: its polygons are too small or covered by later ones. {advice}",
            name=name,
            advice=advice,
        )
        for name in names
    )
