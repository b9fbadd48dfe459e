"""Sensors: which bands each has, where they lie in the spectrum, and how they are found in a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NUMBERED = re.compile(r"^(?:.*[_\s.])?(?:b|band)[\s_]*0*(\d{1,2}[an]?)(?:\W.*)?$", re.IGNORECASE)
_COLOURS = {
    "blue": "blue", "green": "green", "red": "red", "near infrared": "nir", "nir": "nir", "swir1": "swir1",
    "swir 1": "swir1", "swir2": "swir2", "swir 2": "swir2",
}  # fmt: skip


@dataclass(frozen=True)
class SensorBand:
    """A band: its name as the agency writes it, its centre in µm, and its part in indices of several sensors."""

    name: str
    centre_um: float
    role: str = ""


@dataclass(frozen=True)
class Sensor:
    """A sensor.

    Attributes:
        key: Its name in settings.
        title: Its name.
        bands: All its bands, in order.
        sets: Names of bands that are usually delivered together, in order; a file without band names with as many
            bands as one of these holds it.
    """

    key: str
    title: str
    bands: tuple[SensorBand, ...]
    sets: tuple[str, ...]

    def places(self, names: Sequence[str]) -> dict[str, int]:
        """Give where the sensor's bands are among a raster's, by “b4” and by role, as far as they can be told.

        Names such as B4, B04, SR_B4, Band 3N or Red tell; where none does (empty), their number does.
        """
        known = {band.name: band for band in self.bands}
        indices: dict[str, int] = {}
        for index, name in enumerate(names):
            numbered = _NUMBERED.match(name.strip())
            band = numbered.group(1).lower() if numbered else ""
            band = f"{band}n" if f"{band}n" in known and band not in known else band
            if band in known and band not in indices:
                indices[band] = index
        if not indices:
            roles = {band.role: band.name for band in self.bands if band.role}
            coloured = {roles.get(_COLOURS.get(name.strip().lower(), "")): index for index, name in enumerate(names)}
            indices = {name: index for name, index in coloured.items() if name}
        if not indices:
            fitting = next((text.split() for text in self.sets if len(text.split()) == len(names)), [])
            indices = {name: index for index, name in enumerate(fitting)}
        named = {f"b{name}": index for name, index in indices.items()}
        if "3n" in indices:
            named.setdefault("b3", indices["3n"])
        return {**named, **{known[name].role: index for name, index in indices.items() if known[name].role}}


ASTER = Sensor(
    "aster",
    "ASTER",
    (
        SensorBand("1", 0.556, "green"), SensorBand("2", 0.661, "red"), SensorBand("3n", 0.807, "nir"),
        SensorBand("4", 1.656, "swir1"), SensorBand("5", 2.167), SensorBand("6", 2.209), SensorBand("7", 2.262),
        SensorBand("8", 2.336), SensorBand("9", 2.400), SensorBand("10", 8.291), SensorBand("11", 8.634),
        SensorBand("12", 9.075), SensorBand("13", 10.657), SensorBand("14", 11.318),
    ),
    ("1 2 3n 4 5 6 7 8 9 10 11 12 13 14", "1 2 3n 4 5 6 7 8 9", "1 2 3n", "4 5 6 7 8 9", "10 11 12 13 14"),
)  # fmt: skip
"""Centres: Yamaguchi et al. 1998, IEEE Transactions on Geoscience and Remote Sensing 36(4), 1062–1071."""
LANDSAT = Sensor(
    "landsat_8",
    "Landsat 8 and 9",
    (
        SensorBand("1", 0.443), SensorBand("2", 0.482, "blue"), SensorBand("3", 0.561, "green"),
        SensorBand("4", 0.655, "red"), SensorBand("5", 0.865, "nir"), SensorBand("6", 1.609, "swir1"),
        SensorBand("7", 2.201, "swir2"), SensorBand("9", 1.373), SensorBand("10", 10.895), SensorBand("11", 12.005),
    ),
    ("1 2 3 4 5 6 7", "2 3 4 5 6 7"),
)  # fmt: skip
"""Centres: Landsat 8 Data Users Handbook, LSDS-1574."""
SENTINEL = Sensor(
    "sentinel_2",
    "Sentinel-2",
    (
        SensorBand("1", 0.443), SensorBand("2", 0.490, "blue"), SensorBand("3", 0.560, "green"),
        SensorBand("4", 0.665, "red"), SensorBand("5", 0.705), SensorBand("6", 0.740), SensorBand("7", 0.783),
        SensorBand("8", 0.842, "nir"), SensorBand("8a", 0.865), SensorBand("9", 0.945), SensorBand("10", 1.375),
        SensorBand("11", 1.610, "swir1"), SensorBand("12", 2.190, "swir2"),
    ),
    (
        "1 2 3 4 5 6 7 8 8a 9 10 11 12", "1 2 3 4 5 6 7 8 8a 9 11 12", "2 3 4 5 6 7 8 8a 11 12", "2 3 4 8 11 12",
        "2 3 4 8",
    ),
)  # fmt: skip
"""Centres: ESA, Sentinel-2 User Handbook, 2015."""
SENSORS = {sensor.key: sensor for sensor in (ASTER, LANDSAT, SENTINEL)}
