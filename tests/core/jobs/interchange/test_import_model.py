"""ONNX models from elsewhere: taken in with what they say of themselves, or refused in words that help."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import torch
from outcrop.core.errors import BadInputError, MissingPackageError, OutcropError
from outcrop.core.events import Events
from outcrop.core.interchange.import_parameters import OnnxSettings
from outcrop.core.interchange.jobs import ImportModelJob
from outcrop.core.jobs.interchange.import_model import import_model
from outcrop.core.jobs.predict import predict
from outcrop.core.model.card_file import read_card
from outcrop.core.prediction.jobs import PredictJob

onnx = pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")
Maker = Callable[..., str]
SAYS = {
    "model_type": "Segmentor", "class_names": {"0": "other", "1": "dike"}, "resolution": 1000.0, "tile_size": 64,
    "tiles_overlap": 25, "standardization_mean": [0.4, 0.4, 0.4], "standardization_std": [0.2, 0.2, 0.2],
}  # fmt: skip


class Bright(torch.nn.Module):
    """Tells bright pixels from dark ones: two logits, two shares, or the bright one's share alone."""

    def __init__(self, gives: str) -> None:
        super().__init__()
        self.gives = gives

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        bright = images.mean(dim=1, keepdim=True)
        if self.gives == "share":
            return torch.sigmoid(4 * bright)
        logits = torch.cat([-2 * bright, 2 * bright], dim=1)
        return torch.softmax(logits, dim=1) if self.gives == "probabilities" else logits


@pytest.fixture
def make_onnx(tmp_path: Path) -> Maker:
    """Give a function that writes an ONNX file with metadata."""

    def make(
        says: dict[str, Any] | None = None, network: torch.nn.Module | None = None,
        shape: tuple[int, ...] = (1, 3, 64, 64), free: tuple[int, ...] = (0,), name: str = "bright",
    ) -> str:  # fmt: skip
        path = tmp_path / f"{name}.onnx"
        axes = {"x": {axis: f"a{axis}" for axis in free}, "y": {axis: f"a{axis}" for axis in free}}
        torch.onnx.export(
            network or Bright("logits"), (torch.rand(*shape),), path, dynamo=False, opset_version=17,
            input_names=["x"], output_names=["y"], dynamic_axes=axes,
        )  # fmt: skip
        model = onnx.load(path)
        onnx.helper.set_model_props(model, {key: json.dumps(value) for key, value in (says or {}).items()})
        onnx.save(model, path)
        return str(path)

    return make


def taken_in(file: str, tmp_path: Path, heard: list[Any] | None = None, **settings: Any) -> str:
    target = tmp_path / "taken.safetensors"
    job = ImportModelJob(file, str(target), OnnxSettings(**settings))
    import_model(job, Events(heard.append if heard is not None else lambda _event: None))
    return str(target)


def mapped(model: str, image: str, tmp_path: Path, **job: Any) -> np.ndarray:
    out = tmp_path / "map.tif"
    predict(PredictJob((model,), (image,), str(out), **job), Events(lambda _event: None))
    with rasterio.open(out) as dataset:
        return dataset.read(1)


def bright(image: str, limit: float) -> np.ndarray:
    """Give the labels that the network's rule gives by hand."""
    with rasterio.open(image) as dataset:
        return (dataset.read().astype(float).mean(axis=0) > limit) + 1


@pytest.mark.parametrize("gives", ["logits", "probabilities", "share"])
@pytest.mark.parametrize("free", [(0,), (), (0, 2, 3)])
def test_it_predicts_what_the_graph_gives(
    gives: str, free: tuple[int, ...], make_onnx: Maker, make_image: Maker, tmp_path: Path
) -> None:
    model = taken_in(make_onnx(SAYS, Bright(gives), free=free), tmp_path)
    image = make_image(shape=(3, 150, 90))
    assert (mapped(model, image, tmp_path) == bright(image, 0.4 * 255)).mean() > 0.999
    card = read_card(model)
    assert card.legend.names == ("other", "dike")
    assert card.bands == ("Band 1", "Band 2", "Band 3")
    assert (card.pixel_size_m, card.margin_px) == (10.0, 8)
    assert card.architecture_parameters["values"] == ("logits" if gives == "logits" else "probabilities")
    assert card.provenance["imported_from"] == "bright.onnx"


def test_a_single_share_is_cut_at_the_files_threshold(make_onnx: Maker, make_image: Maker, tmp_path: Path) -> None:
    limit = 1 / (1 + np.exp(-4 * 0.25))  # the share at brightness 0.25 above the mean
    says = {**SAYS, "class_names": {"0": "dike"}, "seg_thresh": limit}
    model = taken_in(make_onnx(says, Bright("share")), tmp_path)
    image = make_image()
    assert read_card(model).legend.names == ("background", "dike")
    assert (mapped(model, image, tmp_path) == bright(image, (0.4 + 0.25 * 0.2) * 255)).mean() > 0.999


def test_without_metadata_it_says_what_to_give(make_onnx: Maker, make_image: Maker, tmp_path: Path) -> None:
    file = make_onnx({})
    with pytest.raises(BadInputError, match="what its 2 classes are called nor for which pixel size"):
        taken_in(file, tmp_path)
    assert not (tmp_path / "taken.safetensors").exists()
    given = {"classes": ("dark", "bright"), "pixel_size_m": 10.0, "bands": ("Blue", "Green", "Red"), "divisor": 100.0}
    model = taken_in(file, tmp_path, name="Brightness", mean=(1.0, 1.0, 1.0), **given)
    assert read_card(model).name == "Brightness"
    assert read_card(model).bands == ("Blue", "Green", "Red")
    image = make_image()
    assert (mapped(model, image, tmp_path) == bright(image, 100)).mean() > 0.999


def test_an_ensemble_with_a_network_and_symmetries(
    make_onnx: Maker, make_model: Maker, make_image: Maker, tmp_path: Path
) -> None:
    own = make_model(classes=2)
    says = {**SAYS, "class_names": ["background", "rock 1"]}
    graph, image = taken_in(make_onnx(says), tmp_path), make_image()
    out = tmp_path / "both.tif"
    result = predict(
        PredictJob((own, graph), (image,), str(out), test_time_augmentation=True), Events(lambda _event: None)
    )
    assert "ONNX Runtime" in result["engine"]
    with rasterio.open(out) as dataset:
        assert set(np.unique(dataset.read(1))) <= {1, 2}


@pytest.mark.parametrize(
    ("says", "settings", "words"),
    [
        ({**SAYS, "model_type": "Detector"}, {}, "is a Detector, not a Segmentor"),
        ({**SAYS, "class_names": {"0": "a", "1": "b", "2": "c"}}, {}, "gives 2 classes, but 3 are named"),
        ({**SAYS, "class_names": {"1": "a", "2": "b"}}, {}, "don't run from 0"),
        ({**SAYS, "standardization_std": [1.0]}, {}, "there are 1 deviations"),
        ({**SAYS, "standardization_std": [1.0, 0.0, 1.0]}, {}, "deviation of “bright.onnx” is 0"),
        ({**SAYS, "resolution": "coarse"}, {}, "resolution = coarse"),
        ({**SAYS, "outcrop": {"format": 1}}, {}, "damaged"),
        (SAYS, {"bands": ("Red",)}, "takes 3 bands, but 1 are named"),
        (SAYS, {"margin_px": 32}, "leaves nothing of tiles of 64 px"),
    ],
)
def test_what_does_not_fit_is_refused(
    says: dict[str, Any], settings: dict[str, Any], words: str, make_onnx: Maker, tmp_path: Path
) -> None:
    with pytest.raises(BadInputError, match=words):
        taken_in(make_onnx(says), tmp_path, **settings)


class Label(torch.nn.Module):
    def forward(self, images: torch.Tensor) -> torch.Tensor:
        return images.argmax(dim=1)


class Half(torch.nn.Module):
    def forward(self, images: torch.Tensor) -> torch.Tensor:
        return torch.nn.functional.avg_pool2d(images, 2)


@pytest.mark.parametrize("network", [Label(), Half()])
def test_a_graph_that_is_no_segmentation_is_refused(network: torch.nn.Module, make_onnx: Maker, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="gives every pixel a number for each class"):
        taken_in(make_onnx(SAYS, network), tmp_path)


def test_what_is_no_onnx_file_is_refused(make_model: Maker, tmp_path: Path) -> None:
    text = tmp_path / "text.onnx"
    text.write_text("no model")
    with pytest.raises(BadInputError, match=r"can't read “text\.onnx”"):
        taken_in(str(text), tmp_path)
    pickled = tmp_path / "weights.pth"
    pickled.write_bytes(b"\x80\x04.")
    with pytest.raises(BadInputError, match="can run code"):
        taken_in(str(pickled), tmp_path)
    with pytest.raises(BadInputError, match="can't be read"):
        taken_in(str(tmp_path / "gone.onnx"), tmp_path)


def test_a_model_file_is_copied(make_model: Maker, tmp_path: Path) -> None:
    model = make_model("own")
    copy = taken_in(model, tmp_path)
    assert Path(copy).read_bytes() == Path(model).read_bytes()
    assert taken_in(copy, tmp_path) == copy


def test_without_onnx_runtime_it_says_so(
    make_onnx: Maker, make_image: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, image = make_onnx(SAYS), make_image()
    model = taken_in(file, tmp_path)
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(MissingPackageError, match=r"onnxruntime.*engines\.txt"):
        taken_in(file, tmp_path)
    with pytest.raises(MissingPackageError, match="onnxruntime"):
        mapped(model, image, tmp_path)


def test_a_changed_graph_is_no_crash(make_onnx: Maker, make_image: Maker, tmp_path: Path) -> None:
    from safetensors.numpy import load_file, save_file

    model = taken_in(make_onnx(SAYS), tmp_path)
    header = {"outcrop": read_card(model).to_json()}
    wrong = load_file(model)["onnx"][:200].copy()
    save_file({"onnx": wrong}, model, metadata=header)
    with pytest.raises(OutcropError, match="whole ONNX file"):
        mapped(model, make_image(), tmp_path)


@pytest.mark.parametrize("words", [b"ReduceMean", b"Segmentor", b"a0", b"model_type"])
def test_text_that_is_none_is_told(make_onnx: Maker, tmp_path: Path, words: bytes) -> None:
    path = Path(make_onnx(SAYS))
    content = path.read_bytes()
    assert words in content
    path.write_bytes(content.replace(words, b"\xee" + words[1:]))

    with pytest.raises(BadInputError, match=r"bright\.onnx"):
        import_model(ImportModelJob(str(path), str(tmp_path / "made.safetensors"), OnnxSettings()), Events())
