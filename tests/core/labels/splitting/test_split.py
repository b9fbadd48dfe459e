"""The split: pixel sets that never meet, a gap between them, every class in every part, and what is said when not."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outcrop.core.geodata.grid import Grid
from outcrop.core.labels.class_raster import class_raster
from outcrop.core.labels.names.class_names import raster_class_names
from outcrop.core.labels.parts import PART_NAMES, SEVERAL, TEST, TRAINING, VALIDATION
from outcrop.core.labels.sources.label_raster import Labels, label_scenes
from outcrop.core.labels.splitting import split as split_module
from outcrop.core.labels.splitting import split_plan
from outcrop.core.labels.splitting.split import Split, split_labels
from outcrop.core.training.settings.recipe import Recipe
from scipy.ndimage import distance_transform_cdt

some = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _labels(make: Any, values: np.ndarray, grid: Optional[Grid] = None) -> Path:
    path: Path = make.path(".tif")
    names = {number: f"class {number}" for number in range(1, int(values.max()) + 1)}
    with class_raster(path, grid or make.grid(*values.shape), names, {}) as dataset:
        dataset.write(values.astype(np.uint8), 1)
    return path


def _patches(shape: tuple[int, int], seed: int, patches: int = 14, classes: int = 2) -> np.ndarray:
    rng = np.random.default_rng(seed)
    values = np.zeros(shape, np.uint8)
    for number in range(patches):
        row, col = rng.integers(0, shape[0] - 8), rng.integers(0, shape[1] - 8)
        values[row : row + rng.integers(4, 20), col : col + rng.integers(4, 20)] = 1 + number % classes
    return values


def _dense(shape: tuple[int, int], seed: int, classes: int = 3) -> np.ndarray:
    rng = np.random.default_rng(seed)
    coarse = rng.integers(1, classes + 1, (-(-shape[0] // 9), -(-shape[1] // 9)))
    return np.kron(coarse, np.ones((9, 9), int))[: shape[0], : shape[1]].astype(np.uint8)


def _check_apart(parts: np.ndarray, gap: int) -> None:
    """No training pixel has a held-back one within the gap, and no validation pixel a test one."""
    for own, others in ((TRAINING, (VALIDATION, TEST)), (VALIDATION, (TEST,))):
        held = np.isin(parts, others)
        if held.any() and (parts == own).any():
            distance = distance_transform_cdt(~held, metric="chessboard")
            assert distance[parts == own].min() > gap


def _check_counts(split: Split, labels: list[np.ndarray], read: Any) -> None:
    parts = [read(path) for path in split.paths]
    for code, part in enumerate(PART_NAMES):
        for number, (_, count) in enumerate(split.counts[part].items(), start=1):
            assert count == sum(int(((own == code) & (label == number)).sum()) for own, label in zip(parts, labels))
    for own, label in zip(parts, labels):
        assert not own[label == 0].any()


@some
@given(
    shape=st.tuples(st.integers(60, 260), st.integers(60, 260)),
    seed=st.integers(0, 999),
    dense=st.booleans(),
    gap=st.integers(0, 20),
    block=st.sampled_from([None, 24, 37]),
    test_share=st.sampled_from([0.0, 0.2]),
    window=st.sampled_from([50, 1024]),
)
def test_blocks_keep_parts_apart(
    make: Any, read: Any, shape: tuple[int, int], seed: int, dense: bool, gap: int, block: Optional[int],
    test_share: float, window: int,
) -> None:  # fmt: skip
    values = _dense(shape, seed) if dense else _patches(shape, seed)
    recipe = Recipe(tile_px=32, gap_px=gap, block_px=block, test_share=test_share)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(split_module, "BLOCK_PX", window)
        split = split_labels([_labels(make, values)], recipe, seed, make.folder)
    parts = read(split.paths[0])
    _check_counts(split, [values], read)
    if split.kind == "none":
        assert (parts[values > 0] == TRAINING).all()
        return
    _check_apart(parts, gap)
    assert split.pixels(TRAINING)
    assert split.pixels(VALIDATION)
    assert split.block_px == (block or split.block_px)


def test_windows_of_work_change_nothing(make: Any, read: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    values = _dense((200, 230), 3)
    path = _labels(make, values)
    whole = read(split_labels([path], Recipe(tile_px=32), 0, make.folder).paths[0])
    monkeypatch.setattr(split_module, "BLOCK_PX", 47)
    np.testing.assert_array_equal(whole, read(split_labels([path], Recipe(tile_px=32), 0, make.folder).paths[0]))


def test_every_class_is_in_every_part_and_shares_are_met(make: Any) -> None:
    values = _dense((640, 640), 0, classes=4)
    recipe = Recipe(tile_px=64, gap_px=8, validation_share=0.25, test_share=0.15)
    split = split_labels([_labels(make, values)], recipe, 1, make.folder)
    assert split.kind == "blocks"
    assert split.block_px is not None
    assert split.block_px >= 2 * 64
    used = sum(split.pixels(code) for code in (TRAINING, VALIDATION, TEST))
    for code, share in ((TRAINING, 0.6), (VALIDATION, 0.25), (TEST, 0.15)):
        assert all(split.counts[PART_NAMES[code]].values())
        assert split.pixels(code) / used == pytest.approx(share, abs=0.1)
    assert split.warnings == ()
    assert split.description.startswith("Spatial blocks of ")
    assert f"{split.block_px} px" in split.description


def test_a_dozen_polygons_are_enough(make: Any) -> None:
    """Six small polygons a class over a scene of ordinary size: both classes train and validate, for any seed."""
    rng = np.random.default_rng(5)
    values = np.zeros((600, 800), np.uint8)
    for number in range(12):
        row, col = rng.integers(0, 560), rng.integers(0, 760)
        values[row : row + 25, col : col + 25] = 1 + number % 2
    path = _labels(make, values)
    for seed in range(5):
        split = split_labels([path], Recipe(), seed, make.folder)
        assert split.kind == "blocks"
        assert all(all(split.counts[PART_NAMES[code]].values()) for code in (TRAINING, VALIDATION))
        assert split.pixels(TRAINING) > 0.45 * np.count_nonzero(values)


def test_labels_close_together_in_a_large_scene(make: Any) -> None:
    """Blocks are fitted to where the labels are, not to the raster around them."""
    values = np.zeros((3000, 4000), np.uint8)
    values[2500:2600, 3100:3200] = _dense((100, 100), 0)
    split = split_labels([_labels(make, values)], Recipe(gap_px=2), 0, make.folder)
    assert split.kind == "blocks"
    assert split.pixels(VALIDATION) > 1_500
    assert split.pixels(TRAINING) > 4_000


def test_more_blocks_than_are_counted(make: Any, read: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(split_plan, "_MOST_BLOCKS", 100)
    values = _dense((400, 400), 0)
    split = split_labels([_labels(make, values)], Recipe(block_px=10, gap_px=0), 0, make.folder)
    assert split.pixels(VALIDATION) / values.size == pytest.approx(0.3, abs=0.05)
    blocks = read(split.paths[0]).reshape(40, 10, 40, 10)
    assert (blocks.min(axis=(1, 3)) == blocks.max(axis=(1, 3))).all()


def test_seeds(make: Any, read: Any) -> None:
    path = _labels(make, _dense((300, 300), 0))
    recipe = Recipe(tile_px=32)
    same = [read(split_labels([path], recipe, 4, make.folder).paths[0]) for _ in range(2)]
    np.testing.assert_array_equal(*same)
    others = [read(split_labels([path], recipe, seed, make.folder).paths[0]) for seed in (5, 6, 7)]
    assert any((other != same[0]).any() for other in others)


def test_file_has_names_and_colours(make: Any) -> None:
    split = split_labels([_labels(make, _dense((300, 300), 0))], Recipe(tile_px=32), 0, make.folder)
    assert split.paths[0].name == "split.tif"
    assert raster_class_names(split.paths[0]) == dict(enumerate(PART_NAMES))
    with rasterio.open(split.paths[0]) as dataset:
        colours = [dataset.colormap(1)[code] for code in range(5)]
        assert dataset.profile["tiled"]
    assert len(set(colours)) == 5
    assert colours[0][3] == 0


def test_labels_in_one_block_fall_back_to_polygons(make: Any, read: Any, tmp_path: Path) -> None:
    labels, scene_polygons = _polygon_labels(make, tmp_path)
    recipe = Recipe(block_px=1000, gap_px=2)
    split = split_labels([labels.rasters[0].path], recipe, 0, tmp_path, scene_polygons)
    assert split.kind == "polygons"
    assert any(
        "all labels lie in one block of 1000 px. Taken instead: a split by polygons" in w for w in split.warnings
    )


def test_labels_that_cannot_be_split_all_train(make: Any, read: Any) -> None:
    values = np.zeros((300, 300), np.uint8)
    values[10:20, 10:20], values[10:20, 20:30] = 1, 2
    split = split_labels([_labels(make, values)], Recipe(block_px=500), 0, make.folder)
    assert split.kind == "none"
    np.testing.assert_array_equal(read(split.paths[0]) == TRAINING, values > 0)
    assert any("one block of 500 px; the labels are no polygons" in text for text in split.warnings)
    assert "Nothing was held back" in split.description


def test_nothing_is_held_back_when_nothing_is_asked(make: Any) -> None:
    path = _labels(make, _dense((100, 100), 0))
    for recipe in (Recipe(split="none"), Recipe(validation_share=0.0)):
        split = split_labels([path], recipe, 0, make.folder)
        assert (split.kind, split.warnings) == ("none", ())
        assert split.pixels(TRAINING) == 10_000


def test_a_class_that_a_part_lacks_is_named(make: Any) -> None:
    values = _dense((300, 300), 0, classes=2)
    values[100:104, 100:104] = 3
    split = split_labels([_labels(make, values)], Recipe(tile_px=64, block_px=64), 0, make.folder)
    assert split.counts["training"]["class 3"] == 16
    assert [text for text in split.warnings if "“class 3” (16 px) has none in the validation part" in text]


def test_a_gap_that_costs_much_is_said(make: Any) -> None:
    split = split_labels(
        [_labels(make, _dense((300, 300), 0))], Recipe(tile_px=32, block_px=50, gap_px=25), 0, make.folder
    )
    assert any("gap of 25 px" in text and "unused" in text for text in split.warnings)


def _polygon_labels(make: Any, folder: Path, area: bool = False) -> tuple[Labels, list[Any]]:
    """Draw 16 squares of two classes, some overlapping, in a labelled area if asked."""
    grid = make.grid(200, 220)
    corners = (10, 60, 110, 160)
    shapes = [shapely.box(col, row, col + 20, row + 20) for row in corners for col in corners]
    shapes.append(shapely.box(15, 15, 40, 40))
    kinds = [("a", "b")[(place // 2) % 2] for place in range(len(shapes))]
    scene = make.scene(grid, shapes, kinds)
    if area:
        from dataclasses import replace

        scene = replace(scene, labelled_area=make.layer([shapely.box(*grid.extent)], ["all"]))
    labels = label_scenes([scene], [grid], folder)
    return labels, [raster.polygons for raster in labels.rasters]


@pytest.mark.parametrize("area", [False, True])
@pytest.mark.parametrize("gap", [0, 5])
def test_polygons_stay_whole(make: Any, read: Any, tmp_path: Path, area: bool, gap: int) -> None:
    labels, polygons = _polygon_labels(make, tmp_path, area)
    recipe = Recipe(split="polygons", gap_px=gap, test_share=0.2, tile_px=32)
    split = split_labels([labels.rasters[0].path], recipe, 3, tmp_path, polygons)
    parts, values = read(split.paths[0]), read(labels.rasters[0].path)
    assert split.kind == "polygons"
    _check_counts(split, [values], read)
    _check_apart(parts, gap)
    owner = np.zeros(values.shape, int)
    for number, shape in enumerate(polygons[0].shapes, start=1):
        left, top, right, bottom = (int(edge) for edge in shape.bounds)
        owner[top:bottom, left:right] = number
    for number in range(1, len(polygons[0]) + 1):
        assert len(set(parts[owner == number].tolist()) - {0}) <= 1
    for code in (TRAINING, VALIDATION, TEST):
        assert split.counts[PART_NAMES[code]]["a"]
        assert split.counts[PART_NAMES[code]]["b"]
    if area:
        assert all(split.counts[PART_NAMES[code]]["background"] for code in (TRAINING, VALIDATION))


def test_whole_scenes(make: Any, read: Any) -> None:
    grids = [make.grid(80, 90, transform=Affine(10, 0, 500_000 + 5_000 * n, 0, -10, 4_740_000)) for n in range(5)]
    values = [_dense((80, 90), seed) for seed in range(5)]
    paths = [_labels(make, value, grid) for value, grid in zip(values, grids)]
    split = split_labels(paths, Recipe(split="scenes", validation_share=0.3), 0, make.folder)
    assert split.kind == "scenes"
    assert [path.name for path in split.paths] == [f"split_{number}.tif" for number in range(1, 6)]
    found = [set(read(path).ravel().tolist()) for path in split.paths]
    assert all(len(parts) == 1 for parts in found)
    assert {1, 2} == set.union(*found)
    _check_counts(split, values, read)


def test_one_scene_cannot_be_split_by_scenes(make: Any) -> None:
    split = split_labels([_labels(make, _dense((300, 300), 0))], Recipe(split="scenes", tile_px=32), 0, make.folder)
    assert split.kind == "blocks"
    assert any("only one scene. Taken instead: a split by blocks" in text for text in split.warnings)


def test_scenes_on_one_grid_are_split_alike(make: Any, read: Any) -> None:
    """Two dates of one place: what validates in one must not train in the other."""
    paths = [_labels(make, _dense((200, 200), seed)) for seed in (0, 1)]
    split = split_labels(paths, Recipe(tile_px=32, gap_px=0), 0, make.folder)
    np.testing.assert_array_equal(*(read(path) for path in split.paths))
    assert not split.warnings


def test_scenes_that_overlap_on_different_grids_are_warned_about(make: Any) -> None:
    shifted = make.grid(200, 200, transform=Affine(10, 0, 570_055, 0, -10, 4_740_000))
    paths = [_labels(make, _dense((200, 200), 0)), _labels(make, _dense((200, 200), 1), shifted)]
    split = split_labels(paths, Recipe(tile_px=32), 0, make.folder)
    assert any("overlap on the ground" in text for text in split.warnings)


@some
@given(
    seed=st.integers(0, 999),
    tile=st.sampled_from([32, 50]),
    stride=st.sampled_from([16, 40]),
    window=st.sampled_from([60, 1024]),
)
def test_random_tiles_are_those_given_and_leak(
    make: Any, read: Any, seed: int, tile: int, stride: int, window: int
) -> None:
    values = _patches((150, 170), seed)
    recipe = Recipe(split="random_tiles", tile_px=tile, stride_px=stride, test_share=0.2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(split_module, "BLOCK_PX", window)
        split = split_labels([_labels(make, values)], recipe, seed, make.folder)
    (tiles,) = split.tile_windows
    covers = np.zeros((4, *values.shape), bool)
    for code, windows in tiles.items():
        for own in windows:
            assert values[own.slices()].any()
            covers[code][own.slices()] = True
    several = covers.sum(axis=0) > 1
    expected = np.where(several, SEVERAL, covers.argmax(axis=0))
    np.testing.assert_array_equal(read(split.paths[0]), np.where(values > 0, expected, 0))
    every = [own for windows in tiles.values() for own in windows]
    assert len(every) == len(set(every))
    assert len(tiles[VALIDATION]) == max(1, round(0.3 * len(every)))
    assert split.leaks
    assert split.description.endswith("leaks: for reproduction only.")
    assert any("too good" in text for text in split.warnings)


def test_polygons_of_real_data_split_in_every_way(real: Any, read: Any, tmp_path: Path) -> None:
    from outcrop.core.geodata.scene import Scene

    folder = "landsat7_chiapas/"
    scene = Scene(
        (real(folder + "LE70220491999322EDC01_stack.gtif"),), real(folder + "training_data.shp"), class_field="class"
    )
    with rasterio.open(scene.images[0]) as dataset:
        grid = Grid.of(dataset)
    labels = label_scenes([scene], [grid], tmp_path)
    raster = labels.rasters[0]
    for kind in ("blocks", "polygons"):
        recipe = Recipe(split=kind, gap_px=8, tile_px=64)
        split = split_labels([raster.path], recipe, 0, tmp_path, [raster.polygons])
        assert split.kind == kind
        _check_apart(read(split.paths[0]), 8)
        for code in (TRAINING, VALIDATION):
            assert all(split.counts[PART_NAMES[code]].values())
