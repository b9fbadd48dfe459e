"""Classifiers go to CUDA where it is, and torch is loaded for nothing nowhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch
from outcrop.core.errors import BadInputError
from outcrop.core.model import classifier_device as module
from outcrop.core.model.classifier_device import classifier_device

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_has_driver", lambda: True)


def test_the_cpu_needs_no_torch() -> None:
    script = (
        f"import runpy, sys; runpy.run_path({str(ROOT / 'core' / '__main__.py')!r})['bind_package']()\n"
        "from outcrop.core.model import classifier_device as module\n"
        "module._has_driver = lambda: False\n"
        "print(module.classifier_device('auto'), module.classifier_device('cpu'), 'torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["cpu", "cpu", "False"]


def test_auto_without_cuda_in_spite_of_a_driver(driver: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert classifier_device("auto") == "cpu"
    monkeypatch.setattr(module, "find_spec", lambda _name: None)
    assert classifier_device("auto") == "cpu"
    with pytest.raises(BadInputError, match="needs torch"):
        classifier_device("cuda")


def test_cuda_is_taken_by_its_number(driver: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from outcrop.core.model import devices

    made: list[str] = []

    def choose(name: str, threads: int) -> Any:
        made.append(f"{name} {threads}")
        return devices.Device(torch.device("cuda", 1), torch.float32, "GPU")

    monkeypatch.setattr(devices, "choose_device", choose)
    assert classifier_device("auto", 3) == "cuda:1"
    assert made == ["auto 3"]


def test_a_device_that_is_not_there_is_refused() -> None:
    with pytest.raises(BadInputError, match="no device “cuda:77”"):
        classifier_device("cuda:77")
