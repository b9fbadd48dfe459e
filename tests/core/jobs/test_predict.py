"""The prediction job, from files to files."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from outcrop.core.errors import BadInputError, CancelledError, OutcropError
from outcrop.core.events import Events
from outcrop.core.jobs.predict import predict
from outcrop.core.prediction.jobs import PredictJob
from rasterio.warp import transform_geom

Maker = Callable[..., str]
ROOT = Path(__file__).resolve().parents[3]


def run(models: list[str], images: list[str], out: Path, heard: list[dict[str, Any]] | None = None, **job: Any) -> Any:
    events = Events(heard.append if heard is not None else lambda _event: None)
    return predict(PredictJob(tuple(models), tuple(images), str(out), **job), events)


def read(path: Any, band: int = 1) -> np.ndarray:
    with rasterio.open(path) as file:
        return file.read(band)


def warnings_in(heard: list[dict[str, Any]]) -> list[str]:
    return [event["text"] for event in heard if event["event"] == "warning"]


@pytest.mark.parametrize("kind", ["small", "nearest"])
def test_every_pixel_gets_a_class(kind: str, make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    result = run([make_model(kind=kind)], [make_image()], tmp_path / "out.tif")

    labels = read(result["out"])
    assert labels.shape == (100, 120)
    assert set(np.unique(labels)) <= {1, 2, 3}
    assert len(np.unique(labels)) > 1
    assert result["pixels"] == labels.size
    assert result["outputs"] == {"classes": str(tmp_path / "out.tif")}
    assert sum(result["shares"].values()) == pytest.approx(1)
    assert {path.name for path in tmp_path.iterdir() if path.name.startswith("out")} == {
        "out.tif", "out.tif.aux.xml", "out.qml",
    }  # fmt: skip


@pytest.mark.parametrize("side", [1, 31, 32, 33, 255, 257, 1000])
@pytest.mark.parametrize(("kind", "margin"), [("nearest", 0), ("nearest", 5), ("small", 12), ("small", 40)])
@pytest.mark.parametrize("tile_px", [0, 160])
def test_a_constant_image_gives_a_constant_result(
    side: int, kind: str, margin: int, tile_px: int, make_model: Maker, make_image: Maker, tmp_path: Path
) -> None:
    image = make_image(values=np.full((3, side, side), 130, np.uint8))

    result = run([make_model(kind=kind, margin=margin)], [image], tmp_path / "out.tif", tile_px=tile_px)

    labels = read(result["out"])
    assert labels.shape == (side, side)
    assert len(np.unique(labels)) == 1
    assert labels[0, 0] > 0


def test_bands_in_another_order_are_found_by_name(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    model, first = make_model(), make_image("first")
    with rasterio.open(first) as file:
        values = file.read()
    more = np.concatenate([np.zeros_like(values[:1]), values[::-1]]).astype(np.uint16)
    other = make_image("other", values=more, names=("Near infrared", "blue", "green", "red"))

    one, two = run([model], [first], tmp_path / "one.tif"), run([model], [other], tmp_path / "two.tif")

    assert np.array_equal(read(one["out"]), read(two["out"]))


def test_bands_without_the_models_names_are_taken_by_position(
    make_model: Maker, make_image: Maker, tmp_path: Path
) -> None:
    model, first = make_model(), make_image("first")
    other = make_image("other", names=("B4", "B3", "B2"))
    one, two = run([model], [first], tmp_path / "one.tif"), run([model], [other], tmp_path / "two.tif")

    assert np.array_equal(read(one["out"]), read(two["out"]))


def test_a_missing_band_is_refused_by_name(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    model = make_model(bands=("Red", "Green", "Blue", "Near infrared"))

    with pytest.raises(BadInputError, match=r"trained on Red, Green, Blue, Near infrared.*has no Near infrared"):
        run([model], [make_image()], tmp_path / "out.tif")
    assert not (tmp_path / "out.tif").exists()


def test_tiles_give_what_one_pass_gives(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    model, image = make_model(), make_image(shape=(3, 300, 333))

    whole = run([model], [image], tmp_path / "whole.tif", tile_px=512)
    tiled = run([model], [image], tmp_path / "tiled.tif", tile_px=64)

    assert np.array_equal(read(whole["out"]), read(tiled["out"]))


def test_an_extent_gives_what_the_whole_gives_there(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    model, image = make_model(), make_image(shape=(3, 300, 333))
    whole = run([model], [image], tmp_path / "whole.tif", tile_px=64)

    part = run([model], [image], tmp_path / "part.tif", extent=(400_510.0, 4_698_000.0, 401_730.0, 4_699_290.0))

    with rasterio.open(part["out"]) as file:
        assert file.transform[:6] == (10, 0, 400_510, 0, -10, 4_699_290)
        assert np.array_equal(file.read(1), read(whole["out"])[71:200, 51:173])


def test_nodata_in_gives_nodata_out(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    with rasterio.open(make_image("base")) as file:
        values = file.read().astype(np.float32)
    values[:, 20:40, 30:70] = -9999
    values[1, 60:70, 5:10] = np.nan
    values[2, 80, 100] = np.inf
    image = make_image(values=values, nodata=-9999)

    result = run([make_model()], [image], tmp_path / "out.tif", tile_px=48)

    hole = np.zeros((100, 120), bool)
    hole[20:40, 30:70] = hole[60:70, 5:10] = hole[80, 100] = True
    assert np.array_equal(read(result["out"]) == 0, hole)
    assert result["pixels"] == 12_000 - hole.sum()


@pytest.mark.parametrize("kind", ["uint8", "int16", "uint16", "int32", "float32", "float64"])
def test_any_data_type(kind: str, make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    with rasterio.open(make_image("base")) as file:
        values = file.read()
    model = make_model()
    expected = run([model], [make_image("bytes", values=values)], tmp_path / "a.tif")

    result = run([model], [make_image("other", values=values.astype(kind))], tmp_path / "b.tif")

    assert np.array_equal(read(result["out"]), read(expected["out"]))


@pytest.mark.parametrize(
    ("transform", "crs"),
    [
        (Affine(10, 0, 400_000, 0, 10, 4_700_000), "EPSG:32654"),
        (Affine(10, 0, 400_000, 0, -10, 4_700_000) * Affine.rotation(30), "EPSG:32654"),
        (Affine(0.0001, 0, 141.0, 0, -0.0001, 42.5), "EPSG:4326"),
    ],
    ids=["south-up", "rotated", "geographic"],
)
def test_any_geotransform(transform: Affine, crs: str, make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    model = make_model()
    plain = run([model], [make_image("plain")], tmp_path / "a.tif")

    result = run([model], [make_image("odd", transform=transform, crs=crs)], tmp_path / "b.tif", tile_px=64)

    with rasterio.open(result["out"]) as file:
        assert file.transform.almost_equals(transform)
        assert file.crs == rasterio.crs.CRS.from_user_input(crs)
    assert np.array_equal(read(result["out"]), read(plain["out"]))


def test_only_what_the_mask_covers_is_predicted(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    # Columns 10–40 and rows 20–50 of the image, in geographic coordinates of another system.
    ring = [
        (400_100, 4_699_800),
        (400_400, 4_699_800),
        (400_400, 4_699_500),
        (400_100, 4_699_500),
        (400_100, 4_699_800),
    ]
    geometry = transform_geom("EPSG:32654", "EPSG:4326", {"type": "Polygon", "coordinates": [ring]})
    mask = tmp_path / "mask.geojson"
    mask.write_text(json.dumps({"type": "Feature", "properties": {}, "geometry": geometry}))
    model, image = make_model(), make_image()
    whole = run([model], [image], tmp_path / "whole.tif")

    result = run([model], [image], tmp_path / "out.tif", mask=str(mask))

    labels = read(result["out"])
    assert result["pixels"] == pytest.approx(900, abs=35)
    with rasterio.open(result["out"]) as file:
        col, row = ~file.transform * (400_200, 4_699_700)
    assert labels[int(row), int(col)] == read(whole["out"])[30, 20]


def test_an_extent_beside_the_image_is_refused(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="imagery, which covers"):
        run([make_model()], [make_image()], tmp_path / "out.tif", extent=(0.0, 0.0, 10.0, 10.0))


def test_tiles_come_from_the_centre_outwards(
    make_model: Maker, make_image: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outcrop.core.jobs.predict._EVENTS_APART_S", 0.0)
    model, image = make_model(), make_image(shape=(3, 200, 200))
    shown: list[np.ndarray] = []

    def listen(event: dict[str, Any]) -> None:
        if event.get("partial") and event["fraction"] > 0:
            shown.append(read(event["partial"]) > 0)

    job = PredictJob((model,), (image,), str(tmp_path / "out.tif"), centre=(401_500.0, 4_699_500.0), tile_px=64)
    predict(job, Events(listen))

    assert len(shown) > 1
    first = next(seen for seen in shown if seen.any())
    assert first[50, 150]
    assert not first[199, 0]


def test_what_is_done_can_be_seen_and_is_gone_in_the_end(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    heard: list[dict[str, Any]] = []
    run([make_model()], [make_image()], tmp_path / "out.tif", heard)

    partial = next(event["partial"] for event in heard if event.get("partial"))
    assert not Path(partial).exists()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_events_say_which_windows_are_done(
    make_model: Maker, make_image: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outcrop.core.jobs.predict._EVENTS_APART_S", 0.0)
    model, image = make_model(), make_image(shape=(3, 200, 200))
    told = np.zeros((150, 200), int)

    def listen(event: dict[str, Any]) -> None:
        for row, col, height, width in event.get("done", ()):
            told[row : row + height, col : col + width] += 1
        if event.get("done"):
            assert (read(event["partial"])[told > 0] > 0).all()

    extent = (400_000.0, 4_698_000.0, 402_000.0, 4_699_500.0)
    predict(PredictJob((model,), (image,), str(tmp_path / "out.tif"), extent=extent, tile_px=64), Events(listen))

    assert (told == 1).all()


def test_cancelling_leaves_the_older_prediction(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    out = tmp_path / "out.tif"
    run([make_model()], [make_image()], out)
    before = out.read_bytes()
    events = Events(lambda event: events.cancel() if event.get("fraction", 0) > 0 else None)

    with pytest.raises(CancelledError):
        predict(PredictJob((make_model("n", seed=3),), (make_image(),), str(out), tile_px=48), events)

    assert out.read_bytes() == before
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_truncated_raster_is_named_with_its_place(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    image = Path(make_image(shape=(3, 300, 300), names=(), tiled=True, blockxsize=64, blockysize=64))
    content = image.read_bytes()
    image.write_bytes(content[: len(content) * 2 // 3])

    with pytest.raises(OutcropError, match=r"image\.tif.*rows \d+"):
        run([make_model()], [str(image)], tmp_path / "out.tif", tile_px=64)
    assert not (tmp_path / "out.tif").exists()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_another_pixel_size_is_warned_about_and_resampled(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    model, image = make_model(pixel_size_m=20.0), make_image()
    heard: list[dict[str, Any]] = []
    run([model], [image], tmp_path / "a.tif", heard)
    assert any("trained on pixels of 20 m" in text for text in warnings_in(heard))

    heard.clear()
    result = run([model], [image], tmp_path / "b.tif", heard, resample=True)

    assert not warnings_in(heard)
    with rasterio.open(result["out"]) as file:
        assert file.shape == (50, 60)
        assert file.transform[0] == 20


def test_a_model_that_learned_from_shrunk_tiles_sees_imagery_at_its_own_pixel_size(
    make_model: Maker, make_image: Maker, tmp_path: Path
) -> None:
    shrunk = make_model("shrunk", pixel_size_m=20.0, recipe={"tile_px": 128, "resize_px": 64})
    heard: list[dict[str, Any]] = []
    result = run([shrunk], [make_image()], tmp_path / "a.tif", heard)

    assert not warnings_in(heard)
    assert any("its own pixel size, 20 m" in event.get("text", "") for event in heard)
    with rasterio.open(result["out"]) as file:
        assert file.shape == (50, 60)
        assert file.transform[0] == 20
    same = make_model("same", pixel_size_m=20.0, recipe={"tile_px": 64, "resize_px": None})
    assert read(run([same], [make_image()], tmp_path / "b.tif")["out"]).shape == (100, 120)


def test_a_folder_of_rasters_is_predicted_as_one(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    model, whole = make_model(), make_image("whole", shape=(3, 80, 120))
    with rasterio.open(whole) as file:
        values = file.read()
    (tmp_path / "scenes").mkdir()
    for col in (0, 60):
        place = Affine(10, 0, 400_000 + 10 * col, 0, -10, 4_700_000)
        make_image(f"scenes/{col}", values=values[:, :, col : col + 60], transform=place)

    one, two = run([model], [whole], tmp_path / "a.tif"), run([model], [str(tmp_path / "scenes")], tmp_path / "b.tif")

    assert np.array_equal(read(one["out"]), read(two["out"]))


def test_values_far_from_the_trainings_are_warned_about(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    with rasterio.open(make_image("base")) as file:
        values = file.read().astype(np.uint16)
    values[1] *= 40
    heard: list[dict[str, Any]] = []
    run([make_model()], [make_image(values=values)], tmp_path / "out.tif", heard)

    (text,) = warnings_in(heard)
    assert "Green" in text
    assert "Red" not in text


def test_no_room_on_the_disk_is_refused(
    make_model: Maker, make_image: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr("outcrop.core.files.disk.shutil.disk_usage", lambda _path: usage)

    with pytest.raises(BadInputError, match="Free some space"):
        run([make_model()], [make_image()], tmp_path / "out.tif")


def test_another_format_is_refused(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"\.tif"):
        run([make_model()], [make_image()], tmp_path / "out.png")


WITHOUT_TORCH = """
import runpy, sys
sys.modules.update(dict.fromkeys(["torch", "timm", "sklearn", "onnxruntime", "openvino"]))
runpy.run_path(sys.argv[1])["bind_package"]()
from outcrop.core.events import Events
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.specs import PredictJob
predict(PredictJob((sys.argv[2],), (sys.argv[3],), sys.argv[4]), Events())
"""


def test_a_classifier_predicts_where_torch_cannot_be_imported(make_image: Maker, tmp_path: Path) -> None:
    from outcrop.core.geodata.normalisation import Normalisation
    from outcrop.core.labels.legend import Legend
    from outcrop.core.model.catalogue import build
    from outcrop.core.model.model_card import ModelCard
    from outcrop.core.model.model_file import save_model

    bands = ("Red", "Green", "Blue")
    classifier = build("maximum_likelihood", bands, 2)
    rng = np.random.default_rng(0)
    labels = np.repeat([1, 2], 200)
    classifier.fit((rng.normal(size=(400, 3)) + labels[:, None]).astype(np.float32), labels, 0)
    scaling = [(0.0,) * 3, (50.0,) * 3, (0.0,) * 3, (255.0,) * 3, (100.0,) * 3, (50.0,) * 3]
    card = ModelCard(
        "m", "maximum_likelihood", {}, bands, Legend.from_names(["a", "b"]), Normalisation("mean_deviation", *scaling),
        10.0, "uint8", 64, 0, {},
    )  # fmt: skip
    save_model(tmp_path / "m.safetensors", card, classifier.arrays())
    out = tmp_path / "out.tif"
    script = [sys.executable, "-c", WITHOUT_TORCH, str(ROOT / "core" / "__main__.py")]

    told = subprocess.run(
        [*script, str(tmp_path / "m.safetensors"), make_image(), str(out)], capture_output=True, text=True, check=False
    )

    assert told.returncode == 0, told.stderr
    assert set(np.unique(read(out))) == {1, 2}
