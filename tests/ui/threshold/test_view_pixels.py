"""What is seen of probabilities: the same as the map at full size, less of it from afar, wherever the map lies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from outcrop.core.errors import BadInputError
from outcrop.ui.threshold.kept_map import read_kept_map
from outcrop.ui.threshold.view_pixels import read_view
from qgis.core import QgsRasterLayer, QgsRectangle

from .conftest import STRAIGHT, TURNED

DEGREES = (140.0, 0.0001, 0.0, 43.0, 0.0, -0.0001)


def pixels_of(path: Path) -> np.ndarray:
    return np.array(gdal.Open(str(path)).ReadAsArray())


@pytest.mark.parametrize(
    ("transform", "code"), [(STRAIGHT, 32654), (TURNED, 32654), (DEGREES, 4326)], ids=["straight", "turned", "degrees"]
)
def test_all_of_a_map_is_the_map(make_kept_map: Callable[..., Path], transform: Sequence[float], code: int) -> None:
    path = make_kept_map(transform=transform, code=code)
    kept = read_kept_map(str(path))
    box = QgsRasterLayer(str(path), "map").extent()
    if transform == TURNED:
        corners = [gdal.ApplyGeoTransform(transform, *corner) for corner in ((0, 0), (120, 0), (0, 80), (120, 80))]
        box = QgsRectangle(*np.min(corners, axis=0), *np.max(corners, axis=0))
    view = read_view(kept, 1, box, abs(transform[1]))
    assert view is not None
    before = pixels_of(path)
    assert view.labels.shape == before.shape
    np.testing.assert_allclose(view.transform, transform)
    half = view.at(128)
    own = pixels_of(path.with_name("map_probabilities.tif"))[0]
    np.testing.assert_array_equal(half == 1, own >= 128)
    np.testing.assert_array_equal(half == 0, before == 0)
    np.testing.assert_array_equal(half[(own < 128) & (before != 1)], before[(own < 128) & (before != 1)])
    assert set(np.unique(view.at(1))) == {0, 1}
    assert 1 not in view.at(255)
    assert view.shares.at(128) == (own >= 128).sum() / (own > 0).sum()


def test_from_afar_few_pixels_are_read(make_kept_map: Callable[..., Path]) -> None:
    kept = read_kept_map(str(make_kept_map(size=(400, 600))))
    box = QgsRectangle(600_000, 4_736_000, 606_000, 4_740_000)
    view = read_view(kept, 1, box, 40.0)
    assert view is not None
    assert view.labels.shape == (100, 150)
    assert view.transform[1] == pytest.approx(40)
    near = read_view(kept, 1, QgsRectangle(601_000, 4_738_000, 601_500, 4_738_400), 0.5)
    assert near is not None
    assert near.labels.shape == (41, 51)  # a pixel that is partly seen is seen
    assert near.transform[0] == pytest.approx(601_000)


def test_beside_the_map_nothing_is_seen(make_kept_map: Callable[..., Path]) -> None:
    kept = read_kept_map(str(make_kept_map()))
    assert read_view(kept, 1, QgsRectangle(0, 0, 100, 100), 1.0) is None


def test_a_map_that_counts_nothing_is_counted(make_kept_map: Callable[..., Path]) -> None:
    path = make_kept_map(counted=False)
    kept = read_kept_map(str(path))
    assert kept.shares == (None, None, None)
    assert kept.share_of(1) is None
    view = read_view(kept, 1, QgsRasterLayer(str(path), "map").extent(), 10.0)
    own = pixels_of(path.with_name("map_probabilities.tif"))[0]
    assert view is not None
    assert view.shares.at(100) == (own >= 100).sum() / (own > 0).sum()


def test_it_starts_as_the_map_is(make_kept_map: Callable[..., Path]) -> None:
    path = make_kept_map()
    kept = read_kept_map(str(path))
    before, own = pixels_of(path), pixels_of(path.with_name("map_probabilities.tif"))[0]
    share = (before == 1).sum() / (before > 0).sum()
    assert kept.share_of(1) == share
    assert (own >= kept.first_byte(1)).sum() / (own > 0).sum() == pytest.approx(share, abs=0.01)


def test_probabilities_of_another_map_are_refused(make_kept_map: Callable[..., Path]) -> None:
    path, other = make_kept_map(), make_kept_map("other.tif", (40, 50))
    other.with_name("other_probabilities.tif").replace(path.with_name("map_probabilities.tif"))
    with pytest.raises(BadInputError, match="holds no probabilities of this map"):
        read_kept_map(str(path))
    gdal.Open(str(path), gdal.GA_Update).SetMetadata({})
    with pytest.raises(BadInputError, match="what its classes are"):
        read_kept_map(str(path))
    path.write_bytes(b"no raster")
    with pytest.raises(BadInputError, match="can't be read"):
        read_kept_map(str(path))
