"""Devices: what is there, what isn't, and which errors mean that memory is full."""

from __future__ import annotations

import pytest
import torch
from outcrop.core.errors import BadInputError
from outcrop.core.model.devices import choose_device, is_out_of_memory


def test_the_cpu_is_always_there() -> None:
    device = choose_device("cpu", 1)
    assert device.torch.type == "cpu"
    assert device.title == "CPU, 1 thread"
    assert not device.scales_gradients
    with device.autocast():
        assert (torch.ones(2, 2) @ torch.ones(2, 2)).dtype in (torch.float32, torch.bfloat16)


@pytest.mark.parametrize("name", ["cuda:63", "cuda:first", "tpu"])
def test_what_is_not_there_is_refused(name: str) -> None:
    with pytest.raises(BadInputError, match="no device"):
        choose_device(name)


def test_auto_takes_what_there_is() -> None:
    expected = "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
    assert choose_device("auto").torch.type == expected


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (torch.OutOfMemoryError("CUDA out of memory"), True),
        (MemoryError(), True),
        (RuntimeError("[enforce fail at alloc_cpu.cpp:117] DefaultCPUAllocator: can't allocate memory"), True),
        (RuntimeError("The size of tensor a must match"), False),
        (ValueError("can't allocate memory"), False),
    ],
)
def test_errors_of_a_full_memory(error: Exception, expected: bool) -> None:
    assert is_out_of_memory(error) is expected
