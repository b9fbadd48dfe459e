"""Parameters of the per-pixel classifiers, readable without torch and scikit-learn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ..core.parameters import parameter

RATIOS = ("none", "neighbours", "all")
WEIGHTS = ("none", "balanced")
PRIORS = ("shares", "equal")


@dataclass(frozen=True)
class PixelFeatureParameters:
    """What a pixel classifier sees besides the bands: the same choice for all of them, nothing by default."""

    ratios: str = parameter(
        "none", "Band ratios",
        "Adds (a − b) / (a + b) of pairs of bands: of bands next to each other, or of all pairs.",
        choices=RATIOS, group="Features",
    )  # fmt: skip
    local_radius_px: int = parameter(
        0, "Neighbourhood",
        "Adds every band's mean and deviation within so many pixels of a pixel; 0 adds none.",
        unit="px", low=0, high=30, group="Features",
    )  # fmt: skip
    scales: int = parameter(
        0, "Scales",
        "Adds every band smoothed over 1, 2, 4… px with its slope and its ridges: so many scales; 0 adds none.",
        low=0, high=5, group="Features",
    )  # fmt: skip
    random_filters: int = parameter(
        0, "Random filters",
        "Adds what so many random filters of 7 px answer, like a network’s first layer that never learned: they tell "
        "textures apart; 0 adds none.",
        low=0, high=256, group="Features",
    )  # fmt: skip


@dataclass(frozen=True)
class RandomForestParameters(PixelFeatureParameters):
    """Random forest: trees on bootstrap samples, each split choosing among a few random variables."""

    trees: int = parameter(
        200, "Trees", "More trees give smoother maps and take longer, in proportion.", low=1, high=2000
    )
    variables_per_split: Optional[int] = parameter(
        3, "Variables per split",
        "How many randomly chosen bands or features a split looks at; empty takes the square root of their number.",
        low=1, high=1000,
    )  # fmt: skip
    leaves_per_tree: Optional[int] = parameter(
        128, "Leaves per tree",
        "The most leaves of one tree; fewer predict faster, empty lets trees grow until their leaves are pure.",
        low=2, high=100_000,
    )  # fmt: skip
    levels: int = parameter(
        128, "Levels per band",
        "Every band is cut into so many levels before trees grow; fewer predict faster and take less memory.",
        low=2, high=256, advanced=True,
    )  # fmt: skip
    samples_per_leaf: int = parameter(
        1, "Pixels per leaf", "The fewest training pixels in one leaf; more give smoother maps.", low=1, high=10_000
    )
    class_weights: str = parameter(
        "none", "Class weights", "“balanced” counts a rare class's pixels as often as a common one's.", choices=WEIGHTS
    )
    sample_share: float = parameter(
        0.1, "Share of pixels", "The share of each class's pixels that is learned from.",
        low=0.0001, high=1.0, group="Training sample",
    )  # fmt: skip
    samples_at_least: int = parameter(
        1000, "At least per class",
        "So many pixels of each class are learned from (where there are as many), however small the share.",
        unit="px", low=1, high=1_000_000, group="Training sample",
    )  # fmt: skip
    samples_at_most: int = parameter(
        100_000, "At most in all", "The classes' shares are kept when the sample is cut down to so many pixels.",
        unit="px", low=10, high=5_000_000, group="Training sample",
    )  # fmt: skip


@dataclass(frozen=True)
class SvmParameters(PixelFeatureParameters):
    """Support vector machine with a radial kernel, one classifier for each pair of classes."""

    c: float = parameter(
        10.0, "C",
        "What a wrongly classified training pixel costs: higher follows the training pixels closer. The papers use 1.",
        low=0.001, high=100_000.0,
    )  # fmt: skip
    gamma: Optional[float] = parameter(
        None, "Gamma",
        "How narrow the kernel is, on features of unit deviation; empty takes 1 / number of features.",
        low=0.000001, high=1000.0,
    )  # fmt: skip
    class_weights: str = parameter(
        "none", "Class weights", "“balanced” counts a rare class's pixels as often as a common one's.", choices=WEIGHTS
    )
    samples_at_most: int = parameter(
        5000, "At most in all",
        "The training sample is cut down to so many pixels, keeping the classes' shares: time grows with its square.",
        unit="px", low=10, high=100_000, group="Training sample",
    )  # fmt: skip


@dataclass(frozen=True)
class MaximumLikelihoodParameters(PixelFeatureParameters):
    """Gaussian maximum likelihood: one mean and one full covariance for each class."""

    priors: str = parameter(
        "shares", "Priors", "How likely a class is beforehand: by its share of the training pixels, or all alike.",
        choices=PRIORS,
    )  # fmt: skip
    regularisation: float = parameter(
        0.0, "Regularisation",
        "Pulls every class's covariance towards a sphere; where one is singular it is pulled by itself, with a note.",
        low=0.0, high=1.0, advanced=True,
    )  # fmt: skip
    samples_at_most: int = parameter(
        500_000, "At most in all", "The classes' shares are kept when the sample is cut down to so many pixels.",
        unit="px", low=10, high=10_000_000, group="Training sample",
    )  # fmt: skip


@dataclass(frozen=True)
class LogisticRegressionParameters(PixelFeatureParameters):
    """Logistic regression: a linear score for each class."""

    c: float = parameter(
        0.1, "C", "How closely the training pixels are followed: lower gives smoother scores.", low=1e-6, high=1e6
    )
    class_weights: str = parameter(
        "none", "Class weights", "“balanced” counts a rare class's pixels as often as a common one's.", choices=WEIGHTS
    )
    samples_at_most: int = parameter(
        100_000, "At most in all", "The classes' shares are kept when the sample is cut down to so many pixels.",
        unit="px", low=10, high=10_000_000, group="Training sample",
    )  # fmt: skip
