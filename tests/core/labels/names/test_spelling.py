"""Class names that differ only in how they are written are found, and others are left alone."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from outcrop.core.labels.names.spelling import Spellings, alike, alike_warnings, spelling_key

FULL_WIDTH = "\uff24\uff49\uff4b\uff45"


@pytest.mark.parametrize(
    "other",
    [
        "dike",
        "DIKE",
        " Dike ",
        "Dike.",
        "“Dike”",
        "'Dike'",
        FULL_WIDTH,
        "D\u200bike",
        "Di\u00adke",
        "\ufeffDike",
        "Dïke",
    ],
)
def test_one_class_written_in_two_ways(other: str) -> None:
    assert alike(["Dike", other, "snow"]) == (("Dike", other),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mine waste", "mine_waste"), ("mine waste", "mine  waste"), ("mine waste", "Mine-Waste"),
        ("mine\u00a0waste", "mine waste"), ("mine\u2013waste", "mine waste"), ("minewaste", "mine waste"),
        ("1", "01"), ("1", "1.0"), ("-1", "\u22121"), ("Class 1", "class1"), ("Éboulement", "Eboulement"),
        ("\u00c9boulement", "E\u0301boulement"), ("ﬁll", "fill"), ("Straße", "STRASSE"), ("尾矿 库", "尾矿库"),
    ],
)  # fmt: skip
def test_siblings_are_found(one: str, other: str) -> None:
    assert alike([one, other]) == ((one, other),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dike", "dyke"),
        ("1 1", "11"),
        ("1", "-1"),
        ("1-2", "12"),
        ("dike", "dike?"),
        ("й", "и"),
        ("A", "A2"),
        ("?", "!"),
    ],
)
def test_other_names_are_other_classes(one: str, other: str) -> None:
    assert alike([one, other]) == ()


def test_the_warning_names_them_and_shows_what_nobody_sees() -> None:
    (text,) = alike_warnings(["dike", "D\u200bike", "snow"])
    assert text.startswith("“dike”, “D⟨U+200B⟩ike” differ only in how they are written, and are taken for 2 classes.")
    assert "one name" in text


def test_a_class_is_found_as_it_is_written_before_others() -> None:
    known = Spellings(["background", "Dike", "dike"])
    assert [known.number(name) for name in ("dike", "Dike", "DIKE", "snow")] == [3, 2, 2, 0]
    assert "Back-ground" in known


@given(st.text(max_size=12))
@example(": ")
@example(" \u200b ")
@example(" - ")
def test_every_name_has_a_key_that_is_like_itself(name: str) -> None:
    assert alike([name, name]) == ()
    assert spelling_key(name) == spelling_key(name.strip()) or not name.strip()
    assert Spellings([name]).number(name) == 1
