"""What an ONNX file may not say of itself, to be given by hand; read without any library."""

from __future__ import annotations

from dataclasses import dataclass

from ..parameters import parameter

AUTO, LOGITS, PROBABILITIES = "auto", "logits", "probabilities"
OUTPUTS = (AUTO, LOGITS, PROBABILITIES)
"""What the numbers are that a graph gives; auto looks at them."""
USUAL_DIVISOR = 255.0
"""What Deepness divides every value by, whatever the data type."""


@dataclass(frozen=True)
class OnnxSettings:
    """What goes before the file's own metadata; empty takes what the file says."""

    name: str = parameter("", "Name", "What the model is called; empty takes the file's name.")
    classes: tuple[str, ...] = parameter(
        (), "Classes", "Names of the classes in the order of the model's output; empty takes the file's."
    )
    bands: tuple[str, ...] = parameter(
        (), "Bands", "Names of the bands in the order of the model's input; empty takes the file's, or numbers."
    )
    pixel_size_m: float = parameter(
        0.0, "Pixel size", "Pixel size of the imagery it was trained on; 0 takes the file's.", unit="m", low=0.0
    )
    divisor: float = parameter(
        USUAL_DIVISOR, "Divisor", "What values are divided by first: 255 for bytes, 1 for values as they are.",
        low=1e-6, advanced=True,
    )  # fmt: skip
    mean: tuple[float, ...] = parameter(
        (), "Means", "Subtracted after that, one for each band; empty takes the file's, or 0.", advanced=True
    )
    deviation: tuple[float, ...] = parameter(
        (), "Deviations", "Divided by after that, one for each band; empty takes the file's, or 1.", advanced=True
    )
    margin_px: int = parameter(
        -1, "Margin", "Dropped at every side of a tile; −1 takes half the file's overlap.", unit="px", low=-1,
        high=2048, advanced=True,
    )  # fmt: skip
    output: str = parameter(
        AUTO, "Output", "What the numbers are that the model gives; auto looks at them.", choices=OUTPUTS, advanced=True
    )
