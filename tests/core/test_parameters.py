"""Parameters: dataclasses that describe, convert and check themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import pytest
from outcrop.core.errors import BadInputError, UnknownNameError
from outcrop.core.parameters import check, describe, from_dict, parameter, to_dict, with_settings


@dataclass(frozen=True)
class Inner:
    depth: int = parameter(2, "Depth", "How deep.", low=1, high=9)


@dataclass(frozen=True)
class Sample:
    size: int = parameter(4, "Size", "How large.", unit="px", low=1, high=10)
    share: float = parameter(0.5, "Share", "How much.", low=0.0, high=1.0)
    on: bool = parameter(False, "On", "Whether.")
    kind: str = parameter("a", "Kind", "Which.", choices=("a", "b"))
    limit: Optional[int] = parameter(None, "Limit", "Up to where.", low=3)
    extra: dict[str, Any] = parameter({}, "Extra", "What else.")
    names: tuple[str, ...] = ()
    inner: Inner = Inner()


def test_describe_lists_only_what_a_form_shows() -> None:
    entries = {entry.name: entry for entry in describe(Sample)}
    assert list(entries) == ["size", "share", "on", "kind", "limit", "extra"]
    assert (entries["size"].type, entries["size"].unit, entries["size"].high) == (int, "px", 10)
    assert (entries["limit"].type, entries["limit"].optional, entries["limit"].default) == (int, True, None)
    assert entries["extra"].default == {}


def test_values_survive_json_and_nested_dataclasses() -> None:
    made = from_dict(Sample, {"size": "7", "on": "yes", "names": ["x", "y"], "inner": {"depth": 3}, "limit": 5})
    assert (made.size, made.on, made.names, made.inner.depth, made.limit) == (7, True, ("x", "y"), 3, 5)
    assert from_dict(Sample, to_dict(made)) == made


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"size": 11}, "from 1 to 10 px"),
        ({"size": 2.5}, "isn't a value of type int"),
        ({"share": float("nan")}, "type float"),
        ({"share": "-inf"}, "type float"),
        ({"limit": 2}, "at least 3"),
        ({"on": "maybe"}, "type bool"),
        ({"inner": {"depth": 10}}, "depth"),
        ({"kind": "c"}, "a, b"),
        ({"sise": 3}, "size"),
    ],
)
def test_what_does_not_fit_is_named(values: dict[str, Any], words: str) -> None:
    with pytest.raises(BadInputError, match=words):
        from_dict(Sample, values)


def test_settings_change_by_name_and_reach_into_mappings() -> None:
    changed = with_settings(Sample(), ["size=9", "limit=none", "extra.width=16", "kind = b"])
    assert (changed.size, changed.limit, changed.extra, changed.kind) == (9, None, {"width": "16"}, "b")
    with pytest.raises(BadInputError, match="name=value"):
        with_settings(Sample(), ["size"])
    with pytest.raises(UnknownNameError, match="size"):
        with_settings(Sample(), ["colour=red"])


def test_defaults_are_not_shared() -> None:
    first, second = Sample(), Sample()
    first.extra["a"] = 1
    assert second.extra == {}
    check(second)
