"""Algorithms run through `qgis_process`, without a window, as a script on a server would run them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from outcrop.core.model.card_file import read_card
from outcrop.ui.worker.environment import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]
PROGRAM = shutil.which("qgis_process.bin") or shutil.which("qgis_process")


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a profile in which the plugin is switched on."""
    folder = tmp_path_factory.mktemp("profiles")
    own = folder / "profiles" / "default"
    (own / "python" / "plugins").mkdir(parents=True)
    (own / "python" / "plugins" / "outcrop").symlink_to(ROOT)
    (own / "QGIS").mkdir()
    for settings in ("QGIS3.ini", "QGIS4.ini"):
        (own / "QGIS" / settings).write_text("[PythonPlugins]\noutcrop=true\n")
    return folder


@pytest.fixture
def command(profile: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Give a function that calls `qgis_process`."""
    if PROGRAM is None:
        pytest.skip("qgis_process isn't installed.")

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("OUTCROP", "PYTHON"))}
        environment = {**kept, "QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(profile)}
        return subprocess.run(
            [str(PROGRAM), *arguments], capture_output=True, text=True, check=False, timeout=300, env=environment
        )

    return call


def written(**values: Any) -> list[str]:
    """Write values as options; a list is an option for each."""
    several = {name: value if isinstance(value, list) else [value] for name, value in values.items()}
    return [f"--{name}={one}" for name, value in several.items() for one in value]


def test_train_predict_and_accuracy(command: Callable, scene: Any, quick: dict[str, Any]) -> None:
    model, target, report = (str(scene.folder / name) for name in ("m.safetensors", "map.tif", "report.json"))
    trained = command("run", "outcrop:train", *written(**scene.data, **quick, MODEL_FILE=model))
    assert trained.returncode == 0, trained.stdout + trained.stderr
    assert read_card(model).architecture == "maximum_likelihood"
    predicted = command("run", "outcrop:predict", *written(INPUT=scene.image, MODEL_FILE=model, OUTPUT=target))
    assert predicted.returncode == 0, predicted.stdout + predicted.stderr
    assert gdal.Open(target).RasterXSize == 96
    data = written(PREDICTION=target, POLYGONS=scene.polygons, CLASS_FIELD="kind", JSON=report)
    assert command("run", "outcrop:accuracy", *data).returncode == 0
    assert json.loads(Path(report).read_text())["measures"]["kappa"] > 0.9
    both = written(INPUT=scene.image, MODEL_FILES=[model, model], BANDS=[1, 2], OUTPUT=scene.folder / "both.tif")
    assert command("run", "outcrop:predictensemble", *both).returncode == 0
    assert gdal.Open(str(scene.folder / "both.tif")).RasterXSize == 96


def test_bad_input_is_told_and_fails(command: Callable, scene: Any) -> None:
    data = written(INPUT=scene.image, POLYGONS=scene.polygons, CLASS_FIELD="sort", MODEL_FILE=scene.folder / "m")
    done = command("run", "outcrop:train", *data)
    assert done.returncode != 0
    assert "no field “sort”" in done.stdout + done.stderr
