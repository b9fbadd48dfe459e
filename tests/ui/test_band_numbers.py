"""Many bands are written by number, and read as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError
from outcrop.ui.band_numbers import bands_line, bands_text, numbers_text, read_numbers


@given(st.lists(st.integers(1, 300), unique=True, min_size=1))
def test_what_is_written_is_read(numbers: list[int]) -> None:
    assert read_numbers(numbers_text(numbers), 300) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1-3, 5", [1, 2, 3, 5]), (" 1 – 3 ;7 ", [1, 2, 3, 7]), ("5-3", [5, 4, 3]), ("3 1 2", [3, 1, 2]),
        ("2\uff0c4\u30016", [2, 4, 6]),
        ("1-4 3-6", [1, 2, 3, 4, 5, 6]), ("1:3", [1, 2, 3]),
    ],
)  # fmt: skip
def test_ranges_are_read_as_people_write_them(text: str, numbers: list[int]) -> None:
    assert read_numbers(text, 10) == numbers


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "such as"), ("red", "such as"), ("1-", "such as"), ("0-3", "no band 0"), ("5, 11", "no band 11"),
        ("1.5", "such as"), ("1,,2", "such as"),
    ],
)  # fmt: skip
def test_what_is_no_range_is_told(text: str, told: str) -> None:
    with pytest.raises(BadInputError, match=told):
        read_numbers(text, 10)


def test_many_bands_are_one_line() -> None:
    names = [f"band {number}" for number in range(1, 225) if not 130 <= number <= 135]
    assert bands_text(names) == "218 bands: 1–129, 136–224"
    assert bands_text([f"B{n} (4{n:02}.5 nm)" for n in range(1, 12)]) == "11 bands: 1–11"
    assert bands_text(["Red", "Green"]) == "Red, Green"
    assert bands_text(["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B8A"]) == "9 bands: B1 … B8A"


def test_few_bands_get_a_heading_and_many_their_number() -> None:
    assert bands_line(["Red", "Green"]) == "Bands: Red, Green"
    assert bands_line([f"Band {number}" for number in range(1, 15)]) == "14 bands: 1–14"
