"""Fine-tuning: an old model brought to a new scene with some polygons, against learning from them alone.

    python -m benchmarks.accuracy.fine_tune [--seeds 1 2] [--each 3 6] [--ways nothing "going on" ...] [--base FILE]

A network of `quick` learns the landslides of Hokkaido, unless `--base` names one. For every seed as many landslides and
patches without any are drawn on the scene of Taiwan (`--each`), and each way makes a model of them, which maps the
whole of Taiwan; F1 of landslide is measured wherever no polygon was drawn. Nothing is held back and the last epoch is
kept.
"""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from unittest import mock

import numpy as np
import torch
from outcrop.core.events import Events
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.training.train import train
from outcrop.core.model import base_model
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipes import recipe

from benchmarks import DATA
from benchmarks.accuracy import default_recipe, few_polygons
from benchmarks.accuracy.trial import add_run_arguments, core_seconds

TAIWAN = DATA / "l4s_taiwan_b"
_KNOWN_AS = "landslide"
"""What the old model calls it; under another name its last layer would begin anew."""


@dataclass(frozen=True)
class Way:
    """How a model is made of the new polygons.

    Attributes:
        settings: Of the recipe, `key=value`.
        model: What is trained; a classifier starts from nothing.
        from_base: Whether it starts from the old model.
        freeze: What of that stays as it is.
        brings: Whether the new scene's values are brought to the old one's.
        replays: Whether the old scene's labels are learned too.
    """

    settings: tuple[str, ...] = ()
    model: str = "unet_improved"
    from_base: bool = True
    freeze: str = "none"
    brings: bool = True
    replays: bool = False


_SLOWLY = "learning_rate=0.0003"
WAYS: dict[str, Way] = {
    "nothing": Way(from_base=False),
    "forest": Way(from_base=False, model="random_forest"),
    "as before": Way(brings=False),
    "going on": Way(),
    "slowly": Way((_SLOWLY,)),
    "slowly, half as long": Way((_SLOWLY, "epochs=20")),
    "slower": Way(("learning_rate=0.0001",)),
    "slowly, changed tiles": Way((_SLOWLY, "rotate_degrees=45", "stretch=0.2", "colour_jitter=0.1")),
    "last layer": Way((_SLOWLY,), freeze="all_but_head"),
    "replay": Way(
        (_SLOWLY, "used_on=other_scenes", "colour_jitter=0.001", "noise=0.001", "tiles_per_epoch=128"), replays=True
    ),
}


def main() -> None:
    """Train, map and print."""
    given = _arguments()
    torch.set_num_threads(given.threads)
    found: dict[tuple[int, str], list[float]] = {}
    with default_recipe.scratch(given.folder, "fine_tune") as folder:
        base = str(given.base or _base(folder, given))
        ground = few_polygons.ground_of(TAIWAN)
        _tell(0, 0, "old model alone", *_mapped(base, ground, ground.mask, folder, given))
        for seed in given.seeds:
            for each in given.each:
                drawn = few_polygons.draw(ground, seed, each, folder / f"{each}_{seed}.gpkg", _KNOWN_AS)
                truth = np.where(drawn.covered, 2, ground.mask)
                for name in given.ways:
                    begin = core_seconds()
                    model = _trained(WAYS[name], ground, drawn.path, base, seed, folder, given)
                    f1, accuracy = _mapped(model, ground, truth, folder, given)
                    found.setdefault((2 * each, name), []).append(f1)
                    _tell(seed, 2 * each, name, f1, accuracy, core_seconds() - begin)
    print(f"`.venv/bin/python -m benchmarks.accuracy.fine_tune {shlex.join(sys.argv[1:])}`\n\n{_table(found)}")


def _tell(seed: int, polygons: int, way: str, f1: float, accuracy: float, seconds: float = 0.0) -> None:
    """Say what a way came to, at once."""
    told = {"seed": seed, "polygons": polygons, "way": way, "f1": round(f1, 4), "accuracy": round(accuracy, 4)}
    print(json.dumps({**told, "seconds": round(seconds)}), file=sys.stderr, flush=True)


def _base(folder: Path, given: argparse.Namespace) -> str:
    """Train the old model."""
    task = default_recipe.taiwan(folder, 1)
    job = TrainJob(
        task.scenes, str(folder / "base.safetensors"), recipe("quick", ["minutes=none"]), device=given.device,
        threads=given.threads, seed=1,
    )  # fmt: skip
    train(job, Events())
    return job.model_file


def _trained(
    way: Way, ground: few_polygons.Ground, polygons: Path, base: str, seed: int, folder: Path, given: argparse.Namespace
) -> str:
    """Make a model in one of the ways."""
    chosen = recipe("quick", ["minutes=none", "split=none", "keep=last", *way.settings, *given.set])
    if way.model != chosen.model:
        chosen = replace(chosen, model=way.model, model_parameters={}).checked()
    scenes = [Scene((ground.image,), str(polygons), "class")]
    if way.replays:
        scenes += default_recipe.taiwan(folder, seed).scenes
    stem = folder / f"{polygons.stem}_{list(WAYS).index(next(name for name in WAYS if WAYS[name] is way))}"
    job = TrainJob(
        tuple(scenes), f"{stem}.safetensors", chosen, f"{stem}.run", start_from=base if way.from_base else "",
        freeze=way.freeze, device=given.device, threads=given.threads, seed=seed,
    )  # fmt: skip
    with nullcontext() if way.brings else _as_before():
        train(job, Events())
    return job.model_file


@contextmanager
def _as_before() -> Iterator[None]:
    """Let the scaling of the old model stay where the range of values is about the same, as it did."""
    scaling = base_model.BaseScaling
    with mock.patch.object(scaling, "of", lambda card: scaling(card.normalisation)):
        yield


def _mapped(
    model: str, ground: few_polygons.Ground, mask: np.ndarray, folder: Path, given: argparse.Namespace
) -> tuple[float, float]:
    """Map the new scene, and give F1 and accuracy where the mask (H, W) is known."""
    truth = np.where(mask < 2, mask + 1, 0).astype(np.uint8)
    task = default_recipe.Task((), ((ground.image, truth),), few_polygons.TARGET)
    row = default_recipe.measured(task, [model], given, folder)
    return row["f1"], row["accuracy"]


def _table(found: dict[tuple[int, str], list[float]]) -> str:
    counts = sorted({count for count, _ in found})
    names = list(dict.fromkeys(name for _, name in found))
    lines = [f"| way | {' | '.join(f'{count} polygons' for count in counts)} |", "|---" * (len(counts) + 1) + "|"]
    lines += [
        f"| {name} | "
        + " | ".join(f"{np.mean(found[count, name]):.3f} ({', '.join(f'{f1:.3f}' for f1 in found[count, name])})"
                     for count in counts)
        + " |"
        for name in names
    ]  # fmt: skip
    return "\n".join(lines)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--each", type=int, nargs="+", default=[3, 6], help="landslides, and as many other patches")
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=list(WAYS))
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="change every way's recipe")
    parser.add_argument("--base", type=Path, help="the old model's file")
    add_run_arguments(parser)
    return parser.parse_args()


if __name__ == "__main__":
    main()
