"""The card window: what a model file says of itself, to read, with the analyst's notes to write."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QPalette
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QTextBrowser, QVBoxLayout, QWidget

from ....core.files.naming import file_stem
from ....core.files.private_folder import private_folder
from ....core.files.whole_file import write_text
from ....core.model.model_card import ModelCard
from ....core.report.pages.model_page import model_body, model_page
from ...page_wording import page_wording
from ...texts import as_plain, tr
from .model_run import ModelRun
from .run_page import tiles_html


class CardDialog(QDialog):
    """Shows one model's card, with sample tiles of the run that made it while that is still there.

    `notes_saved` brings its file and the notes that were written, `map_requested` the raster of the training's parts.
    """

    notes_saved = pyqtSignal(object, str)
    map_requested = pyqtSignal(object)

    def __init__(
        self, path: Path, card: ModelCard, run: Optional[ModelRun] = None, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._path, self._card, self._run = path, card, run
        self.setWindowTitle(tr("Outcrop: {model}", model=card.name))
        self.resize(560, 640)
        self.page = QTextBrowser()
        self.page.setOpenExternalLinks(True)
        self.page.setToolTip(as_plain(str(path)))
        self.page.setAccessibleName(tr("Card of “{model}”", model=card.name))
        self.page.document().setDefaultStyleSheet(page_style(self.palette()))
        self.page.setHtml(model_body(card, page_wording()) + tiles_html(run.picture if run is not None else None))
        label = QLabel(tr("&Notes"))
        self.notes = QPlainTextEdit(card.notes)
        self.notes.setToolTip(tr("What you want to remember of this model; kept in its file"))
        self.notes.setPlaceholderText(tr("Where it works, where it doesn’t, what to try next…"))
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(4 * self.fontMetrics().lineSpacing() + 12)
        label.setBuddy(self.notes)
        label.setToolTip(self.notes.toolTip())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setToolTip(tr("Close this window"))
        self.save = buttons.addButton(tr("&Save notes"), QDialogButtonBox.ButtonRole.ApplyRole)
        self.save.setToolTip(tr("Write the notes into the model file"))
        self.save.setEnabled(False)
        self.browse = buttons.addButton(tr("Open in &browser"), QDialogButtonBox.ButtonRole.ActionRole)
        self.browse.setToolTip(tr("Show the card in the web browser, to print or to send on"))
        self.map = buttons.addButton(tr("Training &map"), QDialogButtonBox.ButtonRole.ActionRole)
        self.map.setToolTip(tr("Show which pixels it was trained on and which were held back, as a layer"))
        self.map.setEnabled(run is not None and bool(run.parts))
        self.map.clicked.connect(self._on_map)
        self.notes.textChanged.connect(lambda: self.save.setEnabled(self.notes.toPlainText() != self._card.notes))
        self.save.clicked.connect(self._on_save)
        self.browse.clicked.connect(self._on_browse)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.page, 1)
        layout.addWidget(label)
        layout.addWidget(self.notes)
        layout.addWidget(buttons)

    def _on_save(self) -> None:
        self._card = self._card.noted(self.notes.toPlainText())
        self.save.setEnabled(False)
        self.notes_saved.emit(self._path, self._card.notes)

    def _on_map(self) -> None:
        for parts in self._run.parts if self._run is not None else ():
            self.map_requested.emit(parts)

    def _on_browse(self) -> None:
        file = private_folder() / f"{file_stem(self._path.stem)}.html"
        write_text(file, model_page(self._card, page_wording()))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def page_style(palette: QPalette) -> str:
    """Give the page's style in the colours of the theme."""
    head = palette.color(QPalette.ColorRole.AlternateBase).name()
    edge = palette.color(QPalette.ColorRole.Mid).name()
    return (
        f"th {{ background-color: {head}; text-align: left; padding: 2px 6px; }}"
        f"td {{ padding: 2px 6px; border-bottom: 1px solid {edge}; }}"
        "table { margin: 4px 0; }"
    )
