"""What a sample tells of a map, as a page, as rows of a table and as text, from the report that the job gives."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any, Optional

from ...assessment.confusion_table import aligned
from ...wording import ENGLISH, Wording, translatable
from .table_page import page, table

_HEAD = (
    translatable("Class"), translatable("User's accuracy"), translatable("interval of user's accuracy"),
    translatable("Producer's accuracy"), translatable("interval of producer's accuracy"), translatable("Area (ha)"),
    translatable("interval of area (ha)"), translatable("Points mapped"), translatable("Points answered"),
)  # fmt: skip
_M2_PER_HA = 10_000.0
DESIGNS = (
    translatable("The strata are the classes of the map (Olofsson et al. 2014)."),
    translatable("The sample was drawn for another map; its strata are not this one's classes (Stehman 2014)."),
    translatable("A simple random sample, poststratified by the classes of the map (Olofsson et al. 2014, section 5)."),
    translatable(
        "Points were drawn where the maps differ, each pixel there with the same chance; exact sign test (McNemar "
        "1947)."
    ),
)
"""The sentences by which the job says what design the figures rest on."""
BASIS = translatable(
    "Map accuracy: the points are a probability sample of this map. The figures hold for the whole map, and the areas "
    "come from the answers, not from counting pixels."
)


def sample_rows(report: Mapping[str, Any], wording: Wording = ENGLISH) -> list[list[str]]:
    """Give a header and one row for each class, then the overall accuracy."""
    tr = wording.tr
    rows = [[tr(text) for text in _HEAD]]
    names = [entry["name"] for entry in report["classes"]]
    for name, estimates in zip(names, report["estimates"]["classes"]):
        accuracy = [cell for key in ("users", "producers") for cell in _with_interval(estimates[key], 1.0, 3, wording)]
        areas = _with_interval(estimates["area_m2"], 1 / _M2_PER_HA, 1, wording)
        rows.append([name, *accuracy, *areas, str(estimates["mapped"]), str(estimates["answered"])])
    overall = _with_interval(report["estimates"]["overall"], 1.0, 3, wording)
    points = str(report["estimates"]["points"])
    rows.append([tr(translatable("Overall accuracy")), *overall, *[""] * (len(_HEAD) - 4), points])
    return rows


def sample_table(report: Mapping[str, Any]) -> list[list[Any]]:
    """Give the numbers of a report for programs: a header and one row for each class, areas in m²."""
    if "two_maps" in report:
        return [row for key, value in report["two_maps"].items() for row in _flat(key, value)]
    measures, parts = ("users", "producers", "area_m2"), ("value", "error", "low", "high")
    head = [f"{name}_{part}" for name in measures for part in parts]
    rows: list[list[Any]] = [["class", *head, "mapped", "answered"]]
    for entry, estimates in zip(report["classes"], report["estimates"]["classes"]):
        cells = [(estimates[name] or {}).get(part, "") for name in measures for part in parts]
        rows.append([entry["name"], *cells, estimates["mapped"], estimates["answered"]])
    return rows


def _flat(key: str, value: Any) -> list[list[Any]]:
    """Give a number as a row, and an estimate as one row for each of its parts."""
    return [[f"{key}_{part}", one] for part, one in value.items()] if isinstance(value, Mapping) else [[key, value]]


def sample_text(report: Mapping[str, Any]) -> str:
    """Lay a report out for a terminal."""
    counts = report["answers"]
    lines = [report["design"], f"{counts['answered']} of {counts['points']} points answered", ""]
    if "two_maps" in report:
        return "\n".join([*lines, *two_maps_lines(report)])
    return "\n".join([*lines, *aligned(sample_rows(report)), "", f"Intervals of {100 * report['confidence']:.0f} %."])


def two_maps_lines(report: Mapping[str, Any], wording: Wording = ENGLISH) -> list[str]:
    """Say which of two maps is better where they differ."""
    tr, two_maps = wording.tr, report["two_maps"]
    text = translatable(
        "Only the first map is right at {first} points, only the second at {second}, neither at {neither}."
    )
    share = translatable("The first is right at {share} of the decided points ({low} to {high}); p = {p}.")
    more = translatable("Over the whole area the first map's overall accuracy is higher by {value} ({low} to {high}).")
    proportion, gain = two_maps["first_share"], two_maps["difference"]
    return [
        tr(text).format(first=two_maps["first_right"], second=two_maps["second_right"], neither=two_maps["neither"]),
        tr(share).format(
            share=wording.number(proportion["value"], 3), low=wording.number(proportion["low"], 3),
            high=wording.number(proportion["high"], 3), p=wording.figures(two_maps["p_value"], 2),
        ),
        tr(more).format(**{key: wording.number(gain[key], 4) for key in ("value", "low", "high")}),
    ]  # fmt: skip


def sample_page(report: Mapping[str, Any], title: str = "Accuracy", wording: Wording = ENGLISH) -> str:
    """Give the report as a page."""
    tr = wording.tr
    files = [[tr("Prediction"), report["prediction"]], [tr(translatable("Sample")), report["sample"]]]
    if "two_maps" in report:
        files.insert(1, [tr(translatable("Second map")), report["other"]])
    parts = [f"<p>{escape(tr(report['design']))}</p>", table(("", ""), files), _answers(report, wording)]
    if "two_maps" in report:
        parts += [f"<p>{escape(line)}</p>" for line in two_maps_lines(report, wording)]
        return page(title, "\n".join(parts))
    header, *rows = sample_rows(report, wording)
    confidence = wording.number(100 * report["confidence"], 0)
    caption = tr(translatable("Accuracy and areas with {confidence} % intervals")).format(confidence=confidence)
    parts.insert(0, f"<p>{escape(tr(BASIS))}</p>")
    parts += [f"<h2>{escape(caption)}</h2>", table(header, rows)]
    shares = [[100 * value for value in row] for row in report["estimates"]["matrix"]]
    heading = tr(translatable("Population matrix (percent of the area)"))
    parts += [f"<h2>{escape(heading)}</h2>", _matrix(report, shares, 2, wording)]
    heading = tr(translatable("Points"))
    parts += [f"<h2>{escape(heading)}</h2>", _matrix(report, report["estimates"]["counts"], 0, wording)]
    return page(title, "\n".join(parts))


def _answers(report: Mapping[str, Any], wording: Wording) -> str:
    tr, counts = wording.tr, report["answers"]
    rows = [
        [tr(translatable("Points")), counts["points"]],
        [tr(translatable("Answered")), counts["answered"]],
        [tr(translatable("Can't be told")), counts["cannot_tell"]],
        [tr(translatable("Open")), counts["open"]],
    ]
    if counts["second_opinions"]:
        rows.append([tr(translatable("Second opinions")), counts["second_opinions"]])
        rows.append([tr(translatable("of them agreeing")), counts["second_agrees"]])
    return table(("", ""), rows)


def _matrix(report: Mapping[str, Any], matrix: list[list[float]], decimals: int, wording: Wording) -> str:
    tr, names = wording.tr, [entry["name"] for entry in report["classes"]]
    mapped, true = tr(translatable("mapped: {name}")), tr(translatable("true: {name}"))
    rows = [
        [mapped.format(name=name), *(wording.number(value, decimals) for value in row)]
        for name, row in zip(names, matrix)
    ]
    return table(("", *(true.format(name=name) for name in names)), rows)


def _with_interval(
    interval: Optional[Mapping[str, float]], factor: float, decimals: int, wording: Wording
) -> list[str]:
    if interval is None:
        return ["–", ""]
    value, low, high = (wording.number(factor * interval[key], decimals) for key in ("value", "low", "high"))
    return [value, f"{low} – {high}"]
