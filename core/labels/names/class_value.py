"""Values of a class field as names: one spelling for the worker and for QGIS's own process."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from ...files.plain_name import plain_name


def class_name(value: Any) -> str:
    """Write a field's value as a class name; empty for null.

    Whole numbers lose their decimals: 3.0 is “3”. Days are “2020-05-01”, moments “2020-05-01 12:30:00”, lists and maps
    have their values between commas.
    """
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="milliseconds" if value.microsecond else "seconds")
    if isinstance(value, time):
        return value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return ", ".join(f"{plain_name(str(key))}: {class_name(item)}" for key, item in value.items())
    value = value.tolist() if hasattr(value, "tolist") else value
    if isinstance(value, (list, tuple)):
        return ", ".join(map(class_name, value))
    return plain_name(value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else str(value))
