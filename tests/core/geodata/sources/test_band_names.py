from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.geodata.sources.band_names import ALPHA, BLUE, RED, alpha_number, own_name, stack_names
from rasterio.enums import ColorInterp

GREY = 1


def test_a_description_goes_before_the_colour() -> None:
    assert [own_name("nir", RED), own_name("", RED), own_name(None, BLUE), own_name(None, GREY)] == [
        "nir", "Red", "Blue", "",
    ]  # fmt: skip


def test_rasterio_numbers_colours_alike() -> None:
    assert (int(ColorInterp.red), int(ColorInterp.blue), int(ColorInterp.alpha)) == (RED, BLUE, ALPHA)


def test_the_first_alpha_band_counts() -> None:
    assert [alpha_number([GREY, ALPHA, ALPHA]), alpha_number([GREY])] == [2, 0]


def test_bands_without_a_name_are_numbered() -> None:
    assert stack_names([("scene", [(1, ""), (2, "nir")])]) == ["band 1", "nir"]
    assert stack_names([("a", [(1, "")]), ("b", [(1, ""), (2, "nir")])]) == ["a 1", "b 1", "nir"]


def test_names_that_occur_twice_say_whose_they_are() -> None:
    assert stack_names([("a", [(1, "red")]), ("b", [(1, "red"), (2, "nir")])]) == ["a red 1", "b red 1", "nir"]
    assert stack_names([("a", [(1, "red")]), ("a", [(1, "red")])]) == ["a red 1 (1)", "a red 1 (2)"]


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.lists(st.sampled_from(["", "red", "nir"]), max_size=4)), max_size=4)
)
def test_every_band_has_a_name_of_its_own(rasters: list[tuple[str, list[str]]]) -> None:
    names = stack_names([(stem, list(enumerate(own, start=1))) for stem, own in rasters])
    assert len(names) == sum(len(own) for _, own in rasters)
    assert len(set(names)) == len(names)
