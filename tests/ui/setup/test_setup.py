"""Setting up from the dock with real buttons and an installer that pretends: every way it can go."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from outcrop.core.environment.managed import current_folder
from outcrop.core.environment.pip.failure import InstallError, NetworksUnavailableError
from outcrop.core.environment.plan import worker_plan
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.messages import DetailsDialog, Messages
from outcrop.ui.settings import INTERPRETER
from outcrop.ui.setup.dialog import EnvironmentDialog
from outcrop.ui.setup.keeper import FAILED, MISSING, OUTDATED, PARTLY, READY, SETTING_UP
from outcrop.ui.setup.network import certificate_variables, network_variables, proxy_variables
from outcrop.ui.worker.environment import NoInterpreterError, find_interpreter
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

from .conftest import VERSIONS, Installer, lay_out


@pytest.fixture
def dock(qtbot: QtBot, installer: Installer) -> Iterator[OutcropDock]:
    del installer
    bar, canvas = QgsMessageBar(), QgsMapCanvas()
    made = OutcropDock(QgsProject.instance(), canvas, Messages(bar))
    for widget in (bar, canvas, made):
        qtbot.addWidget(widget)
    made.show()
    yield made
    assert made.shutdown()


def opened(dock: OutcropDock, qtbot: QtBot) -> EnvironmentDialog:
    dock.banner.setup.click()
    window = dock.environment.dialog
    assert window is not None
    qtbot.waitUntil(window.go.isEnabled, timeout=60_000)
    return window


def kind(dock: OutcropDock) -> str:
    return dock.environment.keeper.state().kind


def install(dock: OutcropDock, qtbot: QtBot) -> EnvironmentDialog:
    window = opened(dock, qtbot)
    window.go.click()
    qtbot.waitUntil(lambda: not dock.environment.keeper.is_busy, timeout=60_000)
    return window


def test_nothing_is_installed_before_the_click_and_everything_is_shown(
    dock: OutcropDock, qtbot: QtBot, installer: Installer, current: Path
) -> None:
    assert kind(dock) == MISSING
    assert "about 1.5 GB" in dock.banner.text.text()
    window = opened(dock, qtbot)
    shown = window.report.text()
    assert str(current) in shown
    assert "about 1.5 GB; 35 GB are free" in shown
    assert "torch 2.13.0+cpu" in shown
    assert "the cpu build, because there is no NVIDIA GPU" in shown
    assert installer.plans == []
    assert not current.exists()


def test_install_ends_ready_and_the_banner_goes(
    dock: OutcropDock, qtbot: QtBot, installer: Installer, current: Path
) -> None:
    INTERPRETER.set_value("/an/older/choice")
    install(dock, qtbot)
    assert kind(dock) == READY
    assert dock.banner.banner.isHidden()
    assert installer.plans[0].uv
    window = opened(dock, qtbot)
    assert window.go.isHidden()  # it is installed
    window.build.setCurrentIndex(1)
    qtbot.waitUntil(window.go.isVisible, timeout=60_000)
    assert find_interpreter(INTERPRETER.value()) == current / "bin" / "python"


def test_progress_shows_and_cancel_leaves_nothing_that_is_used(
    dock: OutcropDock, qtbot: QtBot, installer: Installer
) -> None:
    installer.slow = True
    window = opened(dock, qtbot)
    window.go.click()
    qtbot.waitUntil(lambda: dock.banner.bar.value() == 400, timeout=60_000)
    assert kind(dock) == SETTING_UP
    assert dock.banner.text.text() == "Installing numpy 2.4, 3 of 51 packages"
    window.close()
    dock.banner.cancel.click()
    qtbot.waitUntil(lambda: not dock.environment.keeper.is_busy, timeout=60_000)
    assert kind(dock) == MISSING
    assert "kept" in window.status.text()


def test_failure_says_why_and_has_details(dock: OutcropDock, qtbot: QtBot, installer: Installer, base: Path) -> None:
    installer.failure = InstallError("The disk is full. Make room.", base / "x.log", "No space left on device")
    install(dock, qtbot)
    assert kind(dock) == FAILED
    assert dock.banner.text.text() == "The disk is full. Make room."
    dock.banner.details.click()
    window = dock.window().findChild(DetailsDialog)
    assert "No space left on device" in window.details.toPlainText()
    window.close()


def test_without_torch_the_classifiers_work_and_the_dock_says_so(
    dock: OutcropDock, qtbot: QtBot, installer: Installer, current: Path
) -> None:
    cause = InstallError("The packages can't be reached.", current, "timed out")
    installer.failure = NetworksUnavailableError(cause)
    lay_out(worker_plan(current, Path(sys.executable), None))
    dock.environment.check()
    assert kind(dock) == PARTLY
    assert dock.train_page.form.recipe().model == "random_forest"
    install(dock, qtbot)
    assert kind(dock) == PARTLY
    assert "Random forest" in dock.banner.text.text()
    assert find_interpreter("") == current / "bin" / "python"


def test_older_environment_goes_on_working_until_it_is_renewed(dock: OutcropDock, qtbot: QtBot, base: Path) -> None:
    old = base / "env-00000000"
    lay_out(worker_plan(old, Path(sys.executable), None))
    dock.environment.check()
    assert kind(dock) == OUTDATED
    assert find_interpreter("") == old / "bin" / "python"
    install(dock, qtbot)
    assert kind(dock) == READY
    assert not old.exists()


def test_half_deleted_environment_is_named_and_repaired(dock: OutcropDock, qtbot: QtBot, current: Path) -> None:
    lay_out(worker_plan(current, Path(sys.executable), None))
    (current / "lib" / "python3.11" / "site-packages" / "rasterio" / "__init__.py").unlink()
    dock.environment.check()
    assert "damaged: rasterio is missing" in dock.banner.text.text()
    with pytest.raises(NoInterpreterError, match="Repair"):
        find_interpreter("")
    window = opened(dock, qtbot)
    window.repair.click()
    qtbot.waitUntil(lambda: not dock.environment.keeper.is_busy, timeout=60_000)
    assert kind(dock) == READY


def test_remove_asks_and_takes_all_of_it(
    dock: OutcropDock, qtbot: QtBot, current: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = install(dock, qtbot)
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    window.remove.click()
    assert current.exists()
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    window.remove.click()
    qtbot.waitUntil(lambda: not current.exists() and not dock.environment.keeper.is_busy, timeout=60_000)
    assert kind(dock) == MISSING


def test_python_of_the_users_is_probed_before_it_is_used(dock: OutcropDock, qtbot: QtBot, tmp_path: Path) -> None:
    dock.banner.setup.click()
    window = dock.environment.dialog
    assert window is not None
    window.sources[1].click()
    program = tmp_path / "python"
    for versions, said, used in (({"numpy": "2.4"}, "That isn't enough", False), (VERSIONS, "networks don't", True)):
        answer = {"python": "3.12.1", "modules": {name: {"version": v} for name, v in versions.items()}, "gpu": ""}
        program.write_text(f"#!/bin/sh\necho '{json.dumps(answer)}'\n", encoding="utf-8")
        program.chmod(0o755)
        window.python.setFilePath("")
        window.python.setFilePath(str(program))
        window.go.click()
        qtbot.waitUntil(lambda said=said: said in window.report.text(), timeout=60_000)
        assert "Python 3.12.1: numpy 2.4" in window.report.text()
        assert (INTERPRETER.value() == str(program)) is used
    window.python.setFilePath("/bin/false")
    window.go.click()
    qtbot.waitUntil(lambda: "doesn't answer as Python does" in window.report.text(), timeout=60_000)


def test_folder_of_wheels_is_passed_on(dock: OutcropDock, qtbot: QtBot, installer: Installer, tmp_path: Path) -> None:
    window = opened(dock, qtbot)
    window.sources[2].click()
    window.wheels.setFilePath(str(tmp_path))
    qtbot.waitUntil(window.go.isEnabled, timeout=60_000)
    window.copy_command.click()
    assert f"pip download --no-deps --only-binary :all: --dest {tmp_path}" in QApplication.clipboard().text()
    window.go.click()
    qtbot.waitUntil(lambda: not dock.environment.keeper.is_busy, timeout=60_000)
    assert installer.plans[0].wheels == tmp_path


def test_diagnostics_are_copied_without_home(
    dock: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("HTTPS_PROXY", "http://ana:geheim@proxy:1")
    opened(dock, qtbot).copy.click()
    said = QApplication.clipboard().text()
    assert "Folder: ~/environments/env-" in said
    assert "HTTPS_PROXY=http://***@proxy:1" in said
    assert "geheim" not in said


def test_going_away_in_the_middle_leaves_nothing_running(qtbot: QtBot, installer: Installer, base: Path) -> None:
    del base
    installer.slow = True
    bar, canvas = QgsMessageBar(), QgsMapCanvas()
    made = OutcropDock(QgsProject.instance(), canvas, Messages(bar))
    for widget in (bar, canvas, made):
        qtbot.addWidget(widget)
    opened(made, qtbot).go.click()
    qtbot.waitUntil(lambda: bool(installer.plans), timeout=60_000)
    assert made.shutdown()
    assert not current_folder(made.environment.keeper.base).exists()


def test_first_steps_offer_what_can_be_done_now(dock: OutcropDock, qtbot: QtBot) -> None:
    dock.environment.open_first_steps()
    steps = dock.environment.first_steps
    assert steps is not None
    assert not steps.sample.isEnabled()
    steps.setup.click()
    assert dock.environment.dialog is not None
    install(dock, qtbot)
    dock.environment.open_first_steps()
    assert steps.sample.isEnabled()
    assert steps.setup.isHidden()


@pytest.mark.parametrize(
    ("kind", "user", "address"),
    [
        ("HttpProxy", "", "http://proxy:3128"),
        ("HttpProxy", "a b@c", "http://a%20b%40c:p%2Fw@proxy:3128"),
        ("Socks5Proxy", "", "socks5h://proxy:3128"),
    ],
)
def test_proxy_becomes_variables(kind: str, user: str, address: str) -> None:
    given = proxy_variables(kind, "proxy", 3128, user, "p/w", ("https://intranet/x", "local"))
    assert given["HTTPS_PROXY"] == given["https_proxy"] == address
    assert given["NO_PROXY"] == "intranet,local"


def test_no_proxy_no_variables() -> None:
    assert proxy_variables("HttpProxy", "", 3128, "", "") == {}


def test_proxy_is_read_from_qgis(tmp_path: Path) -> None:
    settings = QgsSettings()
    for key, value in (("Enabled", True), ("Type", "HttpProxy"), ("Host", "p"), ("Port", "8080")):
        settings.setValue(f"proxy/proxy{key}", value)
    try:
        assert network_variables(tmp_path, {})["HTTP_PROXY"] == "http://p:8080"
    finally:
        settings.remove("proxy")
    assert "HTTP_PROXY" not in network_variables(tmp_path, {})


def test_certificates_of_the_users_own_win(tmp_path: Path) -> None:
    given = certificate_variables(tmp_path / "c.pem", {"PIP_CERT": "mine"})
    assert "PIP_CERT" not in given
    assert given["SSL_CERT_FILE"] == str(tmp_path / "c.pem")
