"""The command line: the loop from a shell, what it refuses, and how it says so."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.commands.command_line import main
from outcrop.core.model.card_file import read_card

TINY = [
    "--set",
    "model_parameters.width=4",
    "--set",
    "model_parameters.depth=2",
    "--set",
    "tile_px=32",
    "--set",
    "stride_px=16",
]


def train_arguments(scene: Any, out: Path, *more: str) -> list[str]:
    return [
        "train", "--image", scene.image, "--labels", scene.polygons, "--class-field", "kind",
        "--labelled-area", scene.west, "--extent", *map(str, scene.west_extent),
        "--epochs", "4", "--minutes", "0", "--out", str(out), *TINY, *more,
    ]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("model", ["unet_improved", "random_forest"])
def test_train_predict_evaluate(scene: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], model: str) -> None:
    trained, mapped = tmp_path / "m.safetensors", tmp_path / "p.tif"
    arguments = train_arguments(scene, trained, "--json")
    if model == "random_forest":
        arguments = [*arguments[: arguments.index("--set")], "--model", model, "--json"]
    assert main(arguments) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["model_file"] == str(trained)
    assert read_card(trained).legend.names == ("background", "dike")
    assert main(["predict", "--model", str(trained), "--image", scene.image, "--out", str(mapped)]) == 0
    with rasterio.open(mapped) as dataset:
        assert set(np.unique(dataset.read(1))) <= {1, 2}
        assert dataset.shape == (96, 96)
    capsys.readouterr()
    evaluation = [
        "evaluate", "--prediction", str(mapped), "--labels", scene.polygons, "--class-field", "kind",
        "--labelled-area", scene.east,
    ]  # fmt: skip
    assert main([*evaluation, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["measures"]["pixels"] == 96 * 48
    assert report["measures"]["classes"]["dike"]["f1"] > 0.8
    assert main(evaluation) == 0
    assert "mean without background" in capsys.readouterr().out


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str], status: int = 2) -> str:
    assert main(arguments) == status
    return capsys.readouterr().err


def test_bad_input_is_refused_before_any_work(scene: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "m.safetensors"

    def train(**changes: str) -> str:
        arguments = train_arguments(scene, out)
        for option, value in changes.items():
            arguments[arguments.index(f"--{option.replace('_', '-')}") + 1] = value
        return refused(arguments, capsys)

    assert "kind" in train(class_field="colour")
    assert "can't be read" in train(image=str(tmp_path / "none.tif"))
    assert "none.gpkg" in train(labels=str(tmp_path / "none.gpkg"))
    assert "doesn't exist" in train(out=str(tmp_path / "no" / "m.safetensors"))
    assert ".safetensors" in train(out=str(tmp_path / "m.pt"))
    empty = scene.write_polygons(tmp_path / "empty.gpkg", [], [])
    assert "empty" in train(labels=empty)
    far = scene.write_polygons(tmp_path / "far.gpkg", [(5000, 5000, 5010, 5010)], ["dike"])
    assert "outside" in train(labels=far) or "miss" in train(labels=far)
    truncated = tmp_path / "short.tif"
    shutil.copy(scene.image, truncated)
    truncated.write_bytes(truncated.read_bytes()[:3000])
    assert "short.tif" in train(image=str(truncated))
    pixel = scene.write_image(tmp_path / "pixel.tif", np.ones((3, 1, 1), np.uint8))
    assert "pixel.tif" in train(image=pixel)
    assert not out.exists()


def test_imagery_without_a_coordinate_system_is_refused(
    scene: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    image = tmp_path / "nowhere.tif"
    with rasterio.open(image, "w", driver="GTiff", count=1, height=8, width=8, dtype="uint8") as dataset:
        dataset.write(np.ones((1, 8, 8), np.uint8))
    arguments = train_arguments(scene, tmp_path / "m.safetensors")
    arguments[arguments.index("--image") + 1] = str(image)
    assert "no coordinate system" in refused(arguments, capsys)


def test_settings_and_names_are_checked(scene: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = train_arguments(scene, tmp_path / "m.safetensors")
    assert "tile_px" in refused([*arguments, "--set", "tile_px=1"], capsys)
    assert "learning_rate" in refused([*arguments, "--set", "learning=1"], capsys)
    assert "unet_improved" in refused([*arguments, "--model", "unett"], capsys)
    assert "pegmatite" in refused([*arguments, "--recipe", "granite"], capsys)
    assert "--scenes" in refused(["train", "--out", "m.safetensors"], capsys)


def test_what_is_no_model_file_is_refused(scene: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fake = tmp_path / "fake.safetensors"
    fake.write_text("no model")
    out = tmp_path / "p.tif"
    arguments = ["predict", "--model", str(fake), "--image", scene.image, "--out", str(out), "--json"]
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert "fake.safetensors" in said.err
    assert json.loads(said.out)["status"] == 2
    assert not out.exists()


def test_models_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert {"unet", "unet_improved", "random_forest"} <= set(listed)
    assert main(["models"]) == 0
    assert "Improved U-Net" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ([], "outcrop evaluate --prediction"), (["train"], "validation_share=0.3"), (["predict"], "for an ensemble"),
        (["evaluate"], "the rest is background"), (["resume"], "interrupted"), (["clean"], "NAME=NUMBER"),
        (["import-model"], "empty takes the file's"), (["export-tiles"], "px; default: 512"),
    ],
)  # fmt: skip
def test_help_teaches(command: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([*command, "--help"])
    assert stop.value.code == 0
    assert words in " ".join(capsys.readouterr().out.split())


def test_every_job_has_a_command() -> None:
    from outcrop.core.commands.command_line import parser
    from outcrop.core.jobs.specs import JOBS
    from outcrop.core.preparation.functions import FUNCTIONS

    commands = next(action.choices for action in parser()._actions if action.dest == "command")
    of_the_warm_worker = {"prepare", "live-map", "foresee"}
    wanted = {name.replace("_", "-") for name in JOBS} - of_the_warm_worker - {"prepare-layer"}
    assert wanted | {function.key for function in FUNCTIONS} <= set(commands)


def test_a_raster_function_is_a_command(make_image: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    image, out = make_image(), tmp_path / "ratio.tif"
    command = ["spectral-indices", "--image", str(image), "--out", str(out)]
    assert main([*command, "--expressions", "ratio = b2 / b1", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert [band["name"] for band in made["bands"]] == ["ratio"]
    with rasterio.open(out) as dataset:
        assert dataset.descriptions == ("ratio",)
        assert json.loads(dataset.tags()["OUTCROP_LAYER"])["parameters"]["expressions"] == "ratio = b2 / b1"
    assert "isn't an expression" in refused([*command, "--expressions", "b2 /"], capsys)
    assert "No index is chosen" in refused(command, capsys)


def test_what_follows_a_prediction(
    make_model: Any, make_image: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def done(command: str, *arguments: str) -> dict[str, Any]:
        assert main([command, *arguments, "--json"]) == 0
        result: dict[str, Any] = json.loads(capsys.readouterr().out)
        return result

    mapped, cleaned = str(tmp_path / "p.tif"), str(tmp_path / "c.tif")
    done("predict", "--model", make_model(kind="nearest"), "--image", make_image(), "--out", mapped, "--probabilities")
    assert (
        done("clean", "--prediction", mapped, "--majority-px", "2", "--opened", "rock 1=1", "--out", cleaned)["out"]
        == cleaned
    )
    drawn = tmp_path / "p.gpkg"
    result = done("polygons", "--prediction", cleaned, "--classes", "rock 1,rock 2", "--out", str(drawn))
    assert result["out"] == str(drawn)
    assert drawn.is_file()
    lines = tmp_path / "l.gpkg"
    done("centre-lines", "--prediction", cleaned, "--class", "rock 1", "--out", str(lines))
    assert lines.is_file()
    assert "lacks a value" in refused(["clean", "--prediction", mapped, "--opened", "rock 1", "--out", cleaned], capsys)
    assert "no class “sand”" in refused(
        ["centre-lines", "--prediction", mapped, "--class", "sand", "--out", str(lines)], capsys
    )


def test_labels_from_the_shell(scene: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--image", scene.image, "--labels", scene.polygons, "--class-field", "kind"]
    raster, problems, tiles = tmp_path / "l.tif", tmp_path / "p.gpkg", tmp_path / "tiles"
    assert main(["rasterise", *data, "--out", str(raster), "--all-touched"]) == 0
    assert main(["check-labels", *data, "--out", str(problems)]) == 0
    split = ["split-labels", *data, "--labelled-area", scene.west, "--set", "gap_px=2", "--set", "tile_px=16"]
    assert main([*split, "--out", str(tmp_path / "s.tif")]) == 0
    assert main(["export-tiles", *data, "--tile-px", "32", "--stride-px", "32", "--no-yolo", "--out", str(tiles)]) == 0
    assert not list(tiles.glob("*/labels"))
    back = tmp_path / "back"
    capsys.readouterr()
    assert main(["import-tiles", "--data-set", str(tiles), "--out", str(back), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["scenes"] == str(back / "scenes.json")
    with rasterio.open(raster) as dataset:
        assert dataset.read(1).any()


def test_models_out_and_in_from_the_shell(make_model: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("onnx")
    pytest.importorskip("onnxruntime")
    graph, again = str(tmp_path / "m.onnx"), str(tmp_path / "again.safetensors")
    assert main(["export-onnx", "--model", make_model(), "--out", graph, "--tile-px", "64"]) == 0
    assert main(["import-model", "--file", graph, "--out", again, "--name", "Again", "--margin-px", "8"]) == 0
    capsys.readouterr()
    assert main(["models", again, "--json"]) == 0
    card = json.loads(capsys.readouterr().out)
    assert (card["name"], card["architecture"], card["margin_px"]) == ("Again", "onnx", 8)
