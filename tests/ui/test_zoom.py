"""Tests of zooming to a place."""

from __future__ import annotations

import pytest
from outcrop.core.errors import BadInputError
from outcrop.ui.zoom import zoom_to
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas

DEGREES = QgsCoordinateReferenceSystem("EPSG:4326")


@pytest.fixture
def canvas(qgis_canvas: QgsMapCanvas) -> QgsMapCanvas:
    qgis_canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    return qgis_canvas


def test_a_place_is_shown_with_what_lies_around_it(canvas: QgsMapCanvas, qgis_new_project: None) -> None:
    zoom_to(canvas, QgsProject.instance(), QgsRectangle(15.0, 45.0, 15.01, 45.01), DEGREES, 3.0)
    shown = canvas.extent()
    assert shown.contains(QgsRectangle(499_800, 4_982_000, 501_000, 4_984_000))
    assert 2_000 < shown.height() < 20_000


def test_a_place_that_the_map_does_not_know_is_said(canvas: QgsMapCanvas, qgis_new_project: None) -> None:
    before = canvas.extent()
    with pytest.raises(BadInputError, match="The map can't show this place"):
        zoom_to(canvas, QgsProject.instance(), QgsRectangle(15.0, 1e6, 16.0, 1e7), DEGREES, 3.0)
    assert canvas.extent() == before
