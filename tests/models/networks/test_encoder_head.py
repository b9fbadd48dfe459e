"""A head on a frozen encoder: its columns and its scores belong together."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from outcrop.models import build
from outcrop.models.encoders.torchvision_guard import import_timm
from safetensors.torch import save_file

ENCODERS = ["test_resnet", "test_convnext", "vgg11"]


@pytest.mark.parametrize("encoder", ENCODERS)
@pytest.mark.parametrize("size", [(64, 96), (50, 33)])
def test_scores_are_linear_in_the_columns(encoder: str, size: tuple[int, int]) -> None:
    network = build("encoder_head", 4, 3, encoder=encoder, weights="none").double().eval()
    image = torch.rand(1, 4, *size, dtype=torch.float64, generator=torch.Generator().manual_seed(0))
    rows, cols = torch.tensor([0, 5, 31, size[0] - 1]), torch.tensor([0, 7, size[1] - 1, 2])
    generator = torch.Generator().manual_seed(1)
    slopes = torch.rand(3, sum(network.sizes), generator=generator, dtype=torch.float64)
    offsets = torch.tensor([0.5, -1.0, 2.0], dtype=torch.float64)
    network.take(slopes, offsets)
    with torch.inference_mode():
        columns = network.columns(image, rows, cols)
        assert columns.shape == (4, sum(network.sizes))
        torch.testing.assert_close(columns @ slopes.T + offsets, network(image)[0][:, rows, cols].T)


def test_maps_end_at_a_sixteenth() -> None:
    assert build("encoder_head", 4, 3, encoder="test_resnet", weights="none").stride == 16


def test_a_transformer_is_an_encoder_of_any_size(tmp_path: Path) -> None:
    name = "vit_small_patch16_dinov3"
    with torch.device("meta"):
        known = import_timm().create_model(name, num_classes=0).state_dict()
    network = build("encoder_head", ("Red", "Green", "Blue", "NIR"), 3, encoder=name, weights="none").eval()
    assert network.sizes == (4, 384, 384, 384, 384)
    with torch.inference_mode():
        assert network(torch.rand(1, 4, 40, 70)).shape == (1, 3, 40, 70)
    generator = torch.Generator().manual_seed(3)
    weights = {key: 0.05 * torch.randn(value.shape, generator=generator) for key, value in known.items()}
    save_file(weights, tmp_path / "dinov3.safetensors")
    loaded = build(
        "encoder_head", ("Blue", "Red", "Green", "NIR"), 3, encoder=name, weights="dinov3",
        weights_file=str(tmp_path / "dinov3.safetensors"),
    )  # fmt: skip
    filters = loaded.state_dict()["encoder.features.model.patch_embed.proj.weight"]
    assert torch.equal(filters[:, 1], weights["patch_embed.proj.weight"][:, 0])
    assert not filters[:, 3].any()
    assert loaded.band_filters == {"Blue": "blue", "Red": "red", "Green": "green", "NIR": "zero"}
