"""Draw the pictures of the algorithms' help, each what goes in and what comes out: `python3 resources/help/draw.py`.

A picture has the algorithm's id as its name and is no wider than QGIS's help panel. Its card is light, so that it reads
in dark themes too.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
WIDTH, HEIGHT, SIDE, CELLS, TOP = 220, 84, 64, 16, 10
LEFT, RIGHT = 10, 146
CELL = SIDE // CELLS
INK, PAPER, LINE, GREY = "#3a3f44", "#f7f5f0", "#cfc9bb", "#9a958a"
CLASSES = {0: "#fffdf8", 1: "#c7d3b4", 2: "#d1495b", 3: "#4f83cc"}
"""Colours of: unlabelled, ground, dike, pond."""
GOOD, WARM, HOT = "#4c9a6a", "#e0a030", "#c8553d"
Grid = list[list[object]]
Point = tuple[float, float]
DIKE: list[Point] = [(14, 2), (22, 2), (54, 62), (44, 62)]
POND: list[Point] = [(6, 42), (14, 36), (24, 40), (26, 52), (16, 58), (7, 54)]


def truth(row: int, column: int) -> int:
    """Give the class of a cell of the scene."""
    if abs(column - 4 - 0.53 * row) <= 1.3:
        return 2
    return 3 if math.hypot(row - 11.5, column - 3.5) < 2.9 else 1


def grid(value: Callable[[int, int], object]) -> Grid:
    """Give a value for every cell."""
    return [[value(row, column) for column in range(CELLS)] for row in range(CELLS)]


def cells(x: float, values: Grid, colours: dict[object, str], y: float = TOP, cell: float = CELL) -> str:
    """Draw cells in the colours of their values, one path for each colour."""
    runs: dict[str, str] = {}
    for row, line in enumerate(values):
        start = 0
        for column in range(1, len(line) + 1):
            if column == len(line) or line[column] != line[start]:
                colour = colours[line[start]]
                place = f"M{x + start * cell:g} {y + row * cell:g}h{(column - start) * cell:g}v{cell:g}H"
                runs[colour] = runs.get(colour, "") + f"{place}{x + start * cell:g}z"
                start = column
    paths = "".join(
        f'<path fill="{colour}" shape-rendering="crispEdges" d="{path}"/>\n' for colour, path in runs.items()
    )
    return paths + box(x, y, len(values[0]) * cell, len(values) * cell)


def box(
    x: float, y: float, width: float, height: float, fill: str = "none", stroke: str = INK, round_: float = 0
) -> str:
    """Draw a rectangle."""
    size = f'width="{width:g}" height="{height:g}" rx="{round_:g}"'
    return f'<rect x="{x:g}" y="{y:g}" {size} fill="{fill}" stroke="{stroke}"/>\n'


def stroke(points: Iterable[Point], colour: str = INK, width: float = 1.5, more: str = "") -> str:
    """Draw a line through points."""
    path = "L".join(f"{x:g} {y:g}" for x, y in points)
    return f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="{width:g}" stroke-linejoin="round"{more}/>\n'


def shape(x: float, points: Iterable[Point], colour: str, fill: float = 0.45, y: float = TOP) -> str:
    """Draw a polygon whose corners are given from a panel's corner."""
    path = "L".join(f"{x + px:g} {y + py:g}" for px, py in points)
    return f'<path d="M{path}z" fill="{colour}" fill-opacity="{fill:g}" stroke="{colour}" stroke-width="1.6"/>\n'


def arrow(start: float, end: float, y: float = HEIGHT / 2) -> str:
    """Draw an arrow to the right."""
    head = stroke([(end - 5, y - 4), (end, y), (end - 5, y + 4)])
    return stroke([(start, y), (end, y)]) + head


def imagery(x: float) -> str:
    """Draw the scene as a sensor sees it."""
    chance = random.Random(4)
    tones = {
        1: ("#b8ae9a", "#aca28e", "#c3baa8"),
        2: ("#6d645b", "#625a52", "#776e64"),
        3: ("#7f979f", "#748c95", "#889fa7"),
    }
    return cells(x, grid(lambda r, c: chance.choice(tones[truth(r, c)])), _Same())


def classes(x: float, y: float = TOP, cell: float = CELL, wrong: float = 0.0) -> str:
    """Draw the scene as a class raster, some of it wrong."""
    chance = random.Random(1)
    values = grid(lambda r, c: chance.choice((1, 2, 3)) if chance.random() < wrong else truth(r, c))
    return cells(x, values, CLASSES, y, cell)


def labels(x: float) -> str:
    """Draw training polygons."""
    return shape(x, DIKE, CLASSES[2]) + shape(x, POND, CLASSES[3])


def model(x: float, y: float = 26, colour: str = GOOD) -> str:
    """Draw a model: a card with a small network on it, 32 wide and high."""
    columns = [
        [(x + 7, y + 10), (x + 7, y + 22)],
        [(x + 16, y + 7), (x + 16, y + 16), (x + 16, y + 25)],
        [(x + 25, y + 16)],
    ]
    links = "".join(
        stroke([one, other], GREY, 0.8) for left, right in zip(columns, columns[1:]) for one in left for other in right
    )
    nodes = "".join(
        f'<circle cx="{cx:g}" cy="{cy:g}" r="2.6" fill="{colour}"/>\n' for part in columns for cx, cy in part
    )
    return box(x, y, 32, 32, "#ffffff", INK, 4) + links + nodes


def page(x: float, y: float, width: float, height: float, text: str = "") -> str:
    """Draw a file: a sheet with a folded corner, and a word on it."""
    fold = 8
    corner = f"M{x:g} {y:g}h{width - fold:g}l{fold} {fold}v{height - fold:g}h{-width:g}z"
    word = f'<text x="{x + width / 2:g}" y="{y + height / 2 + 6:g}" font-family="sans-serif" font-size="10" '
    word += f'font-weight="bold" text-anchor="middle" fill="{INK}">{text}</text>\n'
    folded = stroke([(x + width - fold, y), (x + width - fold, y + fold), (x + width, y + fold)], INK, 1)
    return f'<path d="{corner}" fill="#ffffff" stroke="{INK}"/>\n{folded}' + (word if text else "")


def models(x: float) -> str:
    """Draw several models, one behind the other."""
    return "".join(model(x + 4 * number, 20 + 6 * number) for number in range(3))


def lines_of_text(x: float, y: float, widths: Iterable[float], step: float = 7) -> str:
    """Draw lines that stand for text."""
    return "".join(
        stroke([(x, y + step * number), (x + width, y + step * number)], GREY, 2) for number, width in enumerate(widths)
    )


def bars(x: float, y: float, lengths: Iterable[float]) -> str:
    """Draw a table's bars, the longest first."""
    return "".join(
        stroke([(x, y + 14 * number), (x + length, y + 14 * number)], GREY if number else GOOD, 8)
        for number, length in enumerate(lengths)
    )


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


def height(row: float, column: float) -> float:
    """Give the height of the ground, from 0 to 1: two hills and a valley between them."""
    hill = math.exp(-((row - 4) ** 2 + (column - 4) ** 2) / 22)
    return hill + 0.75 * math.exp(-((row - 11) ** 2 + (column - 12) ** 2) / 14)


def shade_of(share: float, low: str, high: str, steps: int = 6) -> str:
    """Mix two colours, in a few steps."""
    share = round(max(0.0, min(1.0, share)) * steps) / steps
    parts = ((int(low[at : at + 2], 16), int(high[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + share * (other - one)):02x}" for one, other in parts)


def elevation(x: float) -> str:
    """Draw the ground in the colours of its height."""
    return cells(x, grid(lambda row, column: shade_of(height(row, column), "#6b7f4f", "#efe6d2")), _Same())


def content(row: float, column: float) -> str:
    """Give the colour of what an analysis finds at a place."""
    return shade_of(height(row, column), "#f4ecd8", "#8c2f1b", 7)


def samples(x: float) -> str:
    """Draw points in the colours of what was found there."""
    chance = random.Random(5)
    drawn = box(x, TOP, SIDE, SIDE, "#faf8f2")
    for row in range(1, 16, 3):
        for column in range(1, 16, 3):
            r, c = row + chance.uniform(-0.8, 1.2), column + chance.uniform(-0.8, 1.2)
            place = f'cx="{x + CELL * (c + 0.5):.1f}" cy="{TOP + CELL * (r + 0.5):.1f}"'
            drawn += f'<circle {place} r="3" fill="{content(r, c)}" stroke="{INK}" stroke-width="0.8"/>\n'
    return drawn


def surface(x: float) -> str:
    """Draw the surface through the points."""
    return cells(x, grid(content), _Same())


def oxides(x: float) -> str:
    """Draw three parts of a whole, of several samples, each column as high as the others."""
    drawn = ""
    for number, (one, other) in enumerate(((0.55, 0.3), (0.4, 0.45), (0.7, 0.2), (0.3, 0.35))):
        left, top = x + 2 + 16 * number, float(TOP)
        for share, colour in zip((one, other, 1 - one - other), (WARM, CLASSES[3], CLASSES[1])):
            drawn += box(left, top, 12, share * SIDE, colour)
            top += share * SIDE
    return drawn


def balances(x: float) -> str:
    """Draw what lies above and below the mean of the parts."""
    middle = TOP + SIDE / 2
    drawn = stroke([(x, middle), (x + SIDE, middle)])
    for number, value in enumerate((22, -14, 9, -17)):
        drawn += box(x + 2 + 16 * number, middle - max(value, 0), 12, abs(value), WARM if value > 0 else CLASSES[3])
    return drawn


def coarse(x: float) -> str:
    """Draw a coarse layer."""
    tones = [[shade_of(height(4 * row + 2, 4 * column + 2), "#f4ecd8", "#8c2f1b", 7) for column in range(4)]
             for row in range(4)]  # fmt: skip
    return cells(x, tones, _Same(), TOP, SIDE / 4)


def sharpened(x: float) -> str:
    """Draw the layer with the detail of the imagery: the dike in it."""

    def value(row: int, column: int) -> str:
        return shade_of(height(row, column) + 0.45 * (truth(row, column) == 2), "#f4ecd8", "#8c2f1b", 7)

    return cells(x, grid(value), _Same())


def dipole(x: float, inclination: float) -> str:
    """Draw the field of a body below the middle, as it is where the field dips so much."""
    dip = math.radians(inclination)

    def value(row: int, column: int) -> str:
        east, north, down = (column - 7.5) / 4, (7.5 - row) / 4, 1.0
        distance = math.sqrt(east**2 + north**2 + down**2)
        along = (-north * math.cos(dip) + down * math.sin(dip)) / distance
        field = (3 * along**2 - 1) / distance**3
        return shade_of(min(1.0, abs(field)), "#f1ede4", "#c8402a" if field > 0 else "#2f5f8f", 6)

    return cells(x, grid(value), _Same())


def bands(x: float) -> str:
    """Draw the bands of the scene, one behind the other."""
    tones = ({1: "#8fb4d8", 2: "#35506b", 3: "#5f86ab"}, {1: "#a9cf9d", 2: "#3f5f3a", 3: "#6f9a66"},
             {1: "#e0a79a", 2: "#6e3328", 3: "#94594c"})  # fmt: skip
    return "".join(cells(x + 8 * n, grid(truth), tones[n], TOP + 8 * n, 3) for n in range(3))


def ternary(x: float) -> str:
    """Draw red, green and blue as three rocks show them."""

    def value(row: int, column: int) -> str:
        red, green, blue = {1: (0.75, 0.65, 0.35), 2: (0.85, 0.25, 0.3), 3: (0.3, 0.45, 0.8)}[truth(row, column)]
        more = 0.8 + 0.2 * round(2 * height(row, column)) / 2
        return "#" + "".join(f"{round(255 * min(1.0, part * more)):02x}" for part in (red, green, blue))

    return cells(x, grid(value), _Same())


def index(x: float) -> str:
    """Draw what one index shows: the dike, and a little of what lies around it."""
    return cells(x, grid(unit_of_index), {0: "#2f4b3c", 1: "#7f9a6a", 2: "#f2d27c"})


def unit_of_index(row: int, column: int) -> int:
    """Give 2 in the dike, 1 beside it, else 0."""
    near = any(truth(row, column + step) == 2 for step in (-1, 0, 1))
    return 2 if truth(row, column) == 2 else 1 if near else 0


def cloud(x: float) -> str:
    """Draw the values of two bands as points, with the ways in which they vary most."""
    chance = random.Random(3)
    axes = stroke([(x, TOP), (x, TOP + SIDE), (x + SIDE, TOP + SIDE)])
    points = ""
    for _ in range(34):
        along, across = chance.gauss(0, 14), chance.gauss(0, 4)
        px, py = x + 33 + 0.8 * along + 0.6 * across, TOP + 31 - 0.6 * along + 0.8 * across
        points += f'<circle cx="{px:.1f}" cy="{py:.1f}" r="1.7" fill="{CLASSES[3]}" fill-opacity="0.7"/>\n'
    long = stroke([(x + 33, TOP + 31), (x + 57, TOP + 13)], HOT, 2.4)
    short = stroke([(x + 33, TOP + 31), (x + 26, TOP + 22)], WARM, 2.4)
    return axes + points + long + short


def fractions(x: float) -> str:
    """Draw components, the cleanest in front and the noise behind."""
    drawn = ""
    for number, noise in enumerate((0.7, 0.3, 0.0)):
        chance = random.Random(number)
        values = grid(
            lambda r, c, noise=noise, chance=chance: (
                chance.choice((1, 2, 3)) if chance.random() < noise else truth(r, c)
            )
        )
        tones: dict[object, str] = {1: "#dcd8cd", 2: "#4a4744", 3: "#8d8981"}
        drawn += cells(x + 8 * number, values, tones, TOP + 8 * number, 3)
    return drawn


def terrain(x: float) -> str:
    """Draw the ground lit from the north-west."""

    def value(row: int, column: int) -> str:
        fall = height(row + 1, column + 1) - height(row - 1, column - 1)
        return shade_of(0.5 + 0.9 * fall, "#3d3a38", "#ffffff", 8)

    return cells(x, grid(value), _Same())


class _Same(dict[object, str]):
    """Takes values for colours."""

    def __missing__(self, key: object) -> str:
        return str(key)


def _through(before: str, between: str, after: str) -> str:
    return before + arrow(LEFT + SIDE + 3, 90) + between + arrow(133, RIGHT - 2) + after


def _to(before: str, after: str) -> str:
    return before + arrow(LEFT + SIDE + 12, RIGHT - 12) + after


PICTURES: dict[str, str] = {
    "radiometrics": _to(bands(LEFT), ternary(RIGHT)),
    "magnetics": _to(dipole(LEFT, 40), dipole(RIGHT, 90)),
    "fusion": _to(coarse(LEFT), sharpened(RIGHT)),
    "logratios": _to(oxides(LEFT), balances(RIGHT)),
    "tablelogratios": _to(samples(LEFT), balances(RIGHT)),
    "pointstogrid": _to(samples(LEFT), surface(RIGHT)),
    "terrain": _to(elevation(LEFT), terrain(RIGHT)),
    "spectralindices": _to(bands(LEFT), index(RIGHT)),
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
