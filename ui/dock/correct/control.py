"""Behind the Correct page: opens what is chosen, writes what tools draw, undoes, and keeps the page in step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Callable, Optional, Union

from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QDateTime, QObject, QTimer, pyqtSignal

from ....core.correction.change import Change
from ....core.correction.correction import Correction
from ....core.correction.errors import BlockedRevertError
from ....core.correction.ground import BLANK
from ....core.correction.prediction import Prediction
from ....core.errors import BadInputError, OutcropError
from ...correction.polygon_target import PolygonTarget
from ...correction.prediction_target import PredictionTarget, class_entries
from ...correction.shapes import CorrectionRequest
from ...correction.spare_memory import SpareMemory
from ...correction.tool_kinds import PIXELS
from ...correction.tool_set import ToolSet
from ...messages import Messages
from ...texts import area_text, count_text, error_text, tr
from ...worker.launcher import Launcher
from .ago import ago_text
from .class_buttons import Entry
from .eye import Eye
from .listing import Listing
from .outcomes import Outcomes
from .page import CorrectPage, no_data_entry
from .sessions import Sessions

_AGO_MS = 60_000


class CorrectControl(QObject):
    """Does what the Correct page and the tools ask for; `corrected` comes with every change of what is corrected."""

    corrected = pyqtSignal()

    def __init__(
        self, page: CorrectPage, project: QgsProject, canvas: QgsMapCanvas, launcher: Launcher,
        messages: Messages, parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._page, self._choice, self._project, self._canvas = page, page.choice, project, canvas
        self._messages = messages
        self.target: Union[PredictionTarget, PolygonTarget, None] = None
        self._unsaved: list[CorrectionRequest] = []
        self.tools = ToolSet(canvas, page.choice, self)
        self.tools.watch(page)
        self.sessions = Sessions(page, project, canvas, messages, self)
        self.outcomes = Outcomes(project, launcher, messages, self)
        self.eye = Eye(page.eye_menu, project, canvas, self.tools.desk.beneath, messages, self)
        self.listing = Listing(page.list, self)
        self._memory = SpareMemory(self)
        self._ago = QTimer(self)
        self._ago.setInterval(_AGO_MS)
        self._ago.timeout.connect(self._show_progress)
        self._connect()

    @property
    def prediction(self) -> Optional[PredictionTarget]:
        """What is corrected, where it is a prediction."""
        return self.target if isinstance(self.target, PredictionTarget) else None

    def shutdown(self) -> None:
        """Let go of canvas, session and project."""
        self._ago.stop()
        self._memory.stop()
        self._write_in_hand()
        self.tools.shutdown()
        self.eye.shutdown()
        self._set_target(None)
        self.sessions.shutdown()

    def undo(self) -> None:
        """Take the last correction back."""
        self._step(back=True)

    def redo(self) -> None:
        """Do it again."""
        self._step(back=False)

    def _connect(self) -> None:
        page = self._page
        page.shown.connect(self._on_shown)
        page.layer_chosen.connect(self._on_layer)
        page.class_field.fieldChanged.connect(lambda _name: self._on_field())
        page.session_chosen.connect(self.sessions.choose)
        page.tools.wanted.connect(self._on_wanted)
        page.undo_requested.connect(self.undo)
        page.redo_requested.connect(self.redo)
        page.apply_requested.connect(self._on_apply)
        page.export_requested.connect(self._on_export)
        page.unsaved.clicked.connect(self._write)
        page.other.layer_changed.connect(self._on_other)
        page.over_nodata.toggled.connect(self._on_over_nodata)
        self.sessions.opened.connect(self._set_target)
        self.sessions.known.connect(self._on_known)
        self.sessions.said.connect(page.say)
        self.tools.requested.connect(self._on_request)
        self.tools.taken.connect(page.set_tool)
        self.tools.asked.connect(self._on_key)
        self.tools.told.connect(page.tools.hint.setText)
        self.listing.show_on_map.connect(self._show_on_map)
        self.listing.revert.connect(self._revert)
        self._canvas.mapCanvasRefreshed.connect(self._on_refreshed)
        self._project.layersWillBeRemoved.connect(self._on_removed)

    def _on_shown(self) -> None:
        self._page.layer.refresh()
        if self.target is None:
            self._on_layer()

    def _on_layer(self) -> None:
        """Turn to what is chosen, once the page is looked at."""
        layer = self._page.chosen_layer
        if self.target is not None and layer is self.target.layer:
            return
        self._set_target(None)
        if layer is None:
            self._page.say(tr("Nothing to correct yet: predict first, on the page before this one."))
        elif not self._page.isVisible():
            self._page.say("")
        elif isinstance(layer, QgsVectorLayer):
            self._page.class_field.setLayer(layer)
            self._on_field()
        else:
            self.sessions.find(layer)

    def _on_field(self) -> None:
        layer, field = self._page.chosen_layer, self._page.class_field.currentField()
        if isinstance(layer, QgsVectorLayer) and field and self._page.class_field.layer() is layer:
            self._set_target(PolygonTarget(self._canvas, layer, field, self._project, self))

    def _on_known(self, prediction: Prediction) -> None:
        """Show a prediction's classes and tools; taking a tool begins its first session."""
        layer = self._page.chosen_layer
        if isinstance(layer, QgsRasterLayer):
            self._page.set_subject(PIXELS)
            self._page.set_counts(0, 0)
            self._page.set_finished(can_apply=False, can_export=False)
            self._page.progress.setText(tr("No corrections yet"))
            self._show_classes(PIXELS, class_entries(layer, prediction.legend))

    def _set_target(self, target: Union[PredictionTarget, PolygonTarget, None]) -> None:
        """Correct something else from now on."""
        before, self.target = self.target, target
        if before is not None:
            before.changed.disconnect(self._on_changed)
            before.deleteLater()
        self.outcomes.stop_labelling()
        if self.prediction is None:
            self.sessions.close()
        self._unsaved = []
        self._page.unsaved.hide()
        self.tools.set_target(target)
        self._page.set_subject(target.subject if target is not None else "")
        if target is None:
            self._ago.stop()
            self.listing.show(None)
            return
        target.changed.connect(self._on_changed)
        self._page.layer.set_layer(target.layer)
        self._show_classes(target.subject, target.entries)
        if self.prediction is not None:
            self.outcomes.label_regions(self.prediction)
        self._ago.start()
        self._on_other()
        self._on_over_nodata()
        self._on_changed()

    def _show_classes(self, subject: str, entries: list[Entry]) -> None:
        """Offer the classes, and of a prediction's pixels that there be no data."""
        if subject == PIXELS:
            entries = [*entries, no_data_entry(BLANK)]
        known = [entry[0] for entry in entries]
        if self._choice.class_id not in known and known:
            self._choice.take_class(known[0])
        if self._choice.only not in known:
            self._choice.set_only(0)
        self._page.show_classes(entries)

    def _on_wanted(self, name: str) -> None:
        if not name:
            self.tools.leave()
        else:
            if self.target is None:
                self.sessions.begin()
            if self.tools.desk.target is not None:
                self.tools.take(name)
        self._page.set_tool(self.tools.current.kind.name if self.tools.current is not None else "")

    def _on_key(self, name: str) -> None:
        what, _space, detail = name.partition(" ")
        if what == "class":
            class_id = self._page.classes.class_number(int(detail))
            if class_id:
                self._choice.take_class(class_id)
        elif what == "tool" and not self._page.tools.buttons[detail].isHidden():
            self._on_wanted(detail)
        elif what in ("undo", "redo"):
            self._step(back=what == "undo")
        elif what in ("previous", "next"):
            self._page.list.step(1 if what == "next" else -1)
        else:
            self.eye.do(what)

    def _on_request(self, request: CorrectionRequest) -> None:
        """Write what was drawn, after what couldn't be written before."""
        self._unsaved.append(request)
        self._write()

    def _write(self) -> None:
        while self._unsaved and self.target is not None:
            try:
                change = self.target.apply(self._unsaved[0])
            except BadInputError as error:
                self._unsaved.pop(0)
                self.tools.desk.hand.clear()
                self._messages.warning(error_text(error))
                continue
            except OutcropError as error:
                self._messages.error(tr("{reason} What you drew is kept: press “Try again”.", reason=error))
                break
            self._unsaved.pop(0)
            self._tell(change)
        self._page.unsaved.setVisible(bool(self._unsaved))
        self._page.unsaved.setText(tr("Try again ({n})", n=len(self._unsaved)))

    def _tell(self, change: Optional[Change]) -> None:
        """Say what of a correction was left out, and what of it can't be shown yet."""
        if change is None:
            return
        if change.overlay_stale and self.prediction is not None:
            self._show_again(self.prediction)
        outside, nodata = change.outside, change.nodata
        if outside:
            one, many = tr("{n} pixel lies outside of the prediction."), tr("{n} pixels lie outside of the prediction.")
            self._page.tools.hint.setText(count_text(outside, one, many))
        elif nodata:
            one, many = tr("{n} pixel has no prediction."), tr("{n} pixels have no prediction.")
            self._page.tools.hint.setText(
                tr("{these} They were left as they are; “Paint over “no data” too” paints them.",
                   these=count_text(nodata, one, many))
            )  # fmt: skip

    def _show_again(self, target: PredictionTarget) -> None:
        """Make the overlay anew that couldn't be written; the session itself is saved."""
        try:
            target.renew()
        except OutcropError as error:
            self._messages.error(tr("The correction is saved, but can’t be shown: {reason}", reason=error))

    def _step(self, *, back: bool) -> None:
        if self.target is None:
            return
        tool = self.tools.current
        if back and tool is not None and tool.is_busy:
            tool.step_back()  # corners first
            return
        try:
            self._tell(self.target.step(back=back))
        except OutcropError as error:
            self._messages.error(error_text(error))

    def _revert(self, row: Correction) -> None:
        if self.prediction is None:
            return
        try:
            change = self.prediction.revert(row.fid)
        except BlockedRevertError as error:
            self._messages.warning(error_text(error), tr("Show"), self._shower(error.by))
            return
        except OutcropError as error:
            self._messages.error(error_text(error))
            return
        self._tell(change)

    def _shower(self, fids: Sequence[int]) -> Callable[[], None]:
        return lambda: self.listing.choose(fids[0])

    def _on_changed(self) -> None:
        """Show how far it has come."""
        self._memory.later()
        if self.target is not None:
            self._page.set_counts(*self.target.counts)
        if self.prediction is not None:
            self.listing.show(self.prediction)
        self._show_progress()
        self.corrected.emit()

    def _show_progress(self) -> None:
        if self.target is None:
            return
        edited = self.target.is_edited
        self._page.set_finished(can_apply=edited, can_export=edited and self.prediction is not None)
        if self.prediction is None:
            self._page.progress.setText(tr("Edited, not saved yet") if edited else tr("Nothing edited"))
        elif not edited:
            self._page.progress.setText(tr("No corrections yet"))
        else:
            done = self.prediction.session.progress
            count = count_text(done.corrections, tr("{n} correction"), tr("{n} corrections"))
            when = ago_text(done.last, QDateTime.currentDateTime()) if done.last is not None else ""
            self._page.progress.setText(", ".join(part for part in (count, area_text(done.area_m2), when) if part))

    def _show_on_map(self, row: Correction) -> None:
        box = self.prediction.box_of(row.window) if self.prediction is not None else None
        if box is not None:
            self._canvas.setExtent(_with_room(box))
            self._canvas.refresh()

    def _on_refreshed(self) -> None:
        """Take the stroke in hand away: it is seen in the map now."""
        tool = self.tools.current
        if tool is not None and not tool.is_busy and not self._unsaved:
            tool.drop_written()

    def _on_other(self) -> None:
        if self.target is not None:
            self._page.other.leave_out(self.target.layer)
        other = self._page.other.current_layer()
        if self.prediction is not None:
            self.prediction.set_other(other if isinstance(other, QgsRasterLayer) else None)

    def _on_over_nodata(self) -> None:
        if self.prediction is not None:
            self.prediction.over_nodata = self._page.over_nodata.isChecked()

    def _on_apply(self) -> None:
        if self.prediction is not None:
            self.outcomes.apply(self.prediction, self._page)
        elif self.target is not None:
            if not self.target.layer.commitChanges(False):
                self._messages.error(" ".join(self.target.layer.commitErrors()))
            self._on_changed()

    def _on_export(self) -> None:
        if self.prediction is not None:
            self.outcomes.export(self.prediction, self._page)

    def _write_in_hand(self) -> None:
        """Write a stroke or outline that isn't finished, before what it is drawn on goes away."""
        tool = self.tools.current
        if tool is not None and tool.is_busy and self.prediction is not None:
            tool.finish()

    def _on_removed(self, gone: list[str]) -> None:
        """Write what is in hand, and let go of what is removed from the project."""
        if self.target is None or self.target.layer.id() not in gone:
            return
        self._write_in_hand()
        name, kept = self.target.layer.name(), ""
        if self.prediction is not None and self.prediction.session.undo_count:
            kept = str(self.prediction.session.path)
        self._set_target(None)
        if kept:
            text = tr("“{name}” was removed. Its corrections are kept in “{file}”; they are there again with the "
                      "prediction.", name=name, file=Path(kept).name)  # fmt: skip
            self._messages.warning(text)


def _with_room(box: QgsRectangle) -> QgsRectangle:
    """Give a box with room around it, so that a correction is seen among its neighbours."""
    grown = QgsRectangle(box)
    grown.scale(3.0)
    return grown
