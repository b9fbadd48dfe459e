"""Names for files: fit for every system, and free in their folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.files.naming import file_stem, free_path


@given(st.text())
def test_any_text_makes_a_name_that_every_system_takes(text: str) -> None:
    stem = file_stem(text)
    assert stem
    assert len(stem.encode()) <= 180
    assert not set(stem) & set('/\\:*?"<>|\n\t\0')
    assert stem == stem.strip(" .")


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("atsuma_rgb", "atsuma_rgb"),
        ("a/b:c*?", "a_b_c"),
        ("  Höhe 2026. ", "Höhe 2026"),
        ("///", "unnamed"),
        ("遥感", "遥感"),
    ],
)
def test_names_that_people_give(name: str, plain: str) -> None:
    assert file_stem(name) == plain


def test_what_fits_stays() -> None:
    assert file_stem("Schist–quartzite 2.1 + 岩石") == "Schist_quartzite 2.1 + 岩石"


@pytest.mark.parametrize(("joint", "suffix"), [(" ", ".tif"), ("_", ".gpkg"), (" ", "")])
def test_a_taken_name_gets_a_number(tmp_path: Path, joint: str, suffix: str) -> None:
    names = []
    for _ in range(3):
        path = free_path(tmp_path, "map", suffix, joint)
        path.touch()
        names.append(path.name)
    assert names == [f"map{suffix}", f"map{joint}2{suffix}", f"map{joint}3{suffix}"]


def test_a_dangling_link_is_taken(tmp_path: Path) -> None:
    (tmp_path / "map.tif").symlink_to(tmp_path / "gone.tif")
    assert free_path(tmp_path, "map", ".tif").name == "map 2.tif"
