r"""A search over recipe settings: which of some candidates is best on all shared scenes at once.

    .venv/bin/python -m benchmarks.accuracy.recipe_search --hours 4 --minutes 5 --trials FILE \
        --candidate now --candidate wide model_parameters.width=24 --candidate together committee=with_classifiers

Every candidate is the recipe (`--recipe`) with its settings changed. Each is trained on every task of
`default_recipe.py` and seed, round by round, until the hours are over; a round that isn't whole doesn't count. A
candidate's rank on a task is that of its mean figure over the seeds; the table is sorted by the worst rank, then by the
mean one, so that no candidate wins by one scene. Trials are kept in a file as those of `default_recipe.py` are, which
can be the same: what is there isn't measured again. Minutes and seconds are core time (see `trial.py`).
"""

from __future__ import annotations

import argparse
import json
import shlex
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from outcrop.core.training.settings.recipes import recipe

from benchmarks.accuracy import default_recipe
from benchmarks.accuracy.trials_file import TrialsFile, told_states

_SETTINGS = ("recipe", "minutes", "predict", "device", "threads")


def main() -> None:
    """Search and print."""
    given = _arguments()
    torch.set_num_threads(given.threads)
    candidates = {name: settings for name, *settings in given.candidate}
    began, rounds = time.monotonic(), []
    for seed in given.seeds:
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for task in given.tasks:
            for name, settings in candidates.items():
                if time.monotonic() - began > 3600 * given.hours:
                    break
                found[task, name] = _trial(task, settings, seed, given)
        if len(found) < len(given.tasks) * len(candidates):
            break
        rounds.append(found)
    print(f"`.venv/bin/python -m benchmarks.accuracy.recipe_search {shlex.join(sys.argv[1:])}`: {len(rounds)} rounds\n")
    if rounds:
        print(_table(rounds, given.tasks, list(candidates)))
        print(f"\n{told_states([row for found in rounds for row in found.values()])}")


def _trial(task: str, settings: list[str], seed: int, given: argparse.Namespace) -> dict[str, Any]:
    """Train a candidate on a task and measure its map, or take what is on file."""
    chosen = recipe(given.recipe, [f"minutes={given.minutes or 'none'}", *settings])
    trials = TrialsFile(given.trials, {**{name: getattr(given, name) for name in _SETTINGS}, "set": settings})
    rows = trials.of(task, seed, [chosen.model])
    if not rows:
        with default_recipe.scratch(None, "") as folder:
            row = default_recipe.trial(default_recipe.TASKS[task](folder, seed), chosen, seed, given, folder)
        rows = trials.add([{"task": task, "seed": seed, "model": chosen.model, **row}])
        print(json.dumps(rows[0]), file=sys.stderr, flush=True)
    return rows[0]


def _table(rounds: list[dict[tuple[str, str], dict[str, Any]]], tasks: list[str], names: list[str]) -> str:
    means = np.array([[np.mean([own[task, name]["f1"] for own in rounds]) for task in tasks] for name in names])
    ranks = 1 + (means[None] > means[:, None]).sum(axis=1)
    order = sorted(range(len(names)), key=lambda number: (ranks[number].max(), ranks[number].mean()))
    lines = [f"| candidate | worst rank | mean rank | {' | '.join(tasks)} |", "|---" * (len(tasks) + 3) + "|"]
    for number in order:
        figures = " | ".join(f"{value:.3f}" for value in means[number])
        lines.append(f"| {names[number]} | {ranks[number].max()} | {ranks[number].mean():.1f} | {figures} |")
    return "\n".join(lines)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--candidate", nargs="+", action="append", required=True, metavar="NAME [KEY=VALUE …]")
    parser.add_argument("--tasks", nargs="+", choices=default_recipe.TASKS, default=list(default_recipe.TASKS))
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    parser.add_argument("--recipe", default="quick")
    parser.add_argument("--minutes", type=float, default=5.0, help="of a training; 0 for none")
    parser.add_argument("--hours", type=float, default=4.0, help="of the whole search")
    parser.add_argument("--trials", type=Path, help="keep what is measured in this file, and go on with what it holds")
    parser.add_argument("--predict", action="append", default=[], metavar="KEY=VALUE", help="change the prediction")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
