"""The part to map: the view, all, what polygons cover, or a square around a click."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from outcrop.core.errors import BadInputError
from outcrop.ui.layers.imagery import Imagery, read_imagery
from outcrop.ui.layers.mapped_area import polygons_area, square_area, view_area, whole_area
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsRectangle, QgsVectorLayer

UTM = QgsCoordinateReferenceSystem("EPSG:32654")
Vectors = Callable[..., QgsVectorLayer]


@pytest.fixture
def imagery(make_imagery: Callable[..., object]) -> Imagery:
    return read_imagery(make_imagery())


@pytest.fixture
def project() -> QgsProject:
    return QgsProject.instance()


def test_all_of_it_has_no_extent(imagery: Imagery) -> None:
    place = whole_area(imagery)
    assert (place.extent, place.pixels) == (None, 4800)


def test_view_is_cut_to_the_imagery(imagery: Imagery, project: QgsProject) -> None:
    place = view_area(imagery, QgsRectangle(599_000, 4_739_700, 600_100, 4_741_000), UTM, project)
    assert place.extent == pytest.approx((600_000, 4_739_700, 600_100, 4_740_000))
    assert place.pixels == 300


@pytest.mark.parametrize("crs", ["EPSG:32654", "EPSG:4326"])
def test_polygons_give_their_area_and_box(
    imagery: Imagery, make_polygons: Vectors, project: QgsProject, crs: str
) -> None:
    place = polygons_area(imagery, make_polygons(crs=crs), project, only_selected=False)
    assert place.pixels == pytest.approx(100 + 144 + 400, abs=3)
    assert place.box.xMinimum() == pytest.approx(600_050, abs=8)
    assert place.is_exact


def test_polygons_that_reach_beyond_the_imagery_are_cut(
    imagery: Imagery, make_polygons: Vectors, project: QgsProject
) -> None:
    layer = make_polygons((("dike", -5, -5, 10), ("dike", 200, 200, 10)))
    place = polygons_area(imagery, layer, project, only_selected=False)
    assert place.pixels == 25


def test_only_the_selected_polygons_count(imagery: Imagery, make_polygons: Vectors, project: QgsProject) -> None:
    layer = make_polygons()
    with pytest.raises(BadInputError, match="is selected"):
        polygons_area(imagery, layer, project, only_selected=True)
    layer.selectByExpression("kind = 'snow'")
    place = polygons_area(imagery, layer, project, only_selected=True)
    assert place.pixels == 400
    assert place.box.xMinimum() == pytest.approx(600_500)
    assert (place.mask_id, place.only_selected) == (layer.id(), True)


def test_of_very_many_polygons_the_box_is_known(
    imagery: Imagery, make_polygons: Vectors, project: QgsProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outcrop.ui.layers.mapped_area._MEASURED_POLYGONS", 2)
    place = polygons_area(imagery, make_polygons(), project, only_selected=False)
    assert not place.is_exact
    assert place.pixels == 65 * 45


@pytest.mark.parametrize(("squares", "message"), [((), "no polygons yet"), ((("dike", 500, 500, 5),), "lie outside")])
def test_polygons_that_cover_nothing_are_refused(
    imagery: Imagery, make_polygons: Vectors, project: QgsProject, squares: tuple[object, ...], message: str
) -> None:
    with pytest.raises(BadInputError, match=message):
        polygons_area(imagery, make_polygons(squares), project, only_selected=False)


@pytest.mark.parametrize(
    ("point", "box"),
    [
        ((600_400, 4_739_700), (600_300, 4_739_600, 600_500, 4_739_800)),
        ((600_010, 4_739_995), (600_000, 4_739_800, 600_200, 4_740_000)),
        ((600_790, 4_739_405), (600_600, 4_739_400, 600_800, 4_739_600)),
    ],
)
def test_square_is_moved_inwards(
    imagery: Imagery, project: QgsProject, point: tuple[float, float], box: tuple[float, ...]
) -> None:
    place = square_area(imagery, QgsPointXY(*point), UTM, project, 20)
    assert place.extent == pytest.approx(box)
    assert place.pixels == 400


def test_square_larger_than_the_imagery_is_all_of_it(imagery: Imagery, project: QgsProject) -> None:
    place = square_area(imagery, imagery.extent.center(), UTM, project, 512)
    assert place.box == imagery.extent


def test_click_beside_the_imagery_is_refused(imagery: Imagery, project: QgsProject) -> None:
    with pytest.raises(BadInputError, match="Click on the imagery"):
        square_area(imagery, QgsPointXY(0, 0), UTM, project, 512)
