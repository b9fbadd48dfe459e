"""The table of several models measured on the same pixels, with intervals and tests over blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Optional

import numpy as np

from ..labels.legend import BACKGROUND, Legend
from .bootstrap import Measure, accuracy, class_measure, difference, holm, interval, mcnemar, mean_measure
from .confusion import CLASS_MEASURES


class MapBlockCounts:
    """Pixels by block, true and predicted class of one map, and one pixel a block for the test of pairs.

    Attributes:
        counts: By block: (K + 1, K + 1), rows true; the last column holds what isn't predicted or is of none of the
            classes, the last row nothing.
        right: By block: whether the map is right at the block's sampled pixel.
    """

    def __init__(self, classes: int) -> None:
        """Start without a pixel."""
        self._classes = classes
        self.counts: dict[tuple[int, int], np.ndarray] = {}
        self.right: dict[tuple[int, int], bool] = {}

    def add(self, block: tuple[int, int], truth: np.ndarray, predicted: np.ndarray) -> None:
        """Count a block's pixels (H, W) where there is truth; what isn't predicted is missed and no false alarm.

        The sampled pixel is the same for every map: its place follows from the block alone.
        """
        known = np.flatnonzero(truth.ravel())
        if not len(known):
            return
        true, mapped = truth.ravel()[known].astype(np.int64) - 1, predicted.ravel()[known].astype(np.int64) - 1
        mapped = np.where((mapped < 0) | (mapped >= self._classes), self._classes, mapped)
        width = self._classes + 1
        self.counts[block] = np.bincount(true * width + mapped, minlength=width**2).reshape(width, width)
        picked = np.random.default_rng([7, *block]).integers(len(known))
        self.right[block] = bool(true[picked] == mapped[picked])

    def stacked(self, blocks: Sequence[tuple[int, int]]) -> np.ndarray:
        """Give the counts of some blocks (B, K + 1, K + 1)."""
        return np.array([self.counts[block] for block in blocks])


def compare(maps: Mapping[str, Sequence[MapBlockCounts]], legend: Legend, confidence: float = 0.95) -> dict[str, Any]:
    """Compare models by their maps, one for each seed, all counted on the same blocks.

    Returns:
        models: by name mIoU, F1 without background and accuracy with intervals, and every class's measures, None for a
        class that is neither in the truth nor in the prediction; pairs: the differences of the mIoU with intervals,
        p-values of the randomisation test, corrected after Holm, and McNemar's exact test on one pixel a block of the
        first seeds; blocks and pixels: how many were measured on.
    """
    blocks = sorted(next(iter(maps.values()))[0].counts)
    counts = {name: np.stack([one.stacked(blocks) for one in of_seeds]) for name, of_seeds in maps.items()}
    return {
        "models": {name: _measures(matrices, legend, confidence) for name, matrices in counts.items()},
        "pairs": _paired_differences(counts, maps, blocks, _means(legend)["miou"], confidence),
        "blocks": len(blocks), "pixels": int(next(iter(counts.values()))[0].sum()), "confidence": confidence,
    }  # fmt: skip


def _means(legend: Legend) -> dict[str, Any]:
    everything = list(range(len(legend)))
    foreground = [number for number, name in enumerate(legend.names) if name.casefold() != BACKGROUND]
    return {"miou": mean_measure("iou", everything), "f1": mean_measure("f1", foreground), "accuracy": accuracy}


def _measures(counts: np.ndarray, legend: Legend, confidence: float) -> dict[str, Any]:
    def told(measure: Measure) -> Optional[dict[str, float]]:
        one = interval(counts, measure, confidence)
        return asdict(one) if one is not None else None

    measures: dict[str, Any] = {key: told(measure) for key, measure in _means(legend).items()}
    measures["classes"] = {
        name: {key: told(class_measure(key, number)) for key in CLASS_MEASURES}
        for number, name in enumerate(legend.names)
    }
    measures["matrix"] = counts.sum(axis=(0, 1)).tolist()
    measures["by_seed"] = [float(value) for value in _means(legend)["miou"](counts.sum(axis=1))]
    return measures


def _paired_differences(
    counts: Mapping[str, np.ndarray], maps: Mapping[str, Sequence[MapBlockCounts]], blocks: Sequence[tuple[int, int]],
    measure: Any, confidence: float,
) -> list[dict[str, Any]]:  # fmt: skip
    names, pairs = list(counts), []
    for index, first in enumerate(names):
        for second in names[index + 1 :]:
            paired = difference(counts[first], counts[second], measure, confidence)
            right = [[maps[name][0].right[block] for block in blocks] for name in (first, second)]
            won = sum(one and not other for one, other in zip(*right))
            lost = sum(other and not one for one, other in zip(*right))
            pairs.append({
                "first": first, "second": second, **asdict(paired), "mcnemar_first": won, "mcnemar_second": lost,
                "mcnemar_p": mcnemar(won, lost),
            })  # fmt: skip
    for pair, corrected in zip(pairs, holm([pair["p_value"] for pair in pairs])):
        pair["p_holm"] = corrected
    return pairs
