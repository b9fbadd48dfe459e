"""Preparation loads models ahead and measures them; a model that is gone is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from outcrop.core.errors import BadInputError, CancelledError
from outcrop.core.events import Events
from outcrop.core.jobs.prepare import prepare
from outcrop.core.model import members
from outcrop.core.prediction.jobs import PrepareJob

Maker = Callable[..., str]


def test_models_are_loaded_and_measured(make_model: Maker) -> None:
    members._load.cache_clear()
    paths = (make_model("a"), make_model("b", kind="nearest", bands=("Red",)))

    speeds = prepare(PrepareJob(paths, device="cpu"), Events())["speeds"]

    assert set(speeds) == set(paths)
    assert all(speed > 1000 for speed in speeds.values())
    before = members._load.cache_info().misses
    members.load_members(paths[:1])
    assert members._load.cache_info().misses == before


def test_a_model_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="gone"):
        prepare(PrepareJob((str(tmp_path / "gone.safetensors"),)), Events())


def test_it_can_be_cancelled(make_model: Maker) -> None:
    heard: list[dict[str, Any]] = []
    events = Events(heard.append)
    events.cancel()
    with pytest.raises(CancelledError):
        prepare(PrepareJob((make_model(),)), events)
