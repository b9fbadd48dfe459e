"""Label rasters: from polygons and rasters, with a labelled area, on grids of every orientation."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.grid import Grid
from outcrop.core.geodata.scene import Scene
from outcrop.core.labels import class_raster
from outcrop.core.labels.legend import Legend
from outcrop.core.labels.names.class_names import raster_class_names
from outcrop.core.labels.sources import windows
from outcrop.core.labels.sources.label_raster import check_classes, label_scenes, legend_of, rasterise

from tests.core.ground import area_scale

A, B = shapely.box(10, 10, 30, 30), shapely.box(60, 40, 80, 50)
some = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_polygons_become_ids_with_their_counts(make: Any, rasterised: Any) -> None:
    grid = make.grid()
    values, result, legend = rasterised(grid, make.scene(grid, [A, B, A], ["b", "a", "b"]))
    assert legend.names == ("a", "b")
    expected = np.zeros((100, 120), np.uint8)
    expected[10:30, 10:30], expected[40:50, 60:80] = 2, 1
    np.testing.assert_array_equal(values, expected)
    assert result.counts["a"] == pytest.approx((1, 200, 20_000.0 * area_scale(grid)), rel=1e-8)
    assert result.counts["b"] == pytest.approx((2, 400, 40_000.0 * area_scale(grid)), rel=1e-8)
    assert result.warnings == ()
    assert len(result.polygons) == 3


def test_file_is_tiled_named_and_coloured(make: Any, rasterised: Any) -> None:
    grid = make.grid(600, 700)
    scene = make.scene(grid, [A, B], ["a", "b"], colours={"b": "#102030"})
    _, result, legend = rasterised(grid, scene)
    with rasterio.open(result.path) as dataset:
        assert Grid.of(dataset).same_as(grid)
        assert (dataset.nodata, dataset.dtypes[0], dataset.profile["tiled"]) == (0, "uint8", True)
        assert dataset.profile["compress"] == "deflate"
        assert dataset.colormap(1)[2] == (0x10, 0x20, 0x30, 255)
    assert raster_class_names(result.path) == dict(enumerate(legend.names, start=1))


def test_the_polygon_drawn_last_wins_and_overlaps_are_counted(make: Any, rasterised: Any) -> None:
    grid = make.grid()
    over = shapely.box(20, 20, 40, 40)
    values, result, _ = rasterised(grid, make.scene(grid, [A, over, B], ["a", "b", "a"]))
    assert (values[20:30, 20:30] == 2).all()
    assert any("2 polygons overlap polygons of another class" in text for text in result.warnings)
    values, _, _ = rasterised(grid, make.scene(grid, [over, A, B], ["b", "a", "a"]))
    assert (values[20:30, 20:30] == 1).all()


@some
@given(
    st.floats(0, 6.2), st.booleans(), st.integers(0, 50), st.sampled_from([17, 64]),
)  # fmt: skip
def test_rotated_and_south_up_grids(make: Any, read: Any, angle: float, south_up: bool, seed: int, block: int) -> None:
    """Pixels are those whose centre lies in the polygon, by an independent test in the world's coordinates."""
    turn = Affine.translation(570_000, 4_740_000) * Affine.rotation(np.degrees(angle))
    grid = make.grid(50, 60, transform=turn * Affine.scale(10, 10 if south_up else -10))
    rng = np.random.default_rng(seed)
    centre = np.array(grid.transform * (30, 25))
    corners = centre + rng.normal(0, 180, (2, 5, 2))
    hulls = [shapely.MultiPoint(points).convex_hull for points in corners]
    scene = Scene((make.image(grid),), make.layer(hulls, ["a", "b"]), class_field="kind")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(windows, "BLOCK_PX", block)
        result = rasterise(scene, grid, Legend.from_names(["a", "b"]), make.path(".tif"))
    cols, rows = np.meshgrid(np.arange(60) + 0.5, np.arange(50) + 0.5)
    x, y = grid.transform * (cols, rows)
    expected = np.where(shapely.contains_xy(hulls[1], x, y), 2, shapely.contains_xy(hulls[0], x, y))
    edges = shapely.union_all([hull.boundary for hull in hulls])
    sure = ~shapely.dwithin(edges, shapely.points(x, y), 1e-3)
    np.testing.assert_array_equal(read(result.path)[sure], expected[sure])


def test_three_coordinate_systems(make: Any, rasterised: Any, to_world: Any) -> None:
    """Imagery, polygons and labelled area each in their own."""
    grid = make.grid()
    scene = make.scene(grid, [A, B], ["a", "b"])

    def reprojected(shapes: list[Any], crs: str, values: list[str]) -> str:
        from pyproj import Transformer

        there = Transformer.from_crs("EPSG:32654", crs, always_xy=True)
        moved = [
            shapely.transform(to_world(shape, grid), lambda xy: np.column_stack(there.transform(*xy.T)))
            for shape in shapes
        ]
        return str(make.layer(moved, values, crs=crs))

    other = replace(
        scene,
        labels=reprojected([A, B], "EPSG:4326", ["a", "b"]),
        labelled_area=reprojected([shapely.box(0, 0, 120, 60)], "EPSG:3857", ["all"]),
    )
    values, _, legend = rasterised(grid, other)
    expected = np.zeros((100, 120), np.uint8)
    expected[:60], expected[10:30, 10:30], expected[40:50, 60:80] = 1, 2, 3
    assert legend.names == ("background", "a", "b")
    assert np.count_nonzero(values != expected) <= 4


def test_labelled_area_makes_background_first(make: Any, rasterised: Any) -> None:
    grid = make.grid()
    scene = make.scene(grid, [A], ["dike"])
    area = make.scene(grid, [shapely.box(0, 0, 50, 100)], ["all"]).labels
    values, result, legend = rasterised(grid, replace(scene, labelled_area=area))
    assert legend.names == ("background", "dike")
    assert (values[:, 50:] == 0).all()
    assert result.counts["background"].pixels == 50 * 100 - 400
    assert (values[10:30, 10:30] == 2).all()


def test_a_class_called_background_is_the_background(make: Any, rasterised: Any) -> None:
    grid = make.grid()
    area = make.scene(grid, [shapely.box(0, 0, 50, 100)], ["all"]).labels
    scene = replace(make.scene(grid, [A, B], ["Background", "dike"]), labelled_area=area)
    values, result, legend = rasterised(grid, scene)
    assert legend.names == ("Background", "dike")
    assert result.counts["Background"] == pytest.approx((1, 5000, 500_000.0 * area_scale(grid)), rel=1e-8)
    assert values[0, 0] == 1


def test_a_legend_without_background_leaves_the_area_unlabelled(make: Any) -> None:
    grid = make.grid()
    area = make.scene(grid, [shapely.box(0, 0, 50, 100)], ["all"]).labels
    scene = replace(make.scene(grid, [A, B], ["a", "b"]), labelled_area=area)
    result = rasterise(scene, grid, Legend.from_names(["a", "b"]), make.path(".tif"))
    assert sum(count.pixels for count in result.counts.values()) == 600
    assert any("no background" in text for text in result.warnings)


@pytest.mark.parametrize("middle", [500.0, 503.0, 505.0])
def test_neighbouring_extents_share_no_pixel(make: Any, read: Any, middle: float) -> None:
    """Nor where the border runs through pixels, or right through their centres."""
    grid = make.grid()
    scene = make.scene(grid, [shapely.box(0, 0, 120, 50), shapely.box(0, 50, 120, 100)], ["a", "b"])
    xmin, ymin, xmax, ymax = grid.extent
    legend = legend_of([scene])
    left = rasterise(replace(scene, extent=(xmin, ymin, xmin + middle, ymax)), grid, legend, make.path(".tif"))
    right = rasterise(replace(scene, extent=(xmin + middle, ymin, xmax, ymax)), grid, legend, make.path(".tif"))
    both = np.stack([read(left.path), read(right.path)])
    assert ((both > 0).sum(axis=0) == 1).all()


def test_all_touched_takes_thin_polygons(make: Any, rasterised: Any) -> None:
    grid = make.grid()
    thin = shapely.box(5.1, 5.6, 95.2, 5.9)
    scene = make.scene(grid, [thin, B], ["vein", "b"])
    values, result, _ = rasterised(grid, scene)
    assert 2 not in values
    assert any("“vein” has no pixel" in text and "touches" in text for text in result.warnings)
    values, result, _ = rasterised(grid, scene, all_touched=True)
    assert result.counts["vein"].pixels == 91
    assert (values[5, 5:96] == 2).all()


def test_polygons_along_pixel_borders_touch_only_their_own_pixels(make: Any, rasterised: Any) -> None:
    """Borders that no binary number hits, as in masks that were turned into polygons."""
    grid = make.grid(transform=Affine(0.3, 0, 570_000.7, 0, -0.3, 4_740_000.1))
    scene = make.scene(
        grid, [shapely.box(col, col + 3, col + 10, col + 13) for col in range(0, 80, 13)], ["a", "b"] * 3 + ["a"]
    )
    _, result, _ = rasterised(grid, scene, all_touched=True)
    assert [count.pixels for count in result.counts.values()] == [400, 300]


def test_number_fields_make_classes_in_order(make: Any) -> None:
    grid = make.grid()
    assert legend_of([make.scene(grid, [A, B, A], [10, 2, 0])]).names == ("0", "2", "10")


def test_legend_joins_scenes_and_colours(make: Any) -> None:
    grid = make.grid()
    scenes = [
        make.scene(grid, [A, B], ["b", "a"], colours={"a": "#000001"}),
        make.scene(grid, [A], ["c"], colours={"a": "#000002", "c": "#000003"}),
    ]
    legend = legend_of(scenes)
    assert [(entry.name, entry.colour) for entry in legend.classes][0::2] == [("a", "#000001"), ("c", "#000003")]


def test_one_class_alone_is_refused(make: Any) -> None:
    grid = make.grid()
    with pytest.raises(BadInputError, match=r"only one class with pixels, “dike”.*labelled area"):
        legend_of([make.scene(grid, [A, B], ["dike", "dike"])])


def test_more_classes_than_fit_are_refused(make: Any) -> None:
    grid = make.grid()
    with pytest.raises(BadInputError, match=r"255 classes; at most 254 fit\. Choose a field"):
        legend_of([make.scene(grid, [A] * 255, [f"n{number}" for number in range(255)])])


def test_polygons_between_pixel_centres_are_refused(make: Any, tmp_path: Path) -> None:
    grid = make.grid()
    tiny = shapely.box(5.6, 5.6, 5.9, 5.9)
    scene = make.scene(grid, [tiny, shapely.box(7.6, 7.6, 7.9, 7.9)], ["a", "b"])
    out = tmp_path / "labels.tif"
    with pytest.raises(BadInputError, match=r"cover no pixel's centre.*touches"):
        rasterise(scene, grid, legend_of([scene]), out)


def test_classes_without_any_pixel(make: Any, tmp_path: Path) -> None:
    grid = make.grid()
    tiny = shapely.box(5.6, 5.6, 5.9, 5.9)
    labels = label_scenes([make.scene(grid, [A, B, tiny], ["a", "b", "c"])], [grid], tmp_path)
    assert any("“c” has no pixel, so it can't be learnt" in text for text in labels.warnings)
    with pytest.raises(BadInputError, match="only one class with pixels, “a”"):
        label_scenes([make.scene(grid, [A, tiny], ["a", "c"])], [grid], tmp_path)


def test_scenes_share_their_classes(make: Any, tmp_path: Path) -> None:
    grid = make.grid()
    scenes = [make.scene(grid, [A], ["a"]), make.scene(grid, [B], ["b"])]
    labels = label_scenes(scenes, [grid, grid], tmp_path)
    assert [raster.path.name for raster in labels.rasters] == ["labels_1.tif", "labels_2.tif"]
    assert [raster.counts["b"].pixels for raster in labels.rasters] == [0, 200]
    assert labels.warnings == ()
    assert check_classes(labels.rasters) == ()


def test_labels_of_classes_that_the_legend_lacks_are_left_out(make: Any) -> None:
    grid = make.grid()
    scene = make.scene(grid, [A, shapely.box(10, 10, 20, 20)], ["a", "odd"])
    result = rasterise(scene, grid, Legend.from_names(["a", "b"]), make.path(".tif"))
    assert result.counts["a"] == pytest.approx((1, 400, 40_000.0 * area_scale(grid)), rel=1e-8)
    assert any("“odd” left out: the legend has only a, b" in text for text in result.warnings)


def test_capitals_of_class_names_do_not_matter(make: Any) -> None:
    grid = make.grid()
    result = rasterise(
        make.scene(grid, [A], ["LANDSLIDE"]), grid, Legend.from_names(["background", "Landslide"]), make.path(".tif")
    )
    assert result.counts["Landslide"].pixels == 400
    assert result.warnings == ()


def test_labels_without_any_class_of_the_legend_are_refused(make: Any) -> None:
    grid = make.grid()
    with pytest.raises(BadInputError, match=r"none of the classes a, b; they have: x, y\. Choose the field"):
        rasterise(make.scene(grid, [A, B], ["x", "y"]), grid, Legend.from_names(["a", "b"]), make.path(".tif"))


def test_one_class_is_enough_to_evaluate(make: Any) -> None:
    grid = make.grid()
    assert legend_of([make.scene(grid, [A], ["a"])], least=1).names == ("a",)


def test_labels_that_are_neither_are_refused(make: Any, tmp_path: Path) -> None:
    odd = tmp_path / "notes.txt"
    odd.write_text("no labels")
    with pytest.raises(BadInputError, match=re.escape(str(odd))):
        legend_of([Scene((make.image(make.grid()),), str(odd))])


def test_an_old_label_raster_stays_when_a_new_one_fails(make: Any, tmp_path: Path) -> None:
    grid = make.grid()
    out = tmp_path / "labels.tif"
    label_scenes([make.scene(grid, [A, B], ["a", "b"])], [grid], tmp_path)
    before = out.read_bytes()
    tiny = make.scene(grid, [shapely.box(5.6, 5.6, 5.9, 5.9), shapely.box(7.6, 7.6, 7.9, 7.9)], ["a", "b"])
    with pytest.raises(BadInputError):
        rasterise(tiny, grid, legend_of([tiny]), out)
    assert out.read_bytes() == before


def test_blocks_of_the_file_follow_the_windows() -> None:
    assert class_raster.BLOCK_PX % 256 == 0


@pytest.mark.parametrize(
    ("image", "labels", "field", "pixels"),
    [
        ("landsat7_chiapas/LE70220491999322EDC01_stack.gtif", "landsat7_chiapas/training_data.gtif", "",
         {"1": 383, "2": 16, "3": 145, "4": 106, "5": 68}),
        ("diamantina_lithology/stack14.tif", "diamantina_lithology/lithology_raster.tif", "",
         {"1": 67, "2": 2148, "3": 1065, "4": 4944, "5": 2885, "6": 429}),
        ("diamantina_lithology/stack14.tif", "diamantina_lithology/lithology.gpkg", "class_id",
         {"1": 67, "2": 2148, "3": 1065, "4": 4944, "5": 2885, "6": 429}),
        ("l4s_hokkaido/image_harmonised.tif", "l4s_hokkaido/mask.tif", "", {"0": 1_678_059, "1": 107_797}),
    ],
)  # fmt: skip
def test_real_labels_are_counted_as_their_publishers_do(
    real: Any, tmp_path: Path, image: str, labels: str, field: str, pixels: dict[str, int]
) -> None:
    scene = Scene((real(image),), real(labels), class_field=field)
    with rasterio.open(scene.images[0]) as dataset:
        grid = Grid.of(dataset)
    (raster,) = label_scenes([scene], [grid], tmp_path).rasters
    assert {name: count.pixels for name, count in raster.counts.items()} == pixels


def test_real_polygons_give_the_published_mask(real: Any, read: Any, make: Any, tmp_path: Path) -> None:
    folder = "l4s_hokkaido/demo/"
    image = real(folder + "atsuma_rgb.tif")
    with rasterio.open(image) as dataset:
        grid = Grid.of(dataset)
    area = make.layer([shapely.box(*grid.extent)], ["all"])
    scene = Scene((image,), real(folder + "atsuma_landslides.gpkg"), class_field="class", labelled_area=area)
    labels = label_scenes([scene], [grid], tmp_path)
    assert labels.legend.names == ("background", "landslide")
    mask = read(real(folder + "atsuma_landslide_mask.tif"))
    np.testing.assert_array_equal(read(labels.rasters[0].path) == 2, mask == 1)


def test_real_shapefile_with_text_classes(real: Any, read: Any, tmp_path: Path) -> None:
    folder = "landsat7_chiapas/"
    scene = Scene(
        (real(folder + "LE70220491999322EDC01_stack.gtif"),), real(folder + "training_data.shp"), class_field="class"
    )
    with rasterio.open(scene.images[0]) as dataset:
        grid = Grid.of(dataset)
    labels = label_scenes([scene], [grid], tmp_path)
    assert labels.legend.names == ("barren", "forest", "herbaceous", "urban", "water")
    assert [count.polygons for count in labels.rasters[0].counts.values()] == [6, 11, 6, 2, 5]
    published = read(real(folder + "training_data.gtif"))
    np.testing.assert_array_equal(read(labels.rasters[0].path) > 0, published > 0)


def test_classes_that_differ_only_in_spelling_are_told(make: Any, tmp_path: Path) -> None:
    grid = make.grid()
    scene = make.scene(grid, [A, B], ["Dike", "dike"])
    warnings = label_scenes([scene], [grid], tmp_path).warnings
    assert [text for text in warnings if "“Dike”, “dike” differ only in how they are written" in text]


def test_classes_of_two_scenes_that_differ_only_in_spelling_are_told(make: Any, tmp_path: Path) -> None:
    grid = make.grid()
    scenes = [make.scene(grid, [A, B], ["dike", "snow"]), make.scene(grid, [A, B], ["dike ", "Snow"])]
    warnings = label_scenes(scenes, [grid, grid], tmp_path).warnings
    (told,) = [text for text in warnings if "differ" in text]
    assert told.startswith("“Snow”, “snow” differ only in how they are written, and are taken for 2 classes.")
