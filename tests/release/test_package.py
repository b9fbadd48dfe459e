"""The package that `make zip` makes: what the plugin repository demands of it, and nothing that has no place in it."""

from __future__ import annotations

import configparser
import re
import runpy
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACK = runpy.run_path(str(ROOT / "release" / "pack.py"))
DEMANDED = {
    "name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository",
    "homepage",
}  # fmt: skip
LARGEST = 5_000_000


@pytest.fixture(scope="module")
def package(packed: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(packed)


def read_facts(file: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(file, encoding="utf-8")
    return parser["general"]


@pytest.fixture(scope="module")
def facts(unpacked: Path) -> configparser.SectionProxy:
    return read_facts(unpacked / "outcrop" / "metadata.txt")


def test_package_holds_the_plugin_and_no_tools(package: zipfile.ZipFile, packed: Path) -> None:
    names = [name.partition("/")[2] for name in package.namelist()]

    assert {"LICENSE", "__init__.py", "metadata.txt", "core/__main__.py", "requirements/worker.txt"} <= set(names)
    tools = (".", "tests/", "benchmarks/", "docs/", "release/", "Makefile", "pyproject.toml")
    kept = {".bandit", "docs/screenshots/loop.png", "docs/screenshots/correct-region.png"}
    assert {name for name in names if name.startswith(tools)} == kept
    assert [
        name for name in names if name.endswith((".pyc", ".sh", ".so", ".dll", ".exe", ".bat", ".in", ".map"))
    ] == []
    assert packed.stat().st_size <= LARGEST


def test_pictures_of_the_readme_and_the_licences_are_in_it(unpacked: Path) -> None:
    readme = (unpacked / "outcrop" / "README.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", readme)

    assert pictures
    assert [path for path in pictures if not (unpacked / "outcrop" / path).is_file()] == []
    licences = (unpacked / "outcrop" / "resources" / "manual" / "LICENSES.txt").read_text(encoding="utf-8")
    for owner in ("Sphinx", "Pradyun Gedam", "pygments", "snowball"):
        assert owner in licences


def test_the_manual_is_in_it_in_both_languages(unpacked: Path) -> None:
    manual = unpacked / "outcrop" / "resources" / "manual"
    for language in ("en", "zh"):
        pages = {path.stem for path in (ROOT / "docs" / "manual" / language).glob("*.md")}
        assert pages <= {path.stem for path in (manual / language).glob("*.html")}


def test_no_python_file_is_marked_executable(package: zipfile.ZipFile) -> None:
    marked = [
        entry.filename for entry in package.infolist() if entry.external_attr >> 16 & 0o111 and not entry.is_dir()
    ]

    assert marked == []


def test_the_same_commit_gives_the_same_bytes(packed: Path, tmp_path: Path) -> None:
    PACK["pack"](tmp_path / "again.zip")

    assert (tmp_path / "again.zip").read_bytes() == packed.read_bytes()


def test_metadata_holds_what_the_plugin_repository_demands(facts: configparser.SectionProxy) -> None:
    assert DEMANDED - {name for name, value in facts.items() if value.strip()} == set()
    assert re.fullmatch(r"\d+\.\d+\.\d+", facts["version"])
    assert "plugin" not in facts["name"].lower()
    assert "/" not in facts["author"]
    assert (ROOT / facts["icon"]).is_file()


def test_metadata_tells_what_changed(facts: configparser.SectionProxy) -> None:
    first = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").partition("\n- ")[2].splitlines()[0]

    words = re.findall(r"\w{3,}", first)
    assert words
    assert [word for word in words if word not in facts["changelog"]] == []
    assert "*" not in facts["changelog"]


CHANGES = """# Changelog

## [1.1.0] - 2027-01-02

### Added

- *A* thing of `x`
  in 30 % of cases.

## [1.0.0]

- Old.
"""


def test_only_the_newest_version_is_told() -> None:
    told = PACK["changelog"](CHANGES)

    assert told == "1.1.0\nAdded\n- A thing of x in 30 percent of cases."
    written = PACK["with_changelog"]("[general]\nname=Outcrop\n", told)
    assert written.endswith("\nchangelog=1.1.0\n\tAdded\n\t- A thing of x in 30 percent of cases.\n")
    assert PACK["changelog"]("# Changelog\n") == ""


def test_version_is_the_same_everywhere(facts: configparser.SectionProxy) -> None:
    declared = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)

    assert declared is not None
    assert declared[1] == facts["version"]
