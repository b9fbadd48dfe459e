"""The split of an earlier run, kept by the one that follows: its held-back places stay held back."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from ...errors import OutcropError
from ...events import Events
from ...files.json_text import read_json
from ...labels.splitting.kept import KeptSplit
from ...parameters import to_dict
from ..data.labelling import LABELS
from ..settings.jobs import TrainJob
from .run import SPEC

_OF_THE_SPLIT = ("split", "validation_share", "test_share", "block_px", "gap_px")
"""The settings of a recipe that say what is held back."""


def kept_split(job: TrainJob, events: Events) -> Optional[KeptSplit]:
    """Give the split of the run that a job names; None where it names none, or one that was held back differently."""
    if not job.keep_split_of:
        return None
    folder = Path(job.keep_split_of)
    try:
        asked = read_json(folder / SPEC, "a training's job")["recipe"]
        noted = read_json(folder / LABELS, "the record of a training's labels")["split"]
        wanted = to_dict(job.recipe)
        if all(asked.get(name) == wanted[name] for name in _OF_THE_SPLIT):
            paths = tuple(folder / name for name in noted["paths"])
            origins = tuple((int(row), int(col)) for row, col in noted.get("origins", ()))
            return KeptSplit(noted["kind"], paths, noted["block_px"], origins, noted.get("all_over", False))
    except (OSError, OutcropError, ValueError, KeyError, TypeError):
        pass
    events.log("What is held back is chosen anew: the training before is gone, or held back in another way.")
    return None
