"""The page about gridded points: the variogram as a plot, and how far points are missed that are left out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from ...wording import ENGLISH, Wording, translatable
from .table_page import page, table

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 560, 320, 70, 46, 14
_TICKS, _FIGURES = 5, 4
_MEASURED, _FITTED = "#d1495b", "#3366cc"
_NOTE = translatable(
    "Dots: half the mean squared difference of the pairs of points at a distance, larger where there are more pairs. "
    "Line: the fitted model. Where it starts is the nugget, where it levels off the sill."
)


def gridding_page(report: Mapping[str, Any], title: str, wording: Wording = ENGLISH) -> str:
    """Give what was found out about points while they were gridded as a page.

    Args:
        report: method, points, field; where there are enough points left_out, rmse, bias, correlation, deviation; of
            kriging the variogram.
        title: The page's title.
        wording: How the page speaks.
    """
    tr = wording.tr
    rows = [
        [tr(translatable("Method")), tr(wording.choice(report["method"]))],
        [tr(translatable("Points")), str(report["points"])],
    ]
    if "rmse" in report:
        correlation = report["correlation"]
        rows += [
            [tr(translatable("Points left out one by one")), str(report["left_out"])],
            [tr(translatable("Missed by (root mean square)")), wording.figures(report["rmse"], _FIGURES)],
            [tr(translatable("Deviation of the values")), wording.figures(report["deviation"], _FIGURES)],
            [tr(translatable("Missed in the mean by")), wording.figures(report["bias"], 3)],
            [tr(translatable("Correlation")), "–" if correlation is None else wording.number(correlation, 3)],
        ]
    fitted = report.get("variogram")
    parts = [table(("", ""), rows)]
    if fitted:
        model = [
            [tr(translatable("Model")), tr(wording.choice(fitted["model"]))],
            [tr(translatable("Nugget")), wording.figures(fitted["nugget"], _FIGURES)],
            [tr(translatable("Sill")), wording.figures(fitted["sill"], _FIGURES)],
            [tr(translatable("Range (m)")), wording.figures(fitted["range_m"], _FIGURES)],
        ]
        parts += [
            f"<h2>{escape(tr(translatable('Variogram')))}</h2>",
            _plot(fitted, wording),
            f"<p>{escape(tr(_NOTE))}</p>",
        ]
        parts.append(table(("", ""), model))
    return page(title, "\n".join(parts))


def _plot(fitted: Mapping[str, Any], wording: Wording) -> str:
    """Draw measured and fitted semivariance over the distance, as SVG."""
    far = max(fitted["curve_m"])
    high = 1.08 * max([*fitted["measured"], *fitted["curve"], 1e-300])

    def place(distance: float, value: float) -> tuple[float, float]:
        return (
            _LEFT + (_WIDTH - _LEFT - 10) * distance / far,
            _HEIGHT - _BOTTOM - (_HEIGHT - _BOTTOM - _TOP) * value / high,
        )

    drawn = [*_axes(far, high, place, wording)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(place, fitted["curve_m"], fitted["curve"]))
    drawn.append(f'<polyline points="{line}" fill="none" stroke="{_FITTED}" stroke-width="2"/>')
    most = max(fitted["pairs"])
    for distance, value, pairs in zip(fitted["lags_m"], fitted["measured"], fitted["pairs"]):
        x, y = place(distance, value)
        radius = 2.5 + 3.5 * (pairs / most) ** 0.5
        drawn.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{_MEASURED}" fill-opacity="0.8"/>')
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" role="img" '
        f'xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" font-size="12">\n' + "\n".join(drawn) + "\n</svg>"
    )


def _axes(far: float, high: float, place: Any, wording: Wording) -> Sequence[str]:
    x0, y0 = place(0, 0)
    x1, y1 = place(far, high)
    drawn = [f'<path d="M{x0:.1f},{y1:.1f}V{y0:.1f}H{x1:.1f}" fill="none" stroke="#555"/>']
    for distance in _ticks(far):
        text, x = wording.figures(distance, 6), place(distance, 0)[0]
        drawn.append(f'<text x="{x:.1f}" y="{y0 + 16:.1f}" text-anchor="middle">{text}</text>')
    for value in _ticks(high):
        text, y = wording.figures(value, 6), place(0, value)[1]
        drawn.append(f'<text x="{x0 - 6:.1f}" y="{y + 4:.1f}" text-anchor="end">{text}</text>')
    drawn.append(f'<text x="{x0 + 8:.1f}" y="{y1 + 10:.1f}">{escape(wording.tr(translatable("Semivariance")))}</text>')
    middle = (x0 + x1) / 2
    drawn.append(
        f'<text x="{middle:.1f}" y="{y0 + 36:.1f}" text-anchor="middle">'
        f"{escape(wording.tr(translatable('Distance (m)')))}</text>"
    )
    return drawn


def _ticks(most: float) -> list[float]:
    """Give round numbers from 0 up to the most, some five."""
    rough = most / _TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    return [step * number for number in range(int(most / step) + 1)]
