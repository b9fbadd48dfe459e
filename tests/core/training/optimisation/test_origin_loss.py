"""Weights by origin reach the loss: a pixel of weight 3 counts as three."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from outcrop.core.labels.origins import CORRECTED, DRAWN, REVIEWED, marked, origin_weights
from outcrop.core.training.optimisation.losses import LOSSES, loss
from outcrop.core.training.optimisation.origin_loss import by_origin

ONES = torch.ones(3)


def batch(seed: int = 0) -> tuple[torch.Tensor, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    logits = torch.from_numpy(rng.normal(size=(2, 3, 4, 5))).float()
    return logits, rng.integers(0, 4, (2, 4, 5)), rng.integers(DRAWN, CORRECTED + 1, (2, 4, 5))


@pytest.mark.parametrize("name", LOSSES)
def test_a_pixel_of_weight_three_counts_as_three(name: str) -> None:
    logits, labels, _ = batch()
    labels[0, 0, 0] = 2
    twice_more = np.concatenate([labels[:1], labels[:1], labels[:1]])
    more = torch.cat([logits[:1]] * 3)
    weighted = loss(name)(logits[:1], torch.from_numpy(labels[:1]), None, torch.full((1, 4, 5), 3.0))
    torch.testing.assert_close(weighted, loss(name)(more, torch.from_numpy(twice_more)))
    weights = torch.ones(1, 4, 5)
    weights[0, 0, 0] = 3.0
    only = np.zeros_like(labels[:1])
    only[0, 0, 0] = 2
    together = torch.from_numpy(np.concatenate([labels[:1], only, only]))
    torch.testing.assert_close(
        loss(name)(logits[:1], torch.from_numpy(labels[:1]), None, weights), loss(name)(more, together)
    )


@pytest.mark.parametrize("name", LOSSES)
def test_a_pixel_of_no_weight_is_as_if_it_were_unlabelled(name: str) -> None:
    logits, labels, origins = batch()
    reviewed = origins == REVIEWED
    chosen = by_origin(loss(name), ONES, origin_weights({"reviewed": 0.0}))
    found = chosen(logits, torch.from_numpy(marked(labels, origins)))
    without = loss(name)(logits, torch.from_numpy(np.where(reviewed, 0, labels)), ONES)
    torch.testing.assert_close(found, without)


@pytest.mark.parametrize("name", LOSSES)
def test_labels_without_marks_weigh_as_before(name: str) -> None:
    logits, labels, _ = batch()
    plain = torch.from_numpy(labels)
    weights = torch.tensor([1.0, 2.0, 0.5])
    chosen = by_origin(loss(name), weights, origin_weights({"corrected": 7.0}))
    assert torch.equal(chosen(logits, plain), loss(name)(logits, plain, weights))
