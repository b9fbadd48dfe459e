"""What a GPU does with three networks, beside the bare network on it; started by `gpu.sh`.

    benchmarks/gpu.sh [--device cuda] [--minutes 7.5] [--dry]

Training and prediction are compared with the bare network in float32, in the device's 16-bit type, with channels last,
and compiled. Then: the batch that is found, memory at most, a batch that doesn't fit and is halved (provoked), file to
file, and a training that is stopped twice and gone on with. What there is no time for is told. `--dry` does all of it
in miniature, on any device; its figures mean nothing.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from outcrop.core.errors import CancelledError
from outcrop.core.events import METRIC, Events
from outcrop.core.freed_memory import freed_memory_kept
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.training.resume import resume
from outcrop.core.jobs.training.train import train
from outcrop.core.model.catalogue import architecture, build
from outcrop.core.model.devices import Device, choose_device
from outcrop.core.model.members import load_members
from outcrop.core.parameters import from_dict
from outcrop.core.prediction.engines import torch_engine
from outcrop.core.prediction.engines.engine import LABELS, EngineRequest
from outcrop.core.prediction.engines.network_head import NetworkHead
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.training.optimisation.losses import loss
from outcrop.core.training.settings.jobs import ResumeJob, TrainJob
from outcrop.core.training.settings.recipe import Recipe

from benchmarks.performance.prediction_speed import BANDS, make_model, make_raster
from benchmarks.performance.training_step import WARM_UP, Stopwatch, make_scene

NETWORKS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("unet_improved", {"width": 64}), ("unet_residual", {"width": 32}), ("unet_mobilenetv3", {"weights": "none"}),
)  # fmt: skip
CLASSES = 6


class Budget:
    """The time that there is, and what was left out for want of it."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def allows(self, seconds: float, what: str) -> bool:
        """Say whether there is time for something, and tell where there isn't."""
        left = self._end - time.monotonic()
        if left < seconds:
            print(f"\nLeft out: {what} ({left:.0f} s left, {seconds:.0f} needed).", flush=True)
        return left >= seconds


def main() -> None:
    """Measure as much as there is time for, and print the tables."""
    given = _arguments()
    device = choose_device(given.device)
    budget = Budget(60 * given.minutes)
    print(f"{device.title}, torch {torch.__version__}, {str(device.precision)[6:]} where 16 bit are meant", flush=True)
    watch = Stopwatch()
    watch.watch()
    with tempfile.TemporaryDirectory() as name, freed_memory_kept():
        folder = Path(name)
        raster = folder / "raster.tif"
        make_raster(raster, given.side)
        scene = make_scene(folder)
        print("\n### Prediction, Mpx/s\n")
        print("| network | float32 | 16 bit | 16 bit, channels last | compiled | file to file "
              "| file/bare | batch | MB |\n|---|---|---|---|---|---|---|---|---|")  # fmt: skip
        for key, settings in _networks(given):
            if budget.allows(given.each_s, f"prediction with {key}"):
                print(prediction_row(key, settings, raster, device, given, folder), flush=True)
        print("\n### A training step, ms\n")
        print("| network | float32 | 16 bit | 16 bit, channels last | compiled | the job's | bare/job | waits | MB |\n"
              "|---|---|---|---|---|---|---|---|---|")  # fmt: skip
        for key, settings in _networks(given):
            if budget.allows(given.each_s, f"training of {key}"):
                print(training_row(key, settings, scene, device, given, watch, folder), flush=True)
        if budget.allows(given.each_s / 2, "a batch that doesn't fit"):
            print(f"\n{halved(raster, given, folder)}", flush=True)
        if budget.allows(given.each_s / 2, "two resumes"):
            print(f"\n{resumed_twice(scene, given, folder)}", flush=True)


def prediction_row(
    key: str, settings: dict[str, Any], raster: Path, device: Device, given: argparse.Namespace, folder: Path
) -> str:
    """Compare a network file to file with the bare one."""
    path = folder / f"{key}.safetensors"
    full = {**vars(from_dict(architecture(key).parameters, settings))}
    make_model(path, key, full, CLASSES, 32)
    (member,) = load_members([str(path)])
    side = given.tile
    engine = torch_engine.open_engine(member, EngineRequest(LABELS, 32, (len(BANDS), side, side)), device)
    batch = engine.find_batch(np.zeros((len(BANDS), side, side), np.float32))
    del engine
    images = torch.randn(min(batch, given.most), len(BANDS), side, side)
    bare = [
        _told(lambda variant=variant: _bare_prediction(member.model, images, device, given, *variant))
        for variant in ((False, False, False), (True, False, False), (True, True, False), (True, True, True))
    ]
    with _peak(device) as peak:
        job = PredictJob((str(path),), (str(raster),), str(folder / "out.tif"), device=given.device, engine="torch")
        found = [given.side**2 / predict(job, Events())["seconds"] / 1e6 for _ in range(given.rounds)]
    fastest = max(value for value in bare[:3] if isinstance(value, float))
    cells = [f"{value:.1f}" if isinstance(value, float) else value for value in bare]
    return f"| `{key}` | {' | '.join(cells)} | {max(found):.1f} | {max(found) / fastest:.2f} | {batch} | {peak()} |"


def training_row(
    key: str, settings: dict[str, Any], scene: Scene, device: Device, given: argparse.Namespace, watch: Stopwatch,
    folder: Path,
) -> str:  # fmt: skip
    """Compare the job's step with the bare network's forward and backward pass."""
    recipe = Recipe(
        model=key, model_parameters=settings, tile_px=given.train_tile, stride_px=given.train_tile,
        batch_size=given.train_batch, epochs=1, tiles_per_epoch=given.train_batch * (given.steps + WARM_UP + 1),
    )  # fmt: skip
    bare = [
        _told(lambda variant=variant: _bare_step(recipe, device, given, *variant))
        for variant in ((False, False, False), (True, False, False), (True, True, False), (True, True, True))
    ]
    watch.clear()
    with _peak(device) as peak:
        train(TrainJob((scene,), f"{folder}/t_{key}.safetensors", recipe, device=given.device), Events())
    step, _cpu, waits = watch.measured()
    fastest = min(value for value in bare[:3] if isinstance(value, float))
    cells = [f"{1000 * value:.1f}" if isinstance(value, float) else value for value in bare]
    return f"| `{key}` | {' | '.join(cells)} | {1000 * step:.1f} | {fastest / step:.2f} | {waits:.2f} | {peak()} |"


def halved(raster: Path, given: argparse.Namespace, folder: Path) -> str:
    """Predict with a batch that is too large for the memory, or that is called so where there is no GPU."""
    path, out = folder / "halved.safetensors", folder / "halved.tif"
    settings = vars(from_dict(architecture("unet_improved").parameters, {"width": 8}))
    make_model(path, "unet_improved", settings, CLASSES, 32)
    usual = PredictJob((str(path),), (str(raster),), str(out), device=given.device, engine="torch", tile_px=given.tile)
    predict(usual, Events())
    before = out.read_bytes()
    sizes: list[int] = []
    with _full_memory(sizes, given.device):
        predict(replace(usual, batch_size=64), Events())
    same = "equal" if out.read_bytes() == before else "different"
    return f"Batches of {max(sizes)} tiles were halved down to {min(sizes)}; the map is {same}."


def resumed_twice(scene: Scene, given: argparse.Namespace, folder: Path) -> str:
    """Stop a training after its first epoch and again after its second, and go on each time."""
    recipe = Recipe(
        model="unet_improved", model_parameters={"width": 8}, tile_px=64, stride_px=64, epochs=3, batch_size=4,
        tiles_per_epoch=16,
    )  # fmt: skip
    job = TrainJob((scene,), f"{folder}/r.safetensors", recipe, f"{folder}/r.run", device=given.device)
    sittings: list[list[int]] = []
    for work in (lambda events: train(job, events), *[lambda events: resume(ResumeJob(job.run_folder), events)] * 2):
        epochs: list[int] = []
        events = Events()

        def listen(event: dict[str, Any], events: Events = events, epochs: list[int] = epochs) -> None:
            if event["event"] == METRIC and "miou" in event:
                epochs.append(event["epoch"])
                if event["epoch"] < recipe.epochs:
                    events.cancel()

        events.redirect(listen)
        with suppress(CancelledError):
            work(events)
        sittings.append(epochs)
    done = "and left its model" if Path(job.model_file).exists() else "and left NO model"
    return f"Epochs of three sittings: {json.dumps(sittings)}, {done}."


def _bare_prediction(
    network: torch.nn.Module, images: torch.Tensor, device: Device, given: argparse.Namespace, short: bool, last: bool,
    compiled: bool,
) -> float:  # fmt: skip
    """Give the bare network's million pixels a second on tiles that lie on the device already."""
    import copy

    layout = torch.channels_last if last else torch.contiguous_format
    moved: Any = copy.deepcopy(network).eval().to(device.torch, memory_format=layout)
    compute: Any = torch.compile(moved, backend=given.compiler) if compiled else moved
    batch = images.to(device.torch, memory_format=layout)
    with torch.inference_mode(), device.autocast() if short else nullcontext():
        seconds = _repeated(lambda: compute(batch), device, given.seconds)
    return float(batch.shape[0] * batch.shape[2] * batch.shape[3] / seconds / 1e6)


def _bare_step(
    recipe: Recipe, device: Device, given: argparse.Namespace, short: bool, last: bool, compiled: bool
) -> float:
    """Give the seconds of a forward and backward pass on a batch that lies on the device already."""
    torch.manual_seed(0)
    layout = torch.channels_last if last else torch.contiguous_format
    network: Any = build(recipe.model, BANDS, 4, recipe.model_parameters).train()
    network = network.to(device.torch, memory_format=layout)
    compute: Any = torch.compile(network, backend=given.compiler) if compiled else network
    size = recipe.batch_size, len(BANDS), recipe.tile_px, recipe.tile_px
    images = torch.randn(size).to(device.torch, memory_format=layout)
    labels = torch.randint(1, 5, (size[0], *size[2:])).to(device.torch)
    chosen = loss(recipe.loss)

    def step() -> None:
        network.zero_grad(set_to_none=True)
        with device.autocast() if short else nullcontext():
            logits = compute(images)
        chosen(logits, labels, None).backward()

    return _repeated(step, device, given.seconds)


def _repeated(work: Callable[[], object], device: Device, seconds: float) -> float:
    """Give the mean seconds of something that is done again and again, twice at least, after a time to warm up."""
    for _ in range(2):
        work()
    _synchronise(device)
    began, count = time.perf_counter(), 0
    while count < 2 or time.perf_counter() - began < seconds:
        work()
        count += 1
        if count % 8 == 0:
            _synchronise(device)
    _synchronise(device)
    return (time.perf_counter() - began) / count


def _told(measure: Callable[[], float]) -> float | str:
    """Measure, or give why not; no compiler, for example."""
    try:
        return measure()
    except Exception as error:  # noqa: BLE001  (a compiler can raise anything; the other columns count)
        return type(error).__name__


@contextmanager
def _peak(device: Device) -> Iterator[Callable[[], str]]:
    """Give a call that tells the most memory of the GPU that the block took, in MB; a dash elsewhere."""
    is_gpu = device.torch.type == "cuda"
    if is_gpu:
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats(device.torch)
    yield lambda: f"{torch.cuda.max_memory_allocated(device.torch) / 1e6:.0f}" if is_gpu else "–"


@contextmanager
def _full_memory(sizes: list[int], device: str) -> Iterator[None]:
    """Leave torch a hundredth of a GPU's memory, or have more than two tiles refused elsewhere; note what was tried."""
    is_gpu, real = device.startswith("cuda"), NetworkHead.forward

    def forward(head: NetworkHead, images: torch.Tensor) -> torch.Tensor:
        sizes.append(len(images))
        if not is_gpu and len(images) > 2:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return real(head, images)

    if is_gpu:
        torch.cuda.empty_cache()
        torch.cuda.set_per_process_memory_fraction(0.01)
    NetworkHead.forward = forward  # type: ignore[method-assign]
    try:
        yield
    finally:
        NetworkHead.forward = real  # type: ignore[method-assign]
        if is_gpu:
            torch.cuda.set_per_process_memory_fraction(1.0)


def _synchronise(device: Device) -> None:
    if device.torch.type == "cuda":
        torch.cuda.synchronize(device.torch)


def _networks(given: argparse.Namespace) -> tuple[tuple[str, dict[str, Any]], ...]:
    return (("unet_improved", {"width": 4}),) if given.dry else NETWORKS


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--minutes", type=float, default=7.5)
    parser.add_argument("--dry", action="store_true", help="all of it in miniature")
    given = parser.parse_args()
    usual: dict[str, Any] = {
        "side": 10_980, "tile": 1024, "most": 16, "seconds": 2.0, "rounds": 2, "steps": 60, "train_tile": 256,
        "train_batch": 16, "each_s": 60.0, "compiler": "inductor",
    }  # fmt: skip
    tiny = {**usual, "side": 512, "tile": 192, "most": 2, "seconds": 0.1, "rounds": 1, "steps": 7, "train_tile": 64,
            "train_batch": 2, "each_s": 1.0, "compiler": "eager"}  # fmt: skip
    return argparse.Namespace(**vars(given), **(tiny if given.dry else usual))


if __name__ == "__main__":
    main()
