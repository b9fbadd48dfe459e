"""Work on slices in threads; NumPy computes without holding Python's lock."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from typing import Any

_BLAS_ALONE = 1 << 18
"""Multiplications in one matrix product up to which OpenBLAS starts no threads of its own."""


def core_count() -> int:
    """Give the number of cores to use: `OMP_NUM_THREADS` where it is set, else those this process may run on."""
    wanted = os.environ.get("OMP_NUM_THREADS", "")
    if wanted.isdigit() and int(wanted):
        return int(wanted)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_slices(work: Callable[[slice], None], count: int, length: int) -> None:
    """Call `work` for slices of at most `length` that cover 0…count, in as many threads as there are cores."""
    slices = [slice(first, min(first + length, count)) for first in range(0, count, length)]
    threads = min(core_count(), len(slices))
    if threads < 2:
        for part in slices:
            work(part)
        return
    waiting = iter(slices)  # of a list, which threads may share

    def work_on() -> None:
        for part in waiting:
            work(part)

    with ThreadPoolExecutor(threads) as pool:
        for done in [pool.submit(work_on) for _ in range(threads)]:
            done.result()


def calm_length(multiplications: int) -> int:
    """Give how many rows a slice should have, so that matrix products in threads don't start threads in turn.

    Args:
        multiplications: What one row costs in the largest product.
    """
    return min(max(_BLAS_ALONE // max(multiplications, 1), 256), 1 << 14)


@contextmanager
def calm_blas() -> Iterator[None]:
    """Have BLAS compute in one thread meanwhile: for fits of many small matrix products.

    OpenBLAS's threads wait for each other at the end of every product by turning round and round. On a busy machine
    each wait lasts until the scheduler comes by: a fit of 0.2 s took 4 to 18 s on two cores with a load of 8.
    """
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1, "blas"):
        yield


def torch_if_it_loads() -> Any:
    """Give the module torch, or None where it is missing or its libraries don't load."""
    try:
        return import_module("torch")
    except (ImportError, OSError):
        return None
