"""Log-ratios of rasters and tables as the worker takes them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.jobs.execution import execute
from outcrop.core.preparation.compositions.log_ratio import centred
from outcrop.core.preparation.compositions.parameters import LogRatioParameters
from outcrop.core.preparation.jobs import TableLogRatiosJob

NAMES = ("SiO2", "Al2O3", "MgO")


def oxides(height: int = 30, width: int = 40) -> np.ndarray:
    return np.random.default_rng(0).dirichlet([6, 3, 1], (height, width)).transpose(2, 0, 1) * 100


def test_raster_sums_to_0_and_nodata_of_one_part_is_nodata(write: Callable, make: Callable) -> None:
    values = oxides()
    values[1, 3, 4] = np.nan
    made = make("log-ratios", write("oxides.tif", values, names=NAMES))
    assert list(made) == ["clr SiO2", "clr Al2O3", "clr MgO"]
    bands = np.stack(list(made.values()))
    assert np.isnan(bands[:, 3, 4]).all()
    bands[:, 3, 4] = 0
    assert np.abs(bands.sum(axis=0)).max() < 1e-5
    assert np.allclose(bands[:, 0, 0], centred(values[:, :1, :1])[:, 0, 0], atol=1e-5)


def test_zeros_become_a_share_of_the_limit(write: Callable, make: Callable) -> None:
    values = np.stack([np.full((20, 20), 60.0), np.full((20, 20), 40.0), np.full((20, 20), 0.5)])
    values[2, 0, 0], values[2, 0, 1] = 0.0, 0.05
    image = write("oxides.tif", values, names=NAMES)
    told = make("log-ratios", image, detection_limits=(0.1,))
    assert told["clr MgO"][0, 0] == told["clr MgO"][0, 1]
    small = 0.65 * 0.1
    left = 1 - small / 100
    assert told["clr MgO"][0, 0] == pytest.approx(centred(np.array([60 * left, 40 * left, small]))[2], abs=1e-5)
    unsaid = make("log-ratios", image)
    assert unsaid["clr MgO"][0, 0] == pytest.approx(
        centred(np.array([60 * (1 - 0.000325), 40 * (1 - 0.000325), 0.0325]))[2], abs=1e-5
    )


def test_units_are_brought_together(write: Callable, make: Callable) -> None:
    values = oxides()
    same = make("log-ratios", write("same.tif", values, names=NAMES))
    mixed = values * np.array([1, 1, 1e4])[:, None, None]
    image = write("mixed.tif", mixed, names=NAMES)
    made = make("log-ratios", image, units=("%", "%", "ppm"))
    assert all(np.allclose(made[name], same[name], atol=1e-5) for name in same)
    with rasterio.open(image, "r+") as file:
        file.units = ("%", "%", "ppm")
    with pytest.raises(BadInputError, match=r"in several units: SiO2 \(%\), Al2O3 \(%\), MgO \(ppm\)"):
        make("log-ratios", image)


def test_what_doesnt_fit_is_said(write: Callable, make: Callable) -> None:
    values = oxides()
    values[2, 0, 0] = -0.5
    image = write("oxides.tif", values, names=NAMES)
    with pytest.raises(BadInputError, match=r"“MgO” of .* has negative values, down to -0.5"):
        make("log-ratios", image)
    made = make("log-ratios", image, negative_censored=True)
    whole = 1 - 0.325 / (values[0, 0, 0] + values[1, 0, 0])
    expected = centred(np.array([values[0, 0, 0] * whole, values[1, 0, 0] * whole, 0.325]))
    assert made["clr MgO"][0, 0] == pytest.approx(expected[2], abs=1e-5)
    values[2] = 0
    image = write("empty.tif", values, names=NAMES)
    with pytest.raises(BadInputError, match=r"“MgO” of .* has no value above 0"):
        make("log-ratios", image)
    with pytest.raises(BadInputError, match="two parts at least"):
        make("log-ratios", image, bands=("1:1",))
    with pytest.raises(BadInputError, match=r"For 3 parts .* there are 2 units"):
        make("log-ratios", image, units=("%", "ppm"))
    with pytest.raises(BadInputError, match="carats"):
        make("log-ratios", image, units=("carats",))
    with pytest.raises(BadInputError, match="CaO"):
        make("log-ratios", image, bands=("1:1", "1:2"), transform="additive", denominator="CaO")


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Any]:
    """Give a function that writes points with fields, takes their log-ratios, and gives the new table and result."""

    def do(columns: dict[str, Any], fields: tuple[str, ...], **settings: Any) -> tuple[dict, dict, list[str]]:
        path, out, told = tmp_path / "samples.gpkg", tmp_path / "ratios.gpkg", []
        count = len(next(iter(columns.values())))
        wkb = shapely.to_wkb(shapely.points(np.arange(count) * 1.0, np.zeros(count)))
        pyogrio.raw.write(
            path, wkb, [np.asarray(values) for values in columns.values()], list(columns), geometry_type="Point",
            crs="EPSG:32633", driver="GPKG",
        )  # fmt: skip
        job = TableLogRatiosJob(str(path), str(out), fields, settings=LogRatioParameters(**settings))
        result = execute(job, Events(told.append))
        facts, _, _, values = pyogrio.raw.read(out)
        texts = [str(event["text"]) for event in told if event["event"] in ("log", "warning")]
        return dict(zip(facts["fields"], values)), result, texts

    return do


def test_fields_of_points_get_their_ratios(table: Callable) -> None:
    given = {"id": np.array(["a", "b", "c", "d"]), "SiO2": np.array([60.0, 50.0, 70.0, np.nan]),
             "MgO": np.array(["40,0", "50", "<0.5", "20"])}  # fmt: skip
    made, result, told = table(given, ("SiO2", "mgo"))
    assert result["ratios"] == ["clr_SiO2", "clr_MgO"]
    assert list(made) == ["id", "SiO2", "MgO", "clr_SiO2", "clr_MgO"]
    assert made["id"].tolist() == ["a", "b", "c", "d"]
    expected = [np.log(60 / 40) / 2, 0.0, np.log((70 - 0.325) / 0.325) / 2]
    assert np.allclose(made["clr_SiO2"][:3], expected)
    assert np.isnan(made["clr_SiO2"][3])
    assert any("1 point lacks a part" in text for text in told)
    assert any(text.startswith("MgO: 1 of 4 values are too small") for text in told)


def test_a_field_of_a_ratios_name_is_replaced(table: Callable) -> None:
    given = {"SiO2": np.array([60.0, 50.0]), "MgO": np.array([40.0, 50.0]), "CLR_SIO2": np.array([7.0, 7.0]),
             "clr_MgO": np.array([7.0, 7.0])}  # fmt: skip
    made, _, _ = table(given, ("SiO2", "MgO"))
    assert list(made) == ["SiO2", "MgO", "clr_SiO2", "clr_MgO"]
    assert np.allclose(made["clr_SiO2"], [np.log(60 / 40) / 2, 0.0])


def test_tables_that_dont_fit_are_refused(table: Callable) -> None:
    given = {"SiO2": np.array([60.0, 50.0]), "MgO": np.array([-1.0, 5.0]), "note": np.array(["x", "y"])}
    with pytest.raises(BadInputError, match="“MgO” of “samples” has negative values"):
        table(given, ("SiO2", "MgO"))
    with pytest.raises(BadInputError, match="has no field “CaO”"):
        table(given, ("SiO2", "CaO"))
    with pytest.raises(BadInputError, match="“note” of “samples” has no value above 0"):
        table(given, ("SiO2", "note"))
    with pytest.raises(BadInputError, match="two parts at least"):
        table(given, ("SiO2",))
