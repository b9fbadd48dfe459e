"""The network's shares: on a scene that looks different, classifiers find about as much as their network.

By single pixels a classifier tells where something is likelier than elsewhere, but under other light it may find it on
a third of the scene. How much there is of it the network beside it knows better, whose layers are brought to the
scene's moments. Probabilities are brought there by three quarters of one step, as those of few labels are to a scene
(`prior_shift`): all of the way is worse where the network finds too little (ours; benchmarks/README.md measures it).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Callable

import numpy as np

from ...assessment.calibration import tempered
from ...assessment.prior_shift import class_factors, shifted
from ...model.members import Member

if TYPE_CHECKING:
    import torch

_THINNED = np.s_[:, ::2, ::2]
"""A quarter of the pixels tells their mean as well."""
Pictures = Callable[[Member], np.ndarray]
"""Gives the same tiles of a scene as a member sees them (N, B, S, S), normalised, float32."""


def with_network_shares(
    network: Member, classifiers: Sequence[Member], pictures: Pictures, valid: np.ndarray, device: torch.device
) -> tuple[Member, ...]:
    """Give classifiers whose votes find nearer to as much of each class as the network beside them, on some tiles.

    Args:
        network: As it votes on the scene.
        classifiers: Of the same file.
        pictures: The tiles.
        valid: Where they have values (N, S, S).
        device: Where the network is computed.
    """
    seen = np.zeros_like(valid)
    seen[_THINNED] = valid[_THINNED]
    shares = _vote(network, _of_network(network, pictures(network), seen, device)).mean(axis=1)
    brought = []
    for one in classifiers:
        vote = _vote(one, _of_classifier(one, pictures(one), valid, seen))
        factors = class_factors(shares, vote.mean(axis=1), one.card.temperature)  # which comes after them
        known = one.card.class_factors or (1.0,) * len(factors)
        card = replace(one.card, class_factors=tuple(own * more for own, more in zip(known, factors)))
        brought.append(replace(one, card=card))
    return tuple(brought)


def _vote(member: Member, probabilities: np.ndarray) -> np.ndarray:
    """Give what a member's vote is of its probabilities (C, M)."""
    card = member.card
    votes = tempered(shifted(probabilities[None, :, :, None], card.class_factors), card.temperature)
    return np.asarray(votes[0, :, :, 0])


def _of_network(member: Member, tiles: np.ndarray, seen: np.ndarray, device: torch.device) -> np.ndarray:
    """Compute a network's probabilities of the pixels that are looked at (C, M), tile by tile."""
    import torch

    network: Any = member.model.to(device)
    found = []
    try:
        with torch.inference_mode():
            for tile, where in zip(tiles, seen):
                logits = network(torch.from_numpy(tile[None]).to(device)).float()
                found.append(torch.softmax(logits, dim=1)[0].cpu().numpy()[:, where])
    finally:
        network.cpu()
    return np.concatenate(found, axis=1)


def _of_classifier(member: Member, tiles: np.ndarray, valid: np.ndarray, seen: np.ndarray) -> np.ndarray:
    """Compute a classifier's probabilities of the same pixels (C, M)."""
    looks = (member.model.features(tile, there)[:, where] for tile, there, where in zip(tiles, valid, seen))
    features = np.concatenate(list(looks), axis=1)
    return np.asarray(member.model.probabilities(np.ascontiguousarray(features.T, np.float32)).T)
