"""The dock's state as plain values: what its pages show, and the last recipe as the default of new projects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QTabWidget

from ..memory.memory import memory
from ..widgets.widget_state import fields_state, restore_fields
from .data.data_page import DataPage
from .predict.predict_page import PredictPage
from .train.train_page import TrainPage

_REMEMBERED = ("form", "device")
"""Fields of the Train page that a new project takes over from the last training."""
_CHOICES = "choices"


class DockState:
    """Reads and shows the state of the dock's pages."""

    def __init__(
        self, project: QgsProject, tabs: QTabWidget, data: DataPage, train: TrainPage, predict: PredictPage
    ) -> None:
        """Take the pages as they are made: what they show now is what a new project starts with."""
        self._project, self._tabs = project, tabs
        self._data, self._train, self._predict = data, train, predict
        self._first = {"train": fields_state(train), "predict": fields_state(predict)}

    def collect(self) -> dict[str, Any]:
        """Give all pages' state."""
        return {
            "page": self._tabs.currentIndex(),
            "data": self._data.state(),
            "train": fields_state(self._train),
            "predict": fields_state(self._predict),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show a state; what it leaves out is as in a new project."""
        train = {**self._first["train"], **_mapping(memory().recall(_CHOICES)), **_part(state, "train")}
        self._data.restore(_part(state, "data"))
        restore_fields(self._train, train, self._project)
        restore_fields(self._predict, {**self._first["predict"], **_part(state, "predict")}, self._project)
        page = state.get("page", 0)
        self._tabs.setCurrentIndex(page if isinstance(page, int) and 0 <= page < self._tabs.count() else 0)

    def remember(self) -> None:
        """Take what was trained with as the default of new projects."""
        shown = fields_state(self._train)
        memory().remember(_CHOICES, {name: shown[name] for name in _REMEMBERED if name in shown})


def _part(state: Mapping[str, Any], name: str) -> dict[str, Any]:
    return _mapping(state.get(name))


def _mapping(value: Any) -> dict[str, Any]:
    return dict(value) if isinstance(value, Mapping) else {}
