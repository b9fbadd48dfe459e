"""Applying: a copy of a prediction with the corrections of a session in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from pyproj import CRS
from pyproj.exceptions import ProjError

from ...errors import BadInputError
from ...events import Events
from ...files.beside import style_of
from ...files.digest import sha256_of
from ...files.disk import START_AGAIN, disk_trouble_told
from ...files.mapped_array import mapped_array
from ...files.unfinished import temporary_folder
from ...files.whole_file import check_writable
from ...geodata.datum import are_same
from ...geodata.stack import Stack
from ...message import Message
from ...prediction.raster.class_file import open_class_file
from ...prediction.raster.output import Outputs
from ..correction import time_text
from ..errors import OtherPredictionError
from ..ground import over
from ..reading import SessionReader, read_session
from ..transfer.fitting import Fit, fitted

CORRECTIONS_TAG = "OUTCROP_CORRECTIONS"
"""Name under which a corrected raster says what was applied, as JSON."""
_BLOCK = 1024


def apply(prediction: str, session: str, target: str, events: Events, *, carry_over: bool = False) -> dict[str, object]:
    """Write a prediction with corrections; the later of two on the same pixel wins. Memory doesn't grow with its size.

    Args:
        prediction: The class raster, which stays as it is; empty takes the one that was corrected.
        session: The corrections.
        target: The class raster to write.
        events: Told how far it is, and what doesn't fit.
        carry_over: Whether corrections of another prediction are taken where they fit.

    Returns:
        out and style: the files; corrections: how many were applied; pixels: how many say something else now.

    Raises:
        BadInputError: For files that are no prediction or no session.
        OtherPredictionError: When they don't belong together, unless `carry_over`.
        DiskError: When a file can't be read or written.
    """
    check_writable(target)
    fit, changed = Fit(), 0
    with (
        read_session(session) as reader,
        temporary_folder(target) as folder,
        disk_trouble_told(Path(target), START_AGAIN),
    ):
        prediction = prediction or corrected_file(reader)
        class_file = open_class_file(prediction)
        grid = class_file.grid.pixel_grid
        if not carry_over:
            _check_belongs(reader, prediction)
        overlay = mapped_array(folder / "overlay.raw", np.uint8, (grid.height, grid.width))
        count = max(1, len(reader.corrections))
        found = fitted(reader, grid, class_file.legend, fit, is_same=_are_same_system)
        for number, (_, value, runs) in enumerate(found):
            events.progress(0.4 * number / count, "Reading corrections")
            runs.paint(overlay, grid.window, value)
        wanted = class_file.rewritten(Path(target))
        said = {CORRECTIONS_TAG: json.dumps(_note(reader, fit), ensure_ascii=False)}
        blocks = list(class_file.grid.blocks(_BLOCK))
        with (
            Stack([prediction], ["1:1"]) as raster,
            Outputs(replace(wanted, metadata={**wanted.metadata, **said}), class_file.grid) as out,
        ):
            for number, block in enumerate(blocks):
                events.progress(0.4 + 0.5 * number / len(blocks), "Applying corrections")
                labels, valid = raster.read(block)
                before = (labels[0] * valid).astype(np.uint8)
                after = over(before, np.asarray(overlay[block.slices()]))
                changed += int((after != before).sum())
                out.write(block, after, after > 0)
            events.progress(0.95, "Finishing")
        del overlay
    if fit.text(Path(prediction).name):
        events.warning(fit.text(Path(prediction).name))
    return {"out": target, "style": str(style_of(Path(target))), "corrections": fit.corrections, "pixels": changed}


def _are_same_system(one: str, other: str) -> bool:
    """Say whether two texts mean the same coordinate system: QGIS's GDAL may write it otherwise than the worker's."""
    try:
        return are_same(CRS.from_wkt(one), CRS.from_wkt(other))
    except ProjError:
        return False


def corrected_file(reader: SessionReader) -> str:
    """Find the prediction that a session is about: where it was, or beside the session where both were moved.

    Raises:
        BadInputError: When it is in neither place.
    """
    candidates = Path(reader.prediction.path), reader.path.with_name(reader.prediction.name)
    existing = next((str(path) for path in candidates if path.is_file()), None)
    if existing is None:
        raise BadInputError(
            "“{place}”, which was corrected, is gone. Say where the prediction is now.", place=candidates[0]
        )
    return existing


def _check_belongs(reader: SessionReader, prediction: str) -> None:
    if sha256_of(Path(prediction)) == reader.prediction.digest:
        return
    name = reader.prediction.name
    what = f"“{name}”" if name != Path(prediction).name else "an earlier state of it"
    raise OtherPredictionError(
        Message(
            (
                "The corrections of “{name}” weren't made on “{prediction}” as it is now, but on {what}. Choose that "
                "prediction, or carry over what fits this one."
            ),
            name=reader.path.name,
            prediction=prediction,
            what=what,
        ),
        name,
        reader.prediction.digest,
    )


def _note(reader: SessionReader, fit: Fit) -> Mapping[str, object]:
    """Say what was applied."""
    rows = reader.corrections
    return {
        "session": reader.path.name, "prediction": reader.prediction.name, "digest": reader.prediction.digest,
        "corrections": fit.corrections, "users": sorted({row.user for row in rows}),
        "first": time_text(rows[0].made) if rows else None, "last": time_text(rows[-1].made) if rows else None,
    }  # fmt: skip
