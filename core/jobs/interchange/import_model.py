"""The job that takes in a model from elsewhere: an ONNX file, or a model file that Outcrop has written."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np

from ...errors import BadInputError
from ...events import Events
from ...files.named_files import PICKLED
from ...files.whole_file import check_writable, whole_file
from ...interchange.jobs import ImportModelJob
from ...interchange.onnx_import import imported
from ...model.card_file import SUFFIX, read_card
from ...model.graph import ONNX
from ...model.model_card import ModelCard
from ...model.model_file import save_model


def import_model(job: ImportModelJob, events: Events) -> dict[str, Any]:
    """Make a model file of another one; an ONNX graph is kept as it is, beside its card.

    Returns:
        model_file, name, classes, bands, pixel_size_m.

    Raises:
        BadInputError: When the file is no model, doesn't say enough of itself, or its place can't be written.
        MissingPackageError: When ONNX Runtime isn't installed.
    """
    source, target = Path(job.file), Path(job.model_file)
    if target.suffix != SUFFIX:
        raise BadInputError(
            "A model file's name ends with {suffix}; “{name}” doesn't.", suffix=SUFFIX, name=target.name
        )
    check_writable(target)
    if source.suffix.lower() in PICKLED:
        raise BadInputError(
            (
                "“{name}” is a file that can run code when it is read, so it isn't opened. Export the model as ONNX "
                "where it comes from, and import that."
            ),
            name=source.name,
        )
    events.progress(0.0, "Reading the model")
    if source.suffix.lower() == SUFFIX:
        return _result(_copied(source, target), job)
    card, graph, told = imported(job.file, job.settings)
    for text in told:
        events.warning(text)
    events.check_cancelled()
    save_model(target, card, {ONNX: np.frombuffer(graph.content, np.uint8)})
    return _result(card, job)


def _copied(source: Path, target: Path) -> ModelCard:
    card = read_card(source)
    if source.resolve() != target.resolve():
        with whole_file(target) as partial:
            shutil.copyfile(source, partial)
    return card


def _result(card: ModelCard, job: ImportModelJob) -> dict[str, Any]:
    return {
        "model_file": job.model_file, "name": card.name, "classes": list(card.legend.names), "bands": list(card.bands),
        "pixel_size_m": card.pixel_size_m,
    }  # fmt: skip
