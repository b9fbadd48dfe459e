"""What every network of the table promises, whatever it is made of."""

from __future__ import annotations

import warnings
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from outcrop.core.model.architecture import NETWORK
from outcrop.core.parameters import describe
from outcrop.models import TABLE, build
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

NETWORKS = [key for key, entry in TABLE.items() if entry.kind == NETWORK]
SMALL_ENCODERS = {"resnet50": "test_resnet", "resnet34": "test_resnet", "vgg16": "vgg11", "vgg19": "vgg11"}
SMALL_ENCODERS["mobilenetv3_large_100"] = "mobilenetv3_small_050"

COUNTS = [(1, 2), (3, 8), (4, 2), (9, 8), (14, 2)]
"""Bands and classes."""

every_network = pytest.mark.parametrize("key", NETWORKS)


def small(key: str, bands: int = 4, classes: int = 3, seed: int = 0) -> nn.Module:
    """Build a network as small as its parameters allow, from nothing."""
    chosen: dict[str, Any] = {}
    for parameter in describe(TABLE[key].parameters):
        if parameter.name == "width":
            chosen["width"] = 8
        elif parameter.name == "encoder":
            chosen |= {"encoder": SMALL_ENCODERS[parameter.default], "weights": "none"}
    torch.manual_seed(seed)
    return build(key, bands, classes, **chosen)


@lru_cache(maxsize=len(NETWORKS))
def prototype(key: str) -> nn.Module:
    """Keep one small network of each kind, since drawing millions of random numbers takes most of the tests' time."""
    return small(key)


def ready(key: str) -> nn.Module:
    """Give a small network to change at will."""
    return deepcopy(prototype(key))


def image(*shape: int, seed: int = 1) -> Tensor:
    return torch.rand(shape, generator=torch.Generator().manual_seed(seed))


def labels(*shape: int, classes: int = 3) -> Tensor:
    return torch.randint(classes, shape, generator=torch.Generator().manual_seed(2))


def loss_of(network: nn.Module, images: Tensor, truth: Tensor) -> Tensor:
    torch.manual_seed(3)  # the same dropout each time
    return nn.functional.cross_entropy(network(images), truth)


@pytest.mark.parametrize(("bands", "classes"), COUNTS)
@every_network
def test_logits_have_the_images_size_for_any_bands_classes_and_size(key: str, bands: int, classes: int) -> None:
    network = small(key, bands, classes).eval()
    for size in [(1, 1), (64, 96), (33, 65), (2, 50), (7, 3), (97, 16)]:
        with torch.inference_mode():
            logits = network(image(2, bands, *size))
        assert logits.shape == (2, classes, *size)
        assert logits.dtype == torch.float32
        assert torch.isfinite(logits).all()


@every_network
def test_a_gradient_reaches_every_parameter(key: str) -> None:
    network = ready(key)
    optimiser = torch.optim.SGD(network.parameters(), lr=0.01)
    reached = dict.fromkeys(dict(network.named_parameters()), False)
    for _ in range(3):  # what starts at zero, such as a residual's last scale, lets gradients through after one step
        optimiser.zero_grad()
        loss_of(network, image(2, 4, 64, 64), labels(2, 64, 64)).backward()
        for name, parameter in network.named_parameters():
            assert parameter.grad is not None, name
            reached[name] |= bool(parameter.grad.abs().max() > 0)
        optimiser.step()
    assert [name for name, has in reached.items() if not has] == []


@every_network
def test_the_seed_alone_decides_the_initial_weights(key: str) -> None:
    again, other = small(key).state_dict(), small(key, seed=6).state_dict()
    assert all(torch.equal(value, again[name]) for name, value in prototype(key).state_dict().items())
    assert any(not torch.equal(value, other[name]) for name, value in prototype(key).state_dict().items())


@every_network
def test_saved_and_loaded_weights_give_the_same_logits(key: str, tmp_path: Path) -> None:
    network = ready(key)
    network(image(2, 4, 64, 64))  # moves the running statistics, which must be kept too
    save_file(network.state_dict(), tmp_path / "weights.safetensors")
    other = small(key, seed=9)
    other.load_state_dict(load_file(tmp_path / "weights.safetensors"))
    with torch.inference_mode():
        assert torch.equal(network.eval()(image(1, 4, 40, 40)), other.eval()(image(1, 4, 40, 40)))


@every_network
def test_a_step_against_the_gradient_lowers_the_loss(key: str) -> None:
    network = ready(key).double()
    images, truth = image(2, 4, 64, 64).double(), labels(2, 64, 64)
    before = loss_of(network, images, truth)
    before.backward()
    slope = sum(float(parameter.grad.square().sum()) for parameter in network.parameters()) ** 0.5
    torch.optim.SGD(network.parameters(), lr=1e-5 / slope).step()
    assert loss_of(network, images, truth).item() < before.item() - 1e-7 * slope


@every_network
def test_one_tile_of_one_pixel_can_be_trained_on(key: str) -> None:
    network = ready(key)
    loss = loss_of(network, image(1, 4, 1, 1), labels(1, 1, 1))
    loss.backward()
    assert torch.isfinite(loss)


@every_network
def test_the_order_of_channels_in_memory_changes_nothing(key: str) -> None:
    network = ready(key).eval()
    images = image(1, 4, 50, 64)
    with torch.inference_mode():
        expected = network(images)
        found = network.to(memory_format=torch.channels_last)(images.contiguous(memory_format=torch.channels_last))
    torch.testing.assert_close(found, expected, atol=1e-4, rtol=1e-3)


@every_network
def test_half_precision_trains(key: str) -> None:
    network = ready(key)
    with torch.autocast("cpu", torch.bfloat16):
        loss = loss_of(network, image(2, 4, 64, 64), labels(2, 64, 64))
    loss.backward()
    assert torch.isfinite(loss)
    assert all(torch.isfinite(parameter.grad).all() for parameter in network.parameters())


@every_network
def test_the_table_names_the_stride(key: str) -> None:
    full = {name: "none" for name in ("weights",) if hasattr(TABLE[key].parameters(), name)}
    with torch.device("meta"):
        network = build(key, 3, 2, **full)
    assert network.stride == TABLE[key].stride


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "bands", "classes"), [(key, *COUNTS[place % len(COUNTS)]) for place, key in enumerate(NETWORKS)]
)
def test_exports_to_onnx(key: str, bands: int, classes: int, tmp_path: Path) -> None:
    runtime = pytest.importorskip("onnxruntime")
    pytest.importorskip("onnxscript")
    network = small(key, bands, classes).eval()
    images = image(1, bands, 64, 64)
    path = tmp_path / "network.onnx"
    with warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore")
        expected = network(images).numpy()
        torch.onnx.export(network, (images,), path, dynamo=True, external_data=False, verbose=False)
    session = runtime.InferenceSession(path, providers=["CPUExecutionProvider"])
    (found,) = session.run(None, {session.get_inputs()[0].name: images.numpy()})
    np.testing.assert_allclose(found, expected, atol=1e-4, rtol=1e-3)
