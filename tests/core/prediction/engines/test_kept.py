"""Engines that stay open: for the same model and tiles alone, and a bounded number of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Callable

import pytest
from outcrop.core.events import Events
from outcrop.core.jobs.predict import predict
from outcrop.core.prediction import plan
from outcrop.core.prediction.engines import kept
from outcrop.core.prediction.engines.kept import BorrowedEngines, drop_engines
from outcrop.core.prediction.jobs import PredictJob

Maker = Callable[..., str]


@pytest.fixture(autouse=True)
def _none_is_open() -> Iterator[None]:
    drop_engines()
    yield
    drop_engines()


def borrow(model: object, details: str) -> Any:
    borrowed = BorrowedEngines()
    engine = borrowed.get(model, details, object)  # type: ignore[arg-type]
    borrowed.give_back()
    return engine


def test_an_engine_serves_again_for_the_same_model_and_tiles() -> None:
    model, other = object(), object()
    first = borrow(model, "256 px")
    assert borrow(model, "256 px") is first
    assert borrow(model, "512 px") is not first
    assert borrow(other, "256 px") is not first


def test_nobody_gets_an_engine_that_is_in_use() -> None:
    model, one, other = object(), BorrowedEngines(), BorrowedEngines()
    first = one.get(model, "", object)  # type: ignore[arg-type]
    assert other.get(model, "", object) is not first  # type: ignore[arg-type]


def test_few_stay_open() -> None:
    models = [object() for _ in range(20)]
    for model in models:
        borrow(model, "")
    assert len(kept._KEPT) <= 4
    newest = borrow(models[-1], "")
    drop_engines()
    assert borrow(models[-1], "") is not newest


def test_the_second_raster_of_a_size_opens_nothing(
    make_model: Maker, make_image: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, opened, real = make_model(), [], plan.open_network_engine

    def count(*given: Any) -> Any:
        opened.append(given[0])
        return real(*given)

    monkeypatch.setattr(plan, "open_network_engine", count)
    for name in ("a", "b"):
        predict(PredictJob((model,), (make_image(name),), str(tmp_path / "out.tif")), Events())
    assert len(opened) == 1
    make_model(seed=5)  # another one under the same name
    predict(PredictJob((model,), (make_image("c"),), str(tmp_path / "out.tif")), Events())
    assert len(opened) == 2
