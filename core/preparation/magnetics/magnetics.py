"""Magnetics: layers of a survey's total field, of rasters of any size."""

from __future__ import annotations

import math

import numpy as np
from pyproj import CRS, Transformer
from scipy.ndimage import distance_transform_edt, gaussian_filter, spline_filter

from ...errors import BadInputError
from ...events import Events
from ...geodata.grid import Grid, Window
from ...geodata.pixel_areas import row_steps_m
from ...geodata.stack import Stack
from ..base.cubic_spline import at_places
from ..base.ground_steps import GroundSteps
from ..base.method import LOOKING, Method, OutputBand
from ..base.reduced import reduced
from .igrf import direction
from .parameters import LAYERS, MagneticParameters
from .spectrum import DOWN, EAST, FIELD, NORTH, Treatment, filled, treated

MOST_AT_ONCE_PX = 1_024
"""Longer rasters are taken apart: a coarse picture of the whole, and windows of what is finer."""
_MARGIN_PX, _MARGIN_STEPS, _SMOOTH_STEPS = 64, 4, 1.0


def start(stack: Stack, parameters: MagneticParameters, events: Events) -> Method:
    """Give what makes the chosen layers of a total-field anomaly in nT.

    Large rasters are taken apart into a coarse picture, treated as a whole, and what is finer, treated window by window
    with a margin; all steps are linear but the last, so the sum is that of the whole.

    Raises:
        BadInputError: For several bands, a raster without values, or a place that the reference field can't be told of.
    """
    if len(stack.bands) != 1:
        raise BadInputError(
            "Magnetic layers are made of one band, the total field; “{image}” has {count}. Choose the band that holds "
            "it.",
            image=stack.images[0],
            count=len(stack.bands),
        )
    treatment = _treatment(stack.grid, parameters, events)
    factor = math.ceil(max(stack.grid.width, stack.grid.height) / MOST_AT_ONCE_PX)
    coarse = _Coarse(stack, factor, treatment, events)
    chosen = tuple(name for name in LAYERS if getattr(parameters, name))
    margin = max(_MARGIN_PX, _MARGIN_STEPS * factor) if factor > 1 else 0

    def apply(values: np.ndarray, ground: GroundSteps) -> np.ndarray:
        inner = (slice(margin, -margin),) * 2 if margin else (slice(None),) * 2
        derivatives = coarse.treated_at(ground.window)
        if margin:
            fine = values[0] - coarse.field_at(ground.window.padded(margin))
            fine = _held(fine, coarse.factor)
            derivatives = derivatives + treated(fine, coarse.steps, treatment)[(slice(None), *inner)]
        layers = np.concatenate([_layer(name, derivatives) for name in chosen])
        return np.where(np.isnan(values[0][inner]), np.nan, layers)

    return Method(tuple(OutputBand(*band) for name in chosen for band in LAYERS[name]), apply, margin, begun=LOOKING)


def _layer(name: str, derivatives: np.ndarray) -> np.ndarray:
    """Give the bands (K, H, W) of a layer from the treated field and its derivatives (4, H, W).

    Total gradient: Roest, Verhoef & Pilkington 1992, Geophysics 57(1), 116–125, doi 10.1190/1.1443174; tilt: Miller &
    Singh 1994, Journal of Applied Geophysics 32, 213–217, doi 10.1016/0926-9851(94)90022-1.
    """
    if name == "field":
        return derivatives[[FIELD]]
    if name == "vertical_derivative":
        return derivatives[[DOWN]]
    if name == "horizontal_derivatives":
        return derivatives[[EAST, NORTH]]
    across = np.hypot(derivatives[EAST], derivatives[NORTH])
    if name == "total_gradient":
        return np.hypot(across, derivatives[DOWN])[None]
    return np.degrees(np.arctan2(derivatives[DOWN], across))[None]


def _held(fine: np.ndarray, length_px: float) -> np.ndarray:
    """Fill what is unknown with the nearest value, which fades over a length: a jump to 0 would be a source itself."""
    unknown = ~np.isfinite(fine)
    if unknown.all() or not unknown.any():
        return np.where(unknown, 0.0, fine)
    away, nearest = distance_transform_edt(unknown, return_indices=True)
    return np.asarray(fine[tuple(nearest)] * np.exp(-((away / length_px) ** 2)))


class _Coarse:
    """The field reduced by a factor, treated as a whole; with a factor of 1 it is the field itself."""

    def __init__(self, stack: Stack, factor: int, treatment: Treatment, events: Events) -> None:
        grid, self.factor = stack.grid, factor
        whole = reduced(stack, factor, lambda share: events.progress(LOOKING * 0.6 * share, "Reading the field"))
        if not np.isfinite(whole).any():
            raise BadInputError(
                "“{image}” has no value anywhere: all of it is nodata. Choose another raster or band.",
                image=stack.images[0],
            )
        self.steps = row_steps_m(grid, Window(grid.height // 2, 0, 1, grid.width))[0]
        events.progress(LOOKING * 0.7, "Treating the whole")
        whole = filled(whole)
        if factor > 1:
            whole = gaussian_filter(whole, _SMOOTH_STEPS, mode="mirror")  # so that splines between its pixels hold
        derivatives = treated(whole, self.steps * factor, treatment)
        if factor > 1:
            whole, *more = (spline_filter(one, mode="mirror") for one in (whole, *derivatives))
            derivatives = np.stack(more)
        self._field, self._made = whole, derivatives

    def field_at(self, window: Window) -> np.ndarray:
        """Give the coarse field (H, W) at the pixels of a window."""
        return self._between(self._field, window)

    def treated_at(self, window: Window) -> np.ndarray:
        """Give the treated coarse field and its derivatives (4, H, W) at the pixels of a window."""
        if self.factor == 1:
            return self._made[(slice(None), *window.slices())]
        return np.stack([self._between(one, window) for one in self._made])

    def _between(self, coefficients: np.ndarray, window: Window) -> np.ndarray:
        rows = (window.row + np.arange(window.height) + 0.5) / self.factor - 0.5
        cols = (window.col + np.arange(window.width) + 0.5) / self.factor - 0.5
        return at_places(coefficients, rows, cols)


def _treatment(grid: Grid, parameters: MagneticParameters, events: Events) -> Treatment:
    if not parameters.reduce_to_pole:
        return Treatment(upward_m=parameters.upward_m)
    dip, turn = parameters.inclination_deg, parameters.declination_deg
    if (dip is None or turn is None) and parameters.year is not None:
        told = direction(*_centre(grid), parameters.year)
        dip, turn = told[0] if dip is None else dip, told[1] if turn is None else turn
        events.log(
            "Reference field (IGRF-14) in {year:.1f}: inclination {dip:.1f}°, declination {turn:.1f}°",
            year=parameters.year,
            dip=dip,
            turn=turn,
        )
    if dip is None or turn is None:
        raise BadInputError(
            "Reduction to the pole needs the direction of the field. Give the year of the survey, or inclination "
            "and declination."
        )
    if abs(dip) < parameters.least_inclination_deg:
        events.warning(
            "The field dips by {dip:.1f}° only: the reduction to the pole is damped along its direction. The total "
            "gradient depends less on it.",
            dip=dip,
        )
    least = math.radians(parameters.least_inclination_deg)
    return Treatment(math.radians(dip), math.radians(turn), least, parameters.upward_m)


def _centre(grid: Grid) -> tuple[float, float]:
    """Give longitude and latitude of a grid's centre, in degrees."""
    point = grid.transform @ (grid.width / 2, grid.height / 2)
    move = Transformer.from_crs(CRS.from_wkt(grid.crs.to_wkt()), CRS.from_epsg(4326), always_xy=True)
    east, north = move.transform(*point)
    if not math.isfinite(east) or not math.isfinite(north):
        raise BadInputError("The raster's place on the Earth can't be told. Give inclination and declination yourself.")
    return float(east), float(north)
