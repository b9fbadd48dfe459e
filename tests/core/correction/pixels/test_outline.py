from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from outcrop.core.correction.pixels.outline import outline
from outcrop.core.correction.pixels.runs import Runs
from outcrop.core.correction.pixels.shapes import polygon_runs
from rasterio.features import rasterize
from scipy import ndimage

MASKS = arrays(bool, array_shapes(min_dims=2, max_dims=2, max_side=10))
PLACES = st.tuples(st.integers(-3, 3), st.integers(-3, 3))


@given(MASKS, PLACES)
def test_outline_holds_exactly_the_pixels(mask: np.ndarray, place: tuple[int, int]) -> None:
    runs = Runs.of_mask(mask, *place)
    polygons = [shapely.Polygon(rings[0], rings[1:]) for rings in outline(runs)]
    assert len(polygons) == ndimage.label(mask)[1]
    whole = shapely.MultiPolygon(polygons)
    assert shapely.is_valid(whole)
    assert whole.area == mask.sum()
    if mask.any():
        moved = shapely.transform(whole, lambda xy: xy - (place[1], place[0]))
        assert np.array_equal(rasterize([moved], out_shape=mask.shape).astype(bool), mask)
    assert Runs.joined([polygon_runs(rings) for rings in outline(runs)]).same_as(runs)


@given(MASKS)
def test_every_corner_turns(mask: np.ndarray) -> None:
    for rings in outline(Runs.of_mask(mask)):
        for ring in rings:
            steps = np.diff(ring, axis=0)
            assert np.array_equal(ring[0], ring[-1])
            assert ((steps == 0).sum(axis=1) == 1).all()
            assert ((steps[1:] == 0) != (steps[:-1] == 0)).all()
