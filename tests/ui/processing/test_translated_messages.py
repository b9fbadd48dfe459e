"""What the worker says reaches the analyst in the language of QGIS, in the dock and in the toolbox."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from outcrop.core.prediction.jobs import PredictJob
from outcrop.ui.messages import Messages
from outcrop.ui.worker.launcher import Launcher
from outcrop.ui.worker.task import Outcome
from pytestqt.qtbot import QtBot
from qgis.core import QgsProcessingException
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

CHINESE = {
    "“{path}” isn't a model file. Choose a {suffix} file that Outcrop has written.":
        "“{path}”不是模型文件。请选择由 Outcrop 写出的 {suffix} 文件。",
    "The weights in “{path}” are damaged ({error}). Train the model again or get a fresh copy.":
        "“{path}”中的权重已损坏。{error} 请重新训练模型。",
    "Loading the model": "正在加载模型",
}  # fmt: skip

pytestmark = pytest.mark.usefixtures("real_worker", "chinese")


class Dictionary(QTranslator):
    def translate(self, context: str, source: str, disambiguation: Any = None, n: int = -1) -> Any:
        return CHINESE.get(source) if context == "Outcrop" else None  # an empty text would be a translation

    def isEmpty(self) -> bool:  # noqa: N802  (Qt's name)
        return False


@pytest.fixture
def chinese() -> Iterator[None]:
    translator = Dictionary()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "old.safetensors"
    path.write_text("no model")
    return path


def test_the_worker_is_understood_in_the_dock(qtbot: QtBot, scene: Any, broken: Path, tmp_path: Path) -> None:
    bar = QgsMessageBar()
    qtbot.addWidget(bar)
    heard: list[dict[str, Any]] = []
    outcomes: list[Outcome] = []
    task = Launcher().start("a map", PredictJob((str(broken),), (scene.image,), str(tmp_path / "p.tif")), tmp_path)
    task.heard.connect(heard.extend)
    task.ended.connect(outcomes.append)
    qtbot.waitUntil(lambda: bool(outcomes), timeout=60_000)
    Messages(bar).error(outcomes[0].text)
    assert bar.currentItem().text() == f"“{broken}”不是模型文件。"
    assert "请选择由 Outcrop 写出的 .safetensors 文件。" in outcomes[0].text
    assert "正在加载模型" in [event["text"] for event in heard if event["event"] == "progress"]


def test_the_worker_is_understood_in_the_toolbox(
    run: Callable, scene: Any, model: str, tmp_path: Path, feedback: Any
) -> None:
    damaged = tmp_path / "damaged.safetensors"
    damaged.write_bytes(Path(model).read_bytes()[:-8] + b"\xff" * 8)  # the card is whole, the last weight no number
    values = {"INPUT": scene.image, "MODEL_FILE": str(damaged), "OUTPUT": "TEMPORARY_OUTPUT"}
    with pytest.raises(QgsProcessingException, match="中的权重已损坏"):
        run("predict", values, feedback)
    assert "正在加载模型" in feedback.texts
