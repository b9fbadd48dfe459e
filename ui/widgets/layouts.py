"""Layouts: what is done to the widgets in them."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QLayout


def clear(layout: QLayout) -> None:
    """Take all widgets out of a layout, and away.

    They are deleted when control is back in the event loop, which a dialog that is open may delay; until then they
    would be drawn where they were, below what comes after them.
    """
    while layout.count():
        widget = layout.takeAt(0).widget()
        widget.hide()
        widget.deleteLater()
