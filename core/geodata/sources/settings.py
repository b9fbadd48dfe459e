"""Source settings: how a file of a stack, or a band of it, is read where that isn't as the file itself says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Optional

from ...errors import BadInputError, UnknownNameError
from ...parameters import from_dict, parameter

AUTO = "auto"
MEASUREMENT, CATEGORY, ANGLE, EMBEDDING = ROLE_NAMES = ("measurement", "category", "angle", "embedding")
NEAREST, BILINEAR, CUBIC, AVERAGE = RESAMPLING_NAMES = ("nearest", "bilinear", "cubic", "average")
ANY_BAND, ALL_BANDS = GAPS = ("any", "all")
DOMAIN = "OUTCROP"
"""The domain of a band's metadata in which a raster says how the band is read."""
ITEM, LAYER_ITEM = "SOURCE", "LAYER"
"""Its items: the settings as text, and the layer that the band belongs to, where a raster holds several."""
_NAMELESS = dict.fromkeys(ROLE_NAMES, "role") | dict.fromkeys(RESAMPLING_NAMES, "resampling")
_IMAGE_AND_BAND = 2


@dataclass(frozen=True)
class SourceSettings:
    """How a source is read.

    As text it is “category”, “angle,average” or “measurement,cubic,scale=0.1,offset=-5,nodata=0,gaps=all”; what is as
    the file says is left out.
    """

    role: str = parameter(
        AUTO, "Role",
        "What its numbers are: measurements, categories (numbers that stand for names), angles in degrees, or an "
        "embedding (numbers of a foundation model that mean something only together); auto as the file says.",
        choices=(AUTO, *ROLE_NAMES),
    )  # fmt: skip
    resampling: str = parameter(
        AUTO, "Resampling",
        "How it is brought to the grid; auto takes the nearest pixel of categories, averages what is finer than the "
        "grid and interpolates the rest.",
        choices=(AUTO, *RESAMPLING_NAMES),
    )  # fmt: skip
    scale: Optional[float] = parameter(
        None, "Scale", "What its numbers are multiplied by; empty as the file says.", advanced=True
    )
    offset: Optional[float] = parameter(
        None, "Offset", "What is added to its scaled numbers; empty as the file says.", advanced=True
    )
    nodata: Optional[float] = parameter(
        None, "No data", "A number that stands for no data, beside what the file says of it.", advanced=True
    )
    gaps: str = parameter(
        ANY_BAND, "Gaps",
        "Whether a pixel counts as missing where any of its bands has no data, or only where all of them have none.",
        choices=GAPS, advanced=True,
    )  # fmt: skip

    @classmethod
    def read(cls, text: str) -> SourceSettings:
        """Read settings from text.

        Raises:
            BadInputError: For a part that is no setting, or a value that doesn't fit.
        """
        values: dict[str, Any] = {}
        for part in filter(None, (part.strip() for part in text.split(","))):
            name, equals, value = (piece.strip() for piece in part.partition("="))
            if not equals and name.lower() in (*_NAMELESS, AUTO):
                name, value = _NAMELESS.get(name.lower(), ""), name.lower()
            elif not equals:
                raise UnknownNameError("role or resampling", part, tuple(_NAMELESS))
            if name in values:
                raise BadInputError("“{text}” says {name} twice. Leave one out.", text=text, name=name)
            if name:
                values[name] = value
        settings = from_dict(cls, values)
        if settings.scale == 0:
            raise BadInputError("A scale of 0 leaves nothing of a source: “{text}”.", text=text)
        return settings

    def __str__(self) -> str:
        """Write what isn't as the file says."""
        parts = []
        for field in fields(self):
            value = getattr(self, field.name)
            if value != getattr(AS_THE_FILE_SAYS, field.name):
                parts.append(value if field.name in ("role", "resampling") else f"{field.name}={_number(value)}")
        return ",".join(parts)

    def over(self, base: SourceSettings) -> SourceSettings:
        """Give these settings, completed by others where they say nothing."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(
            base, **{name: value for name, value in said.items() if value != getattr(AS_THE_FILE_SAYS, name)}
        )


AS_THE_FILE_SAYS = SourceSettings()


def read_sources(texts: Sequence[str], images: int) -> Mapping[tuple[int, int], SourceSettings]:
    """Read how the files of a stack are read.

    Args:
        texts: “image=settings” or “image:band=settings”, both counted from 1, such as “2=category” or “3:1=angle”.
        images: How many images there are.

    Returns:
        Settings by image from 0 and band from 1; band 0 stands for all of an image that have none of their own.

    Raises:
        BadInputError: For a text that isn't of that form, or an image that isn't there.
    """
    found: dict[tuple[int, int], SourceSettings] = {}
    for text in texts:
        place, equals, settings = text.partition("=")
        numbers = place.strip().split(":")
        if not equals or len(numbers) > _IMAGE_AND_BAND or not all(number.strip().isdecimal() for number in numbers):
            raise BadInputError(
                "“{text}” doesn’t say how a source is read. Write image=role or image:band=role, such as 2=category.",
                text=text,
            )
        image, band = int(numbers[0]) - 1, int(numbers[1]) if len(numbers) == _IMAGE_AND_BAND else 0
        if not 0 <= image < images or (len(numbers) == _IMAGE_AND_BAND and not band):
            raise BadInputError(
                "“{text}” is of image {image}, but there are {images}. Count the images from 1.",
                text=text,
                image=image + 1,
                images=images,
            )
        found[image, band] = SourceSettings.read(settings)
    return found


def _number(value: Any) -> str:
    return f"{value:.17g}" if isinstance(value, float) else str(value)
