"""What a job imports: no more than it needs, since who waits for a small raster waits for imports above all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any, Callable

import numpy as np
import pytest
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.labels.legend import Legend
from outcrop.core.model.catalogue import build
from outcrop.core.model.model_card import ModelCard
from outcrop.core.model.model_file import save_model

ROOT = Path(__file__).resolve().parents[3]
BANDS = ("Red", "Green", "Blue")
PARAMETERS: dict[str, dict[str, Any]] = {
    "unet_improved": {"width": 4, "depth": 2}, "linknet": {"encoder": "resnet18", "weights": "none"},
}  # fmt: skip
VECTORS = {"pyogrio", "shapely", "geopandas"}
FITTING = {"sklearn", "scipy", "skimage", "matplotlib", "pandas"}
COMPILERS = {
    "torch._dynamo", "torch._inductor", "torch.distributed.fsdp", "torch.distributed.tensor", "torch.onnx", "onnx",
    "onnxscript", "onnxruntime", "openvino", "sympy", "timm", "torchvision", "transformers",
}  # fmt: skip
PREDICT = """
import runpy, sys
runpy.run_path(sys.argv[1])["bind_package"]()
from outcrop.core.commands.command_line import main
status = main(["predict", "--model", sys.argv[2], "--image", sys.argv[3], "--out", sys.argv[4]])
print("imported:", *sys.modules)
sys.exit(status)
"""


def model_of(key: str, path: Path) -> Path:
    parameters = PARAMETERS.get(key, {})
    model = build(key, BANDS, 2, parameters)
    if parameters:
        arrays = {name: tensor.numpy() for name, tensor in model.state_dict().items()}
    else:
        labels = np.repeat([1, 2], 200)
        model.fit(np.random.default_rng(0).normal(size=(400, 3)).astype(np.float32) + labels[:, None], labels, 0)
        arrays = model.arrays()
    look = Normalisation("percentiles", *((value,) * 3 for value in (0.0, 10_000.0, 0.0, 10_000.0, 5000.0, 2000.0)))
    card = ModelCard(key, key, parameters, BANDS,
                     Legend.from_names(["rock", "dike"]), look, 10.0, "uint16", 64, 8, {})  # fmt: skip
    save_model(path, card, arrays)
    return path


@pytest.mark.parametrize(
    ("key", "needless"),
    [
        ("unet_improved", VECTORS | FITTING | COMPILERS),
        ("linknet", VECTORS | FITTING | COMPILERS - {"timm", "torchvision", "torch.onnx"}),
        ("random_forest", VECTORS | FITTING | COMPILERS | {"torch"}),
        ("maximum_likelihood", VECTORS | FITTING | COMPILERS | {"torch"}),
    ],
)
@pytest.mark.slow
def test_a_prediction_imports_what_it_needs(
    key: str, needless: set[str], make_image: Callable[..., str], tmp_path: Path
) -> None:
    model, image = model_of(key, tmp_path / "m.safetensors"), make_image()

    done = subprocess.run(
        [sys.executable, "-I", "-c", PREDICT, str(ROOT / "core" / "__main__.py"), str(model), image,
         str(tmp_path / "out.tif")], capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    modules = set(done.stdout.rpartition("imported:")[2].split())
    assert "outcrop.core.jobs.predict" in modules
    assert sorted(needless & modules) == []


@pytest.mark.slow
def test_the_command_line_itself_imports_nothing_heavy() -> None:
    code = PREDICT.partition("status")[0] + "from outcrop.core.jobs import worker\nprint(*sys.modules)"

    done = subprocess.run(
        [sys.executable, "-I", "-c", code, str(ROOT / "core" / "__main__.py")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert sorted({"torch", "rasterio", *VECTORS, *FITTING} & set(done.stdout.split())) == []


def test_a_training_of_a_classifier_begins_without_torch() -> None:
    code = PREDICT.partition("from")[0] + "import outcrop.core.jobs.training.train\nprint(*sys.modules)"

    done = subprocess.run(
        [sys.executable, "-I", "-c", code, str(ROOT / "core" / "__main__.py")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert "torch" not in done.stdout.split()
