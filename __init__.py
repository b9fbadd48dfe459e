"""Outcrop: train segmentation models on polygons drawn over imagery, and map with them, inside QGIS."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface  # noqa: TID251  (read by type checkers only)

    from .plugin import OutcropPlugin


def classFactory(iface: QgisInterface) -> OutcropPlugin:
    """Give QGIS the plugin; the import waits until here so that core works where there is no QGIS."""
    from .plugin import OutcropPlugin

    return OutcropPlugin(iface)
