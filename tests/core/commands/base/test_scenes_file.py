"""Several scenes in one list: labels of every kind train one model, and what is wrong with a list is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import pytest
import rasterio
import shapely
from outcrop.core.commands.base.scenes_file import read_scenes
from outcrop.core.commands.command_line import main
from outcrop.core.errors import BadInputError, UnknownNameError
from outcrop.core.labels.parts import PART_NAMES
from outcrop.core.model.card_file import read_card

GIVEN = '{"images": ["i.tif"], "labels": "l.gpkg"}'


def number_polygons(scene: Any, path: Path, driver: str) -> None:
    """Write the scene's stripes as polygons of the classes 0 (dark) and 1 (bright), the field being a number."""
    boxes = [(4.0, float(row), 92.0, row + 12.0) for row in range(0, 96, 12)]
    with rasterio.open(scene.image) as file:
        place = file.transform
    shapes = [shapely.box(*(place @ box[:2]), *(place @ box[2:])) for box in boxes]
    pyogrio.raw.write(
        str(path), shapely.to_wkb(np.array(shapes)), [np.arange(8) % 2], np.array(["code"]), geometry_type="Polygon",
        crs="EPSG:32633", driver=driver,
    )  # fmt: skip


@pytest.mark.slow
def test_shapefile_geojson_and_label_raster_train_one_model(
    scene: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    number_polygons(scene, tmp_path / "a.shp", "ESRI Shapefile")
    number_polygons(scene, tmp_path / "b.geojson", "GeoJSON")
    truth = ((np.arange(96)[:, None] // 12 + np.zeros(96, int)) % 2)[None].astype(np.uint8)
    truth[:, :, :4] = truth[:, :, 92:] = 255
    scene.write_image(tmp_path / "c.tif", truth, nodata=255)
    listed = [
        {"images": [scene.image], "labels": "a.shp", "class_field": "code"},
        {"images": scene.image, "labels": "b.geojson", "class_field": "code"},
        {"images": [scene.image], "labels": "c.tif"},
    ]
    (tmp_path / "scenes.json").write_text(json.dumps(listed))
    arguments = [
        "train", "--scenes", str(tmp_path / "scenes.json"), "--out", str(tmp_path / "m.safetensors"), "--epochs", "1",
        "--set", "model_parameters.width=4", "--set", "model_parameters.depth=1", "--set", "tile_px=16", "--set",
        "tiles_per_epoch=8", "--set", "gap_px=0", "--minutes", "0", "--json",
    ]  # fmt: skip
    assert main(arguments) == 0
    result = json.loads(capsys.readouterr().out)
    assert [entry["name"] for entry in result["classes"]] == ["0", "1"]
    labels = []
    for path in result["label_rasters"]:
        with rasterio.open(path) as file:
            labels.append(file.read(1))
    assert np.array_equal(labels[0], labels[1])
    assert np.array_equal(labels[0], labels[2])
    assert np.array_equal(labels[0], np.where(truth[0] == 255, 0, truth[0] + 1))
    pixels = read_card(tmp_path / "m.safetensors").provenance["pixels"]
    assert sum(sum(pixels[name].values()) for name in PART_NAMES) == 3 * 96 * 88


def test_files_lie_beside_the_list_or_where_it_says(tmp_path: Path) -> None:
    (tmp_path / "l.gpkg").write_bytes(b"")
    (tmp_path / "s.json").write_text(f'[{GIVEN}, {{"images": ["/far/i.tif", "h.tif"], "labels": "/far/l.tif"}}]')
    first, second = read_scenes(tmp_path / "s.json")
    assert (first.images, first.labels) == (("i.tif",), str(tmp_path / "l.gpkg"))
    assert (second.images, second.labels, second.labelled_area) == (("/far/i.tif", "h.tif"), "/far/l.tif", "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "isn't a list of scenes"),
        (GIVEN, "isn't a list of scenes. It should look like"),
        ("[]", "isn't a list of scenes"),
        ('["i.tif"]', "isn't a list of scenes"),
        (f'[{GIVEN}, {{"labels": "l.gpkg"}}]', r"Scene 2 in .* has no images\. Add"),
        ('[{"images": []}]', "has no images and no labels"),
    ],
)
def test_what_is_wrong_with_a_list_is_said(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "s.json").write_text(text)
    with pytest.raises(BadInputError, match=words):
        read_scenes(tmp_path / "s.json")


def test_unknown_keys_and_missing_files(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="can't be read: No such file"):
        read_scenes(tmp_path / "s.json")
    (tmp_path / "s.json").write_text('[{"images": ["i.tif"], "labels": "l.gpkg", "field": "kind"}]')
    with pytest.raises(UnknownNameError, match="class_field"):
        read_scenes(tmp_path / "s.json")
