"""Data sets of tiles hold what the imagery and the labels hold, in folders that other programs read."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.errors import BadInputError, DiskError
from outcrop.core.events import Events
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.execution import execute
from outcrop.core.jobs.specs import job_from_json, job_to_json
from outcrop.core.labels.datasets.jobs import ExportTilesJob
from outcrop.core.labels.datasets.tile_export import objects
from outcrop.core.labels.datasets.tile_export_settings import TileSettings

SETTINGS = {"tile_px": 32, "stride_px": 32, "validation_share": 0.2, "test_share": 0.2}


@pytest.fixture
def labelled(scene: Any, tmp_path: Path) -> Scene:
    boxes = [(0, 0, 96, 40), (4, 50, 24, 60), (70, 60, 95, 95)]
    labels = scene.write_polygons(tmp_path / "p.gpkg", boxes, ["a", "b", "b"])
    return Scene((scene.image,), labels, "kind")


def export(scene: Scene, folder: Path, **settings: Any) -> dict[str, Any]:
    job = ExportTilesJob(scene, str(folder), TileSettings(**{**SETTINGS, **settings}), seed=1)
    return execute(job_from_json(job_to_json(job)), Events())


def test_tiles_hold_image_and_mask(labelled: Scene, tmp_path: Path) -> None:
    result = export(labelled, tmp_path / "tiles")
    images = sorted((tmp_path / "tiles").glob("*/images/*.tif"))
    assert len(images) == sum(result["tiles"].values())
    assert result["tiles"] == {"train": len(images) - 2, "valid": 1, "test": 1}
    with rasterio.open(labelled.images[0]) as whole:
        for path in images:
            with rasterio.open(path) as tile, rasterio.open(path.parents[1] / "masks" / path.name) as mask:
                window = whole.window(*tile.bounds)
                assert np.array_equal(tile.read(), whole.read(window=window))
                assert mask.bounds == tile.bounds
                assert mask.read(1).any()
    rows = list(csv.DictReader((tmp_path / "tiles" / "tiles.csv").read_text().splitlines()))
    assert sum(int(row["pixels a"]) for row in rows) == result["classes"][0]["pixels"]
    assert sum(entry["share"] for entry in result["classes"]) == pytest.approx(1.0)


def test_yolo_and_coco_say_where_objects_are(labelled: Scene, tmp_path: Path) -> None:
    export(labelled, tmp_path / "tiles", coco=True, image_format="tif")
    (text,) = (tmp_path / "tiles").glob("*/labels/r000032_c000000.txt")
    lines = dict(line.split(maxsplit=1) for line in text.read_text().splitlines())
    assert [float(value) for value in lines["1"].split()] == pytest.approx([14 / 32, 23 / 32, 20 / 32, 10 / 32])
    found = [json.loads(path.read_text()) for path in (tmp_path / "tiles").glob("*/annotations.json")]
    boxes = [entry["bbox"] for part in found for entry in part["annotations"] if entry["area"] == 200]
    assert boxes == [[4, 18, 20, 10]]


def test_excluded_places_are_left_out(labelled: Scene, scene: Any, tmp_path: Path) -> None:
    clouds = scene.write_polygons(tmp_path / "clouds.gpkg", [(1, 1, 3, 3)], ["cloud"])
    job = ExportTilesJob(labelled, str(tmp_path / "tiles"), TileSettings(**SETTINGS), excluded=clouds)
    execute(job, Events())
    names = {path.stem for path in (tmp_path / "tiles").glob("*/images/*.tif")}
    assert "r000000_c000000" not in names
    assert "r000000_c000032" in names


def test_tiles_without_data_are_left_out(labelled: Scene, tmp_path: Path) -> None:
    patchy = tmp_path / "patchy.tif"
    with rasterio.open(labelled.images[0]) as whole:
        values, profile = whole.read(), whole.profile
    values[:, :8, :32] = 0
    values[:, 8:] = np.maximum(values[:, 8:], 1)
    values[:, :, 32:] = np.maximum(values[:, :, 32:], 1)
    with rasterio.open(patchy, "w", **{**profile, "nodata": 0}) as made:
        made.write(values)
    gappy = replace(labelled, images=(str(patchy),))
    for share, is_there in ((0.0, False), (0.25, True)):
        folder = tmp_path / f"tiles {share}"
        export(gappy, folder, most_empty_share=share)
        names = {path.stem for path in folder.glob("*/images/*.tif")}
        assert ("r000000_c000000" in names) == is_there
        assert "r000000_c000032" in names


def test_what_has_no_data_is_no_class(labelled: Scene, tmp_path: Path) -> None:
    with rasterio.open(labelled.images[0]) as whole:
        values, profile = np.maximum(whole.read(), 1), whole.profile
    values[:, :8, :32] = 0
    values[:, 50:55, :20] = 0
    gappy = tmp_path / "gappy.tif"
    with rasterio.open(gappy, "w", **{**profile, "nodata": 0}) as made:
        made.write(values)
    result = export(replace(labelled, images=(str(gappy),)), tmp_path / "t", most_empty_share=0.9, coco=True, yolo=True)
    empty = values[0] == 0
    counts = np.zeros(3, int)
    for path in (tmp_path / "t").glob("*/images/*.tif"):
        row, col = int(path.stem[1:7]), int(path.stem[9:])
        with rasterio.open(path) as tile, rasterio.open(path.parents[1] / "masks" / path.name) as mask:
            there, ids = ~empty[row : row + 32, col : col + 32], mask.read(1)
            assert ((tile.read_masks(1) > 0) == there).all()
            assert not ids[~there].any()
            counts += np.bincount(ids.ravel(), minlength=3)
    assert [entry["pixels"] for entry in result["classes"]] == counts[1:].tolist()
    found = [json.loads(path.read_text()) for path in (tmp_path / "t").glob("*/annotations.json")]
    assert sum(entry["area"] for part in found for entry in part["annotations"]) == counts[1:].sum()


def test_hard_tiles_are_listed(labelled: Scene, tmp_path: Path) -> None:
    result = export(labelled, tmp_path / "tiles", hard_share=0.2)
    listed = (tmp_path / "tiles" / "hard.txt").read_text().split()
    assert len(listed) == result["hard"]
    assert [name.rpartition("/")[2] for name in listed if name.endswith("c000000")] == ["r000032_c000000"]
    assert all((tmp_path / "tiles" / part / "images" / f"{name}.tif").is_file()
               for part, _, name in (entry.partition("/") for entry in listed))  # fmt: skip


def test_a_folder_with_files_is_refused_and_left_alone(labelled: Scene, tmp_path: Path) -> None:
    (tmp_path / "tiles").mkdir()
    (tmp_path / "tiles" / "mine.txt").write_text("mine")
    with pytest.raises(BadInputError, match="isn't empty"):
        export(labelled, tmp_path / "tiles")
    assert [path.name for path in (tmp_path / "tiles").iterdir()] == ["mine.txt"]


def test_nothing_is_left_when_no_tile_is(labelled: Scene, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="No tile is left"):
        export(labelled, tmp_path / "tiles", tile_px=512)
    assert not (tmp_path / "tiles").exists()


def test_objects_touch_by_corners() -> None:
    mask = np.zeros((6, 6), np.uint8)
    mask[0, 0] = mask[1, 1] = 1
    mask[4:6, 3:6] = 1
    assert objects(mask, 1) == [(0, 0, 2, 2, 2), (4, 3, 2, 3, 6)]


@pytest.mark.parametrize("is_there", [False, True])
def test_the_folder_appears_whole_or_not_at_all(labelled: Scene, tmp_path: Path, is_there: bool) -> None:
    folder = tmp_path / "apart" / "tiles"
    folder.parent.mkdir()
    if is_there:
        folder.mkdir()
    job = ExportTilesJob(labelled, str(folder), TileSettings(**SETTINGS), seed=1)

    def another_program(event: dict[str, Any]) -> None:
        assert not folder.exists() or not any(folder.iterdir())
        if event.get("text") == "Putting the tiles in place":
            folder.mkdir(exist_ok=True)
            (folder / "theirs.txt").write_text("theirs")

    with pytest.raises(DiskError, match="tiles"):
        execute(job, Events(another_program))
    assert [path.relative_to(folder) for path in folder.parent.rglob("*") if path != folder] == [Path("theirs.txt")]
    (folder / "theirs.txt").unlink()
    execute(job, Events())
    assert (folder / "tiles.csv").is_file()
    assert list(folder.parent.iterdir()) == [folder]


def test_a_file_in_the_folders_place_is_refused_first(labelled: Scene, tmp_path: Path) -> None:
    (tmp_path / "tiles").write_text("mine")
    with pytest.raises(BadInputError, match="is a file and can't be a folder"):
        export(labelled, tmp_path / "tiles")
    assert (tmp_path / "tiles").read_text() == "mine"
