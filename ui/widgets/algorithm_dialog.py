"""The dialog of an algorithm of the toolbox, opened from elsewhere with what is known filled in."""

from __future__ import annotations


def open_dialog(key: str, values: dict[str, object]) -> None:
    """Open an algorithm's dialog in QGIS."""
    import processing

    processing.execAlgorithmDialog(key, values)
