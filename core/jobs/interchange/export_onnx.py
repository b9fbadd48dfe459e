"""The job that writes a model as ONNX, for programs such as the QGIS plugin Deepness."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...errors import BadInputError
from ...events import Events
from ...files.whole_file import check_writable, whole_file
from ...interchange.jobs import ExportOnnxJob
from ...interchange.onnx_export import exported
from ...model.members import load_members

SUFFIX = ".onnx"


def export_onnx(job: ExportOnnxJob, events: Events) -> dict[str, Any]:
    """Write a model file as an ONNX file that takes values divided by 255 and gives probabilities.

    Returns:
        out, tile_px, classes (names), bands (names), bytes.

    Raises:
        BadInputError: For a classifier, tiles that don't fit, or a place that can't be written.
        MissingPackageError: When the packages for ONNX aren't installed.
        OutcropError: When the network can't be converted.
    """
    if Path(job.out).suffix.lower() != SUFFIX:
        raise BadInputError(
            "An ONNX file's name ends with {suffix}; “{name}” doesn't.", suffix=SUFFIX, name=Path(job.out).name
        )
    check_writable(job.out)
    events.progress(0.0, "Loading the model")
    members = load_members([job.model])
    voting = [member for member in members if member.weight]
    if len(voting) < len(members):
        events.log(
            "The file holds the network alone: a program that reads it can’t tell on which scenes the random forest "
            "beside it takes part."
        )
    events.progress(0.2, "Converting the network")
    content, tile_px = exported(voting, job.tile_px)
    events.check_cancelled()
    with whole_file(job.out) as partial:
        partial.write_bytes(content)
    card = members[0].card
    return {
        "out": job.out, "tile_px": tile_px, "classes": list(card.legend.names), "bands": list(card.bands),
        "bytes": len(content),
    }  # fmt: skip
