"""The sample scene's files: what is in them, and that they fit one another."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from outcrop.core.errors import BadInputError
from outcrop.core.sample.scene import compose
from outcrop.core.sample.scenes import CLASS_FIELD, make_scene
from rasterio.enums import ColorInterp
from rasterio.features import rasterize
from rasterio.warp import transform_geom
from scipy import ndimage
from shapely.geometry import box, mapping, shape
from shapely.geometry.base import BaseGeometry

SIZE_PX = 256


def make_sample(folder: Path, **how: Any) -> SimpleNamespace:
    return SimpleNamespace(**make_scene("pegmatite", folder, **how))


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    return make_sample(tmp_path_factory.mktemp("sample") / "new", seed=3, size_px=SIZE_PX)


def pixels(path: Path) -> np.ndarray:
    with rasterio.open(path) as source:
        return source.read()


def polygons(path: Path, image: Path) -> list[BaseGeometry]:
    """Read a layer's polygons in the image's CRS."""
    meta, _, geometry, _ = pyogrio.raw.read(path)
    with rasterio.open(image) as source:
        moved = transform_geom(meta["crs"], source.crs, [mapping(one) for one in shapely.from_wkb(geometry)])
    return [shape(one) for one in moved]


def burnt(parts: list[BaseGeometry], image: Path) -> np.ndarray:
    with rasterio.open(image) as source:
        return rasterize(parts, out_shape=source.shape, transform=source.transform).astype(bool)


def test_the_image_is_four_named_bands_of_one_metre(scene: SimpleNamespace) -> None:
    with rasterio.open(scene.image) as source:
        assert source.shape == (SIZE_PX, SIZE_PX)
        assert source.descriptions == ("Blue", "Green", "Red", "Near infrared")
        assert source.dtypes == ("uint16",) * 4
        assert source.colorinterp[:3] == (ColorInterp.blue, ColorInterp.green, ColorInterp.red)
        assert source.res == (1, 1)
        assert source.crs.to_epsg() == 32647
        assert source.nodata == 0
        assert source.block_shapes == [(256, 256)] * 4


def test_nodata_is_one_corner_of_every_band_and_of_the_truth(scene: SimpleNamespace) -> None:
    image, truth = pixels(scene.image), pixels(scene.truth)[0]
    for band in image:
        np.testing.assert_array_equal(band == 0, truth == 0)
    assert truth[0, 0] == 0
    assert truth[0, -1] > 0
    assert truth[-1, 0] > 0
    assert 0.01 < (truth == 0).mean() < 0.08
    assert ndimage.label(truth == 0)[1] == 1


def test_a_seed_fixes_pixels_and_polygons(scene: SimpleNamespace, tmp_path: Path) -> None:
    again, other = (make_sample(tmp_path / str(seed), seed=seed, size_px=SIZE_PX) for seed in (3, 4))
    for name in ("image", "truth"):
        np.testing.assert_array_equal(pixels(getattr(scene, name)), pixels(getattr(again, name)))
    assert not np.array_equal(pixels(scene.image), pixels(other.image))
    for name in ("labels", "labelled_area", "truth_labels", "evaluation_area"):
        first, second = (pyogrio.raw.read(getattr(made, name))[2] for made in (scene, again))
        assert list(first) == list(second)


@pytest.mark.parametrize("seed", [1, 2, 5])
def test_dikes_have_a_natural_share_and_width(seed: int) -> None:
    _, classes = compose(seed, (SIZE_PX, SIZE_PX))
    assert set(np.unique(classes)) == {0, 1, 2}
    assert 0.03 < (classes == 2).sum() / (classes > 0).sum() < 0.12
    depth = ndimage.distance_transform_edt(classes == 2)
    widths = 2 * depth[(depth > 0) & (depth == ndimage.maximum_filter(depth, 3))] - 1
    assert widths.max() < 48
    assert np.quantile(widths, 0.3) <= 4
    assert np.quantile(widths, 0.95) > 5


@pytest.mark.parametrize("seed", [1, 3])
def test_brightness_alone_does_not_tell_dikes_from_the_rest(seed: int) -> None:
    numbers, classes = compose(seed, (SIZE_PX, SIZE_PX))
    brightness = numbers.mean(axis=0)[classes > 0]
    pegmatite = classes[classes > 0] == 2
    best = 0.0
    for threshold in np.quantile(brightness, np.linspace(0.5, 0.995, 60)):
        found = brightness > threshold
        best = max(best, 2 * (found & pegmatite).sum() / (found.sum() + pegmatite.sum()))
    assert 0.15 < best < 0.65


def test_labels_are_valid_polygons_inside_the_labelled_area(scene: SimpleNamespace) -> None:
    meta, _, geometry, fields = pyogrio.raw.read(scene.labels)
    drawn = shapely.from_wkb(geometry)
    area = shapely.from_wkb(pyogrio.raw.read(scene.labelled_area)[2])[0]
    values = dict(zip(meta["fields"].tolist(), fields))
    assert len(drawn) >= 5
    assert shapely.is_valid(drawn).all()
    assert (shapely.get_type_id(drawn) == shapely.GeometryType.POLYGON).all()
    assert shapely.covers(area.buffer(1e-8), drawn).all()
    assert set(values[CLASS_FIELD]) == {"pegmatite"}
    assert values["code"].dtype == np.int32
    assert pyogrio.list_layers(scene.labels)[:, 0].tolist() == ["training"]


def test_labels_lie_in_another_crs_and_still_fit_the_truth(scene: SimpleNamespace) -> None:
    assert pyogrio.read_info(scene.labels)["crs"] == "EPSG:4326"
    truth = pixels(scene.truth)[0]
    area = burnt(polygons(scene.labelled_area, scene.image), scene.image) & (truth > 0)
    drawn, real = burnt(polygons(scene.labels, scene.image), scene.image)[area], truth[area] == 2
    assert 0.85 < 2 * (drawn & real).sum() / (drawn.sum() + real.sum()) < 0.995


def test_the_labelled_area_is_about_three_fifths(scene: SimpleNamespace) -> None:
    area = burnt(polygons(scene.labelled_area, scene.image), scene.image)
    assert 0.52 < area.mean() < 0.62


def test_the_evaluation_area_keeps_away_from_the_labelled_area(scene: SimpleNamespace) -> None:
    (labelled,), (evaluated,) = (polygons(path, scene.image) for path in (scene.labelled_area, scene.evaluation_area))
    with rasterio.open(scene.image) as source:
        assert box(*source.bounds).contains(evaluated)
    assert labelled.distance(evaluated) > 0.03 * SIZE_PX
    assert evaluated.area > 0.3 * SIZE_PX**2
    assert (pixels(scene.truth)[0][burnt([evaluated], scene.image)] == 2).sum() > 200


def test_the_truth_s_polygons_are_the_truth_s_pixels(scene: SimpleNamespace) -> None:
    truth = pixels(scene.truth)[0]
    np.testing.assert_array_equal(burnt(polygons(scene.truth_labels, scene.image), scene.image), truth == 2)
    assert pyogrio.read_info(scene.truth_labels)["crs"] == "EPSG:32647"


def test_only_the_scene_s_files_are_left_in_the_folder(scene: SimpleNamespace) -> None:
    assert set(scene.image.parent.iterdir()) == set(vars(scene).values())


@pytest.mark.parametrize(("changed", "word"), [({"size_px": 64}, "128"), ({"seed": -1}, "negative")])
def test_what_makes_no_scene_is_refused(changed: dict[str, int], word: str, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=word):
        make_sample(tmp_path / "sample", **changed)
    assert not (tmp_path / "sample").exists()


def test_a_file_in_the_folder_s_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sample").write_text("not a folder")
    with pytest.raises(BadInputError, match="Choose another place"):
        make_sample(tmp_path / "sample", size_px=SIZE_PX)


@pytest.mark.slow
def test_a_random_forest_on_pixels_is_not_enough() -> None:
    from sklearn.ensemble import RandomForestClassifier

    numbers, classes = compose(2, (512, 512))
    rng = np.random.default_rng(0)
    west, east = slice(0, 300), slice(330, None)
    values, truth = numbers[:, :, west].reshape(4, -1).T, classes[:, west].ravel()
    chosen = np.concatenate([rng.choice(np.flatnonzero(truth == code), 6000) for code in (1, 2)])
    forest = RandomForestClassifier(25, min_samples_leaf=2, random_state=0).fit(values[chosen], truth[chosen])
    found = forest.predict(numbers[:, :, east].reshape(4, -1).T) == 2
    real = classes[:, east].ravel() == 2
    assert 0.15 < 2 * (found & real).sum() / (found.sum() + real.sum()) < 0.6
