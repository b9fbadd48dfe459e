"""Too old, half updated, beside settings of a newer one: each is told in words with a way out, and nothing breaks."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from outcrop.core.errors import BadInputError
from outcrop.core.sample.jobs import SampleJob
from outcrop.ui.help import standing
from outcrop.ui.help.standing import METADATA, IdlePlugin, is_newer, obstacle, updated_meanwhile
from outcrop.ui.memory.memory import memory
from outcrop.ui.messages import Messages
from outcrop.ui.worker import launcher as launcher_module
from outcrop.ui.worker.launcher import Launcher
from qgis.core import QgsApplication
from qgis.gui import QgsMessageBar

ROOT = Path(__file__).resolve().parents[3]


class Interface:
    """A QGIS with a message bar, as far as the stand-in needs it."""

    def __init__(self) -> None:
        self.bar = QgsMessageBar()

    def messageBar(self) -> QgsMessageBar:  # noqa: N802
        return self.bar


@pytest.mark.parametrize(
    ("qgis", "python", "said"),
    [
        (32216, (3, 9), ""), (40000, (3, 14), ""), (32200, (3, 11), ""),
        (32113, (3, 9), "needs QGIS 3.22 or newer, and this is 3.21"),
        (31016, (3, 7), "needs QGIS 3.22 or newer, and this is 3.10"),
        (32216, (3, 8), "Python 3.9 or newer, and this one has 3.8"),
    ],
)  # fmt: skip
def test_what_is_too_old_is_told(qgis: int, python: tuple[int, int], said: str) -> None:
    told = obstacle(qgis, python)

    assert (said in told) if said else told == ""


def test_the_floor_is_that_of_the_metadata(tmp_path: Path) -> None:
    (tmp_path / "metadata.txt").write_text("[general]\nqgisMinimumVersion=3.40\n")

    assert "3.40" in obstacle(33416, (3, 12), tmp_path / "metadata.txt")
    assert obstacle(33416, (3, 12), tmp_path / "none.txt") == ""


def test_it_can_be_read_by_an_old_python() -> None:
    source = Path(standing.__file__).read_text(encoding="utf-8")

    ast.parse(source, feature_version=(3, 6))
    imported = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom) and node.level]
    assert imported == []


def test_an_old_qgis_gets_a_plugin_that_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    package = importlib.import_module("outcrop")
    monkeypatch.setattr(standing, "obstacle", lambda: "Outcrop needs QGIS 3.22 or newer.")
    interface = Interface()

    made = package.classFactory(interface)
    assert isinstance(made, IdlePlugin)
    made.initProcessing()
    made.initGui()
    assert "needs QGIS 3.22" in interface.bar.currentItem().text()
    made.unload()


@pytest.mark.parametrize("left", ["", "from .ui.dock.dock import NoSuchThing\n", "def (:\n"])
def test_files_that_don_t_fit_are_told(tmp_path: Path, left: str) -> None:
    """Load a copy in which an update has left one file out, or of another version, or cut short."""
    plugin = tmp_path / "torn"
    (plugin / "ui" / "help").mkdir(parents=True)
    for name in ("__init__.py", "metadata.txt", "ui/__init__.py", "ui/help/__init__.py", "ui/help/standing.py"):
        (plugin / name).write_bytes((ROOT / name).read_bytes())
    if left:
        (plugin / "plugin.py").write_text(left)
    code = "import sys; sys.path.insert(0, sys.argv[1]); import torn; made = torn.classFactory(None); print(made.words)"
    run = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)

    assert "don't fit one another" in run.stdout
    assert "Close QGIS and open it again" in run.stdout


def test_no_job_starts_with_files_of_another_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "metadata.txt").write_text("version=99.0.0\n")
    assert updated_meanwhile() == ""
    assert updated_meanwhile(tmp_path / "metadata.txt") == "99.0.0"
    assert updated_meanwhile(tmp_path / "none.txt") == ""
    monkeypatch.setattr(launcher_module, "updated_meanwhile", lambda: "99.0.0")

    with pytest.raises(BadInputError, match="updated to 99"):
        Launcher().start("a job", SampleJob(str(tmp_path / "sample")), tmp_path)
    assert QgsApplication.taskManager().activeTasks() == []


@pytest.mark.parametrize(
    ("one", "other", "newer"),
    [
        ("1.10.0", "1.9.3", True),
        ("1.0.0", "1.0.0", False),
        (None, "0.1.0", False),
        ("2", "1.9", True),
        ({}, "1", False),
    ],
)
def test_versions_are_compared_by_number(one: object, other: str, newer: bool) -> None:
    assert is_newer(one, other) is newer


def test_the_memory_of_a_newer_version_is_left_alone() -> None:
    memory().remember("version", "99.0.0")
    try:
        assert is_newer(memory().recall("version"), standing.LOADED)
        assert METADATA.is_file()
    finally:
        memory().remember("version", standing.LOADED)


class Translator:
    """A translation of every text into capitals."""

    def translate(self, context: str, text: str) -> str:
        return text.upper().replace("{FLOOR}", "{floor}").replace("{SHOWN}", "{shown}") if context == "Outcrop" else ""


def test_obstacles_are_told_in_the_language_of_qgis(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "load_translation", Translator)

    assert obstacle(31016, (3, 7)).startswith("OUTCROP NEEDS QGIS 3.22 OR NEWER, AND THIS IS 3.10.")
    monkeypatch.setattr(standing, "load_translation", lambda: None)
    assert obstacle(31016, (3, 7)).startswith("Outcrop needs QGIS 3.22 or newer, and this is 3.10.")


def test_settings_of_a_newer_version_are_kept_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    plugin = importlib.import_module("outcrop.plugin")
    interface = Interface()
    memory().remember("version", "99.0.0")
    memory().remember("of a later version", {"some": "thing"})

    plugin.OutcropPlugin._greet(SimpleNamespace(), Messages(interface.bar))
    assert "written by a newer Outcrop (99.0.0" in interface.bar.currentItem().text()
    assert memory().recall("version") == "99.0.0"
    assert memory().recall("of a later version") == {"some": "thing"}

    interface.bar.clearWidgets()
    memory().remember("version", "0.0.1")
    plugin.OutcropPlugin._greet(SimpleNamespace(), Messages(interface.bar))
    assert memory().recall("version") == standing.LOADED
