"""The report's figures: drawn once, shown in the page, kept as SVG and PNG."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Optional

import matplotlib as mpl
import numpy as np
from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from ..files.whole_file import whole_file

INK, GREY = "#2b2b2b", "#8a8a8a"
PALETTE = ("#33608c", "#c8553d", "#4c9a6a", "#e0a030", "#7b5ea7", "#5b8e9c", "#a0522d", "#777777")
_CHINESE = ("NotoSansCJK", "SourceHanSans", "msyh", "PingFang", "Hiragino Sans GB", "simhei",
            "DroidSansFallback", "wqy")  # fmt: skip
"""How files of fonts begin that have Chinese letters, the best first."""
_WITH_UNITS, _TURNED_LITTLE = 8, 6
"""Up to how many classes a matrix has room for the sign of percent, and for names that are turned but a little."""
STYLE: Any = {
    "font.size": 8.5, "axes.spines.top": False,
    "axes.spines.right": False, "axes.edgecolor": GREY, "axes.labelcolor": INK, "text.color": INK,
    "xtick.color": INK, "ytick.color": INK, "axes.linewidth": 0.7, "svg.fonttype": "path", "svg.hashsalt": "outcrop",
}  # fmt: skip


_PHOTO_DPI, _CSS_DPI = 150, 96
_PNG_WIDTH = slice(16, 20)
"""Where a PNG file tells its width."""
_NOTHING = {"value": 0.0, "low": 0.0, "high": 0.0}
"""The bar of a class that is neither in the truth nor in the prediction."""
_UNDATED: dict[str, Optional[dict[str, Any]]] = {".svg": {"Date": None}, ".png": None}


def drawn(folder: Path, name: str, draw: Callable[[], Figure], photo: bool = False) -> str:
    """Draw a figure, keep it as SVG and PNG, and give it for the page: SVG, or a picture where it shows imagery."""
    with mpl.rc_context({**STYLE, "font.family": _families()}):
        figure = draw()
        for suffix in (".svg", ".png"):
            with whole_file(folder / f"{name}{suffix}") as partial:
                figure.savefig(partial, dpi=200, bbox_inches="tight", metadata=_UNDATED[suffix])
        if photo:
            memory = io.BytesIO()
            figure.savefig(memory, format="png", dpi=_PHOTO_DPI, bbox_inches="tight")
            content = base64.b64encode(memory.getvalue()).decode()
            across = int.from_bytes(memory.getvalue()[_PNG_WIDTH], "big") * _CSS_DPI // _PHOTO_DPI
            return f'<img alt="" width="{across}" src="data:image/png;base64,{content}">'
        text = io.StringIO()
        figure.savefig(text, format="svg", bbox_inches="tight", metadata={"Date": None})
    svg = text.getvalue()
    return svg[svg.index("<svg") :]


@lru_cache(maxsize=1)
def _families() -> list[str]:
    """Give the fonts to draw with: a Latin one, then one with Chinese letters if the machine has any.

    Matplotlib keeps a list of fonts that may be older than the machine's, so files are looked for anew.
    """
    files = font_manager.findSystemFonts()
    for start in _CHINESE:
        for file in files:
            if Path(file).name.casefold().startswith(start.casefold()):
                with suppress(RuntimeError, OSError):
                    font_manager.fontManager.addfont(file)
                    return ["DejaVu Sans", font_manager.FontProperties(fname=file).get_name()]
    return ["DejaVu Sans"]


def measures(rows: Sequence[Mapping[str, Any]], labels: Mapping[str, str]) -> Figure:
    """Draw mean IoU and F1 of every model as points with intervals, the best on top."""
    figure = Figure(figsize=(6.3, 0.55 + 0.38 * len(rows)))
    for axes, key in zip(figure.subplots(1, 2, sharey=True), ("miou", "f1")):
        for position, row in enumerate(reversed(rows)):
            interval = row[key]
            axes.plot(
                [interval["low"], interval["high"]], [position, position], color=PALETTE[0], lw=2, solid_capstyle="butt"
            )
            axes.plot(interval["value"], position, "o", color=PALETTE[0], ms=5)
        axes.set_yticks(range(len(rows)), [row["name"] for row in reversed(rows)])
        axes.set_ylim(-0.6, len(rows) - 0.4)
        axes.set_xlabel(labels[key])
        axes.grid(axis="x", color="#e6e6e6", lw=0.6)
        axes.set_axisbelow(True)
    figure.subplots_adjust(wspace=0.08)
    return figure


def by_class(rows: Sequence[Mapping[str, Any]], label: str) -> Figure:
    """Draw the F1 of every class and model as bars with intervals, the first class on top; as high as it takes."""
    names = list(rows[0]["classes"])
    figure = Figure(figsize=(6.3, 0.9 + len(names) * (0.12 + 0.13 * len(rows))))
    axes = figure.subplots()
    width = 0.8 / len(rows)
    for number, row in enumerate(rows):
        intervals = [row["classes"][name]["f1"] or _NOTHING for name in names]
        lengths = np.array([one["value"] for one in intervals])
        reach = np.array([[h - one["low"], one["high"] - h] for h, one in zip(lengths, intervals)]).T.clip(0)
        positions = np.arange(len(names)) + (number - (len(rows) - 1) / 2) * width
        axes.barh(positions, lengths, 0.92 * width, color=PALETTE[number % len(PALETTE)], label=row["name"])
        axes.errorbar(lengths, positions, xerr=reach, fmt="none", ecolor=INK, elinewidth=0.8, capsize=1.5)
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_xlim(0, 1)
    axes.set_xlabel(label)
    axes.legend(loc="lower left", ncols=2, frameon=False, bbox_to_anchor=(0, 1))
    return figure


def matrix(row: Mapping[str, Any], names: Sequence[str], labels: Mapping[str, str]) -> Figure:
    """Draw a confusion matrix as shares of the true class; what wasn't predicted is missing from a row's sum."""
    counts = np.array(row["matrix"], float)[: len(names)]
    shares = (counts / np.maximum(counts.sum(axis=1, keepdims=True), 1))[:, : len(names)]
    side = 1.0 + 0.5 * len(names)
    figure = Figure(figsize=(min(6.3, side + 0.4), min(5.5, side)))
    axes = figure.subplots()
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    unit, size = (" %", 8.5) if len(names) <= _WITH_UNITS else ("", max(4.0, 120 / len(names)))
    for (i, j), value in np.ndenumerate(shares):
        ink = "white" if value > 0.55 else INK
        axes.text(j, i, f"{100 * value:.0f}{unit}", ha="center", va="center", color=ink, fontsize=min(8.5, size))
    few = len(names) <= _TURNED_LITTLE
    axes.set_xticks(range(len(names)), names, rotation=30 if few else 90, ha="right" if few else "center")
    axes.set_yticks(range(len(names)), names)
    axes.set_xlabel(labels["predicted_class"])
    axes.set_ylabel(labels["true_class"])
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)
    return figure


def curves(runs: Mapping[str, Sequence[Mapping[str, float]]], labels: Mapping[str, str]) -> Figure:
    """Draw the losses and the validation mIoU of every network by epoch: training dashed, validation drawn through."""
    figure = Figure(figsize=(6.3, 2.5))
    losses, measure = figure.subplots(1, 2)
    for number, (name, epochs) in enumerate(runs.items()):
        colour, steps = PALETTE[number % len(PALETTE)], [epoch["epoch"] for epoch in epochs]
        for axes, key, dashes in ((losses, "loss", "--"), (losses, "validation_loss", "-"), (measure, "miou", "-")):
            values = [epoch[key] for epoch in epochs]
            axes.plot(steps, values, dashes, color=colour, lw=1.3, label=name if key == "miou" else None)
    for axes, label in ((losses, "loss"), (measure, "miou")):
        axes.set_xlabel(labels["epoch"])
        axes.set_ylabel(labels[label])
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.grid(axis="y", color="#e6e6e6", lw=0.6)
    measure.legend(frameon=False, fontsize=7.5)
    figure.subplots_adjust(wspace=0.28)
    return figure


def maps(pictures: Sequence[tuple[str, np.ndarray]], legend: Sequence[tuple[str, str]], metres_px: float,
         second_legend: Optional[Sequence[tuple[str, str]]] = None) -> Figure:  # fmt: skip
    """Draw pictures of one extent side by side, with one legend and a scale bar.

    Args:
        pictures: Title and colours (H, W, 3) of each.
        legend: Name and colour of every class.
        metres_px: Metres that a shown pixel spans.
        second_legend: That of the last picture, where it shows something else.
    """
    from matplotlib.patches import Patch

    height, width = pictures[0][1].shape[:2]
    columns = min(3, len(pictures))
    rows = -(-len(pictures) // columns)
    figure = Figure(figsize=(7.0, rows * (6.7 / columns * height / width + 0.26) + 0.35))
    figure.set_layout_engine("constrained", h_pad=0.02, w_pad=0.03)
    grid = np.atleast_1d(figure.subplots(rows, columns)).ravel()
    for axes in grid[len(pictures) :]:
        axes.set_axis_off()
    for axes, (title, picture) in zip(grid, pictures):
        axes.set_xticks([])
        axes.set_yticks([])
        axes.spines[:].set(visible=True, color="#c8c8c8", linewidth=0.5)
        axes.imshow(picture, interpolation="nearest" if max(height, width) < 400 else "antialiased")
        axes.set_title(title, fontsize=8.5, pad=3)
    scale_bar(grid[0], width, height, metres_px)
    handles = [Patch(facecolor=colour, edgecolor=GREY, lw=0.4, label=name) for name, colour in legend]
    handles += [Patch(facecolor=colour, edgecolor=GREY, lw=0.4, label=name) for name, colour in second_legend or ()]
    figure.legend(handles=handles, loc="outside lower center", ncols=min(5, len(handles)), frameon=False, fontsize=7.5)
    return figure


def scale_bar(axes: Any, width: int, height: int, metres_px: float) -> None:
    """Draw a bar of a round length over a picture of so many pixels."""
    rough = 0.25 * width * metres_px
    power = 10.0 ** np.floor(np.log10(rough))
    length = power * max(step for step in (1, 2, 5) if step * power <= rough)
    pixels = length / metres_px
    left, low = 0.04 * width, 0.94 * height
    text = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    axes.plot([left, left + pixels], [low, low], color="white", lw=5, solid_capstyle="butt")
    axes.plot([left, left + pixels], [low, low], color="black", lw=2.4, solid_capstyle="butt")
    axes.text(left + pixels / 2, low - 0.02 * height, text, ha="center", va="bottom", fontsize=7, color="black",
              bbox={"facecolor": "white", "alpha": 0.75, "edgecolor": "none", "pad": 0.8})  # fmt: skip
