"""Blocks that are kept give what the files give, however much of them there is room for."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outcrop.core.geodata import block_memory
from outcrop.core.geodata.block_memory import BlockMemory
from outcrop.core.geodata.grid import Window

HEIGHT, WIDTH, BLOCK = 53, 70, 16
VALUES = np.random.default_rng(0).integers(0, 999, (3, HEIGHT, WIDTH), np.uint16)
VALID = VALUES[0] > 300
BLOCK_BYTES = BLOCK * BLOCK * (3 * 2 + 1)


class File:
    """A raster that notes what was read of it."""

    def __init__(self) -> None:
        self.read_windows: list[Window] = []

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        self.read_windows.append(window)
        rows, cols = window.slices()
        return VALUES[:, rows, cols].copy(), VALID[rows, cols].copy()


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block_memory, "BLOCK_PX", BLOCK)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    row, col = draw(st.integers(0, HEIGHT - 1)), draw(st.integers(0, WIDTH - 1))
    return Window(row, col, draw(st.integers(1, HEIGHT - row)), draw(st.integers(1, WIDTH - col)))


def same(found: tuple[np.ndarray, np.ndarray], window: Window) -> bool:
    rows, cols = window.slices()
    return (
        found[0].dtype == VALUES.dtype
        and np.array_equal(found[0], VALUES[:, rows, cols])
        and np.array_equal(found[1], VALID[rows, cols])
    )


@settings(deadline=None)
@given(st.lists(windows(), min_size=1, max_size=8), st.integers(0, 25))
def test_it_gives_what_the_file_gives(asked: list[Window], room: int) -> None:
    memory = BlockMemory(HEIGHT, WIDTH, File().read, room * BLOCK_BYTES)
    for window in asked * 2:
        found = memory.read(window)
        assert same(found, window)
        found[0][:] = 0  # the caller's own: what is kept stays as it is
        found[1][:] = False


def test_what_is_kept_is_read_once_and_the_rest_as_it_is_asked_for() -> None:
    file, window = File(), Window(10, 10, 20, 20)
    memory = BlockMemory(HEIGHT, WIDTH, file.read, 4 * BLOCK_BYTES)
    for _ in range(3):
        memory.read(window)
    assert len(file.read_windows) == 4

    beyond = Window(10, 40, 20, 20)
    for _ in range(3):
        memory.read(beyond)
    assert file.read_windows[4:] == [beyond] * 3


def test_threads_share_it() -> None:
    file = File()
    memory = BlockMemory(HEIGHT, WIDTH, file.read, 10**6)
    rng = np.random.default_rng(1)
    asked = [Window(int(row), int(col), 20, 20) for row, col in rng.integers(0, 33, (200, 2))]
    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(lambda window: same(memory.read(window), window), asked))
