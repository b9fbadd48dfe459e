"""Tiles computed on a Dask cluster."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import torch
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.jobs.predict import predict
from outcrop.core.labels.legend import Legend
from outcrop.core.model.catalogue import architecture, build
from outcrop.core.model.model_card import ModelCard
from outcrop.core.model.model_file import load_model, save_model
from outcrop.core.parameters import from_dict, to_dict
from outcrop.core.prediction.jobs import PredictJob

distributed = pytest.importorskip("distributed", reason="Dask isn't installed")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, memory_limit=0
    ) as made:
        yield made


@pytest.fixture
def model(tmp_path: Path) -> str:
    """Write a real network of the list: the workers are processes of their own."""
    torch.manual_seed(0)
    bands = ("Red", "Green", "Blue")
    parameters = to_dict(from_dict(architecture("unet_improved").parameters, {"width": 4, "depth": 2}))
    network = build("unet_improved", bands, 3, parameters)
    scaling = [(100.0,) * 3, (50.0,) * 3, (0.0,) * 3, (255.0,) * 3, (100.0,) * 3, (50.0,) * 3]
    card = ModelCard(
        "m", "unet_improved", parameters, bands, Legend.from_names(["a", "b", "c"]),
        Normalisation("mean_deviation", *scaling), 10.0, "uint8", 64, 16, {},
    )  # fmt: skip
    save_model(tmp_path / "m.safetensors", card, {k: v.numpy() for k, v in network.state_dict().items()})
    return str(tmp_path / "m.safetensors")


def run(model: str, image: str, out: Path, heard: Callable[[dict[str, Any]], None] = lambda _: None, **job: Any) -> Any:
    return predict(PredictJob((model,), (image,), str(out), tile_px=96, threads=1, **job), Events(heard))


def read(path: str) -> np.ndarray:
    with rasterio.open(path) as file:
        return file.read()


def test_a_model_that_was_trained_again_is_read_again(
    cluster: Any, model: str, make_image: Callable[..., str], tmp_path: Path
) -> None:
    image, maps = make_image(), []
    for scale in (1.0, -1.0):
        card, arrays = load_model(model)
        save_model(model, card, {name: scale * values for name, values in arrays.items()})
        for address in ("", cluster.scheduler_address):
            result = run(model, image, tmp_path / "map.tif", scheduler=address, engine="torch")
            maps.append(read(next(iter(result["outputs"].values()))))
    assert np.array_equal(maps[0], maps[1])
    assert np.array_equal(maps[2], maps[3])
    assert not np.array_equal(maps[1], maps[3])


@pytest.mark.parametrize("extra", [{}, {"probabilities": True, "blend": True}])
def test_a_cluster_gives_what_one_machine_gives(
    extra: dict[str, bool], cluster: Any, model: str, make_image: Callable[..., str], tmp_path: Path
) -> None:
    with rasterio.open(make_image("base", shape=(3, 400, 420))) as file:
        values = file.read()
    values[:, 100:300, 50:250] = 0
    image = make_image(values=values, nodata=0)
    alone = run(model, image, tmp_path / "a.tif", engine="torch", **extra)

    together = run(model, image, tmp_path / "b.tif", scheduler=cluster.scheduler_address, engine="torch", **extra)

    for kind, path in alone["outputs"].items():
        assert np.array_equal(read(path), read(together["outputs"][kind]))
    assert "cluster" in together["engine"]
    assert not list(tmp_path.glob(".*"))


def test_a_worker_that_dies_has_its_tiles_done_again(
    cluster: Any, model: str, make_image: Callable[..., str], tmp_path: Path
) -> None:
    image = make_image(shape=(3, 700, 700))
    alone = run(model, image, tmp_path / "a.tif", engine="torch")
    victims = [worker.pid for worker in cluster.workers.values()][:1]
    killed = threading.Event()

    def kill(event: dict[str, Any]) -> None:
        if event.get("fraction", 0) > 0 and not killed.is_set():
            killed.set()
            os.kill(victims[0], signal.SIGKILL)

    together = run(model, image, tmp_path / "b.tif", kill, scheduler=cluster.scheduler_address, engine="torch")

    assert killed.is_set()
    assert np.array_equal(read(alone["out"]), read(together["out"]))
    deadline = time.monotonic() + 30
    while len(cluster.scheduler.workers) < 2 and time.monotonic() < deadline:
        time.sleep(0.1)


def test_a_missing_scheduler_is_named(
    model: str, make_image: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outcrop.core.prediction.cluster.client._ANSWER_WITHIN_S", 1)

    with pytest.raises(BadInputError, match=r"No scheduler answers at “tcp://127.0.0.1:9”"):
        run(model, make_image(), tmp_path / "out.tif", scheduler="tcp://127.0.0.1:9")
