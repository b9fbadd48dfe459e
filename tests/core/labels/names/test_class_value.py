"""Values of a class field as names."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import numpy as np
import pytest
from outcrop.core.labels.names.class_value import class_name


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (None, ""), (float("nan"), ""), ("  ", ""), (" dike ", "dike"), (True, "true"), (3, "3"), (3.0, "3"),
        (2.5, "2.5"), (-1, "-1"), (0, "0"), (2**53 + 1, "9007199254740993"),
        (date(2020, 5, 1), "2020-05-01"), (datetime(2020, 5, 1, 12, 30, 5), "2020-05-01 12:30:05"),
        (datetime(2020, 5, 1, 12, 30, 5, 250_000), "2020-05-01 12:30:05.250"), (time(12, 30, 5), "12:30:05"),
        (["a", 2.0, None], "a, 2, "), (np.array(["a", "b"]), "a, b"), ({"k": [1]}, "k: 1"), (" x\n y ", "x  y"),
        (b"sand", "sand"),
    ],
)  # fmt: skip
def test_values_have_one_spelling(value: Any, name: str) -> None:
    assert class_name(value) == name
