r"""A search over recipe settings: which of some candidates is best on all shared scenes at once.

    .venv/bin/python -m benchmarks.accuracy.recipe_search --hours 4 --minutes 5 \
        --candidate now --candidate wide model_parameters.width=24 --candidate together committee=with_classifiers

Every candidate is the recipe (`--recipe`) with its settings changed. Each is trained on every task of
`default_recipe.py` and seed, round by round, until the hours are over; a round that isn't whole doesn't count. A
candidate's rank on a task is that of its mean figure over the seeds; the table is sorted by the worst rank, then by the
mean one, so that no candidate wins by one scene. Minutes and seconds are core time (see `trial.py`).
"""

from __future__ import annotations

import argparse
import json
import shlex
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from outcrop.core.parameters import with_settings
from outcrop.core.training.settings.recipe import Recipe
from outcrop.core.training.settings.recipes import RECIPES

from benchmarks.accuracy import default_recipe

_OF_MODEL = "model_parameters."


@dataclass(frozen=True)
class Candidate:
    """A recipe under a name."""

    name: str
    recipe: Recipe


def main() -> None:
    """Search and print."""
    given = _arguments()
    torch.set_num_threads(given.threads)
    candidates = [_candidate(words, given) for words in given.candidate]
    began, rounds = time.monotonic(), []
    for seed in given.seeds:
        found: dict[tuple[str, str], float] = {}
        for task in given.tasks:
            for candidate in candidates:
                if time.monotonic() - began > 3600 * given.hours:
                    break
                found[task, candidate.name] = _figure(task, candidate, seed, given)
        if len(found) < len(given.tasks) * len(candidates):
            break
        rounds.append(found)
    print(f"`.venv/bin/python -m benchmarks.accuracy.recipe_search {shlex.join(sys.argv[1:])}`: {len(rounds)} rounds\n")
    if rounds:
        print(_table(rounds, given.tasks, [candidate.name for candidate in candidates]))


def _figure(task: str, candidate: Candidate, seed: int, given: argparse.Namespace) -> float:
    """Train a candidate on a task and give the figure of its map; the accuracy where no class is looked for."""
    with tempfile.TemporaryDirectory() as folder:
        made = default_recipe.TASKS[task](Path(folder), seed)
        row = default_recipe.trial(made, candidate.recipe, seed, given, Path(folder))
    told = {"task": task, "candidate": candidate.name, "seed": seed, **row}
    print(json.dumps(told), file=sys.stderr, flush=True)
    return float(row["f1"] if made.target else row["accuracy"])


def _table(rounds: list[dict[tuple[str, str], float]], tasks: list[str], names: list[str]) -> str:
    means = np.array([[np.mean([own[task, name] for own in rounds]) for task in tasks] for name in names])
    ranks = 1 + (means[None] > means[:, None]).sum(axis=1)
    order = sorted(range(len(names)), key=lambda number: (ranks[number].max(), ranks[number].mean()))
    lines = [f"| candidate | worst rank | mean rank | {' | '.join(tasks)} |", "|---" * (len(tasks) + 3) + "|"]
    for number in order:
        figures = " | ".join(f"{value:.3f}" for value in means[number])
        lines.append(f"| {names[number]} | {ranks[number].max()} | {ranks[number].mean():.1f} | {figures} |")
    return "\n".join(lines)


def _candidate(words: list[str], given: argparse.Namespace) -> Candidate:
    name, *settings = words
    own = dict(pair[len(_OF_MODEL) :].split("=", 1) for pair in settings if pair.startswith(_OF_MODEL))
    plain = [pair for pair in settings if not pair.startswith(_OF_MODEL)]
    base = RECIPES[given.recipe]
    if any(pair.startswith("model=") for pair in plain):
        base = replace(base, model_parameters={})
    chosen = with_settings(base, [f"minutes={given.minutes or 'none'}", *plain])
    parameters = {**chosen.model_parameters, **{key: json.loads(value) for key, value in own.items()}}
    return Candidate(name, replace(chosen, model_parameters=parameters).checked())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--candidate", nargs="+", action="append", required=True, metavar="NAME [KEY=VALUE …]")
    parser.add_argument("--tasks", nargs="+", choices=default_recipe.TASKS, default=list(default_recipe.TASKS))
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    parser.add_argument("--recipe", default="quick")
    parser.add_argument("--minutes", type=float, default=5.0, help="of a training; 0 for none")
    parser.add_argument("--hours", type=float, default=4.0, help="of the whole search")
    parser.add_argument("--predict", action="append", default=[], metavar="KEY=VALUE", help="change the prediction")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
