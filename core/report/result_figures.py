"""Figures of results that stand beside a comparison: areas, calibration, bands, and rasters with their legends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional

import numpy as np
from matplotlib.figure import Figure

from .figures import GREY, INK, PALETTE, scale_bar

_M2_PER_HA = 10_000.0


def areas(sample: Mapping[str, Any], texts: Mapping[str, str]) -> Figure:
    """Draw the area of every class with its interval, and what counting the map's pixels gives."""
    names = [entry["name"] for entry in sample["classes"]]
    rows = [estimates["area_m2"] for estimates in sample["estimates"]["classes"]]
    total = sum(row["value"] for row in rows)
    pixels = np.array(sample.get("mapped_px") or [0] * len(names), float)
    figure = Figure(figsize=(6.3, 0.7 + 0.4 * len(names)))
    axes = figure.subplots()
    positions = np.arange(len(names))[::-1]
    values, low, high = (np.array([row[key] for row in rows]) / _M2_PER_HA for key in ("value", "low", "high"))
    axes.barh(positions, values, 0.55, color=PALETTE[0], label=texts["estimated"])
    reach = np.array([values - low, high - values]).clip(0)
    axes.errorbar(values, positions, xerr=reach, fmt="none", ecolor=INK, elinewidth=0.9, capsize=2)
    if pixels.sum():
        counted = total * pixels / pixels.sum() / _M2_PER_HA
        axes.plot(counted, positions, "D", color=PALETTE[1], ms=5, label=texts["counted"])
    axes.set_yticks(positions, names)
    axes.set_xlabel(texts["area_axis"])
    axes.set_xlim(left=0)
    axes.legend(frameon=False, fontsize=7.5, ncols=2, loc="lower right", bbox_to_anchor=(1, 1))
    return figure


def calibration(named: Mapping[str, Sequence[Mapping[str, float]]], texts: Mapping[str, str]) -> Figure:
    """Draw a calibration curve for each name."""
    figure = Figure(figsize=(3.4, 3.2))
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color=GREY, lw=0.9, ls="--")
    for number, (name, curve) in enumerate(named.items()):
        points = [(one["confidence"], one["accuracy"]) for one in curve]
        axes.plot(*zip(*points), "o-", ms=3.5, lw=1.3, color=PALETTE[number % len(PALETTE)], label=name)
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.set_aspect("equal")
    axes.set_xlabel(texts["confidence_axis"])
    axes.set_ylabel(texts["right_axis"])
    axes.legend(frameon=False, fontsize=7.5, loc="upper left", bbox_to_anchor=(1.02, 1))
    return figure


def bands(rows: Sequence[Mapping[str, Any]], texts: Mapping[str, str]) -> Figure:
    """Draw by how much maps get worse when a band is shuffled, and when it is missing; the worst on top."""
    figure = Figure(figsize=(6.3, 0.8 + 0.36 * len(rows)))
    axes = figure.subplots()
    positions = np.arange(len(rows))[::-1]
    for key, colour, shift in (("importance", PALETTE[0], 0.13), ("missing", PALETTE[1], -0.13)):
        values, low, high = (np.array([row[key][part] for row in rows]) for part in ("value", "low", "high"))
        reach = np.array([values - low, high - values]).clip(0)
        axes.errorbar(
            values, positions + shift, xerr=reach, fmt="o", ms=4, color=colour, elinewidth=1.2, label=texts[key]
        )
    axes.axvline(0, color=GREY, lw=0.8)
    axes.set_yticks(positions, [row["band"] for row in rows])
    axes.set_ylim(-0.6, len(rows) - 0.4)
    axes.set_xlabel(texts["fall_axis"])
    axes.legend(frameon=False, fontsize=7.5, ncols=2, loc="lower right", bbox_to_anchor=(1, 1))
    return figure


def picture(
    shown: np.ndarray, metres_px: float, legend: Sequence[tuple[str, str]] = (),
    ramp: Optional[tuple[float, str, str]] = None,
) -> Figure:  # fmt: skip
    """Draw one raster with a scale bar and its legend.

    Args:
        shown: Its colours (H, W, 3), or with a ramp its values (H, W), NaN where there is none.
        metres_px: Metres that a shown pixel spans.
        legend: Name and colour of what is shown.
        ramp: The value at the ends of the ramp, and what these mean, below and above 0.
    """
    from matplotlib.patches import Patch

    height, width = shown.shape[:2]
    across = min(3.6, 3.6 * width / height)
    figure = Figure(figsize=(across, across * height / width + 0.6), layout="constrained")
    axes = figure.subplots()
    axes.set_axis_off()
    if ramp is None:
        axes.imshow(shown, interpolation="nearest")
        handles = [Patch(facecolor=colour, edgecolor=GREY, lw=0.4, label=name) for name, colour in legend]
        figure.legend(handles=handles, loc="outside lower center", ncols=2, frameon=False, fontsize=7.5)
    else:
        reach, below, above = ramp
        image = axes.imshow(shown, cmap="RdBu_r", vmin=-reach, vmax=reach, interpolation="nearest")
        bar = figure.colorbar(image, ax=axes, orientation="horizontal", fraction=0.05, pad=0.03, aspect=30)
        bar.set_ticks([-reach, 0, reach], labels=[below, "0", above])
        bar.outline.set_visible(False)
        bar.ax.tick_params(labelsize=7.5, length=0)
    scale_bar(axes, width, height, metres_px)
    return figure
