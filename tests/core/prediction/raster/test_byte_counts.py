from __future__ import annotations

import numpy as np
import pytest
from outcrop.core.prediction.raster.byte_counts import count_bytes


@pytest.mark.parametrize("size", [0, 1, 1000, 70_001])
@pytest.mark.parametrize("high", [1, 6, 256])
def test_counts_are_those_of_numpy(size: int, high: int) -> None:
    values = np.random.default_rng(size).integers(0, high, (size,), np.uint8)
    assert count_bytes(values).tolist() == np.bincount(values, minlength=256).tolist()
