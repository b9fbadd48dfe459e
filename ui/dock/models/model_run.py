"""The run that made a model, as far as the work folder still holds it: its folder, its parts, its sample tiles."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ....core.training.runs.run import OUTCOME, SAMPLES


@dataclass(frozen=True)
class ModelRun:
    """A finished run: its folder, the rasters of training and validation parts, and the best epoch's picture."""

    folder: Path
    parts: tuple[Path, ...] = ()
    picture: Optional[Path] = None


def run_of(model_file: Path, runs: Path) -> Optional[ModelRun]:
    """Find the run that wrote a model file; None where it has been deleted, or the model came from elsewhere."""
    beside = model_file.parent.glob(f"{model_file.stem}.run*/{OUTCOME}")
    for path in [*sorted(runs.glob(f"*/{OUTCOME}"), reverse=True), *beside]:
        try:
            outcome = json.loads(path.read_text(encoding="utf-8"))
            if Path(outcome["model_file"]) != model_file:
                continue
            parts = tuple(Path(part) for part in outcome.get("split_rasters") or () if Path(part).is_file())
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue
        return ModelRun(path.parent, parts, best_picture(path.parent))
    return None


def best_picture(folder: Path) -> Optional[Path]:
    """Give the picture of a run's best epoch; None where it has none."""
    return max((folder / SAMPLES).glob("*.png"), default=None)
