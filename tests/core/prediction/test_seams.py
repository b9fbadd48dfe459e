"""What a network of the list gives in tiles, and in one pass over the whole image."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch
from outcrop.core.events import Events
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.jobs.predict import predict
from outcrop.core.labels.legend import Legend
from outcrop.core.model.catalogue import architecture, build
from outcrop.core.model.devices import choose_device
from outcrop.core.model.margin import measure_network_margin
from outcrop.core.model.model_card import ModelCard
from outcrop.core.model.model_file import save_model
from outcrop.core.parameters import from_dict, to_dict
from outcrop.core.prediction.jobs import PredictJob

BANDS = ("Red", "Green", "Blue")
NORMALISATION = Normalisation(
    "mean_deviation", *[(110.0,) * 3, (40.0,) * 3, (0.0,) * 3, (255.0,) * 3, (110.0,) * 3, (40.0,) * 3]
)


def trained_a_little(values: np.ndarray) -> torch.nn.Module:
    """Train a small network for some steps on classes that depend on a wide neighbourhood."""
    torch.manual_seed(0)
    network = build("unet_improved", BANDS, 3, {"width": 4, "depth": 3})
    image = torch.from_numpy(NORMALISATION.apply(values, np.ones(values.shape[1:], bool)))[None, :, :256, :256]
    mean = torch.nn.functional.avg_pool2d(image.mean(dim=1, keepdim=True), 15, 1, 7, count_include_pad=False)[:, 0]
    classes = torch.bucketize(mean, torch.quantile(mean, torch.tensor([0.33, 0.66])))
    optimiser = torch.optim.AdamW(network.parameters(), lr=0.01)
    for _ in range(60):
        optimiser.zero_grad()
        torch.nn.functional.cross_entropy(network(image), classes).backward()
        optimiser.step()
    return network.eval()


@pytest.mark.slow
def test_tiles_with_the_measured_margin_show_no_seams(make_image: Callable[..., str], tmp_path: Path) -> None:
    image = make_image(shape=(3, 700, 700))
    with rasterio.open(image) as file:
        values = file.read()
    network = trained_a_little(values)
    seen = NORMALISATION.apply(values, np.ones(values.shape[1:], bool))
    margin = measure_network_margin(network, [seen], architecture("unet_improved").stride, choose_device("cpu"))
    parameters = to_dict(from_dict(architecture("unet_improved").parameters, {"width": 4, "depth": 3}))
    card = ModelCard(
        "m",
        "unet_improved",
        parameters,
        BANDS,
        Legend.from_names(["a", "b", "c"]),
        NORMALISATION,
        10.0,
        "uint8",
        64,
        margin,
        {},
    )
    save_model(tmp_path / "m.safetensors", card, {k: v.numpy() for k, v in network.state_dict().items()})

    def run(name: str, tile_px: int) -> tuple[np.ndarray, np.ndarray]:
        job = PredictJob(
            (str(tmp_path / "m.safetensors"),), (image,), str(tmp_path / name), tile_px=tile_px, probabilities=True,
            engine="torch",
        )  # fmt: skip
        paths = predict(job, Events())["outputs"]
        with rasterio.open(paths["classes"]) as classes, rasterio.open(paths["probabilities"]) as likely:
            return classes.read(1), likely.read().astype(float)

    whole, whole_likely = run("whole.tif", 1024)
    tiled, tiled_likely = run("tiled.tif", 256)

    assert margin < 128
    assert len(np.unique(whole)) == 3
    assert np.mean(whole != tiled) < 0.001
    step = np.abs(np.diff(tiled_likely, axis=2)).mean(axis=(0, 1))
    usual = np.abs(np.diff(whole_likely, axis=2)).mean(axis=(0, 1))
    assert (step / usual).max() < 1.05
