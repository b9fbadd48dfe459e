"""Torch archives: the tensors of a `.pth` file, read by what it says they are; nothing in it is unpickled or run.

`torch.save` (from torch 1.6 on) writes a ZIP archive of raw numbers and a pickled list of what they are. The list is
taken apart into its opcodes, which runs none of them, and read as what such a list holds: containers, texts, numbers,
and the calls that describe a tensor. One that asks for anything else is refused.
"""

from __future__ import annotations

import math
import pickletools  # nosec B403  (takes a list apart into opcodes; nothing is unpickled)
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from ...core.errors import BadInputError

_TYPES = {
    "torch DoubleStorage": torch.float64, "torch FloatStorage": torch.float32, "torch HalfStorage": torch.float16,
    "torch BFloat16Storage": torch.bfloat16, "torch LongStorage": torch.int64, "torch IntStorage": torch.int32,
    "torch ShortStorage": torch.int16, "torch CharStorage": torch.int8, "torch ByteStorage": torch.uint8,
    "torch BoolStorage": torch.bool,
}  # fmt: skip
_DICT, _TENSOR, _PARAMETER = (
    "collections OrderedDict", "torch._utils _rebuild_tensor_v2", "torch._utils _rebuild_parameter"
)  # fmt: skip
_PLAIN = {
    "NONE": None, "NEWTRUE": True, "NEWFALSE": False, "BININT": ..., "BININT1": ..., "BININT2": ..., "LONG1": ...,
    "BINFLOAT": ..., "BINUNICODE": ..., "SHORT_BINUNICODE": ..., "BINUNICODE8": ...,
}  # fmt: skip
"""Opcodes that put a value on the stack: their own argument (...), or what stands here."""
_TUPLES = {"EMPTY_TUPLE": 0, "TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3}
_FILLED = {"TUPLE": 0, "SETITEM": 2, "SETITEMS": 0, "APPEND": 1, "APPENDS": 0}
"""Opcodes that take so many values, or all from the last mark on (0)."""
_MOST_LEVELS = 8


@dataclass(frozen=True)
class _Name:
    """What a list asks for by module and name."""

    text: str


@dataclass(frozen=True)
class _Storage:
    """Raw numbers of the archive."""

    kind: torch.dtype
    key: str
    count: int


@dataclass(frozen=True)
class _View:
    """A tensor: a view of raw numbers."""

    storage: _Storage
    offset: int
    size: tuple[int, ...]
    stride: tuple[int, ...]


def read_torch_archive(path: Path) -> dict[str, Tensor]:
    """Read the tensors of an archive by name; those of dicts in dicts get the names of all, joined by points.

    Raises:
        BadInputError: When it is damaged, or holds or asks for more than tensors.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            lists = [name for name in archive.namelist() if name.endswith("data.pkl")]
            if len(lists) != 1:
                raise ValueError("it has no list of tensors")
            folder = lists[0][: -len("data.pkl")]
            if any(info.compress_type != zipfile.ZIP_STORED for info in archive.infolist()):
                raise ValueError("it is compressed, which torch doesn't do")
            views = dict(_views(_Reader().read(archive.read(lists[0]))))
            return {name: _tensor(archive, folder, view) for name, view in views.items()}
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, zipfile.BadZipFile, OSError,
            EOFError, NotImplementedError, RuntimeError) as error:  # fmt: skip
        raise BadInputError(
            "The weight file “{path}” can't be read as tensors ({error}). Fetch or choose it again, or convert it to "
            ".safetensors.", path=path, error=error,
        ) from error  # fmt: skip


def _storage(told: tuple[Any, ...]) -> _Storage:
    word, kind, key, _device, count = told
    if word != "storage" or kind.text not in _TYPES or not isinstance(count, int):
        raise ValueError(f"it asks for “{getattr(kind, 'text', kind)}”")
    return _Storage(_TYPES[kind.text], str(key), count)


def _made(called: Any, arguments: tuple[Any, ...]) -> Any:
    """Give what a call makes, where it is one of those that describe tensors."""
    name = called.text if isinstance(called, _Name) else str(called)
    if name == _DICT and not arguments:
        return {}
    if name == _PARAMETER:
        return arguments[0]
    if name == _TENSOR and isinstance(arguments[0], _Storage):
        return _View(arguments[0], *arguments[1:4])
    raise ValueError(f"it asks for “{name}”, which is no tensor")


def _joined(module: Any, name: Any) -> _Name:
    return _Name(f"{module} {name}")


_CALLS: dict[str, Callable[..., Any]] = {"BINPERSID": _storage, "REDUCE": _made, "STACK_GLOBAL": _joined}
"""What becomes of the values that an opcode takes from the stack."""


class _Reader:
    """Goes through a list's opcodes with a stack, as whoever unpickles does, but makes containers and tensors alone."""

    def __init__(self) -> None:
        self._stack: list[Any] = []
        self._marks: list[int] = []
        self._known: dict[int, Any] = {}

    def read(self, pickled: bytes) -> Any:
        """Give what the list holds."""
        for opcode, argument, _place in pickletools.genops(pickled):
            if opcode.name == "STOP":
                return self._stack.pop()
            self._take(opcode.name, argument)
        raise ValueError("its list ends early")

    def _take(self, name: str, argument: Any) -> None:
        if name in _PLAIN:
            self._stack.append(argument if _PLAIN[name] is ... else _PLAIN[name])
        elif name in _TUPLES:
            self._stack.append(tuple(self._popped(_TUPLES[name])))
        elif name in _FILLED:
            values = self._popped(_FILLED[name]) if _FILLED[name] else self._marked()
            self._fill(name, values)
        elif name in _CALLS:
            self._stack.append(_CALLS[name](*self._popped(2 if name != "BINPERSID" else 1)))
        elif name == "GLOBAL":
            self._stack.append(_Name(argument))
        elif name == "BUILD":
            self._popped(1)  # what a dict of weights says of its layers' versions
        elif name not in ("PROTO", "FRAME"):
            self._note(name, argument)

    def _fill(self, name: str, values: list[Any]) -> None:
        """Make a tuple of values, or put them into the container before them."""
        if name == "TUPLE":
            self._stack.append(tuple(values))
        elif name.startswith("SETITEM"):
            self._stack[-1].update(zip(values[::2], values[1::2]))
        else:
            self._stack[-1].extend(values)

    def _note(self, name: str, argument: Any) -> None:
        """Begin a container, or remember or repeat what stands on the stack."""
        stack, known = self._stack, self._known
        if name in ("EMPTY_DICT", "EMPTY_LIST"):
            stack.append({} if name == "EMPTY_DICT" else [])
        elif name == "MARK":
            self._marks.append(len(stack))
        elif name in ("BINPUT", "LONG_BINPUT", "MEMOIZE"):
            known[len(known) if name == "MEMOIZE" else argument] = stack[-1]
        elif name in ("BINGET", "LONG_BINGET"):
            stack.append(known[argument])
        else:
            raise ValueError(f"its list has “{name}”, which no list of tensors has")

    def _popped(self, count: int) -> list[Any]:
        if len(self._stack) < count:
            raise ValueError("its list is damaged")
        taken = self._stack[len(self._stack) - count :]
        del self._stack[len(self._stack) - count :]
        return taken

    def _marked(self) -> list[Any]:
        return self._popped(len(self._stack) - self._marks.pop())


def _views(value: Any, prefix: str = "", level: int = 0) -> Iterator[tuple[str, _View]]:
    """Give the tensors of a dict, and of the dicts in it, by name."""
    if level > _MOST_LEVELS:
        raise ValueError("its dicts hold each other")
    for name, inner in value.items() if isinstance(value, dict) else ():
        if isinstance(inner, _View):
            yield f"{prefix}{name}", inner
        else:
            yield from _views(inner, f"{prefix}{name}.", level + 1)


def _tensor(archive: zipfile.ZipFile, folder: str, view: _View) -> Tensor:
    storage = view.storage
    numbers = (view.offset, *view.size, *view.stride)
    if len(view.size) != len(view.stride) or not all(isinstance(n, int) and n >= 0 for n in numbers):
        raise ValueError("a tensor has a shape that none can have")
    last = view.offset + sum((size - 1) * stride for size, stride in zip(view.size, view.stride))
    empty = math.prod(view.size) == 0
    data = archive.read(f"{folder}data/{storage.key}")
    if len(data) != storage.count * storage.kind.itemsize or (not empty and last >= storage.count):
        raise ValueError("a tensor's numbers are missing")
    if empty or not storage.count:
        return torch.empty(view.size, dtype=storage.kind)
    flat = torch.frombuffer(bytearray(data), dtype=storage.kind)
    return torch.as_strided(flat, view.size, view.stride, view.offset).clone()
