"""Bands of imagery with hundreds of them are chosen by a few keys and clicks, in a menu that stays where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from osgeo import gdal
from outcrop.ui.dock.data.imagery.band_choice import BandChoice
from outcrop.ui.dock.dock import OutcropDock
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QStyle, QStyleOptionViewItem

LEFT = Qt.MouseButton.LeftButton
BANDS = 224


@pytest.fixture
def bands(
    dock: OutcropDock, project: QgsProject, make_imagery: Callable[..., QgsRasterLayer], qtbot: QtBot
) -> Iterator[BandChoice]:
    """Give the choice of bands, with its menu open."""
    names = tuple(f"band {number}" for number in range(1, BANDS + 1))
    layer = make_imagery("hyperspectral", (4, 4), names)
    with_wavelengths(layer)
    project.addMapLayer(QgsRasterLayer(layer.source(), "hyperspectral"))
    choice = dock.data_page.bands
    QTimer.singleShot(0, lambda: None)
    choice.menu().popup(choice.mapToGlobal(QPoint(0, 20)))
    qtbot.waitUntil(choice.list.isVisible)
    yield choice
    choice.menu().hide()


def with_wavelengths(layer: QgsRasterLayer) -> None:
    """Write wavelengths as ENVI's driver gives them; the second half is stored the other way round."""
    dataset = gdal.Open(layer.source(), gdal.GA_Update)
    for number in range(1, BANDS + 1):
        length = 400 + 10 * number if number <= 112 else 400 + 10 * (BANDS + 113 - number)
        dataset.GetRasterBand(number).SetMetadata({"wavelength": str(length), "wavelength_units": "Nanometers"})


def names(dock: OutcropDock) -> list[str]:
    return list(dock.data_page.choice.imagery.bands)


def check_box(choice: BandChoice, row: int) -> QPoint:
    index = choice.list.model().index(row, 0)
    option = QStyleOptionViewItem()
    option.initFrom(choice.list)
    option.rect = choice.list.visualRect(index)
    option.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    style = choice.list.style()
    return style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, choice.list).center()


def test_ten_bands_are_ten_clicks(bands: BandChoice, dock: OutcropDock) -> None:
    clicks = 2  # the menu, and None
    QTest.mouseClick(bands.none, LEFT)
    assert len(names(dock)) == BANDS  # until one is checked
    for row in range(10):
        QTest.mouseClick(bands.list.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, check_box(bands, row))
        clicks += 1
    assert names(dock) == [f"band {number}" for number in range(1, 11)]
    assert clicks <= 12


def test_ten_bands_are_one_typed_range(bands: BandChoice, dock: OutcropDock) -> None:
    assert bands.range.text() == "1–224"
    QTest.mouseClick(bands.range, LEFT)
    QTest.keyClicks(bands.range, "31-39, 75")
    QTest.keyClick(bands.range, Qt.Key.Key_Return)
    assert names(dock) == [*(f"band {number}" for number in range(31, 40)), "band 75"]
    assert bands.menu().isVisible()
    assert bands.text() == "10 bands: 31–39, 75"
    assert dock.data_page.summary.text().startswith("10 of 224 bands")


def test_what_is_no_range_changes_nothing(bands: BandChoice, dock: OutcropDock) -> None:
    bands.range.setText("1-300")
    QTest.keyClick(bands.range, Qt.Key.Key_Return)
    assert bands.trouble.text() == "There is no band 300; they are 1 to 224."
    assert bands.trouble.isVisible()
    assert len(names(dock)) == BANDS


def test_keys_toggle_the_band_that_is_meant(bands: BandChoice, dock: OutcropDock) -> None:
    bands.list.setCurrentRow(99)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(bands.list, key)
    missing = {f"band {number}" for number in range(1, BANDS + 1)} - set(names(dock))
    assert missing == {"band 100", "band 101"}
    assert bands.list.currentRow() == 100


def test_shift_and_space_take_many_at_once(bands: BandChoice, dock: OutcropDock) -> None:
    QTest.mouseClick(bands.none, LEFT)
    QTest.keyClick(bands.list, Qt.Key.Key_Home)
    for _ in range(4):
        QTest.keyClick(bands.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(bands.list, Qt.Key.Key_Space)
    assert names(dock) == [f"band {number}" for number in range(1, 6)]


def test_search_narrows_what_is_shown_and_taken(bands: BandChoice, dock: OutcropDock) -> None:
    QTest.mouseClick(bands.none, LEFT)
    QTest.keyClicks(bands.search, "band 22")
    shown = [row for row in range(BANDS) if not bands.list.item(row).isHidden()]
    assert [row + 1 for row in shown] == [22, 220, 221, 222, 223, 224]
    bands.list.setCurrentRow(219)
    QTest.keyClick(bands.list, Qt.Key.Key_Space)
    assert names(dock) == ["band 220"]


def test_wavelengths_are_shown_and_sorted_by(bands: BandChoice, dock: OutcropDock) -> None:
    assert bands.list.item(0).text() == "band 1 · 410.0 nm"
    assert bands.sort.isVisible()
    QTest.mouseClick(bands.sort, LEFT)
    lengths = [band.wavelength_nm for band in dock.data_page.choice.imagery.chosen]
    assert lengths == sorted(lengths)
    assert names(dock)[-1] == "band 113"


def test_few_bands_need_no_numbers(ready: OutcropDock, qtbot: QtBot) -> None:
    choice = ready.data_page.bands
    choice.menu().popup(choice.mapToGlobal(QPoint(0, 20)))
    qtbot.waitUntil(choice.list.isVisible)
    assert not choice.range.isVisible()
    assert not choice.search.isVisible()
    assert not choice.sort.isVisible()
    choice.menu().hide()
