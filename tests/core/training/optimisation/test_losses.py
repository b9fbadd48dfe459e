"""The losses: hand-computed values, exact zeros where nothing is labelled, gradients, half precision, symmetries."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError, UnknownNameError
from outcrop.core.training.optimisation.losses import LossOptions, ce_dice, loss
from outcrop.core.training.settings.choices import LOSSES
from torch import Tensor
from torch.nn import functional as F

every_loss = pytest.mark.parametrize("name", LOSSES)
WEIGHTED = ("cross_entropy", "ce_dice", "bce_dice", "focal")


def logits_of(probabilities: list[list[float]]) -> Tensor:
    """Logits (1, C, 1, P) whose softmax is the given probabilities, one list of C for each of P pixels."""
    return torch.tensor(probabilities, dtype=torch.float64).log().T[None, :, None, :]


def labels_of(values: list[int]) -> Tensor:
    return torch.tensor(values)[None, None, :]


def value(name: str, logits: Tensor, labels: Tensor, weights: Tensor | None = None, **options: float) -> float:
    return float(loss(name, **options)(logits, labels, weights))


def random_batch(seed: int, classes: int, unlabelled: float = 0.3) -> tuple[Tensor, Tensor]:
    generator = torch.Generator().manual_seed(seed)
    logits = 3.0 * torch.randn(2, classes, 4, 3, dtype=torch.float64, generator=generator)
    labels = torch.randint(1, classes + 1, (2, 4, 3), generator=generator)
    return logits, labels * (torch.rand(2, 4, 3, generator=generator) >= unlabelled)


# Two pixels of two classes: the first is class 2 with p = (0.2, 0.8), the second is class 1 with p = (0.6, 0.4).
TWO_PIXELS = logits_of([[0.2, 0.8], [0.6, 0.4]])
TWO_LABELS = labels_of([2, 1])
ENTROPY = -(math.log(0.8) + math.log(0.6)) / 2
# Class 1: X∩Y = 0.6, X = 0.8, Y = 1; class 2: X∩Y = 0.8, X = 1.2, Y = 1.
DICE = ((1 - 2 * 0.6 / 1.8) + (1 - 2 * 0.8 / 2.2)) / 2
IOU = ((1 - 0.6 / 1.2) + (1 - 0.8 / 1.4)) / 2


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        ("cross_entropy", {}, ENTROPY),
        ("dice", {}, DICE),
        ("dice", {"smooth": 1.0}, ((1 - 2.2 / 2.8) + (1 - 2.6 / 3.2)) / 2),
        ("iou", {}, IOU),
        ("iou", {"smooth": 0.5}, ((1 - 1.1 / 1.7) + (1 - 1.3 / 1.9)) / 2),
        ("ce_dice", {}, ENTROPY + DICE),
        ("ce_dice", {"alpha": 0.25}, ENTROPY + 0.25 * DICE),
        ("bce_dice", {}, ENTROPY + DICE),
        ("bce_dice", {"alpha": 3.0}, ENTROPY + 3.0 * DICE),
        ("focal", {}, -(0.2**2 * math.log(0.8) + 0.4**2 * math.log(0.6)) / 2),
        ("focal", {"gamma": 0.5}, -(0.2**0.5 * math.log(0.8) + 0.4**0.5 * math.log(0.6)) / 2),
        ("focal", {"gamma": 0.0}, ENTROPY),
    ],
)
def test_two_classes_by_hand(name: str, options: dict[str, float], expected: float) -> None:
    assert value(name, TWO_PIXELS, TWO_LABELS, **options) == pytest.approx(expected, rel=1e-12)


# Three classes of which the labels hold 1 and 3, and a pixel that nobody labelled.
THREE_PIXELS = logits_of([[0.5, 0.3, 0.2], [0.1, 0.2, 0.7], [0.05, 0.9, 0.05]])
THREE_LABELS = labels_of([1, 3, 0])


def test_three_classes_one_of_them_absent_by_hand() -> None:
    entropy = -(math.log(0.5) + math.log(0.7)) / 2
    against_rest = (
        -(
            (math.log(0.5) + math.log(1 - 0.3) + math.log(1 - 0.2)) / 3
            + (math.log(1 - 0.1) + math.log(1 - 0.2) + math.log(0.7)) / 3
        )
        / 2
    )
    dice_1, dice_3 = 1 - 2 * 0.5 / (0.6 + 1), 1 - 2 * 0.7 / (0.9 + 1)
    iou_1, iou_3 = 1 - 0.5 / (0.6 + 1 - 0.5), 1 - 0.7 / (0.9 + 1 - 0.7)
    overlap = (dice_1 + dice_3) / 2
    assert value("cross_entropy", THREE_PIXELS, THREE_LABELS) == pytest.approx(entropy, rel=1e-12)
    assert value("dice", THREE_PIXELS, THREE_LABELS) == pytest.approx(overlap, rel=1e-12)
    assert value("iou", THREE_PIXELS, THREE_LABELS) == pytest.approx((iou_1 + iou_3) / 2, rel=1e-12)
    assert value("ce_dice", THREE_PIXELS, THREE_LABELS) == pytest.approx(entropy + overlap, rel=1e-12)
    assert value("bce_dice", THREE_PIXELS, THREE_LABELS) == pytest.approx(against_rest + overlap, rel=1e-12)


def test_class_weights_by_hand() -> None:
    weights = torch.tensor([1.0, 3.0], dtype=torch.float64)
    entropy = -(3 * math.log(0.8) + 1 * math.log(0.6)) / 4
    focal = -(3 * 0.2**2 * math.log(0.8) + 1 * 0.4**2 * math.log(0.6)) / 4
    assert value("cross_entropy", TWO_PIXELS, TWO_LABELS, weights) == pytest.approx(entropy, rel=1e-12)
    assert value("focal", TWO_PIXELS, TWO_LABELS, weights) == pytest.approx(focal, rel=1e-12)
    assert value("ce_dice", TWO_PIXELS, TWO_LABELS, weights) == pytest.approx(entropy + DICE, rel=1e-12)
    assert value("bce_dice", TWO_PIXELS, TWO_LABELS, weights) == pytest.approx(entropy + DICE, rel=1e-12)
    assert value("dice", TWO_PIXELS, TWO_LABELS, weights) == pytest.approx(DICE, rel=1e-12)
    assert value("iou", TWO_PIXELS, TWO_LABELS, weights) == pytest.approx(IOU, rel=1e-12)


def test_weights_of_zero_leave_their_pixels_out_and_never_divide_by_zero() -> None:
    weights = torch.tensor([0.0, 5.0], dtype=torch.float64)
    assert value("cross_entropy", TWO_PIXELS, TWO_LABELS, weights) == pytest.approx(-math.log(0.8), rel=1e-12)
    assert value("cross_entropy", TWO_PIXELS, labels_of([1, 1]), weights) == 0.0


@given(seed=st.integers(0, 2**31), classes=st.integers(2, 5))
@settings(max_examples=30, deadline=None)
def test_cross_entropy_is_that_of_torch(seed: int, classes: int) -> None:
    logits, labels = random_batch(seed, classes, unlabelled=0.2)
    weights = torch.rand(classes, dtype=torch.float64, generator=torch.Generator().manual_seed(seed)) + 0.1
    assume((labels > 0).any())
    torchs = F.cross_entropy(logits, labels - 1, weight=weights, ignore_index=-1)
    torch.testing.assert_close(loss("cross_entropy")(logits, labels, weights), torchs)


def test_two_logits_are_the_papers_single_sigmoid() -> None:
    logits, labels = random_batch(5, classes=2, unlabelled=0.0)
    single = F.binary_cross_entropy_with_logits(logits[:, 1] - logits[:, 0], (labels == 2).double())
    assert value("bce_dice", logits, labels, alpha=0.0) == pytest.approx(float(single), rel=1e-12)


def test_a_false_alarm_of_an_absent_class_costs() -> None:
    labels = labels_of([1, 1])
    sure, alarmed = logits_of([[0.9, 0.1], [0.9, 0.1]]), logits_of([[0.9, 0.1], [0.5, 0.5]])
    for name in LOSSES:
        assert value(name, alarmed, labels) > value(name, sure, labels)


@every_loss
def test_right_and_sure_costs_nothing_and_wrong_and_sure_costs_most(name: str) -> None:
    labels = torch.tensor([[[1, 2], [3, 1]]])
    right = 50.0 * F.one_hot(labels - 1, 3).permute(0, 3, 1, 2).double()
    assert value(name, right, labels) == pytest.approx(0.0, abs=1e-12)
    assert value(name, -right, labels) > value(name, 0 * right, labels) > 0.1


@every_loss
def test_gradients_are_right(name: str) -> None:
    logits, labels = random_batch(3, classes=3)
    weights = torch.tensor([0.5, 2.0, 1.0], dtype=torch.float64)
    function = loss(name, alpha=0.7, gamma=1.5, smooth=0.1)
    assert torch.autograd.gradcheck(lambda x: function(x, labels, weights), logits.requires_grad_())


@pytest.mark.parametrize("gamma", [0.0, 0.3, 1.0, 5.0])
def test_focal_gradients_are_right_for_any_gamma(gamma: float) -> None:
    logits, labels = random_batch(4, classes=4)
    assert torch.autograd.gradcheck(lambda x: loss("focal", gamma=gamma)(x, labels, None), logits.requires_grad_())


@every_loss
def test_unlabelled_pixels_change_nothing_and_get_no_gradient(name: str) -> None:
    logits, labels = random_batch(7, classes=3)
    unlabelled = (labels == 0)[:, None].expand_as(logits)
    spoilt = torch.where(unlabelled, torch.nan, logits).requires_grad_()
    result = loss(name)(spoilt, labels, None)
    result.backward()
    assert float(result.detach()) == value(name, logits, labels)
    assert torch.equal(spoilt.grad[unlabelled], torch.zeros(int(unlabelled.sum()), dtype=torch.float64))
    assert (spoilt.grad[~unlabelled] != 0).all()


@every_loss
@pytest.mark.parametrize("smooth", [0.0, 1.0])
def test_a_batch_without_labels_gives_zero_and_no_gradient(name: str, smooth: float) -> None:
    logits = torch.randn(2, 3, 4, 4, generator=torch.Generator().manual_seed(1)).requires_grad_()
    result = loss(name, smooth=smooth)(logits, torch.zeros(2, 4, 4, dtype=torch.int64), torch.tensor([1.0, 2.0, 0.0]))
    result.backward()
    assert result.shape == ()
    assert float(result.detach()) == 0.0
    assert torch.equal(logits.grad, torch.zeros_like(logits))


@every_loss
@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float32])
@pytest.mark.parametrize("gamma", [0.5, 2.0])
def test_extreme_logits_stay_finite(name: str, dtype: torch.dtype, gamma: float) -> None:
    generator = torch.Generator().manual_seed(2)
    signs = torch.randint(0, 2, (2, 4, 8, 8), generator=generator) * 2 - 1
    logits = (1e4 * signs).to(dtype).requires_grad_()
    labels = torch.randint(0, 5, (2, 8, 8), generator=generator)
    result = loss(name, gamma=gamma)(logits, labels, None)
    result.backward()
    assert result.dtype == torch.float32
    assert torch.isfinite(result)
    assert float(result.detach()) > 0.1
    assert torch.isfinite(logits.grad).all()


@every_loss
@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
def test_half_precision_logits_are_worked_on_in_single_precision(name: str, dtype: torch.dtype) -> None:
    generator = torch.Generator().manual_seed(8)
    logits = torch.randn(2, 3, 64, 64, generator=generator).to(dtype)
    labels = torch.randint(0, 4, (2, 64, 64), generator=generator)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        result = loss(name)(logits, labels, None)
    assert result.dtype == torch.float32
    assert float(result) == pytest.approx(value(name, logits.double(), labels), rel=1e-5)


@every_loss
@given(seed=st.integers(0, 2**31), classes=st.integers(2, 5))
@settings(max_examples=20, deadline=None)
def test_neither_the_order_of_pixels_nor_that_of_classes_matters(name: str, seed: int, classes: int) -> None:
    logits, labels = random_batch(seed, classes)
    generator = torch.Generator().manual_seed(seed)
    weights = torch.rand(classes, dtype=torch.float64, generator=generator) + 0.1
    expected = value(name, logits, labels, weights)

    columns = torch.randperm(logits.shape[3], generator=generator)
    assert value(name, logits[..., columns].flip(0), labels[..., columns].flip(0), weights) == pytest.approx(expected)

    order = torch.randperm(classes, generator=generator)
    renamed = torch.cat([torch.zeros(1, dtype=torch.int64), order.argsort() + 1])[labels]
    assert value(name, logits[:, order], renamed, weights[order]) == pytest.approx(expected)


@every_loss
@given(seed=st.integers(0, 2**31), shift=st.floats(-100, 100), factor=st.floats(0.01, 100))
@settings(max_examples=20, deadline=None)
def test_a_common_shift_of_logits_and_a_common_factor_of_weights_change_nothing(
    name: str, seed: int, shift: float, factor: float
) -> None:
    logits, labels = random_batch(seed, 3)
    weights = torch.tensor([1.0, 2.0, 0.5], dtype=torch.float64)
    expected = value(name, logits, labels, weights)
    assert expected >= 0.0
    assert value(name, logits + shift, labels, weights * factor) == pytest.approx(expected, rel=1e-9, abs=1e-12)


@every_loss
def test_descending_the_loss_finds_the_labels(name: str) -> None:
    labels = torch.randint(0, 4, (1, 6, 6), generator=torch.Generator().manual_seed(3))
    logits = torch.zeros(1, 3, 6, 6, requires_grad=True)
    adam = torch.optim.Adam([logits], lr=0.3)
    for _ in range(40):
        adam.zero_grad()
        loss(name)(logits, labels, None).backward()
        adam.step()
    labelled = labels > 0
    assert torch.equal(logits.argmax(1)[labelled] + 1, labels[labelled])
    assert torch.equal(logits.detach().permute(0, 2, 3, 1)[~labelled], torch.zeros(int((~labelled).sum()), 3))


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="bce_dice, ce_dice, cross_entropy, dice, focal, iou"):
        loss("hinge")


@pytest.mark.parametrize("options", [{"alpha": -1.0}, {"gamma": math.nan}, {"smooth": math.inf}])
def test_options_out_of_range_are_refused(options: dict[str, float]) -> None:
    with pytest.raises(BadInputError, match=next(iter(options))):
        loss("focal", **options)


@pytest.mark.parametrize(
    ("logits", "labels", "message"),
    [
        (torch.zeros(1, 2, 4, 4), torch.zeros(1, 4, 5, dtype=torch.int64), "don't belong together"),
        (torch.zeros(1, 1, 4, 4), torch.zeros(1, 4, 4, dtype=torch.int64), "at least two classes"),
        (torch.zeros(1, 2, 4, 4), torch.zeros(1, 4, 4), "whole numbers"),
        (torch.zeros(1, 2, 4, 4), torch.full((1, 4, 4), 3), "Labels from 3 to 3 don't fit a model of 2 classes"),
        (torch.zeros(1, 2, 4, 4), torch.full((1, 4, 4), -1), "Labels from -1 to -1"),
    ],
)
def test_input_that_does_not_fit_is_refused(logits: Tensor, labels: Tensor, message: str) -> None:
    with pytest.raises(BadInputError, match=message):
        loss("dice")(logits, labels, None)


@pytest.mark.parametrize("name", WEIGHTED)
def test_a_wrong_number_of_weights_is_refused(name: str) -> None:
    with pytest.raises(BadInputError, match="one weight for each class"):
        loss(name)(torch.zeros(1, 2, 4, 4), torch.ones(1, 4, 4, dtype=torch.int64), torch.ones(3))


def test_the_functions_take_their_options_themselves() -> None:
    direct = ce_dice(TWO_PIXELS, TWO_LABELS, None, LossOptions(alpha=2.0))
    assert float(direct) == value("ce_dice", TWO_PIXELS, TWO_LABELS, alpha=2.0)
