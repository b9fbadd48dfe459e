"""How much of the bare network's throughput is left from file to file.

    python -m benchmarks.performance.prediction_speed [--size 4096] [--model unet_improved] [--set width=16]

It makes a raster and a model with random weights, then in turn measures the bare network on tensors in memory and
predicts the raster, and prints the ratio of the best throughputs of both, because other work on the machine can only
lower one; every pixel of the raster counts once. `ratio_of_cpu_time` compares the CPU time that a pixel takes; on one
core that nothing else is pinned to (`taskset -c 1 … --threads 1`) it is the same from run to run.

With random weights no class is much likelier than another, so that the 16-bit engines change more labels than they may
and are never chosen: name the one that trained models get with `--engine`.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import torch
from affine import Affine
from outcrop.core.events import Events
from outcrop.core.freed_memory import freed_memory_kept
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.jobs.execution import SETTINGS
from outcrop.core.jobs.predict import predict
from outcrop.core.labels.legend import Legend
from outcrop.core.model.catalogue import architecture, build
from outcrop.core.model.devices import choose_device
from outcrop.core.model.members import load_members
from outcrop.core.model.model_card import ModelCard
from outcrop.core.model.model_file import save_model
from outcrop.core.parameters import from_dict
from outcrop.core.prediction.engines.engine import LOGITS, EngineRequest
from outcrop.core.prediction.engines.opening import open_network_engine
from outcrop.core.prediction.engines.table import ONNX, OPENVINO, OPENVINO_SHORT, TORCH, TORCH_EXACT
from outcrop.core.prediction.jobs import PredictJob

BANDS = ("Red", "Green", "Blue", "Near infrared")
PIXEL_M = 10.0


def make_raster(path: Path, size: int, seed: int = 0) -> None:
    """Write a raster (4, size, size) uint16 of noise at several scales, tiled and compressed as imagery usually is."""
    rng = np.random.default_rng(seed)
    profile = {
        "driver": "GTiff", "height": size, "width": size, "count": len(BANDS), "dtype": "uint16", "tiled": True,
        "blockxsize": 512, "blockysize": 512, "compress": "deflate", "crs": "EPSG:32654",
        "transform": Affine(PIXEL_M, 0, 400_000, 0, -PIXEL_M, 4_700_000),
    }  # fmt: skip
    with rasterio.open(path, "w", **profile) as file:
        for row in range(0, size, 512):
            height = min(512, size - row)
            rows = np.zeros((len(BANDS), height, size), np.float32)
            for step in (2, 8, 64):
                coarse = rng.normal(size=(len(BANDS), height // step + 1, size // step + 1)).astype(np.float32)
                rows += np.kron(coarse, np.ones((1, step, step), np.float32))[:, :height, :size]
            values = np.clip(3000 + 600 * rows, 1, 10_000).astype(np.uint16)
            file.write(values, window=rasterio.windows.Window(0, row, size, height))
        for number, name in enumerate(BANDS, start=1):
            file.set_band_description(number, name)


def make_model(path: Path, key: str, settings: dict[str, Any], classes: int, margin: int) -> None:
    """Write a model file with random weights."""
    torch.manual_seed(0)
    network = build(key, BANDS, classes, settings)
    count = len(BANDS)
    normalisation = Normalisation(
        "percentiles", (1000.0,) * count, (4000.0,) * count, (1000.0,) * count, (5000.0,) * count, (3000.0,) * count,
        (600.0,) * count,
    )  # fmt: skip
    legend = Legend.from_names([f"class {number}" for number in range(1, classes + 1)])
    card = ModelCard(key, key, settings, BANDS, legend, normalisation, PIXEL_M, "uint16", 128, margin, {})
    save_model(path, card, {name: tensor.numpy() for name, tensor in network.state_dict().items()})


def bare_throughput(model: Path, engine: str, side: int, seconds: float, threads: int) -> tuple[float, float]:
    """Compute the bare network on one tile in memory again and again: pixels per second, and per second of CPU time."""
    device = choose_device("auto", threads)
    name = {
        "torch float32 on cpu": TORCH_EXACT, "ONNX": ONNX, "OpenVINO float32": OPENVINO, "OpenVINO": OPENVINO_SHORT,
    }  # fmt: skip
    key = next((value for start, value in name.items() if engine.startswith(start)), TORCH)
    (member,) = load_members([str(model)])
    opened = open_network_engine(key, member, EngineRequest(LOGITS, 0, (len(BANDS), side, side)), device)
    images = np.random.default_rng(0).normal(size=(1, len(BANDS), side, side)).astype(np.float32)
    valid = np.ones((1, side, side), bool)
    opened.start(images, valid)()
    began, worked, count = time.perf_counter(), time.process_time(), 0
    while count < 2 or time.perf_counter() - began < seconds:
        opened.start(images, valid)()
        count += 1
    pixels = count * side * side
    return pixels / (time.perf_counter() - began), pixels / (time.process_time() - worked)


def settings_of(given: argparse.Namespace) -> dict[str, str]:
    """Give the network's settings that were asked for."""
    return dict(text.split("=", 1) for text in given.set)


def prepared_job(given: argparse.Namespace, folder: Path, classes: int, margin: int) -> PredictJob:
    """Set this process up as asked, make the raster and the model in a folder, and give the job that maps it."""
    for name, value in SETTINGS.items():
        os.environ.setdefault(name, value)
    if given.threads:
        torch.set_num_threads(given.threads)
    raster, model = folder / "raster.tif", folder / "model.safetensors"
    make_raster(raster, given.size)
    parameters = from_dict(architecture(given.model).parameters, settings_of(given))
    make_model(model, given.model, replace(parameters).__dict__, classes, margin)
    return PredictJob(
        (str(model),), (str(raster),), str(folder / "out.tif"), threads=given.threads, engine=given.engine
    )  # fmt: skip


def main() -> None:
    """Measure and print."""
    given = _arguments()
    with tempfile.TemporaryDirectory(dir=given.folder or None) as name, freed_memory_kept():
        job = prepared_job(given, Path(name), given.classes, given.margin)
        (model,) = map(Path, job.models)
        heard: list[str] = []
        result = predict(job, Events(lambda event: heard.append(event["text"]) if event["event"] == "log" else None))
        engine = result["engine"]
        bare: dict[int, list[tuple[float, float]]] = {side: [] for side in given.bare}
        whole: list[tuple[float, float]] = []
        for _ in range(given.rounds):
            for side, found in bare.items():
                found.append(bare_throughput(model, engine, side, given.seconds, given.threads))
            worked = time.process_time()
            seconds = predict(job, Events())["seconds"]
            whole.append((given.size**2 / seconds, given.size**2 / (time.process_time() - worked)))
    print("\n".join(heard))
    end_to_end = [max(one[n] for one in whole) for n in (0, 1)]
    wall, cpu = (max(one[n] for found in bare.values() for one in found) for n in (0, 1))
    report = {
        "raster": f"{given.size}x{given.size}x{len(BANDS)} uint16", "model": given.model, **settings_of(given),
        "engine": engine, "margin_px": given.margin, "threads": torch.get_num_threads(),
        "bare_mpx_s": {side: [round(one[0] / 1e6, 3) for one in found] for side, found in bare.items()},
        "end_to_end_mpx_s": [round(one[0] / 1e6, 3) for one in whole], "ratio": round(end_to_end[0] / wall, 3),
        "ratio_of_cpu_time": round(end_to_end[1] / cpu, 3),
    }  # fmt: skip
    print(json.dumps(report, indent=1))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=4096, help="side of the raster in pixels")
    parser.add_argument("--model", default="unet_improved", help="key of the network")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="a setting of the network")
    parser.add_argument("--classes", type=int, default=6)
    parser.add_argument("--margin", type=int, default=32, help="the network's margin in pixels")
    parser.add_argument("--engine", default="auto")
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument(
        "--bare", type=int, nargs="+", default=[512, 768, 1024, 2048], help="tile sides for the bare network"
    )
    parser.add_argument("--seconds", type=float, default=3.0, help="how long the bare network is measured, each time")
    parser.add_argument("--rounds", type=int, default=3, help="how often both are measured")
    parser.add_argument("--folder", default="", help="where the files go")
    return parser.parse_args()


if __name__ == "__main__":
    main()
