"""Components: those of scikit-learn, and of known signals in known noise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from outcrop.core.errors import BadInputError
from outcrop.core.preparation.base.scatter import Scatter
from scipy.ndimage import gaussian_filter
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler


def scene(bands: int = 5, side: int = 70) -> np.ndarray:
    """Give smooth signals mixed into bands of very different size, with some noise."""
    rng = np.random.default_rng(5)
    signals = np.stack([gaussian_filter(rng.normal(size=(side, side)), 4) for _ in range(2)])
    mixed = np.tensordot(rng.normal(size=(bands, 2)), signals, axes=1)
    mixed += rng.normal(0, 0.02, mixed.shape) * np.arange(1, bands + 1)[:, None, None]
    return mixed * np.geomspace(1, 1_000, bands)[:, None, None] + 5_000


@pytest.mark.parametrize("standardised", [False, True])
def test_principal_components_are_those_of_scikit_learn(
    write: Callable, make: Callable, monkeypatch: pytest.MonkeyPatch, standardised: bool
) -> None:
    values = scene().astype(np.float32)
    values[2, 10:20, 5:9] = np.nan
    monkeypatch.setattr("outcrop.core.preparation.base.writing._WINDOW_PX", 32)
    made = make("principal-components", write("s.tif", values), components=4, standardised=standardised)
    known = np.isfinite(values).all(axis=0)
    pixels = values[:, known].T.astype(np.float64)
    wanted = PCA(4).fit_transform(StandardScaler().fit_transform(pixels) if standardised else pixels)
    assert list(made) == ["PC1", "PC2", "PC3", "PC4"]
    for number, band in enumerate(made.values()):
        assert (np.isnan(band) == ~known).all()
        own, other = band[known], wanted[:, number]
        sign = np.sign(own @ other)
        assert np.allclose(own, sign * other, rtol=1e-3, atol=1e-3 * np.abs(other).max())


def test_the_largest_loading_is_positive_as_the_log_tells(write: Callable, make: Callable) -> None:
    rng = np.random.default_rng(2)
    signal = rng.normal(size=(40, 40))
    values = np.stack([sign * size * signal + rng.normal(0, noise, signal.shape)
                       for sign, size, noise in ((-1, 1, 0.3), (1, 900, 100), (1, 20, 3))])  # fmt: skip
    told: list[str] = []
    image = write("s.tif", values, names=("x", "y", "z"))
    made = make("principal-components", image, standardised=True, heard=lambda event: told.append(str(event)))
    (line,) = (text for text in told if "PC1:" in text)
    signs = {
        name: sign for sign, name in ((sign, name) for name in "xyz" for sign in "+-" if f"{name} {sign}0." in line)
    }
    assert set(signs) == set("xyz")
    for name, band in zip("xyz", values):
        assert np.corrcoef(made["PC1"].ravel(), band.ravel())[0, 1] * (1 if signs[name] == "+" else -1) > 0.9


def test_noise_fractions_put_the_clean_signal_first_however_small_it_is(write: Callable, make: Callable) -> None:
    rng = np.random.default_rng(2)
    signal = gaussian_filter(rng.normal(size=(120, 120)), 6)
    signal /= signal.std()
    noise = rng.normal(size=(4, 120, 120)) * np.array([0.05, 30, 30, 30])[:, None, None]
    values = noise + signal * np.array([1, 1, -1, 2])[:, None, None] + 100
    made = make("minimum-noise-fraction", write("n.tif", values), components=4)
    likeness = [abs(np.corrcoef(band.ravel(), signal.ravel())[0, 1]) for band in made.values()]
    assert likeness[0] > 0.99
    assert max(likeness[1:]) < 0.15
    first = make("principal-components", write("p.tif", values))["PC1"]
    assert abs(np.corrcoef(first.ravel(), signal.ravel())[0, 1]) < 0.2  # which is why there are noise fractions
    difference = np.diff(made["MNF2"], axis=1)
    assert difference.var() / 2 == pytest.approx(1, rel=0.05)  # noise of variance 1


def test_bands_that_the_file_calls_bad_are_left_out(make: Callable, tmp_path: Path) -> None:
    values = scene(4).astype(np.float32)
    values[1] = 7
    envi = tmp_path / "cube.dat"
    profile = {"driver": "ENVI", "count": 4, "height": 70, "width": 70, "dtype": "float32", "crs": "EPSG:32633"}
    with rasterio.open(envi, "w", **profile, transform=rasterio.Affine(10, 0, 0, 0, -10, 4_500_000)) as file:
        file.write(values)
    header = envi.with_suffix(".hdr")
    header.write_text(header.read_text() + "bbl = {1, 0, 1, 1}\n")
    assert len(make("principal-components", str(envi), components=9)) == 3
    with pytest.raises(BadInputError, match="has the same value everywhere"):
        make("principal-components", str(envi), bad_bands=True)


def test_what_doesnt_fit_is_said(write: Callable, make: Callable) -> None:
    values = scene(3)
    with pytest.raises(BadInputError, match=r"two bands at least; .* has 1"):
        make("principal-components", write("one.tif", values[:1]))
    few = np.full((3, 70, 70), np.nan)
    few[:, 0, :4] = values[:, 0, :4]
    with pytest.raises(BadInputError, match="has 4 pixels with all 3 bands"):
        make("minimum-noise-fraction", write("few.tif", few))
    repeated = np.concatenate([values, values[:1] * 2 + 1])
    with pytest.raises(BadInputError, match="can't be told apart"):
        make("minimum-noise-fraction", write("twice.tif", repeated))


def test_three_hundred_bands_take_little_memory_at_a_time(write: Callable, make: Callable) -> None:
    values = np.random.default_rng(1).normal(size=(300, 40, 40))
    assert len(make("principal-components", write("cube.tif", values), components=5)) == 5


def test_scatter_in_parts_is_that_of_the_whole() -> None:
    values = np.random.default_rng(0).normal(1e6, 1e-2, (3, 1_000))
    parts = Scatter(3)
    for part in np.array_split(values, [1, 1, 400], axis=1):
        parts.add(part)
    assert np.allclose(parts.mean, values.mean(axis=1), rtol=1e-12)
    assert np.allclose(parts.covariance, np.cov(values), rtol=1e-4)
