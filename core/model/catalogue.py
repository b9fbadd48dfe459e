"""The catalogue: every architecture by its key, found in `models` at run time; core imports from there only here."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Optional

from ..errors import UnknownNameError
from ..message import Message
from .architecture import Architecture


def architectures() -> Mapping[str, Architecture]:
    """Give the list of models by key, in the order in which an interface shows them."""
    table: Mapping[str, Architecture] = import_module("...models", __package__).TABLE
    return table


def architecture(key: str) -> Architecture:
    """Give one entry of the list.

    Raises:
        UnknownNameError: Listing the valid keys.
    """
    table = architectures()
    if key not in table:
        raise UnknownNameError("model", key, table)
    return table[key]


def build(key: str, bands: tuple[str, ...], classes: int, parameters: Optional[Mapping[str, Any]] = None) -> Any:
    """Build a network (torch module) or a classifier for the named bands and a number of classes."""
    return import_module("...models", __package__).build(key, bands, classes, **(parameters or {}))


def resolved(key: str, parameters: Mapping[str, Any], weights_folder: str = "") -> dict[str, Any]:
    """Give a model's parameters with its pretrained weights found on this computer or fetched, before a job starts.

    Raises:
        BadInputError: When they can't be had; the message says which file is missing and how to go on.
    """
    result: dict[str, Any] = import_module("...models.encoders.pretrained", __package__).resolved(
        key, parameters, weights_folder or None
    )
    return result


def weights_terms(key: str, parameters: Mapping[str, Any], weights_folder: str = "") -> Optional[Message]:
    """Say which pretrained weights a training starts from: what is fetched, its licence, and what that allows."""
    told: Optional[Message] = import_module("...models.encoders.pretrained", __package__).terms(
        key, parameters, weights_folder or None
    )
    return told


def without_pretraining(key: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Give a model's parameters for building it with weights of its own, as a model file has them."""
    result: dict[str, Any] = import_module("...models.encoders.pretrained", __package__).without_pretraining(
        key, parameters
    )
    return result
