"""Magnetics: dipoles whose fields are known, the reference field against another program, windows against the whole."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from affine import Affine
from outcrop.core.errors import BadInputError
from outcrop.core.preparation.magnetics.igrf import direction, field
from outcrop.core.preparation.magnetics.spectrum import filled
from scipy.ndimage import gaussian_filter

DEPTH, STEPS = 200.0, np.array([[25.0, 0.0], [0.0, -25.0]])
LAYERS = ("field", "vertical_derivative", "horizontal_derivatives", "total_gradient", "tilt")


def only(*names: str) -> dict[str, bool]:
    return {name: name in names for name in LAYERS}


def direction_of(inclination: float, declination: float) -> np.ndarray:
    """Give the unit vector to the east, to the north and down."""
    dip, turn = np.radians([inclination, declination])
    return np.array([np.cos(dip) * np.sin(turn), np.cos(dip) * np.cos(turn), np.sin(dip)])


def anomaly(
    inclination: float, declination: float, depth: float = DEPTH, side: int = 129, places: tuple = ((0.0, 0.0),),
    steps: np.ndarray = STEPS,
) -> np.ndarray:  # fmt: skip
    """Give the total-field anomaly of dipoles below places (east, north) about the centre, magnetised by induction."""
    rows, cols = np.mgrid[0:side, 0:side] - side // 2
    east, north = (steps[axis, 0] * cols + steps[axis, 1] * rows for axis in (0, 1))
    along = direction_of(inclination, declination)
    total = np.zeros((side, side))
    for x, y in places:
        away = np.stack([east - x, north - y, np.full(east.shape, -depth)])
        distance = np.sqrt((away**2).sum(axis=0))
        part = np.tensordot(along, away, 1)
        total += (3 * part**2 / distance**2 - 1) / distance**3
    return total * depth**3 * 100


PLACE = Affine(25, 0, 499_000, 0, -25, 4_500_000)


@pytest.mark.parametrize(("inclination", "declination"), [(60, 10), (35, -25), (-45, 120), (90, 0)])
def test_a_dipole_reduced_to_the_pole_peaks_over_its_source(
    write: Callable, make: Callable, inclination: float, declination: float
) -> None:
    image = write("field.tif", anomaly(inclination, declination), place=PLACE)
    made = make("magnetics", image, inclination_deg=inclination, declination_deg=declination, **only("field"))
    reduced = made["magnetic field"]
    assert np.unravel_index(reduced.argmax(), reduced.shape) == (64, 64)
    vertical = anomaly(90, 0)
    assert np.abs(reduced - vertical).max() < 0.06 * vertical.max()


def test_near_the_equator_the_reduction_is_damped(write: Callable, make: Callable) -> None:
    rng = np.random.default_rng(0)
    image = write("field.tif", anomaly(3, 0) + rng.normal(0, 1, (129, 129)), place=PLACE)
    settings = {"inclination_deg": 3.0, "declination_deg": 0.0, **only("field")}
    wild = make("magnetics", image, least_inclination_deg=0.0, **settings)["magnetic field"]
    calm = make("magnetics", image, least_inclination_deg=25.0, **settings)["magnetic field"]
    far = np.ones((129, 129), bool)
    far[44:85, 44:85] = False
    assert calm[far].std() < 0.35 * wild[far].std()
    place = np.unravel_index(calm.argmax(), calm.shape)
    assert np.hypot(place[0] - 64, place[1] - 64) <= 2


def test_upward_continuation_is_a_deeper_source(write: Callable, make: Callable) -> None:
    image = write("field.tif", anomaly(90, 0), place=PLACE)
    made = make("magnetics", image, reduce_to_pole=False, upward_m=150.0, **only("field"))["magnetic field"]
    deeper = anomaly(90, 0, DEPTH + 150) * (DEPTH / (DEPTH + 150)) ** 3
    assert np.abs(made - deeper).max() < 0.03 * deeper.max()


def test_derivatives_are_differences(write: Callable, make: Callable) -> None:
    values = anomaly(60, 20)
    image = write("field.tif", values, place=PLACE)
    made = make("magnetics", image, reduce_to_pole=False, **only(*LAYERS))
    inner = (slice(20, -20),) * 2
    top = np.abs(made["vertical derivative"]).max()
    moved = {
        "derivative to the east": [anomaly(60, 20, places=((step, 0.0),)) for step in (-5.0, 5.0)],
        "derivative to the north": [anomaly(60, 20, places=((0.0, step),)) for step in (-5.0, 5.0)],
        "vertical derivative": [anomaly(60, 20, DEPTH + step) * (DEPTH / (DEPTH + step)) ** 3 for step in (-5.0, 5.0)],
    }
    for name, (after, before) in moved.items():
        assert np.abs(made[name] - (after - before) / 10)[inner].max() < 0.02 * top, name
    length = np.sqrt(sum(made[name] ** 2 for name in moved))
    assert np.allclose(made["total gradient"], length, rtol=1e-4, atol=1e-6)
    assert made["tilt"].min() >= -90
    assert made["tilt"].max() <= 90


@pytest.mark.parametrize(
    ("crs", "place"),
    [
        ("EPSG:32633", Affine(25, 0, 499_000, 0, -40, 4_500_000)),  # oblong pixels
        ("EPSG:32633", Affine.translation(499_000, 4_500_000) @ Affine.rotation(30) @ Affine.scale(25, -25)),
        ("EPSG:32633", Affine(25, 0, 499_000, 0, 25, 4_500_000)),  # south up
    ],
)
def test_any_grid_finds_the_source(write: Callable, make: Callable, crs: str, place: Affine) -> None:
    steps = np.array([[place.a, place.b], [place.d, place.e]])
    image = write("field.tif", anomaly(50, 15, steps=steps), crs, place)
    made = make("magnetics", image, inclination_deg=50.0, declination_deg=15.0, **only("field"))["magnetic field"]
    assert np.unravel_index(made.argmax(), made.shape) == (64, 64)


def test_windows_are_the_whole(write: Callable, make: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    places = tuple(map(tuple, np.random.default_rng(1).uniform(-3_500, 3_500, (12, 2))))
    values = anomaly(55, 10, side=321, places=places)
    values[40:60, 200:230] = np.nan
    image = write("field.tif", values, place=PLACE)
    settings = {"inclination_deg": 55.0, "declination_deg": 10.0, **only(*LAYERS)}
    whole = make("magnetics", image, **settings)
    monkeypatch.setattr("outcrop.core.preparation.magnetics.magnetics.MOST_AT_ONCE_PX", 110)
    monkeypatch.setattr("outcrop.core.preparation.base.writing._WINDOW_PX", 128)
    parts = make("magnetics", image, **settings)
    for name in ("magnetic field", "vertical derivative", "total gradient"):
        off = np.abs(whole[name] - parts[name])
        assert np.nanmax(off) < 0.03 * np.nanmax(np.abs(whole[name])), name
        assert (np.isnan(whole[name]) == np.isnan(values)).all()
        assert (np.isnan(parts[name]) == np.isnan(values)).all()


def test_edges_and_gaps_of_large_rasters_are_no_sources(
    write: Callable, make: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    rough = gaussian_filter(np.random.default_rng(3).normal(0, 500, (330, 330)), 2)
    rough[150:190, 90:140] = np.nan
    image = write("field.tif", rough, place=PLACE)
    monkeypatch.setattr("outcrop.core.preparation.magnetics.magnetics.MOST_AT_ONCE_PX", 60)
    monkeypatch.setattr("outcrop.core.preparation.base.writing._WINDOW_PX", 128)
    made = make("magnetics", image, reduce_to_pole=False, **only("total_gradient"))["total gradient"]
    border = np.ones(rough.shape, bool)
    border[3:-3, 3:-3] = False
    border[147:193, 87:143] = True
    assert np.nanmedian(made[border]) < 1.3 * np.nanmedian(made[~border])
    assert np.nanmax(made[border]) < 1.5 * np.nanmax(made[~border])


def test_gaps_are_filled_smoothly() -> None:
    rows, cols = np.mgrid[0:60, 0:60]
    plane = 2.0 * rows + cols
    hole = plane.copy()
    hole[20:30, 25:40] = np.nan
    made = filled(hole)
    assert np.abs(made - plane).max() < 12
    assert (made[~np.isnan(hole)] == plane[~np.isnan(hole)]).all()


@pytest.mark.parametrize(
    ("place", "year", "north", "east", "down"),
    [  # ppigrf 2.1.0 with the same coefficients
        ((25.0, 60.0), 2025, 14609.0097, 2615.8413, 50362.9546),
        ((-70.5, -23.4), 2010, 22064.8156, -774.0935, -8071.4537),
        ((147.0, -36.0), 1985, 22594.7466, 4619.2606, -54848.6609),
        ((0.0, 0.0), 2020, 27539.0742, -2244.6179, -16008.5212),
    ],
)
def test_the_reference_field_is_that_of_another_program(
    place: tuple[float, float], year: float, north: float, east: float, down: float
) -> None:
    assert np.allclose(field(*place, year), (north, east, down), atol=0.01)
    dip, turn = direction(*place, year)
    assert dip == pytest.approx(np.degrees(np.arctan2(down, np.hypot(north, east))), abs=1e-4)
    assert turn == pytest.approx(np.degrees(np.arctan2(east, north)), abs=1e-4)


def test_year_and_place_tell_the_direction(write: Callable, make: Callable) -> None:
    image = write("field.tif", anomaly(*direction(15, 40.6, 2005.5)), place=PLACE)
    made = make("magnetics", image, year=2005.5, **only("field"))["magnetic field"]
    assert np.unravel_index(made.argmax(), made.shape) == (64, 64)


def test_what_doesnt_fit_is_said(write: Callable, make: Callable) -> None:
    values = anomaly(60, 0)
    image = write("field.tif", values, place=PLACE)
    with pytest.raises(BadInputError, match="Give the year of the survey"):
        make("magnetics", image)
    with pytest.raises(BadInputError, match=r"inclination_deg = 95.* out of range"):
        make("magnetics", image, inclination_deg=95.0, declination_deg=0.0)
    with pytest.raises(BadInputError, match="No layer is chosen"):
        make("magnetics", image, year=2000.0, **only())
    with pytest.raises(BadInputError, match=r"one band, the total field; .* has 2"):
        make("magnetics", write("two.tif", np.stack([values, values])), year=2000.0)
    with pytest.raises(BadInputError, match="has no value anywhere"):
        make("magnetics", write("none.tif", np.full((40, 40), np.nan)), year=2000.0)
    constant = make("magnetics", write("flat.tif", np.full((40, 40), 5.0)), year=2000.0, **only("field", "tilt"))
    assert np.allclose(constant["magnetic field"], 5.0)
