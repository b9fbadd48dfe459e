"""A network and a classifier small enough to predict in milliseconds, in the place of the real list of models."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

import numpy as np
import pytest
import rasterio
import torch
from affine import Affine
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.labels.legend import Legend
from outcrop.core.model.architecture import CLASSIFIER, NETWORK, Architecture
from outcrop.core.model.model_card import ModelCard
from outcrop.core.model.model_file import save_model

STRIDE = 4


class SmallNetwork(torch.nn.Module):
    """One level down, one level up: it has a stride, and it sees less than 12 pixels around each."""

    def __init__(self, bands: int, classes: int) -> None:
        super().__init__()
        self.first = torch.nn.Conv2d(bands, 8, 3, padding=1)
        self.down = torch.nn.MaxPool2d(STRIDE)
        self.middle = torch.nn.Conv2d(8, 8, 3, padding=1)
        self.up = torch.nn.Upsample(scale_factor=STRIDE)
        self.last = torch.nn.Conv2d(16, classes, 1)

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        fine = torch.relu(self.first(images))
        coarse = self.up(torch.relu(self.middle(self.down(fine))))
        return self.last(torch.cat([fine, coarse], dim=1))


class NearestMean:
    """The class whose mean is nearest, by one band's value: it needs NumPy alone."""

    margin_px = 0

    def __init__(self, classes: int) -> None:
        self.means = np.linspace(-1, 1, classes, dtype=np.float32)
        self.fitted_on: dict[int, int] = {}

    def to(self, device: str) -> NearestMean:
        assert device == "cpu"
        return self

    def features(self, image: np.ndarray, valid: np.ndarray) -> np.ndarray:
        return image * valid

    def fit(self, samples: np.ndarray, labels: np.ndarray, seed: int) -> None:
        del seed
        self.means = np.array([samples[labels == n, 0].mean() for n in range(1, len(self.means) + 1)], np.float32)

    def probabilities(self, samples: np.ndarray) -> np.ndarray:
        near = np.exp(-((samples[:, :1] - self.means[None]) ** 2))
        return (near / near.sum(axis=1, keepdims=True)).astype(np.float32)

    def arrays(self) -> dict[str, np.ndarray]:
        return {"means": self.means}

    def load_arrays(self, arrays: Mapping[str, np.ndarray]) -> None:
        self.means = arrays["means"]


def build_network(bands: tuple[str, ...], classes: int, **_: Any) -> SmallNetwork:
    return SmallNetwork(len(bands), classes)


def build_classifier(_bands: tuple[str, ...], classes: int, **_: Any) -> NearestMean:
    return NearestMean(classes)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what engines leave on the disk apart from the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTCROP_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def small_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the two small models in the place of the real list."""
    table = {
        "small": Architecture("small", "Small", NETWORK, "", "Tests.", type(None), "", stride=STRIDE),
        "nearest": Architecture("nearest", "Nearest mean", CLASSIFIER, "", "Tests.", type(None), ""),
    }
    builders = {"small": build_network, "nearest": build_classifier}
    fake = ModuleType("outcrop.models")
    fake.TABLE = table  # type: ignore[attr-defined]
    fake.build = lambda key, bands, classes, **rest: builders[key](bands, classes, **rest)  # type: ignore[attr-defined]
    pretrained = ModuleType("outcrop.models.encoders.pretrained")
    pretrained.without_pretraining = lambda _key, parameters: dict(parameters)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "outcrop.models", fake)
    monkeypatch.setitem(sys.modules, "outcrop.models.encoders.pretrained", pretrained)


@pytest.fixture
def make_model(tmp_path: Path, request: pytest.FixtureRequest) -> Callable[..., str]:
    """Give a function that writes a file of one of the two small models."""
    request.getfixturevalue("small_models")

    def make(
        name: str = "m", kind: str = "small", bands: tuple[str, ...] = ("Red", "Green", "Blue"), classes: int = 3,
        margin: int = 12, seed: int = 0, offset: float = 100.0, scale: float = 50.0, pixel_size_m: float = 10.0,
        recipe: Mapping[str, Any] = MappingProxyType({}),
    ) -> str:  # fmt: skip
        torch.manual_seed(seed)
        count = len(bands)
        model = build_network(bands, classes) if kind == "small" else build_classifier(bands, classes)
        arrays = {k: v.numpy() for k, v in model.state_dict().items()} if kind == "small" else model.arrays()
        legend = Legend.from_names(["background", *[f"rock {n}" for n in range(1, classes)]])
        moments = {
            "low": (0.0,) * count,
            "high": (255.0,) * count,
            "mean": (offset,) * count,
            "deviation": (scale,) * count,
        }
        normalisation = Normalisation("mean_deviation", (offset,) * count, (scale,) * count, **moments)
        card = ModelCard(name, kind, {}, bands, legend, normalisation, pixel_size_m, "uint8", 64, margin, dict(recipe))
        path = tmp_path / f"{name}.safetensors"
        save_model(path, card, arrays)
        return str(path)

    return make


@pytest.fixture
def make_image(tmp_path: Path) -> Callable[..., str]:
    """Give a function that writes a raster of smooth seeded noise, or of given values (B, H, W)."""

    def make(
        name: str = "image", shape: tuple[int, int, int] = (3, 100, 120), values: np.ndarray | None = None,
        names: tuple[str, ...] = ("Red", "Green", "Blue"), transform: Affine | None = None, crs: str = "EPSG:32654",
        **profile: Any,
    ) -> str:  # fmt: skip
        if values is None:
            values = _smooth(shape, 0)
        path = tmp_path / f"{name}.tif"
        place = transform or Affine(10, 0, 400_000, 0, -10, 4_700_000)
        bands, height, width = values.shape
        given = {"driver": "GTiff", "crs": crs, "transform": place, "dtype": values.dtype, **profile}
        with rasterio.open(path, "w", count=bands, height=height, width=width, **given) as file:
            file.write(values)
            for number, band in enumerate(names[:bands], start=1):
                file.set_band_description(number, band)
        return str(path)

    return make


def _smooth(shape: tuple[int, int, int], seed: int) -> np.ndarray:
    """Give noise with structure at several scales, uint8."""
    rng = np.random.default_rng(seed)
    bands, height, width = shape
    total = np.zeros(shape, np.float32)
    for step in (1, 4, 16):
        coarse = rng.normal(size=(bands, height // step + 2, width // step + 2)).astype(np.float32)
        total += np.kron(coarse, np.ones((1, step, step), np.float32))[:, :height, :width] * np.sqrt(step)
    return np.clip(110 + 15 * total, 0, 255).astype(np.uint8)
