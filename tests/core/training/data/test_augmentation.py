"""Augmentation: images, labels and valid mask move together, labels keep their values, nothing unasked for happens."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
import torch
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError
from outcrop.core.training.data.augmentation import move, recolour, window_px
from outcrop.core.training.settings.recipe import Recipe
from torch import Tensor

OFF = Recipe(flip=False, rotate90=False)
"""Everything off but what a test asks for."""


def augment(
    images: Tensor, labels: Tensor, valid: Tensor, settings: Recipe, tile_px: int, source: torch.Generator
) -> tuple[Tensor, Tensor, Tensor]:
    """Move and recolour, as training does."""
    tiles, labels, valid = move(images, labels, valid, settings, tile_px, source)
    return recolour(tiles, valid, settings, source), labels, valid


CUTS = [
    replace(OFF, flip=True),
    replace(OFF, rotate90=True),
    replace(OFF, random_crop=True),
    replace(OFF, centre_crop=True),
    replace(OFF, random_crop=True, centre_crop=True, flip=True, rotate90=True),
]
WARPS = [
    replace(OFF, rotate_degrees=180.0),
    replace(OFF, stretch=0.1),
    replace(OFF, rotate_degrees=30.0, stretch=0.3, random_crop=True, centre_crop=True, flip=True, rotate90=True),
]
COLOURS = [replace(OFF, colour_jitter=0.3), replace(OFF, noise=0.1)]
ALL = Recipe(rotate_degrees=45.0, stretch=0.1, colour_jitter=0.2, noise=0.05, random_crop=True, centre_crop=True)


def seeded(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def coordinates(samples: int, height: int, width: int) -> tuple[Tensor, Tensor, Tensor]:
    """Windows whose two bands are x and y in pixels, and whose labels number the pixels from 1."""
    y, x = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
    images = torch.stack([x, y]).float().expand(samples, 2, height, width).clone()
    labels = (1 + y * width + x).expand(samples, height, width).clone()
    return images, labels, torch.ones(samples, height, width, dtype=torch.bool)


def random_windows(seed: int, side: int = 24, samples: int = 3) -> tuple[Tensor, Tensor, Tensor]:
    generator = seeded(seed)
    valid = torch.rand(samples, side, side, generator=generator) < 0.8
    images = torch.randn(samples, 4, side, side, generator=generator)
    labels = torch.randint(0, 6, (samples, side, side), generator=generator)
    return torch.where(valid[:, None], images, 0.0), labels, valid


def moved(settings: Recipe, tile_px: int = 16, window: int = 25, samples: int = 40) -> tuple[Tensor, Tensor, Tensor]:
    return augment(*coordinates(samples, window, window), settings, tile_px, seeded(3))


def linear_parts(images: Tensor) -> Tensor:
    """Recover each sample's 2×2 matrix, window pixels per tile pixel, from coordinate bands that are all valid."""
    matrices = []
    for x, y in images:
        columns = [(band[:, -1] - band[:, 0]).mean() / (band.shape[1] - 1) for band in (x, y)]
        rows = [(band[-1] - band[0]).mean() / (band.shape[0] - 1) for band in (x, y)]
        matrices.append(torch.stack([torch.stack(columns), torch.stack(rows)], dim=1))
    return torch.stack(matrices)


def test_everything_off_changes_nothing() -> None:
    images, labels, valid = random_windows(1)
    kept = augment(images, labels, valid, OFF, 24, seeded())
    assert all(torch.equal(a, b) for a, b in zip(kept, (images, labels, valid)))


@pytest.mark.parametrize(
    "settings", [OFF, *CUTS, *WARPS, replace(OFF, colour_jitter=0.3), replace(OFF, noise=0.1), ALL], ids=str
)
def test_the_given_windows_are_left_as_they_are_and_types_are_kept(settings: Recipe) -> None:
    given_windows = random_windows(2)
    before = [tensor.clone() for tensor in given_windows]
    tiles = augment(*given_windows, settings, 16, seeded())
    whole = augment(*given_windows, settings, 24, seeded())
    assert all(torch.equal(a, b) for a, b in zip(given_windows, before))
    assert [tile.dtype for tile in tiles] == [torch.float32, torch.int64, torch.bool]
    assert [tuple(tile.shape) for tile in tiles] == [(3, 4, 16, 16), (3, 16, 16), (3, 16, 16)]
    assert whole[1].shape == (3, 24, 24)


@pytest.mark.parametrize("settings", CUTS, ids=str)
def test_whole_pixels_move_together_exactly(settings: Recipe) -> None:
    images, labels, valid = moved(settings)
    assert valid.all()
    assert torch.equal(1 + images[:, 1].long() * 25 + images[:, 0].long(), labels)
    determinants = torch.linalg.det(linear_parts(images))
    torch.testing.assert_close(determinants.abs(), torch.ones(40))


@pytest.mark.parametrize("settings", WARPS, ids=str)
def test_warped_labels_are_those_of_the_nearest_pixel(settings: Recipe) -> None:
    images, labels, valid = moved(settings)
    nearest = torch.stack([(labels - 1) % 25, (labels - 1) // 25], dim=1)
    distance = (images - nearest).abs().amax(dim=1)
    assert valid.float().mean() > 0.9
    assert float(distance[valid].max()) <= 0.501
    assert float(distance[valid].max()) > 0.4  # sampled between pixels: the test sees what it should
    assert (labels[~valid] == 0).all()
    assert (images.permute(0, 2, 3, 1)[~valid] == 0).all()


def test_flips_and_quarter_turns_make_all_eight_symmetries() -> None:
    images, _, _ = moved(replace(OFF, flip=True, rotate90=True), samples=200)
    seen, counts = linear_parts(images).round().long().reshape(-1, 4).unique(dim=0, return_counts=True)
    assert len(seen) == 8
    assert counts.min() > 200 / 8 / 3


def test_turns_alone_never_mirror_and_flips_alone_never_swap_axes() -> None:
    turns = linear_parts(moved(replace(OFF, rotate90=True))[0])
    flips = linear_parts(moved(replace(OFF, flip=True))[0])
    assert (torch.linalg.det(turns) > 0.5).all()
    assert len(turns.round().long().reshape(-1, 4).unique(dim=0)) == 4
    assert (flips.diagonal(dim1=1, dim2=2).abs() > 0.5).all()
    assert len(flips.round().long().reshape(-1, 4).unique(dim=0)) == 4


def test_free_rotation_turns_to_both_sides_within_its_limit() -> None:
    settings = replace(OFF, rotate_degrees=20.0)
    images, _, valid = moved(settings, window=window_px(settings, 16))
    matrices = linear_parts(images)
    angles = torch.rad2deg(torch.atan2(matrices[:, 1, 0], matrices[:, 0, 0]))
    assert valid.all()
    assert -20.0 <= float(angles.min()) < -10.0
    assert 10.0 < float(angles.max()) <= 20.0
    torch.testing.assert_close(torch.linalg.det(matrices), torch.ones(40), rtol=1e-3, atol=1e-3)


def test_stretch_changes_each_axis_on_its_own_within_its_limit() -> None:
    matrices = linear_parts(moved(replace(OFF, stretch=0.1))[0])
    lengthening = 1.0 / matrices.diagonal(dim1=1, dim2=2)
    assert float((matrices - torch.diag_embed(matrices.diagonal(dim1=1, dim2=2))).abs().max()) < 1e-4
    assert 0.9 - 1e-3 <= float(lengthening.min()) < 0.93
    assert 1.07 < float(lengthening.max()) <= 1.1 + 1e-3
    assert float(torch.corrcoef(lengthening.T)[0, 1].abs()) < 0.5


def test_rotated_tiles_are_cut_around_the_middle_without_a_random_crop() -> None:
    images, _, _ = moved(replace(OFF, rotate_degrees=90.0, stretch=0.2), window=40)
    centre = images.mean(dim=(2, 3))
    torch.testing.assert_close(centre, torch.full_like(centre, 19.5), rtol=0, atol=1e-2)


def test_random_crops_reach_every_place_of_the_window() -> None:
    images, labels, valid = augment(*coordinates(600, 12, 10), replace(OFF, random_crop=True), 8, seeded())
    corners = images[:, :, 0, 0].long()
    assert sorted({(int(x), int(y)) for x, y in corners}) == [(x, y) for x in range(3) for y in range(5)]
    assert valid.all()
    assert (labels > 0).all()


def test_random_crops_of_a_turned_tile_stay_inside_where_there_is_room() -> None:
    settings = replace(OFF, rotate_degrees=45.0, stretch=0.1, random_crop=True)
    images, _, valid = moved(settings, window=40)
    centre = images.mean(dim=(2, 3))
    assert valid.all()
    assert float(centre.std(dim=0).min()) > 1.0


def test_a_turned_tile_without_room_stays_in_the_middle() -> None:
    images, _, valid = moved(replace(OFF, rotate_degrees=45.0, random_crop=True), tile_px=15, window=15)
    assert not valid.all()
    torch.testing.assert_close(images[:, :, 7, 7], torch.full((40, 2), 7.0), rtol=0, atol=1e-4)


def test_stretch_is_along_the_axes_of_the_window_whatever_the_turn() -> None:
    settings = replace(OFF, rotate_degrees=180.0, stretch=0.3, flip=True, rotate90=True)
    matrices = linear_parts(moved(settings, window=window_px(settings, 16))[0])
    squared_stretch = matrices @ matrices.transpose(1, 2)
    across = squared_stretch - torch.diag_embed(squared_stretch.diagonal(dim1=1, dim2=2))
    assert float(across.abs().max()) < 1e-3


def test_a_warp_by_almost_nothing_is_the_plain_cut() -> None:
    switches = replace(OFF, flip=True, rotate90=True)
    plain, warped = moved(switches, tile_px=15), moved(replace(switches, stretch=1e-7), tile_px=15)
    torch.testing.assert_close(warped[0], plain[0], rtol=0, atol=1e-3)
    assert torch.equal(warped[1], plain[1])


def test_centre_crops_are_cut_from_the_middle_and_share_with_random_ones() -> None:
    centred = moved(replace(OFF, centre_crop=True), tile_px=15)[0]
    assert (centred[:, :, 0, 0] == 5).all()
    both = moved(replace(OFF, centre_crop=True, random_crop=True), tile_px=15, samples=300)[0]
    share = float((both[:, :, 0, 0] == 5).all(dim=1).float().mean())
    assert 0.4 < share < 0.6 + 1 / 121


@pytest.mark.parametrize("settings", [*CUTS, *WARPS], ids=str)
def test_samples_of_a_batch_differ_and_the_seed_decides(settings: Recipe) -> None:
    first = augment(*coordinates(8, 25, 25), settings, 16, seeded(5))
    again = augment(*coordinates(8, 25, 25), settings, 16, seeded(5))
    assert all(torch.equal(a, b) for a, b in zip(first, again))
    if settings.random_crop or not settings.centre_crop:
        other = augment(*coordinates(8, 25, 25), settings, 16, seeded(6))
        assert not torch.equal(first[1], other[1])
        assert len(first[1].flatten(1).unique(dim=0)) > 2


def test_one_movement_less_leaves_the_others_as_they_were() -> None:
    crop_and_flip = linear_parts(moved(replace(OFF, flip=True, random_crop=True))[0])
    flip = linear_parts(moved(replace(OFF, flip=True))[0])
    torch.testing.assert_close(crop_and_flip, flip)


def test_nodata_neither_spreads_nor_darkens_what_is_beside_it() -> None:
    valid = torch.ones(1, 40, 40, dtype=torch.bool)
    valid[0, 15:25, 10:22] = False
    images = torch.where(valid[:, None], 0.7, 0.0)
    labels = torch.where(valid, 2, 0)
    images, labels, valid = (tensor.repeat(10, *[1] * (tensor.ndim - 1)) for tensor in (images, labels, valid))
    tiles, marks, inside = augment(
        images, labels, valid, replace(OFF, rotate_degrees=180.0, stretch=0.1), 24, seeded(1)
    )
    assert torch.equal(marks == 2, inside)
    torch.testing.assert_close(tiles[:, 0], torch.where(inside, 0.7, 0.0))
    assert 60 < float((~inside).sum(dim=(1, 2)).float().mean()) < 180


def test_a_label_on_nodata_and_unlabelled_data_both_stay() -> None:
    images, labels, valid = random_windows(6, side=16, samples=2)
    labels[~valid] = 5
    labels[valid & (labels == 5)] = 0
    for settings in (replace(OFF, flip=True, rotate90=True), replace(OFF, rotate_degrees=45.0)):
        _, marks, inside = augment(images, labels, valid, settings, 16, seeded(2))
        assert (marks[inside] != 5).all()
        assert (marks[inside] == 0).any()
        assert (marks == 5).any()


@given(
    seed=st.integers(0, 2**31),
    tile_px=st.integers(1, 24),
    degrees=st.sampled_from([0.0, 5.0, 180.0]),
    stretch=st.sampled_from([0.0, 0.1, 0.5]),
    switches=st.tuples(*[st.booleans()] * 4),
    strengths=st.tuples(*[st.sampled_from([0.0, 0.3])] * 2),
)
@how(max_examples=60, deadline=None)
def test_labels_get_no_new_values_and_invalid_pixels_stay_zero(
    seed: int,
    tile_px: int,
    degrees: float,
    stretch: float,
    switches: tuple[bool, bool, bool, bool],
    strengths: tuple[float, float],
) -> None:
    flip, rotate90, random_crop, centre_crop = switches
    jitter, noise = strengths
    settings = replace(
        OFF, flip=flip, rotate90=rotate90, rotate_degrees=degrees, stretch=stretch, colour_jitter=jitter, noise=noise,
        random_crop=random_crop, centre_crop=centre_crop,
    )  # fmt: skip
    images, labels, valid = random_windows(seed)
    labels = labels * 40  # far apart: an interpolated value would be a new one
    tiles, marks, inside = augment(images, labels, valid, settings, tile_px, seeded(seed))
    for before, after in zip(labels, marks):
        assert set(after.unique().tolist()) <= {0, *before.unique().tolist()}
    assert torch.isfinite(tiles).all()
    assert (tiles.permute(0, 2, 3, 1)[~inside] == 0).all()


def test_colour_jitter_changes_brightness_and_contrast_of_each_band_on_its_own() -> None:
    images, labels, valid = random_windows(9, side=32, samples=60)
    tiles, marks, inside = augment(images, labels, valid, replace(OFF, colour_jitter=0.2), 32, seeded())
    assert torch.equal(marks, labels)
    assert torch.equal(inside, valid)
    assert (tiles.permute(0, 2, 3, 1)[~valid] == 0).all()
    gains, shifts = torch.empty(60, 4), torch.empty(60, 4)
    for sample in range(60):
        for band in range(4):
            old, new = (layer[sample, band][valid[sample]] for layer in (images, tiles))
            gains[sample, band] = (new.std() / old.std()).item()
            shifts[sample, band] = (new.mean() - old.mean()).item()
            torch.testing.assert_close(new - new.mean(), gains[sample, band] * (old - old.mean()), rtol=1e-4, atol=1e-4)
    for values, middle in ((gains, 1.0), (shifts, 0.0)):
        assert middle - 0.201 < float(values.min()) < middle - 0.17
        assert middle + 0.17 < float(values.max()) < middle + 0.201
        assert float((torch.corrcoef(values.T) - torch.eye(4)).abs().max()) < 0.5


def test_noise_is_gaussian_of_the_given_deviation_and_spares_nodata() -> None:
    images, labels, valid = random_windows(10, side=64)
    tiles, _, _ = augment(images, labels, valid, replace(OFF, noise=0.05), 64, seeded())
    noise = (tiles - images).permute(0, 2, 3, 1)
    assert (noise[~valid] == 0).all()
    inside = noise[valid] / 0.05
    assert float(inside.mean().abs()) < 0.03
    assert float(inside.std()) == pytest.approx(1.0, abs=0.02)
    assert float((inside.abs() < 1).float().mean()) == pytest.approx(math.erf(math.sqrt(0.5)), abs=0.01)
    assert float((torch.corrcoef(inside.T) - torch.eye(4)).abs().max()) < 0.05


def test_a_window_without_any_valid_pixel_stays_empty() -> None:
    empty = (
        torch.zeros(2, 3, 20, 20),
        torch.zeros(2, 20, 20, dtype=torch.uint8),
        torch.zeros(2, 20, 20, dtype=torch.bool),
    )
    tiles, marks, inside = augment(*empty, ALL, 16, seeded())
    assert torch.equal(tiles, torch.zeros(2, 3, 16, 16))
    assert marks.dtype == torch.uint8
    assert not marks.any()
    assert not inside.any()


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (OFF, 512),
        (replace(OFF, flip=True, rotate90=True, noise=0.1, colour_jitter=0.1, centre_crop=True), 512),
        (replace(OFF, random_crop=True), 640),
        (replace(OFF, rotate_degrees=45.0), 725),  # 512 · √2 = 724.08
        (replace(OFF, rotate_degrees=180.0), 725),
        (replace(OFF, rotate_degrees=10.0), 594),  # 512 · (cos 10° + sin 10°) = 593.13
        (replace(OFF, stretch=0.1), 569),  # 512 / 0.9 = 568.9
        (replace(OFF, rotate_degrees=90.0, stretch=0.1, random_crop=True), 805),  # 512 · √2 / 0.9 = 804.5
    ],
)
def test_the_window_to_read(settings: Recipe, expected: int) -> None:
    assert window_px(settings, 512) == expected


@given(degrees=st.floats(0, 180), stretch=st.floats(0, 0.5), crop=st.booleans(), seed=st.integers(0, 1000))
@how(max_examples=30, deadline=None)
def test_the_window_to_read_is_large_enough(degrees: float, stretch: float, crop: bool, seed: int) -> None:
    settings = replace(OFF, rotate_degrees=degrees, stretch=stretch, random_crop=crop, flip=True, rotate90=True)
    side = window_px(settings, 12)
    _, labels, valid = augment(*coordinates(4, side, side), settings, 12, seeded(seed))
    assert valid.all()
    assert (labels > 0).all()


@pytest.mark.parametrize(
    ("shapes", "tile_px", "message"),
    [
        (((1, 2, 8, 8), (1, 8, 9), (1, 8, 8)), 8, "don't belong together"),
        (((2, 8, 8), (8, 8), (8, 8)), 8, "don't belong together"),
        (((1, 2, 8, 6), (1, 8, 6), (1, 8, 6)), 7, "No tile of 7 × 7 px can be cut from a window of 6 × 8 px"),
    ],
)
def test_windows_that_do_not_fit_are_refused(shapes: tuple[tuple[int, ...], ...], tile_px: int, message: str) -> None:
    image, label, mask = shapes
    with pytest.raises(BadInputError, match=message):
        augment(torch.zeros(image), torch.zeros(label).long(), torch.ones(mask).bool(), OFF, tile_px, seeded())


def test_labels_and_masks_of_the_wrong_type_are_refused() -> None:
    images, labels, valid = random_windows(1)
    for wrong in ((images, labels.float(), valid), (images, labels, valid.long())):
        with pytest.raises(BadInputError, match="whole numbers"):
            augment(*wrong, OFF, 8, seeded())
