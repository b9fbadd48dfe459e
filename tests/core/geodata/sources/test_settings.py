"""Source settings are written and read as text, and refuse what they don't know."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.sources.settings import AUTO, GAPS, RESAMPLING_NAMES, ROLE_NAMES, SourceSettings, read_sources

NUMBERS = st.none() | st.floats(-1e9, 1e9).filter(bool)


@given(
    st.sampled_from((AUTO, *ROLE_NAMES)), st.sampled_from((AUTO, *RESAMPLING_NAMES)), NUMBERS, NUMBERS, NUMBERS,
    st.sampled_from(GAPS),
)  # fmt: skip
def test_what_is_written_is_read_again(
    role: str, resampling: str, scale: float | None, offset: float | None, nodata: float | None, gaps: str
) -> None:
    settings = SourceSettings(role, resampling, scale, offset, nodata, gaps)
    assert SourceSettings.read(str(settings)) == settings


def test_settings_are_few_words() -> None:
    assert str(SourceSettings()) == ""
    assert SourceSettings.read(" angle , average ") == SourceSettings("angle", "average")
    assert SourceSettings.read("category,nodata=0") == SourceSettings("category", nodata=0.0)
    assert SourceSettings.read("auto") == SourceSettings()


def test_those_of_a_band_go_before_those_of_its_image() -> None:
    found = read_sources(["2=measurement,cubic", "2:3=category"], 2)
    assert found[1, 3].over(found[1, 0]) == SourceSettings("category", "cubic")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2", "2=category"), ("=category", "image:band=role"), ("3=category", "image 3, but there are 2"),
        ("1:0=angle", "Count the images from 1"), ("1=colour", "colour"), ("1=category,angle", "twice"),
        ("1=scale=0", "scale of 0"), ("1=nodata=much", "nodata"), ("1=nodata=inf", "nodata"), ("0=angle", "image 0"),
        ("1=gaps=some", "gaps"), ("1:2:3=angle", "image:band=role"), ("1=size=3", "size"),
    ],
)  # fmt: skip
def test_what_it_does_not_know_is_told(text: str, told: str) -> None:
    with pytest.raises(BadInputError, match=told):
        read_sources([text], 2)
