"""Indices: the chosen ones of a sensor and the analyst's own expressions, as bands of one raster."""

from __future__ import annotations

import re

import numpy as np

from ...errors import BadInputError
from ...events import Events
from ...geodata.stack import Stack
from ..base.ground_steps import GroundSteps
from ..base.method import Method, OutputBand
from .expression import Expression, parse_expression, parse_expressions
from .index_table import indices_of
from .parameters import ALL, BY_NUMBER, IndexParameters
from .sensors import SENSORS
from .wavelengths import wavelengths_um

_WAVELENGTH = re.compile(r"w(\d{3,5})", re.IGNORECASE)
_NUMBERED = re.compile(r"b\d+", re.IGNORECASE)
_FARTHEST = 0.05
"""Of a wavelength: how far the nearest band may lie from the one that is asked for."""


def start(stack: Stack, parameters: IndexParameters, events: Events) -> Method:
    """Give what computes the indices; only the bands that are in one are read, and each index needs only its own.

    Raises:
        BadInputError: For a band that the raster hasn't, naming the index and the bands that there are.
    """
    names = _names(stack, parameters.sensor)
    chosen = _chosen(parameters, names, events)
    band_indices = {name: _place(stack, name, names, expression) for expression in chosen for name in expression.bands}
    events.log(
        "Bands: {bands}", bands=", ".join(f"{name} = {stack.names[index]}" for name, index in band_indices.items())
    )
    needed = tuple(sorted(set(band_indices.values())))
    at = {name: needed.index(index) for name, index in band_indices.items()}

    def apply(values: np.ndarray, _ground: GroundSteps) -> np.ndarray:
        by_name = {name: values[index] for name, index in at.items()}
        return np.stack([expression.value(by_name) for expression in chosen])

    return Method(tuple(OutputBand(expression.name) for expression in chosen), apply, needed=needed)


def _names(stack: Stack, sensor: str) -> dict[str, int]:
    """Give what bands may be called in expressions, and their places; the raster's own numbers go before counting."""
    known = {name: index for index, name in enumerate(stack.names)}
    if sensor == BY_NUMBER:
        if any(map(_NUMBERED.fullmatch, known)):
            return known
        return {**{f"b{index + 1}": index for index in range(len(stack.bands))}, **known}
    unnamed = [f"band {band.number}" for band in stack.bands]
    by_sensor = SENSORS[sensor].places(
        ["" if name == band_name else name for name, band_name in zip(stack.names, unnamed)]
    )
    if not by_sensor:
        raise BadInputError(
            "It can't be told which bands of “{image}” are those of {sensor}: they are called {names}. Name them B1, "
            "B2…, choose them in the sensor's order, or write expressions by number.",
            image=stack.images[0],
            sensor=SENSORS[sensor].title,
            names=", ".join(stack.names),
        )
    return {**known, **by_sensor}


def _chosen(parameters: IndexParameters, names: dict[str, int], events: Events) -> list[Expression]:
    """Give the expressions of the chosen indices, then the analyst's own; of “all”, those whose bands are there."""
    expressions = []
    for key, index in indices_of(parameters.sensor).items():
        expression = parse_expression(index.text, key)
        asked = key in parameters.indices
        if asked or (ALL in parameters.indices and set(expression.bands) <= set(names)):
            expressions.append(expression)
            events.log("{name} = {text}: {paper}", name=key, text=index.text, paper=index.paper)
    expressions += parse_expressions(parameters.expressions)
    if not expressions:
        raise BadInputError("The raster has the bands of none of the sensor's indices. Write an expression.")
    return expressions


def _place(stack: Stack, name: str, names: dict[str, int], expression: Expression) -> int:
    by_case = {known.lower(): index for known, index in names.items()}
    if name in names or name.lower() in by_case:
        return names.get(name, by_case.get(name.lower(), 0))
    wanted = _WAVELENGTH.fullmatch(name)
    if wanted:
        return _nearest(stack, float(wanted.group(1)) / 1_000, expression)
    raise BadInputError(
        "“{index}” needs the band {band}, and the raster has {names}. Choose other bands, another sensor, or leave the "
        "index out.",
        index=expression.name,
        band=name,
        names=", ".join(sorted(names, key=lambda known: (names[known], known))),
    )


def _nearest(stack: Stack, wanted_um: float, expression: Expression) -> int:
    centres = {index: centre for index, centre in enumerate(wavelengths_um(stack)) if centre is not None}
    if not centres:
        raise BadInputError(
            "“{index}” names a wavelength, and “{image}” doesn't tell those of its bands. Name bands by number.",
            index=expression.name,
            image=stack.images[0],
        )
    index = min(centres, key=lambda one: abs(centres[one] - wanted_um))
    if abs(centres[index] - wanted_um) > _FARTHEST * wanted_um:
        raise BadInputError(
            "“{index}” needs a band at {wanted:.0f} nm; the nearest of “{image}” is at {nearest:.0f} nm.",
            index=expression.name,
            wanted=wanted_um * 1_000,
            image=stack.images[0],
            nearest=centres[index] * 1_000,
        )
    return index
