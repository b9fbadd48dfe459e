"""Which of the environments on the disk is used, and what is said of the others."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from outcrop.core.environment.managed import choose_managed, current_folder, old_environments, read_managed
from outcrop.core.environment.plan import STAMP
from outcrop.core.environment.python.needs import NEEDS, judge, needed_imports

CLASSIFIERS = {need.module: "99.0" for need in NEEDS if not need.networks}
ALL = {**CLASSIFIERS, "torch": "99.0"}


def make(folder: Path, versions: dict[str, str], torch: str | None = "cpu", age_s: float = 0.0) -> Path:
    """Lay out a finished environment without its contents."""
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").write_text("", encoding="utf-8")
    home = folder / "bin"
    (folder / "pyvenv.cfg").write_text(f"home = {home}\n", encoding="utf-8")
    for module in versions:
        package = folder / "lib" / "python3.11" / "site-packages" / module
        package.mkdir(parents=True)
        (package / "__init__.py").write_text("", encoding="utf-8")
    facts = {"torch": torch, "python": "3.11.2", "versions": versions}
    (folder / STAMP).write_text(json.dumps(facts), encoding="utf-8")
    os.utime(folder, (time.time() - age_s,) * 2)
    return folder


def test_nothing_there(tmp_path: Path) -> None:
    choice = choose_managed(tmp_path / "none", "linux")
    assert (choice.used, choice.damaged, choice.outdated, choice.unfinished) == (None, None, None, False)


def test_current_one_is_used(tmp_path: Path) -> None:
    make(tmp_path / "env-00000000", ALL)
    current = make(current_folder(tmp_path), ALL, age_s=100)
    choice = choose_managed(tmp_path, "linux")
    assert choice.used is not None
    assert choice.used.folder == current
    assert choice.used.is_current
    assert choice.used.verdict.networks
    assert old_environments(tmp_path, "linux") == [tmp_path / "env-00000000"]


def test_classifiers_alone_are_told_from_all(tmp_path: Path) -> None:
    make(current_folder(tmp_path), CLASSIFIERS, torch=None)
    used = choose_managed(tmp_path, "linux").used
    assert used is not None
    assert used.verdict.classifiers
    assert not used.verdict.networks
    assert used.verdict.networks_lack == ("torch", "torchvision", "timm")


def test_newest_older_one_that_works_is_used_meanwhile(tmp_path: Path) -> None:
    make(tmp_path / "env-0000000a", ALL, age_s=300)
    middle = make(tmp_path / "env-0000000b", ALL, age_s=200)
    make(tmp_path / "env-0000000c", {**ALL, "rasterio": "0.9"}, age_s=100)
    choice = choose_managed(tmp_path, "linux")
    assert choice.used is not None
    assert choice.used.folder == middle
    assert not choice.used.is_current
    assert choice.outdated is None
    assert old_environments(tmp_path, "linux") == []


def test_older_one_that_does_not_suit_any_more_is_named(tmp_path: Path) -> None:
    old = make(tmp_path / "env-0000000c", {**ALL, "rasterio": "0.9"})
    choice = choose_managed(tmp_path, "linux")
    assert choice.used is None
    assert choice.outdated is not None
    assert choice.outdated.folder == old
    assert choice.outdated.verdict.classifiers_lack == ("rasterio 1.3 (there is 0.9)",)


def test_half_deleted_one_is_not_used_but_named(tmp_path: Path) -> None:
    folder = make(current_folder(tmp_path), ALL)
    (folder / "lib" / "python3.11" / "site-packages" / "sklearn" / "__init__.py").unlink()
    choice = choose_managed(tmp_path, "linux")
    assert choice.used is None
    assert choice.damaged is not None
    assert choice.damaged.damage == ("sklearn",)


@pytest.mark.parametrize("gone", ["interpreter", "base"])
def test_missing_python_is_damage(tmp_path: Path, gone: str) -> None:
    folder = make(current_folder(tmp_path), ALL)
    if gone == "interpreter":
        (folder / "bin" / "python").unlink()
    else:
        (folder / "pyvenv.cfg").write_text("home = /removed/by/an/update\n", encoding="utf-8")
    managed = read_managed(folder, "linux")
    assert managed is not None
    assert managed.damage == ("Python",)
    assert not managed.works


def test_unfinished_one_is_told(tmp_path: Path) -> None:
    current_folder(tmp_path).mkdir()
    choice = choose_managed(tmp_path, "linux")
    assert choice.used is None
    assert choice.unfinished


@pytest.mark.parametrize("text", ["", "[]", "{"])
def test_broken_stamp_is_none(tmp_path: Path, text: str) -> None:
    folder = make(current_folder(tmp_path), ALL)
    (folder / STAMP).write_text(text, encoding="utf-8")
    assert read_managed(folder, "linux") is None


def test_versions_are_compared_as_numbers() -> None:
    assert judge({**ALL, "torchvision": "", "timm": "", "torch": "2.13.0+cpu"}).networks
    assert judge({**ALL, "torch": "2.3.1"}).networks_lack[0] == "torch 2.4 (there is 2.3.1)"
    assert not judge({}).classifiers


def test_imports_prove_what_they_are_for() -> None:
    assert "torch" not in needed_imports(networks=False)
    assert "torch" in needed_imports(networks=True)
    assert "torchvision" not in needed_imports(networks=True)
