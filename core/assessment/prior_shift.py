"""Prior shift: polygons show classes in other shares than the scene holds them, and probabilities follow the polygons.

What is looked for is drawn as often as the rest and is rarer in the scene, so that too much of it is found. Shares of
the scene can be found from the probabilities themselves by expectation and maximisation (Saerens, Latinne &
Decaestecker 2002, Neural Computation 14, 21–41, doi 10.1162/089976602753284446). Where labels are few the probabilities
are rough, and that runs away; its first step, not wholly taken, is what is used here (ours; benchmarks/README.md
measures it).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

_TAKEN = 0.75
"""How much of the first step is taken, in logarithms (ours)."""
_LEAST = 1e-4
_BELIEVED = 0.5, 2.0
"""Temperatures that a few polygons told are believed no further where shares are looked for (ours)."""


def shown_shares(pixels: np.ndarray, balance: float) -> np.ndarray:
    """Give the shares (C,) in which training shows the classes.

    Args:
        pixels: Labelled pixels of each class (C,).
        balance: How far tiles are drawn by class: 0 as labels are, 1 every class alike.
    """
    labelled = pixels > 0
    shares: np.ndarray = (1 - balance) * pixels / pixels.sum() + balance * labelled / labelled.sum()
    return shares


def believed(temperature: float) -> float:
    """Give the temperature with which probabilities tell shares, where few labels told one."""
    return float(np.clip(temperature, *_BELIEVED))


def class_factors(found: np.ndarray, shown: np.ndarray, temperature: float = 1.0) -> tuple[float, ...]:
    """Give what the probabilities of each class (C,) are multiplied by, 1 at most.

    Args:
        found: The mean probabilities all over the imagery (C,).
        shown: The shares in which training showed the classes (C,); one that it never showed keeps its probabilities.
        temperature: With which they were found, of probabilities that are multiplied as they come: those that are made
            flatter change more.
    """
    ratio = np.where(shown > 0, np.maximum(found, _LEAST) / np.maximum(shown, _LEAST), 1.0)
    factors = np.maximum((ratio / ratio.max()) ** (_TAKEN * temperature), _LEAST)
    return tuple(round(float(factor), 6) for factor in factors)


def shifted(probabilities: np.ndarray, factors: Sequence[float]) -> np.ndarray:
    """Multiply probabilities with the classes on the third axis from the end (…, C, H, W), float32, by class.

    Pixels without any probability, outside the imagery, stay so.
    """
    if not len(factors):
        return probabilities
    scaled = np.asarray(probabilities, np.float32) * np.asarray(factors, np.float32)[:, None, None]
    total = scaled.sum(axis=-3, keepdims=True)
    whole: np.ndarray = np.divide(scaled, total, out=scaled, where=total > 0)
    return whole
