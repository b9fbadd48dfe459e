"""One row of a reproduction: one model under one protocol, trained, mapped with and measured; kept once it is there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Optional

from outcrop.core.comparison.jobs import CompareJob, CompareSettings, Contestant
from outcrop.core.errors import CancelledError, OutcropError
from outcrop.core.events import Events
from outcrop.core.files.whole_file import write_text
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.assessment.compare import compare
from outcrop.core.model.card_file import read_card
from outcrop.core.model.catalogue import architecture, without_pretraining
from outcrop.core.training.settings.recipe import Recipe
from outcrop.core.training.settings.recipes import RECIPES

from benchmarks.accuracy.trial import budget_in_core_time
from benchmarks.provenance import code, machine
from benchmarks.reproduction.papers import PAPERS, Entrant, Paper
from benchmarks.reproduction.stand_ins import STAND_INS

OWN, LEAK_FREE = "own", "leak-free"
PROTOCOLS = (OWN, LEAK_FREE)
SMALL, FULL = "small", "paper"
_TEST_SHARE, _GAP_PX = 0.2, 16
_NARROW = {"unet": 16, "unet_improved": 16, "unet_residual": 16, "segnet": 16, "fcn8s": 256}
_FROM_QUICK = ("optimiser", "learning_rate", "weight_decay", "schedule", "clip_norm", "balance", "batch_size")


@dataclass(frozen=True)
class Budget:
    """What a row may take.

    Attributes:
        seconds: Of training, in core time: what the threads computed, divided by their number.
        form: `small` for two cores, or `paper` for the papers' own tiles, widths and optimisers.
        device: What computes.
    """

    seconds: float
    form: str = SMALL
    device: str = "auto"


@dataclass(frozen=True)
class Row:
    """One model under one protocol."""

    paper: Paper
    entrant: Entrant
    protocol: str

    @property
    def name(self) -> str:
        """The name of its file."""
        letters = "".join(letter if letter.isalnum() else "_" for letter in self.entrant.name.casefold())
        return f"{self.paper.key}-{self.protocol}-{letters}"


def rows() -> Iterator[Row]:
    """Give every row, a paper's after each other."""
    for paper in PAPERS:
        for protocol in PROTOCOLS:
            for entrant in paper.entrants:
                yield Row(paper, entrant, protocol)


def kept(row: Row, budget: Budget, folder: Path) -> Optional[dict[str, Any]]:
    """Give what was measured of a row with this budget before."""
    path = _file(row, folder)
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    same = found and found["seconds"] == budget.seconds and found["form"] == budget.form
    return found if same and "trouble" not in found else None


def measure(row: Row, budget: Budget, data: Optional[Path], folder: Path) -> dict[str, Any]:
    """Measure a row and keep it; what couldn't be trained is kept with the reason, and tried again the next time."""
    work = folder / "work" / row.name
    _file(row, folder).parent.mkdir(parents=True, exist_ok=True)
    scene = _scene(row.paper, data, folder)
    recipe = _recipe(row, budget)
    test_share = _TEST_SHARE if row.protocol == LEAK_FREE else row.paper.test_share
    shares = CompareSettings(test_share=test_share, bootstrap_block_px=row.paper.interval_block_px)
    job = CompareJob(scene, str(work), (Contestant(row.entrant.name, recipe),), (), shares, device=budget.device)
    try:
        with budget_in_core_time():
            report = compare(job, Events())
    except CancelledError:
        raise
    except OutcropError as error:
        result: dict[str, Any] = {"trouble": str(error)}
    else:
        own = report["models"][0]
        result = {
            **{key: own[key] for key in ("miou", "f1", "accuracy", "seconds_a_mpx", "file_mb")},
            "calibration_error": own["calibration_error"], "steps": _steps(own["model_files"][0]),
            "blocks": report["blocks"], "pixels": report["pixels"], "part": report["part"], "split": report["split"],
        }  # fmt: skip
    result.update(
        row=row.name, seconds=budget.seconds, form=budget.form, machine=machine(), code=code(),
        when=datetime.now(timezone.utc).isoformat(timespec="minutes"),
    )  # fmt: skip
    write_text(_file(row, folder), json.dumps(result, indent=1, ensure_ascii=False))
    return result


def _file(row: Row, folder: Path) -> Path:
    return folder / "rows" / f"{row.name}.json"


def _scene(paper: Paper, data: Optional[Path], folder: Path) -> Scene:
    own = folder / "data" / paper.stand_in
    own.mkdir(parents=True, exist_ok=True)
    return STAND_INS[paper.stand_in].make(data or Path(), own)


def _recipe(row: Row, budget: Budget) -> Recipe:
    """Give the paper's recipe for a model under a protocol, in the form that the budget asks for."""
    own, model = RECIPES[row.paper.key], row.entrant.model
    parameters = {} if row.entrant.pretrained else without_pretraining(model, {})
    small = budget.form == SMALL
    if small and model in _NARROW:
        parameters = {**parameters, "width": _NARROW[model]}
    recipe = replace(
        own, name=row.paper.key, model=model, model_parameters={**parameters, **row.entrant.parameters},
        split="random_tiles" if row.protocol == OWN else "blocks", gap_px=_GAP_PX, minutes=budget.seconds / 60,
    )  # fmt: skip
    if small:
        quick = {key: getattr(RECIPES["quick"], key) for key in _FROM_QUICK}
        recipe = replace(
            recipe, tile_px=row.paper.tile_px, stride_px=row.paper.stride_px, resize_px=None, tiles_per_epoch=None,
            epochs=1000, patience=0, **quick,
        )  # fmt: skip
        if architecture(model).kind == "network":
            recipe = replace(recipe, balance=0.0)
    return recipe.checked()


def _steps(model: str) -> Optional[int]:
    """Give how many steps a network's budget was enough for: by them a busy machine is known."""
    steps = read_card(model).provenance.get("steps")
    return int(steps) if steps else None
