"""The names of a recipe's choices: unique, and readable where torch is missing."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from outcrop.core.training.settings import choices

LISTS = ("LOSSES", "OPTIMISERS", "SCHEDULES", "CLASS_WEIGHTS")


@pytest.mark.parametrize("name", LISTS)
def test_names_are_unique_and_fit_a_command_line(name: str) -> None:
    names = getattr(choices, name)
    assert len(set(names)) == len(names) > 1
    assert all(entry.isidentifier() and entry.islower() for entry in names)


def test_reading_the_names_imports_nothing() -> None:
    tree = ast.parse(Path(choices.__file__).read_text(encoding="utf-8"))
    imported = [node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert [node.module for node in imported if isinstance(node, ast.ImportFrom)] == ["__future__"]
    assert not [node for node in imported if isinstance(node, ast.Import)]
