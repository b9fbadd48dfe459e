"""A QGIS in which somebody answers the queue, and that dies in the middle of it; not a test.

`python killed_analyst.py FILE ANSWER …` answers what a file of reviews offers and kills itself after the last one.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def main() -> None:
    """Answer, and die."""
    from qgis.core import QgsApplication, QgsProject
    from qgis.gui import QgsMapCanvas

    application = QgsApplication([], True)
    application.initQgis()
    from outcrop.ui.review.tile_queue import TileQueue

    canvas = QgsMapCanvas()
    queue = TileQueue(QgsProject.instance(), canvas)
    queue.open(Path(sys.argv[1]), None, ("dike", "snow"))
    for answer in sys.argv[2:]:
        queue.answer(answer)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    runpy.run_path(str(ROOT / "core" / "__main__.py"))["bind_package"]()
    main()
