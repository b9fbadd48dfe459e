"""Problems of class polygons: what an analyst would want to see and mend before training."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import shapely

from ..geodata.grid import Grid
from ..geodata.scene import Scene
from ..geodata.vector.to_pixels import ToPixels, placed
from ..geodata.vector.vector_layer import open_layer
from ..message import Message
from .jobs import CROSSING, NO_CLASS, NO_POLYGON, OUTSIDE, OVERLAP, SLIVER, SPELLING, TWICE
from .label_layer import area_shape, is_tangled, polygonal, repaired, shapes_of
from .names.class_value import class_name
from .names.spelling import alike, listed

_NARROW_PX = 1.0
"""Polygons that are narrower than this on average hold next to no pixel (ours)."""
_LEAST_OVERLAP_PX = 0.5
_SAME = 0.98
"""Share of both polygons that two drawings of the same thing have in common (ours)."""
_AT_A_TIME = 256
_SHARE_AREA = "T********"


@dataclass(frozen=True)
class LabelProblem:
    """One thing that is wrong.

    Attributes:
        kind: One of `jobs.KINDS`.
        class_name: The class, or both classes of an overlap.
        text: What is wrong and what to do, in a sentence.
        shape: Where, in the grid's pixels; None for what has no place.
        suggested: The class that a suspect seems to be, or the more usual spelling.
        certainty: By how much its probability exceeds that of the class given.
    """

    kind: str
    class_name: str
    text: str
    shape: Optional[Any] = None
    suggested: str = ""
    certainty: float = 0.0


def find_problems(scene: Scene, grid: Grid) -> list[LabelProblem]:
    """Look at every polygon of a scene's labels, then at those that overlap.

    Raises:
        BadInputError: For a file, layer or field that can't be used.
    """
    layer = open_layer(scene.labels, scene.layer)
    field = layer.field(scene.class_field)
    move, areas = ToPixels(layer, grid), (area_shape(grid, None), area_shape(grid, scene.extent))
    problems: list[LabelProblem] = []
    shapes: list[Any] = []
    names: list[str] = []
    for geometry, values in layer.batches(field):
        for wkb, value in zip(geometry, np.asarray(values).tolist()):
            name = class_name(value)
            raw = None if wkb is None else polygonal(shapes_of(np.array([wkb], dtype=object))[0])
            if raw is None:
                problems.append(LabelProblem(NO_POLYGON, name, "It is empty or no polygon, and isn't used. Delete it."))
                continue
            moved, known = placed(np.array([raw], dtype=object), move)
            if not known[0]:
                problems.append(
                    LabelProblem(OUTSIDE, name, "Its place isn't known in the imagery's coordinate system.")
                )
                continue
            if is_tangled(moved)[0]:
                problems.append(
                    LabelProblem(CROSSING, name, "It crosses itself thousands of times. Draw it anew.", moved[0])
                )
                continue
            shape, noticed = _looked_at(moved[0], name, *areas)
            problems.extend(noticed)
            if shape is not None and name:
                shapes.append(shape)
                names.append(name)
    problems.extend(_overlaps(np.array(shapes, dtype=object), np.array(names, dtype=object)))
    problems.extend(_spellings(shapes, names))
    return problems


def _looked_at(shape: Any, name: str, imagery: Any, extent: Any) -> tuple[Any, list[LabelProblem]]:
    """Give a polygon, mended, if it lies over the imagery and within the extent, and what is wrong with it.

    One that lies over the imagery but beyond the extent is nobody's problem.
    """
    problems = []
    if not shapely.is_valid(shape):
        reason = str(shapely.is_valid_reason(shape)).partition("[")[0].lower()
        mended, whole = repaired(np.array([shape], dtype=object))
        shape = mended[0]
        problems.append(
            LabelProblem(
                CROSSING,
                name,
                Message("It is not a valid polygon ({reason}); it is repaired for use.", reason=reason),
                shape,
            )
        )
        if not whole[0]:
            return None, problems
    if not name:
        problems.append(LabelProblem(NO_CLASS, "", "It has no class, and isn't used. Fill in the field.", shape))
    if not shapely.relate_pattern(shape, imagery, _SHARE_AREA):
        return None, [*problems, LabelProblem(OUTSIDE, name, "It lies outside the imagery, and isn't used.", shape)]
    if not shapely.relate_pattern(shape, extent, _SHARE_AREA):
        return None, []
    width = 2.0 * shapely.area(shape) / max(shapely.length(shape), 1e-12)
    if width < _NARROW_PX:
        text = Message(
            "It is {width:.2f} pixels wide on average. Draw it wider, or count every pixel that a polygon touches.",
            width=width,
        )
        problems.append(LabelProblem(SLIVER, name, text, shape))
    return shape, problems


def _spellings(shapes: Sequence[Any], names: Sequence[str]) -> Iterator[LabelProblem]:
    """Find polygons whose class differs from that of more others only in how it is written."""
    drawn = Counter(names)
    usual = {name: max(group, key=drawn.__getitem__) for group in alike(drawn) for name in group}
    for shape, name in zip(shapes, names):
        other = usual.get(name, name)
        if other != name:
            text = Message(
                "{names} differ only in how they are written. If they are one class, give both one name.",
                names=listed((name, other)),
            )
            yield LabelProblem(SPELLING, name, text, shape, other)


def _overlaps(shapes: np.ndarray, names: np.ndarray) -> Iterator[LabelProblem]:
    """Find polygons of different classes that overlap, and polygons of one class that were drawn twice."""
    if not len(shapes):
        return
    tree = shapely.STRtree(shapes)
    for start in range(0, len(shapes), _AT_A_TIME):
        first, second = tree.query(shapes[start : start + _AT_A_TIME])
        first = first + start
        ordered = second > first
        first, second = first[ordered], second[ordered]
        common = shapely.intersection(shapes[first], shapes[second])
        areas = shapely.area(common)
        for index in np.flatnonzero(areas > _LEAST_OVERLAP_PX):
            one, other = names[first[index]], names[second[index]]
            larger = max(shapely.area(shapes[first[index]]), shapely.area(shapes[second[index]]))
            shape = polygonal(common[index])
            if one != other:
                text = Message(
                    "“{one}” and “{other}” share {area:.1f} pixels; there the one drawn last counts.",
                    one=one,
                    other=other,
                    area=areas[index],
                )
                yield LabelProblem(OVERLAP, f"{one} / {other}", text, shape)
            elif areas[index] > _SAME * larger:
                yield LabelProblem(TWICE, str(one), "The same polygon is there twice. Delete one of them.", shape)
