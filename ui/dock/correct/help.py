"""The help of the Correct page: what it is for, its tools and all keys, on one page."""

from __future__ import annotations

from html import escape
from typing import Optional

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from ...correction.keys import KEYS
from ...correction.tool_kinds import TOOLS
from ...naming import name_fields
from ...texts import tr


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
        self.resize(QSize(940, 660))
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
    actions = [("1–9", tr("take a class")), (tr("Alt+click"), tr("take the class under the cursor")),
               (tr("Alt+wheel"), tr("brush size, or tolerance"))]  # fmt: skip
    actions += [(", ".join(action.keys), tr(action.text)) for action in KEYS]
    keys = "".join(
        f"<tr><td><b>{escape(key)}</b>&nbsp;&nbsp;</td><td>{escape(text)}</td></tr>" for key, text in actions
    )
    only = tr("“Only where the map now says” keeps every tool from changing other classes.")
    left = f"<h3>{escape(tr('Tools'))}</h3><table cellpadding='2'>{tools}</table><p>{escape(only)}</p>"
    title = escape(tr("Keys, while one of these tools is used"))
    right = f"<h3>{title}</h3><table cellpadding='2'>{keys}</table>"
    columns = f"<td width='55%'>{left}</td><td width='45%'>{right}</td>"
    return f"<p>{escape(intro)}</p><table cellspacing='8'><tr>{columns}</tr></table>"


def _row(key: str, title: str, text: str) -> str:
    return f"<tr><td><b>{escape(key)}</b>&nbsp;&nbsp;</td><td><b>{escape(title)}.</b> {escape(text)}</td></tr>"
