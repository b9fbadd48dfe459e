"""The parameters of what is made of spectra."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ...errors import BadInputError, UnknownNameError
from ...parameters import parameter
from .expression import parse_expressions
from .index_table import indices_of
from .sensors import SENSORS

BY_NUMBER, ALL = "by_number", "all"


@dataclass(frozen=True)
class IndexParameters:
    """Which indices are made."""

    sensor: str = parameter(
        BY_NUMBER, "Sensor",
        "Tells which band is which: from the bands' names (B04, SR_B4, Red) or, where they have none, from their "
        "number. By number, b1 is the first chosen band, unless the bands' own names are such numbers.",
        choices=(BY_NUMBER, *SENSORS),
    )  # fmt: skip
    indices: tuple[str, ...] = parameter(
        (), "Indices (names with commas between, or all)",
        "Of the sensor. Every sensor has ndvi, ndwi, ferric_iron, "
        "ferrous_iron, ferrous_silicates, ferric_oxides, gossan and clay; Landsat and Sentinel-2 iron_oxide; ASTER "
        "laterite, aloh, alunite_kaolinite, kaolinite, muscovite, phengite, mgoh, carbonate_chlorite, epidote and "
        "dolomite, with thermal bands carbonate, quartz, mafic, silica.",
    )  # fmt: skip
    expressions: str = parameter(
        "", "Expressions (such as iron = b4 / b2)",
        "Your own, with semicolons between, such as iron = b4 / b2; depth = (b5 + b7) / b6. There are + - * / **, "
        "abs, sqrt, exp, ln, log10, min, max. Bands by number (b4), part (red, nir, swir1), name in quotation marks, "
        "or wavelength in nm (w2200: the nearest band).",
    )  # fmt: skip

    def checked(self) -> IndexParameters:
        """Give itself.

        Raises:
            BadInputError: When nothing is asked for, or an expression can't be understood.
            UnknownNameError: For an index that the sensor hasn't.
        """
        if not self.indices and not self.expressions.strip():
            raise BadInputError("No index is chosen. Name indices of a sensor, or write an expression.")
        if self.indices and self.sensor == BY_NUMBER:
            raise BadInputError("Choose the sensor whose indices {names} are.", names=", ".join(self.indices))
        known = indices_of(self.sensor)
        for name in self.indices:
            if name not in known and name != ALL:
                raise UnknownNameError("index", name, [*known, ALL])
        parse_expressions(self.expressions)
        return self


@dataclass(frozen=True)
class SimilarityParameters:
    """Where the place is that others are compared with."""

    x: Optional[float] = parameter(None, "East", "The place’s first coordinate, in the imagery’s system.")
    y: Optional[float] = parameter(None, "North", "The place’s second coordinate, in the imagery’s system.")
    radius_px: int = parameter(
        1, "Radius", "How far around the place its values are averaged; 0 takes its pixel alone.",
        unit="px", low=0, high=100,
    )  # fmt: skip

    def checked(self) -> SimilarityParameters:
        """Give itself.

        Raises:
            BadInputError: Without a place.
        """
        if self.x is None or self.y is None:
            raise BadInputError("Give the place that others are compared with, by its two coordinates.")
        return self


@dataclass(frozen=True)
class ComponentParameters:
    """How many components are kept, and of what."""

    components: int = parameter(3, "Components", "How many are kept; never more than there are bands.", low=1, high=300)
    standardised: bool = parameter(
        False, "Standardise", "Lets every band weigh alike, whatever its unit: the components of the correlations."
    )
    bad_bands: bool = parameter(
        False, "Use bad bands too", "Bands that the file's own list calls bad are left out otherwise.", advanced=True
    )

    def checked(self) -> ComponentParameters:
        """Give itself."""
        return self


@dataclass(frozen=True)
class NoiseFractionParameters:
    """How many noise fractions are kept."""

    components: int = parameter(
        10, "Components", "How many are kept, the least noisy first; never more than there are bands.", low=1, high=300
    )
    bad_bands: bool = parameter(
        False, "Use bad bands too", "Bands that the file's own list calls bad are left out otherwise.", advanced=True
    )

    def checked(self) -> NoiseFractionParameters:
        """Give itself."""
        return self
