"""The stack: one or more rasters aligned to a reference grid, chosen bands in a chosen order, read by windows."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any, Optional

import numpy as np
from rasterio.errors import CRSError, RasterioError

from ..errors import BadInputError, DiskError
from ..files.unfinished import temporary_folder
from ..message import Message
from .block_memory import BlockMemory, Pixels
from .datum import image_datum_warnings
from .grid import Grid, Window
from .imagery import is_one_raster, open_imagery
from .longitudes import facing
from .raster_file import alpha_band, band_names, has_palette, open_raster, read_trouble_told
from .source import Source, StoredNumbers, read_type, said, settled
from .sources.band_names import own_name, stack_names
from .sources.settings import AS_THE_FILE_SAYS, DOMAIN, LAYER_ITEM, SourceSettings, read_sources
from .sources.stack_source import StackSource


@dataclass(frozen=True)
class StackBand:
    """One band of the stack: which image (from 0), which of its bands (from 1), its name and its values' data type.

    One that is flagged as alpha says where the others are valid, unless it is chosen by its number or name. The
    settings are those that were given, or that its file has.
    """

    image: int
    number: int
    name: str
    data_type: str
    is_alpha: bool = False
    settings: SourceSettings = AS_THE_FILE_SAYS
    unit: str = ""
    layer: str = ""

    @property
    def key(self) -> str:
        """Give how it is chosen: “image:band” from 1."""
        return f"{self.image + 1}:{self.number}"


class Stack:
    """Rasters aligned to the first one's grid, each resampled as it needs, read by windows from any thread.

    Every thread has its own dataset handles; `close` closes all of them. Pixels count where all sources have values;
    where it `is_masked`, already where any has, and what the others lack is NaN.

    Attributes:
        images: The raster files; folders, lists and STAC items are mosaics, which lie elsewhere while it is open.
        grid: The reference grid: the first image's.
        bands: The bands in order.
        sources: How each file, or part of its bands, is read.
        is_masked: Whether pixels that some of the sources lack count.
        available: All bands that there are, those that are flagged as alpha too.
        warnings: What should be known of how the images lie.
    """

    def __init__(
        self, images: Sequence[str], bands: Sequence[str] = (), sources: Sequence[str] = (), *, is_masked: bool = False
    ) -> None:
        """Open the images.

        Args:
            images: Rasters, folders, lists or STAC items, the first one giving the grid.
            bands: Chosen bands as “image:band” numbers from 1, in order; empty takes all but alpha.
            sources: How images or bands are read where not as their files say, such as “2=category”.
            is_masked: Whether pixels count that some of the sources lack.

        Raises:
            BadInputError: For a file that can't be read, has no coordinate system or misses the first image, or for a
                band that isn't there.
        """
        if not images:
            raise BadInputError("There is no imagery. Choose at least one raster.")
        self._local = threading.local()
        self._opened: list[Any] = []
        self._lock = threading.Lock()
        self._memory: Optional[BlockMemory] = None
        self._mosaics, self.is_masked = ExitStack(), is_masked
        with ExitStack() as undo:
            undo.callback(self.close)
            self._open([str(image) for image in images], bands, sources)
            undo.pop_all()

    def _open(self, images: Sequence[str], bands: Sequence[str], sources: Sequence[str]) -> None:
        self.images = tuple(images)
        self._are_mosaics = not all(map(is_one_raster, images))
        if self._are_mosaics:
            folder = self._mosaics.enter_context(temporary_folder())
            self.images = tuple(one for image in images for one in open_imagery(image, folder))
        for image in self.images:
            self._opened.append(open_raster(image))
        datasets = list(self._opened)
        self.grid = Grid.of(datasets[0])
        for image, dataset in zip(self.images[1:], datasets[1:]):
            _check_overlap(self.images[0], self.grid, image, dataset)
        pairs = list(zip(self.images, datasets))[1:]
        self.warnings = tuple(
            text for image, one in pairs for text in image_datum_warnings(Path(image).stem, one.crs, self.grid)
        )
        settings = read_sources(sources, len(self.images))
        self.available = tuple(_all_bands(self.images, datasets, settings))
        self.bands = _choose(self.available, bands)
        self.sources = tuple(_sources(self.images, datasets, self.bands))
        self._numbers = [
            StoredNumbers(datasets[self.bands[part.places[0]].image], part.bands, part.settings)
            for part in self.sources
        ]
        self.warnings += _palette_warnings(self.images, datasets, self.bands)

    @property
    def names(self) -> tuple[str, ...]:
        """The bands' names in order."""
        return tuple(band.name for band in self.bands)

    @property
    def has_mosaics(self) -> bool:
        """Whether some of its images are mosaics, which last as long as it is open."""
        return self._are_mosaics

    @property
    def said(self) -> tuple[str, ...]:
        """How bands are read where not as any raster is, as the argument `sources` takes it."""
        return tuple(f"{band.key}={band.settings}" for band in self.bands if str(band.settings))

    def part(self, places: Sequence[int]) -> Stack:
        """Open the bands at some places once more, read as they are here."""
        return Stack(self.images, [self.bands[place].key for place in places], self.said, is_masked=self.is_masked)

    def of_image(self, image: int) -> Stack:
        """Open the bands of one image once more, read as they are here but on its own grid."""
        bands = [(f"1:{band.number}", str(band.settings)) for band in self.bands if band.image == image]
        said_of = [f"{key}={settings}" for key, settings in bands if settings]
        return Stack(self.images[image : image + 1], [key for key, _ in bands], said_of)

    @cached_property
    def data_type(self) -> str:
        """The type that holds every band's values, as NumPy names it."""
        kinds = [np.dtype(band.data_type) for band in self.bands]
        return str(np.result_type(*kinds, *([np.float32] if self.is_masked else [])))

    def read(self, window: Window, mirrored: bool = False) -> tuple[np.ndarray, np.ndarray]:
        """Read a window.

        Args:
            window: May reach beyond the grid.
            mirrored: Fill what lies beyond the grid by mirroring at its edge; else it is 0 and not valid.

        Returns:
            image (B, H, W) in the stack's data type, and valid (H, W): no band is nodata, NaN or infinite there; where
            it `is_masked`, not all sources lack values.

        Raises:
            DiskError: When the file is damaged or gone; names file and place.
        """
        inside = window.clipped(self.grid.height, self.grid.width)
        shape = (len(self.bands), *window.shape)
        if not inside.height or not inside.width:
            return np.zeros(shape, self.data_type), np.zeros(window.shape, bool)
        image, valid = self._together(self._stored(inside) if self._memory is None else self._memory.read(inside))
        if inside == window:
            return image, valid
        before = inside.row - window.row, inside.col - window.col
        after = window.height - inside.height - before[0], window.width - inside.width - before[1]
        pad = ((before[0], after[0]), (before[1], after[1]))
        if mirrored:
            return np.pad(image, ((0, 0), *pad), mode="reflect"), np.pad(valid, pad, mode="reflect")
        return np.pad(image, ((0, 0), *pad)), np.pad(valid, pad)

    def valid_by_band(self, window: Window) -> np.ndarray:
        """Tell where each band has a value in a window (B, H, W), read in one pass over the files.

        Raises:
            DiskError: When the file is damaged or gone; names file and place.
        """
        valid = np.zeros((len(self.bands), *window.shape), bool)
        inside = window.clipped(self.grid.height, self.grid.width)
        shift = Window(inside.row - window.row, inside.col - window.col, *inside.shape)
        for part, source in zip(self.sources, self._opened_sources() if inside.height and inside.width else ()):
            with read_trouble_told(part.file, inside):
                valid_inside = source.valid_by_band(list(part.bands), inside)
            valid[(list(part.places), *shift.slices())] = valid_inside
        return valid

    def valid_by_source(self, window: Window) -> np.ndarray:
        """Tell where each source has values in a window within the grid (S, H, W).

        Raises:
            DiskError: When the file is damaged or gone; names file and place.
        """
        return np.stack(self._stored(window)[1::2])

    def read_reduced(self, window: Window, shape: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
        """Read a window within the grid reduced to a shape (H, W), by means; overviews are used where there are.

        Returns:
            image (B, H, W) and valid (H, W), as `read` gives them.

        Raises:
            DiskError: When the file is damaged or gone; names file and place.
        """
        return self._together(self._stored(window, shape))

    def valid_reduced(self, shape: tuple[int, int]) -> np.ndarray:
        """Say where the whole grid has values, reduced to a shape (H, W).

        Raises:
            DiskError: When the file is damaged or gone; names file and place.
        """
        return self.read_reduced(self.grid.window, shape)[1]

    def unpacked_factor(self, factor: float) -> float:
        """Give how many times finer than a reduction by a factor the pixels are that have to be read for it."""
        return max(source.unpacked_factor(factor) for source in self._opened_sources())

    def remember(self, most_bytes: int) -> None:
        """Keep what is read from now on in memory, unpacked and aligned but not yet scaled, until so much is kept."""
        self._memory = BlockMemory(self.grid.height, self.grid.width, self._stored, most_bytes)

    @property
    def pixel_bytes(self) -> int:
        """How much memory a pixel takes, with the note where each source is valid."""
        stored = self._stored(Window(0, 0, 1, 1))
        return sum(array.nbytes for array in stored)

    @property
    def row_bytes(self) -> dict[str, int]:
        """How many bytes a row has of each image that is stored in rows from edge to edge: they are unpacked whole."""
        with self._lock:
            datasets = self._opened[: len(self.images)]
        return {
            image: dataset.width * dataset.count * np.dtype(dataset.dtypes[0]).itemsize
            for image, dataset in zip(self.images, datasets)
            if dataset.block_shapes[0][1] == dataset.width
        }

    def check_readable(self) -> None:
        """Read a few pixels from corner to corner, so that a file cut short is found before work is spent on it.

        Raises:
            BadInputError: Naming the file and the place that can't be read.
        """
        rows, cols = ((0, length // 2, length - 1) for length in (self.grid.height, self.grid.width))
        try:
            for row, col in product(rows, cols):
                self.read(Window(row, col, 1, 1))
        except DiskError as error:
            raise BadInputError(str(error)) from error

    def close(self) -> None:
        """Close every handle of every thread."""
        with self._lock:
            for dataset in reversed(self._opened):
                dataset.close()
            self._opened.clear()
        self._mosaics.close()
        self._local = threading.local()

    def __enter__(self) -> Stack:
        """Use the stack in a `with` block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it at the block's end."""
        self.close()

    def _stored(self, window: Window, shape: Optional[tuple[int, int]] = None) -> Pixels:
        """Read a window within the grid, reduced to a shape where one is given: what each source stores, and where."""
        arrays: list[np.ndarray] = []
        for part, source in zip(self.sources, self._opened_sources()):
            with read_trouble_told(part.file, window):
                arrays += source.read_stored(list(part.bands), window, shape)
        return tuple(arrays)

    def _together(self, stored: Pixels) -> tuple[np.ndarray, np.ndarray]:
        """Make one image (B, H, W) of what sources store, with where it is valid (H, W)."""
        parts = list(zip(self.sources, self._numbers, stored[0::2], stored[1::2]))
        image = np.empty((len(self.bands), *stored[1].shape), self.data_type)
        valid = np.full(stored[1].shape, not self.is_masked)
        for part, numbers, kept, own_valid in parts:
            values = numbers.values(part.bands, kept)
            if len(parts) == 1 and not self.is_masked and str(values.dtype) == self.data_type:
                return values, own_valid
            image[list(part.places)] = np.where(own_valid, values, np.nan) if self.is_masked else values
            valid = valid | own_valid if self.is_masked else valid & own_valid
        return image, valid

    def _opened_sources(self) -> list[Source]:
        """Give this thread's aligned sources, opened at its first read."""
        sources = getattr(self._local, "sources", None)
        if sources is None:
            sources = [Source(open_raster(part.file), self.grid, part.bands, part.settings) for part in self.sources]
            self._local.sources = sources
            with self._lock:
                self._opened.extend(sources)
        return sources


def _all_bands(
    images: Sequence[str], datasets: Sequence[Any], sources: Mapping[tuple[int, int], SourceSettings]
) -> list[StackBand]:
    named = [tuple(map(own_name, band_names(dataset), map(int, dataset.colorinterp))) for dataset in datasets]
    names = iter(stack_names([(Path(image).stem, tuple(enumerate(one, 1))) for image, one in zip(images, named)]))
    bands = []
    for index, dataset in enumerate(datasets):
        alpha = alpha_band(dataset)
        for place, band in sources:
            if place == index and band > dataset.count:
                raise BadInputError(
                    "“{image}” has no band {band}; it has {count}. Count its bands from 1.",
                    image=images[index],
                    band=band,
                    count=dataset.count,
                )
        whole = sources.get((index, 0), AS_THE_FILE_SAYS)
        for number in dataset.indexes:
            settings = said(dataset, number, sources.get((index, number), AS_THE_FILE_SAYS).over(whole))
            unit = dataset.units[number - 1] or ""
            layer = dataset.tags(number, ns=DOMAIN).get(LAYER_ITEM, "")
            kind = read_type(dataset, number, settings)
            bands.append(StackBand(index, number, next(names), kind, number == alpha, settings, unit, layer))
    return bands


def _sources(images: Sequence[str], datasets: Sequence[Any], bands: Sequence[StackBand]) -> Iterator[StackSource]:
    """Part the chosen bands by their files, and by how they are read."""
    for index, (image, dataset) in enumerate(zip(images, datasets)):
        places = [place for place, band in enumerate(bands) if band.image == index]
        if not places:
            continue
        complete = settled(dataset, {bands[place].number: bands[place].settings for place in places})
        kinds = {place: (bands[place].layer, complete[bands[place].number]) for place in places}
        for layer, settings in dict.fromkeys(kinds.values()):
            mine = tuple(place for place in places if kinds[place] == (layer, settings))
            numbers = tuple(bands[place].number for place in mine)
            yield StackSource(image, numbers, mine, settings, layer or Path(image).stem)


def _choose(available: Sequence[StackBand], chosen: Sequence[str]) -> tuple[StackBand, ...]:
    if not chosen:
        return tuple(band for band in available if not band.is_alpha) or tuple(available)
    by_key = {band.key: band for band in available}
    picked = []
    for text in chosen:
        key = text if ":" in text else f"1:{text}"
        if key not in by_key:
            listed = ", ".join(f"{k} ({band.name})" for k, band in by_key.items())
            raise BadInputError("There is no band {text}. The bands are: {listed}.", text=text, listed=listed)
        picked.append(by_key[key])
    return tuple(picked)


def _palette_warnings(images: Sequence[str], datasets: Sequence[Any], bands: Sequence[StackBand]) -> tuple[str, ...]:
    """Say which images are pictures whose pixels are numbers of colours in a palette: near numbers aren't alike."""
    with_palette = {band.image for band in bands if has_palette(datasets[band.image], band.number)}
    return tuple(
        Message(
            (
                "“{stem}” has a palette of colours; its pixels are learned as numbers, not as colours. Make colours of "
                "them first: Raster ▸ Conversion ▸ PCT to RGB."
            ),
            stem=Path(images[image]).stem,
        )
        for image in sorted(with_palette)
    )


def _check_overlap(first: str, grid: Grid, image: str, dataset: Any) -> None:
    try:
        lies_over = facing(Grid.of(dataset), grid)
    except (RasterioError, CRSError) as error:
        raise BadInputError(
            "“{image}” can't be brought to the coordinate system of “{first}”: {error}. Give both the same one.",
            image=image,
            first=first,
            error=error,
        ) from error
    if lies_over is None:
        raise BadInputError(
            "“{image}” doesn't overlap “{first}”. Choose images of the same place, or check their coordinate systems.",
            image=image,
            first=first,
        )
