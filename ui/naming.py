"""Names for screen readers: a field that shows no text and has no label is called after its tooltip."""

from __future__ import annotations

import re
from typing import Optional

from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)

FIELDS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextBrowser)
"""What can be pressed, chosen from, typed into or read by keys."""
_CLAUSE = re.compile("[;:.(\n\u3002\uff08\uff1a\uff1b]")
"""Where a clause ends, in English and in Chinese."""


def name_fields(root: QWidget) -> None:
    """Name every field under a widget that has no name yet by the first clause of its tooltip, or of what holds it."""
    labelled = [label.buddy() for label in root.findChildren(QLabel)]
    for field in root.findChildren(QWidget):
        is_silent = isinstance(field, FIELDS) and not field.accessibleName() and field not in labelled
        if is_silent and not (isinstance(field, QAbstractButton) and field.text().strip("…")):
            field.setAccessibleName(_CLAUSE.split(_tooltip(field, root), maxsplit=1)[0].strip())


def _tooltip(field: QWidget, root: QWidget) -> str:
    """Give the tooltip of a field that has one, else of the nearest widget around it that does."""
    widget: Optional[QWidget] = field
    while widget is not None and widget is not root:
        if widget.toolTip():
            return str(widget.toolTip())
        widget = widget.parentWidget()
    return ""
