"""The model's page: its card as HTML to read, one file, nothing fetched, everything escaped."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from .architecture import architectures
from .model_card import ModelCard
from .table_page import Html, page, swatch, table

_MEASURES = {"miou": "Mean IoU", "f1": "F1 without background", "accuracy": "Pixel accuracy", "kappa": "Kappa"}


def model_page(card: ModelCard) -> str:
    """Give a model's card as a page."""
    return page(card.name, model_body(card))


def model_body(card: ModelCard) -> str:
    """Give a model's card as HTML without the page around it, for a panel."""
    parts = [_facts(card), "<h2>Classes</h2>", _classes(card)]
    if card.measures:
        parts += ["<h2>Measures on pixels held back</h2>", _measures(card.measures)]
    parts += ["<h2>Bands</h2>", _bands(card), "<h2>Recipe</h2>", _values(card.recipe)]
    if card.provenance:
        parts += ["<h2>Where it comes from</h2>", _values(card.provenance)]
    return "\n".join(parts)


def _facts(card: ModelCard) -> str:
    entry = architectures().get(card.architecture)
    rows: list[list[object]] = [
        ["Model", entry.title if entry else card.architecture],
        ["Paper", entry.paper if entry else ""],
        ["Settings", _text(card.architecture_parameters) or "as in the paper"],
        ["Pixel size", f"{card.pixel_size_m:.4g} m"],
        ["Data type", card.data_type],
        ["Tile size", f"{card.tile_px} px"],
        ["Scaling", card.normalisation.method],
    ]
    if card.notes:
        rows.append(["Notes", card.notes])
    return table(("", ""), rows)


def _classes(card: ModelCard) -> str:
    measured = card.measures.get("classes") or {}
    columns = ("Id", "Class", "Precision", "Recall", "F1", "IoU")
    rows = [
        [
            entry.id,
            Html(swatch(entry.colour) + escape(entry.name)),
            *(_share(measured.get(entry.name, {}).get(key)) for key in ("precision", "recall", "f1", "iou")),
        ]
        for entry in card.legend.classes
    ]
    return table(columns, rows)


def _measures(measures: Mapping[str, Any]) -> str:
    return table(
        ("Measure", "Value"),
        [[title, _share(measures.get(key))] for key, title in _MEASURES.items() if measures.get(key) is not None],
    )


def _bands(card: ModelCard) -> str:
    rows = [[number, name, card.band_filters.get(name, "")] for number, name in enumerate(card.bands, start=1)]
    return table(("", "Band", "Starts from"), rows)


def _values(values: Mapping[str, Any]) -> str:
    rows = [[name.replace("_", " "), _text(value)] for name, value in values.items() if value not in (None, "", {}, [])]
    return table(("", ""), rows)


def _text(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_text(inner)}" for key, inner in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_text, value))
    return f"{value:.5g}" if isinstance(value, float) else str(value)


def _share(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, (int, float)) else ""
