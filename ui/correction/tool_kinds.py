"""The tools of the Correct page: what each is called, its key and picture, and what becomes of what it draws over."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from .shapes import BECOMES, DELETE, PAINT, RESTORE, SPLIT, TAKE

BRUSH, POLYGON, FREEHAND, RECTANGLE, REGION, SIMILAR, LINE = (
    "brush", "polygon", "freehand", "rectangle", "region", "similar", "line",
)  # fmt: skip
"""How a tool draws."""
PIXELS, POLYGONS = "pixels", "polygons"


@dataclass(frozen=True)
class ToolKind:
    """One tool.

    Attributes:
        name: As it is kept with a correction; also the name of its picture.
        title: What it is called.
        help: What it does, and how, in a sentence or two.
        key: The key that takes it while a tool of the page is used.
        draws: How it draws.
        purpose: What becomes of the pixels, or of polygons.
        of: What it corrects: pixels, polygons, or both.
    """

    name: str
    title: str
    help: str
    key: str
    draws: str
    purpose: str = PAINT
    of: tuple[str, ...] = (PIXELS, POLYGONS)


TOOLS = (
    ToolKind(
        "brush", QT_TRANSLATE_NOOP("Outcrop", "Brush"),
        QT_TRANSLATE_NOOP(
            "Outcrop",
            "Paint with the class. Alt and the wheel change the size, Shift draws straight lines, Ctrl paints the "
            "prediction back.",
        ),
        "B", BRUSH,
    ),
    ToolKind(
        "polygon", QT_TRANSLATE_NOOP("Outcrop", "Polygon"),
        QT_TRANSLATE_NOOP(
            "Outcrop", "Click the corners; a right click or double click finishes, Backspace takes one back."
        ),
        "P", POLYGON,
    ),
    ToolKind(
        "freehand", QT_TRANSLATE_NOOP("Outcrop", "Freehand"),
        QT_TRANSLATE_NOOP("Outcrop", "Draw around the pixels with the button held; letting go finishes."),
        "F", FREEHAND,
    ),
    ToolKind(
        "rectangle", QT_TRANSLATE_NOOP("Outcrop", "Rectangle"),
        QT_TRANSLATE_NOOP("Outcrop", "Drag from corner to corner."),
        "R", RECTANGLE,
    ),
    ToolKind(
        "region", QT_TRANSLATE_NOOP("Outcrop", "Pick a region"),
        QT_TRANSLATE_NOOP(
            "Outcrop",
            "The connected region of one class under the cursor is outlined; a click gives it the class. Shift and "
            "click collect regions, a right click gives the class to all of them.",
        ),
        "G", REGION,
    ),
    ToolKind(
        "similar", QT_TRANSLATE_NOOP("Outcrop", "Similar pixels"),
        QT_TRANSLATE_NOOP(
            "Outcrop",
            "What looks alike around the cursor in the imagery as it is drawn; zoom sets the scale, Alt and the wheel "
            "the tolerance. Hold the button to gather more.",
        ),
        "W", SIMILAR,
    ),
    ToolKind(
        "becomes", QT_TRANSLATE_NOOP("Outcrop", "A becomes B"),
        QT_TRANSLATE_NOOP(
            "Outcrop",
            "Inside a polygon, one class becomes the chosen one. Which one, “Only where” says, else the class under "
            "the first corner.",
        ),
        "A", POLYGON, BECOMES, (PIXELS,),
    ),
    ToolKind(
        "take", QT_TRANSLATE_NOOP("Outcrop", "Take from another prediction"),
        QT_TRANSLATE_NOOP("Outcrop", "Inside a polygon, take the classes of another prediction, chosen below."),
        "T", POLYGON, TAKE, (PIXELS,),
    ),
    ToolKind(
        "restore", QT_TRANSLATE_NOOP("Outcrop", "Back to the prediction"),
        QT_TRANSLATE_NOOP("Outcrop", "Inside a polygon, show again what the model had predicted."),
        "O", POLYGON, RESTORE, (PIXELS,),
    ),
    ToolKind(
        "split", QT_TRANSLATE_NOOP("Outcrop", "Split polygons"),
        QT_TRANSLATE_NOOP("Outcrop", "Click a line across polygons; a right click or double click cuts them along it."),
        "K", LINE, SPLIT, (POLYGONS,),
    ),
    ToolKind(
        "delete", QT_TRANSLATE_NOOP("Outcrop", "Delete a polygon"),
        QT_TRANSLATE_NOOP(
            "Outcrop", "Click the polygon. Shift and click collect polygons, a right click deletes all of them."
        ),
        "D", REGION, DELETE, (POLYGONS,),
    ),
)  # fmt: skip
"""All of them, in the order of the page."""


def kind_of(name: str) -> ToolKind:
    """Find a tool by its name."""
    return next(kind for kind in TOOLS if kind.name == name)
