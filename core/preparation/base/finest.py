"""The finest raster of a stack as the one that gives the grid, wherever it stands among them."""

from __future__ import annotations

from ...geodata.grid import Grid
from ...geodata.raster_file import open_raster
from ...geodata.stack import Stack


def on_finest_grid(stack: Stack) -> Stack:
    """Give the bands of an open stack, in their order, on the grid of the raster with the smallest pixels.

    It is the stack itself where that raster is the first; else one that must be closed before the given one is.
    """
    sizes = []
    for image in stack.images:
        with open_raster(image) as dataset:
            sizes.append(Grid.of(dataset).pixel_size_m)
    first = sizes.index(min(sizes))
    if first == 0:
        return stack
    order = [first, *(index for index in range(len(sizes)) if index != first)]
    bands = [f"{order.index(band.image) + 1}:{band.number}" for band in stack.bands]
    said = [f"{key}={band.settings}" for key, band in zip(bands, stack.bands) if str(band.settings)]
    return Stack([stack.images[index] for index in order], bands, said)
