"""The help of the Correct page: what it is for, its tools and all keys, on one page."""

from __future__ import annotations

from html import escape
from typing import Optional

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QSize, Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from ...correction.keys import KEYS
from ...correction.tool_kinds import TOOLS
from ...naming import name_fields
from ...texts import tr

_BY_MOUSE = {
    "eyedropper": QT_TRANSLATE_NOOP("Outcrop", "Alt+click"), "larger": QT_TRANSLATE_NOOP("Outcrop", "Alt+wheel"),
}  # fmt: skip
"""What does the same as keys."""


class CorrectHelp(QDialog):
    """A window beside the work that blocks nothing."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Outcrop: Correct"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = QTextBrowser()
        text.setToolTip(tr("What the Correct page is for, its tools and all keys"))
        text.setHtml(_page())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(buttons)
        self.resize(QSize(1000, 620))
        name_fields(self)


def open_help(parent: QWidget) -> CorrectHelp:
    """Open the window, or bring the open one to the front."""
    dialog = parent.findChild(CorrectHelp) or CorrectHelp(parent)
    dialog.setWindowFlag(Qt.WindowType.Window)
    dialog.show()
    dialog.raise_()
    return dialog


def _page() -> str:
    intro = tr(
        "Choose a class, choose a tool, and draw on the map: each correction is written at once, beside the "
        "prediction, whose file never changes. Undo works over all tools, without limit, tomorrow too. “Apply…” writes "
        "a corrected copy, “Export as labels” polygons to train on."
    )
    tools = "".join(_row(kind.key, tr(kind.title), tr(kind.help)) for kind in TOOLS)
    actions = [("1–9", tr("take a class"))]
    for action in KEYS:
        by_mouse = [tr(_BY_MOUSE[action.name])] if action.name in _BY_MOUSE else []
        actions.append((", ".join([*action.keys, *by_mouse]), tr(action.text)))
    keys = "".join(
        f"<tr><td><b>{escape(key)}</b>&nbsp;&nbsp;</td><td>{escape(text)}</td></tr>" for key, text in actions
    )
    only = tr("“Only where the map says” keeps every tool from changing other classes.")
    left = f"<h4>{escape(tr('Tools'))}</h4><table cellpadding='1'>{tools}</table><p>{escape(only)}</p>"
    title = escape(tr("Keys, while one of these tools is used"))
    right = f"<h4>{title}</h4><table cellpadding='1'>{keys}</table>"
    columns = f"<td width='52%'>{left}</td><td width='48%'>{right}</td>"
    return f"<p>{escape(intro)}</p><table cellspacing='4'><tr>{columns}</tr></table>"


def _row(key: str, title: str, text: str) -> str:
    return f"<tr><td><b>{escape(key)}</b>&nbsp;&nbsp;</td><td><b>{escape(title)}.</b> {escape(text)}</td></tr>"
