"""The package that `make zip` makes: what the plugin repository demands of it, and nothing that has no place in it."""

from __future__ import annotations

import configparser
import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DEMANDED = {
    "name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository",
    "homepage",
}  # fmt: skip


@pytest.fixture(scope="module")
def package() -> zipfile.ZipFile:
    command = ["git", "-C", str(ROOT), "archive", "--format=zip", "--prefix=outcrop/", "HEAD"]
    return zipfile.ZipFile(io.BytesIO(subprocess.run(command, capture_output=True, check=True).stdout))


@pytest.fixture(scope="module")
def facts() -> configparser.SectionProxy:
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]


def test_package_holds_the_plugin_and_no_tools(package: zipfile.ZipFile) -> None:
    names = [name.partition("/")[2] for name in package.namelist() if not name.endswith("/")]

    assert {"LICENSE", "__init__.py", "metadata.txt", "core/__main__.py", "requirements/worker.txt"} <= set(names)
    tools = (".", "tests/", "benchmarks/", "docs/", "Makefile")
    assert [name for name in names if name.startswith(tools)] == [".bandit"]
    assert [name for name in names if name.endswith((".pyc", ".sh", ".so", ".dll", ".exe", ".bat", ".in"))] == []
    assert sum(entry.compress_size for entry in package.infolist()) < 25_000_000


def test_no_python_file_is_marked_executable(package: zipfile.ZipFile) -> None:
    marked = [
        entry.filename for entry in package.infolist() if entry.external_attr >> 16 & 0o111 and not entry.is_dir()
    ]

    assert marked == []


def test_metadata_holds_what_the_plugin_repository_demands(facts: configparser.SectionProxy) -> None:
    assert DEMANDED - {name for name, value in facts.items() if value.strip()} == set()
    assert re.fullmatch(r"\d+\.\d+\.\d+", facts["version"])
    assert "plugin" not in facts["name"].lower()
    assert "/" not in facts["author"]
    assert (ROOT / facts["icon"]).is_file()


def test_version_is_the_same_everywhere(facts: configparser.SectionProxy) -> None:
    declared = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)

    assert declared is not None
    assert declared[1] == facts["version"]
