"""Trials on file: what is there isn't measured again, so that a long table can be made in several sittings."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Optional

from benchmarks.provenance import code, machine


class TrialsFile:
    """A file of JSON lines, one a model of a trial, each with what it was measured with and on.

    A trial is on file when all of its models were measured with the same settings; what state of the code and what
    machine that was stands in its lines, and in `told_states`.
    """

    def __init__(self, path: Optional[Path], settings: Mapping[str, Any]) -> None:
        """Read the file, if there is one.

        Args:
            path: None keeps nothing.
            settings: What else than task, seed and model makes a row what it is.
        """
        self._path, self._settings = path, json.loads(json.dumps(settings))
        lines = path.read_text(encoding="utf-8").splitlines() if path is not None and path.exists() else []
        self._rows: list[dict[str, Any]] = [json.loads(line) for line in lines]

    def of(self, task: str, seed: int, models: Sequence[str]) -> list[dict[str, Any]]:
        """Give the rows of a trial, one a model; none where it is to be measured."""
        wanted = task, seed, self._settings
        rows = {row["model"]: row for row in self._rows if (row["task"], row["seed"], row["settings"]) == wanted}
        return [rows[model] for model in models] if rows.keys() >= set(models) else []

    def add(self, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Keep the rows of a whole trial, each with its task and seed, and give them as they are kept."""
        origin = {"settings": self._settings, "code": code(), "machine": machine()}
        whole = [{**row, **origin} for row in rows]
        self._rows += whole
        if self._path is not None:
            with self._path.open("a", encoding="utf-8") as file:
                file.writelines(f"{json.dumps(row)}\n" for row in whole)
        return whole


def told_states(rows: Sequence[Mapping[str, Any]]) -> str:
    """Say which states of the code, and which machines, rows were measured with."""
    states = dict.fromkeys((row["code"], row["machine"]) for row in rows)
    return "Measured with " + "; ".join(f"{state or 'an unknown state'} on {where}" for state, where in states) + "."
