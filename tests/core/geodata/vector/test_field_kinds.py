"""Kinds of fields, from versions of pyogrio that tell them and from those that tell only how values are held."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
from outcrop.core.geodata.vector.field_kinds import field_kinds


def test_kinds_are_those_that_are_told() -> None:
    facts = {"ogr_types": np.array(["OFTString", "OFTInteger"]), "ogr_subtypes": np.array(["OFSTJSON", "OFSTNone"])}

    assert field_kinds(facts) == [("OFTString", "OFSTJSON"), ("OFTInteger", "OFSTNone")]


def test_an_older_version_tells_enough(tmp_path: Path) -> None:
    fields = {
        "big": np.array([2**60, 1]),
        "is_old": np.array([True, False]),
        "name": np.array(["a", "b"], dtype=object),
    }
    point = bytes.fromhex("010100000000000000000000000000000000000000")
    pyogrio.raw.write(
        tmp_path / "a.gpkg", np.array([point, point], dtype=object), list(fields.values()), list(fields),
        geometry_type="Point", crs="EPSG:32654",
    )  # fmt: skip
    facts, *_ = pyogrio.raw.read(tmp_path / "a.gpkg")
    older = {name: value for name, value in facts.items() if not name.startswith("ogr_")}

    kinds = dict(zip(facts["fields"], field_kinds(older)))
    assert kinds["big"][0] == "OFTInteger64"
    assert kinds["is_old"][1] == "OFSTBoolean"
    assert kinds["name"][0] == "OFTString"
