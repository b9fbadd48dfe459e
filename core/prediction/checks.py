"""Checks before work starts: what would fail is refused, what would come out badly is said."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ..files.disk import check_room
from ..geodata.grid import Grid, Window
from ..geodata.stack import Stack
from ..message import Message, joined
from ..model.members import Member
from ..wording import translatable

PIXEL_SIZE_FACTOR = 1.5
"""Pixels that are larger or smaller than the training's by more than this are warned about."""
_SAMPLES, _SAMPLE_PX = 4, 64
_FEWEST_PIXELS = 100
_WIDTHS_AWAY = 1.0
_NARROWER, _WIDER = 0.1, 10.0
_SPARE_BYTES = 50_000_000
_NO_ROOM = translatable(
    "The prediction needs up to {needed} in “{folder}”, where {free} are free. Free some space, choose another place, "
    "or predict a smaller extent."
)


def check_disk_space(path: Path, pixels: int, bands: int) -> None:
    """Refuse a prediction for which the disk has no room: every band once while it is made, and once compressed.

    Raises:
        BadInputError: With what is needed and what is free.
    """
    check_room(path.parent, int(pixels * bands * 1.5) + _SPARE_BYTES, _NO_ROOM)


def pixel_size_warnings(members: Sequence[Member], grid: Grid, imagery: str) -> list[str]:
    """Say which models were trained on pixels of a very different size."""
    warnings: list[str] = []
    for member in members:
        trained = member.card.pixel_size_m
        factor = grid.pixel_size_m / trained
        if not 1 / PIXEL_SIZE_FACTOR <= factor <= PIXEL_SIZE_FACTOR:
            warnings.append(
                Message(
                    (
                        "“{imagery}” has pixels of {pixel_size_m:.3g} m, “{name}” was trained on pixels of "
                        "{trained:.3g} m: what it has learned may not be found again. Resample to the model's pixel "
                        "size, or train a model on this imagery."
                    ),
                    imagery=imagery,
                    pixel_size_m=grid.pixel_size_m,
                    name=member.card.name,
                    trained=trained,
                )
            )
    return warnings


def domain_warnings(
    members: Sequence[Member], band_indices: Sequence[Sequence[int]], stack: Stack, area: Window, imagery: str
) -> list[str]:
    """Say for which bands the imagery's values are far from those that a model was trained on."""
    values = sample_values(stack, area)
    if values.shape[1] < _FEWEST_PIXELS:
        return []
    warnings: list[str] = []
    for member, bands in zip(members, band_indices):
        far = [_far(member, number, values[index]) for number, index in enumerate(bands)]
        told = [text for text in far if text]
        if told:
            warnings.append(
                Message(
                    (
                        "The values of “{imagery}” are far from those that “{name}” was trained on: {told}. Check the "
                        "bands and their units; the classes may be wrong."
                    ),
                    imagery=imagery,
                    name=member.card.name,
                    told=joined(told, "; "),
                )
            )
    return warnings


def sample_values(stack: Stack, area: Window) -> np.ndarray:
    """Read some small windows spread over an area: their valid pixels' values (B, n)."""
    side = [min(_SAMPLE_PX, length) for length in area.shape]
    rows = np.linspace(area.row, area.row + area.height - side[0], _SAMPLES).astype(int)
    cols = np.linspace(area.col, area.col + area.width - side[1], _SAMPLES).astype(int)
    pixels = []
    for row, col in sorted({(int(row), int(col)) for row in rows for col in cols}):
        image, valid = stack.read(Window(row, col, *side))
        values = image[:, valid].astype(np.float64)
        pixels.append(values[:, np.isfinite(values).all(axis=0)] if stack.is_masked else values)
    return np.concatenate(pixels, axis=1)


def _far(member: Member, number: int, values: np.ndarray) -> str:
    """Describe one band's range where it is far from the training's, else nothing."""
    low, high = member.card.normalisation.low[number], member.card.normalisation.high[number]
    seen_low, median, seen_high = np.percentile(values, (2, 50, 98)).tolist()
    width, seen_width = high - low, seen_high - seen_low
    away = max(low - median, median - high) > _WIDTHS_AWAY * width
    other_scale = width > 0 and (seen_width < _NARROWER * width or seen_width > _WIDER * width)
    if not away and not other_scale:
        return ""
    return Message(
        "{band} {seen_low:.4g}–{seen_high:.4g}, trained on {low:.4g}–{high:.4g}",
        band=member.card.bands[number],
        seen_low=seen_low,
        seen_high=seen_high,
        low=low,
        high=high,
    )
