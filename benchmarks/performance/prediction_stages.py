"""Where the time of a prediction goes, from file to file, stage by stage.

    python -m benchmarks.performance.prediction_stages [--size 4096] [--set width=16] [--tile-px 0 1088]

Alone on one core (`taskset -c 1 … --threads 1`) the figures are the same from run to run, since no thread waits for
another.

It maps the raster of `prediction_speed.py` some times, with tiles of each size in turn (0 chooses it), and prints the
nanoseconds of CPU time that a pixel takes in every stage, the least of all rounds. Stages that a thread does alone are
taken by its own clock; what remains of the process's is the engine. Beside it stands the bare network on a tile of the
same size in memory: what the engine takes longer is the margin, which is computed twice, and memory that is touched for
the first time.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

from outcrop.core.events import Events
from outcrop.core.freed_memory import freed_memory_kept
from outcrop.core.jobs import predict as job_module
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.prediction.plan import Plan, Planner
from outcrop.core.prediction.raster.output import Outputs
from outcrop.core.prediction.tile_reader import TileReader
from outcrop.core.prediction.tile_writer import TileWriter

from benchmarks.performance.prediction_speed import bare_throughput, prepared_job

BY_THREAD = (
    ("reading and scaling", TileReader, "read"), ("scaling alone", TileReader, "_normalised"),
    ("writing tiles", TileWriter, "write"),
)  # fmt: skip
ALONE = (
    ("loading, checks and scaling's look", job_module, "_opened"), ("plan and opening the engine", Planner, "plan"),
    ("finishing the file", Outputs, "_finish"),
)  # fmt: skip


@contextmanager
def timed(spent: dict[str, float]) -> Iterator[list[Plan]]:
    """Add up the CPU time of every stage within a `with` block, and collect the plans that were made."""
    plans: list[Plan] = []

    def watch(name: str, call: Callable[..., Any], clock: Callable[[], float]) -> Callable[..., Any]:
        def watched(*args: Any, **keywords: Any) -> Any:
            began = clock()
            result = call(*args, **keywords)
            if hasattr(result, "__enter__") and not isinstance(result, TileReader):
                return entered(name, result, clock)
            spent[name] += clock() - began
            if isinstance(result, Plan):
                plans.append(result)
            return result

        return watched

    @contextmanager
    def entered(name: str, block: Any, clock: Callable[[], float]) -> Iterator[Any]:
        began = clock()
        with block as value:
            spent[name] += clock() - began
            yield value

    with ExitStack() as stack:
        for clock, stages in ((time.thread_time, BY_THREAD), (time.process_time, ALONE)):
            for name, home, function in stages:
                watched = watch(name, getattr(home, function), clock)
                stack.enter_context(mock.patch.object(home, function, watched))
        yield plans


def main() -> None:
    """Measure and print a table for each size of tiles."""
    given = _arguments()
    rounds: dict[str, list[dict[str, float]]] = defaultdict(list)
    with tempfile.TemporaryDirectory(dir=given.folder or None) as folder, freed_memory_kept():
        job = prepared_job(given, Path(folder), 6, 32)
        for number in range(given.rounds + 1):
            for side in given.tile_px:
                called, spent = _measured(replace(job, tile_px=side), given)
                if number:  # the first one compiles
                    rounds[called].append(spent)
    for called, every in rounds.items():
        least = {name: min(one[name] for one in every) for name in every[0]}
        print(f"\n{called}\n\n| stage | ns of CPU time a pixel | share |\n|---|---:|---:|")
        for name in sorted(least, key=lambda key: -least[key]):
            print(f"| {name} | {least[name]:.1f} | {least[name] / least['all']:.0%} |")


def _measured(job: PredictJob, given: argparse.Namespace) -> tuple[str, dict[str, float]]:
    """Map once; give what did it on which tiles, and the nanoseconds that a pixel took by stage."""
    spent: dict[str, float] = defaultdict(float)
    began = time.process_time()
    with timed(spent) as plans:
        engine = job_module.predict(job, Events())["engine"]
    spent["all"] = time.process_time() - began
    spent["reading alone"] = spent["reading and scaling"] - spent["scaling alone"]
    others = ("reading and scaling", "writing tiles", *(name for name, _, _ in ALONE))
    spent["engine, with margin"] = spent["all"] - sum(spent[name] for name in others)
    side = plans[-1].tiling.size
    told = {name: 1e9 * seconds / given.size**2 for name, seconds in spent.items()}
    bare = bare_throughput(Path(job.models[0]), engine, max(side), given.seconds, given.threads)
    told["the bare network"] = 1e9 / bare[1]
    return f"{engine}, {given.size}×{given.size}, tiles of {side[0]}×{side[1]}", told


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=4096, help="side of the raster in pixels")
    parser.add_argument("--model", default="unet_improved", help="key of the network")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="a setting of the network")
    parser.add_argument("--engine", default="openvino bfloat16")
    parser.add_argument("--tile-px", type=int, nargs="+", default=[0], help="sides of the tiles; 0 chooses it")
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=3.0, help="how long the bare network is measured, each time")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", default="", help="where the files go")
    return parser.parse_args()


if __name__ == "__main__":
    main()
