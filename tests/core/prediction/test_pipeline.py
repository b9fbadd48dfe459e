"""Reading, computing and writing at the same time."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest
from outcrop.core.prediction.pipeline import run_pipeline


def threads_of_ours() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith(("read", "write"))]


@pytest.mark.parametrize("in_flight", [1, 3])
def test_items_come_out_in_order(in_flight: int) -> None:
    written: list[Any] = []
    done: list[int] = []

    def read(item: int) -> int:
        time.sleep(0.002 * (item % 3))
        return item * 10

    run_pipeline(
        range(20), read, lambda got: lambda: got + 1, lambda got, result: written.append((got, result)), done.append,
        readers=3, in_flight=in_flight,
    )  # fmt: skip

    assert written == [(item * 10, item * 10 + 1) for item in range(20)]
    assert done == list(range(20))
    assert not threads_of_ours()


def test_stages_overlap() -> None:
    def wait(_: Any) -> int:
        time.sleep(0.05)
        return 0

    def compute(_: int) -> Any:
        time.sleep(0.05)
        return lambda: 0

    began = time.monotonic()
    run_pipeline(range(10), wait, compute, lambda _got, _result: wait(0) and None, lambda _item: None)

    assert time.monotonic() - began < 10 * 0.15 * 0.7


def test_little_is_read_ahead() -> None:
    ahead, computed = 0, 0
    lock = threading.Lock()

    def read(item: int) -> int:
        nonlocal ahead
        with lock:
            ahead = max(ahead, item - computed)
        return item

    def start(item: int) -> Any:
        nonlocal computed
        time.sleep(0.005)
        computed = item
        return lambda: item

    run_pipeline(range(60), read, start, lambda _got, _result: None, lambda _item: None, readers=2)

    assert ahead <= 5


@pytest.mark.parametrize("stage", ["read", "start", "wait", "write", "done"])
def test_an_error_in_any_stage_ends_all(stage: str) -> None:
    def fail_at(name: str, value: Any) -> Any:
        if name == stage and value == 5:
            raise ValueError(name)
        return value

    with pytest.raises(ValueError, match=stage):
        run_pipeline(
            range(1000),
            lambda item: fail_at("read", item),
            lambda got: (fail_at("start", got) and (lambda: fail_at("wait", got))) or (lambda: got),
            lambda got, _result: fail_at("write", got),
            lambda item: fail_at("done", item),
        )
    assert not threads_of_ours()
