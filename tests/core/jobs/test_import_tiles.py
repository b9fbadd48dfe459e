"""Data sets of tiles come in as imagery with labels on which a training can be started."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.execution import execute
from outcrop.core.jobs.specs import job_from_json, job_to_json
from outcrop.core.labels.datasets.jobs import ExportTilesJob, ImportTilesJob
from outcrop.core.labels.datasets.tile_export_settings import TileSettings
from outcrop.core.labels.label_raster import legend_of

SIDE = 32


@pytest.fixture
def labelled(scene: Any, tmp_path: Path) -> Scene:
    boxes = [(0, 0, 96, 40), (4, 50, 24, 60), (70, 60, 95, 95)]
    labels = scene.write_polygons(tmp_path / "p.gpkg", boxes, ["background", "dike", "rock"])
    return Scene((scene.image,), labels, "kind")


def export(scene: Scene, folder: Path, **settings: Any) -> Path:
    chosen = {"tile_px": SIDE, "stride_px": SIDE, "validation_share": 0.2, "test_share": 0.2, **settings}
    execute(ExportTilesJob(scene, str(folder), TileSettings(**chosen)), Events())
    return folder


def take_in(folder: Path, out: Path, heard: list[Any] | None = None, **settings: Any) -> dict[str, Any]:
    job = ImportTilesJob(str(folder), str(out), **settings)
    return execute(job_from_json(job_to_json(job)), Events([].append if heard is None else heard.append))


def read(path: str) -> np.ndarray:
    with rasterio.open(path) as dataset:
        return dataset.read()


def test_exported_tiles_come_back_in_their_place(labelled: Scene, tmp_path: Path) -> None:
    folder = export(labelled, tmp_path / "tiles")
    result = take_in(folder, tmp_path / "labels")
    assert [entry["name"] for entry in result["classes"]] == ["background", "dike", "rock"]
    assert sum(part["tiles"] for part in result["parts"].values()) == len(list(folder.glob("*/images/*.tif")))
    seen = 0
    for part, files in result["parts"].items():
        with rasterio.open(files["labels"]) as labels, rasterio.open(files["imagery"]) as imagery:
            assert labels.bounds == imagery.bounds
            for tile in sorted((folder / part / "masks").iterdir()):
                with rasterio.open(tile) as mask:
                    window = labels.window(*mask.bounds)
                    assert np.array_equal(labels.read(1, window=window), mask.read(1))
                    picture = read(str(tile.parents[1] / "images" / tile.name))
                    assert np.array_equal(imagery.read([1, 2, 3], window=window), picture)
                    seen += int(np.count_nonzero(mask.read(1)))
    assert sum(np.count_nonzero(read(files["labels"])) for files in result["parts"].values()) == seen


def test_the_list_of_scenes_is_one_to_train_on(labelled: Scene, tmp_path: Path) -> None:
    result = take_in(export(labelled, tmp_path / "tiles"), tmp_path / "labels")
    scenes = [Scene(**entry) for entry in json.loads(Path(result["scenes"]).read_text())]
    assert len(scenes) == 2
    assert set(legend_of(scenes).names) == {"background", "dike", "rock"}


def test_tiles_without_a_place_are_laid_side_by_side(labelled: Scene, tmp_path: Path) -> None:
    folder = export(labelled, tmp_path / "tiles", image_format="png")
    result = take_in(folder, tmp_path / "labels", pixel_size_m=2.0)
    files = result["parts"]["train"]
    counts = np.zeros(4, int)
    for mask in (folder / "train" / "masks").iterdir():
        counts += np.bincount(read(str(mask)).ravel(), minlength=4)
    found = np.bincount(read(files["labels"]).ravel(), minlength=4)
    assert found[1:].tolist() == counts[1:].tolist()
    with rasterio.open(files["imagery"]) as imagery, rasterio.open(files["labels"]) as labels:
        assert imagery.res == (2.0, 2.0)
        mask = imagery.read_masks(1)
        assert not mask.all()
        assert mask[labels.read(1) > 0].all()


@pytest.mark.parametrize("kind", ["coco", "yolo"])
def test_objects_cover_what_their_boxes_cover(kind: str, labelled: Scene, tmp_path: Path) -> None:
    folder = export(labelled, tmp_path / "tiles", coco=True)
    result = take_in(folder, tmp_path / "labels", kind=kind)
    assert [entry["name"] for entry in result["classes"]] == ["background", "dike", "rock"]
    for part, files in result["parts"].items():
        with rasterio.open(files["labels"]) as labels:
            for tile in (folder / part / "masks").iterdir():
                with rasterio.open(tile) as mask:
                    wanted = mask.read(1)
                    found = labels.read(1, window=labels.window(*mask.bounds))
                assert (found[wanted > 1] == wanted[wanted > 1]).all()  # the polygons are boxes themselves
                assert (found[wanted == 1] == 1).all()


def test_masks_from_elsewhere_are_named_by_hand(labelled: Scene, tmp_path: Path) -> None:
    folder = export(labelled, tmp_path / "tiles")
    (folder / "classes.json").unlink()
    result = take_in(folder, tmp_path / "labels")
    assert result["classes"][0]["name"] == "0"
    names = ("nothing", "ground", "dike", "rock")
    result = take_in(folder, tmp_path / "again", classes=names)
    assert [entry["name"] for entry in result["classes"]] == list(names)
    with pytest.raises(BadInputError, match="hold 4 values"):
        take_in(folder, tmp_path / "wrong", classes=("a", "b"))
    assert not (tmp_path / "wrong").exists()


def test_images_without_labels_are_left_out_and_told(labelled: Scene, tmp_path: Path) -> None:
    folder = export(labelled, tmp_path / "tiles")
    next((folder / "train" / "masks").iterdir()).unlink()
    heard: list[Any] = []
    take_in(folder, tmp_path / "labels", heard)
    assert any("1 images of train have no labels" in str(event.get("text")) for event in heard)


def test_what_is_no_data_set_is_refused(labelled: Scene, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadInputError, match="holds no images"):
        take_in(tmp_path / "empty", tmp_path / "labels")
    with pytest.raises(BadInputError, match="There is no folder"):
        take_in(tmp_path / "none", tmp_path / "labels")
    folder = export(labelled, tmp_path / "tiles")
    with pytest.raises(BadInputError, match="isn't empty"):
        take_in(folder, folder)
    line = next((folder / "train" / "labels").glob("*.txt"))
    line.write_text("7 0.5 0.5 0.1 0.1\n")
    with pytest.raises(BadInputError, match="Line 1 of"):
        take_in(folder, tmp_path / "labels", kind="yolo")
    assert not (tmp_path / "labels").exists()
