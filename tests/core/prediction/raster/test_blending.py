"""Fading tiles into each other."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from outcrop.core.geodata.grid import Window
from outcrop.core.prediction.raster.blending import Blender, seam_of
from outcrop.core.prediction.raster.tiling import fit


def blend(
    area: Window, margin: int, skip: frozenset[int], folder: Path, tilt: float = 0.0
) -> tuple[np.ndarray, np.ndarray]:
    """Blend tiles of a known field, each off by up to `tilt`, some left out; give the field and what came out."""
    rng = np.random.default_rng(0)
    truth = rng.random((3, 400, 400)).astype(np.float32)
    truth /= truth.sum(axis=0)
    padded = np.pad(truth, ((0, 0), (200, 200), (200, 200)), mode="reflect")
    tiling = fit(area, margin, 4, 60)
    seam = seam_of(tiling)
    out = np.full((4, 400, 400), np.nan, np.float32)
    with Blender(tiling, 3, folder) as blender:
        for number, tile in enumerate(tiling.tiles()):
            kept = tile.read.padded(seam - tiling.margin)
            values = padded[:, kept.row + 200 :, kept.col + 200 :][:, : kept.height, : kept.width].copy()
            values[0] += tilt * (number % 2)
            keep = np.ones(tile.core.shape, bool)
            given = (None, None) if number in skip else (keep, values / values.sum(axis=0))
            window, done, wanted = blender.add(tile, *given)
            assert np.isnan(out[(slice(None), *window.slices())]).all()
            out[:3, window.row : window.row + window.height, window.col : window.col + window.width] = done
            out[(3, *window.slices())] = wanted
    return truth, out


@pytest.mark.parametrize("margin", [0, 4, 8, 20])
@pytest.mark.parametrize(
    "area", [Window(0, 0, 400, 400), Window(37, 50, 201, 147), Window(3, 3, 1, 1), Window(0, 0, 5, 300)]
)
def test_tiles_that_agree_stay_as_they_are(area: Window, margin: int, tmp_path: Path) -> None:
    truth, out = blend(area, margin, frozenset(), tmp_path)

    inside = (slice(None), *area.slices())
    assert np.allclose(out[:3][inside], truth[inside], atol=1e-5)
    assert (out[(3, *area.slices())] == 1).all()
    assert np.isnan(out[0]).sum() == 400 * 400 - area.height * area.width
    assert not list(tmp_path.iterdir())


def test_a_skipped_tile_is_not_wanted_and_spoils_no_neighbour(tmp_path: Path) -> None:
    area = Window(0, 0, 200, 200)
    truth, out = blend(area, 12, frozenset({0, 7}), tmp_path)

    wanted = out[3, :200, :200] == 1
    assert 0 < np.count_nonzero(~wanted) < 200 * 200
    assert np.allclose(out[:3, :200, :200][:, wanted], truth[:, :200, :200][:, wanted], atol=1e-5)


def test_tiles_that_differ_fade_without_a_step(tmp_path: Path) -> None:
    truth, out = blend(Window(0, 0, 200, 200), 20, frozenset(), tmp_path, tilt=0.5)

    off = out[0, :200, :200] - truth[0, :200, :200]
    assert np.abs(off).max() > 0.1
    assert np.abs(np.diff(off.mean(axis=0))).max() < 0.05
