"""Data sets of tiles come in as imagery with labels on which a training can be started."""

from __future__ import annotations

import json
import warnings
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
from outcrop.core.labels.sources.label_raster import legend_of

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


def test_pictures_of_colours_are_no_masks(labelled: Scene, tmp_path: Path) -> None:
    folder = export(labelled, tmp_path / "tiles")
    (folder / "classes.json").unlink()
    plain = take_in(folder, tmp_path / "plain")["classes"]
    masks = sorted((folder / "train" / "masks").iterdir())
    for mask in masks:
        with rasterio.open(mask) as dataset:
            values, profile = dataset.read(1), dataset.profile
        with rasterio.open(mask, "w", **{**profile, "count": 3, "photometric": "RGB"}) as made:
            made.write(np.stack([values] * 3))
    assert take_in(folder, tmp_path / "grey")["classes"] == plain
    with rasterio.open(masks[0], "r+") as made:
        made.write(255 - made.read(2), 2)
    with pytest.raises(BadInputError, match="several bands that differ"):
        take_in(folder, tmp_path / "coloured")


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
    with pytest.raises(BadInputError, match=r"isn.t empty|lies in the folder"):
        take_in(folder, folder)
    line = next((folder / "train" / "labels").glob("*.txt"))
    line.write_text("7 0.5 0.5 0.1 0.1\n")
    with pytest.raises(BadInputError, match="Line 1 of"):
        take_in(folder, tmp_path / "labels", kind="yolo")
    assert not (tmp_path / "labels").exists()


def picture(path: Path, value: int = 90, side: int = SIDE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        driver = "PNG" if path.suffix == ".png" else "JPEG"
        with rasterio.open(path, "w", driver=driver, width=side, height=side, count=3, dtype="uint8") as file:
            file.write(np.full((3, side, side), value, np.uint8))
    return path


def coco(folder: Path, objects: list[dict[str, Any]], encoding: str = "utf-8", **more: Any) -> Path:
    picture(folder / "train" / "images" / "a.png")
    content = {
        "images": [{"id": 1, "file_name": "images\\a.png"}],
        "categories": [{"id": 1, "name": "rock"}, {"id": 2, "name": "rock"}],
        "annotations": [{"id": 1, "image_id": 1, "category_id": 1, **entry} for entry in objects],
        **more,
    }
    (folder / "train" / "annotations.json").write_bytes(json.dumps(content).encode(encoding))
    return folder


RING = {"segmentation": [[4, 4, 12, 4, 12, 12, 4, 12]]}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_coco_as_other_programs_write_it(encoding: str, tmp_path: Path) -> None:
    odd = [{"segmentation": [[]]}, {**RING, "image_id": 9}, {"segmentation": RING["segmentation"][0], "category_id": 2}]
    heard: list[Any] = []
    result = take_in(coco(tmp_path / "set", [RING, *odd], encoding), tmp_path / "out", heard)
    assert [entry["name"] for entry in result["classes"]] == ["background", "rock"]
    assert np.count_nonzero(read(result["parts"]["train"]["labels"]) == 2) == 64
    told = [event["text"] for event in heard if event.get("event") == "warning"]
    assert [text.partition(" of")[0] for text in told] == ["1 objects", "1 objects"]


@pytest.mark.parametrize("counts", [[132, 4, 28, 4, 856], ""], ids=["plain", "compressed"])
def test_run_length_masks_are_read(counts: Any, tmp_path: Path) -> None:
    mask = np.zeros((SIDE, SIDE), bool)
    mask[4:8, 4:6] = True
    if isinstance(counts, str):
        counts = compressed(mask)
    objects = [{"segmentation": {"size": [SIDE, SIDE], "counts": counts}, "bbox": [0, 0, 9, 9]}]
    result = take_in(coco(tmp_path / "set", objects), tmp_path / "out")
    assert np.array_equal(read(result["parts"]["train"]["labels"])[0] == 2, mask)


def compressed(mask: np.ndarray) -> str:
    """Write a mask as pycocotools does: its C code, word by word."""
    flat = mask.T.ravel()
    edges = np.flatnonzero(np.diff(flat)) + 1
    runs = np.diff(np.concatenate([[0], edges, [flat.size]])).tolist()
    text = ""
    for place, run in enumerate(runs):
        number = run - runs[place - 2] if place > 2 else run
        more = True
        while more:
            code = number & 0x1F
            number >>= 5
            more = number != -1 if code & 0x10 else number != 0
            text += chr((code | 0x20 if more else code) + 48)
    return text


@pytest.mark.parametrize("counts", [[5, 4], "zzz", [-1, 1025], []])
def test_run_length_masks_that_do_not_fill_the_picture_are_refused(counts: Any, tmp_path: Path) -> None:
    objects = [{"segmentation": {"size": [SIDE, SIDE], "counts": counts}}]
    with pytest.raises(BadInputError, match=r"annotations\.json"):
        take_in(coco(tmp_path / "set", objects), tmp_path / "out")


@pytest.mark.parametrize(("line", "encoding"), [("0", "utf-8-sig"), ("1", "gbk"), ("-1", "utf-8"), ("2", "utf-8")])
def test_yolo_classes_are_those_of_the_list(line: str, encoding: str, tmp_path: Path) -> None:
    picture(tmp_path / "set" / "train" / "images" / "a.png")
    (tmp_path / "set" / "train" / "labels").mkdir()
    (tmp_path / "set" / "train" / "labels" / "a.txt").write_text(f"{line} 0.5 0.5 0.2 0.2\n")
    (tmp_path / "set" / "classes.txt").write_bytes("岩石\r\n砂岩\r\n".encode(encoding))
    if line in ("-1", "2"):
        with pytest.raises(BadInputError, match=f"no class {line}"):
            take_in(tmp_path / "set", tmp_path / "out")
        return
    result = take_in(tmp_path / "set", tmp_path / "out")
    assert [entry["name"] for entry in result["classes"]] == ["background", "岩石", "砂岩"]
    assert set(np.unique(read(result["parts"]["train"]["labels"]))) == {0, 1, 2 + int(line)} - {0}


def test_tiles_of_one_name_and_odd_folders(tmp_path: Path) -> None:
    folder = tmp_path / "a & b" / "set"
    for name, value in (("a.png", 50), ("a.jpg", 200), ("b.png", 90)):
        picture(folder / "images" / name, value)
        picture(folder / "masks" / f"{Path(name).stem}.png", 1 if value < 100 else 2)
    (folder / "images" / "._a.png").write_bytes(b"\0\5\x16\7Mac OS X")
    (folder / "masks" / "._a.png").write_bytes(b"\0\5\x16\7Mac OS X")
    result = take_in(folder, tmp_path / "a & b" / "out")
    assert result["parts"]["train"]["tiles"] == 3
    imagery = read(result["parts"]["train"]["imagery"])[0]
    assert {50, 90} < set(np.unique(imagery)) - {0}
    assert imagery.max() > 190
