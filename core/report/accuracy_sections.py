"""What a report tells besides the comparison: calibration, areas with intervals, where a model may be trusted."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from matplotlib.figure import Figure
from rasterio.enums import Resampling

from ..errors import BadInputError
from ..geodata.raster_file import open_raster
from ..json_text import read_json
from ..whole_file import write_text
from . import figures
from .figures import GREY, INK, PALETTE

_M2_PER_HA = 10_000.0
_LONGEST_PX = 900
_INSIDE, _OUTSIDE = "#4c9a6a", "#c9c4b8"
Drawn = Callable[..., str]


def read_reports(files: Sequence[str]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Give the reports of samples that tell areas, and those of evaluations that tell calibration.

    Raises:
        BadInputError: For a file that is neither.
    """
    samples, evaluations = [], []
    for file in files:
        found = read_json(file, "a report of accuracy")
        if isinstance(found, dict) and "estimates" in found:
            samples.append(found)
        elif isinstance(found, dict) and found.get("calibration"):
            evaluations.append(found)
        else:
            text = (
                "“{file}” tells neither areas nor calibration. Give what “outcrop assess-sample --out” or “outcrop "
                "evaluate --probabilities … --out” has written."
            )
            raise BadInputError(text, file=file)
    return samples, evaluations


def check_applicability(path: str) -> None:
    """Refuse a raster that isn't one of applicability.

    Raises:
        BadInputError: Saying what writes one.
    """
    if not path:
        return
    with open_raster(path) as dataset:
        if dataset.count != 2 or "applicability" not in (dataset.descriptions[1] or ""):
            raise BadInputError("“{path}” isn't what “outcrop applicability” writes.", path=path)


def calibration_section(
    evaluations: Sequence[Mapping[str, Any]], texts: Mapping[str, str], folder: Path
) -> dict[str, str]:
    """Draw how probabilities keep their word."""
    if not evaluations:
        return {}
    named = {Path(one["prediction"]).stem: one["calibration"] for one in evaluations}
    errors = ", ".join(f"{name} {own['error']:.3f}" for name, own in named.items())
    return {
        "figure": figures.drawn(folder, "calibration", lambda: _calibration(named, texts)),
        "caption": texts["calibration_figure"].format(errors=errors),
    }


def areas_section(sample: Mapping[str, Any], texts: Mapping[str, str], folder: Path) -> dict[str, Any]:
    """Draw areas with intervals and give the rows of their table."""
    overall, found = sample["estimates"]["overall"], sample["estimates"]["classes"]
    names = [entry["name"] for entry in sample["classes"]]
    stem = Path(sample["prediction"]).stem
    draw = lambda: _areas(sample, names, texts)  # noqa: E731  (drawn with the report's style)
    return {
        "figure": figures.drawn(folder, f"areas_{stem}", draw),
        "note": texts["areas_note"].format(
            name=stem, overall=f"{overall['value']:.3f}", low=f"{overall['low']:.3f}", high=f"{overall['high']:.3f}",
            confidence=f"{100 * sample['confidence']:.0f}",
        ),
        "rows": [
            {"name": name, "cells": [_cell(own[key], factor, decimals) for key, factor, decimals in (
                ("users", 1.0, 3), ("producers", 1.0, 3), ("area_m2", 1 / _M2_PER_HA, 1))]}
            for name, own in zip(names, found)
        ],
    }  # fmt: skip


def applicability_section(path: str, texts: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Draw where a model may be trusted."""
    if not path:
        return {}
    with rasterio.open(path) as dataset:
        factor = min(1.0, _LONGEST_PX / max(dataset.shape))
        shape = tuple(max(1, round(side * factor)) for side in dataset.shape)
        inside = dataset.read(2, out_shape=shape, resampling=Resampling.nearest, masked=True)
    picture = np.full((*inside.shape, 3), 255, np.uint8)
    known = ~np.ma.getmaskarray(inside)
    for value, colour in ((1, _INSIDE), (0, _OUTSIDE)):
        picture[known & (inside.data == value)] = tuple(bytes.fromhex(colour[1:]))
    legend = [(texts["inside"], _INSIDE), (texts["outside"], _OUTSIDE)]
    share = f"{100 * float(inside.mean()):.0f}" if known.any() else "0"
    return {
        "figure": figures.drawn(folder, "applicability", lambda: _picture(picture, legend), photo=True),
        "caption": texts["trusted_figure"].format(share=share),
    }


def _cell(own: Mapping[str, float] | None, factor: float, decimals: int) -> dict[str, str]:
    if own is None:
        return {"value": "–", "interval": ""}
    value, low, high = (f"{factor * own[key]:,.{decimals}f}" for key in ("value", "low", "high"))
    return {"value": value, "interval": f"{low} – {high}"}


def _calibration(named: Mapping[str, Mapping[str, Any]], texts: Mapping[str, str]) -> Figure:
    figure = Figure(figsize=(3.4, 3.2))
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color=GREY, lw=0.9, ls="--")
    for number, (name, own) in enumerate(named.items()):
        points = [(one["confidence"], one["accuracy"]) for one in own["curve"]]
        axes.plot(*zip(*points), "o-", ms=3.5, lw=1.3, color=PALETTE[number % len(PALETTE)], label=name)
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.set_aspect("equal")
    axes.set_xlabel(texts["confidence_axis"])
    axes.set_ylabel(texts["right_axis"])
    axes.legend(frameon=False, fontsize=7.5, loc="upper left")
    return figure


def _areas(sample: Mapping[str, Any], names: Sequence[str], texts: Mapping[str, str]) -> Figure:
    rows = [own["area_m2"] for own in sample["estimates"]["classes"]]
    total = sum(row["value"] for row in rows)
    pixels = np.array(sample.get("mapped_px") or [0] * len(names), float)
    counted = total * pixels / pixels.sum() if pixels.sum() else None
    figure = Figure(figsize=(6.3, 0.7 + 0.4 * len(names)))
    axes = figure.subplots()
    places = np.arange(len(names))[::-1]
    values, low, high = (np.array([row[key] for row in rows]) / _M2_PER_HA for key in ("value", "low", "high"))
    axes.barh(places, values, 0.55, color=PALETTE[0], label=texts["estimated"])
    reach = np.array([values - low, high - values]).clip(0)
    axes.errorbar(values, places, xerr=reach, fmt="none", ecolor=INK, elinewidth=0.9, capsize=2)
    if counted is not None:
        axes.plot(counted / _M2_PER_HA, places, "D", color=PALETTE[1], ms=5, label=texts["counted"])
    axes.set_yticks(places, names)
    axes.set_xlabel(texts["area_axis"])
    axes.set_xlim(left=0)
    axes.legend(frameon=False, fontsize=7.5, ncols=2, loc="lower right", bbox_to_anchor=(1, 1))
    return figure


def _picture(picture: np.ndarray, legend: Sequence[tuple[str, str]]) -> Figure:
    from matplotlib.patches import Patch

    height, width = picture.shape[:2]
    across = min(3.4, 3.4 * width / height)
    figure = Figure(figsize=(across, across * height / width + 0.4), layout="constrained")
    axes = figure.subplots()
    axes.set_axis_off()
    axes.imshow(picture, interpolation="nearest")
    handles = [Patch(facecolor=colour, edgecolor=GREY, lw=0.4, label=name) for name, colour in legend]
    figure.legend(handles=handles, loc="outside lower center", ncols=2, frameon=False, fontsize=7.5)
    return figure


def sections(
    samples: Sequence[dict[str, Any]], evaluations: Sequence[dict[str, Any]], applicability: str,
    texts: Mapping[str, str], folder: Path,
) -> dict[str, Any]:  # fmt: skip
    """Give what the page shows of these reports; what there is none of is empty. Their numbers go beside the page."""
    for number, report in enumerate((*samples, *evaluations), start=1):
        kind = "sample" if "estimates" in report else "evaluation"
        text = json.dumps(report, indent=2, ensure_ascii=False)
        write_text(folder / f"{kind}_{number}.json", text)
    return {
        "calibration": calibration_section(evaluations, texts, folder),
        "areas": [areas_section(one, texts, folder) for one in samples],
        "trusted": applicability_section(applicability, texts, folder),
    }
