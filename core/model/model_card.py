"""The model card: what a model file says of itself, readable without torch or any other library."""

from __future__ import annotations

import json
import os
import shutil
import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, Optional

from ..errors import BadInputError
from ..files.whole_file import whole_file
from ..geodata.normalisation import Normalisation
from ..geodata.values.band_values import BandValues
from ..labels.legend import Legend
from .card_checks import check_card
from .companion import Companion
from .weights import METADATA, Entry, entries_of, head_digest

SUFFIX = ".safetensors"
HEADER_KEY = "outcrop"
FORMAT, _PLAIN_FORMAT = 2, 1
"""Version of the format, and the older one in which a card without companions is written as ever."""
FEATURE_IMPORTANCE = "feature_importance"
"""What the provenance of a forest calls the shares that its features have in its decisions."""
COMMITTEE = "committee"
"""What the provenance of a committee calls the measures of each of its models alone, by the model's key."""
AGREEMENT = "agreement"
"""What the measures of a committee call those on which network and classifiers agree, labelled or not."""
SCALED_BY_SCENE = "scaled_by_scene"
"""What the provenance of a model says whose training scenes were each brought to the values of all of them."""
LEFT_OUT, MASKED = MISSING_LAYERS = ("left_out", "masked")
"""What a recipe does with pixels that some of the stack's rasters lack."""
_LONGEST_HEADER = 100_000_000
_DAMAGED = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError)
DIGEST, WEIGHTS_DIGEST = "outcrop_digest", "outcrop_weights"


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
        values: How the values of the training scenes are distributed; None in older files.
        sources: How bands are read where not as their files say, by name, such as “category”.
        companions: Further models of the file; what all of them make of a pixel is averaged (a committee).
        class_factors: What probabilities are multiplied by before the temperature, by class; see `prior_shift`. Empty
            where they stay as they are.
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
    values: Optional[BandValues] = None
    companions: tuple[Companion, ...] = ()
    sources: dict[str, str] = field(default_factory=dict)
    class_factors: tuple[float, ...] = ()

    def to_json(self) -> str:
        """Write the card as JSON text for the file's header."""
        values = asdict(self)
        values["legend"] = self.legend.to_dicts()
        values["format"] = FORMAT if self.companions else _PLAIN_FORMAT
        if not self.companions:
            del values["companions"]  # versions that know none read it
        for name in ("sources", "class_factors"):
            if not values[name]:
                del values[name]
        return json.dumps(values, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> ModelCard:
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
        card = cls(**values)
        check_card(card)
        return card

    @property
    def members(self) -> tuple[ModelCard, ...]:
        """The cards of the file's models, each as that of a model alone: this one, and one for every companion."""
        first = replace(self, companions=())
        return (first, *(replace(first, **companion.own_fields) for companion in self.companions))

    @property
    def weights(self) -> tuple[float, ...]:
        """What the votes of the members count on scenes that look like those of the training; see `Companion`."""
        return (1.0, *(companion.weight for companion in self.companions))

    @property
    def weights_elsewhere(self) -> tuple[float, ...]:
        """What they count on scenes that look different."""
        return (1.0, *(companion.weight_elsewhere for companion in self.companions))

    @property
    def voters(self) -> tuple[int, ...]:
        """The numbers of the members that vote on every scene; the others do where one looks different."""
        return tuple(number for number, weight in enumerate(self.weights) if weight)

    @property
    def architectures(self) -> tuple[str, ...]:
        """The keys of the models that vote on every scene, in the list of models."""
        members = self.members
        return tuple(members[number].architecture for number in self.voters)

    @property
    def models_key(self) -> str:
        """The keys of its models in one word, by which it is remembered how fast they are together."""
        return "+".join(self.architectures)

    @property
    def masks_missing(self) -> bool:
        """Whether it maps pixels, too, that some of the stack's rasters lack."""
        return bool(self.recipe.get("missing_layers") == MASKED)

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
        card = ModelCard.from_json(text)
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
