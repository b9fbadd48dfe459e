"""The dialog that asks for the place of a file to write."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QWidget

from ..texts import tr


def ask_for_file(parent: Optional[QWidget], title: str, proposed: Path, files: str, ending: str) -> Optional[Path]:
    """Ask where a file shall be written; None when the analyst thought better of it.

    A name without the ending gets it at its end, whatever dots are in it; where such a file is there already, which the
    dialog doesn't know, the analyst is asked once more.

    Args:
        parent: The widget over which is asked.
        title: The dialog's title.
        proposed: What it proposes.
        files: Its filter, as Qt writes it.
        ending: How the name ends, such as “.onnx”.
    """
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, str(proposed), files)
    if not chosen:
        return None
    if chosen.lower().endswith(ending):
        return Path(chosen)
    path = Path(f"{chosen}{ending}")
    if path.exists():
        text = tr("“{name}” is there already. Replace it?", name=path.name)
        if QMessageBox.question(parent, title, text) != QMessageBox.StandardButton.Yes:
            return None
    return path
