"""What was chosen on the Predict page, how long it takes, how much it needs, and what is to be asked first."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any, Optional

from ...layers.imagery import Imagery
from ...layers.mapped_area import MappedArea
from ...layers.rendering import MANY_TILES, MOST_TILES, tiles_in
from ...memory.durations import estimate_s
from ...texts import number_text, short_number, time_text, tr
from ...widgets.problems import ERROR, WARNING, Problem
from ..models.model_entries import ModelEntry

PIXEL_SIZE_FACTOR = 1.5
"""Pixels that are larger or smaller than the training's by more than this are warned about, as in the job."""
_LONG_S, _LONGEST_S = 3600.0, 7 * 86400.0
"""What takes longer than the first is asked about, what takes longer than the second is refused."""
_LARGE_BYTES = 1e9
_MANY_PIXELS = 1e9
_BYTES_PER_PIXEL = 1.5
_UNCERTAINTY_BANDS, _FETCHED_BANDS = 2, 4


@dataclass(frozen=True)
class PredictChoice:
    """What was chosen.

    Attributes:
        models: The models, in the list's order.
        imagery: The imagery.
        place: Which part of it.
        hide_background: Whether classes that are merely the rest, as “background” is, aren't drawn.
        settings: The job's settings by name.
        centre: Where to begin, in the imagery's coordinate system; None where nobody watches.
    """

    models: tuple[ModelEntry, ...]
    imagery: Imagery
    place: MappedArea
    hide_background: bool
    settings: dict[str, Any] = field(default_factory=dict)
    centre: Optional[tuple[float, float]] = None

    @property
    def seconds(self) -> Optional[float]:
        """How long it takes on this machine; None where a model never ran here."""
        total = 0.0
        for entry in self.models:
            pixels = self.computed_pixels(entry)
            seconds = estimate_s(entry.card.models_key, pixels) if entry.card is not None else None
            if seconds is None:
                return None
            total += seconds
        return total if self.models else None

    @property
    def bytes(self) -> float:
        """How much room it needs on the disk while it is made."""
        written = sum(self.computed_pixels(entry) * self._bands(entry) * _BYTES_PER_PIXEL for entry in self.models)
        fetched = _FETCHED_BANDS * self.place.pixels if self.imagery.is_rendered else 0
        return written + fetched * len(self.models)

    def computed_pixels(self, entry: ModelEntry) -> float:
        """Give the pixels that are computed for a model, at its own pixel size where the imagery is resampled."""
        resampled = self.settings.get("resample") or works_at_its_size(entry)
        factor = size_factor(entry, self.imagery) if resampled else 1.0
        return self.place.pixels * factor**2

    def _bands(self, entry: ModelEntry) -> int:
        classes = len(entry.card.legend) if entry.card is not None else 1
        probabilities = classes if self.settings.get("probabilities") else 0
        return 1 + probabilities + (_UNCERTAINTY_BANDS if self.settings.get("uncertainty") else 0)


def size_text(choice: PredictChoice) -> str:
    """Say how large a prediction is and, where these models ran here before, how long it takes."""
    pixels = short_number(choice.place.pixels)
    size = tr("{n} pixels", n=pixels) if choice.place.is_exact else tr("at most {n} pixels", n=pixels)
    seconds = choice.seconds
    if seconds is None or tiles_in(choice.imagery, choice.place.pixels) > MOST_TILES:
        return size
    return tr("{size} · {time}", size=size, time=time_text(seconds))


def refusal(choice: PredictChoice) -> Optional[Problem]:
    """Say what to do where more was chosen than can be made in a week, or be asked of a server; None elsewhere."""
    tiles, seconds = tiles_in(choice.imagery, choice.place.pixels), choice.seconds
    if tiles > MOST_TILES:
        coarser = _rounded_up(choice.imagery.pixel_size_m * math.sqrt(tiles / MOST_TILES))
        text = tr(
            "{n} tiles of “{imagery}” would have to be fetched, more than a server puts up with. {smaller}, or choose "
            "pixels of {size} m.",
            n=short_number(tiles), imagery=choice.imagery.name, smaller=_how_to_shrink(choice.place),
            size=_metres(coarser),
        )  # fmt: skip
        return Problem(ERROR, text)
    if seconds is not None and seconds > _LONGEST_S:
        text = tr("This would take {time} here. {smaller}, or check a faster model.",
                  time=time_text(seconds), smaller=_how_to_shrink(choice.place))  # fmt: skip
        return Problem(ERROR, text)
    return None


def _how_to_shrink(area: MappedArea) -> str:
    if area.mask_id:
        return tr("Choose fewer or smaller polygons")
    return tr("Choose “Canvas extent” and zoom in") if area.is_whole else tr("Zoom in")


def _rounded_up(number: float) -> float:
    """Give the next number with one figure that counts."""
    unit = 10.0 ** math.floor(math.log10(number))
    return math.ceil(number / unit - 1e-9) * unit


def question(choice: PredictChoice) -> str:
    """Ask what is to be asked before hours or gigabytes are spent; empty where there is nothing to ask."""
    seconds, size = choice.seconds, choice.bytes
    costs = []
    if seconds is not None and seconds > _LONG_S:
        costs.append(time_text(seconds))
    elif seconds is None and choice.place.pixels > _MANY_PIXELS:
        costs.append(tr("hours on most machines"))
    tiles = tiles_in(choice.imagery, choice.place.pixels)
    if tiles > MANY_TILES:
        costs.append(tr("{n} tiles to fetch from the server", n=short_number(tiles)))
    if size > _LARGE_BYTES:
        costs.append(tr("up to {n} GB on the disk", n=number_text(size / 1e9, 1)))
    if not costs:
        return ""
    pixels = short_number(choice.place.pixels)
    return tr("This covers {n} pixels: {costs}. Predict all of it?", n=pixels, costs=", ".join(costs))


def size_factor(entry: ModelEntry, imagery: Imagery) -> float:
    """Give how many times larger the imagery's pixels are than those a model was trained on."""
    trained = entry.card.pixel_size_m if entry.card is not None else 0.0
    return imagery.pixel_size_m / trained if trained > 0 else 1.0


def works_at_its_size(entry: ModelEntry) -> bool:
    """Tell whether a model has the imagery resampled to its own pixel size without being told to."""
    return entry.card is not None and entry.card.works_at_its_size


def pixel_size_problem(models: tuple[ModelEntry, ...], imagery: Imagery) -> Optional[Problem]:
    """Warn where a model was trained on pixels of a very different size."""
    for entry in models:
        factor = size_factor(entry, imagery)
        if works_at_its_size(entry):
            continue
        if entry.card is not None and not 1 / PIXEL_SIZE_FACTOR <= factor <= PIXEL_SIZE_FACTOR:
            text = tr(
                "“{imagery}” has pixels of {size} m, “{model}” learned from pixels of {trained} m and may find little "
                "again. Resample the imagery, or train on it.",
                imagery=imagery.name, size=_metres(imagery.pixel_size_m), model=entry.name,
                trained=_metres(entry.card.pixel_size_m),
            )  # fmt: skip
            return Problem(WARNING, text)
    return None


def _metres(size: float) -> str:
    return number_text(size, 0 if size >= 10 else 1 if size >= 1 else 2)
