"""The job that shows what a network looks at on a tile of the imagery."""

from __future__ import annotations

import copy
import json
import math
from typing import Any, Optional

import numpy as np
import torch

from ...errors import BadInputError
from ...events import Events
from ...explanation.jobs import SaliencyJob
from ...explanation.saliency import Attribution, band_shares, integrated_gradients
from ...files.whole_file import check_writable
from ...geodata.extent import Extent
from ...geodata.grid import Grid, Window
from ...geodata.written import new_raster
from ...model.card_file import read_card
from ...model.devices import choose_device
from ...model.members import Member, load_members
from ...model.model_card import ModelCard
from ...parameters import check
from ...prediction.bands import match_bands
from ...prediction.model_stack import open_model_stack
from ...prediction.raster.tags import CLASS_TAG, MODELS_TAG

_MOST_PX = 512
_WIDTH_PX = 256
"""Side of the tile in the middle of the imagery, where no extent is given."""


def saliency(job: SaliencyJob, events: Events) -> dict[str, Any]:
    """Attribute a class that a network finds on a tile to the pixels and bands in and around the tile.

    Returns:
        out (float32: band 1 all bands together, then each band; above 0 speaks for the class), class, pixels (how many
        of the tile are found to be it), bands (each one's share of all attribution), probability (the class's mean on
        these pixels), plain (that on the plain image, every band at its mean), reach (99 of 100 pixels of band 1 lie
        within ± it, to draw them by).

    Raises:
        BadInputError: When the model is no network, the extent misses the imagery or is too large, or the class isn't
            found there.
    """
    check(job.settings)
    check_writable(job.out)
    member = _network(job.model, events)
    if member is None:
        raise BadInputError(
            (
                "“{model}” is no network that was trained here, so it has no gradients. Choose a network; of other "
                "models the importance of the bands can be told."
            ),
            model=job.model,
        )
    with open_model_stack(member.card, job.images, job.bands) as stack:
        order = list(match_bands(member.card.bands, stack.names, stack.images[0]))
        tile = _tile(stack.grid, job.extent)
        margin = math.ceil(max(member.margin, member.stride) / member.stride) * member.stride
        seen = _around(tile, margin, member.stride)
        image, valid = stack.read(seen, mirrored=True)
        grid = stack.grid
    row, col = tile.row - seen.row, tile.col - seen.col
    inside = np.zeros(valid.shape, bool)
    inside[row : row + tile.height, col : col + tile.width] = True
    if not (valid & inside).any():
        raise BadInputError("The imagery has no data in the extent. Choose another one.")
    normalised = member.card.normalisation.apply(image[order], valid)
    number, target = _target(member, normalised, valid & inside, job)
    attribution = _attribute(job, member, normalised, valid, number, target, events)
    alone = len(read_card(job.model).voters) > 1
    reach = _write(job.out, grid, seen, member.card, member.card.legend.names[number], attribution, valid, alone)
    return {
        "out": job.out, "class": member.card.legend.names[number], "pixels": int(target.sum()),
        "bands": dict(zip(member.card.bands, band_shares(attribution.values).tolist())),
        "probability": attribution.real, "plain": attribution.plain, "reach": reach,
    }  # fmt: skip


def _network(model: str, events: Events) -> Optional[Member]:
    """Give the network of a model file; of a committee it is said that the others aren't explained."""
    members = load_members([model])
    member = next((one for one in members if one.is_network), None)
    if member is not None and sum(one.weight > 0 for one in members) > 1:
        events.warning(
            (
                "“{name}” is a committee. Gradients are those of its network; classifiers have none, so what is shown "
                "is what the network alone finds. The importance of the bands tells of the whole committee."
            ),
            name=member.card.name,
        )
    return member


def _tile(grid: Grid, extent: Extent | None) -> Window:
    """Give the pixels of an extent, or those in the middle of the imagery."""
    if extent is None:
        height, width = min(_WIDTH_PX, grid.height), min(_WIDTH_PX, grid.width)
        return Window((grid.height - height) // 2, (grid.width - width) // 2, height, width)
    tile = grid.window_of(extent)
    if max(tile.shape) > _MOST_PX:
        raise BadInputError(
            (
                "The extent has {width} × {height} px; gradients of a tile are kept in memory, so at most {most_px} × "
                "{most_px} can be looked at. Choose a smaller one."
            ),
            width=tile.width,
            height=tile.height,
            most_px=_MOST_PX,
        )
    return tile


def _around(tile: Window, margin: int, stride: int) -> Window:
    height, width = (math.ceil(side / stride) * stride + 2 * margin for side in tile.shape)
    return Window(tile.row - margin, tile.col - margin, height, width)


def _target(member: Member, image: np.ndarray, inside: np.ndarray, job: SaliencyJob) -> tuple[int, np.ndarray]:
    """Give the class from 0, and where it is found inside (H, W)."""
    legend = member.card.legend
    with torch.inference_mode():
        predicted = member.model(torch.from_numpy(image)[None])[0].argmax(dim=0).numpy()
    counts = np.bincount(predicted[inside], minlength=len(legend))
    listed = ", ".join(name for name, count in zip(legend.names, counts) if count)
    if not job.settings.class_name:
        return int(counts.argmax()), (predicted == counts.argmax()) & inside
    if job.settings.class_name not in legend.names:
        raise BadInputError(
            "The model knows no class “{class_name}”. It knows: {names}.",
            class_name=job.settings.class_name,
            names=", ".join(legend.names),
        )
    number = legend.names.index(job.settings.class_name)
    if not counts[number]:
        raise BadInputError(
            (
                "The model finds no “{class_name}” in the extent. It finds: {listed}. Choose one of these, or another "
                "extent."
            ),
            class_name=job.settings.class_name,
            listed=listed,
        )
    return number, (predicted == number) & inside


def _attribute(
    job: SaliencyJob, member: Member, image: np.ndarray, valid: np.ndarray, number: int, target: np.ndarray,
    events: Events,
) -> Attribution:  # fmt: skip
    means = image[:, valid].mean(axis=1)
    plain = np.where(valid, means[:, None, None], image).astype(np.float32)
    network = copy.deepcopy(member.model).to(choose_device(job.device, job.threads).torch)

    def tell(share: float) -> None:
        events.progress(share, "Following gradients")

    return integrated_gradients(network, image, plain, number, target, job.settings.steps, tell)


def _write(
    out: str, grid: Grid, seen: Window, card: ModelCard, name: str, attribution: Attribution, valid: np.ndarray,
    alone: bool,
) -> float:  # fmt: skip
    """Write what was seen and lies on the imagery; give within which values most of it lies.

    `alone` says that the network is one of a committee, of which the others aren't explained.
    """
    kept = seen.clipped(grid.height, grid.width)
    rows = slice(kept.row - seen.row, kept.row - seen.row + kept.height)
    cols = slice(kept.col - seen.col, kept.col - seen.col + kept.width)
    layers = np.concatenate([attribution.values.sum(axis=0, keepdims=True), attribution.values])[:, rows, cols]
    layers = np.where(valid[rows, cols], layers, np.nan).astype(np.float32)
    profile = {
        "driver": "GTiff", "count": len(layers), "height": kept.height, "width": kept.width, "dtype": "float32",
        "crs": grid.crs, "transform": grid.part(kept).transform, "nodata": np.nan, "tiled": True, "compress": "deflate",
    }  # fmt: skip
    with new_raster(out, **profile) as dataset:
        dataset.write(layers)
        told = {"name": card.name, **({"alone": card.architecture} if alone else {})}
        models = json.dumps([told], ensure_ascii=False)
        dataset.update_tags(**{MODELS_TAG: models, CLASS_TAG: name})
        for index, band in enumerate(("all bands", *card.bands), start=1):
            dataset.set_band_description(index, band)
    return float(np.nanquantile(np.abs(layers[0]), 0.99))
