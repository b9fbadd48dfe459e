"""A legend gives every class a colour of its own, keeps those it was given, and shows the rest in grey."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError
from outcrop.core.labels.legend import MOST_CLASSES, Legend, is_rest

COLOURS = st.builds(lambda value: f"#{value:06x}", st.integers(0, 0xFFFFFF))


def colours(legend: Legend) -> list[str]:
    return [entry.colour for entry in legend.classes]


def rgb(colour: str) -> np.ndarray:
    return np.array(list(bytes.fromhex(colour[1:])), float)


@given(st.integers(1, MOST_CLASSES), st.dictionaries(st.integers(0, 300), COLOURS, max_size=12))
def test_every_class_has_a_colour_of_its_own(count: int, given_colours: dict[int, str]) -> None:
    known = {f"unit {number}": colour for number, colour in given_colours.items()}
    names = [f"unit {number}" for number in range(count)]
    legend = Legend.from_names(names, known)
    made = [entry.colour for entry in legend.classes if entry.name not in known]
    assert len(set(made)) == len(made)
    assert not set(made) & set(known.values())
    assert [entry.colour for entry in legend.classes if entry.name in known] == [
        known[name] for name in names if name in known
    ]


@pytest.mark.parametrize("count", [20, 40])
def test_colours_of_many_classes_are_told_apart(count: int) -> None:
    made = colours(Legend.from_names([f"unit {number}" for number in range(count)]))
    nearest = min(float(np.linalg.norm(rgb(a) - rgb(b))) for a, b in itertools.combinations(made, 2))
    assert nearest > 25  # of 442 from black to white


def test_a_class_more_changes_no_colour() -> None:
    few = Legend.from_names(["dike", "snow"])
    more = Legend.from_names(["alder", "dike", "snow"], {entry.name: entry.colour for entry in few.classes})
    assert colours(more)[1:] == colours(few)
    assert colours(more)[0] not in colours(few)


@pytest.mark.parametrize("name", ["background", "Background", "other", "Others", "no_class", "Back ground", "其他"])
def test_the_rest_is_grey(name: str) -> None:
    legend = Legend.from_names([name, "dike"])
    assert legend.rest == (name,)
    assert len(set(colours(legend)[0][1::2])) == 1


@pytest.mark.parametrize("name", ["dike", "otherwise", "restite", "", "rest area"])
def test_what_has_a_name_of_its_own_is_not_the_rest(name: str) -> None:
    assert not is_rest(name)


def test_classes_of_the_rest_alone_are_all_there_is_to_see() -> None:
    legend = Legend.from_names(["background", "other"])
    assert legend.rest == ()
    assert len(set(colours(legend))) == 2


def test_a_colour_that_is_none_is_told() -> None:
    with pytest.raises(BadInputError, match="isn't a colour"):
        Legend.from_names(["dike", "snow"], {"dike": "red"})
