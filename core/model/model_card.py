"""The model card: what a model file says of itself, readable without torch or any other library."""

from __future__ import annotations

import json
import shutil
import struct
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from ..errors import BadInputError
from ..geodata.normalisation import Normalisation
from ..labels.legend import Legend
from ..whole_file import whole_file

SUFFIX = ".safetensors"
HEADER_KEY = "outcrop"
FORMAT = 1
_LONGEST_HEADER = 100_000_000
_TYPES: dict[str, Any] = {
    **dict.fromkeys(("name", "architecture", "data_type", "notes"), str),
    **dict.fromkeys(("architecture_parameters", "recipe", "measures", "provenance", "band_filters"), dict),
    **dict.fromkeys(("pixel_size_m", "tile_px", "margin_px", "temperature"), (int, float)),
}
"""Types of the card's plain values, without which whoever shows it would stumble."""


@dataclass(frozen=True)
class ModelCard:
    """Everything but the weights, so that nobody has to type any of it again to predict.

    Attributes:
        name: What the analyst calls the model.
        architecture: Key in the list of models.
        architecture_parameters: Its parameters by name.
        bands: Names of the input bands in order.
        legend: The classes that it predicts.
        normalisation: How its input is scaled.
        pixel_size_m: Side in metres of the pixels that it learned from: those of the training imagery, or larger ones
            where its tiles were shrunk.
        data_type: Data type of the training imagery, such as “uint16”.
        tile_px: Side of the tiles it was trained on.
        margin_px: How much of a tile's edge prediction drops, measured at the end of training.
        recipe: The recipe as plain values.
        measures: Measures on the validation part, of the epoch that was kept.
        provenance: When, from what, with which versions; the split and which pixels were used how.
        band_filters: Which pretrained filter each band was given, where there were any.
        notes: What the analyst wrote about it.
        temperature: Probabilities are softmax(ln p / temperature); fitted on the validation part.
    """

    name: str
    architecture: str
    architecture_parameters: dict[str, Any]
    bands: tuple[str, ...]
    legend: Legend
    normalisation: Normalisation
    pixel_size_m: float
    data_type: str
    tile_px: int
    margin_px: int
    recipe: dict[str, Any]
    measures: dict[str, Any] = field(default_factory=dict)
    provenance: dict[str, Any] = field(default_factory=dict)
    band_filters: dict[str, str] = field(default_factory=dict)
    notes: str = ""
    temperature: float = 1.0

    def to_json(self) -> str:
        """Write the card as JSON text for the file's header."""
        values = asdict(self)
        values["legend"] = self.legend.to_dicts()
        values["format"] = FORMAT
        return json.dumps(values, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> ModelCard:
        """Read a card from the header's JSON text.

        Raises:
            BadInputError: When it was written by a newer version.
        """
        values = json.loads(text)
        if values.pop("format") > FORMAT:
            raise BadInputError("The model file was written by a newer version of Outcrop. Update the plugin.")
        values["legend"] = Legend.from_dicts(values["legend"])
        if not values["legend"].classes:
            raise ValueError("“legend” names no class")
        values["normalisation"] = Normalisation.from_dict(values["normalisation"])
        values["bands"] = tuple(values["bands"])
        for key, wanted in _TYPES.items():
            if key in values and not isinstance(values[key], wanted):
                raise ValueError(f"“{key}” is of the wrong type")
        if not values.get("temperature", 1.0) > 0:
            raise ValueError("“temperature” isn't above 0")
        return cls(**values)

    @property
    def works_at_its_size(self) -> bool:
        """Whether it learned from resized tiles: then it sees all imagery at its own pixel size."""
        return self.recipe.get("resize_px") not in (None, self.recipe.get("tile_px"))

    def renamed(self, name: str) -> ModelCard:
        """Give the same card with another name."""
        return replace(self, name=name)

    def noted(self, notes: str) -> ModelCard:
        """Give the same card with other notes."""
        return replace(self, notes=notes)


def read_header(path: str | Path) -> Mapping[str, Any]:
    """Read the JSON header of a safetensors file with the standard library alone.

    Raises:
        BadInputError: When the file can't be read or isn't a safetensors file.
    """
    try:
        with Path(path).open("rb") as file:
            head = file.read(8)
            length = struct.unpack("<Q", head)[0] if len(head) == 8 else 0
            if not 2 <= length <= _LONGEST_HEADER:
                raise ValueError("no header")
            header = json.loads(file.read(length).decode("utf-8"))
            if not isinstance(header, dict):
                raise TypeError("no header")
    except OSError as error:
        raise BadInputError(f"The model file “{path}” can't be read: {error.strerror}.") from error
    except (ValueError, TypeError, RecursionError) as error:
        raise BadInputError(f"“{path}” isn't a model file. Choose a {SUFFIX} file that Outcrop has written.") from error
    return header


def read_card(path: str | Path) -> ModelCard:
    """Read the card of a model file.

    Raises:
        BadInputError: When the file isn't one of Outcrop's, or is cut short.
    """
    return _checked_card(path, read_header(path))


def write_card(path: str | Path, card: ModelCard) -> None:
    """Put another card into a model file; weights and whatever else it holds stay as they are.

    The file is written anew beside its place, so that a break leaves the old one.

    Raises:
        BadInputError: When the file isn't one of Outcrop's, or its folder can't be written.
    """
    header = dict(read_header(path))
    _checked_card(path, header)
    header["__metadata__"] = {**header["__metadata__"], HEADER_KEY: card.to_json()}
    text = json.dumps(header, ensure_ascii=False).encode("utf-8")
    text += b" " * (-len(text) % 8)  # weights begin at a multiple of eight bytes
    with whole_file(path) as partial, Path(path).open("rb") as old, partial.open("wb") as new:
        old.seek(8 + struct.unpack("<Q", old.read(8))[0])
        new.write(struct.pack("<Q", len(text)) + text)
        shutil.copyfileobj(old, new, 1 << 20)


def _checked_card(path: str | Path, header: Mapping[str, Any]) -> ModelCard:
    """Read the card in a header, and see that the file is as long as its header says."""
    metadata = header.get("__metadata__")
    text = metadata.get(HEADER_KEY) if isinstance(metadata, dict) else None
    if text is None:
        raise BadInputError(f"“{path}” holds weights but no model card: it wasn't written by Outcrop.")
    try:
        card = ModelCard.from_json(text)
        ends = [int(entry["data_offsets"][1]) for key, entry in header.items() if key != "__metadata__"]
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise BadInputError(
            f"The model card in “{path}” is damaged ({error}). Train the model again or get a fresh copy."
        ) from error
    with Path(path).open("rb") as file:
        needed = 8 + struct.unpack("<Q", file.read(8))[0] + max(ends, default=0)
    if Path(path).stat().st_size < needed:
        raise BadInputError(f"The model file “{path}” is cut short: {needed} bytes expected. Copy or train it again.")
    return card
