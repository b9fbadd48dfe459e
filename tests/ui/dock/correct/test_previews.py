"""What is in hand shows what will change, and nothing else."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QImage

from .conftest import Hand

Place = tuple[float, float]
DIKE, BACKGROUND = (25.0, 15.0), (25.0, 25.0)
"""A pixel of each class, both under all that is drawn below."""


class Looks:
    """Compares the canvas with how it looked before."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        hand.canvas.setCanvasColor(QColor("#606060"))
        with hand.qtbot.waitSignal(hand.canvas.mapCanvasRefreshed, timeout=20_000):
            hand.canvas.refresh()
        hand.qtbot.waitUntil(self.is_drawn, timeout=20_000)
        self.before = self.now()

    def is_drawn(self) -> bool:
        return self.now().pixelColor(self.hand.spot(*DIKE)) != self.now().pixelColor(self.hand.spot(*BACKGROUND))

    def now(self) -> QImage:
        return self.hand.canvas.grab().toImage()

    def differs(self, place: Place) -> bool:
        spot = self.hand.spot(*place)
        return self.now().pixel(spot) != self.before.pixel(spot)

    def shows_only_the_dike(self) -> bool:
        return self.differs(DIKE) and not self.differs(BACKGROUND)


@pytest.fixture(params=["as it is", "turned, in degrees"])
def looks(hand: Hand, canvas: QgsMapCanvas, request: pytest.FixtureRequest) -> Looks:
    if request.param != "as it is":
        canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
        canvas.setRotation(33.0)
        canvas.setCenter(hand.target.pixel_map().point_of((40.0, 30.0)))
        canvas.zoomByFactor(1.3)
    return Looks(hand)


def only(hand: Hand, class_name: str) -> None:
    hand.page.only.setCurrentIndex(hand.page.only.findText(class_name))


def drawn_with(hand: Hand, tool: str) -> None:
    """Draw over both places, and stop before it is finished."""
    hand.take(tool, "snow", size=9)
    if tool in ("brush", "freehand", "rectangle"):
        way = {"brush": ((25, 12), (25, 28)), "rectangle": ((21, 4), (29, 38)),
               "freehand": ((20, 12), (30, 12), (30, 28), (20, 28))}[tool]  # fmt: skip
        hand.press(*way[0])
        for place in way[1:]:
            hand.drag_to(*place)
    else:
        for place in ((20, 12), (30, 12), (30, 28), (20, 28)):
            hand.click(*place)


@pytest.mark.parametrize("tool", ["brush", "freehand", "rectangle", "polygon", "restore", "take"])
def test_only_where_the_map_says_a_class(looks: Looks, tool: str) -> None:
    hand = looks.hand
    drawn_with(hand, tool)
    assert looks.differs(DIKE)
    assert looks.differs(BACKGROUND)
    only(hand, "dike")
    hand.qtbot.waitUntil(looks.shows_only_the_dike, timeout=20_000)
    only(hand, "any class")
    assert looks.differs(BACKGROUND)
    hand.key(Qt.Key.Key_Escape)
    assert not looks.differs(DIKE)


def test_a_becomes_b_shows_where_a_is(looks: Looks) -> None:
    drawn_with(looks.hand, "becomes")
    looks.hand.qtbot.waitUntil(looks.shows_only_the_dike, timeout=20_000)


def test_a_region_of_another_class_is_not_filled(looks: Looks) -> None:
    hand = looks.hand
    hand.take("region", "snow")
    hand.hover(*BACKGROUND)
    assert looks.differs(BACKGROUND)
    only(hand, "dike")
    hand.qtbot.waitUntil(lambda: not looks.differs(BACKGROUND), timeout=20_000)
    hand.hover(*DIKE)
    assert looks.differs(DIKE)


def test_what_was_corrected_meanwhile_counts(looks: Looks) -> None:
    hand = looks.hand
    only(hand, "dike")
    hand.take("polygon", "background")
    for place in ((20, 12), (30, 12), (30, 17), (20, 17)):
        hand.click(*place)
    hand.key(Qt.Key.Key_Return)
    hand.take("brush", "snow", size=9)
    hand.hover(25, 5)
    hand.qtbot.waitUntil(lambda: not hand.canvas.isDrawing(), timeout=20_000)
    hand.press(25, 5)
    hand.drag_to(25, 20)
    hand.qtbot.waitUntil(lambda: looks.differs((25.0, 18.5)) and not looks.differs((25.0, 22.0)), timeout=20_000)
    corrected = hand.spot(25.0, 13.5)
    hand.qtbot.waitUntil(
        lambda: looks.now().pixel(corrected) == looks.before.pixel(hand.spot(*BACKGROUND)), timeout=20_000
    )
