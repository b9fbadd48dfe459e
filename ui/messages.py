"""Messages: the message bar for what needs a look, the log panel for all of it, no boxes."""

from __future__ import annotations

import re
from html import escape
from typing import Callable, Optional

from qgis.core import Qgis, QgsMessageLog
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from .naming import name_fields
from .texts import tr

TAG = "Outcrop"
_MOST_LINES, _BAR_MARGIN_PX = 8, 8
_SENTENCE = re.compile(r"(?<=\.)\s|(?<=。)|\n")


class Messages:
    """Tells the analyst what happened, in the message bar and in the log panel."""

    def __init__(self, bar: QgsMessageBar) -> None:
        """Show messages in a message bar."""
        self._bar = bar

    def success(self, text: str, action: str = "", on_action: Optional[Callable[[], None]] = None) -> None:
        """Tell that something is done, with a button for the next step if there is one."""
        self._push(text, Qgis.MessageLevel.Success, 15, action, on_action)

    def warning(self, text: str, action: str = "", on_action: Optional[Callable[[], None]] = None) -> None:
        """Tell something that the analyst should look at."""
        self._push(text, Qgis.MessageLevel.Warning, 30, action, on_action)

    def error(self, text: str, details: str = "") -> None:
        """Tell what went wrong and stay until it is read; what is longer than a line opens in a window of its own."""
        first = first_sentence(text)
        if details:
            self.log(details)
        if details or first != text:
            self._push(first, Qgis.MessageLevel.Critical, 0, tr("Details"), lambda: self._show(text, details))
        else:
            self._push(text, Qgis.MessageLevel.Critical, 0)

    def log(self, text: str) -> None:
        """Write to the log panel alone."""
        QgsMessageLog.logMessage(text, TAG, Qgis.MessageLevel.Info, notifyUser=False)

    def _push(
        self,
        text: str,
        level: Qgis.MessageLevel,
        seconds: int,
        action: str = "",
        on_action: Optional[Callable[[], None]] = None,
    ) -> None:
        QgsMessageLog.logMessage(text, TAG, level, notifyUser=False)
        item = self._bar.createMessage(TAG, escape(text, quote=False))  # the bar shows HTML, and names may look like it
        if on_action is not None:
            button = QPushButton(action, item)
            button.clicked.connect(lambda: (self._bar.popWidget(item), on_action()))
            item.layout().addWidget(button)
        for browser in item.findChildren(QTextBrowser):
            _WholeText(browser)
        self._bar.pushWidget(item, level, 0 if action else seconds)  # what can be acted on stays until it is

    def _show(self, text: str, details: str) -> None:
        DetailsDialog.open_for(text, details, self._bar.window())


def first_sentence(text: str) -> str:
    """Give the first sentence of a message, for where there is one line only."""
    return _SENTENCE.split(text, maxsplit=1)[0]


class _WholeText(QObject):
    """Keeps a message as high as its text is: QGIS shows a line and a half of a long one."""

    def __init__(self, browser: QTextBrowser) -> None:
        super().__init__(browser)
        self._browser = browser
        browser.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the height that the text needs at a new width, up to a few lines."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        document = self._browser.document().clone()
        document.setTextWidth(self._browser.width() - _BAR_MARGIN_PX)
        whole = int(document.size().height()) + _BAR_MARGIN_PX
        most = _MOST_LINES * self._browser.fontMetrics().lineSpacing()
        fits = whole <= most
        self._browser.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        self._browser.setFixedHeight(whole if fits else most)


class DetailsDialog(QDialog):
    """What a worker or an installer printed before it failed, to read and to copy."""

    def __init__(self, text: str, details: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Outcrop: Details"))
        self.resize(640, 400)
        message = QLabel(text)
        message.setTextFormat(Qt.TextFormat.PlainText)
        message.setWordWrap(True)
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setToolTip(tr("What was printed before it failed"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(tr("Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setToolTip(tr("Copy the message and the details to the clipboard"))
        copy.clicked.connect(lambda: QApplication.clipboard().setText(f"{text}\n\n{details}"))
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        for widget in (message, self.details, buttons):
            layout.addWidget(widget)
        self.details.setVisible(bool(details))
        name_fields(self)

    @classmethod
    def open_for(cls, text: str, details: str, parent: Optional[QWidget]) -> DetailsDialog:
        """Open a window that blocks nothing and goes when it is closed."""
        dialog = cls(text, details, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        return dialog
