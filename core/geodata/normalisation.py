"""Normalisation: from a raster's values to the numbers a model sees, learned once and stored in the model file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

METHODS = ("percentiles", "mean_deviation", "none")
GIVEN = "given"
"""The method of a model from elsewhere: its own numbers, applied as they are."""
LIMIT = 5.0
"""Normalised values are clipped to ±5, so that one hot pixel can't dominate a tile (ours)."""


@dataclass(frozen=True)
class Normalisation:
    """Per-band scaling, normalised = (value - offset) / scale, and the range of the training data.

    `low` and `high` are the 2nd and 98th percentile of the training data's valid values, `mean` and `deviation` their
    moments; a prediction over imagery of a very different range is warned about by them. NaN stands for unknown.
    """

    method: str
    offset: tuple[float, ...]
    scale: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    mean: tuple[float, ...]
    deviation: tuple[float, ...]

    def apply(self, image: np.ndarray, valid: np.ndarray) -> np.ndarray:
        """Normalise an image (B, H, W) of any type to float32; pixels that are not valid (H, W) become 0.

        What is NaN where a pixel is valid, as in stacks that are masked, becomes the band's mean. Types whose values
        float32 can't tell apart are taken from float64 once the offset is off. The given image is left as it is.
        """
        import numpy as np

        kind = np.float32 if np.can_cast(image.dtype, np.float32) else np.float64
        offset = np.asarray(self.offset, dtype=kind)[:, None, None]
        scale = np.asarray(self.scale, dtype=kind)[:, None, None]
        normalised: Any = image.astype(kind, copy=True)
        normalised -= offset
        normalised /= scale
        normalised = normalised.astype(np.float32, copy=False)
        if self.method != GIVEN:
            np.clip(normalised, -LIMIT, LIMIT, out=normalised)
        if image.dtype.kind == "f":
            self._fill(normalised)
        if not valid.all():
            normalised[:, ~valid] = 0.0
        finished: np.ndarray = normalised
        return finished

    @property
    def fill(self) -> tuple[float, ...]:
        """What the mean of the training data becomes in each band (B,); 0 where it isn't known."""
        import numpy as np

        filled = (np.asarray(self.mean) - np.asarray(self.offset)) / np.asarray(self.scale)
        return tuple(np.clip(np.nan_to_num(filled), -LIMIT, LIMIT).tolist())

    def filled(self, image: np.ndarray) -> np.ndarray:
        """Give an image (B, H, W) with the training's mean where a band is NaN, yet to be scaled."""
        import numpy as np

        means = np.asarray(self.mean)[:, None, None]
        whole: np.ndarray = np.where(np.isnan(image), means, image)
        return whole

    def _fill(self, normalised: np.ndarray) -> None:
        """Put the training's mean where a band (B, H, W) has no number."""
        import numpy as np

        for band, value in zip(normalised, self.fill):
            missing = np.isnan(band)
            if missing.any():
                band[missing] = value

    def to_dict(self) -> dict[str, Any]:
        """Give the plain form that JSON can hold."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Normalisation:
        """Make a normalisation from the plain form."""
        numbers = {name: tuple(float(v) for v in values[name]) for name in cls.__dataclass_fields__ if name != "method"}
        return cls(method=str(values["method"]), **numbers)
