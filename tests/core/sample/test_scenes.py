"""Every kind of sample scene: the same from a seed, whole, and worth training on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from outcrop.core.errors import BadInputError, UnknownNameError
from outcrop.core.sample.jobs import SCENES
from outcrop.core.sample.scenes import CLASS_FIELD, make_scene
from rasterio.features import rasterize
from rasterio.warp import transform_geom
from shapely.geometry import mapping

SIZE_PX = 384


@pytest.fixture(scope="module", params=SCENES)
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return make_scene(request.param, tmp_path_factory.mktemp("scene") / "new", seed=3, size_px=SIZE_PX)


def test_files_are_there_and_no_others(files: dict[str, Path]) -> None:
    assert {"image", "labels", "truth", "truth_labels", "evaluation_area"} <= set(files)
    assert set(files["image"].parent.iterdir()) == set(files.values())


def test_rasters_lie_on_one_place_with_named_bands(files: dict[str, Path]) -> None:
    with rasterio.open(files["image"]) as image:
        bounds = image.bounds
    for path in files.values():
        if path.suffix == ".tif":
            with rasterio.open(path) as raster:
                assert raster.bounds == bounds
                assert all(raster.descriptions)
                assert np.isfinite(raster.read()).all()


def test_labels_say_what_the_truth_says(files: dict[str, Path]) -> None:
    with rasterio.open(files["truth"]) as raster:
        truth, grid, crs = raster.read(1), raster.transform, raster.crs
    meta, _, geometry, fields = pyogrio.raw.read(files["labels"])
    codes = dict(zip(meta["fields"].tolist(), fields))["code"]
    assert len(codes) >= 2
    moved = [transform_geom(meta["crs"], crs, mapping(one)) for one in shapely.from_wkb(geometry)]
    burnt = rasterize(zip(moved, codes.tolist()), out_shape=truth.shape, transform=grid)
    drawn = (burnt > 0) & (truth > 0)
    assert (burnt == truth)[drawn].mean() > 0.85
    assert CLASS_FIELD in meta["fields"]


def test_both_parts_hold_every_class(files: dict[str, Path]) -> None:
    with rasterio.open(files["truth"]) as raster:
        truth, grid = raster.read(1), raster.transform
    area = shapely.from_wkb(pyogrio.raw.read(files["evaluation_area"])[2])
    evaluated = rasterize(area, out_shape=truth.shape, transform=grid) > 0
    labelled = set(pyogrio.raw.read(files["labels"], columns=["code"])[3][0].tolist())
    assert labelled <= set(np.unique(truth).tolist())
    assert len(labelled & set(np.unique(truth[evaluated]).tolist())) >= min(len(labelled), 5)


@pytest.mark.parametrize("kind", ["lithology", "tailings", "landslides"])
def test_a_seed_fixes_the_pixels(kind: str, tmp_path: Path) -> None:
    made = [make_scene(kind, tmp_path / str(number), seed, 128) for number, seed in enumerate((5, 5, 6))]
    first, again, other = (
        [rasterio.open(path).read() for path in one.values() if path.suffix == ".tif"] for one in made
    )
    assert all(np.array_equal(one, two) for one, two in zip(first, again))
    assert not np.array_equal(first[0], other[0])


@pytest.mark.parametrize(
    ("how", "word"), [({"size_px": 64}, "128"), ({"size_px": 9_000}, "8192"), ({"seed": -1}, "seed")]
)
def test_what_makes_no_scene_is_refused(how: dict[str, int], word: str, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=word):
        make_scene("tailings", tmp_path / "new", **how)
    assert not (tmp_path / "new").exists()


def test_a_kind_that_there_is_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="pegmatite"):
        make_scene("granite", tmp_path)
