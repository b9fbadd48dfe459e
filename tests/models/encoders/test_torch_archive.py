"""Archives of torch's, read without unpickling: what torch itself reads, and nothing else."""

from __future__ import annotations

import os
import zipfile
from collections import OrderedDict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError
from outcrop.models.encoders.torch_archive import read_torch_archive
from torch import Tensor, nn


def saved(content: Any, path: Path, **options: Any) -> Path:
    torch.save(content, path, **options)
    return path


def rezipped(path: Path, changes: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> Path:
    """Write an archive anew with other content for the files that end so."""
    out = path.with_name("other.pth")
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w", compression) as after:
        for name in before.namelist():
            content = next((new for end, new in changes.items() if name.endswith(end)), before.read(name))
            after.writestr(name, content)
    return out


@pytest.mark.parametrize("protocol", [2, 4])
def test_a_networks_weights_come_back(tmp_path: Path, protocol: int) -> None:
    network = nn.Sequential(nn.Conv2d(13, 4, 3), nn.BatchNorm2d(4))
    expected = network.state_dict()
    found = read_torch_archive(saved(expected, tmp_path / "w.pth", pickle_protocol=protocol))
    assert list(found) == list(expected)
    for name, tensor in expected.items():
        assert found[name].dtype == tensor.dtype
        assert torch.equal(found[name], tensor)


def test_tensors_of_every_kind_and_layout(tmp_path: Path) -> None:
    whole = torch.arange(24.0).reshape(4, 6)
    content = OrderedDict(
        half=whole.half(), brain=whole.bfloat16(), whole=whole.long(), flags=whole > 3, turned=whole.T,
        part=whole[1:3, ::2], learned=nn.Parameter(whole), alone=torch.tensor(5), nothing=torch.zeros(0, 3),
    )  # fmt: skip
    found = read_torch_archive(saved(content, tmp_path / "w.pth"))
    assert set(found) == set(content)
    for name, tensor in content.items():
        assert found[name].dtype == tensor.dtype
        assert torch.equal(found[name], tensor.detach())


def test_a_checkpoint_gives_the_tensors_in_it_and_no_more(tmp_path: Path) -> None:
    content = {
        "epoch": 3,
        "name": "x",
        "rate": 0.1,
        "best": None,
        "state_dict": {"a": {"b": torch.ones(2)}},
        "l": [1, (2,)],
    }
    found = read_torch_archive(saved(content, tmp_path / "w.pth"))
    assert list(found) == ["state_dict.a.b"]


class Evil:
    """Runs a program when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> Any:
        return os.mkdir, (str(self.path),)


def test_nothing_that_a_file_asks_for_is_run(tmp_path: Path) -> None:
    path = saved({"a": torch.ones(1), "evil": Evil(tmp_path / "made")}, tmp_path / "w.pth")
    with pytest.raises(BadInputError, match=r"asks for “(posix|nt) mkdir”, which is no tensor"):
        read_torch_archive(path)
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("content", [nn.Conv2d(1, 1, 1), {"a": np.float64(1)}, {"a": {1, 2}}])
def test_what_holds_more_than_tensors_is_refused(tmp_path: Path, content: Any) -> None:
    with pytest.raises(BadInputError, match=r"can't be read as tensors.*convert it to \.safetensors"):
        read_torch_archive(saved(content, tmp_path / "w.pth"))


def test_damaged_archives_are_refused(tmp_path: Path) -> None:
    path = saved({"a": torch.ones(3, 4)}, tmp_path / "w.pth")
    with zipfile.ZipFile(path) as archive:
        listed = archive.read(next(name for name in archive.namelist() if name.endswith("data.pkl")))
    (tmp_path / "cut.pth").write_bytes(path.read_bytes()[:200])
    (tmp_path / "empty.pth").write_bytes(b"")
    for name in ("cut.pth", "empty.pth", "gone.pth"):
        with pytest.raises(BadInputError, match="can't be read as tensors"):
            read_torch_archive(tmp_path / name)
    for changes in (
        {"data/0": b"\0" * 20},
        {"data.pkl": listed[:-3]},
        {"data.pkl": listed.replace(b"K\x03", b"K\x63")},
    ):
        with pytest.raises(BadInputError, match="can't be read as tensors"):
            read_torch_archive(rezipped(path, changes))
    with pytest.raises(BadInputError, match="it is compressed"):
        read_torch_archive(rezipped(path, {}, zipfile.ZIP_DEFLATED))


@given(place=st.integers(0, 10_000), byte=st.integers(0, 255))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_changed_byte_of_the_list_gives_tensors_or_words(tmp_path: Path, place: int, byte: int) -> None:
    path = saved({"a": torch.ones(3, 4), "b": torch.zeros(2).half()}, tmp_path / "w.pth")
    with zipfile.ZipFile(path) as archive:
        listed = bytearray(archive.read(next(name for name in archive.namelist() if name.endswith("data.pkl"))))
    listed[place % len(listed)] = byte
    try:
        found = read_torch_archive(rezipped(path, {"data.pkl": bytes(listed)}))
    except BadInputError:
        return
    assert all(isinstance(tensor, Tensor) and tensor.numel() <= 12 for tensor in found.values())
