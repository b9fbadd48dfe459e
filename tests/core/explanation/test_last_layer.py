"""What a network's last layer reads, whichever network of the list it is."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from outcrop.core.explanation.last_layer import LastLayer
from outcrop.core.model.architecture import NETWORK
from outcrop.core.model.catalogue import architectures, build, without_pretraining

NETWORKS = [entry.key for entry in architectures().values() if entry.kind == NETWORK]


@pytest.mark.parametrize("key", NETWORKS)
def test_every_network_has_features_at_every_pixel(key: str) -> None:
    network = build(key, ("a", "b"), 3, without_pretraining(key, {})).eval()
    image = np.random.default_rng(0).normal(size=(2, 64, 64)).astype(np.float32)
    features = LastLayer(network, 3, torch.device("cpu"))(image)
    assert features.shape[0] >= 4
    assert features.shape[1:] == (64, 64)
    assert np.isfinite(features).all()
    assert features.std() > 0


def test_a_linear_head_of_the_features_gives_the_scores() -> None:
    torch.manual_seed(0)
    network = build("unet", ("a",), 3, {"width": 4}).eval()
    image = np.random.default_rng(0).normal(size=(1, 32, 32)).astype(np.float32)
    features = LastLayer(network, 3, torch.device("cpu"))(image)
    head = [one for one in network.modules() if isinstance(one, torch.nn.Conv2d) and one.out_channels == 3][-1]
    with torch.inference_mode():
        scores = network(torch.from_numpy(image)[None])
        again = head(torch.from_numpy(features)[None])
    np.testing.assert_allclose(again.numpy(), scores.numpy(), atol=1e-5)
