"""Models as ONNX: what Deepness reads is there, and the graph gives the labels that prediction gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.interchange.import_parameters import OnnxSettings
from outcrop.core.interchange.jobs import ExportOnnxJob, ImportModelJob
from outcrop.core.jobs.interchange.export_onnx import export_onnx
from outcrop.core.jobs.interchange.import_model import import_model
from outcrop.core.jobs.predict import predict
from outcrop.core.model.card_file import read_card
from outcrop.core.model.model_file import load_model, save_model
from outcrop.core.prediction.jobs import PredictJob

onnxruntime = pytest.importorskip("onnxruntime")
pytest.importorskip("onnx")
Maker = Callable[..., str]


def quiet() -> Events:
    return Events(lambda _event: None)


def mapped(model: str, image: str, out: Path, **job: Any) -> np.ndarray:
    predict(PredictJob((model,), (image,), str(out), **job), quiet())
    with rasterio.open(out) as dataset:
        return dataset.read(1)


def read(path: str) -> np.ndarray:
    with rasterio.open(path) as dataset:
        return dataset.read()


def test_the_graph_gives_what_predict_gives(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    model, image = make_model(offset=110.0, scale=37.0), make_image()
    result = export_onnx(ExportOnnxJob(model, str(tmp_path / "m.onnx"), 128), quiet())

    session = onnxruntime.InferenceSession(result["out"], providers=["CPUExecutionProvider"])
    (entry,) = session.get_inputs()
    assert entry.shape[1:] == [3, 128, 128]
    values = np.pad(read(image), ((0, 0), (12, 16), (4, 4)), mode="symmetric").astype(np.float32)
    (shares,) = session.run(None, {entry.name: values[None] / np.float32(255)})
    labels = shares[0].argmax(axis=0)[12:-16, 4:-4] + 1
    wanted = mapped(model, image, tmp_path / "p.tif", engine="torch")
    assert len(np.unique(wanted)) > 1
    assert np.mean(labels[12:-12, 12:-12] != wanted[12:-12, 12:-12]) < 0.001
    assert shares.sum(axis=1) == pytest.approx(1, abs=1e-5)


def test_a_graph_comes_back_as_it_was(make_model: Maker, make_image: Maker, tmp_path: Path) -> None:
    card, arrays = load_model(make_model(offset=110.0, scale=37.0))
    model = str(tmp_path / "warm.safetensors")
    save_model(model, replace(card, temperature=1.8, class_factors=(1.0, 0.4, 0.8)), arrays)
    export_onnx(ExportOnnxJob(model, str(tmp_path / "m.onnx"), 128), quiet())
    import_model(ImportModelJob(str(tmp_path / "m.onnx"), str(tmp_path / "back.safetensors"), OnnxSettings()), quiet())
    image, shares = make_image(), []
    for file in (model, str(tmp_path / "back.safetensors")):
        out = tmp_path / f"{Path(file).stem}.tif"
        mapped(file, image, out, probabilities=True)
        shares.append(read(str(tmp_path / f"{out.stem}_probabilities.tif")).astype(float))
    inner = (slice(None), slice(12, -12), slice(12, -12))
    assert np.abs(shares[0] - shares[1])[inner].max() <= 2


def test_metadata_are_those_that_deepness_reads(make_model: Maker, tmp_path: Path) -> None:
    out = tmp_path / "m.onnx"
    export_onnx(ExportOnnxJob(make_model(margin=12, pixel_size_m=2.5), str(out)), quiet())

    import onnx

    made = onnx.load(out)
    assert made.ir_version <= 9
    read = {entry.key: json.loads(entry.value) for entry in made.metadata_props}
    assert read["model_type"] == "Segmentor"
    assert read["class_names"] == {"0": "background", "1": "rock 1", "2": "rock 2"}
    assert read["resolution"] == 250.0
    assert read["tile_size"] == read["tiles_size"] == 64
    assert read["tiles_overlap"] == 38  # twice 12 of 64 px
    assert read["standardization_mean"] == [0, 0, 0]
    assert read["standardization_std"] == [1, 1, 1]
    assert read["seg_thresh"] == 0
    assert read["seg_small_segment"] == 0


def test_tiles_grow_with_the_margin_and_must_fit_the_stride(make_model: Maker, tmp_path: Path) -> None:
    model = make_model(margin=40)
    out = str(tmp_path / "m.onnx")
    assert export_onnx(ExportOnnxJob(model, out), quiet())["tile_px"] == 200
    for wrong in (130, 80):
        with pytest.raises(BadInputError, match=r"multiple of 4, at least 84"):
            export_onnx(ExportOnnxJob(model, out, wrong), quiet())


def test_what_cannot_be_exported_is_refused(make_model: Maker, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="Export a network"):
        export_onnx(ExportOnnxJob(make_model(kind="nearest"), str(tmp_path / "m.onnx")), quiet())
    with pytest.raises(BadInputError, match=r"ends with \.onnx"):
        export_onnx(ExportOnnxJob(make_model(), str(tmp_path / "m.pth")), quiet())
    assert not list(tmp_path.glob("*.onnx"))


@pytest.mark.parametrize("job", [{}, {"tile_px": 160}, {"probabilities": True}, {"centre": (400_500.0, 4_699_500.0)}])
def test_out_and_in_again_predicts_the_same(
    job: dict[str, Any], make_model: Maker, make_image: Maker, tmp_path: Path
) -> None:
    model = make_model("rocks", offset=110.0, scale=37.0)
    values = read(make_image(shape=(3, 300, 260))).astype(np.uint16) + 1
    values[:, 40:60, 90:150] = 0
    image = make_image("holed", values=values, nodata=0)
    onnx_file, again = tmp_path / "m.onnx", tmp_path / "again.safetensors"
    export_onnx(ExportOnnxJob(model, str(onnx_file)), quiet())
    import_model(ImportModelJob(str(onnx_file), str(again)), quiet())

    card, first = read_card(again), read_card(model)
    assert (card.name, card.legend, card.bands, card.margin_px) == ("rocks", first.legend, first.bands, 12)
    assert card.normalisation.low == first.normalisation.low
    wanted = mapped(model, image, tmp_path / "a.tif", **job)
    found = mapped(str(again), image, tmp_path / "b.tif", **job)
    assert (found[40:60, 90:150] == 0).all()
    assert len(np.unique(wanted)) > 2
    assert np.mean(found != wanted) < 0.001
    if "probabilities" in job:
        shares = [read(str(tmp_path / f"{name}_probabilities.tif")).astype(int) for name in "ab"]
        assert np.abs(shares[0] - shares[1]).max() <= 1
