"""Drawings of geodata: ground, samples, surveys, bands and what is made of them."""

from __future__ import annotations

import math
import random

from strokes import CELL, CLASSES, HOT, INK, SIDE, TOP, WARM, Shades, box, cells, grid, stroke, truth


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
    return cells(x, grid(lambda row, column: shade_of(height(row, column), "#6b7f4f", "#efe6d2")), Shades())


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
    return cells(x, grid(content), Shades())


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
    return cells(x, tones, Shades(), TOP, SIDE / 4)


def sharpened(x: float) -> str:
    """Draw the layer with the detail of the imagery: the dike in it."""

    def value(row: int, column: int) -> str:
        return shade_of(height(row, column) + 0.45 * (truth(row, column) == 2), "#f4ecd8", "#8c2f1b", 7)

    return cells(x, grid(value), Shades())


def large_pixels(x: float, y: float, cell: float) -> str:
    """Draw the scene in colours, a fourth as fine."""
    tones: dict[object, str] = {1: "#c9b98f", 2: "#7d5a86", 3: "#5f9fb8"}
    return cells(x, [[truth(4 * r + 1, 4 * c + 2) for c in range(4)] for r in range(4)], tones, y, cell)


def panchromatic(x: float, y: float, cell: float) -> str:
    """Draw the scene without colours."""
    chance = random.Random(4)
    tones = {1: ("#b5b5b5", "#a9a9a9", "#c1c1c1"), 2: ("#6a6a6a", "#606060"), 3: ("#8d8d8d", "#858585")}
    return cells(x, grid(lambda r, c: chance.choice(tones[truth(r, c)])), Shades(), y, cell)


def fine_colours(x: float) -> str:
    """Draw the scene in the colours of the large pixels, as fine as without."""
    chance = random.Random(4)
    tones = {1: ("#cfbf95", "#c4b489", "#d8c9a1"), 2: ("#80598a", "#77527f"), 3: ("#649fb8", "#5a97b0")}
    return cells(x, grid(lambda r, c: chance.choice(tones[truth(r, c)])), Shades())


def dipole(x: float, inclination: float) -> str:
    """Draw the field of a body below the middle, as it is where the field dips so much."""
    dip = math.radians(inclination)

    def value(row: int, column: int) -> str:
        east, north, down = (column - 7.5) / 4, (7.5 - row) / 4, 1.0
        distance = math.sqrt(east**2 + north**2 + down**2)
        along = (-north * math.cos(dip) + down * math.sin(dip)) / distance
        field = (3 * along**2 - 1) / distance**3
        return shade_of(min(1.0, abs(field)), "#f1ede4", "#c8402a" if field > 0 else "#2f5f8f", 6)

    return cells(x, grid(value), Shades())


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

    return cells(x, grid(value), Shades())


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

    return cells(x, grid(value), Shades())


def layers(x: float) -> str:
    """Draw rasters of other pixels one above the other."""
    ground: dict[object, str] = {1: "#dcd8cd", 2: "#4a4744", 3: "#8d8981"}
    colours: dict[object, str] = {0: "#2f4b3c", 1: "#7f9a6a", 2: "#f2d27c"}
    side = SIDE * 0.7
    below = cells(x + 18, grid(truth), ground, TOP + 18, side / 16)
    return below + large_pixels(x + 9, TOP + 9, side / 4) + cells(x, grid(unit_of_index), colours, TOP, side / 16)


def alike(x: float) -> str:
    """Draw how like the dike every place is."""

    def value(row: int, column: int) -> str:
        return shade_of((0.1, 0.95, 0.35)[truth(row, column) - 1] + 0.1 * height(row, column), "#f7f7f7", "#0b5d50")

    return cells(x, grid(value), Shades())
