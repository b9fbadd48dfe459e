"""Radiometrics: ratios and pictures of contents that are known, and bands found by name or order."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from outcrop.core.errors import BadInputError
from outcrop.core.preparation.radiometrics.radiometrics import places_of

K, TH, U = 0, 1, 2


def survey() -> np.ndarray:
    rng = np.random.default_rng(0)
    return np.stack([rng.uniform(0.5, 4, (40, 50)), rng.uniform(4, 20, (40, 50)), rng.uniform(1, 6, (40, 50))])


def test_ratios_are_quotients_and_weak_places_have_none(write: Callable, make: Callable) -> None:
    values = survey()
    values[TH, 0, 0], values[K, 0, 1], values[U, 0, 2], values[U, 0, 3] = 0.2, -0.1, 0.0, np.nan
    made = make("radiometrics", write("gamma.tif", values, names=("K", "Th", "U")), ternary=False)
    assert list(made) == ["K/Th", "U/Th", "U/K", "K*U/Th"]
    k, th, u = values
    inner = (slice(1, None), slice(None))
    for name, wanted in (("K/Th", k / th), ("U/Th", u / th), ("U/K", u / k), ("K*U/Th", k * u / th)):
        assert np.allclose(made[name][inner], wanted[inner], rtol=1e-5), name
    known = {name: np.isfinite(band[0, :4]).tolist() for name, band in made.items()}
    assert known == {
        "K/Th": [False, False, True, True], "U/Th": [False, True, False, False],
        "U/K": [True, False, False, False], "K*U/Th": [False, False, False, False],
    }  # fmt: skip


def test_shares_sum_to_1_and_the_picture_uses_its_range(write: Callable, make: Callable) -> None:
    values = survey()
    made = make("radiometrics", write("gamma.tif", values), ratios=False, shares=True, clipped_percent=2.0)
    assert np.allclose(sum(made[f"{name} share"] for name in ("K", "Th", "U")), 1, atol=1e-6)
    for place, colour in enumerate(("red", "green", "blue")):
        band = made[f"ternary {colour}"]
        assert band.min() == 0
        assert band.max() == 255
        assert np.corrcoef(band.ravel(), values[place].ravel())[0, 1] > 0.99
        assert (band == 0).mean() == pytest.approx(0.02, abs=0.005)


def test_bands_are_found_by_name_in_any_order(write: Callable, make: Callable) -> None:
    values = survey()
    image = write("gamma.tif", np.stack([values[U], np.ones((40, 50)), values[K], values[TH]]),
                  names=("eU_ppm", "Dose", "Potassium (%)", "eTh_ppm"))  # fmt: skip
    made = make("radiometrics", image, ternary=False)
    assert np.allclose(made["K/Th"], values[K] / values[TH], rtol=1e-5)
    assert places_of(("band 1", "band 2", "band 3")) == (0, 1, 2)
    assert places_of(("radmap_ppmth", "radmap_ppmu", "radmap_pctk")) == (2, 0, 1)
    assert places_of(("K", "Th")) is None
    assert places_of(("K", "K2O K", "Th", "U")) is None


def test_what_doesnt_fit_is_said(write: Callable, make: Callable) -> None:
    values = survey()
    with pytest.raises(BadInputError, match="name them K, Th and U"):
        make("radiometrics", write("two.tif", values[:2], names=("a", "b")))
    values[U] = 0
    with pytest.raises(BadInputError, match=r"U of .* has no value above 0"):
        make("radiometrics", write("none.tif", values))
    with pytest.raises(BadInputError, match="No layer is chosen"):
        make("radiometrics", write("gamma.tif", survey()), ratios=False, ternary=False)
    constant = make("radiometrics", write("flat.tif", np.full((3, 20, 20), 2.0)))
    assert np.allclose(constant["U/Th"], 1)
