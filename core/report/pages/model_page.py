"""The model's page: its card as HTML to read, one file, nothing fetched, everything escaped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from ...assessment.confusion import CLASS_MEASURES
from ...errors import BadInputError
from ...files.json_text import shape_told
from ...labels.parts import PART_NAMES, VALIDATION
from ...model.catalogue import architectures
from ...model.model_card import AGREEMENT, COMMITTEE, FEATURE_IMPORTANCE, ModelCard
from ...parameters import describe
from ...training.settings.recipe import FOR_NETWORKS_ONLY, Recipe
from ...wording import ENGLISH, Wording, translatable
from .table_page import Html, page, swatch, table

_MEASURES = {
    "miou": translatable("Mean IoU"), "f1": translatable("F1 without background"),
    "accuracy": translatable("Pixel accuracy"), "kappa": translatable("Kappa"),
}  # fmt: skip
_ORIGIN = {
    "finished": translatable("Finished"), "seconds": translatable("Duration"), "seed": translatable("Seed"),
    "images": translatable("Imagery"), "labels": translatable("Labels"), "split": translatable("Held back"),
    "start_from": translatable("Started from"), "best_epoch": translatable("Best epoch"),
    "epochs": translatable("Epochs"), "steps": translatable("Steps"),
    "training_seconds": translatable("Duration of training alone"),
    "refit": translatable("Learned from everything in the end"),
    "tiles_measured_on": translatable("Validation tiles measured, of all"), "device": translatable("Device"),
    "processes": translatable("Processes"), "pretrained_weights": translatable("Pretrained weights"),
    "pixels_learned_from": translatable("Pixels learned from"), "imported_from": translatable("Imported from"),
    "imported_at": translatable("Imported"), "onnx_sha256": translatable("SHA-256 of the ONNX file"),
    "python": "Python", "numpy": "NumPy", "torch": "PyTorch",
}  # fmt: skip
_MOMENTS, _DURATIONS = ("finished", "imported_at"), ("seconds", "training_seconds")
_ORIGINS = {
    "drawn": translatable("Pixels: drawn"),
    "reviewed": translatable("Pixels: found right"),
    "corrected": translatable("Pixels: corrected"),
}
_ELSEWHERE = ("label_counts", "label_origins", "pixels", "polygons", "class_shares", FEATURE_IMPORTANCE, COMMITTEE)
"""What stands in the tables of labels and of features."""
_MOST_FEATURES = 20


def model_page(card: ModelCard, wording: Wording = ENGLISH) -> str:
    """Give a model's card as a page."""
    return page(card.name, model_body(card, wording))


def model_body(card: ModelCard, wording: Wording = ENGLISH) -> str:
    """Give a model's card as HTML without the page around it, for a panel."""
    parts: list[tuple[str, Callable[[], str]]] = [
        ("", lambda: _facts(card, wording)),
        (translatable("Classes"), lambda: _classes(card, wording)),
        (translatable("Measures on pixels held back"), lambda: _measures(card, wording)),
        (translatable("Bands"), lambda: _bands(card, wording)),
        (translatable("Each model of the committee alone"), lambda: _members(card, wording)),
        (translatable("Importance of the features"), lambda: _importance(card, wording)),
        (translatable("Recipe"), lambda: _table(_recipe(card, wording))),
        (translatable("Training labels"), lambda: _labels(card, wording)),
        (translatable("Where it comes from"), lambda: _table(_origin(card, wording))),
    ]
    bodies = [(title, _told(make)) for title, make in parts]
    return "\n".join(
        f"<h2>{escape(wording.tr(title))}</h2>\n{body}" if title else body for title, body in bodies if body
    )


def _told(make: Callable[[], str]) -> str:
    """Make one part of the page; one that the card tells in another shape is left out, and said to be."""
    try:
        with shape_told("This part of the model card", "one that Outcrop wrote"):
            return make()
    except BadInputError as error:
        return f"<p>{escape(str(error))}</p>"


def _facts(card: ModelCard, wording: Wording) -> str:
    entry, tr = architectures().get(card.architecture), wording.tr
    known = architectures()
    titles = [tr(known[key].title) if key in known else key for key in card.architectures]
    settings = parameter_rows(entry.parameters if entry else None, card.architecture_parameters, wording)
    rows: list[list[object]] = [
        [tr("Model"), " + ".join(titles)],
        [tr("Paper"), entry.paper if entry else ""],
        [tr("Settings"), _joined(settings) or tr("as in the paper")],
        [tr("Pixel size"), f"{wording.figures(card.pixel_size_m, 4)} m"],
        [tr("Data type"), card.data_type],
        [tr("Tile size"), f"{wording.number(card.tile_px, 0)} px"],
        [tr("Normalisation"), wording.choice(card.normalisation.method)],
        [tr(translatable("Temperature of the probabilities")), wording.figures(card.temperature, 3)],
    ]
    if card.class_factors:
        factors = zip(card.legend.names, card.class_factors)
        told = ", ".join(f"{name} × {wording.figures(factor, 2)}" for name, factor in factors)
        rows.append([tr(translatable("Probabilities, for the scene’s shares")), told])
    if card.notes:
        rows.append([tr("Notes"), card.notes])
    return _table(rows)


def _classes(card: ModelCard, wording: Wording) -> str:
    measured = card.measures.get("classes") or {}
    columns = (
        translatable("Id"), translatable("Class"), translatable("Precision"), translatable("Recall"), "F1", "IoU",
    )  # fmt: skip
    rows = [
        [entry.id, Html(swatch(entry.colour) + escape(entry.name)), *_shares(measured.get(entry.name, {}), wording)]
        for entry in card.legend.classes
    ]
    return table([wording.tr(name) for name in columns], rows)


def _shares(measured: Mapping[str, Any], wording: Wording) -> list[str]:
    """Write a class's measures; dashes where not one of its pixels was held back: a zero would mislead."""
    values = [measured.get(key) for key in CLASS_MEASURES]
    return ["–"] * len(values) if measured.get("true_px") == 0 else [wording.share(value) for value in values]


def _measures(card: ModelCard, wording: Wording) -> str:
    """Give the figures with their spread, and say what they rest on and which model they are of."""
    measures, tr = card.measures, wording.tr
    spread = measures.get("spread") or {}
    rows = [
        [tr(title), wording.share(measures.get(key)), _between(spread.get(key), wording)]
        for key, title in _MEASURES.items()
        if measures.get(key) is not None
    ]
    if not rows:
        return ""
    columns = [tr("Measure"), tr("Value"), tr(translatable("Between (90 %)"))]
    rows = rows if spread else [row[:2] for row in rows]
    return _paragraph(_basis(card.provenance, wording)) + table(columns[: len(rows[0])], rows)


_ONLY_ELSEWHERE = translatable(
    "A random forest was trained beside the network. It takes part in maps of scenes that look different from the "
    "training’s; the figures above are of the network alone."
)


_AGREED = translatable(
    "On tiles all over the imagery, labelled or not, the network agrees with the others at an F1 of {f1} on average. "
    "Where they differ one is wrong, so hardly more is to be expected of the map, whatever was found on few labels."
)
_REACHED = translatable("The ranges above reach to it.")


def _members(card: ModelCard, wording: Wording) -> str:
    """Give what each model of a committee finds alone of what was held back."""
    told, tr, known = card.provenance.get(COMMITTEE) or {}, wording.tr, architectures()
    if len(card.voters) < len(card.members):
        return _paragraph(tr(_ONLY_ELSEWHERE))
    if not told:
        return ""
    rows = [
        [tr(known[key].title) if key in known else key, *(wording.share(measures.get(name)) for name in _MEASURES)]
        for key, measures in told.items()
    ]
    note = tr(translatable("Their probabilities are averaged; the figures above are of all of them together."))
    agreed = (card.measures.get(AGREEMENT) or {}).get("f1")
    more = tr(_AGREED).format(f1=wording.share(agreed)) if agreed is not None else ""
    low, high = (card.measures.get("spread") or {}).get("f1", (1.0, 0.0))
    more += f" {tr(_REACHED)}" if agreed is not None and low <= round(agreed, 4) <= high else ""
    return table([tr("Model"), *map(tr, _MEASURES.values())], rows) + _paragraph(note) + _paragraph(more)


def _between(limits: Any, wording: Wording) -> str:
    return f"{wording.share(limits[0])} – {wording.share(limits[1])}" if limits else ""


def _basis(provenance: Mapping[str, Any], wording: Wording) -> str:
    """Say in words what the figures rest on, and whether the model has learned from it since."""
    held = PART_NAMES[VALIDATION]
    pixels = sum((provenance.get("pixels") or {}).get(held, {}).values())
    polygons = (provenance.get("polygons") or {}).get(held)
    said = []
    if pixels and polygons:
        text = wording.tr(translatable("Measured on {pixels} pixels of {polygons} polygons that were held back."))
        said.append(text.format(pixels=wording.number(pixels, 0), polygons=wording.number(polygons, 0)))
    elif pixels:
        text = wording.tr(translatable("Measured on {pixels} pixels that were held back."))
        said.append(text.format(pixels=wording.number(pixels, 0)))
    if provenance.get("refit"):
        said.append(wording.tr(translatable(
            "They are of a model that had not seen these; the one in this file has learned from them too in the end."
        )))  # fmt: skip
    return " ".join(said)


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _bands(card: ModelCard, wording: Wording) -> str:
    columns, rows = ["", wording.tr("Band")], [[n, name] for n, name in enumerate(card.bands, start=1)]
    if card.band_filters:
        columns.append(wording.tr("Starts from"))
        rows = [[*row, card.band_filters.get(str(row[1]), "")] for row in rows]
    return table(columns, rows)


def _importance(card: ModelCard, wording: Wording) -> str:
    """Give the features by which a forest decides, the most important first."""
    told = card.provenance.get(FEATURE_IMPORTANCE) or {}
    ranked = sorted(told.items(), key=lambda pair: -pair[1])
    if not ranked:
        return ""
    note = translatable(
        "Each feature's share in the decisions of the trees (mean decrease in impurity, on the training pixels). It "
        "doesn't say what happens elsewhere: for that, “Importance of the bands” in the toolbox asks labels that "
        "training never saw."
    )
    rows = [[name, wording.number(100 * share, 1)] for name, share in ranked[:_MOST_FEATURES]]
    head = (wording.tr(translatable("Feature")), wording.tr(translatable("Share (%)")))
    more = translatable("{n} more")
    if len(ranked) > _MOST_FEATURES:
        rest = sum(share for _, share in ranked[_MOST_FEATURES:])
        rows.append([wording.tr(more).format(n=len(ranked) - _MOST_FEATURES), wording.number(100 * rest, 1)])
    return f"{table(head, rows)}\n<p>{escape(wording.tr(note))}</p>"


def _recipe(card: ModelCard, wording: Wording) -> list[list[object]]:
    entry = architectures().get(card.architecture)
    unused = FOR_NETWORKS_ONLY if entry is not None and entry.is_fitted else frozenset()
    left_out = {"name", "model", "model_parameters", *unused}
    values = {key: value for key, value in card.recipe.items() if key not in left_out}
    name = card.recipe.get("name")
    named: list[list[object]] = [[wording.tr("Name"), wording.choice(str(name))]] if name else []
    return named + parameter_rows(Recipe, values, wording)


def _labels(card: ModelCard, wording: Wording) -> str:
    """Give what there was of every class: polygons, pixels, area, and the pixels of each part of the split."""
    scenes, pixels = card.provenance.get("label_counts") or (), card.provenance.get("pixels") or {}
    used = [part for part in PART_NAMES if any((pixels.get(part) or {}).values())]
    heads = [translatable("Class"), translatable("Polygons"), translatable("Pixels"), translatable("Area (m²)")]
    columns = [wording.tr(name) for name in (heads if scenes else heads[:1])]
    columns += [wording.tr("Pixels: {part}").format(part=wording.tr(part)) for part in used]
    origins = card.provenance.get("label_origins") or ()
    from_where = list(_ORIGINS) if origins else []
    columns += [wording.tr(_ORIGINS[origin]) for origin in from_where]
    rows = []
    for name in card.legend.names:
        counts = [scene[name] for scene in scenes if name in scene]
        sums = [sum(count.get(key) or 0 for count in counts) for key in ("polygons", "pixels", "area_m2")]
        sums = (sums if scenes else []) + [pixels[part].get(name, 0) for part in used]
        sums += [sum((scene.get(origin) or {}).get(name, 0) for scene in origins) for origin in from_where]
        rows.append([name, *(wording.number(value, 0) for value in sums)])
    return table(columns, rows) if len(columns) > 1 else ""


def _origin(card: ModelCard, wording: Wording) -> list[list[object]]:
    rows: list[list[object]] = []
    for key, value in card.provenance.items():
        if key in _ELSEWHERE or value in (None, "", {}, []):
            continue
        write = wording.moment if key in _MOMENTS else wording.duration if key in _DURATIONS else None
        label = wording.tr(_ORIGIN[key]) if key in _ORIGIN else key.replace("_", " ")
        rows.append([label, write(value) if write else _text(value, wording)])
    return rows


def parameter_rows(cls: Any, values: Mapping[str, Any], wording: Wording) -> list[list[object]]:
    """Give label and value of each parameter that has one; those of another version by their key."""
    known = {entry.name: entry for entry in describe(cls)} if cls is not None else {}
    rows: list[list[object]] = []
    for key, value in values.items():
        if value in (None, "", {}, []):
            continue
        entry = known.get(key)
        text = wording.choice(str(value)) if entry and entry.choices else _text(value, wording)
        unit = f" {wording.tr(entry.unit)}" if entry and entry.unit else ""
        rows.append([wording.tr(entry.label) if entry else key.replace("_", " "), text + unit])
    return rows


def _joined(rows: list[list[object]]) -> str:
    return ", ".join(f"{label}: {value}" for label, value in rows)


def _table(rows: list[list[object]]) -> str:
    return table(("", ""), rows) if rows else ""


def _text(value: Any, wording: Wording) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_text(inner, wording)}" for key, inner in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(_text(inner, wording) for inner in value)
    if isinstance(value, bool):
        return wording.tr("yes" if value else "no")
    if isinstance(value, int):
        return wording.number(value, 0)
    return wording.figures(value, 5) if isinstance(value, float) else str(value)
