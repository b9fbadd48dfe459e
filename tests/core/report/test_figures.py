"""Figures of the report: nothing on them lies over anything else, however many classes there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from outcrop.core.report import figures

INTERVAL = {"value": 0.5, "low": 0.3, "high": 0.6}


def row(name: str, names: list[str]) -> dict[str, Any]:
    side = len(names)
    matrix = np.random.default_rng(0).integers(0, 99, (side, side)).tolist()
    return {"name": name, "classes": {one: {"f1": INTERVAL} for one in names}, "matrix": matrix}


def overlapping(figure: Figure, texts: Iterable[Text]) -> list[tuple[str, str]]:
    """Give the pairs of upright texts that lie over each other."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    boxes = [(text.get_text(), text.get_window_extent(canvas.get_renderer())) for text in texts if text.get_text()]
    return [(one, two) for n, (one, a) in enumerate(boxes) for two, b in boxes[:n] if a.overlaps(b)]


@pytest.mark.parametrize("classes", [1, 2, 7, 20])
@pytest.mark.parametrize("models", [1, 4])
def test_long_names_of_many_classes_stay_apart(classes: int, models: int) -> None:
    names = [f"{number} weathered biotite granite with pegmatite" for number in range(classes)]
    with mpl.rc_context(figures.STYLE):
        bars = figures.by_class([row(f"Improved DeepLabV3+ {number}", names) for number in range(models)], "F1")
        (axes,) = bars.axes
        assert not overlapping(bars, [*axes.get_yticklabels(), *axes.get_legend().get_texts()])
        assert not overlapping(bars, axes.get_xticklabels())
        labels = {"true_class": "true", "predicted_class": "predicted"}
        matrix = figures.matrix(row("one", names), names, labels)
        (axes,) = matrix.axes
        assert not overlapping(matrix, axes.texts)
        assert not overlapping(matrix, axes.get_yticklabels())
