"""Interpreters by what they say: too old, too new, without what makes environments, the newest locks' first."""

from __future__ import annotations

from pathlib import Path

import pytest
from outcrop.core.environment.interpreters import Interpreter, ask_python, find_python
from outcrop.core.errors import BadInputError


def pretend(folder: Path, version: str, *, lacks: str = "") -> Path:
    """Write a program that answers as a Python of a version does, or lacks a module."""
    path = folder / f"python{version}{lacks}"
    fails = f'case "$3" in *{lacks}*) echo "No module named {lacks}" >&2; exit 1;; esac\n' if lacks else ""
    path.write_text(f"#!/bin/sh\n{fails}echo {version} x86_64\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("version", "suits"),
    [("2.7.18", False), ("3.8.10", False), ("3.9.5", True), ("3.11.2", True), ("3.14.0", True), ("3.15.0", False)],
)
def test_the_locks_say_which_pythons_suit(version: str, suits: bool) -> None:
    assert Interpreter(Path("python"), version).suits is suits


def test_too_old_and_too_new_are_named_with_the_way_out(tmp_path: Path) -> None:
    candidates = [pretend(tmp_path, "3.8.10"), pretend(tmp_path, "3.15.1")]

    with pytest.raises(BadInputError, match=r"No Python 3\.9 to 3\.14") as caught:
        find_python(candidates)
    assert "3.8.10" in str(caught.value)
    assert "3.15.1" in str(caught.value)
    assert "python.org" in str(caught.value)


def test_one_that_has_the_newest_packages_is_taken_before_an_older_one(tmp_path: Path) -> None:
    old, new = pretend(tmp_path, "3.9.5"), pretend(tmp_path, "3.12.1")

    assert find_python([old, new]).path == new
    assert find_python([old]).path == old


def test_one_that_makes_no_environments_is_told_unless_uv_can(tmp_path: Path) -> None:
    bare = pretend(tmp_path, "3.12.1", lacks="ensurepip")

    with pytest.raises(BadInputError, match="python3-venv"):
        find_python([bare])
    assert find_python([bare], uv=True).path == bare
    with pytest.raises(BadInputError, match="python3-venv"):
        ask_python(bare)
