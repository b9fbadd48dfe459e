"""Labels from several sources: which goes before which, by pixel sets, and what is never learned from."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import pytest
import rasterio
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from outcrop.core.assessment.sampling.fields import LAYER
from outcrop.core.assessment.sampling.jobs import DrawSampleJob
from outcrop.core.assessment.sampling.settings import SampleSettings
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.geodata.grid import Grid, Window
from outcrop.core.jobs.assessment.draw_sample import draw_sample
from outcrop.core.labels.legend import Legend
from outcrop.core.labels.names.class_names import class_names_xml
from outcrop.core.labels.origins import CORRECTED, DRAWN, REVIEWED, marked, unmarked
from outcrop.core.labels.sources.label_raster import legend_of, rasterise
from outcrop.core.labels.sources.sources import open_labels
from outcrop.core.prediction.raster.tags import LEGEND_TAG

Box = tuple[int, int, int, int]
"""First column and row, then the column and row beyond the last."""


def write_layer(
    path: Path, layer: str, grid: Grid, boxes: Sequence[Box], to_world: Any, **columns: Sequence[Any]
) -> str:
    shapes = [to_world(shapely.box(*box), grid) for box in boxes]
    values = [np.array(list(column), object if isinstance(column[0], str) else None) for column in columns.values()]
    pyogrio.raw.write(
        path, shapely.to_wkb(np.array(shapes)), values, np.array(list(columns)), layer=layer, driver="GPKG",
        geometry_type="Polygon", crs=grid.crs.to_wkt(),
    )  # fmt: skip
    return str(path)


@pytest.fixture
def session(make: Any, to_world: Any) -> Callable[..., str]:
    """Give a maker of sessions: boxes with class names and whether they are undone; "" gives back, "∅" makes nodata."""

    def write(grid: Grid, *rows: tuple[Box, str, bool]) -> str:
        boxes = [box for box, _, _ in rows]
        names = [name for _, name, _ in rows]
        return write_layer(
            make.path(".gpkg"), "corrections", grid, boxes, to_world,
            class_id=[{"": 0, "∅": 255}.get(name, 1) for name in names], **{"class": names},
            undone=[undone for _, _, undone in rows],
        )  # fmt: skip

    return write


@pytest.fixture
def reviews(make: Any, to_world: Any) -> Callable[..., str]:
    def write(grid: Grid, prediction: str, *rows: tuple[Box, str]) -> str:
        return write_layer(
            make.path(".gpkg"), "reviews", grid, [box for box, _ in rows], to_world,
            verdict=[verdict for _, verdict in rows], prediction=[prediction] * len(rows),
        )  # fmt: skip

    return write


def prediction_of(make: Any, grid: Grid, values: np.ndarray, names: dict[int, str]) -> str:
    path = make.raster(values, grid, nodata=0)
    with rasterio.open(path, "r+") as dataset:
        dataset.update_tags(**{LEGEND_TAG: json.dumps(Legend.from_names(list(names.values())).to_dicts())})
    Path(f"{path}.aux.xml").write_text(class_names_xml(names), encoding="utf-8")
    return str(path)


def labelled(scene: Any, grid: Grid, folder: Path) -> tuple[np.ndarray, np.ndarray, Any, Any]:
    legend = legend_of([scene])
    made = rasterise(scene, grid, legend, folder / "labels.tif")
    with rasterio.open(made.path) as ids, rasterio.open(made.origins) as origins:
        return ids.read(1), origins.read(1), legend, made


def test_corrections_go_before_polygons_and_these_before_what_was_found_right(
    make: Any, session: Any, reviews: Any, tmp_path: Path
) -> None:
    grid = make.grid(60, 80)
    predicted = prediction_of(make, grid, np.full((60, 80), 2, np.uint8), {1: "rock", 2: "water"})
    scene = make.scene(grid, [shapely.box(0, 0, 40, 40)], ["rock"])
    scene = replace(
        scene,
        corrections=(session(grid, ((30, 30, 50, 50), "water", False)),),
        reviews=(reviews(grid, predicted, ((20, 0, 60, 35), "right"), ((0, 50, 9, 59), "skipped")),),
    )
    ids, origins, legend, made = labelled(scene, grid, tmp_path)
    rock, water = legend.id_of("rock"), legend.id_of("water")
    expected, expected_origins = np.zeros((60, 80), int), np.zeros((60, 80), int)
    for rows, cols, value, origin in (
        (slice(0, 35), slice(20, 60), water, REVIEWED),
        (slice(0, 40), slice(0, 40), rock, DRAWN),
        (slice(30, 50), slice(30, 50), water, CORRECTED),
    ):
        expected[rows, cols], expected_origins[rows, cols] = value, origin
    np.testing.assert_array_equal(ids, expected)
    np.testing.assert_array_equal(origins, expected_origins)
    assert made.by_origin["corrected"] == {"rock": 0, "water": 400}
    assert made.by_origin["drawn"]["rock"] == 1500
    assert made.by_origin["reviewed"]["water"] == int((expected_origins == REVIEWED).sum())


def test_a_review_is_denied_by_what_was_rubbed_out_or_is_of_no_class(
    make: Any, session: Any, reviews: Any, tmp_path: Path
) -> None:
    grid = make.grid(60, 80)
    predicted = prediction_of(make, grid, np.full((60, 80), 2, np.uint8), {1: "rock", 2: "water"})
    scene = replace(
        make.scene(grid, [shapely.box(0, 0, 20, 20), shapely.box(60, 0, 70, 9)], ["rock", "water"]),
        corrections=(
            session(
                grid, ((10, 10, 30, 30), "∅", False), ((40, 10, 50, 30), "rock", False), ((44, 10, 46, 30), "", False),
                ((20, 40, 30, 50), "∅", False), ((20, 40, 25, 50), "", False),
            ),
        ),
        reviews=(reviews(grid, predicted, ((0, 0, 60, 60), "right")),),
    )  # fmt: skip
    ids, origins, legend, _ = labelled(scene, grid, tmp_path)
    assert (ids[10:20, 10:20] == legend.id_of("rock")).all()  # drawn
    assert (ids[20:30, 20:30] == 0).all()
    assert (ids[10:30, 40:44] == legend.id_of("rock")).all()
    assert (origins[10:30, 44:46] == REVIEWED).all()
    assert (origins[40:50, 20:25] == REVIEWED).all()
    assert (ids[40:50, 25:30] == 0).all()
    np.testing.assert_array_equal(origins > 0, ids > 0)
    with open_labels(scene, grid) as labels:
        labels.use(Legend.from_names(["water"]))
        assert (labels.read(Window(10, 40, 20, 4)) == 0).all()  # rock, which this legend lacks


def test_the_accuracy_sample_is_never_a_label(make: Any, session: Any, reviews: Any, tmp_path: Path) -> None:
    grid = make.grid(60, 80)
    predicted = prediction_of(make, grid, np.full((60, 80), 1, np.uint8), {1: "rock", 2: "water"})
    sample = str(tmp_path / "sample.gpkg")
    draw_sample(DrawSampleJob(predicted, sample, SampleSettings(points=40)), Events())
    points = shapely.from_wkb(pyogrio.raw.read(sample, layer=LAYER)[2])
    scene = replace(
        make.scene(grid, [shapely.box(0, 0, 40, 40), shapely.box(50, 0, 60, 60)], ["rock", "water"]),
        corrections=(session(grid, ((30, 30, 50, 50), "water", False)),),
        reviews=(reviews(grid, predicted, ((0, 0, 80, 60), "right")), sample),
    )
    ids, origins, _, _ = labelled(scene, grid, tmp_path)
    cols, rows = ~grid.transform @ (shapely.get_x(points), shapely.get_y(points))
    audited = np.zeros((60, 80), bool)
    audited[np.floor(rows).astype(int), np.floor(cols).astype(int)] = True
    assert audited.sum() == len(points) >= 40
    assert (ids[audited] == 0).all()
    assert (ids[~audited] > 0).all()
    np.testing.assert_array_equal(origins > 0, ids > 0)


def test_what_was_undone_or_given_back_is_no_correction(make: Any, session: Any, tmp_path: Path) -> None:
    grid = make.grid(60, 80)
    scene = replace(
        make.scene(grid, [shapely.box(0, 0, 10, 10), shapely.box(20, 0, 30, 10)], ["rock", "water"]),
        corrections=(
            session(grid, ((0, 0, 40, 5), "water", False), ((0, 5, 40, 60), "water", True), ((0, 0, 5, 5), "", False)),
        ),
    )
    ids, origins, legend, _ = labelled(scene, grid, tmp_path)
    assert (ids[0:5, 0:5] == legend.id_of("rock")).all()
    assert (origins[0:5, 0:5] == DRAWN).all()
    assert (ids[0:5, 5:40] == legend.id_of("water")).all()
    assert (ids[10:, :] == 0).all()


def test_corrections_alone_are_labels(make: Any, session: Any, tmp_path: Path) -> None:
    grid = make.grid(60, 80)
    scene = replace(
        make.scene(grid, [shapely.box(0, 0, 9, 9)], ["x"]), labels="", class_field="",
        corrections=(session(grid, ((0, 0, 10, 10), "rock", False), ((20, 20, 40, 30), "water", False)),),
    )  # fmt: skip
    ids, origins, legend, _ = labelled(scene, grid, tmp_path)
    assert legend.names == ("rock", "water")
    assert (np.bincount(ids.ravel())[1:] == [100, 200]).all()
    assert set(np.unique(origins)) == {0, CORRECTED}


@settings(max_examples=25, deadline=None)
@given(
    rows=st.lists(
        st.tuples(
            st.tuples(st.integers(0, 15), st.integers(0, 15), st.integers(1, 9), st.integers(1, 9)),
            st.sampled_from(["rock", "water", "ice", ""]),
            st.booleans(),
        ),
        min_size=1, max_size=8,
    )
)  # fmt: skip
def test_of_overlapping_corrections_the_later_counts(rows: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    from outcrop.core.labels.sources.correction_source import CorrectionSource

    from ..conftest import Workshop, to_world

    folder = tmp_path_factory.mktemp("session")
    grid, legend = Workshop(folder).grid(24, 24), Legend.from_names(["rock", "water", "ice"])
    expected = np.zeros((24, 24), int)
    boxes = []
    for (col, row, width, height), name, undone in rows:
        boxes.append((col, row, col + width, row + height))
        if not undone:
            expected[row : row + height, col : col + width] = legend.id_of(name) if name else 0
    path = write_layer(
        folder / "s.gpkg", "corrections", grid, boxes, to_world, class_id=[int(bool(name)) for _, name, _ in rows],
        **{"class": [name for _, name, _ in rows]}, undone=[undone for _, _, undone in rows],
    )  # fmt: skip
    labels = CorrectionSource([path], grid)
    labels.use(legend)
    np.testing.assert_array_equal(labels.read(grid.window), expected)


def test_a_file_that_holds_no_corrections_is_told(make: Any) -> None:
    grid = make.grid(60, 80)
    plain = make.scene(grid, [shapely.box(0, 0, 9, 9)], ["x"])
    with pytest.raises(BadInputError, match="holds no corrections"):
        legend_of([replace(plain, corrections=(plain.labels,))])
    with pytest.raises(BadInputError, match="are not there"):
        legend_of([replace(plain, corrections=("gone.gpkg",))])
    with pytest.raises(BadInputError, match="holds neither reviews nor"):
        legend_of([replace(plain, reviews=(plain.labels,))])


def test_corrections_beside_the_imagery_are_told(make: Any, session: Any) -> None:
    grid = make.grid(60, 80)
    away = session(grid, ((500, 500, 510, 510), "rock", False))
    with pytest.raises(BadInputError, match="lie outside the imagery"):
        legend_of([replace(make.scene(grid, [shapely.box(0, 0, 9, 9)], ["x"]), corrections=(away,))])


def test_marks_can_be_taken_off_again() -> None:
    labels, origins = np.array([0, 1, 254, 3]), np.array([3, 1, 2, 3])
    ids, found = unmarked(marked(labels, origins))
    np.testing.assert_array_equal(ids, labels)
    np.testing.assert_array_equal(found, [0, 1, 2, 3])
