"""Names of classes: order, and what rasters call their values."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError
from outcrop.core.labels.names.class_names import class_names_xml, raster_class_names, sorted_naturally

TABLE = """<PAMDataset><PAMRasterBand band="1"><GDALRasterAttributeTable tableType="thematic">
<FieldDefn index="0"><Name>VALUE</Name><Type>0</Type><Usage>{usage}</Usage></FieldDefn>
<FieldDefn index="1"><Name>Note</Name><Type>2</Type><Usage>0</Usage></FieldDefn>
<FieldDefn index="2"><Name>Kind</Name><Type>2</Type><Usage>{name}</Usage></FieldDefn>
<Row index="0"><F>0</F><F>bare</F><F>rock</F></Row><Row index="1"><F>7</F><F>wet</F><F>lake</F></Row>
</GDALRasterAttributeTable></PAMRasterBand></PAMDataset>"""


@pytest.fixture
def raster(make: Any) -> str:
    return str(make.raster(np.zeros((4, 5), np.uint8), make.grid(4, 5)))


@given(st.lists(st.integers(-500, 500), unique=True))
def test_numbers_sort_by_value(numbers: list[int]) -> None:
    assert sorted_naturally(str(number) for number in numbers) == [str(number) for number in sorted(numbers)]


def test_numbers_come_before_text_and_count_inside_text() -> None:
    names = ["unit 10", "Unit 2", "schist", "10", "9.5", "dike"]
    assert sorted_naturally(names) == ["9.5", "10", "dike", "schist", "Unit 2", "unit 10"]


def test_attribute_table_names_values(raster: str) -> None:
    Path(f"{raster}.aux.xml").write_text(TABLE.format(usage=5, name=2))
    assert raster_class_names(raster) == {0: "rock", 7: "lake"}
    assert raster_class_names(raster, "note") == {0: "bare", 7: "wet"}


def test_attribute_table_without_usages_is_read_by_its_column_names(raster: str) -> None:
    Path(f"{raster}.aux.xml").write_text(TABLE.format(usage=0, name=0).replace("Kind", "class_name"))
    assert raster_class_names(raster) == {0: "rock", 7: "lake"}


def test_missing_column_lists_those_there_are(raster: str) -> None:
    Path(f"{raster}.aux.xml").write_text(TABLE.format(usage=5, name=2))
    with pytest.raises(BadInputError, match=re.escape("(it has: VALUE, Note, Kind)")):
        raster_class_names(raster, "lithology")


def test_attribute_table_in_a_file_beside_the_raster(raster: str) -> None:
    import pyogrio

    columns = [np.array([0, 7], np.int32), np.array([5, 6], np.int32), np.array(["rock", "lake"], dtype=object)]
    pyogrio.raw.write(
        f"{raster}.vat.dbf", None, columns, np.array(["Value", "Count", "LITHO"], dtype=object),
        driver="ESRI Shapefile", geometry_type=None, layer=f"{Path(raster).name}.vat",
    )  # fmt: skip
    assert raster_class_names(raster) == {0: "rock", 7: "lake"}
    assert raster_class_names(raster, "Count") == {0: "5", 7: "6"}


def test_raster_that_names_nothing(raster: str) -> None:
    assert raster_class_names(raster) == {}


def test_written_names_are_read_again(raster: str) -> None:
    names = class_names_xml({1: "Formação <São João>", 3: "dike & sill"})
    Path(f"{raster}.aux.xml").write_text(names, encoding="utf-8")
    assert raster_class_names(raster) == {1: "Formação <São João>", 3: "dike & sill"}
