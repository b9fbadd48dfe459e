"""What a report tells besides the comparison: one section for each result, in words, figures and tables."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.enums import Resampling

from ..files.json_text import shape_told
from ..files.whole_file import whole_file, write_text
from ..geodata.grid import Grid
from ..geodata.pixel_areas import metres_per_pixel
from ..model.catalogue import architectures
from ..prediction.raster.tags import CLASS_TAG, MODELS_TAG
from ..wording import Wording
from . import result_figures
from .figures import drawn
from .pages.accuracy_page import QUESTIONS, accuracy_rows, calibration_text, distances_text
from .pages.band_importance_page import FEATURES_NOTE, NOTE, feature_rows, importance_rows
from .pages.boundary_page import boundary_rows, line_rows, margin_text, object_rows, tolerance_text
from .pages.sample_page import BASIS, sample_rows, two_maps_lines
from .result_kinds import RESULT_KINDS
from .results import Result

_LONGEST_PX = 900
_INSIDE, _OUTSIDE = "#4c9a6a", "#c9c4b8"
_NOTHING = 255


@dataclass
class Section:
    """One section.

    Attributes:
        title: Its heading.
        subject: The map or the model that it is about.
        paragraphs: What it says.
        figures: HTML of each figure, and its caption.
        tables: Header and rows of each table.
    """

    title: str
    subject: str = ""
    paragraphs: list[str] = field(default_factory=list)
    figures: list[tuple[str, str]] = field(default_factory=list)
    tables: list[tuple[Sequence[Any], Sequence[Sequence[Any]]]] = field(default_factory=list)


class _Book:
    """What all sections are made with: texts by name, the wording, and the folder beside the page."""

    def __init__(self, texts: Mapping[str, str], wording: Wording, folder: Path) -> None:
        self.texts, self.wording, self.folder = texts, wording, folder


def sections(results: Sequence[Result], texts: Mapping[str, str], wording: Wording, folder: Path) -> list[Section]:
    """Give a section for each result; figures and the results themselves are put into the folder.

    Raises:
        BadInputError: When a result is of another shape than Outcrop writes it; names its file.
    """
    book = _Book(texts, wording, folder)
    titles = {kind.key: wording.tr(kind.title) for kind in RESULT_KINDS}
    parts = []
    for number, result in enumerate(results, start=1):
        name = f"{number}_{result.kind}"
        section = Section(titles[result.kind])
        with shape_told(f"“{result.path}”", "a result that Outcrop has written"):
            _MAKERS[result.kind](section, result, name, book)
        parts.append(section)
        _keep(result, folder / f"{name}{Path(result.path).suffix}")
    return parts


def _keep(result: Result, target: Path) -> None:
    if result.content:
        write_text(target, json.dumps(result.content, indent=2, ensure_ascii=False))
        return
    with whole_file(target) as part:
        shutil.copyfile(result.path, part)


def _areas(section: Section, result: Result, name: str, book: _Book) -> None:
    content, wording, texts = result.content, book.wording, book.texts
    section.subject = Path(content["prediction"]).stem
    section.paragraphs = [wording.tr(content["design"]), *map(wording.tr, content["notes"])]
    if "two_maps" in content:
        section.subject += f", {Path(content['other']).stem}"
        section.paragraphs += two_maps_lines(content, wording)
        return
    overall = content["estimates"]["overall"]
    values = {key: wording.number(overall[key], 3) for key in ("value", "low", "high")}
    said = texts["areas_note"].format(**values, confidence=wording.number(100 * content["confidence"], 0))
    section.paragraphs = [wording.tr(BASIS), *section.paragraphs, said]
    drawing = drawn(book.folder, name, partial(result_figures.areas, content, texts))
    section.figures.append((drawing, texts["areas_figure"]))
    section.tables.append(_with_intervals(sample_rows(content, wording), 3))


def _accuracy(section: Section, result: Result, name: str, book: _Book) -> None:
    content, wording = result.content, book.wording
    section.subject = Path(content["prediction"]).stem
    section.paragraphs = [wording.tr(QUESTIONS[content["question"]["kind"]])]
    if content.get("distances"):
        section.paragraphs.append(distances_text(content["distances"], wording))
    header, *rows = accuracy_rows(content, wording)
    section.tables.append((header, [[_shown(value, wording) for value in row] for row in rows]))
    calibration = content.get("calibration")
    if calibration:
        draw = partial(result_figures.calibration, {section.subject: calibration["curve"]}, book.texts)
        caption = f"{book.texts['calibration_figure']} {calibration_text(calibration, wording)}"
        section.figures.append((drawn(book.folder, f"{name}_calibration", draw), caption))


def _boundaries(section: Section, result: Result, _name: str, book: _Book) -> None:
    content, wording = result.content, book.wording
    section.subject = Path(content["prediction"]).stem
    section.paragraphs = [margin_text(content, wording), tolerance_text(content, wording)]
    tables = [boundary_rows(content, wording)]
    tables += [object_rows(content, wording)] if content["objects"] else []
    tables += [line_rows(content, wording)] if content["lines"] else []
    section.tables = [(rows[0], rows[1:]) for rows in tables]


def _bands(section: Section, result: Result, name: str, book: _Book) -> None:
    content, wording = result.content, book.wording
    section.subject = content["name"]
    section.paragraphs = [wording.tr(NOTE)]
    drawing = drawn(book.folder, name, partial(result_figures.bands, content["bands"], book.texts))
    section.figures.append((drawing, book.texts["bands_figure"].format(blocks=content["blocks"])))
    section.tables.append(_with_intervals(importance_rows(content, wording), 2))
    features = feature_rows(content, wording)
    if features:
        section.paragraphs.append(wording.tr(FEATURES_NOTE))
        section.tables.append((features[0], features[1:]))


def _trusted(section: Section, result: Result, name: str, book: _Book) -> None:
    with rasterio.open(result.path) as dataset:
        section.subject = _models(dataset, book)
        shape, metres_px = _shape_of(dataset)
        inside = dataset.read(2, out_shape=shape, resampling=Resampling.nearest, masked=True)
    colours = np.full((*inside.shape, 3), _NOTHING, np.uint8)
    known = ~np.ma.getmaskarray(inside)
    for value, colour in ((1, _INSIDE), (0, _OUTSIDE)):
        colours[known & (inside.data == value)] = tuple(bytes.fromhex(colour[1:]))
    legend = [(book.texts["inside"], _INSIDE), (book.texts["outside"], _OUTSIDE)]
    share = book.wording.number(100 * float(inside.mean()) if known.any() else 0.0, 0)
    drawing = drawn(book.folder, name, partial(result_figures.picture, colours, metres_px, legend), photo=True)
    section.figures.append((drawing, book.texts["trusted_figure"].format(share=share)))


def _saliency(section: Section, result: Result, name: str, book: _Book) -> None:
    with rasterio.open(result.path) as dataset:
        section.subject = ", ".join(filter(None, (_models(dataset, book), dataset.tags().get(CLASS_TAG))))
        shape, metres_px = _shape_of(dataset)
        values = dataset.read(1, out_shape=shape, resampling=Resampling.average)
        shares = np.array([np.nansum(np.abs(dataset.read(band))) for band in range(2, dataset.count + 1)])
        names = dataset.descriptions[1:]
    reach = float(np.nanquantile(np.abs(values), 0.99)) or 1.0
    ramp = (reach, book.texts["against"], book.texts["speaks_for"])
    drawing = drawn(book.folder, name, partial(result_figures.picture, values, metres_px, ramp=ramp), photo=True)
    section.figures.append((drawing, book.texts["saliency_figure"]))
    percent = 100 * shares / max(float(shares.sum()), 1e-12)
    ranked = sorted(zip(names, percent.tolist()), key=lambda pair: -pair[1])
    head = (book.texts["band"], book.texts["share_of_attribution"])
    section.tables.append((head, [(band, book.wording.number(share, 0)) for band, share in ranked]))


_MAKERS: dict[str, Callable[[Section, Result, str, _Book], None]] = {
    "areas": _areas, "accuracy": _accuracy, "boundaries": _boundaries, "bands": _bands, "trusted": _trusted,
    "saliency": _saliency,
}  # fmt: skip


def _models(dataset: Any, book: _Book) -> str:
    """Give the names of the models that a raster says it was made of, and of a committee which model alone it was."""
    told, known = json.loads(dataset.tags().get(MODELS_TAG) or "[]"), architectures()
    names = []
    for one in told:
        title = book.wording.tr(known[one["alone"]].title) if one.get("alone") in known else ""
        only = book.texts["one_of_a_committee"].format(name=one["name"], model=title)
        names.append(only if title else str(one["name"]))
    return ", ".join(names)


def _shape_of(dataset: Any) -> tuple[tuple[int, int], float]:
    """Give the size that a raster is shown in, and the metres that a shown pixel spans."""
    factor = min(1.0, _LONGEST_PX / max(dataset.shape))
    height, width = (max(1, round(side * factor)) for side in dataset.shape)
    return (height, width), metres_per_pixel(Grid.of(dataset))[0] / factor


def _with_intervals(rows: Sequence[Sequence[str]], pairs: int) -> tuple[Sequence[Any], Sequence[Sequence[Any]]]:
    """Put intervals, which stand in columns of their own behind the first values, beneath these."""
    end = 1 + 2 * pairs
    header = [rows[0][0], *rows[0][1:end:2], *rows[0][end:]]
    return header, [
        [row[0], *({"value": v, "interval": i} for v, i in zip(row[1:end:2], row[2:end:2])), *row[end:]]
        for row in rows[1:]
    ]


def _shown(value: Any, wording: Wording) -> str:
    if value is None or value == "":
        return "–"
    return wording.number(value, 0 if isinstance(value, int) else 3) if isinstance(value, (int, float)) else str(value)
