"""The card in a model file: read without the weights, checked against the file, and put in place of another."""

from __future__ import annotations

import json
import os
import shutil
import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from ..errors import BadInputError
from ..files.whole_file import whole_file
from ..geodata.normalisation import Normalisation
from ..geodata.values.band_values import BandValues
from ..labels.legend import Legend
from .card_checks import check_card
from .companion import Companion
from .model_card import FORMAT, ModelCard
from .weights import METADATA, Entry, entries_of, head_digest

SUFFIX = ".safetensors"
HEADER_KEY = "outcrop"
DIGEST, WEIGHTS_DIGEST = "outcrop_digest", "outcrop_weights"
_LONGEST_HEADER = 100_000_000
_DAMAGED = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError)


@dataclass(frozen=True)
class Head:
    """The beginning of a model file: the whole header, what it says of the arrays, the card, and where arrays begin."""

    header: Mapping[str, Any]
    entries: list[Entry]
    card: ModelCard
    length: int

    @property
    def weights_digest(self) -> str:
        """The digest of the weights as they were written; empty in a file from before there was one."""
        return str(self.header[METADATA].get(WEIGHTS_DIGEST, ""))


def card_from_json(text: str) -> ModelCard:
    """Read a card from the header's JSON text.

    Raises:
        BadInputError: When it was written by a newer version.
    """
    values = json.loads(text)
    written = values.pop("format")
    if type(written) is not int or written < 1:
        raise ValueError("“format” is of the wrong type")
    if written > FORMAT:
        raise BadInputError("The model file was written by a newer version of Outcrop. Update the plugin.")
    values["legend"] = Legend.from_dicts(values["legend"])
    values["normalisation"] = Normalisation.from_dict(values["normalisation"])
    values["bands"] = tuple(values["bands"])
    values["values"] = BandValues.from_dict(values["values"]) if values.get("values") else None
    values["companions"] = tuple(Companion(**fields) for fields in values.get("companions", ()))
    values["class_factors"] = tuple(values.get("class_factors", ()))
    card = ModelCard(**values)
    check_card(card)
    return card


def read_card(path: str | Path) -> ModelCard:
    """Read the card of a model file, with the standard library alone.

    Raises:
        BadInputError: When the file isn't one of Outcrop's, is damaged or cut short.
    """
    with opened(path) as file:
        return read_head(file, path).card


@contextmanager
def opened(path: str | Path) -> Iterator[BinaryIO]:
    """Open a model file.

    Raises:
        BadInputError: When it can't be read.
    """
    try:
        with Path(path).open("rb") as file:
            yield file
    except OSError as error:
        raise BadInputError(
            "The model file “{path}” can't be read: {reason}. Choose it again, or put it back.",
            path=path,
            reason=error.strerror,
        ) from error


def read_head(file: BinaryIO, path: str | Path) -> Head:
    """Read the beginning of an open model file, and check it against itself and the file's length.

    Raises:
        BadInputError: When the file isn't one of Outcrop's, is damaged or cut short.
    """
    header, length = _header(file, path)
    metadata = header.get(METADATA)
    text = metadata.get(HEADER_KEY) if isinstance(metadata, dict) else None
    if not isinstance(text, str) or not isinstance(metadata, dict):
        raise BadInputError("“{path}” holds weights but no model card: it wasn't written by Outcrop.", path=path)
    try:
        card = card_from_json(text)
        ends = [int(entry["data_offsets"][1]) for key, entry in header.items() if key != METADATA]
        there = os.fstat(file.fileno()).st_size - length
        if there < max(ends, default=0):
            raise BadInputError(
                "The model file “{path}” is cut short: {length} bytes expected. Copy or train it again.",
                path=path,
                length=length + max(ends),
            )
        entries = entries_of(header, there)
        digest, weights = metadata.get(DIGEST), metadata.get(WEIGHTS_DIGEST)
        if (digest or weights) and digest != head_digest(text, str(weights), entries):  # older files have neither
            raise ValueError("it isn't as it was written")
    except _DAMAGED as error:
        raise BadInputError(
            "The model card in “{path}” is damaged ({error}). Train the model again or get a fresh copy.",
            path=path,
            error=str(error)[:200],
        ) from error
    return Head(header, entries, card, length)


def read_header(path: str | Path) -> Mapping[str, Any]:
    """Read the JSON header of a safetensors file with the standard library alone.

    Raises:
        BadInputError: When the file can't be read or isn't a safetensors file.
    """
    with opened(path) as file:
        return _header(file, path)[0]


def write_card(path: str | Path, card: ModelCard) -> None:
    """Put another card into a model file; weights and whatever else it holds stay as they are.

    The file is written anew beside its place, so that a break leaves the old one.

    Raises:
        BadInputError: When the file isn't one of Outcrop's, or its folder can't be written.
    """
    with opened(path) as old:
        head = read_head(old, path)
        metadata = {**head.header[METADATA], HEADER_KEY: card.to_json()}
        if head.weights_digest:
            metadata[DIGEST] = head_digest(metadata[HEADER_KEY], head.weights_digest, head.entries)
        text = json.dumps({**head.header, METADATA: metadata}, ensure_ascii=False).encode("utf-8")
        text += b" " * (-len(text) % 8)  # weights begin at a multiple of eight bytes
        with whole_file(path) as partial, partial.open("wb") as new:
            old.seek(head.length)
            new.write(struct.pack("<Q", len(text)) + text)
            shutil.copyfileobj(old, new, 1 << 20)


def _header(file: BinaryIO, path: str | Path) -> tuple[dict[str, Any], int]:
    """Read the JSON header of an open safetensors file, and say how many bytes it takes with its length."""
    try:
        head = file.read(8)
        length = struct.unpack("<Q", head)[0] if len(head) == 8 else 0
        if not 2 <= length <= _LONGEST_HEADER:
            raise ValueError("no header")
        header = json.loads(file.read(length).decode("utf-8"))
        if not isinstance(header, dict):
            raise TypeError("no header")
    except (ValueError, TypeError, RecursionError) as error:
        raise BadInputError(
            "“{path}” isn't a model file. Choose a {suffix} file that Outcrop has written.", path=path, suffix=SUFFIX
        ) from error
    return header, 8 + length
