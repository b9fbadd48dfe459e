"""The metadata by which an ONNX file tells how it is to be run: the keys of the QGIS plugin Deepness, and our card.

Each value is JSON text. Deepness gives a graph (value / 255 − mean) / deviation as float32 (N, B, H, W), whatever the
data type, sets what is below `seg_thresh` to 0 and takes the largest. Its code reads `tile_size`, its manual says
`tiles_size`: both are written.
"""

from __future__ import annotations

import ast
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

from ..errors import BadInputError
from ..files.json_text import shape_told
from ..model.card_file import HEADER_KEY, card_from_json
from ..model.model_card import ModelCard

_LARGEST = 1e300
SEGMENTATION = "Segmentor"


@dataclass(frozen=True)
class OnnxFacts:
    """What an ONNX file's metadata says; empty or None where it says nothing.

    Attributes:
        model_type: Deepness's word for the kind of model.
        classes: Names in the order of the output's channels.
        pixel_size_m: Metres.
        tile_px: Side of the tiles.
        overlap: Share of a tile that neighbours have in common.
        mean: By band, of values divided by 255.
        deviation: Likewise.
        threshold: Probability below which nothing is found.
        card: The card of a model that Outcrop has exported.
    """

    model_type: str = ""
    classes: tuple[str, ...] = ()
    pixel_size_m: float = 0.0
    tile_px: int = 0
    overlap: Optional[float] = None
    mean: tuple[float, ...] = ()
    deviation: tuple[float, ...] = ()
    threshold: Optional[float] = None
    card: Optional[ModelCard] = None


def written_metadata(
    card: ModelCard, tile_px: int, margin_px: int, mean: tuple[float, ...], deviation: tuple[float, ...]
) -> dict[str, str]:
    """Give the metadata of a graph that takes tiles of `tile_px`, of which `margin_px` is dropped at every side."""
    values: dict[str, Any] = {
        "model_type": SEGMENTATION,
        "class_names": {str(index): name for index, name in enumerate(card.legend.names)},
        "resolution": 100.0 * card.pixel_size_m,
        "tile_size": tile_px,
        "tiles_size": tile_px,
        "tiles_overlap": math.ceil(200 * margin_px / tile_px),
        "standardization_mean": list(mean),
        "standardization_std": list(deviation),
        "seg_thresh": 0.0,
        "seg_small_segment": 0,
    }
    return {**{key: json.dumps(value, ensure_ascii=False) for key, value in values.items()}, HEADER_KEY: card.to_json()}


def read_metadata(metadata: Mapping[str, str], file: str) -> OnnxFacts:
    """Read what an ONNX file says of itself.

    Raises:
        BadInputError: When a value can't be understood; names the key.
    """
    text = metadata.get(HEADER_KEY)
    with shape_told(f"The model card in “{file}”", "one of Outcrop's"):
        card = card_from_json(text) if text else None
    overlap = _number(metadata, "tiles_overlap", file)
    return OnnxFacts(
        model_type=str(_value(metadata, "model_type") or ""),
        classes=_names(metadata, file),
        pixel_size_m=(_number(metadata, "resolution", file) or 0.0) / 100.0,
        tile_px=int(_number(metadata, "tile_size", file) or _number(metadata, "tiles_size", file) or 0),
        overlap=None if overlap is None else overlap / 100.0,
        mean=_numbers(metadata, "standardization_mean", file),
        deviation=_numbers(metadata, "standardization_std", file),
        threshold=_number(metadata, "seg_thresh", file),
        card=card,
    )


def _value(metadata: Mapping[str, str], key: str) -> Any:
    """Read one value: JSON, or as Python writes a dictionary, or the text itself; None where there is none."""
    text = metadata.get(key)
    if text is None:
        return None
    for read in (json.loads, ast.literal_eval):
        try:
            return read(text)
        except (ValueError, SyntaxError, TypeError, RecursionError, MemoryError):
            continue
    return text


def _names(metadata: Mapping[str, str], file: str) -> tuple[str, ...]:
    """Read the classes' names: a mapping from 0 without gaps, or a list."""
    value = _value(metadata, "class_names") or _value(metadata, "names")
    if value is None:
        return ()
    try:
        if isinstance(value, Mapping):
            numbered = {int(index): str(name) for index, name in value.items()}
            return tuple(numbered[index] for index in range(len(numbered)))
        return tuple(str(name) for name in value)
    except (KeyError, ValueError, TypeError, OverflowError) as error:
        raise BadInputError(
            "The class names in “{file}” don't run from 0 without gaps ({value}). Give the classes by hand.",
            file=file,
            value=value,
        ) from error


def _number(metadata: Mapping[str, str], key: str, file: str) -> Optional[float]:
    value = _value(metadata, key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) <= _LARGEST:
        raise BadInputError("“{file}” gives {key} = {value}, which isn't a number.", file=file, key=key, value=value)
    return float(value)


def _numbers(metadata: Mapping[str, str], key: str, file: str) -> tuple[float, ...]:
    value = _value(metadata, key)
    if value is None:
        return ()
    try:
        return tuple(float(one) for one in value)
    except (TypeError, ValueError, OverflowError) as error:
        raise BadInputError(
            "“{file}” gives {key} = {value}, which isn't a list of numbers.", file=file, key=key, value=value
        ) from error
