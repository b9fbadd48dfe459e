"""Which layers of the terrain are made, and at which scale."""

from __future__ import annotations

from dataclasses import dataclass, fields

from ...errors import BadInputError
from ...parameters import parameter


@dataclass(frozen=True)
class TerrainParameters:
    """The layers, one band or two each, and their scale."""

    slope: bool = parameter(True, "Slope", "Steepness in degrees (Horn's method).")
    aspect: bool = parameter(
        True, "Aspect", "Which way the ground falls, as sine (eastness) and cosine (northness); 0 where it is level."
    )
    curvature: bool = parameter(
        False, "Curvature", "How the ground bends along the slope and across it, in 1/m; above 0 where it bulges."
    )
    hillshade: bool = parameter(
        True, "Hillshade", "Light from four directions at once, from 0 (dark) to 1, so that no valley is hidden."
    )
    relief: bool = parameter(True, "Relief", "The highest less the lowest elevation within the radius, in m.")
    position: bool = parameter(
        True,
        "Topographic position",
        "Elevation less the mean of what lies within the radius, in m: ridge or valley.",
    )
    roughness: bool = parameter(
        False, "Roughness", "Root of the summed squares of the differences to the eight neighbours, in m."
    )
    wetness: bool = parameter(
        False, "Wetness", "How much ground drains through a pixel, against its slope (topographic wetness index)."
    )
    radius_px: int = parameter(
        10, "Radius", "How far around a pixel relief and topographic position look.", unit="px", low=1, high=500
    )
    sun_altitude_deg: float = parameter(
        45.0, "Height of the light", "Above the horizon.", unit="°", low=1.0, high=89.0, advanced=True
    )
    metres_per_unit: float = parameter(
        1.0, "Metres in a unit of elevation", "0.3048 where elevations are in feet.", low=1e-6, high=1e6, advanced=True
    )

    def checked(self) -> TerrainParameters:
        """Give itself.

        Raises:
            BadInputError: When no layer is asked for.
        """
        if not any(getattr(self, entry.name) for entry in fields(self) if entry.type == "bool"):
            raise BadInputError("No layer is chosen. Choose slope, aspect, relief or another one.")
        return self
