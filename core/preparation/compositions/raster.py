"""Log-ratios of a raster whose bands are the parts of a composition."""

from __future__ import annotations

import numpy as np

from ...errors import BadInputError
from ...events import Events
from ...geodata.raster_file import open_raster
from ...geodata.stack import Stack
from ..base.ground_steps import GroundSteps
from ..base.method import LOOKING, Method, OutputBand
from ..base.writing import read_values, windows_of
from .parameters import LogRatioParameters
from .parts import Parts, Seen


def start(stack: Stack, parameters: LogRatioParameters, events: Events) -> Method:
    """Give what takes the log-ratios of a stack's bands, after looking at them for what is too small to measure.

    Raises:
        BadInputError: For one band, negative values, a band without a value above 0, or units that differ unsaid.
    """
    parts = Parts(stack.names, parameters)
    if not parameters.units:
        _check_units(stack)
    seen = [Seen() for _ in parts.names]
    windows = windows_of(stack)
    for number, window in enumerate(windows):
        events.progress(LOOKING * number / len(windows), "Looking at the parts")
        for summary, values, limit in zip(seen, read_values(stack, window), parts.limits):
            summary.add(values, limit)
    parts.look(seen, stack.images[0], events)

    def apply(values: np.ndarray, _ground: GroundSteps) -> np.ndarray:
        return parts.ratios(values)

    return Method(tuple(OutputBand(name) for name in parts.ratio_names), apply, begun=LOOKING)


def _check_units(stack: Stack) -> None:
    """Refuse bands whose files say that their units differ.

    Raises:
        BadInputError: Naming them.
    """
    said = {}
    for image in {band.image for band in stack.bands}:
        with open_raster(stack.images[image]) as dataset:
            units = dataset.units
        said.update({band.name: units[band.number - 1] for band in stack.bands if band.image == image})
    if len({unit for unit in said.values() if unit}) > 1:
        raise BadInputError(
            "The bands of “{image}” are in several units: {units}. Say each one's unit in order in the settings.",
            image=stack.images[0],
            units=", ".join(f"{name} ({unit or '?'})" for name, unit in said.items()),
        )
