"""Draw the pictures of the algorithms' help, each what goes in and what comes out: `python3 resources/help/draw.py`.

A picture has the algorithm's id as its name and is no wider than QGIS's help panel. Its card is light, so that it reads
in dark themes too.
"""

from __future__ import annotations

import math
from pathlib import Path

from geodata import (
    alike,
    balances,
    bands,
    cloud,
    coarse,
    dipole,
    elevation,
    fine_colours,
    fractions,
    index,
    large_pixels,
    layers,
    oxides,
    panchromatic,
    samples,
    sharpened,
    surface,
    ternary,
    terrain,
)
from strokes import (
    CELL,
    CLASSES,
    DIKE,
    GOOD,
    GREY,
    HEIGHT,
    HOT,
    INK,
    LEFT,
    LINE,
    PAPER,
    POND,
    RIGHT,
    SIDE,
    TOP,
    WARM,
    WIDTH,
    arrow,
    bars,
    box,
    cells,
    classes,
    grid,
    imagery,
    labels,
    lines_of_text,
    model,
    models,
    page,
    shape,
    stroke,
    truth,
)

FOLDER = Path(__file__).resolve().parent


def matrix(x: float) -> str:
    """Draw a confusion matrix."""
    shades = {0: "#ece8de", 1: "#c9dccf", 2: GOOD}
    return cells(x, [[2, 0, 0], [1, 2, 0], [0, 1, 2]], shades, TOP + 5, 18)


def sample(x: float, answered: bool = False) -> str:
    """Draw random points, blank or with answers."""
    places = ((2, 3), (3, 11), (5, 7), (8, 13), (11, 2), (13, 5), (12, 10), (7, 2), (14, 14), (5, 14))
    return "".join(
        f'<circle cx="{x + c * CELL + 2:g}" cy="{TOP + r * CELL + 2:g}" r="3.4" '
        f'fill="{CLASSES[truth(r, c)] if answered else "#ffffff"}" stroke="{INK}" stroke-width="1.2"/>\n'
        for r, c in places
    )


def intervals(x: float) -> str:
    """Draw areas with their intervals."""
    drawn = stroke([(x, TOP), (x, TOP + SIDE), (x + SIDE, TOP + SIDE)])
    for number, (height, reach) in enumerate(((46, 7), (22, 9), (14, 5)), start=1):
        left, top = x + 19 * number - 11, TOP + SIDE - height
        middle = left + 6
        drawn += box(left, top, 12, height, CLASSES[number])
        drawn += stroke([(middle, top - reach), (middle, top + reach)], INK, 1.6)
        drawn += "".join(
            stroke([(middle - 4, top + end), (middle + 4, top + end)], INK, 1.6) for end in (-reach, reach)
        )
    return drawn


def trusted(x: float) -> str:
    """Draw where a model may be trusted: near what it has learned from, not in the far corner."""

    def value(row: int, column: int) -> int:
        near = min(math.hypot(row - 11.5, column - 3.5), abs(column - 4 - 0.53 * row))
        return 0 if near < 3.4 else 1 if near < 6 else 2

    return cells(x, grid(value), {0: GOOD, 1: "#b9d8c2", 2: "#d9d4c8"})


def looked_at(x: float) -> str:
    """Draw what a network looks at: the pond and its rim speak for it, the dike a little against it."""

    def value(row: int, column: int) -> int:
        near = {1: 0, 2: 1, 3: 2}[truth(row, column)]
        rim = any(truth(r, c) == 3 for r in (row - 1, row, row + 1) for c in (column - 1, column, column + 1))
        return 3 if near == 2 else 2 if rim else near

    return cells(x, grid(value), {0: "#f7f7f7", 1: "#9ecae1", 2: "#f4a582", 3: "#b2182b"})


def margin(x: float) -> str:
    """Draw a contact within its margin."""
    line = [(x + 2, TOP + 50), (x + 16, TOP + 38), (x + 30, TOP + 40), (x + 46, TOP + 22), (x + 62, TOP + 14)]
    true = [(px, py + shift) for (px, py), shift in zip(line, (-4, 5, -5, 4, -3))]
    ground = box(x, TOP, SIDE, SIDE, CLASSES[1])
    band = stroke(line, WARM, 16, ' stroke-opacity="0.55"')
    return ground + band + stroke(line, INK, 2.2) + stroke(true, HOT, 1.6, ' stroke-dasharray="4 3"')


def pile(x: float) -> str:
    """Draw a folder with tiles in it."""
    back = f'<path d="M{x} 26h22l5 6h35v42h-62z" fill="#e9cf94" stroke="{INK}"/>\n'
    small = "".join(
        cells(x + 6 + 18 * n, [line[4 * n : 4 * n + 7] for line in grid(truth)[5:12]], CLASSES, 44, 2) for n in range(3)
    )
    return back + small


def cut(x: float) -> str:
    """Draw imagery cut into tiles, one of which a cloud covers."""
    net = "".join(
        stroke([(x + at, TOP), (x + at, TOP + SIDE)], "#ffffff", 1.6)
        + stroke([(x, TOP + at), (x + SIDE, TOP + at)], "#ffffff", 1.6)
        for at in (SIDE / 3, 2 * SIDE / 3)
    )
    cloud = "".join(
        f'<circle cx="{x + cx}" cy="{TOP + cy}" r="{r}" fill="#ffffff"/>\n'
        for cx, cy, r in ((49, 11, 6), (55, 12, 5), (52, 8, 5))
    )
    cross = stroke([(x + 45, TOP + 3), (x + 62, TOP + 19)], HOT, 2) + stroke(
        [(x + 62, TOP + 3), (x + 45, TOP + 19)], HOT, 2
    )
    return imagery(x) + net + cloud + cross


def problems(x: float) -> str:
    """Draw polygons with what is wrong with them: an overlap, a sliver, crossing edges."""
    knot = [(36, 8), (58, 26), (58, 8), (36, 26)]
    overlap = [(24, 41), (35, 34), (40, 44), (26, 52)]
    sliver = [(4, 30), (26, 3), (7, 30)]
    return (
        shape(x, POND, CLASSES[3]) + shape(x, [(24, 41), (44, 28), (56, 48), (26, 54)], CLASSES[2])
        + shape(x, overlap, HOT, 0.9) + shape(x, knot, WARM, 0.7) + shape(x, sliver, WARM, 0.9)
    )  # fmt: skip


def parts(x: float) -> str:
    """Draw labelled pixels that train, that are held back, and the gap between them."""

    def value(row: int, column: int) -> int:
        if truth(row, column) == 1:
            return 0
        side = row - 8
        return 3 if abs(side) < 1 else 1 if side < 0 or column > 9 else 2

    return cells(x, grid(value), {0: CLASSES[0], 1: "#4f83cc", 2: WARM, 3: "#d9d4c8"})


def unsure(x: float) -> str:
    """Draw how unsure a model is: most so where classes meet."""

    def value(row: int, column: int) -> int:
        near = {truth(row + r, column + c) for r, c in ((0, 0), (0, 1), (1, 0))}
        far = {truth(row + r, column + c) for r in (-1, 0, 1) for c in (-1, 0, 1)}
        return 2 if len(near) > 1 else 1 if len(far) > 1 else 0

    return cells(x, grid(value), {0: "#f3ecd8", 1: "#efc27a", 2: HOT})


def curve(x: float) -> str:
    """Draw a training that stops and goes on."""
    points = [(x + at, TOP + 6 + 50 * math.exp(-at / 20)) for at in range(4, 62, 3)]
    first, rest = points[:9], points[8:]
    axes = stroke([(x, TOP), (x, TOP + SIDE), (x + SIDE, TOP + SIDE)])
    flipped = [[(px, 2 * TOP + SIDE - py) for px, py in part] for part in (first, rest)]
    pause = stroke([(flipped[1][0][0], TOP + 4), (flipped[1][0][0], TOP + SIDE)], HOT, 1.2, ' stroke-dasharray="3 3"')
    return axes + stroke(flipped[0], GREY, 2) + stroke(flipped[1], GOOD, 2) + pause


def drawn(x: float) -> str:
    """Draw the classes as polygons."""
    ground = box(x, TOP, SIDE, SIDE, CLASSES[1])
    return ground + shape(x, DIKE, CLASSES[2], 0.8) + shape(x, POND, CLASSES[3], 0.8)


def centre_lines(x: float) -> str:
    """Draw a dike with its middle line."""
    return shape(x, DIKE, CLASSES[2], 0.2) + stroke([(x + 18, TOP + 2), (x + 49, TOP + 62)], INK, 2.2)


def hand(x: float) -> str:
    """Draw a brush with the stroke that it has made along the dike."""
    stem = stroke([(x + 49, TOP + 41), (x + 62, TOP + 22)], INK, 3)
    tip = f'<circle cx="{x + 47.5:g}" cy="{TOP + 43:g}" r="4" fill="{HOT}"/>\n'
    return stroke([(x + 18, TOP + 4), (x + 30, TOP + 25), (x + 47.5, TOP + 43)], HOT, 4, ' opacity="0.75"') + stem + tip


def card(x: float) -> str:
    """Draw a page about a model."""
    swatches = "".join(box(x + 14, TOP + 34 + 9 * n, 7, 6, CLASSES[n + 1]) for n in range(3))
    return page(x + 6, TOP, 52, SIDE) + lines_of_text(x + 14, TOP + 14, (28, 36), 9) + swatches + lines_of_text(
        x + 26, TOP + 37, (20, 16, 22), 9
    )  # fmt: skip


def _through(before: str, between: str, after: str) -> str:
    return before + arrow(LEFT + SIDE + 3, 90) + between + arrow(133, RIGHT - 2) + after


def _to(before: str, after: str) -> str:
    return before + arrow(LEFT + SIDE + 12, RIGHT - 12) + after


PICTURES: dict[str, str] = {
    "radiometrics": _to(bands(LEFT), ternary(RIGHT)),
    "magnetics": _to(dipole(LEFT, 40), dipole(RIGHT, 90)),
    "fusion": _to(coarse(LEFT), sharpened(RIGHT)),
    "pansharpening": _to(large_pixels(LEFT, TOP, 7) + panchromatic(LEFT + 32, TOP + 28, 2.25), fine_colours(RIGHT)),
    "savestack": _to(layers(LEFT), page(RIGHT + 6, TOP + 4, 52, 58, "VRT")),
    "logratios": _to(oxides(LEFT), balances(RIGHT)),
    "tablelogratios": _to(samples(LEFT), balances(RIGHT)),
    "pointstogrid": _to(samples(LEFT), surface(RIGHT)),
    "terrain": _to(elevation(LEFT), terrain(RIGHT)),
    "spectralindices": _to(bands(LEFT), index(RIGHT)),
    "similarity": _to(imagery(LEFT) + sample(LEFT), alike(RIGHT)),
    "principalcomponents": _to(bands(LEFT), cloud(RIGHT)),
    "minimumnoisefraction": _to(bands(LEFT), fractions(RIGHT)),
    "checklabels": _to(box(LEFT, TOP, SIDE, SIDE) + labels(LEFT), box(RIGHT, TOP, SIDE, SIDE) + problems(RIGHT)),
    "rasteriselabels": _to(
        imagery(LEFT) + labels(LEFT), cells(RIGHT, grid(lambda r, c: truth(r, c) if truth(r, c) > 1 else 0), CLASSES)
    ),
    "splitlabels": _to(box(LEFT, TOP, SIDE, SIDE) + labels(LEFT), parts(RIGHT)),
    "train": _to(imagery(LEFT) + labels(LEFT), model(RIGHT + 16)),
    "resume": _to(curve(LEFT), model(RIGHT + 16)),
    "finetune": _through(imagery(LEFT) + labels(LEFT), model(95, colour=GREY), model(RIGHT + 16)),
    "trainseveral": _through(imagery(LEFT) + labels(LEFT), models(91), bars(RIGHT + 4, 21, (56, 46, 40, 22))),
    "predict": _through(imagery(LEFT), model(95), classes(RIGHT)),
    "predictensemble": _through(imagery(LEFT), models(91), classes(RIGHT)),
    "uncertainty": _through(imagery(LEFT), model(95), unsure(RIGHT)),
    "applycorrections": _to(classes(LEFT, wrong=0.1) + hand(LEFT), classes(RIGHT)),
    "correctionstolabels": _to(classes(LEFT, wrong=0.1) + hand(LEFT), box(RIGHT, TOP, SIDE, SIDE) + labels(RIGHT)),
    "thresholdclass": _to(unsure(LEFT), classes(RIGHT)),
    "cleanprediction": _to(classes(LEFT, wrong=0.2), classes(RIGHT)),
    "predictionpolygons": _to(classes(LEFT), drawn(RIGHT)),
    "centrelines": _to(classes(LEFT), box(RIGHT, TOP, SIDE, SIDE) + centre_lines(RIGHT)),
    "comparisonreport": _to(
        bars(LEFT + 4, 21, (56, 46, 40, 22)), page(RIGHT + 4, TOP, 56, 66) + bars(RIGHT + 13, 34, (34, 26, 18))
    ),
    "accuracy": _to(classes(LEFT, wrong=0.08) + labels(LEFT), matrix(RIGHT + 5)),
    "boundaryaccuracy": _to(classes(LEFT, wrong=0.04) + labels(LEFT), margin(RIGHT)),
    "applicability": _through(imagery(LEFT) + labels(LEFT), model(95), trusted(RIGHT)),
    "saliency": _through(imagery(LEFT), model(95), looked_at(RIGHT)),
    "bandimportance": _through(imagery(LEFT), model(95), bars(RIGHT + 4, 21, (56, 34, 20, 8))),
    "drawsample": _to(classes(LEFT, wrong=0.08), classes(RIGHT, wrong=0.08) + sample(RIGHT)),
    "sampleaccuracy": _to(classes(LEFT, wrong=0.08) + sample(LEFT, answered=True), intervals(RIGHT)),
    "nexttiles": _through(imagery(LEFT) + labels(LEFT), classes(88, 18, 3), classes(RIGHT, wrong=0.08) + sample(RIGHT)),
    "changes": _through(classes(LEFT, wrong=0.15), classes(88, 18, 3), trusted(RIGHT)),
    "exporttiles": _to(cut(LEFT), pile(RIGHT)),
    "importtiles": _to(pile(LEFT), imagery(RIGHT) + labels(RIGHT)),
    "modelinformation": _to(model(LEFT + 16), card(RIGHT)),
    "exportonnx": _to(model(LEFT + 16), page(RIGHT + 10, TOP + 6, 44, 52, "ONNX")),
    "importmodel": _to(page(LEFT + 10, TOP + 6, 44, 52, "ONNX"), model(RIGHT + 16)),
    "imagerytomap": (
        imagery(LEFT) + labels(LEFT) + arrow(76, 86) + classes(88, 18, 3) + arrow(138, 148) + matrix(RIGHT + 5)
    ),
}
"""Every picture by the algorithm's id."""


def main() -> None:
    """Write the pictures."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">\n'
    )
    ground = box(0.5, 0.5, WIDTH - 1, HEIGHT - 1, PAPER, LINE, 6)
    for name, picture in PICTURES.items():
        (FOLDER / f"{name}.svg").write_text(f"{head}{ground}{picture}</svg>\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
