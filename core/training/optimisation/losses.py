"""Losses: pure functions of logits and labels that leave unlabelled pixels out.

All take logits (N, C, H, W) and labels (N, H, W), 0 = unlabelled and 1…C the classes, and give a scalar. Two classes
have one logit each like any other number of classes: their softmax is the sigmoid of the logits' difference, so that
the papers' single-sigmoid forms are the case C = 2.

- An unlabelled pixel adds nothing, and its gradient is exactly 0 whatever its logits are. A batch without a labelled
  pixel has loss 0 and gradient 0.
- Everything is computed in float32 (float64 stays), from log-probabilities: finite for any finite logits, under
  autocast too.
- Class weights act where single pixels are averaged (`cross_entropy`, `focal` and the entropy part of `ce_dice` and
  `bce_dice`): each pixel counts by the weight of its true class, and the mean divides by the sum of these weights. The
  overlap of a class (`dice`, `iou`) takes no weights: every class has the same say there already, however small.
- Pixel weights act everywhere: a pixel of weight 2 counts as two, in means and in overlaps, one of weight 0 not at all.
- The overlap is that of the whole batch, averaged over the classes that its labels hold (ours: a class that isn't
  there has an overlap of 0 whatever is predicted). What is wrongly given to an absent class still costs, because it
  is missing at the true class.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Optional

import torch
from torch import Tensor
from torch.nn import functional as F

from ...errors import BadInputError, UnknownNameError
from ..settings.choices import LOSSES

LossFunction = Callable[..., Tensor]
"""(logits (N, C, H, W), labels (N, H, W), class weights (C,) or None, pixel weights (N, H, W) or None) → scalar."""


@dataclass(frozen=True)
class LossOptions:
    """What the losses can be tuned by; each reads what it needs.

    Attributes:
        alpha: Weight of the Dice part in `ce_dice` and `bce_dice`, at least 0.
        gamma: How strongly `focal` turns away from pixels that are right already, at least 0.
        smooth: Pixels added to numerator and denominator of every overlap, at least 0. The papers have none; above 0
            classes of few pixels weigh less.
    """

    alpha: float = 1.0
    gamma: float = 2.0
    smooth: float = 0.0


DEFAULTS = LossOptions()


def cross_entropy(
    logits: Tensor, labels: Tensor, class_weights: Optional[Tensor] = None, options: LossOptions = DEFAULTS,
    pixel_weights: Optional[Tensor] = None,
) -> Tensor:  # fmt: skip
    """Average −ln p of the true class over labelled pixels, weighted by class."""
    del options
    pixels = _labelled_pixels(logits, labels, pixel_weights)
    return _pixel_mean(_entropy(pixels), pixels, class_weights)


def focal(
    logits: Tensor, labels: Tensor, class_weights: Optional[Tensor] = None, options: LossOptions = DEFAULTS,
    pixel_weights: Optional[Tensor] = None,
) -> Tensor:  # fmt: skip
    """Average −(1 − p)^γ ln p of the true class, weighted by class (Lin et al. 2017, doi 10.1109/ICCV.2017.324)."""
    pixels = _labelled_pixels(logits, labels, pixel_weights)
    log_rest = torch.logsumexp(pixels.log_p.masked_fill(pixels.truth, -torch.inf), dim=1)
    return _pixel_mean(torch.exp(options.gamma * log_rest) * _entropy(pixels), pixels, class_weights)


def dice(
    logits: Tensor, labels: Tensor, class_weights: Optional[Tensor] = None, options: LossOptions = DEFAULTS,
    pixel_weights: Optional[Tensor] = None,
) -> Tensor:  # fmt: skip
    """Average 1 − 2|X∩Y| / (|X| + |Y|) over the classes present, X the probabilities and Y the labels of a class.

    Class weights aren't used (see the module).
    """
    del class_weights
    return _dice(_labelled_pixels(logits, labels, pixel_weights), options)


def iou(
    logits: Tensor, labels: Tensor, class_weights: Optional[Tensor] = None, options: LossOptions = DEFAULTS,
    pixel_weights: Optional[Tensor] = None,
) -> Tensor:  # fmt: skip
    """Average 1 − |X∩Y| / (|X| + |Y| − |X∩Y|) over the classes present, X and Y as in `dice`.

    Class weights aren't used (see the module).
    """
    del class_weights
    pixels = _labelled_pixels(logits, labels, pixel_weights)
    common, predicted, true = _areas(pixels)
    return _present_mean(common, predicted + true - common, true, options.smooth)


def ce_dice(
    logits: Tensor, labels: Tensor, class_weights: Optional[Tensor] = None, options: LossOptions = DEFAULTS,
    pixel_weights: Optional[Tensor] = None,
) -> Tensor:  # fmt: skip
    """Add `cross_entropy` and α · `dice` (pegmatite paper, eq. 9)."""
    pixels = _labelled_pixels(logits, labels, pixel_weights)
    return _pixel_mean(_entropy(pixels), pixels, class_weights) + options.alpha * _dice(pixels, options)


def bce_dice(
    logits: Tensor, labels: Tensor, class_weights: Optional[Tensor] = None, options: LossOptions = DEFAULTS,
    pixel_weights: Optional[Tensor] = None,
) -> Tensor:  # fmt: skip
    """Add binary cross-entropy and α · `dice` (landslide transfer paper, eq. 1).

    The binary cross-entropy is that of each class against the rest, averaged over the classes: for two classes the
    paper's, which then equals `cross_entropy`.
    """
    pixels = _labelled_pixels(logits, labels, pixel_weights)
    return _pixel_mean(_binary_entropy(pixels), pixels, class_weights) + options.alpha * _dice(pixels, options)


def loss(name: str, *, alpha: float = 1.0, gamma: float = 2.0, smooth: float = 0.0) -> LossFunction:
    """Give the loss of that name with its options set; see `LossOptions` for them.

    Raises:
        UnknownNameError: For a name that isn't in `choices.LOSSES`.
        BadInputError: For a negative option.
    """
    if name not in LOSSES:
        raise UnknownNameError("loss", name, LOSSES)
    for option, value in (("alpha", alpha), ("gamma", gamma), ("smooth", smooth)):
        if not 0.0 <= value < float("inf"):
            raise BadInputError(
                "{option} = {value} doesn't fit a loss: it must be 0 or more.", option=option, value=value
            )
    function, options = globals()[name], LossOptions(alpha, gamma, smooth)

    def chosen(
        logits: Tensor, labels: Tensor, class_weights: Optional[Tensor] = None, pixel_weights: Optional[Tensor] = None
    ) -> Tensor:
        return function(logits, labels, class_weights, options, pixel_weights)

    return chosen


@dataclass(frozen=True)
class _LabelledPixels:
    """Log-probabilities (N, C, H, W), true class as one of C (N, C, H, W) bool, labelled pixels (N, 1, H, W) bool.

    Unlabelled pixels have equal probabilities, no true class and no way back to the logits. The weights (N, 1, H, W)
    are None where all pixels weigh the same.
    """

    log_p: Tensor
    truth: Tensor
    labelled: Tensor
    weights: Optional[Tensor] = None


def _labelled_pixels(logits: Tensor, labels: Tensor, weights: Optional[Tensor] = None) -> _LabelledPixels:
    _check(logits, labels)
    if weights is not None and weights.shape != labels.shape:
        raise BadInputError(
            "Pixel weights {weights_shape} don't fit labels {labels_shape}.",
            weights_shape=tuple(weights.shape),
            labels_shape=tuple(labels.shape),
        )
    labelled = (labels > 0)[:, None]
    if logits.dtype != torch.float64:
        logits = logits.float()
    log_p = F.log_softmax(torch.where(labelled, logits, 0.0), dim=1)
    of_pixels = None if weights is None else weights[:, None].to(log_p)
    return _LabelledPixels(log_p, _one_of(labels[:, None] - 1, logits), labelled, of_pixels)


def _check(logits: Tensor, labels: Tensor) -> None:
    if logits.ndim != 4 or logits.shape[1] < 2 or labels.shape != (logits.shape[0], *logits.shape[2:]):
        raise BadInputError(
            (
                "Logits {logits_shape} and labels {labels_shape} don't belong together: a loss needs (N, C, H, W) with "
                "at least two classes and (N, H, W)."
            ),
            logits_shape=tuple(logits.shape),
            labels_shape=tuple(labels.shape),
        )
    if labels.is_floating_point() or labels.is_complex():
        raise BadInputError("Labels must be whole numbers, not {labels_dtype}.", labels_dtype=labels.dtype)
    if labels.numel() > 0:
        low, high = (int(value) for value in labels.aminmax())
        if low < 0 or high > logits.shape[1]:
            raise BadInputError(
                "Labels from {low} to {high} don't fit a model of {columns} classes.",
                low=low,
                high=high,
                columns=logits.shape[1],
            )


def _one_of(position: Tensor, like: Tensor) -> Tensor:
    """Mark a position (N, 1, H, W) along the classes of (N, C, H, W); one outside marks nothing."""
    return position == torch.arange(like.shape[1], device=like.device)[None, :, None, None]


def _entropy(pixels: _LabelledPixels) -> Tensor:
    """−ln p of the true class (N, H, W); 0 where unlabelled."""
    return -torch.where(pixels.truth, pixels.log_p, 0.0).sum(dim=1)


def _binary_entropy(pixels: _LabelledPixels) -> Tensor:
    """Binary cross-entropy of each class against the rest, averaged over the classes (N, H, W).

    Where p is large, ln(1 − p) comes from the other classes' log-probabilities, because 1 − p loses it to rounding; one
    class at most has p > exp(−0.5).
    """
    sure = pixels.log_p > -0.5
    log_others = torch.logsumexp(pixels.log_p.masked_fill(sure, -torch.inf), dim=1, keepdim=True)
    log_rest = torch.log1p(-torch.exp(pixels.log_p.masked_fill(sure, -1.0)))
    log_rest = torch.where(sure, log_others, log_rest)
    return -torch.where(pixels.truth, pixels.log_p, log_rest).mean(dim=1)


def _pixel_mean(values: Tensor, pixels: _LabelledPixels, class_weights: Optional[Tensor]) -> Tensor:
    """Average values (N, H, W) over labelled pixels by the weight of their true class; 0 where nothing has weight."""
    if class_weights is None:
        weights = pixels.labelled[:, 0].to(values.dtype)
    else:
        weights = _checked_weights(class_weights, pixels)[None, :, None, None]
        weights = torch.where(pixels.truth, weights, 0.0).sum(dim=1)
    if pixels.weights is not None:
        weights = weights * pixels.weights[:, 0]
    total = weights.sum()
    return (weights * values).sum() / torch.where(total > 0, total, 1.0)


def _checked_weights(class_weights: Tensor, pixels: _LabelledPixels) -> Tensor:
    if class_weights.shape != pixels.log_p.shape[1:2]:
        raise BadInputError(
            (
                "Class weights {class_weights_shape} don't fit a model of {columns} classes: one weight for each class "
                "is needed."
            ),
            class_weights_shape=tuple(class_weights.shape),
            columns=pixels.log_p.shape[1],
        )
    return class_weights.to(pixels.log_p)


def _dice(pixels: _LabelledPixels, options: LossOptions) -> Tensor:
    common, predicted, true = _areas(pixels)
    return _present_mean(2.0 * common, predicted + true, true, options.smooth)


def _areas(pixels: _LabelledPixels) -> tuple[Tensor, Tensor, Tensor]:
    """|X∩Y|, |X| and |Y| of each class over the batch (C,), in labelled pixels."""
    p = torch.where(pixels.labelled, pixels.log_p.exp(), 0.0)
    over = (0, 2, 3)
    if pixels.weights is None:
        common = torch.where(pixels.truth, p, 0.0).sum(dim=over)
        return common, p.sum(dim=over), pixels.truth.sum(dim=over).to(p.dtype)
    p, truth = p * pixels.weights, torch.where(pixels.truth, pixels.weights, 0.0)
    return torch.where(pixels.truth, p, 0.0).sum(dim=over), p.sum(dim=over), truth.sum(dim=over)


def _present_mean(numerator: Tensor, denominator: Tensor, true: Tensor, smooth: float) -> Tensor:
    """Average 1 − (numerator + smooth) / (denominator + smooth) over the classes with true pixels."""
    present = true > 0
    overlap = (numerator + smooth) / (torch.where(present, denominator, 1.0) + smooth)
    return torch.where(present, 1.0 - overlap, 0.0).sum() / present.sum().clamp_min(1)
