"""Where imagery has values is known without reading all of it, and where it has none there is no background."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import pytest
import shapely
from outcrop.core.geodata.grid import Window
from outcrop.core.geodata.stack import Stack
from outcrop.core.labels.parts import TRAINING
from outcrop.core.training.data import known_ground
from outcrop.core.training.data.known_ground import KnownGround

from tests.core.training.conftest import write_raster


def collared(side: int) -> np.ndarray:
    """Give an image (1, H, W) that is 0 beyond two slanting edges."""
    rows, cols = np.mgrid[:side, :side]
    return np.where((cols > rows / 3) & (cols < side - rows / 4), 7, 0).astype(np.uint8)[None]


@pytest.mark.parametrize("whole", [True, False])
def test_it_is_known_where_there_are_values(whole: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_ground, "_READ_WHOLE_PX", 10**9 if whole else 0)
    image = collared(400)
    with Stack([write_raster(tmp_path / "i.tif", image, nodata=0)]) as stack:
        known = KnownGround(stack)
        for window in stack.grid.blocks(128):
            found = np.broadcast_to(known(window), window.shape)
            assert np.array_equal(found, image[0][window.slices()] > 0)
    with Stack([write_raster(tmp_path / "e.tif", 0 * image, nodata=0)]) as empty:
        assert np.all(KnownGround(empty)(Window(0, 0, 400, 400)))


def test_what_is_full_is_hardly_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_ground, "_READ_WHOLE_PX", 0)
    with Stack([write_raster(tmp_path / "i.tif", np.ones((1, 900, 700), np.uint8), nodata=0)]) as stack:
        known, read = KnownGround(stack), []
        monkeypatch.setattr(stack, "read", lambda window, **_: read.append(window))
        assert np.all(known(Window(100, 100, 500, 500)))
        assert not read


def test_a_small_raster_is_probed_until_it_has_a_value(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Stack([write_raster(tmp_path / "i.tif", np.ones((1, 90, 70), np.uint8), nodata=0)]) as stack:
        read, plain = [], stack.read
        monkeypatch.setattr(stack, "read", lambda window, **given: read.append(window) or plain(window, **given))
        assert np.all(KnownGround(stack)(Window(0, 0, 90, 70)))
        assert [window.shape for window in read] == [(1, 1), (90, 70)]


def test_beyond_the_edge_of_a_scene_there_is_no_background(ground: Any) -> None:
    image = np.repeat(collared(64), 2, axis=0) * np.random.default_rng(0).uniform(1, 2, (2, 64, 64)).astype(np.float32)
    scene = ground.scene(image=image)
    image_file = write_raster(ground.folder / "edged.tif", image, nodata=0.0)
    shapes = [shapely.box(400_250, 4_699_800, 400_330, 4_699_900), shapely.box(400_000, 4_699_360, 400_640, 4_700_000)]
    for name, shape in zip(("polygons", "area"), shapes):
        pyogrio.raw.write(
            ground.folder / f"{name}.gpkg", shapely.to_wkb(np.array([shape])), [np.array(["dike"], object)], ["kind"],
            driver="GPKG", geometry_type="Polygon", crs="EPSG:32654",
        )  # fmt: skip
    scene = replace(
        scene, images=(image_file,), labels=str(ground.folder / "polygons.gpkg"), class_field="kind",
        labelled_area=str(ground.folder / "area.gpkg"),
    )  # fmt: skip
    prepared = ground.prepare(ground.job(scene, split="none"))
    assert prepared.labelling.counts[0]["background"]["pixels"] == np.count_nonzero(image[0]) - 80
    for window in prepared.indexes[0].cover(16, 16):
        assert prepared.scenes[0].labelled_pixels(window, TRAINING)[1].any()
