"""What the pictures of the help are drawn with: the scene, its cells, lines, models and pages, as SVG."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable

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


class Shades(dict[object, str]):
    """Takes values for colours."""

    def __missing__(self, key: object) -> str:
        return str(key)


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
    return cells(x, grid(lambda r, c: chance.choice(tones[truth(r, c)])), Shades())


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
