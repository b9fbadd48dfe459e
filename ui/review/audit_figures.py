"""The audit's figures in words: how right a map is at the random places, and whether it is better than one before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Optional

from osgeo import gdal
from qgis.core import QgsPointXY, QgsVectorLayer

from ...core.assessment.sampling.fields import ANSWER, CANNOT_TELL, LAYER, SECOND_ANSWER
from ...core.labels.legend import Legend
from ...core.labels.names.spelling import spelling_key
from ...core.prediction.raster.tags import LEGEND_TAG
from ...core.review.audit import Gain, accuracy, gain
from ..texts import count_text, number_text, tr


def sample_in(file: Path) -> Optional[QgsVectorLayer]:
    """Open the accuracy sample in a file of reviews; None where there is none."""
    if not file.is_file():
        return None
    layer = QgsVectorLayer(f"{file}|layername={LAYER}", LAYER, "ogr")
    return layer if layer.isValid() else None


def answers_of(sample: QgsVectorLayer) -> list[tuple[QgsPointXY, str]]:
    """Give the places that were answered with a class; a second opinion counts in the end."""
    answers = [
        (one.geometry().asPoint(), _told(one[SECOND_ANSWER]) or _told(one[ANSWER])) for one in sample.getFeatures()
    ]
    return [(point, answer) for point, answer in answers if answer not in ("", CANNOT_TELL)]


def _told(answer: Any) -> str:
    return "" if str(answer or "") == "NULL" else str(answer or "")


def legend_names(path: str) -> tuple[str, ...]:
    """Give the classes of a map in their order; none where it says nothing of them."""
    dataset = gdal.Open(path)
    text = dataset.GetMetadataItem(LEGEND_TAG) if dataset is not None else None
    return Legend.from_dicts(json.loads(text)).names if text else ()


def class_names_at(path: Path, points: list[QgsPointXY]) -> list[str]:
    """Give a map's classes at places in its own system, by `spelling_key`; empty where it has none."""
    dataset = gdal.Open(str(path))
    if dataset is None:
        return ["" for _ in points]
    text = dataset.GetMetadataItem(LEGEND_TAG)
    names = (
        {entry.id: spelling_key(entry.name) for entry in Legend.from_dicts(json.loads(text)).classes} if text else {}
    )
    inverse, band = gdal.InvGeoTransform(dataset.GetGeoTransform()), dataset.GetRasterBand(1)
    listed = []
    for point in points:
        col, row = (int(value // 1) for value in gdal.ApplyGeoTransform(inverse, point.x(), point.y()))
        inside = 0 <= col < dataset.RasterXSize and 0 <= row < dataset.RasterYSize
        listed.append(names.get(int(band.ReadAsArray(col, row, 1, 1)[0, 0]), "") if inside else "")
    return listed


def accuracy_sentence(sample: QgsVectorLayer, newest: Path, before: Optional[Path] = None) -> str:
    """Say how right a map is and, with another, whether it is better; empty without an answer.

    Places at which one of the maps has no class are left out.
    """
    answers = answers_of(sample)
    points, true = [point for point, _ in answers], [spelling_key(answer) for _, answer in answers]
    now = class_names_at(newest, points)
    then = class_names_at(before, points) if before is not None else list(now)
    kept = [index for index in range(len(true)) if now[index] and then[index]]
    if not kept:
        return ""
    right = [now[index] == true[index] for index in kept]
    told = accuracy(sum(right), len(kept))
    one = tr(
        "At {n} random place, which no model learned from, this map is right in {share} % ({low} to {high}, 95 %)."
    )
    many = tr(
        "At {n} random places, which no model learned from, this map is right in {share} % ({low} to {high}, 95 %)."
    )
    text = count_text(len(kept), one, many).format(**_percents(told.value, told.low, told.high))
    if before is not None:
        was = [then[index] == true[index] for index in kept]
        text = f"{text} {_gain_text(accuracy(sum(was), len(kept)).value, _gain(was, right))}"
    one, many = tr("{n} more answer halves the interval."), tr("{n} more answers halve the interval.")
    return f"{text} {count_text(told.more, one, many)}"


def _gain(was: list[bool], right: list[bool]) -> Gain:
    lost = sum(one and not other for one, other in zip(was, right))
    won = sum(other and not one for one, other in zip(was, right))
    return gain(lost, won, len(right))


def _gain_text(share: float, measured: Gain) -> str:
    percents = _percents(measured.value, measured.low, measured.high)
    if not measured.is_clear:
        return tr("The one before was in {was} %: the difference may be chance ({low} to {high} %).",
                  was=number_text(100 * share), **percents)  # fmt: skip
    text = (
        tr("The one before was in {was} %: this one is better ({low} to {high} %).")
        if measured.value > 0
        else tr("The one before was in {was} %: this one is worse ({low} to {high} %).")
    )
    return text.format(was=number_text(100 * share), **percents)


def _percents(share: float, low: float, high: float) -> dict[str, str]:
    return {name: number_text(100 * value) for name, value in (("share", share), ("low", low), ("high", high))}
