"""Checkpoints: everything a training needs to go on, in one file that is written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from ...errors import BadInputError
from ...files.whole_file import write_apart

_KEY = "state"


def save_checkpoint(path: Path, state: Mapping[str, Any]) -> None:
    """Write nested dicts and lists of tensors and plain values as one safetensors file; nothing is pickled."""
    tensors: dict[str, torch.Tensor] = {}
    plain = _flatten(state, "", tensors)
    write_apart(path, lambda file: save_file(tensors, file, metadata={_KEY: json.dumps(plain)}))


def load_checkpoint(path: Path) -> dict[str, Any]:
    """Read what `save_checkpoint` wrote.

    Raises:
        BadInputError: When the file is missing or damaged.
    """
    try:
        with safe_open(path, framework="pt") as file:
            plain = json.loads(file.metadata()[_KEY])
            tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118  (it is no dict)
        return dict(_unflatten(plain, tensors))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, SafetensorError) as error:
        raise BadInputError(
            "The checkpoint “{path}” can't be read ({error}). Start the training anew.", path=path, error=error
        ) from error


def _flatten(value: Any, prefix: str, tensors: dict[str, torch.Tensor]) -> Any:
    """Replace tensors by references to their places, and dicts by lists of pairs, so that integer keys survive."""
    if isinstance(value, torch.Tensor):
        tensors[prefix] = value.detach().cpu().contiguous().clone()
        return {"tensor": prefix}
    if isinstance(value, Mapping):
        return {"dict": [[key, _flatten(item, f"{prefix}/{key}", tensors)] for key, item in value.items()]}
    if isinstance(value, (list, tuple)):
        return {"list": [_flatten(item, f"{prefix}/{number}", tensors) for number, item in enumerate(value)]}
    return {"value": value}


def _unflatten(value: Mapping[str, Any], tensors: Mapping[str, torch.Tensor]) -> Any:
    if "tensor" in value:
        return tensors[value["tensor"]]
    if "dict" in value:
        return {key: _unflatten(item, tensors) for key, item in value["dict"]}
    if "list" in value:
        return [_unflatten(item, tensors) for item in value["list"]]
    return value["value"]
