"""The Compare page: answering an accuracy sample, and the ways to learn how right maps are and which is best."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ....core.assessment.sampling.fields import ANSWER, CANNOT_TELL, MAPS_DIFFER, STRATUM
from ....core.errors import OutcropError
from ....core.review.fields import MAP_STRATUM
from ...compat import LayerFilter, QShortcut
from ...layers.own_rasters import legend_names
from ...messages import Messages
from ...texts import as_caption, as_plain, error_text, tr
from ...widgets.algorithm_dialog import open_dialog
from ...widgets.layouts import clear
from ...widgets.page import Page, grey_label, next_button, wrapped_label
from .answering import Answering, is_sample
from .comparison_folder import newest_comparison

_KEYS = "1234567890"
_LONG, _LONGEST = 14, 34
"""Letters of a class's name from which it has a row for itself, and of which no more are shown."""


class ComparePage(Page):
    """Leads through a sample, and opens the algorithms of assessment."""

    def __init__(
        self,
        project: QgsProject,
        canvas: QgsMapCanvas,
        messages: Messages,
        open_algorithm: Optional[Callable[[str, dict[str, object]], None]] = None,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._messages = project, messages
        self._open = open_algorithm or open_dialog
        self.answering = Answering(canvas, self)
        self._class_keys: list[QShortcut] = []
        self._build_sample()
        self._build_answers()
        self._build_more()
        self.assess = next_button(
            tr("Accuracy and areas"), tr("Tell accuracy and areas, with intervals, from the answers so far")
        )
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.assess)
        self.footer.addLayout(line)
        self.assess.clicked.connect(self._on_assess)
        self.samples.layerChanged.connect(self._on_sample)
        self.answering.changed.connect(self._update)
        project.layersAdded.connect(self._filter)
        project.layersRemoved.connect(self._filter)
        self._filter()
        self._on_sample(self.samples.currentLayer())

    def shutdown(self) -> None:
        """Let go of project and canvas."""
        self._project.layersAdded.disconnect(self._filter)
        self._project.layersRemoved.disconnect(self._filter)
        self.answering.stop()

    def class_names(self) -> list[str]:
        """Give the classes that can be answered: those of the strata, then others that the project's maps have."""
        layer = self.samples.currentLayer()
        if not isinstance(layer, QgsVectorLayer):
            return []
        maps = [name for one in self._project.mapLayers().values() for name in legend_names(one)]
        strata = {str(value) for value in layer.uniqueValues(layer.fields().indexOf(STRATUM))} - {
            MAPS_DIFFER,
            MAP_STRATUM,
        }
        answers = {str(value) for value in layer.uniqueValues(layer.fields().indexOf(ANSWER)) if value} - {"NULL"}
        others = sorted((strata | answers) - {CANNOT_TELL} - set(maps))
        return list(dict.fromkeys([*maps, *others]))

    def _build_sample(self) -> None:
        self.samples = QgsMapLayerComboBox()
        self.samples.setFilters(LayerFilter.PointLayer)
        self.samples.setAllowEmptyLayer(True)
        self.samples.setToolTip(tr("Points that were drawn over a map, to be answered by you"))
        self.draw = QToolButton()
        self.draw.setText(tr("Draw…"))
        self.draw.setToolTip(tr("Draw a new accuracy sample over a map"))
        self.draw.clicked.connect(lambda: self._open("outcrop:drawsample", {}))
        self.add_row(tr("Sample"), self.samples, self.draw)
        self.second = QCheckBox(tr("Second opinion"))
        self.second.setToolTip(
            tr("Answer the points that have an answer once more, without seeing it; yours counts in the end")
        )
        self.second.toggled.connect(lambda _on: self._on_sample(self.samples.currentLayer()))
        self.add_under(self.second)

    def _build_answers(self) -> None:
        self.hint = wrapped_label()
        self.add_wide(self.hint)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)  # which dark themes write in black on black
        self.add_wide(self.progress)
        self.counted = grey_label()
        self.add_wide(self.counted)
        self.panel = QWidget()
        self._buttons = QGridLayout(self.panel)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self.add_wide(self.panel)
        self.steps = QWidget()
        line = QHBoxLayout(self.steps)
        line.setContentsMargins(0, 0, 0, 0)
        self.back, self.forward = QPushButton(tr("Back")), QPushButton(tr("Skip"))
        self.cannot_tell = QPushButton(tr("Can't tell"))
        for button, text, keys, act in (
            (self.back, tr("Look at the point before again"), "Backspace", lambda: self._step(-1)),
            (self.cannot_tell, tr("The imagery doesn't show what is there"), "?", lambda: self._answer(CANNOT_TELL)),
            (self.forward, tr("Leave this point open and go to the next"), "Tab", lambda: self._step(1)),
        ):
            button.setToolTip(f"{text} ({keys})" if keys != "Tab" else text)
            button.clicked.connect(act)
            line.addWidget(button)
            if keys != "Tab":
                self._shortcut(keys, act)
        self.add_wide(self.steps)

    def _build_more(self) -> None:
        self.add_wide(QLabel(f"<b>{tr('More ways to assess')}</b>"))
        for key, text, tip, values in (
            (
                "trainseveral",
                tr("Train and compare models…"),
                tr("A table, maps and a report to print"),
                _compared,
            ),
            (
                "comparisonreport",
                tr("Report of a comparison…"),
                tr("Maps, figures and tables on one page, with what other assessments have found"),
                self._comparison,
            ),
            ("accuracy", tr("Accuracy against labels…"), tr("Confusion matrix, precision, recall, F1, IoU"), _page),
            ("boundaryaccuracy", tr("Boundaries and objects…"), tr("Distances in metres, objects found, lines"), _page),
            (
                "applicability",
                tr("Where a model may be trusted…"),
                tr("How unlike its training pixels the imagery is"),
                dict,
            ),
            ("bandimportance", tr("Which bands matter…"), tr("How much worse maps get without each band"), _page),
            ("saliency", tr("What a network looks at…"), tr("Pixels and bands that speak for a class on a tile"), dict),
        ):
            button = QPushButton(text)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setToolTip(tip)
            button.clicked.connect(self._opener(key, values))
            self.add_wide(button)

    def _opener(self, key: str, values: Callable[[], dict[str, object]]) -> Callable[[], None]:
        return lambda: self._open(f"outcrop:{key}", values())

    def _comparison(self) -> dict[str, object]:
        folder = newest_comparison(self._project)
        return {**_page(), **({"COMPARISON": folder} if folder else {})}

    def _filter(self, *_layers: object) -> None:
        """Offer samples alone."""
        others = [one for one in self._project.mapLayers().values() if not is_sample(one)]
        self.samples.setExceptedLayerList(others)

    def _on_sample(self, layer: Optional[QgsMapLayer]) -> None:
        sample = layer if is_sample(layer) else None
        self.answering.start(sample if isinstance(sample, QgsVectorLayer) else None, second=self.second.isChecked())
        self._make_buttons()
        self._show()

    def _make_buttons(self) -> None:
        clear(self._buttons)
        for shortcut in self._class_keys:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._class_keys = []
        names = self.class_names()
        columns = 1 if any(len(name) > _LONG for name in names) else 2
        for index, name in enumerate(names):
            key = _KEYS[index] if index < len(_KEYS) else ""
            shown = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
            button = QPushButton(as_caption(f"{key}  {shown}" if key else shown))
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # long names widen no page
            button.setToolTip(as_plain(tr("This point is {name}", name=name)))
            act = self._answerer(name)
            button.clicked.connect(act)
            self._buttons.addWidget(button, index // columns, index % columns)
            if key:
                self._class_keys.append(self._shortcut(key, act))

    def _answerer(self, name: str) -> Callable[[], None]:
        return lambda: self._answer(name)

    def _shortcut(self, keys: str, act: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        return shortcut

    def _answer(self, text: str) -> None:
        try:
            self.answering.answer(text)
        except OutcropError as error:
            self._messages.error(error_text(error))
            return
        self._show()

    def _step(self, by: int) -> None:
        self.answering.step(by)
        self._show()

    def _show(self) -> None:
        try:
            self.answering.show()
        except OutcropError as error:
            self._messages.warning(error_text(error))

    def _update(self) -> None:
        answering, has_sample = self.answering, is_sample(self.samples.currentLayer())
        self.second.setVisible(has_sample)
        for widget in (self.progress, self.counted, self.panel, self.steps):
            widget.setVisible(has_sample and answering.count > 0)
        self.assess.setEnabled(has_sample)
        answered = answering.answered
        self.progress.setMaximum(max(1, answering.count))
        self.progress.setValue(answered)
        self.counted.setText(tr("{n} of {count} answered", n=answered, count=answering.count))
        open_ = has_sample and answering.place < answering.count
        self.panel.setEnabled(open_)
        self.cannot_tell.setEnabled(open_)
        self.back.setEnabled(has_sample and answering.place > 0)
        self.forward.setEnabled(open_)
        self.hint.setText(self._hint(has_sample, answered))

    def _hint(self, has_sample: bool, answered: int) -> str:
        answering = self.answering
        if not has_sample:
            return tr(
                "How right is a map? Draw random points over it, say what each one really is, and get its accuracy and "
                "the areas of its classes with intervals."
            )
        if answering.second and not answering.count:
            return tr("No point has an answer yet, so there is nothing to give a second opinion on.")
        if answering.place >= answering.count:
            return tr("Every point is answered.") if answered >= answering.count else tr("This was the last point.")
        told = answering.current_answer
        text = tr(
            "Point {n} of {count}: what is in the frame on the map?", n=answering.place + 1, count=answering.count
        )
        return f"{text} {tr('Answered: {answer}', answer=told)}" if told else text

    def _on_assess(self) -> None:
        layer = self.samples.currentLayer()
        self._open("outcrop:sampleaccuracy", {**_page(), **({"SAMPLE": layer.id()} if layer is not None else {})})


def _page() -> dict[str, object]:
    """Give what an algorithm is asked that writes a page: from here it is opened at once."""
    return {"OPEN_PAGE": True}


def _compared() -> dict[str, object]:
    """Give what a comparison is asked: its maps come into one group with where they disagree."""
    return {**_page(), "LOAD_MAPS": True}
