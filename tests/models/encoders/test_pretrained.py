"""Pretrained weights: found, fetched, checked, or explained, before anything is built."""

from __future__ import annotations

import hashlib
import json
import re
import socket
import time
from pathlib import Path
from typing import Any

import pytest
import torch
from outcrop.core.errors import BadInputError
from outcrop.models import TABLE, build
from outcrop.models.encoders import pretrained
from outcrop.models.encoders.download import Fetched
from outcrop.models.encoders.pretrained import (
    MissingWeightsError,
    find_weights,
    resolve_weights,
    resolved,
    weights_entry,
)
from outcrop.models.encoders.weights_table import ALLOWED, FILTERS, WEIGHTS, PretrainedWeights
from outcrop.models.network_parameters import WEIGHTS as NAMES

CONTENT = b"not really weights"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Keep every test away from the user's cache and from the network."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("OUTCROP_WEIGHTS", str(folder))
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    return folder


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let fetching succeed with a small file, and list what was fetched."""
    fetched: list[str] = []

    def fetch(url: str, target: Path, **_known: Any) -> Fetched:
        fetched.append(url)
        target.write_bytes(CONTENT)
        return Fetched(DIGEST, len(CONTENT), "c0ffee")

    monkeypatch.setattr(pretrained, "fetch", fetch)
    return fetched


def test_without_a_network_the_message_says_what_is_missing_and_how_to_go_on(cache: Path) -> None:
    started = time.monotonic()
    with pytest.raises(MissingWeightsError) as caught:
        resolve_weights("resnet50", "imagenet")
    assert time.monotonic() - started < 2
    message = str(caught.value)
    entry = WEIGHTS["resnet50", "imagenet"]
    for part in (
        "“resnet50.tv_in1k.safetensors”", "couldn't be fetched",
        f"{entry.repository}/resolve/{entry.revision}/model.safetensors", "102 MB", "BSD-3-Clause",
        str(cache / "resnet50.tv_in1k.safetensors"), "model_parameters.weights_file=FILE",
        "“Weight file”", "“Start from” scratch", "model_parameters.weights=none",
    ):  # fmt: skip
        assert part in message


def test_offline_by_setting_makes_no_attempt(monkeypatch: pytest.MonkeyPatch, hub: list[str]) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(MissingWeightsError, match="aren't on this computer"):
        resolve_weights("resnet50", "imagenet")
    assert hub == []


def test_building_never_asks_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*_arguments: object) -> None:
        raise AssertionError("a network was asked")

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", connect)
    with pytest.raises(MissingWeightsError, match=r"aren't on this computer\. Fetch"):
        build("linknet", ("Red", "Green", "Blue"), 2)


def test_fetched_once_then_found(cache: Path, hub: list[str]) -> None:
    path = resolve_weights("vgg19", "imagenet")
    assert path == cache / "vgg19.tv_in1k.safetensors"
    assert resolve_weights("vgg19", "imagenet") == find_weights("vgg19", "imagenet") == path
    assert len(hub) == 1
    noted = json.loads((cache / "vgg19.tv_in1k.safetensors.json").read_text())
    assert noted["sha256"] == DIGEST
    assert noted["revision"] == "c0ffee"
    assert noted["licence"] == "BSD-3-Clause"
    source = pretrained.source_of(path)
    assert source == {
        "file": "vgg19.tv_in1k.safetensors", "sha256": DIGEST, "address": hub[0], "revision": "c0ffee",
        "licence": "BSD-3-Clause",
    }  # fmt: skip


def test_the_cache_is_an_argument_a_setting_or_the_systems_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, hub: list[str]
) -> None:
    assert resolve_weights("vgg19", cache_folder=tmp_path / "mine") == tmp_path / "mine" / "vgg19.tv_in1k.safetensors"
    assert resolve_weights("vgg19") == tmp_path / "cache" / "vgg19.tv_in1k.safetensors"
    assert len(hub) == 2
    monkeypatch.delenv("OUTCROP_WEIGHTS")
    assert pretrained.weights_folder().parts[-2:] == ("outcrop", "weights")


def test_a_file_with_a_known_digest_is_checked(cache: Path) -> None:
    cache.mkdir()
    (cache / "resnet50.tv_in1k.safetensors").write_bytes(CONTENT)
    with pytest.raises(BadInputError, match=f"SHA-256 is {DIGEST}, not 5d061a3c"):
        find_weights("resnet50", "imagenet")


def test_a_file_without_a_known_digest_is_noted_on_first_use_and_checked_ever_after(cache: Path) -> None:
    cache.mkdir()
    path = cache / "resnet50.bigearthnet2_s2.safetensors"
    path.write_bytes(CONTENT)
    assert find_weights("resnet50", "sentinel2") == path
    assert json.loads((cache / f"{path.name}.json").read_text())["sha256"] == DIGEST
    path.write_bytes(CONTENT + b"!")
    with pytest.raises(BadInputError, match="Delete it and fetch it again"):
        find_weights("resnet50", "sentinel2")


def test_an_own_file_takes_the_place_of_a_download(tmp_path: Path, hub: list[str]) -> None:
    own = tmp_path / "own.safetensors"
    own.write_bytes(CONTENT)
    assert resolve_weights("resnet50", "imagenet", str(own)) == own
    assert resolve_weights("resnet50", "none", str(own)) == own
    assert hub == []
    assert pretrained.source_of(own) == {"file": "own.safetensors", "sha256": DIGEST}


@pytest.mark.parametrize("name", ["resnet50-0676ba61.pth", "model.pt", "pytorch_model.bin", "best.ckpt", "BEST.PTH"])
def test_pickled_files_are_refused_with_the_way_to_convert_them(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x80\x02")
    with pytest.raises(BadInputError, match=r"pickled file.*weights_only=True.*\.safetensors"):
        resolve_weights("resnet50", "imagenet", str(tmp_path / name))


def test_other_files_and_missing_ones_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"Choose a \.safetensors or \.pth file"):
        find_weights("resnet50", "imagenet", str(tmp_path / "weights.onnx"))
    with pytest.raises(BadInputError, match="doesn't exist"):
        find_weights("resnet50", "imagenet", str(tmp_path / "weights.safetensors"))


def test_none_is_no_file(hub: list[str]) -> None:
    assert resolve_weights("resnet50", "none") is None
    assert hub == []


def test_weights_that_do_not_exist_name_the_encoders_that_have_them() -> None:
    with pytest.raises(
        BadInputError, match=r"no “sentinel2” weights for the encoder “vgg16”, only for: resnet18, resnet50"
    ):
        resolve_weights("vgg16", "sentinel2")


def test_other_encoders_start_from_the_librarys_own_list(hub: list[str]) -> None:
    entry = weights_entry("convnext_tiny", "imagenet")
    assert entry.stored_as == "convnext_tiny.in12k_ft_in1k.safetensors"
    assert pretrained.address(entry).endswith("timm/convnext_tiny.in12k_ft_in1k/resolve/main/model.safetensors")
    assert weights_entry("resnet50.a1_in1k", "imagenet").stored_as == "resnet50.a1_in1k.safetensors"
    with pytest.raises(BadInputError, match=r"no encoder in timm “resnet5o”.*resnet50"):
        resolve_weights("resnet5o", "imagenet")


def test_a_recipes_model_settings_are_resolved_before_a_job(cache: Path, hub: list[str]) -> None:
    assert resolved("unet", {"width": 16}) == {"width": 16}
    assert resolved("linknet", {"weights": "none"}) == {"weights": "none", "weights_file": None}
    chosen = resolved("albunet", {"encoder": "vgg19", "first_convolution": "mean"})
    path = str(cache / "vgg19.tv_in1k.safetensors")
    assert chosen == {"encoder": "vgg19", "first_convolution": "mean", "weights_file": path}


def test_a_model_with_weights_of_its_own_is_built_without_pretraining() -> None:
    assert pretrained.without_pretraining("unet", {"width": 16}) == {"width": 16}
    chosen = pretrained.without_pretraining("linknet", {"encoder": "resnet18", "weights_file": "gone.safetensors"})
    assert chosen == {"encoder": "resnet18", "weights": "none", "weights_file": None}
    assert build("linknet", 4, 2, **chosen).weights_source == {}


def test_every_default_encoder_of_the_table_has_an_entry() -> None:
    encoders = {entry.parameters().encoder for entry in TABLE.values() if hasattr(entry.parameters(), "encoder")}
    assert {(encoder, "imagenet") for encoder in encoders} <= set(WEIGHTS)
    assert {weights for _, weights in WEIGHTS} | {"none"} == set(NAMES)
    assert set(FILTERS) == set(NAMES) - {"none"}


@pytest.mark.parametrize("entry", WEIGHTS.values(), ids=lambda entry: entry.stored_as)
def test_entries_are_well_formed(entry: PretrainedWeights) -> None:
    assert entry.stored_as.endswith((".safetensors", ".pth"))
    assert Path(entry.stored_as).suffix == Path(entry.file).suffix
    assert entry.revision is None or re.fullmatch(r"[0-9a-f]{40}", entry.revision)
    assert entry.sha256 is None or re.fullmatch(r"[0-9a-f]{64}", entry.sha256)
    assert entry.size_bytes is None or round(entry.size_bytes / 1e6) == entry.megabytes
    assert entry.licence in ALLOWED


@pytest.mark.parametrize(
    ("key", "values", "told"),
    [
        ("unet", {}, ""), ("linknet", {"weights": "none"}, ""), ("linknet", {"weights_file": "own.safetensors"}, ""),
        ("encoder_head", {"weights": "softcon"}, r"“resnet50.softcon_s2” first.*94 MB.*CC-BY-4.0 \(any use, if"),
        ("encoder_head", {"encoder": "convnext_tiny", "weights": "dinov3"}, r"DINOv3 License \(maps .* no military"),
        ("encoder_head", {"encoder": "resnet50d"}, r"timm lists for this encoder"),
    ],
)  # fmt: skip
def test_what_is_fetched_is_told_before_with_its_licence(key: str, values: dict[str, Any], told: str) -> None:
    found = pretrained.terms(key, values)
    assert re.search(told, found) if told else found is None


def test_weights_that_are_here_are_told_of_without_fetching(cache: Path) -> None:
    cache.mkdir()
    (cache / "resnet50.softcon_s2.pth").write_bytes(CONTENT)
    assert pretrained.terms("encoder_head", {"weights": "softcon"}).startswith("It starts from the weights")


def test_an_own_archive_of_torchs_takes_the_place_of_a_download(tmp_path: Path) -> None:
    torch.save({"conv1.weight": torch.ones(1)}, tmp_path / "own.pth")
    assert resolve_weights("resnet50", "softcon", str(tmp_path / "own.pth")) == tmp_path / "own.pth"


def test_no_two_entries_share_a_file() -> None:
    assert len({entry.stored_as for entry in WEIGHTS.values()}) == len(WEIGHTS)
