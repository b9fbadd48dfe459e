"""The pixel branch: two branches that learn by themselves and decide together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
import torch
from outcrop.models import build
from outcrop.models.networks.pixel_branch import averaged

SMALL = {"width": 4, "depth": 2, "pixel_branch": True}
KEYS = ["unet", "unet_improved", "unet_residual"]


def made(key: str = "unet_improved") -> Any:
    torch.manual_seed(0)
    return build(key, 3, 4, **SMALL)


@pytest.mark.parametrize("scale", [1.0, 50.0])
def test_probabilities_are_averaged(scale: float) -> None:
    first, second = torch.randn(2, 2, 4, 5, 6) * scale

    together = averaged(first, second).softmax(dim=1)

    assert torch.allclose(together, (first.softmax(dim=1) + second.softmax(dim=1)) / 2, atol=1e-6)


@pytest.mark.parametrize("key", KEYS)
def test_both_branches_have_an_equal_say(key: str) -> None:
    network, image, plain = made(key).eval(), torch.randn(2, 3, 21, 30), torch.randn(2, 3, 21, 30)
    logits = network(image)
    assert logits.shape == (2, 4, 21, 30)

    bare = build(key, 3, 4, width=4, depth=2).eval()
    bare.load_state_dict({name: value for name, value in network.state_dict().items() if "pixels" not in name})
    assert torch.allclose(logits, averaged(bare(image), network.pixels(image)))
    assert torch.allclose(network(image, plain), averaged(bare(image), network.pixels(plain)))


def test_the_pixel_branch_sees_one_pixel() -> None:
    network, image = made().eval(), torch.randn(1, 3, 9, 9)
    other = torch.randn(1, 3, 9, 9)
    other[..., 4, 4] = image[..., 4, 4]

    assert torch.allclose(network.pixels(image)[..., 4, 4], network.pixels(other)[..., 4, 4], atol=1e-6)


def test_branches_learn_by_themselves() -> None:
    network = made().train()
    surroundings, own = network(torch.randn(2, 3, 16, 16), torch.randn(2, 3, 16, 16))

    own.square().mean().backward()
    reached = {name.split(".")[0] for name, weights in network.named_parameters() if weights.grad is not None}
    assert reached == {"pixels"}
    network.zero_grad(set_to_none=True)
    surroundings.square().mean().backward()
    reached = {name.split(".")[0] for name, weights in network.named_parameters() if weights.grad is not None}
    assert reached == {"encoder", "rise", "decoder", "head"}


@pytest.mark.parametrize("dynamo", [False, True])
def test_it_exports_to_onnx(dynamo: bool, tmp_path: Path) -> None:
    network, image = made().eval(), torch.randn(1, 3, 32, 48)
    torch.onnx.export(network, (image,), str(tmp_path / "n.onnx"), dynamo=dynamo, input_names=["x"])

    (found,) = onnxruntime.InferenceSession(tmp_path / "n.onnx").run(None, {"x": image.numpy()})

    assert np.allclose(found, network(image).detach().numpy(), atol=1e-4)


def test_without_it_nothing_is_added() -> None:
    network = build("unet", 3, 2, width=4, depth=1).train()
    assert not network.wants_plain
    assert isinstance(network(torch.randn(1, 3, 8, 8)), torch.Tensor)
    assert not [name for name in network.state_dict() if "pixels" in name]
