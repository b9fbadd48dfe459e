"""Sessions: found beside a prediction, opened, begun, changed, and closed again."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Optional

from qgis.core import QgsDataProvider, QgsPalettedRasterRenderer, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from ....core.correction.errors import OtherPredictionError
from ....core.correction.prediction import Prediction
from ....core.correction.session import Session
from ....core.correction.session_files import session_files
from ....core.correction.transfer.carry_over import carry_over
from ....core.errors import BadInputError, OutcropError
from ...correction.class_raster import are_same_system
from ...correction.overlay import SessionGround
from ...correction.prediction_target import PredictionTarget
from ...layers.corrected import PREDICTION_PROPERTY, prediction_file, session_file
from ...layers.predictions import class_renderer
from ...messages import Messages
from ...texts import error_text, tr
from .opening import PredictionReader, open_session
from .page import CorrectPage


class Sessions(QObject):
    """Opens one session at a time; `opened` brings its `PredictionTarget`.

    `known` brings a `Prediction` that has no session yet, `said` what stands in the way.
    """

    opened = pyqtSignal(object)
    known = pyqtSignal(object)
    said = pyqtSignal(str)

    def __init__(
        self, page: CorrectPage, project: QgsProject, canvas: QgsMapCanvas, messages: Messages,
        parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._page, self._project, self._canvas, self._messages = page, project, canvas, messages
        self._layer: Optional[QgsRasterLayer] = None
        self._prediction: Optional[Prediction] = None
        self._folder: Optional[Path] = None
        self._session: Optional[Session] = None
        self._ground: Optional[SessionGround] = None
        self._reader = PredictionReader(self)
        self._reader.read.connect(self._on_read)
        self._reader.failed.connect(self._on_failed)

    def find(self, layer: QgsRasterLayer) -> None:
        """Read a prediction; its newest session is opened, or the one that the layer shows."""
        self._layer, self._prediction = layer, None
        self.said.emit(tr("Reading the prediction…"))
        self._reader.start(prediction_file(layer))

    def choose(self, file: str) -> None:
        """Open another session of the prediction; an empty name begins a new one."""
        if self._prediction is not None and self._layer is not None:
            self._open(Path(file) if file else None)

    def begin(self) -> None:
        """Begin the first session of the prediction, or go on with one that couldn't be shown before."""
        if self._prediction is not None and self._session is None:
            files = self._files()
            self._open(files[-1] if files else None)

    def close(self) -> None:
        """Close the session; the layer goes on showing its corrections."""
        if self._ground is not None:
            with suppress(OutcropError):  # the overlay is made anew the next time
                self._ground.close()
        if self._session is not None:
            self._session.close()
        self._session = self._ground = None

    def shutdown(self) -> None:
        """Close the session and read nothing more."""
        self._reader.cancel()
        self.close()

    def _on_failed(self, reason: str) -> None:
        self.said.emit(reason)

    def _on_read(self, prediction: Prediction) -> None:
        if self._layer is None or self._project.mapLayer(self._layer.id()) is None:
            return
        self._prediction = prediction
        files = self._files()
        self._show_files(None)
        self.said.emit("")
        shown = session_file(self._layer)
        if shown is not None and shown.is_file():
            self._folder = None if shown in files else shown.parent
            self._open(shown)
        elif files:
            self._open(files[-1])
        else:
            self.known.emit(prediction)

    def _files(self) -> list[Path]:
        if self._prediction is None:
            return []
        beside = session_files(Path(self._prediction.path))
        return beside if self._folder is None else [*beside, *session_files(Path(self._prediction.path), self._folder)]

    def _show_files(self, chosen: Optional[Path]) -> None:
        files = [(str(file), file.stem) for file in self._files()]
        self._page.show_sessions(files, str(chosen or ""))

    def _open(self, file: Optional[Path]) -> None:
        prediction, layer = self._prediction, self._layer
        if prediction is None or layer is None:
            return
        self.close()
        try:
            session = open_session(prediction, file, self._folder)
        except OtherPredictionError as error:
            self._offer_to_carry(file, error)
            return
        except BadInputError as error:
            self._on_refused(error, is_new=file is None)
            return
        except OutcropError as error:
            self.said.emit(error_text(error))
            return
        self._take(session, layer)

    def _take(self, session: Session, layer: QgsRasterLayer) -> None:
        """Show a session's corrections in the prediction's layer."""
        try:
            ground = SessionGround.open(session)
        except OutcropError as error:
            session.close()
            self.said.emit(error_text(error))
            return
        self._session, self._ground = session, ground
        show_map(layer, session.prediction, ground.map_path)
        self._show()

    def _show(self) -> None:
        """Say that the session can be corrected in now."""
        if self._session is None or self._ground is None or self._layer is None:
            return
        self._show_files(self._session.path)
        self.said.emit("")
        self.opened.emit(PredictionTarget(self._canvas, self._layer, self._session, self._ground, self._project))

    def _offer_to_carry(self, old: Optional[Path], error: OtherPredictionError) -> None:
        """Offer a new session with what still fits of one that belongs to another prediction."""
        self.said.emit(error_text(error))
        if old is not None:
            self._messages.warning(error_text(error), tr("Carry over what fits"), lambda: self._carry(old))

    def _carry(self, old: Path) -> None:
        self._open(None)
        if self._session is None:
            return
        try:
            fit = carry_over(old, self._session, is_same=are_same_system)
        except OutcropError as error:
            self._messages.error(error_text(error))
            return
        text = tr("{n} corrections were carried over.", n=fit.corrections)
        self._messages.success(" ".join([text, fit.text(self._session.prediction.name)]).strip())
        self._show()

    def _on_refused(self, error: BadInputError, *, is_new: bool) -> None:
        """Say why there is no session; where its folder can't be written, offer to choose another."""
        self.said.emit(error_text(error))
        if is_new:
            self._messages.warning(error_text(error), tr("Choose a folder…"), self._ask_folder)

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._page, tr("Folder for the corrections"))
        if folder:
            self._folder = Path(folder)
            self._open(None)


def show_map(layer: QgsRasterLayer, prediction: Prediction, map_file: str) -> None:
    """Have a prediction's layer show its corrections, in the style that it has, or the legend's if it has none."""
    layer.setCustomProperty(PREDICTION_PROPERTY, prediction.path)
    has_style = isinstance(layer.renderer(), QgsPalettedRasterRenderer)
    renderer = layer.renderer().clone()
    layer.setDataSource(map_file, layer.name(), "gdal", QgsDataProvider.ProviderOptions())
    if layer.isValid():
        layer.setRenderer(renderer if has_style else class_renderer(layer, prediction.legend))
    layer.triggerRepaint()
