"""Problems of class polygons are found where they are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import shapely
from outcrop.core.labels.jobs import (
    CROSSING,
    NO_CLASS,
    NO_POLYGON,
    OUTSIDE,
    OVERLAP,
    SLIVER,
    SPELLING,
    TWICE,
)
from outcrop.core.labels.problems import LabelProblem, find_problems


@pytest.fixture
def found(make: Any) -> Any:
    def find(shapes: list[Any], names: list[Any]) -> list[LabelProblem]:
        grid = make.grid()
        return find_problems(make.scene(grid, shapes, names), grid)

    return find


def test_good_polygons_have_no_problems(found: Any) -> None:
    assert found([shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 10)], ["dike", "snow"]) == []


def test_overlap_is_the_common_part(found: Any) -> None:
    (problem,) = found([shapely.box(0, 0, 10, 10), shapely.box(8, 0, 20, 10)], ["dike", "snow"])
    assert (problem.kind, problem.class_name) == (OVERLAP, "dike / snow")
    assert "20.0 pixels" in problem.text
    assert problem.shape.equals(shapely.box(8, 0, 10, 10))


def test_overlap_within_a_class_is_none_unless_it_is_drawn_twice(found: Any) -> None:
    boxes = [shapely.box(0, 0, 10, 10), shapely.box(8, 0, 20, 10), shapely.box(0, 0, 10, 10)]
    assert [problem.kind for problem in found(boxes, ["dike"] * 3)] == [TWICE]


@pytest.mark.parametrize(
    ("shape", "name", "kind", "words"),
    [
        (shapely.box(0, 0, 50, 0.4), "dike", SLIVER, "0.40 pixels wide"),
        (shapely.Polygon([(0, 0), (10, 10), (10, 0), (0, 10)]), "dike", CROSSING, "self-intersection"),
        (shapely.box(0, 0, 10, 10), None, NO_CLASS, "no class"),
        (shapely.box(500, 500, 510, 510), "dike", OUTSIDE, "outside the imagery"),
        (None, "dike", NO_POLYGON, "Delete"),
    ],
)
def test_single_polygons(found: Any, shape: Any, name: Any, kind: str, words: str) -> None:
    problems = found([shape, shapely.box(60, 60, 80, 80)], [name, "snow"])
    assert [problem.kind for problem in problems] == [kind]
    assert words in problems[0].text


def test_what_lies_beyond_the_extent_is_no_problem(make: Any) -> None:
    grid = make.grid()
    shapes = [shapely.box(0, 0, 10, 10), shapely.box(60, 60, 60.2, 90), shapely.box(500, 500, 510, 510)]
    left, top = grid.transform * (0, 0)
    scene = replace(make.scene(grid, shapes, ["dike"] * 3), extent=(left, top - 300, left + 300, top))
    assert [problem.kind for problem in find_problems(scene, grid)] == [OUTSIDE]


def test_classes_written_in_two_ways_are_pointed_out_at_the_rarer_one(found: Any) -> None:
    boxes = [shapely.box(20 * column, 0, 20 * column + 10, 10) for column in range(4)]
    (problem,) = found(boxes, ["dike", "Dike", "dike", "snow"])
    assert (problem.kind, problem.class_name, problem.suggested) == (SPELLING, "Dike", "dike")
    assert "“Dike”, “dike” differ only in how they are written" in problem.text
    assert problem.shape.equals(boxes[1])
