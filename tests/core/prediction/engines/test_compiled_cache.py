"""The compiled cache: found again for the very same network, bounded, and never in the way."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from outcrop.core.model.devices import choose_device
from outcrop.core.model.members import Member, load_members
from outcrop.core.prediction.engines import compiled_cache
from outcrop.core.prediction.engines.compiled_cache import (
    clean_up,
    compiled_key,
    forget_compiled,
    keep_compiled,
    read_compiled,
)
from outcrop.core.prediction.engines.engine import LABELS, PROBABILITIES, EngineRequest
from outcrop.core.prediction.engines.opening import open_network_engine
from outcrop.core.prediction.engines.table import OPENVINO

REQUEST = EngineRequest(LABELS, 8, (3, 48, 64))
CPU = choose_device("cpu")
Maker = Callable[..., str]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OUTCROP_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "engines"


@pytest.fixture
def member(make_model: Maker) -> Member:
    return load_members([make_model()])[0]


def labels(member: Member) -> np.ndarray:
    images = np.random.default_rng(0).normal(size=(1, 3, 48, 64)).astype(np.float32)
    return open_network_engine(OPENVINO, member, REQUEST, CPU).start(images, np.ones((1, 48, 64), bool))()


def refuse(*_: Any, **__: Any) -> None:
    raise AssertionError("it was converted once more")


def test_a_network_is_converted_once(cache: Path, member: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    openvino = pytest.importorskip("openvino")
    first = labels(member)
    assert len(list(cache.iterdir())) == 1

    monkeypatch.setattr(openvino, "convert_model", refuse)

    assert np.array_equal(labels(member), first)


@pytest.mark.parametrize("damage", [b"", b"x" * 200])
def test_what_is_damaged_is_made_anew(damage: bytes, cache: Path, member: Member) -> None:
    pytest.importorskip("openvino")
    first = labels(member)
    (kept,) = cache.iterdir()
    kept.write_bytes(damage)

    assert np.array_equal(labels(member), first)
    assert kept.stat().st_size > 10_000


def test_what_openvino_of_another_kind_has_written_is_made_anew(cache: Path, member: Member) -> None:
    pytest.importorskip("openvino")
    first = labels(member)
    (kept,) = cache.iterdir()
    keep_compiled(kept.stem, b"no compiled network at all")

    assert np.array_equal(labels(member), first)
    assert kept.stat().st_size > 10_000


@pytest.mark.parametrize("trouble", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_takes_nothing_costs_time_alone(
    trouble: int, cache: Path, member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("openvino")

    def fail(*_: Any) -> int:
        raise OSError(trouble, os.strerror(trouble))

    monkeypatch.setattr(Path, "write_bytes", fail)

    assert labels(member).shape == (1, 32, 48)
    assert not [path for path in cache.iterdir() if path.suffix == ".compiled"]


def test_a_file_where_the_folder_should_be(cache: Path) -> None:
    cache.parent.parent.mkdir(exist_ok=True)
    cache.parent.write_text("no folder")
    keep_compiled("a" * 64, b"content")
    assert read_compiled("a" * 64) is None


def test_the_key_tells_all_that_matters_apart(
    make_model: Maker, member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = compiled_key(member, REQUEST, "bf16")
    other = load_members([make_model(name="other", seed=3)])[0]
    again = load_members([make_model(name="copy")])[0]
    assert compiled_key(again, REQUEST, "bf16") == key
    assert compiled_key(other, REQUEST, "bf16") != key
    assert compiled_key(member, replace(REQUEST, kind=PROBABILITIES), "bf16") != key
    assert compiled_key(member, replace(REQUEST, shape=(3, 64, 64)), "bf16") != key
    assert compiled_key(member, REQUEST, "f32") != key
    monkeypatch.setattr(compiled_cache, "here_digest", lambda: "another version of a package")
    assert compiled_key(member, REQUEST, "bf16") != key


def test_what_was_used_longest_ago_goes(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled_cache, "_MOST_BYTES", 3000)
    now = time.time()
    for age, name in enumerate("dcba"):
        keep_compiled(name, bytes(700))
        os.utime(cache / f"{name}.compiled", (now - 1000 + age, now - 1000 + age))
    assert read_compiled("d") is not None
    keep_compiled("e", bytes(700))
    assert {path.stem for path in cache.iterdir()} == {"d", "a", "b", "e"}
    keep_compiled("too large", bytes(1600))
    assert read_compiled("too large") is None


def test_what_nobody_uses_goes_with_time(cache: Path) -> None:
    keep_compiled("old", b"1")
    os.utime(cache / "old.compiled", (0, 0))
    clean_up()
    assert read_compiled("old") is None
    forget_compiled("old")
