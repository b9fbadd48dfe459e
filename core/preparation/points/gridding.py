"""Gridding: points with a number each become a raster on the pixels of another one."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from scipy.ndimage import map_coordinates
from scipy.spatial import cKDTree

from ...errors import BadInputError
from ...events import Events
from ...geodata.grid import Grid
from ...geodata.pixel_areas import metres_per_pixel
from ...geodata.stack import Stack
from ..base.ground_steps import GroundSteps
from ..base.method import LOOKING, Method, OutputBand
from .estimator import Estimator
from .kriging import Kriging
from .neighbours import InverseDistance
from .parameters import INVERSE_DISTANCE, KRIGING, NEAREST, SPLINE, GridParameters
from .samples import Samples
from .spline import ThinPlateSpline
from .variogram import Variogram, fit_variogram

FEWEST = {NEAREST: 1, INVERSE_DISTANCE: 2, KRIGING: 10, SPLINE: 3}
"""Points that a method needs."""
MOST_PLACES = 2_000_000
"""Surfaces are computed at so many places at most, on larger grids between these by straight lines; nearest exactly."""
_MOST_LEFT_OUT = 1_000


def start(stack: Stack, parameters: GridParameters, events: Events, samples: Samples) -> Method:
    """Give what estimates the value of every pixel's centre from points, in the points' unit.

    Distances are in metres as at the grid's centre. Kriging has a second band, the standard error, in the same unit.

    Raises:
        BadInputError: For fewer points than the method needs, points on one line or values that can't be interpolated.
    """
    if len(samples.values) < FEWEST[parameters.method]:
        raise BadInputError(
            "{method} needs {fewest} points at least; “{layer}” has {count} with a number, at different places. Take "
            "another method or more points.",
            method=parameters.method.replace("_", " ").capitalize(),
            fewest=FEWEST[parameters.method],
            layer=samples.layer,
            count=len(samples.values),
        )
    events.progress(0.0, "Fitting the surface")
    estimator, variogram = _made(samples, parameters, events)
    report = {"method": parameters.method, "points": len(samples.values), "field": samples.field}
    report.update(_errors(estimator, samples, events))
    if variogram is not None:
        report["variogram"] = _told(variogram)
    bands = [OutputBand(samples.field)]
    if variogram is not None:
        bands.append(OutputBand(f"{samples.field} standard error"))
    step = _step(stack.grid, parameters.method, events)
    tree = cKDTree(samples.places) if parameters.reach_m is not None else None

    def apply(_values: np.ndarray, ground: GroundSteps) -> np.ndarray:
        grids = _on_window(estimator, ground, step)
        if tree is not None and parameters.reach_m is not None:
            near, _ = tree.query(_centres(ground, 1)[2], distance_upper_bound=parameters.reach_m)
            grids[:, ~np.isfinite(near).reshape(grids.shape[1:])] = np.nan
        return grids

    return Method(tuple(bands), apply, needed=(), begun=LOOKING, report=report)


def _made(samples: Samples, parameters: GridParameters, events: Events) -> tuple[Estimator, Variogram | None]:
    points, values = samples.places, samples.values
    if parameters.method == KRIGING:
        variogram = fit_variogram(points, values, parameters)
        events.log(
            "Variogram: {model}, nugget {nugget:.4g}, sill {sill:.4g}, range {range:.4g} m",
            model=variogram.model,
            nugget=variogram.nugget,
            sill=variogram.sill,
            range=variogram.range_m,
        )
        return Kriging(points, values, variogram, parameters.neighbours), variogram
    if parameters.method == SPLINE:
        return ThinPlateSpline(points, values, parameters.smoothing), None
    count = 1 if parameters.method == NEAREST else parameters.neighbours
    return InverseDistance(points, values, count, parameters.power), None


def _errors(estimator: Estimator, samples: Samples, events: Events) -> dict[str, Any]:
    """Tell how far the surface is off where a point is left out: root mean square, mean, correlation."""
    count = len(samples.values)
    if count <= FEWEST[SPLINE]:
        return {}
    events.progress(0.2, "Leaving out one point after the other")
    chosen = np.arange(count)
    if count > _MOST_LEFT_OUT:
        chosen = np.sort(np.random.default_rng(0).choice(count, _MOST_LEFT_OUT, replace=False))
    told, true = estimator.left_out(chosen), samples.values[chosen]
    away = told - true
    varied = np.ptp(told) > 0 and np.ptp(true) > 0
    facts = {
        "left_out": len(chosen),
        "rmse": float(np.sqrt(np.mean(away**2))),
        "bias": float(away.mean()),
        "correlation": float(np.corrcoef(told, true)[0, 1]) if varied else None,
        "deviation": float(true.std()),
    }
    events.log(
        "Left out one by one, {left_out} points are missed by {rmse:.4g} (root mean square; the values' own deviation "
        "is {deviation:.4g}), {bias:+.3g} in the mean",
        **{name: value for name, value in facts.items() if name != "correlation"},
    )
    return facts


def _told(variogram: Variogram) -> dict[str, Any]:
    return {
        "model": variogram.model,
        "nugget": variogram.nugget,
        "sill": variogram.sill,
        "range_m": variogram.range_m,
        "lags_m": variogram.lags_m.tolist(),
        "measured": variogram.measured.tolist(),
        "pairs": variogram.pairs.tolist(),
        "curve_m": (curve := np.linspace(0, variogram.lags_m.max() * 1.05, 60)[1:]).tolist(),
        "curve": variogram.semivariance(curve).tolist(),
    }


def _step(grid: Grid, method: str, events: Events) -> int:
    if method == NEAREST:
        return 1
    step = math.ceil(math.sqrt(grid.width * grid.height / MOST_PLACES))
    if step > 1:
        events.log("Computed at one pixel in {step} each way, by straight lines between.", step=step)
    return step


def _centres(ground: GroundSteps, step: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give rows and columns of the places at every step that a window lies between, and where they are (M, 2), in m."""
    window, sides = ground.window, metres_per_pixel(ground.grid)
    first_row, first_col = window.row // step * step, window.col // step * step
    rows = np.arange(first_row, window.row + window.height - 1 + step, step)
    cols = np.arange(first_col, window.col + window.width - 1 + step, step)
    across, down = np.meshgrid((cols + 0.5) * sides[0], (rows + 0.5) * sides[1])
    return rows, cols, np.column_stack([across.ravel(), down.ravel()])


def _on_window(estimator: Estimator, ground: GroundSteps, step: int) -> np.ndarray:
    """Give the estimates (K, H, W) of a window."""
    rows, cols, points = _centres(ground, step)
    estimates = estimator.at(points).reshape(-1, len(rows), len(cols))
    if step == 1:
        return estimates
    window = ground.window
    at = np.meshgrid(
        (window.row + np.arange(window.height) - rows[0]) / step,
        (window.col + np.arange(window.width) - cols[0]) / step,
        indexing="ij",
    )
    return np.stack([map_coordinates(one, at, order=1, mode="nearest") for one in estimates])
