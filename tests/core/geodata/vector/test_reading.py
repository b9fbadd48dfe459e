"""Tests of why vector files can't be read."""

from __future__ import annotations

import pytest
from outcrop.core.geodata.vector.reading import reason_of
from pyogrio.errors import DataSourceError

MALFORMED = "database disk image is malformed"


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (f"sqlite3_prepare_v2(COUNT(*) WHERE a IN ('b')) failed: {MALFORMED}; {MALFORMED}", MALFORMED),
        (
            "'a.gpkg' not recognized; It might help to specify the driver: 'CSV:a'.",
            "'a.gpkg' not recognized",
        ),
        ("Failed to open; No such file.", "Failed to open; No such file"),
        ("", ""),
    ],
)
def test_what_only_programmers_understand_is_left_out(told: str, reason: str) -> None:
    assert reason_of(DataSourceError(told)) == reason
