"""Weight files, made here, through the very code that loads published ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from outcrop.core.errors import BadInputError
from outcrop.models import build
from outcrop.models.encoders.encoder import Encoder, build_encoder
from outcrop.models.encoders.torchvision_guard import import_timm
from outcrop.models.network_parameters import EncoderParameters
from safetensors.torch import save_file
from torch import Tensor, nn

RGB = ("Red", "Green", "Blue")
BGR_NIR = ("Blue", "Green", "Red", "Near infrared")


def library_network(name: str, bands: int = 3) -> nn.Module:
    """Make a network of the library with weights of its own, as if it had been pretrained."""
    torch.manual_seed(42)
    network = import_timm().create_model(name, in_chans=bands, num_classes=7)
    for layer in network.modules():
        if isinstance(layer, nn.BatchNorm2d):
            nn.init.uniform_(layer.weight, 0.5, 1.5)
            nn.init.uniform_(layer.running_mean, -0.1, 0.1)
            nn.init.uniform_(layer.running_var, 0.5, 1.5)
    return network.eval()


def written(tensors: dict[str, Tensor], path: Path) -> str:
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, path)
    return str(path)


@pytest.fixture(scope="module")
def pretrained() -> nn.Module:
    return library_network("resnet18")


@pytest.fixture
def weights_file(pretrained: nn.Module, tmp_path: Path) -> str:
    return written(pretrained.state_dict(), tmp_path / "resnet18.safetensors")


def encoder(bands: tuple[str, ...], weights_file: str, **changes: Any) -> Encoder:
    chosen = {"encoder": "resnet18", "weights": "imagenet", **changes}
    return build_encoder(bands, EncoderParameters(weights_file=weights_file, **chosen), (4, 8, 16, 32)).eval()


def deepest(network: nn.Module, image: Tensor) -> Tensor:
    """Give the library network's own deepest map."""
    with torch.inference_mode():
        return network.forward_features(image)


@pytest.fixture
def image() -> Tensor:
    return torch.rand(2, 4, 64, 64, generator=torch.Generator().manual_seed(1))


def test_loaded_weights_give_the_librarys_own_maps(pretrained: nn.Module, weights_file: str, image: Tensor) -> None:
    loaded = encoder(RGB, weights_file)
    with torch.inference_mode():
        found = loaded(image[:, :3])[-1]
    torch.testing.assert_close(found, deepest(pretrained, image[:, :3]))
    assert loaded.band_filters == {"Red": "red", "Green": "green", "Blue": "blue"}
    assert loaded.weights_source["file"] == "resnet18.safetensors"
    assert len(loaded.weights_source["sha256"]) == 64


def test_blue_first_imagery_with_more_bands_starts_with_the_same_response(
    pretrained: nn.Module, weights_file: str, image: Tensor
) -> None:
    loaded = encoder(BGR_NIR, weights_file)
    with torch.inference_mode():
        found = loaded(image)[-1]
    torch.testing.assert_close(found, deepest(pretrained, image[:, [2, 1, 0]]), atol=1e-4, rtol=1e-4)
    assert loaded.band_filters == {"Blue": "blue", "Green": "green", "Red": "red", "Near infrared": "zero"}


def test_bands_that_start_at_zero_can_be_learned(weights_file: str, image: Tensor) -> None:
    loaded = encoder(BGR_NIR, weights_file).train()
    loaded(image)[-1].square().mean().backward()
    assert loaded.features.conv1.weight.grad[:, 3].abs().max() > 0


@pytest.mark.parametrize("bands", [1, 4, 9, 14])
@pytest.mark.parametrize("how", ["by_name", "cycled", "mean"])
def test_any_number_of_bands_keeps_a_grey_pictures_response(
    pretrained: nn.Module, weights_file: str, bands: int, how: str
) -> None:
    names = tuple(f"band {number}" for number in range(1, bands + 1))
    loaded = encoder(names, weights_file, first_convolution=how)
    assert loaded.features.conv1.weight.shape == (64, bands, 7, 7)
    assert list(loaded.band_filters) == list(names)
    if how == "cycled" and bands % 3:
        return  # only whole rounds of three filters keep the response
    grey = torch.rand(1, 1, 64, 64, generator=torch.Generator().manual_seed(2))
    with torch.inference_mode():
        found = loaded(grey.expand(-1, bands, -1, -1))[-1]
    torch.testing.assert_close(found, deepest(pretrained, grey.expand(-1, 3, -1, -1)), atol=1e-3, rtol=1e-3)


def test_random_leaves_the_first_convolution_to_the_seed_alone(pretrained: nn.Module, weights_file: str) -> None:
    torch.manual_seed(0)
    first = encoder(BGR_NIR, weights_file, first_convolution="random")
    torch.manual_seed(1)
    second = encoder(BGR_NIR, weights_file, first_convolution="random")
    assert not torch.equal(first.features.conv1.weight, second.features.conv1.weight)
    assert torch.equal(first.features.layer4[1].conv2.weight, pretrained.layer4[1].conv2.weight)
    assert set(first.band_filters.values()) == {"random"}


@pytest.mark.parametrize("key", ["albunet", "linknet", "deeplabv3plus", "deeplabv3plus_attention", "fcn8s"])
def test_networks_start_from_a_weight_file_and_say_so(key: str, pretrained: nn.Module, weights_file: str) -> None:
    width = {} if key == "linknet" else {"width": 8}
    network = build(key, BGR_NIR, 3, encoder="resnet18", weights="imagenet", weights_file=weights_file, **width)
    assert torch.equal(network.encoder.features.conv1.weight[:, 2], pretrained.conv1.weight[:, 0])
    assert torch.equal(network.encoder.features.layer4[0].conv1.weight, pretrained.layer4[0].conv1.weight)
    assert network.band_filters["Red"] == "red"
    assert network.weights_source["file"] == "resnet18.safetensors"
    assert network(torch.rand(1, 4, 40, 40)).shape == (1, 3, 40, 40)


def test_sentinel_weights_go_to_the_bands_of_their_names_under_the_publishers_prefix(tmp_path: Path) -> None:
    network = library_network("resnet18", bands=10)
    tensors = {f"model.vision_encoder.{name}": tensor for name, tensor in network.state_dict().items()}
    path = written(tensors, tmp_path / "published.safetensors")
    loaded = encoder(("B04", "B03", "B02", "Near infrared", "Elevation"), path, weights="sentinel2")
    given = loaded.features.conv1.weight
    for position, channel in enumerate([2, 1, 0, 6]):
        assert torch.equal(given[:, position], network.conv1.weight[:, channel])
    assert given[:, 4].abs().max() == 0
    assert loaded.band_filters == {
        "B04": "B04", "B03": "B03", "B02": "B02", "Near infrared": "B08", "Elevation": "zero",
    }  # fmt: skip


def test_filters_of_unknown_bands_go_to_as_many_bands_in_order(tmp_path: Path) -> None:
    network = library_network("resnet18", bands=4)
    path = written(network.state_dict(), tmp_path / "own.safetensors")
    loaded = encoder(BGR_NIR, path)
    assert torch.equal(loaded.features.conv1.weight, network.conv1.weight)
    assert loaded.band_filters["Near infrared"] == "filter 4"


@pytest.mark.parametrize("name", ["mobilenetv3_small_050", "test_convnext"])
def test_other_families_load_too(name: str, tmp_path: Path, image: Tensor) -> None:
    network = library_network(name)
    path = written(network.state_dict(), tmp_path / "file.safetensors")
    loaded = build_encoder(RGB, EncoderParameters(encoder=name, weights="imagenet", weights_file=path)).eval()
    own = import_timm().create_model(name, features_only=True)
    assert loaded.channels == tuple(own.feature_info.channels())
    kept = {tensor.flatten()[0].item() for tensor in network.state_dict().values() if tensor.dim() == 4}
    found = {tensor.flatten()[0].item() for tensor in loaded.state_dict().values() if tensor.dim() == 4}
    assert found <= kept


def test_a_vgg_loads_from_its_convolutions_alone(tmp_path: Path, image: Tensor) -> None:
    torch.manual_seed(3)
    source = build_encoder(RGB, EncoderParameters(encoder="vgg11")).eval()
    tensors = {
        name.replace("features.features_", "features."): tensor for name, tensor in source.state_dict().items()
    }  # fmt: skip
    assert "features.0.weight" in tensors
    path = written(tensors, tmp_path / "vgg11.safetensors")
    loaded = build_encoder(RGB, EncoderParameters(encoder="vgg11", weights="imagenet", weights_file=path)).eval()
    with torch.inference_mode():
        for found, expected in zip(loaded(image[:, :3]), source(image[:, :3])):
            assert torch.equal(found, expected)


def test_the_weights_of_another_encoder_are_refused(weights_file: str) -> None:
    with pytest.raises(
        BadInputError, match=r"doesn't hold the weights of the encoder “resnet34”: \d+ of its \d+ tensors"
    ):
        encoder(RGB, weights_file, encoder="resnet34")
    with pytest.raises(BadInputError, match="doesn't hold the weights of the encoder “mobilenetv3_small_050”"):
        encoder(RGB, weights_file, encoder="mobilenetv3_small_050")


def test_thirteen_bands_of_sentinel_2_are_matched_by_name_and_wavelength(tmp_path: Path) -> None:
    published = library_network("resnet18", 13).state_dict()
    torch.save(published, tmp_path / "resnet18_softcon.pth")
    bands = ("SWIR (1.61 µm)", "B8A", "Red", "band 5 (705 nm)", "elevation", "Coastal aerosol")
    loaded = encoder(bands, str(tmp_path / "resnet18_softcon.pth"), weights="softcon")
    assert list(loaded.band_filters.values()) == ["B11", "B8A", "B04", "B05", "zero", "B01"]
    filters = loaded.features.conv1.weight
    for band, number in enumerate((11, 8, 3, 4, None, 0)):
        expected = published["conv1.weight"][:, number] if number is not None else torch.zeros(64, 7, 7)
        assert torch.equal(filters[:, band], expected)


def test_a_broken_file_is_refused(tmp_path: Path, weights_file: str) -> None:
    cut = tmp_path / "cut.safetensors"
    cut.write_bytes(Path(weights_file).read_bytes()[:5000])
    with pytest.raises(BadInputError, match="can't be read"):
        encoder(RGB, str(cut))
    pickled = tmp_path / "renamed.safetensors"
    torch.save({"weight": torch.zeros(1)}, pickled)
    with pytest.raises(BadInputError, match="can't be read"):
        encoder(RGB, str(pickled))
