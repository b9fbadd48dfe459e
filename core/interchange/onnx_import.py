"""An ONNX segmentation model as one of Outcrop's: its graph looked at and tried, its metadata made a model card."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ..errors import BadInputError, OutcropError
from ..geodata.normalisation import GIVEN, Normalisation
from ..labels.legend import BACKGROUND, Legend
from ..message import Message
from ..model.graph import LOGITS, ONNX, PROBABILITIES, STEP, Graph, GraphSession
from ..model.model_card import ModelCard
from .deepness import SEGMENTATION, OnnxFacts, read_metadata
from .import_parameters import AUTO, USUAL_DIVISOR, OnnxSettings

_USUAL_TILE, _USUAL_OVERLAP, _USUAL_THRESHOLD = 512, 0.15, 0.5
"""What is taken where neither file nor analyst says: Deepness's own defaults."""
_LARGEST_BYTES = 2_000_000_000
_TRY_S = 60.0
_SUMS_TO_ONE = 1e-3


@dataclass(frozen=True)
class _Look:
    """What a graph takes and gives, seen by trying it: bands, output channels, fixed sizes, kind of values."""

    bands: int
    channels: int
    side: Optional[tuple[int, int]]
    batch: int
    values: str


def imported(path: str, settings: OnnxSettings) -> tuple[ModelCard, Graph, tuple[str, ...]]:
    """Read an ONNX file as a model.

    Returns:
        Its card, its graph, and what should be known of it, in words.

    Raises:
        BadInputError: When it is no segmentation model that can be run, or doesn't say enough of itself.
        MissingPackageError: When ONNX Runtime isn't installed.
    """
    content, name = _read(path), Path(path).name
    session = GraphSession(content, name)
    facts = read_metadata(session.metadata, name)
    if facts.model_type not in ("", SEGMENTATION):
        raise BadInputError(
            (
                "“{name}” is a {model_type}, not a {segmentation}: only models that give every pixel a class can be "
                "imported."
            ),
            name=name,
            model_type=facts.model_type,
            segmentation=SEGMENTATION,
        )
    look = _tried(session, name, len(settings.bands) or (len(facts.card.bands) if facts.card else 0))
    values = look.values if settings.output == AUTO else settings.output
    _check_complete(facts, settings, look, name)
    card = _card(facts, settings, look, name)
    graph = Graph(content, look.side, look.batch, values, _threshold(facts, look), _empty(facts))
    digest = hashlib.sha256(content).hexdigest()
    when = datetime.now(timezone.utc).isoformat(timespec="seconds")
    origin = {"imported_from": name, "imported_at": when, "onnx_sha256": digest}
    provenance = {**card.provenance, **origin}
    return replace(card, architecture_parameters=graph.parameters(), provenance=provenance), graph, _told(facts, look)


def _read(path: str) -> bytes:
    try:
        size = Path(path).stat().st_size
        if size > _LARGEST_BYTES:
            raise BadInputError("“{path}” is larger than an ONNX file with its weights inside can be.", path=path)
        return Path(path).read_bytes()
    except OSError as error:
        raise BadInputError(
            "“{path}” can't be read: {reason}. Choose the file again, or put it back.", path=path, reason=error.strerror
        ) from error


def _tried(session: GraphSession, name: str, bands_given: int) -> _Look:
    """Look at what a graph takes, and compute a tile of noise with it."""
    if len(session.inputs) != 1:
        raise BadInputError(
            "“{name}” takes {session_input_count} inputs; a segmentation model takes one image.",
            name=name,
            session_input_count=len(session.inputs),
        )
    entry = session.inputs[0]
    shape = [size if isinstance(size, int) and size > 0 else 0 for size in entry.shape]
    if len(shape) != 4 or entry.type != "tensor(float)":
        raise BadInputError(
            (
                "“{name}” takes {type} of shape {entry_shape}, not 32-bit images (tiles, bands, rows, columns). Export "
                "it with such an input."
            ),
            name=name,
            type=entry.type,
            entry_shape=entry.shape,
        )
    bands = shape[1] or bands_given
    if not bands:
        raise BadInputError(
            "“{name}” takes any number of bands. Say which it was trained on: give the bands by hand.", name=name
        )
    if bool(shape[2]) != bool(shape[3]):
        raise BadInputError(
            "“{name}” takes tiles with only one side fixed ({entry_shape}). Export it with both.",
            name=name,
            entry_shape=entry.shape,
        )
    side = (shape[2], shape[3]) if shape[2] else None
    noise = np.random.default_rng(0).random((shape[0] or 1, bands, *(side or (2 * STEP, 3 * STEP))), np.float32)
    try:
        output = session.run(noise, _TRY_S)
    except OutcropError as error:
        raise BadInputError("{error} Check that “{name}” is a segmentation model.", error=error, name=name) from error
    if (
        output.ndim != 4
        or output.shape[0] != len(noise)
        or output.shape[2:] != noise.shape[2:]
        or output.dtype.kind != "f"
    ):
        raise BadInputError(
            (
                "“{name}” turns tiles of shape {noise_shape} into {made_dtype} of shape {made_shape}. A segmentation "
                "model gives every pixel a number for each class: (tiles, classes, rows, columns)."
            ),
            name=name,
            noise_shape=noise.shape,
            made_dtype=output.dtype,
            made_shape=output.shape,
        )
    return _Look(bands, output.shape[1], side, shape[0], _kind_of(output))


def _kind_of(values: np.ndarray) -> str:
    if values.min() < 0 or values.max() > 1:
        return LOGITS
    is_whole = values.shape[1] == 1 or bool(np.abs(values.sum(axis=1) - 1).max() < _SUMS_TO_ONE)
    return PROBABILITIES if is_whole else LOGITS


def _check_complete(facts: OnnxFacts, settings: OnnxSettings, look: _Look, name: str) -> None:
    """Refuse a file that leaves open what nobody can guess, or that says what its graph contradicts."""
    classes, has_card = settings.classes or facts.classes, facts.card is not None
    missing: list[str] = (
        [] if classes or has_card else [Message("what its {channels} classes are called", channels=look.channels)]
    )
    missing += (
        [] if settings.pixel_size_m or facts.pixel_size_m or has_card else [Message("for which pixel size it is")]
    )
    if missing:
        raise BadInputError(
            "“{name}” doesn't say {missing}. Give them by hand."
            if len(missing) > 1
            else "“{name}” doesn't say {missing}. Give that by hand.",
            name=name,
            missing=" nor ".join(missing),
        )
    if classes and len(classes) != look.channels and not (look.channels == 1 and len(classes) == 2):
        raise BadInputError(
            "“{name}” gives {channels} classes, but {class_count} are named: {classes}. Name as many as it gives.",
            name=name,
            channels=look.channels,
            class_count=len(classes),
            classes=", ".join(classes),
        )
    if settings.bands and len(settings.bands) != look.bands:
        raise BadInputError(
            "“{name}” takes {bands} bands, but {settings_band_count} are named: {settings_bands}.",
            name=name,
            bands=look.bands,
            settings_band_count=len(settings.bands),
            settings_bands=", ".join(settings.bands),
        )
    for title, numbers in (
        ("means", settings.mean or facts.mean), ("deviations", settings.deviation or facts.deviation)
    ):  # fmt: skip
        if numbers and len(numbers) != look.bands:
            raise BadInputError(
                "“{name}” takes {bands} bands, but there are {number_count} {title}.",
                name=name,
                bands=look.bands,
                number_count=len(numbers),
                title=title,
            )
    if any(value == 0 for value in settings.deviation or facts.deviation):
        raise BadInputError("A deviation of “{name}” is 0; nothing can be divided by it.", name=name)


def _card(facts: OnnxFacts, settings: OnnxSettings, look: _Look, name: str) -> ModelCard:
    card = facts.card
    tile_px = max(look.side) if look.side else facts.tile_px or _USUAL_TILE
    common: dict[str, Any] = {
        "name": settings.name or (card.name if card else Path(name).stem),
        "architecture": ONNX,
        "architecture_parameters": {},
        "bands": settings.bands or (card.bands if card else _numbered(look.bands)),
        "legend": _legend(facts, settings, look),
        "normalisation": _scaling(facts, settings, look),
        "pixel_size_m": settings.pixel_size_m or facts.pixel_size_m or (card.pixel_size_m if card else 0.0),
        "tile_px": tile_px,
        "margin_px": _margin(facts, settings, tile_px),
        "temperature": 1.0,  # an exported graph holds its model's temperature and factors
        "class_factors": (),
    }
    if card is not None:
        return replace(card, **common)
    return ModelCard(data_type="uint8" if settings.divisor == USUAL_DIVISOR else "float32", recipe={}, **common)


def _legend(facts: OnnxFacts, settings: OnnxSettings, look: _Look) -> Legend:
    """Give the classes; a graph with one channel tells its class from the background."""
    legend = facts.card.legend if facts.card else None
    names = settings.classes or (legend.names if legend else facts.classes)
    if look.channels == 1 and len(names) == 1:
        names = (BACKGROUND, *names)
    colours = {entry.name: entry.colour for entry in legend.classes} if legend else {}
    return Legend.from_names(names, colours)


def _scaling(facts: OnnxFacts, settings: OnnxSettings, look: _Look) -> Normalisation:
    """Give the scaling before the graph; what range its training had is known from the card or guessed from moments."""
    mean = np.array(settings.mean or facts.mean or [0.0] * look.bands) * settings.divisor
    deviation = np.array(settings.deviation or facts.deviation or [1.0] * look.bands) * settings.divisor
    known = facts.card.normalisation if facts.card else None
    if known is not None:
        return replace(known, method=GIVEN, offset=_plain(mean), scale=_plain(deviation))
    has_moments = bool(settings.mean or facts.mean) and bool(settings.deviation or facts.deviation)
    unknown = np.full(look.bands, np.nan)
    centre, width = (mean, deviation) if has_moments and mean.any() else (unknown, unknown)
    low, high = centre - 2 * width, centre + 2 * width
    return Normalisation(GIVEN, *(_plain(one) for one in (mean, deviation, low, high, centre, width)))


def _margin(facts: OnnxFacts, settings: OnnxSettings, tile_px: int) -> int:
    if settings.margin_px >= 0:
        if 2 * settings.margin_px >= tile_px:
            raise BadInputError(
                "A margin of {margin_px} px leaves nothing of tiles of {tile_px} px.",
                margin_px=settings.margin_px,
                tile_px=tile_px,
            )
        return settings.margin_px
    if facts.card is not None:
        return min(facts.card.margin_px, (tile_px - 1) // 2)
    overlap = _USUAL_OVERLAP if facts.overlap is None else min(max(facts.overlap, 0.0), 0.9)
    return int(tile_px * overlap / 2)


def _threshold(facts: OnnxFacts, look: _Look) -> float:
    """Give the share from which one channel is its class; a graph that was taken in before has it in its card."""
    if facts.card is not None and facts.card.architecture == ONNX:
        return float(facts.card.architecture_parameters.get("threshold", _USUAL_THRESHOLD))
    is_usable = look.channels == 1 and facts.threshold is not None and 0.0 < facts.threshold < 1.0
    return float(facts.threshold or 0.0) if is_usable else _USUAL_THRESHOLD


def _empty(facts: OnnxFacts) -> tuple[float, ...]:
    """Give what makes a pixel without data 0 behind the scaling inside a graph that Outcrop has exported."""
    if facts.card is None:
        return ()
    if facts.card.architecture == ONNX:
        return tuple(float(value) for value in facts.card.architecture_parameters.get("empty", ()))
    return tuple(offset / USUAL_DIVISOR for offset in facts.card.normalisation.offset)


def _told(facts: OnnxFacts, look: _Look) -> tuple[str, ...]:
    if look.channels > 1 and facts.threshold:
        return (
            Message(
                "The file's threshold of {threshold:g} isn't used: the likeliest class is taken everywhere.",
                threshold=facts.threshold,
            ),
        )
    return ()


def _numbered(count: int) -> tuple[str, ...]:
    return tuple(f"Band {number}" for number in range(1, count + 1))


def _plain(values: np.ndarray) -> tuple[float, ...]:
    return tuple(values.tolist())
