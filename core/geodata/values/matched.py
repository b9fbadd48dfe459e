"""Scaling fitted to another scene: its values are brought to those of the training, then scaled as in training.

By percentiles each band's 2nd and 98th become those of the training; by the histogram all quantiles do (Gonzalez &
Woods 2018, Digital Image Processing, section 3.3).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..normalisation import Normalisation
from .band_values import HIGH, LOW, Numbers

if TYPE_CHECKING:
    import numpy as np

_TAIL = 10.0
"""Beyond its outermost quantiles a band goes on as it does by percentiles, for so many of its ranges."""


def by_percentiles(base: Normalisation, seen: Numbers, known: Numbers) -> Normalisation:
    """Scale a scene so that its percentiles come out as those of the training.

    Args:
        base: The training's scaling.
        seen: Quantiles of the scene (B, L).
        known: Those of the training.
    """
    slopes = [_slope(observed, other) for observed, other in zip(seen, known)]
    scale = tuple(scale / slope for scale, slope in zip(base.scale, slopes))
    offset = tuple(
        observed[LOW] + (offset - other[LOW]) / slope
        for offset, observed, other, slope in zip(base.offset, seen, known, slopes)
    )
    mean = tuple(start + width * filled for start, width, filled in zip(offset, scale, base.fill))
    return replace(base, offset=offset, scale=scale, mean=mean)


@dataclass(frozen=True)
class MatchedNormalisation(Normalisation):
    """A training's scaling of values that are first brought to the training's, band by band along straight pieces.

    Attributes:
        seen: Values of the scene in rising order (B, K).
        wanted: What becomes of each.
    """

    seen: Numbers = ()
    wanted: Numbers = ()

    def apply(self, image: np.ndarray, valid: np.ndarray) -> np.ndarray:
        """Normalise an image (B, H, W) of any type to float32; pixels that are not valid (H, W) become 0."""
        import numpy as np

        matched: Any = np.empty(image.shape, np.float64)
        for band, observed, other, out in zip(image, self.seen, self.wanted, matched):
            out[...] = np.interp(band.astype(np.float64), observed, other)
        return super().apply(matched, valid)


def by_histogram(base: Normalisation, seen: Numbers, known: Numbers) -> MatchedNormalisation:
    """Scale a scene so that its whole distribution comes out as that of the training, band by band."""
    pieces = [_pieces(observed, other) for observed, other in zip(seen, known)]
    fields = {name: getattr(base, name) for name in Normalisation.__dataclass_fields__}
    return MatchedNormalisation(
        **fields, seen=tuple(observed for observed, _ in pieces), wanted=tuple(other for _, other in pieces)
    )


def _slope(seen: tuple[float, ...], known: tuple[float, ...]) -> float:
    """Give what a band is multiplied by; 1 where either is constant, so that it is shifted alone."""
    observed, other = seen[HIGH] - seen[LOW], known[HIGH] - known[LOW]
    return other / observed if observed > 0 and other > 0 else 1.0


def _pieces(seen: tuple[float, ...], known: tuple[float, ...]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Give rising values of the scene and what becomes of them; of equal ones the mean counts."""
    gathered: dict[float, list[float]] = {}
    for observed, other in zip(seen, known):
        gathered.setdefault(observed, []).append(other)
    values = sorted(gathered)
    wanted = [sum(gathered[value]) / len(gathered[value]) for value in values]
    slope, reach = _slope(seen, known), _TAIL * max(values[-1] - values[0], 1e-6 * max(1.0, abs(values[0])))
    return (
        (values[0] - reach, *values, values[-1] + reach),
        (wanted[0] - slope * reach, *wanted, wanted[-1] + slope * reach),
    )
