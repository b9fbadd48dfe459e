"""Parameters: frozen dataclasses whose fields also make the form, the command line and the Processing parameters.

A field made with `parameter` carries its label, help, unit and range, so that no second list of them exists anywhere.
"""

from __future__ import annotations

import dataclasses
import functools
import math
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Optional, TypeVar, Union

from .errors import BadInputError, UnknownNameError
from .message import Message

T = TypeVar("T")
_LONGEST, _LONGEST_TEXT = 100, 8_192
_TRUE, _FALSE = {"true", "yes", "on", "1"}, {"false", "no", "off", "0"}


@dataclass(frozen=True)
class Parameter:
    """What a form needs to know about one field of a parameter dataclass."""

    name: str
    type: type
    default: Any
    label: str
    help: str
    unit: str = ""
    low: Optional[float] = None
    high: Optional[float] = None
    choices: tuple[str, ...] = ()
    group: str = ""
    advanced: bool = False
    optional: bool = False
    holds: Any = None
    """The type of each value of a mapping."""


def parameter(
    default: Any,
    label: str,
    help: str,  # noqa: A002  (the word every form uses)
    *,
    unit: str = "",
    low: Optional[float] = None,
    high: Optional[float] = None,
    choices: Sequence[str] = (),
    group: str = "",
    advanced: bool = False,
) -> Any:
    """Make a dataclass field that says what it is: label, one help sentence, unit, range or choices."""
    metadata = {
        "label": label, "help": help, "unit": unit, "low": low, "high": high,
        "choices": tuple(choices), "group": group, "advanced": advanced,
    }  # fmt: skip
    if isinstance(default, (dict, list)):
        return dataclasses.field(default_factory=lambda: type(default)(default), metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


def describe(cls: type) -> tuple[Parameter, ...]:
    """List the parameters of a dataclass in order; fields not made with `parameter` are left out."""
    hints = _hints(cls)
    parameters = []
    for field in dataclasses.fields(cls):
        if "label" not in field.metadata:
            continue
        kind, optional = _bare_type(hints[field.name])
        default = field.default_factory() if callable(field.default_factory) else field.default
        holds = (typing.get_args(hints[field.name]) or (None,))[-1] if kind is dict else None
        parameters.append(Parameter(field.name, kind, default, optional=optional, holds=holds, **field.metadata))
    return tuple(parameters)


def check(values: Any) -> None:
    """Check every parameter of a dataclass instance against its range and choices.

    Raises:
        BadInputError: Naming the parameter, its range and the value it got.
    """
    for entry in describe(type(values)):
        value = getattr(values, entry.name)
        if value is None and entry.optional:
            continue
        if entry.choices and value not in entry.choices:
            raise UnknownNameError(entry.name, value, entry.choices)
        if entry.type in (int, float) and not _in_range(value, entry):
            raise BadInputError(
                "{name} = {value} is out of range: it must be {range}.",
                name=entry.name,
                value=value,
                range=_range_text(entry),
            )


def from_dict(cls: type[T], values: Mapping[str, Any]) -> T:
    """Make a dataclass from plain values (JSON, a form, the command line), converting text, and check it.

    Raises:
        BadInputError: For a value of the wrong type or out of range.
        UnknownNameError: For a name that the dataclass doesn't have.
    """
    if not isinstance(values, Mapping):
        raise BadInputError("{values} isn't a list of parameters by name.", values=_short(values))
    hints = _hints(cls)  # type: ignore[arg-type]
    fields = dataclasses.fields(cls)  # type: ignore[arg-type]
    names = [field.name for field in fields]
    converted = {}
    for name, value in values.items():
        if name not in names:
            raise UnknownNameError("parameter", name, names)
        converted[name] = _convert(name, value, hints[name])
    lacking = [field.name for field in fields if _is_needed(field) and field.name not in values]
    if lacking:
        raise BadInputError(
            "{lacking} is missing. Give it too." if len(lacking) == 1 else "{lacking} is missing. Give them too.",
            lacking=", ".join(lacking),
        )
    instance = cls(**converted)
    check(instance)
    return instance


def to_dict(values: Any) -> dict[str, Any]:
    """Turn a dataclass into plain values that JSON can hold."""
    return dataclasses.asdict(values)


def with_settings(values: T, settings: Iterable[str]) -> T:
    """Replace parameters by `key=value` texts, as `--set` gives them; `key.inner=value` reaches into a mapping.

    Raises:
        BadInputError: For a text without “=”, or a value that doesn't fit.
        UnknownNameError: For an unknown key.
    """
    changed = to_dict(values)
    for setting in settings:
        key, equals, text = setting.partition("=")
        if not equals:
            raise BadInputError("“{setting}” isn't a setting. Write it as name=value.", setting=setting)
        name, dot, inner = key.strip().partition(".")
        if dot and isinstance(changed.get(name), dict):
            changed[name] = {**changed[name], inner: text.strip()}
        else:
            changed[key.strip()] = text.strip()
    return from_dict(type(values), changed)


@functools.cache
def _hints(cls: type) -> Mapping[str, Any]:
    """Read a class's types once: they are kept as text, and a form that follows what is typed asks for them often."""
    return typing.get_type_hints(cls)


def _bare_type(hint: Any) -> tuple[type, bool]:
    """Strip `Optional[...]` and the arguments of a generic: (type, whether None is allowed)."""
    if typing.get_origin(hint) is Union:
        inner = [part for part in typing.get_args(hint) if part is not type(None)]
        return _bare_type(inner[0])[0], True
    return typing.get_origin(hint) or hint, False


def _convert(name: str, value: Any, hint: Any) -> Any:
    kind, optional = _bare_type(hint)
    if optional and value in (None, "", "none"):
        return None
    if dataclasses.is_dataclass(kind):
        return value if isinstance(value, kind) else from_dict(kind, value)
    try:
        if kind is tuple:
            return _convert_tuple(name, value, hint)
        if kind in _PLAIN:
            return _PLAIN[kind](value)
        if isinstance(value, kind):
            return value
        raise TypeError(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise BadInputError(
            "{name} = {value} isn't a value of type {kind}.", name=name, value=_short(value), kind=kind.__name__
        ) from error


def _convert_tuple(name: str, value: Any, hint: Any) -> tuple[Any, ...]:
    if typing.get_origin(hint) is Union:
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    inner = typing.get_args(hint)
    items = [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else list(value)
    if len(inner) == 2 and inner[1] is Ellipsis:
        return tuple(_convert(name, item, inner[0]) for item in items)
    if inner and len(inner) != len(items):
        raise BadInputError(
            "{name} needs {inner_count} values, not {item_count}.",
            name=name,
            inner_count=len(inner),
            item_count=len(items),
        )
    return tuple(_convert(name, item, kind) for item, kind in zip(items, inner)) if inner else tuple(items)


def _is_needed(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, float, PurePath)) or "\0" in str(value):
        raise ValueError(value)
    if len(str(value)) > _LONGEST_TEXT:
        raise ValueError(len(str(value)))
    return str(value)


def _number(value: Any) -> float:
    if isinstance(value, bool):
        raise ValueError(value)  # noqa: TRY004  (it becomes one message with the others)
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(value)
    return number


def _mapping(value: Any) -> dict[str, Any]:
    return {str(name): inner for name, inner in dict(value).items()}


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = str(value)
    if text.lower() in _TRUE | _FALSE:
        return text.lower() in _TRUE
    raise ValueError(text)


def _whole(value: Any) -> int:
    number = float(value)
    if isinstance(value, bool) or number != int(number):
        raise ValueError(value)
    return int(number)


def _in_range(value: float, entry: Parameter) -> bool:
    if math.isnan(value):
        return False
    return (entry.low is None or value >= entry.low) and (entry.high is None or value <= entry.high)


def _range_text(entry: Parameter) -> str:
    unit = f" {entry.unit}" if entry.unit else ""
    if entry.low is not None and entry.high is not None:
        return Message("from {low:g} to {high:g}{unit}", low=entry.low, high=entry.high, unit=unit)
    if entry.low is not None:
        return Message("at least {low:g}{unit}", low=entry.low, unit=unit)
    return Message("at most {high:g}{unit}", high=entry.high, unit=unit)


_PLAIN: dict[Any, Callable[[Any], Any]] = {bool: _flag, str: _text, int: _whole, float: _number, dict: _mapping}
"""What makes a plain value of each type, or raises."""
