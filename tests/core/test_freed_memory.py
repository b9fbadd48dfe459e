"""Freed memory: what is kept needn't be fetched from the system again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FAULTS = """
import resource, runpy, sys
import numpy as np
runpy.run_path(sys.argv[1] + "/core/__main__.py")["bind_package"]()
from outcrop.core.freed_memory import freed_memory_kept

def faults():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(10):
        np.ones(1 << 23)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

without = faults()
with freed_memory_kept():
    faults()
    kept = faults()
print(kept, without)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the C library of Linux is meant")
def test_memory_that_was_freed_serves_again_without_a_page_fault() -> None:
    command = [sys.executable, "-I", "-c", FAULTS, str(ROOT)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    kept, without = map(int, done.stdout.split())
    assert kept < 0.2 * without
