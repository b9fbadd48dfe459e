"""What kind of values the fields of a vector file hold, as OGR calls them, with old and new versions of pyogrio."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_BY_DTYPE = {"int64": ("OFTInteger64", ""), "bool": ("OFTInteger", "OFSTBoolean"), "object": ("OFTString", "")}


def field_kinds(facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Give OGR's type and subtype of every field; pyogrio below 0.12, of Python 3.9, tells only how values are held.

    Args:
        facts: What `pyogrio.raw.read` tells of a layer.
    """
    if "ogr_subtypes" in facts:
        return list(zip(map(str, facts["ogr_types"]), map(str, facts["ogr_subtypes"])))
    return [_BY_DTYPE.get(str(dtype), ("", "")) for dtype in facts["dtypes"]]
