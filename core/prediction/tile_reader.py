"""The tile reader: imagery read tile by tile, as every member sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import numpy as np

from ..errors import BadInputError
from ..geodata.grid import Window
from ..geodata.stack import Stack
from ..message import Message
from ..model.members import Member
from .area import PredictionArea
from .bands import match_bands, out_of_place, plain_band
from .model_stack import sources_of
from .raster.tiling import Tile


@dataclass(frozen=True, eq=False)
class Batch:
    """Tiles that were read.

    Attributes:
        asked: The tiles that were asked for.
        tiles: Those of them in which there is something to compute.
        images: For every member (N, B, H, W) float32, normalised as in its training; empty without tiles.
        valid: Where the imagery has values (N, H, W).
        keep: For every tile where its core is valid and wanted (h, w).
    """

    asked: tuple[Tile, ...]
    tiles: tuple[Tile, ...]
    images: tuple[np.ndarray, ...]
    valid: np.ndarray
    keep: tuple[np.ndarray, ...]


class TileReader:
    """Imagery as several members see it, read from any thread."""

    def __init__(
        self, stack: Stack, members: Sequence[Member], band_indices: Sequence[tuple[int, ...]], area: PredictionArea
    ) -> None:
        """Keep the stack, the members, and where in the stack each member's bands are."""
        self.stack, self.area = stack, area
        self._members, self._places = tuple(members), tuple(band_indices)

    def read(self, tiles: Sequence[Tile]) -> Batch:
        """Read tiles; those without a wanted pixel are left out.

        Raises:
            OutcropError: When the file is damaged; names file and place.
        """
        kept, images, valids, keeps = [], [], [], []
        for tile in tiles:
            image, valid = self.stack.read(tile.read, mirrored=True)
            keep = self._keep(tile, valid)
            if keep.any():
                kept.append(tile)
                images.append(image)
                valids.append(valid)
                keeps.append(keep)
        if not kept:
            return Batch(tuple(tiles), (), (), np.zeros((0, 0, 0), bool), ())
        return Batch(tuple(tiles), tuple(kept), self._normalised(images, valids), np.stack(valids), tuple(keeps))

    def read_square(self, window: Window) -> Batch:
        """Read one window in which every valid pixel is wanted."""
        image, valid = self.stack.read(window, mirrored=True)
        tile = Tile(window, window)
        return Batch((tile,), (tile,), self._normalised([image], [valid]), valid[None], (valid,))

    def lacks(self, window: Window) -> np.ndarray:
        """Tell which sources of the stack lack values (S, H, W) in a window of the area, counted from its corner."""
        area = self.area.window
        return ~self.stack.valid_by_source(Window(area.row + window.row, area.col + window.col, *window.shape))

    def _keep(self, tile: Tile, valid: np.ndarray) -> np.ndarray:
        row, col = tile.core.row - tile.read.row, tile.core.col - tile.read.col
        keep = valid[row : row + tile.core.height, col : col + tile.core.width]
        wanted = self.area.wanted(tile.core)
        return keep if wanted is None else keep & wanted

    def _normalised(self, images: Sequence[np.ndarray], valids: Sequence[np.ndarray]) -> tuple[np.ndarray, ...]:
        """Normalise for every member; members that see the same share the array."""
        normalised: dict[tuple[object, ...], np.ndarray] = {}
        inputs = []
        for member, indices in zip(self._members, self._places):
            normalisation = member.card.normalisation
            key = (normalisation, indices)
            if key not in normalised:
                every = indices == tuple(range(len(images[0])))
                seen = [image if every else image[list(indices)] for image in images]
                layers = [normalisation.apply(image, valid) for image, valid in zip(seen, valids)]
                normalised[key] = layers[0][None] if len(layers) == 1 else np.stack(layers)
            inputs.append(normalised[key])
        return tuple(inputs)


def open_stack(
    images: Sequence[str], bands: Sequence[str], members: Sequence[Member], warn: Callable[[str], None]
) -> tuple[Stack, tuple[tuple[int, ...], ...]]:
    """Open the imagery with the bands that the members need.

    Returns:
        The stack with these bands alone, and for every member the places of its bands in it.

    Raises:
        BadInputError: When a member's bands aren't there; says what it wants and what the imagery has.
    """
    if not images:
        raise BadInputError("There is no imagery. Choose at least one raster.")
    name = Path(images[0]).stem
    if not bands:
        bands = usual_bands(images, members)
    with Stack(images, bands) as stack:
        orders = []
        for member in members:
            order = match_bands(member.card.bands, stack.names, name)
            moved = out_of_place(member.card.bands, stack.names, order)
            if moved and not member.number:
                warn(
                    Message(
                        (
                            "“{name}” was trained on {bands}; “{image}” has {names}. Bands were taken in the order in "
                            "which they stand. Rename or choose them if that is wrong."
                        ),
                        name=member.card.name,
                        bands=", ".join(member.card.bands),
                        image=name,
                        names=", ".join(stack.names),
                    )
                )
            orders.append(order)
        used = sorted({index for order in orders for index in order})
        keys = [stack.bands[index].key for index in used]
        said = sources_of(zip((member.card for member in members), orders), stack)
    is_masked = all(member.card.masks_missing for member in members)
    places = tuple(tuple(used.index(index) for index in order) for order in orders)
    return Stack(images, keys, said, is_masked=is_masked), places


def usual_bands(images: Sequence[str], members: Sequence[Member]) -> list[str]:
    """Choose all bands but those flagged as alpha, unless a member calls one of these by its name."""
    wanted = {plain_band(name) for member in members for name in member.card.bands}
    with Stack(images) as stack:
        return [band.key for band in stack.available if not band.is_alpha or plain_band(band.name) in wanted]


def numbers_in(image: int, bands: Sequence[str]) -> list[int]:
    """Give the numbers of those bands (“image:band”, or “band” of the first) that are in an image, counted from 0."""
    keys = [key if ":" in key else f"1:{key}" for key in bands]
    return [int(key.partition(":")[2]) for key in keys if key.partition(":")[0] == str(image + 1)]
