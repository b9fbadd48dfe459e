"""Bringing a pretrained first convolution to any number of bands, and saying which band got which filter."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from ..network_parameters import BY_NAME, CYCLED
from .band_names import matching_filter

ZERO = "zero"


def adapt_first_convolution(
    weight: Tensor, filters: Sequence[str], bands: Sequence[str], how: str
) -> tuple[Tensor, dict[str, str]]:
    """Make the weight of a first convolution for other bands than it was learned on.

    - `by_name`: a band named after a filter gets that filter, whatever the order of the bands; all others get zeros, so
      that the network starts with exactly its pretrained response and learns to use them. Several bands of one name
      share its filter. Where no band's name means a filter, `mean` is used, which needs no order; filters without
      names go to the bands in order if there are as many of them.
    - `cycled`: the filters in turn, in the order of the bands, scaled by filters / bands to keep the response's size.
    - `mean`: all bands get the filters' mean, scaled likewise: a grey picture gives the pretrained response.

    Args:
        weight: Pretrained weight (outputs, filters, height, width).
        filters: What each of its filters was learned on, such as red, green, blue.
        bands: Names of the bands in order.
        how: `by_name`, `cycled` or `mean`.

    Returns:
        The weight (outputs, bands, height, width), and for each band what it got, in words.
    """
    names = _distinct(bands)
    if how == BY_NAME:
        matches = [matching_filter(band, filters) for band in bands]
        if any(matches):
            return _named(weight, filters, matches, names)
        if len(filters) == len(bands) and not any(matching_filter(name, filters) for name in filters):
            return weight.clone(), dict(zip(names, filters))
    scale = len(filters) / len(bands)
    times = "" if scale == 1 else f" × {scale:.4g}"
    if how == CYCLED:
        order = [position % len(filters) for position in range(len(bands))]
        return weight[:, order] * scale, {name: filters[index] + times for name, index in zip(names, order)}
    mean = weight.mean(dim=1, keepdim=True) * scale
    text = f"mean of {', '.join(filters)}" + times
    return mean.expand(-1, len(bands), -1, -1).clone(), dict.fromkeys(names, text)


def _named(
    weight: Tensor, filters: Sequence[str], matches: Sequence[str | None], names: Sequence[str]
) -> tuple[Tensor, dict[str, str]]:
    adapted = torch.zeros(weight.shape[0], len(names), *weight.shape[2:], dtype=weight.dtype)
    origins = dict.fromkeys(names, ZERO)
    for position, match in enumerate(matches):
        if match is not None:
            sharing = matches.count(match)
            adapted[:, position] = weight[:, filters.index(match)] / sharing
            origins[names[position]] = match if sharing == 1 else f"{match} ÷ {sharing}"
    return adapted, origins


def _distinct(bands: Sequence[str]) -> list[str]:
    """Give the bands' names, those that occur twice with their position."""
    return [
        band if list(bands).count(band) == 1 else f"{band} ({position})" for position, band in enumerate(bands, start=1)
    ]
