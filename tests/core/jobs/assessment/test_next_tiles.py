"""Where to look next: typical tiles first, then where two kinds of model disagree, each with its chance."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import pytest
import rasterio
import shapely
from outcrop.core.assessment.sampling.fields import LAYER as SAMPLE_LAYER
from outcrop.core.commands.command_line import main
from outcrop.core.geodata.grid import Grid
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.assessment import next_tiles
from outcrop.core.labels.legend import Legend
from outcrop.core.labels.names.class_names import class_names_xml
from outcrop.core.labels.sources.label_raster import legend_of, rasterise
from outcrop.core.labels.sources.review_source import LAYER as READ_LAYER
from outcrop.core.prediction.raster.tags import LEGEND_TAG
from outcrop.core.review import fields
from rasterio.transform import from_origin

SIDE, TILE = 192, 16


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """Make an image of two halves, polygons in both, and a map that is wrong in one corner."""
    rng, place = np.random.default_rng(0), from_origin(500_000, 4_000_000, 1, 1)
    image = rng.normal(60, 4, (3, SIDE, SIDE))
    image[:, :, SIDE // 2 :] += 60
    classes = np.ones((SIDE, SIDE), np.uint8)
    classes[:, SIDE // 2 :] = 2
    classes[128:, :64] = 2
    profile = {"driver": "GTiff", "height": SIDE, "width": SIDE, "dtype": "uint8", "crs": "EPSG:32633"}
    paths = {name: str(tmp_path / name) for name in ("image.tif", "map.tif", "polygons.gpkg", "reviews.gpkg")}
    with rasterio.open(paths["image.tif"], "w", count=3, transform=place, **profile) as file:
        file.write(image.astype(np.uint8))
    with rasterio.open(paths["map.tif"], "w", count=1, transform=place, nodata=0, **profile) as file:
        file.write(classes, 1)
        file.update_tags(**{LEGEND_TAG: json.dumps(Legend.from_names(["dark", "bright"]).to_dicts())})
    Path(f"{paths['map.tif']}.aux.xml").write_text(class_names_xml({1: "dark", 2: "bright"}), encoding="utf-8")
    shapes = [shapely.box(*(np.array([x, 10, x + 20, 30]) * [1, -1, 1, -1] + [500_000, 4e6] * 2)) for x in (10, 150)]
    pyogrio.raw.write(
        paths["polygons.gpkg"], shapely.to_wkb(np.array(shapes)), [np.array(["dark", "bright"], object)],
        np.array(["kind"]), geometry_type="Polygon", crs="EPSG:32633", driver="GPKG",
    )  # fmt: skip
    return paths


def chosen(files: dict[str, str], *more: str) -> dict[str, np.ndarray]:
    command = ["next-tiles", "--prediction", files["map.tif"], "--image", files["image.tif"], "--class-field", "kind"]
    command += ["--labels", files["polygons.gpkg"], "--out", files["reviews.gpkg"], "--side", str(TILE)]
    assert main([*command, *more]) == 0
    facts, _, wkb, values = pyogrio.raw.read(files["reviews.gpkg"], layer=fields.LAYER)
    return {"wkb": wkb, **{str(name): np.asarray(column) for name, column in zip(facts["fields"], values)}}


def test_rounds_follow_each_other_and_look_where_models_disagree(files: dict[str, str]) -> None:
    first = chosen(files, "--count", "6")
    assert set(first[fields.ROUND]) == {0}
    assert ((first[fields.PROBABILITY] > 0) & (first[fields.PROBABILITY] <= 1)).all()
    second = chosen(files, "--count", "6")
    assert second[fields.NUMBER].tolist() == list(range(1, 13))
    np.testing.assert_array_equal(second["wkb"][:6], first["wkb"])
    wrong = (second[fields.ROW] >= 128) & (second[fields.COL] < 64)
    assert wrong.sum() >= 3  # of a ninth of the map
    assert second[fields.SCORE][wrong].min() > np.median(second[fields.SCORE][~wrong])
    places = np.stack([second[fields.ROW], second[fields.COL]], axis=1) / TILE
    gaps = np.sqrt(((places[:, None] - places[None]) ** 2).sum(axis=2)) + 99 * np.eye(12)
    assert gaps.min() >= 2


def test_tiles_lie_where_they_say(files: dict[str, str]) -> None:
    found = chosen(files)
    for wkb, row, col in zip(found["wkb"], found[fields.ROW], found[fields.COL]):
        left, bottom, right, top = shapely.from_wkb(wkb).bounds
        assert (left - 500_000, 4_000_000 - top, right - left, top - bottom) == (col, row, TILE, TILE)


def test_what_was_found_right_becomes_a_label(files: dict[str, str], tmp_path: Path) -> None:
    found = chosen(files, "--count", "4")
    assert READ_LAYER == fields.LAYER
    write(files, "UPDATE reviews SET verdict = 'right' WHERE number = 1")
    scene = Scene((files["image.tif"],), files["polygons.gpkg"], "kind", reviews=(files["reviews.gpkg"],))
    with rasterio.open(files["image.tif"]) as file:
        grid = Grid.of(file)
    made = rasterise(scene, grid, legend_of([scene]), tmp_path / "labels.tif")
    row, col = int(found[fields.ROW][0]), int(found[fields.COL][0])
    with rasterio.open(made.path) as labels, rasterio.open(files["map.tif"]) as mapped:
        ids, classes = labels.read(1), mapped.read(1)
    tile = (slice(row, row + TILE), slice(col, col + TILE))
    names = {1: "dark", 2: "bright"}
    legend = legend_of([scene])
    expected = np.vectorize(lambda value: legend.id_of(names[value]))(classes[tile])
    assert (ids[tile] == expected).mean() > 0.9  # polygons go before it
    assert made.by_origin["reviewed"]["dark"] + made.by_origin["reviewed"]["bright"] > 0


def write(files: dict[str, str], sql: str) -> None:
    """Change a file of reviews as another program would."""
    with sqlite3.connect(files["reviews.gpkg"]) as database:
        for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
            database.create_function(name, 1, lambda _shape: 0)
        database.execute(sql)
    database.close()


def audit(files: dict[str, str]) -> dict[str, np.ndarray]:
    facts, _, wkb, values = pyogrio.raw.read(files["reviews.gpkg"], layer=SAMPLE_LAYER)
    return {"wkb": wkb, **{str(name): np.asarray(column) for name, column in zip(facts["fields"], values)}}


def test_random_places_are_mixed_in_and_grow_a_simple_random_sample(files: dict[str, str]) -> None:
    tiles = chosen(files, "--count", "5", "--audit", "4")
    first = audit(files)
    assert sorted([*tiles[fields.NUMBER], *first["number"]]) == list(range(1, 10))
    assert first["number"].max() > 4 or tiles[fields.NUMBER].min() > 1  # mixed, not put in front
    assert set(first["stratum_px"]) == {SIDE * SIDE}
    np.testing.assert_allclose(first["probability"], 4 / SIDE**2)
    write(files, "UPDATE accuracy_sample SET answer = 'dark' WHERE number = (SELECT MIN(number) FROM accuracy_sample)")
    tiles = chosen(files, "--count", "5", "--audit", "4")
    second = audit(files)
    assert sorted([*tiles[fields.NUMBER], *second["number"]]) == list(range(1, 19))
    assert len(set(second["wkb"].tolist())) == 8  # none is drawn twice
    np.testing.assert_array_equal(second["wkb"][:4], first["wkb"])
    assert second["answer"].tolist().count("dark") == 1
    assert set(second["stratum_px"]) == {SIDE * SIDE}
    np.testing.assert_allclose(second["probability"], 8 / SIDE**2)
    assert (second["probability"] * second["stratum_px"]).sum() == pytest.approx(64)  # 8 places, each with 8 in sum


def test_random_places_never_train(files: dict[str, str], tmp_path: Path) -> None:
    chosen(files, "--count", "2", "--audit", "300")
    write(files, "UPDATE reviews SET verdict = 'right'")
    with rasterio.open(files["image.tif"]) as file:
        grid = Grid.of(file)
    scene = Scene((files["image.tif"],), files["polygons.gpkg"], "kind", reviews=(files["reviews.gpkg"],))
    made = rasterise(scene, grid, legend_of([scene]), tmp_path / "labels.tif")
    with rasterio.open(made.path) as file:
        labels = file.read(1)
    points = shapely.get_coordinates(shapely.from_wkb(audit(files)["wkb"]))
    cols, rows = np.floor(~grid.transform @ points.T).astype(int)
    assert len(rows) == 300
    assert not labels[rows, cols].any()
    assert np.count_nonzero(labels) > 500


def test_what_is_answered_meanwhile_stays(files: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    chosen(files, "--count", "4", "--audit", "3")
    with sqlite3.connect(files["reviews.gpkg"]) as database:
        database.execute("ALTER TABLE reviews ADD COLUMN remark TEXT")
    scan = next_tiles._scan

    def answered(*given: Any) -> Any:
        write(files, "UPDATE reviews SET verdict = 'right', remark = 'seen in the field'")
        write(files, "UPDATE accuracy_sample SET answer = 'dark'")
        return scan(*given)

    monkeypatch.setattr(next_tiles, "_scan", answered)
    tiles, places = chosen(files, "--count", "4", "--audit", "3"), audit(files)
    assert tiles[fields.VERDICT].tolist() == ["right"] * 4 + [""] * 4
    assert tiles["remark"].tolist() == ["seen in the field"] * 4 + [None] * 4
    assert [answer or "" for answer in places["answer"]] == ["dark"] * 3 + [""] * 3
    assert len(set(places["probability"])) == 1
    for layer in (fields.LAYER, SAMPLE_LAYER):
        info = pyogrio.read_info(files["reviews.gpkg"], layer=layer)
        found = pyogrio.raw.read(files["reviews.gpkg"], layer=layer, bbox=tuple(info["total_bounds"]))[2]
        assert info["features"] == len(found) == (8 if layer == fields.LAYER else 6)
