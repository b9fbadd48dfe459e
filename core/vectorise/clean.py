"""Cleaning: small patches, speckle and frayed edges taken out of a class raster."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
from rasterio.features import sieve as gdal_sieve
from scipy import ndimage

from ..events import Events
from ..files.mapped_array import mapped_array
from ..files.unfinished import temporary_folder
from ..files.whole_file import check_writable
from ..geodata.raster_file import whole_band
from ..geodata.stack import Stack
from ..parameters import check
from ..prediction.raster.class_file import ClassFile, open_class_file
from ..prediction.raster.output import Outputs
from .parameters import CleanParameters

_BLOCK = 1024
Step = Callable[[np.ndarray], np.ndarray]


def clean(source: str, target: str, parameters: CleanParameters, events: Events) -> dict[str, str]:
    """Clean a class raster into another one; memory doesn't grow with its size.

    Args:
        source: The class raster.
        target: The class raster to write; may be the source.
        parameters: What is cleaned.
        events: Told how far it is.

    Returns:
        out and style: the files that were written.

    Raises:
        BadInputError: For a file that is no prediction, a class that isn't there, or a parameter out of range.
    """
    check(parameters)
    check_writable(target)
    class_file = open_class_file(source)
    steps = _steps(class_file, parameters)
    pixels = parameters.least_area_m2 / class_file.grid.pixel_area_m2
    with temporary_folder(target) as folder:
        current = source
        for number, (step, reach) in enumerate(steps):
            last = number == len(steps) - 1 and pixels <= 1
            file = Path(target) if last else folder / f"{number}.tif"
            current = _filtered(class_file, current, file, step, reach, events)
        if pixels > 1 or not steps:
            _sieved(class_file, current, Path(target), max(1, math.ceil(pixels)), folder, events)
    return {"out": target, "style": str(Path(target).with_suffix(".qml"))}


def majority(labels: np.ndarray, radius: int) -> np.ndarray:
    """Give every pixel (H, W) the class that most have in the square around it; it keeps its own among equals."""
    side = 2 * radius + 1
    most = np.zeros(labels.shape, np.float32)
    result = labels.copy()
    for value in np.unique(labels[labels > 0]).tolist():
        mask = labels == value
        count = ndimage.uniform_filter(mask.astype(np.float32), side, mode="reflect") * side**2 + 0.5 * mask
        better = count > most + 0.01
        most[better] = count[better]
        result[better] = value
    return result


def open_class(labels: np.ndarray, value: int, radius: int) -> np.ndarray:
    """Take away what is thinner than the disc in one class (H, W); the nearest other class takes its place."""
    mask = labels == value
    thin = (
        mask & ~ndimage.binary_opening(np.pad(mask, radius, mode="edge"), disc(radius))[radius:-radius, radius:-radius]
    )
    others = (labels > 0) & ~mask
    if not thin.any() or not others.any():
        return labels
    nearest = ndimage.distance_transform_edt(~others, return_distances=False, return_indices=True)
    result = labels.copy()
    result[thin] = labels[tuple(nearest[:, thin])]
    return result


def close_class(labels: np.ndarray, value: int, radius: int) -> np.ndarray:
    """Fill what is thinner than the disc between parts of one class (H, W)."""
    mask = np.pad(labels == value, radius, mode="edge")
    closed = ndimage.binary_closing(mask, disc(radius))[radius:-radius, radius:-radius]
    return np.where(closed & (labels > 0), np.uint8(value), labels)


def disc(radius: int) -> np.ndarray:
    """Give a disc (2·radius + 1,)² as a structuring element."""
    along = np.arange(-radius, radius + 1)
    shape: np.ndarray = along[:, None] ** 2 + along[None] ** 2 <= radius**2 + 0.5 * radius
    return shape


def _steps(class_file: ClassFile, parameters: CleanParameters) -> list[tuple[Step, int]]:
    """List the steps that look at a neighbourhood, each with how far it looks."""
    steps: list[tuple[Step, int]] = []
    for function, radii in ((open_class, parameters.opened), (close_class, parameters.closed)):
        for name, radius in radii.items():
            if int(radius) > 0:
                value, size = class_file.legend.id_of(name), int(radius)
                steps.append((lambda labels, f=function, v=value, r=size: f(labels, v, r), 4 * size))  # type: ignore[misc]
    radius = parameters.majority_px
    if radius:
        steps.append((lambda labels: majority(labels, radius), radius))
    return steps


def _filtered(class_file: ClassFile, source: str, target: Path, step: Step, reach: int, events: Events) -> str:
    """Do one step block by block, each with what it looks at around it."""
    blocks = list(class_file.grid.blocks(_BLOCK))
    with Stack([source], ["1:1"]) as stack, Outputs(class_file.rewritten(target), class_file.grid) as out:
        for number, block in enumerate(blocks):
            events.progress(number / len(blocks), "Cleaning")
            labels, valid = stack.read(block.padded(reach), mirrored=True)
            inside = slice(reach, reach + block.height), slice(reach, reach + block.width)
            out.write(block, step(labels[0] * valid)[inside], valid[inside])
    return str(target)


def _sieved(class_file: ClassFile, source: str, target: Path, pixels: int, folder: Path, events: Events) -> None:
    """Give patches of fewer pixels to their largest neighbour; GDAL does it line by line, into a mapped file."""
    events.progress(0.5, "Removing small patches")
    with whole_band(source) as band, Outputs(class_file.rewritten(target), class_file.grid) as out:
        sieved = mapped_array(folder / "sieved.raw", np.uint8, band.shape)
        gdal_sieve(band, pixels, out=sieved, mask=band, connectivity=4)
        for block in class_file.grid.blocks(_BLOCK):
            labels = sieved[block.slices()]
            out.write(block, np.ascontiguousarray(labels), labels > 0)
        del sieved
