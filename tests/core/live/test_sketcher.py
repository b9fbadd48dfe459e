"""The sketch: right where the classes are clear, from the centre outwards, and dear only once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import pytest
import shapely
from outcrop.core.errors import BadInputError, CancelledError
from outcrop.core.live.feature_tiles import FeatureTiles
from outcrop.core.live.sketcher import Sketch, Sketcher

from .conftest import TwoHalves


def last(sketcher: Sketcher, *given: Any) -> Sketch:
    return list(sketcher.draw(*given, lambda: None))[-1]


def two_classes(halves: TwoHalves) -> Any:
    return halves.scene([halves.box(100, 100), halves.box(100, 500)], ["dark", "bright"])


@pytest.mark.parametrize("pixel", [4.0, 10.0, 17.0, 35.0])
def test_the_view_is_mapped_at_the_resolution_at_which_it_is_drawn(halves: TwoHalves, pixel: float) -> None:
    sketcher = Sketcher((halves.image,), ())
    sketch = last(sketcher, two_classes(halves), halves.extent(50, 200, 200, 300), pixel)
    side = sketcher.reduced.factor * 10
    assert side == max(10.0, round(pixel / 2.5) * 2.5)
    assert abs(sketch.window.width * side - 3000) <= 2 * side
    assert sketch.legend.names == ("bright", "dark")
    boundary = (halves.half * 10 - sketch.window.col * side) / side
    cols = np.arange(sketch.window.width) + 0.5
    west, east = cols < boundary - 8, cols > boundary + 8
    assert (sketch.classes[:, west] == 2).mean() > 0.99
    assert (sketch.classes[:, east] == 1).mean() > 0.99
    assert (sketch.unsure > 0).all()
    sketcher.close()


def test_polygons_outside_the_view_count_too(halves: TwoHalves) -> None:
    sketcher = Sketcher((halves.image,), ())
    scene = halves.scene([halves.box(10, 10), halves.box(270, 670)], ["dark", "bright"])
    sketch = last(sketcher, scene, halves.extent(100, 300, 100, 100), 10.0)
    assert (sketch.learned_from["dark"], sketch.learned_from["bright"]) == (400, 400)
    assert (sketch.classes[:, :40] == sketch.legend.id_of("dark")).all()


def test_what_was_seen_is_not_computed_again(halves: TwoHalves, monkeypatch: pytest.MonkeyPatch) -> None:
    sketcher = Sketcher((halves.image,), ())
    view = halves.extent(0, 0, 300, 700)
    last(sketcher, two_classes(halves), view, 10.0)
    computed: list[Any] = []
    compute = FeatureTiles._compute

    def counting(tiles: FeatureTiles, window: Any) -> Any:
        computed.append(window)
        return compute(tiles, window)

    monkeypatch.setattr(FeatureTiles, "_compute", counting)
    more = halves.scene([halves.box(100, 100), halves.box(100, 500), halves.box(200, 500)], ["dark", "bright", "third"])
    assert last(sketcher, more, view, 10.0).legend.names == ("bright", "dark", "third")
    last(sketcher, more, halves.extent(50, 40, 200, 500), 10.0)
    assert computed == []


def test_a_sketch_does_not_depend_on_what_was_seen_before(halves: TwoHalves) -> None:
    used, fresh = Sketcher((halves.image,), ()), Sketcher((halves.image,), ())
    view = halves.extent(20, 100, 200, 400)
    last(used, halves.scene([halves.box(0, 0), halves.box(0, 600)], ["a", "b"]), view, 10.0)
    sketches = [last(sketcher, two_classes(halves), view, 10.0) for sketcher in (used, fresh)]
    np.testing.assert_array_equal(sketches[0].classes, sketches[1].classes)
    np.testing.assert_array_equal(sketches[0].unsure, sketches[1].unsure)


def test_it_grows_from_the_centre(halves: TwoHalves) -> None:
    sketcher = Sketcher((halves.image,), ())
    mapped = [
        sketch.classes.copy()
        for sketch in sketcher.draw(two_classes(halves), halves.extent(0, 0, 300, 700), 10.0, lambda: None)
    ]
    assert len(mapped) == 6
    assert mapped[0][128, 350] > 0
    assert (mapped[0][:, 0] == 0).all()
    assert (mapped[-1] > 0).all()


def test_inside_a_labelled_area_the_rest_is_background(halves: TwoHalves) -> None:
    sketcher = Sketcher((halves.image,), ())
    scene = halves.scene([halves.box(100, 500)], ["bright"], area=halves.box(80, 80, 100))
    sketch = last(sketcher, scene, halves.extent(0, 0, 300, 700), 10.0)
    assert sketch.legend.names == ("background", "bright")
    assert (sketch.classes[:, :300] == 1).mean() > 0.99


def test_one_class_alone_is_told(halves: TwoHalves) -> None:
    sketcher = Sketcher((halves.image,), ())
    with pytest.raises(BadInputError, match="polygons of two classes"):
        last(sketcher, halves.scene([halves.box(100, 100)], ["dark"]), halves.extent(0, 0, 300, 700), 10.0)


def test_a_view_that_would_take_long_to_read_is_refused(halves: TwoHalves, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("outcrop.core.live.sketcher.MOST_READ", 100_000)
    sketcher = Sketcher((halves.image,), ())
    with pytest.raises(BadInputError, match=r"no overviews.*Build Overviews"):
        last(sketcher, two_classes(halves), halves.extent(0, 0, 300, 700), 40.0)


def test_features_that_would_fill_the_memory_are_computed_more_coarsely(
    halves: TwoHalves, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outcrop.core.live.sketcher.MOST_NUMBERS", 700 * 300 * 21 // 4)
    sketcher = Sketcher((halves.image,), ())
    sketch = last(sketcher, two_classes(halves), halves.extent(0, 0, 300, 700), 10.0)
    assert sketcher.reduced.factor >= 2
    assert (sketch.classes > 0).all()


def test_it_can_be_stopped_between_tiles(halves: TwoHalves) -> None:
    def stop() -> None:
        raise CancelledError("The job was stopped.")

    sketcher = Sketcher((halves.image,), ())
    with pytest.raises(CancelledError):
        next(sketcher.draw(two_classes(halves), halves.extent(0, 0, 300, 700), 10.0, stop))


def test_what_was_computed_before_it_was_stopped_is_kept(halves: TwoHalves, monkeypatch: pytest.MonkeyPatch) -> None:
    sketcher, view = Sketcher((halves.image,), ()), halves.extent(0, 0, 300, 700)
    computed: list[Any] = []
    compute = FeatureTiles._compute
    monkeypatch.setattr(
        FeatureTiles, "_compute", lambda tiles, window: (computed.append(window), compute(tiles, window))[1]
    )

    def stop_at_the_third() -> None:
        if len(computed) > 2:
            raise CancelledError("A newer one follows.")

    with pytest.raises(CancelledError):
        list(sketcher.draw(two_classes(halves), view, 10.0, stop_at_the_third))
    last(sketcher, two_classes(halves), view, 10.0)
    assert len(computed) == len(set(computed)) == 6


def test_corrections_far_from_the_view_count_too(halves: TwoHalves, tmp_path: Path) -> None:
    drawn = halves.scene([halves.box(10, 10), halves.box(10, 40)], ["dark", "shade"])
    session = tmp_path / "session.gpkg"
    pyogrio.raw.write(
        session, shapely.to_wkb(np.array([halves.box(270, 670)])),
        [np.array([2]), np.array(["bright"], object), np.array([False])], np.array(["class_id", "class", "undone"]),
        layer="corrections", geometry_type="Polygon", crs=halves.grid.crs.to_wkt(), driver="GPKG",
    )  # fmt: skip
    sketcher = Sketcher((halves.image,), ())
    sketch = last(sketcher, replace(drawn, corrections=(str(session),)), halves.extent(0, 0, 100, 100), 10.0)
    assert sketch.learned_from["bright"] == 400


def test_nodata_is_not_mapped(halves: TwoHalves) -> None:
    values = np.full((3, 300, 700), 60.0)
    values[:, :, 350:] = 120
    values[:, 40:60, 40:60] = 7
    halves.write(values + np.random.default_rng(0).normal(0, 3, values.shape) * (values != 7), nodata=7)
    sketcher = Sketcher((halves.image,), ())
    sketch = last(sketcher, two_classes(halves), halves.extent(0, 0, 300, 700), 10.0)
    assert (sketch.classes[40:60, 40:60] == 0).all()
    assert (sketch.classes == 0).sum() == 400


def test_a_view_beside_the_imagery_is_refused(halves: TwoHalves) -> None:
    sketcher = Sketcher((halves.image,), ())
    with pytest.raises(BadInputError):
        last(sketcher, replace(two_classes(halves)), halves.extent(5000, 0, 300, 700), 10.0)
