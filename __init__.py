"""Outcrop: train segmentation models on polygons drawn over imagery, and map with them, inside QGIS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Union

if TYPE_CHECKING:
    from qgis.gui import QgisInterface  # noqa: TID251  (read by type checkers only)

    from .plugin import OutcropPlugin
    from .ui.help.standing import IdlePlugin


def classFactory(iface: QgisInterface) -> Union[OutcropPlugin, IdlePlugin]:
    """Give QGIS the plugin, or what says why it can't be had here.

    The imports wait until here, so that core works where there is no QGIS.
    """
    from .ui.help.standing import IdlePlugin, obstacle, torn

    words = obstacle()
    if words:
        return IdlePlugin(iface, words)
    try:
        from .plugin import OutcropPlugin
    except (ImportError, SyntaxError, AttributeError) as error:
        return IdlePlugin(iface, torn(error))
    return OutcropPlugin(iface)
