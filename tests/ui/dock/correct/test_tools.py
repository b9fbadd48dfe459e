"""Every tool by mouse and keys on a real canvas, down to the pixels of the corrected map."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt

from .conftest import COLUMNS, LEGEND, ROWS, Hand, MakePrediction, usual_map

SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
SNOW = 3


def painted(hand: Hand) -> set[tuple[int, int]]:
    """Give column and row of the pixels that differ from the prediction."""
    rows, cols = np.nonzero(hand.map() != usual_map())
    return set(zip(cols.tolist(), rows.tolist()))


def box(first: tuple[int, int], last: tuple[int, int]) -> set[tuple[int, int]]:
    return {(col, row) for col in range(first[0], last[0] + 1) for row in range(first[1], last[1] + 1)}


def near_line(start: tuple[int, int], end: tuple[int, int], radius: float) -> set[tuple[int, int]]:
    """Give the pixels whose centres are within a distance of a line between two pixels' centres."""
    rows, cols = np.mgrid[:ROWS, :COLUMNS]
    (x0, y0), (x1, y1) = start, end
    length = max((x1 - x0) ** 2 + (y1 - y0) ** 2, 1)
    share = np.clip(((cols - x0) * (x1 - x0) + (rows - y0) * (y1 - y0)) / length, 0, 1)
    close = np.hypot(cols - x0 - share * (x1 - x0), rows - y0 - share * (y1 - y0)) <= radius + 1e-9
    return {(int(col), int(row)) for row, col in zip(*np.nonzero(close))}


def test_brush_paints_along_its_way(hand: Hand) -> None:
    hand.take("brush", size=5)
    hand.drag((10, 45), (30, 50))
    assert painted(hand) == near_line((10, 45), (30, 50), 2.5)
    assert hand.map()[45, 10] == SNOW


def test_a_dab_of_one_pixel_paints_the_pixel_under_the_cursor(hand: Hand) -> None:
    hand.take("brush", size=1)
    hand.click(33, 44)
    assert painted(hand) == {(33, 44)}


def test_shift_joins_with_the_last_stroke_by_a_straight_line(hand: Hand) -> None:
    hand.take("brush", size=1)
    hand.click(2, 5)
    hand.press(20, 5, SHIFT)
    hand.drag_to(40, 5, SHIFT)
    hand.release(40, 5, SHIFT)
    assert painted(hand) == box((2, 5), (40, 5))
    assert hand.target.session.undo_count == 2


def test_ctrl_paints_the_prediction_back(hand: Hand) -> None:
    hand.take("brush", size=9)
    hand.click(30, 45)
    hand.page.choice.set_size(1)
    hand.click(30, 45, keys=CTRL)
    assert (30, 45) not in painted(hand)
    assert (31, 45) in painted(hand)


def test_what_is_in_hand_is_seen_at_once_and_dropped_by_escape(hand: Hand, canvas: QgsMapCanvas) -> None:
    hand.take("brush", size=9)
    before = canvas.grab().toImage()
    hand.press(30, 45)
    hand.drag_to(40, 45)
    spot = hand.spot(35, 45)
    assert canvas.grab().toImage().pixel(spot) != before.pixel(spot)
    hand.key(Qt.Key.Key_Escape)
    hand.release(40, 45)
    assert painted(hand) == set()
    assert canvas.mapTool() is hand.control.tools.tools["brush"]
    hand.key(Qt.Key.Key_Escape)
    assert canvas.mapTool() is canvas.pan


@pytest.mark.parametrize("ending", ["right", "double", "return"])
def test_polygon(hand: Hand, ending: str) -> None:
    hand.take("polygon")
    for place in ((19.5, 41.5), (29.5, 41.5), (29.5, 47.5)):
        hand.click(*place)
    if ending == "double":
        hand.click(19.5, 47.5)
        hand.double_click(19.5, 47.5)
    else:
        hand.click(19.5, 47.5)
        hand.click(5, 5, Qt.MouseButton.RightButton) if ending == "right" else hand.key(Qt.Key.Key_Return)
    assert painted(hand) == box((20, 42), (29, 47))
    assert hand.target.session.undo_count == 1


def test_polygon_takes_corners_back_and_is_dropped(hand: Hand) -> None:
    hand.take("polygon")
    for place in ((20, 41), (30, 41), (30, 47)):
        hand.click(*place)
    hand.key(Qt.Key.Key_Backspace)
    hand.click(5, 5, Qt.MouseButton.RightButton)
    assert "at least 3" in hand.page.tools.hint.text()
    hand.key(Qt.Key.Key_Escape)
    assert hand.control.tools.desk.hand.is_empty
    assert painted(hand) == set()


def test_freehand(hand: Hand) -> None:
    hand.take("freehand")
    hand.drag((19.5, 41.5), (29.5, 41.5), (29.5, 47.5), (19.5, 47.5))
    assert painted(hand) == box((20, 42), (29, 47))


@pytest.mark.parametrize("by_clicks", [False, True])
def test_rectangle(hand: Hand, by_clicks: bool) -> None:
    hand.take("rectangle")
    if by_clicks:
        hand.click(19.5, 41.5)
        hand.click(29.5, 47.5)
    else:
        hand.drag((19.5, 41.5), (25, 44), (29.5, 47.5))
    assert painted(hand) == box((20, 42), (29, 47))


def test_a_wrong_region_is_right_after_one_click(hand: Hand) -> None:
    hand.take("region")
    hand.hover(15, 15)
    assert not hand.control.tools.desk.hand.is_empty
    hand.click(15, 15)
    assert painted(hand) == box((10, 10), (39, 19))
    assert hand.map()[15, 15] == SNOW


def test_shift_gathers_regions(hand: Hand) -> None:
    hand.take("region", "dike")
    hand.click(15, 35, keys=SHIFT)
    assert painted(hand) == set()
    hand.click(55, 35)
    assert painted(hand) == box((10, 30), (19, 39)) | box((50, 30), (59, 39))
    assert hand.target.session.undo_count == 1


def test_region_knows_what_was_corrected_before(hand: Hand) -> None:
    hand.take("rectangle", "dike")
    hand.drag((4.5, 9.5), (9.5, 19.5))
    hand.take("region", "snow")
    hand.click(30, 15)
    assert painted(hand) == box((5, 10), (39, 19))
    assert set(np.unique(hand.map()[10:20, 5:40])) == {SNOW}


def test_similar_pixels_follow_the_imagery(
    hand: Hand, qtbot: QtBot, project: QgsProject, canvas: QgsMapCanvas, make_imagery: object
) -> None:
    imagery: QgsRasterLayer = make_imagery(size=(ROWS, COLUMNS))
    project.addMapLayer(imagery)
    _paint_patch(imagery)
    canvas.setLayers([hand.target.layer, imagery])
    hand.take("similar", "dike")
    qtbot.waitUntil(lambda: hand.control.tools.desk.beneath.picture() is not None, timeout=20_000)
    hand.hover(30, 48)
    assert not hand.control.tools.desk.hand.is_empty
    hand.click(30, 48)
    got = painted(hand)
    inner, outer = box((27, 46), (33, 50)), box((25, 44), (35, 52))
    assert inner <= got <= outer


def _paint_patch(imagery: QgsRasterLayer) -> None:
    """Make the imagery dark, with one bright patch."""
    from osgeo import gdal

    dataset = gdal.Open(imagery.source(), gdal.GA_Update)
    values = np.full((ROWS, COLUMNS), 20, np.uint8)
    values[45:52, 26:35] = 200
    for band in (1, 2, 3):
        dataset.GetRasterBand(band).WriteArray(values)
    dataset.FlushCache()
    del dataset
    imagery.dataProvider().reloadData()
    from qgis.core import QgsMultiBandColorRenderer

    imagery.setRenderer(QgsMultiBandColorRenderer(imagery.dataProvider(), 1, 2, 3))


def test_a_becomes_b_inside_a_polygon(hand: Hand) -> None:
    hand.take("becomes", "snow")
    for place in ((12, 15), (60, 15), (60, 38), (12, 38)):
        hand.click(*place)
    assert "dike → snow" in hand.control.tools.desk.hand._word
    hand.click(5, 5, Qt.MouseButton.RightButton)
    got = painted(hand)
    assert got <= box((10, 10), (39, 19))
    assert {row for _col, row in got} >= {16, 17, 18, 19}


def test_a_becomes_a_is_refused_and_kept_in_hand(hand: Hand) -> None:
    hand.take("becomes", "dike")
    for place in ((12, 15), (60, 15), (60, 38)):
        hand.click(*place)
    hand.key(Qt.Key.Key_Return)
    assert "another class" in hand.page.tools.hint.text()
    hand.key("3")
    hand.key(Qt.Key.Key_Return)
    assert painted(hand) <= box((10, 10), (39, 19))
    assert painted(hand)


def test_only_where_the_map_says_keeps_other_classes(hand: Hand) -> None:
    hand.take("rectangle", "snow")
    hand.page.only.setCurrentIndex(hand.page.only.findText("dike"))
    hand.drag((4.5, 4.5), (44.5, 24.5))
    assert painted(hand) == box((10, 10), (39, 19))


def test_take_from_another_prediction(hand: Hand, project: QgsProject, make_prediction: MakePrediction) -> None:
    other = make_prediction("other", np.full((ROWS, COLUMNS), 2, np.uint8))
    project.addMapLayer(other)
    hand.take("take")
    hand.page.other.set_layer(other)
    for place in ((19.5, 41.5), (29.5, 41.5), (29.5, 47.5), (19.5, 47.5)):
        hand.click(*place)
    hand.click(5, 5, Qt.MouseButton.RightButton)
    assert painted(hand) == box((20, 42), (29, 47))
    assert hand.map()[45, 25] == 2


def test_back_to_the_prediction(hand: Hand) -> None:
    hand.take("rectangle", "snow")
    hand.drag((19.5, 41.5), (39.5, 47.5))
    hand.take("restore")
    for place in ((29.5, 39.5), (45, 39.5), (45, 49.5), (29.5, 49.5)):
        hand.click(*place)
    hand.click(5, 5, Qt.MouseButton.RightButton)
    assert painted(hand) == box((20, 42), (29, 47))


def test_background_shows_what_lies_beneath_again(hand: Hand, qtbot: QtBot, canvas: QgsMapCanvas) -> None:
    def seen() -> str:
        return canvas.grab().toImage().pixelColor(hand.spot(25, 15)).name()

    qtbot.waitUntil(lambda: seen() == LEGEND.classes[1].colour, timeout=20_000)
    hand.take("region", "background")
    hand.click(15, 15)
    hand.control.tools.leave()
    qtbot.waitUntil(lambda: seen() == canvas.canvasColor().name(), timeout=20_000)


def test_pixels_without_prediction_are_left_alone_unless_asked(hand: Hand) -> None:
    hand.take("rectangle", "dike")
    hand.drag((65.5, 45.5), (79.5, 59.5))
    assert not any(col >= 70 and row >= 50 for col, row in painted(hand))
    assert "have no prediction" in hand.page.tools.hint.text()
    hand.page.over_nodata.setChecked(True)
    hand.drag((65.5, 45.5), (79.5, 59.5))
    assert any(col >= 70 and row >= 50 for col, row in painted(hand))


def test_what_lies_outside_is_cut_off_and_told(hand: Hand) -> None:
    hand.take("brush", size=3)
    hand.drag((-1, 5), (1, 5))
    assert painted(hand)
    assert "outside" in hand.page.tools.hint.text()


@pytest.mark.parametrize("authid", ["EPSG:4326", "EPSG:3857"])
@pytest.mark.parametrize("rotation", [0.0, 33.0])
def test_any_coordinate_system_and_rotation(hand: Hand, canvas: QgsMapCanvas, authid: str, rotation: float) -> None:
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(authid))
    canvas.setRotation(rotation)
    pixels = hand.target.pixel_map()
    canvas.setCenter(pixels.point_of((40.0, 30.0)))
    canvas.zoomByFactor(0.5 if rotation == 0 else 0.7)
    hand.take("brush", size=1)
    hand.click(33, 27)
    assert painted(hand) == {(33, 27)}
    hand.take("polygon")
    for place in ((39.5, 30.5), (46.5, 30.5), (46.5, 36.5), (39.5, 36.5)):
        hand.click(*place)
    hand.key(Qt.Key.Key_Return)
    got = painted(hand) - {(33, 27)}
    assert box((41, 32), (45, 35)) <= got <= box((39, 30), (47, 37))


def test_eyedropper_numbers_and_swap(hand: Hand) -> None:
    hand.take("brush", "background")
    hand.hover(15, 15)
    hand.key("l")
    assert hand.page.choice.class_id == 2
    hand.click(15, 35, keys=ALT)
    assert hand.page.choice.class_id == SNOW
    hand.key("x")
    assert hand.page.choice.class_id == 2
    hand.key("1")
    assert hand.page.choice.class_id == 1
    assert hand.page.classes.button_of(1).isChecked()
    assert painted(hand) == set()


def test_the_wheel_with_alt_changes_the_size_and_alone_zooms(hand: Hand, canvas: QgsMapCanvas) -> None:
    hand.take("brush", size=8)
    scale = canvas.scale()
    hand.wheel(2, ALT)
    assert hand.page.choice.size > 10
    assert hand.page.size.value() == hand.page.choice.size
    assert canvas.scale() == scale
    hand.key(",")
    assert hand.page.choice.size < 12
    hand.control.tools.tools["similar"].turn(1)
    assert hand.page.choice.tolerance > 1


def test_a_touch_pad_turns_as_slowly_as_a_wheel(hand: Hand) -> None:
    hand.take("brush", size=8)
    for _ in range(11):
        hand.wheel(0.1, ALT)
    assert hand.page.choice.size == 10
    for _ in range(11):
        hand.wheel(-0.1, ALT)
    assert hand.page.choice.size == 8


def test_brush_in_metres(hand: Hand) -> None:
    hand.take("brush", size=50)
    hand.page.unit.setCurrentIndex(1)
    hand.click(30, 45)
    assert painted(hand) == near_line((30, 45), (30, 45), 2.5)
