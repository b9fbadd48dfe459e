"""The eight units of the lithology scene, and what each sensor sees of them.

Reflectances follow what the minerals do in the six bands (iron oxides absorb in the blue, clay and carbonate in the
second short-wave infrared, serpentine is dark throughout); susceptibilities, gamma rays and oxides lie within the usual
ranges of such rocks (Telford et al. 1990, “Applied Geophysics”, tables 3.1 and 10.5). Some units look alike in colour
and differ in the other layers, as in nature.
"""

from __future__ import annotations

from dataclasses import dataclass

BANDS = ("Blue", "Green", "Red", "Near infrared", "Short-wave infrared 1", "Short-wave infrared 2")
OXIDES = ("SiO2", "Al2O3", "Fe2O3", "MgO", "CaO", "Na2O", "K2O", "TiO2", "LOI")
VEGETATION = (0.035, 0.060, 0.050, 0.290, 0.160, 0.080)
STAIN = (0.62, 0.82, 1.12, 1.10, 1.06, 1.04)
"""By what iron oxides multiply the bands."""


@dataclass(frozen=True)
class Unit:
    """One lithological unit.

    Attributes:
        name: As the map's legend has it.
        spectrum: Reflectance by band of `BANDS`.
        susceptibility: Magnetic, SI.
        gamma: Potassium in %, equivalent thorium and uranium in ppm.
        oxides: Weight per cent by `OXIDES`; they sum to 100.
        chromium_ppm: Trace content; what lies below the detection limit is reported as 0.
        hardness: How far it stands above its surroundings, −1 to 1.
        green: How well plants grow on it, 0 to 1.
    """

    name: str
    spectrum: tuple[float, ...]
    susceptibility: float
    gamma: tuple[float, float, float]
    oxides: tuple[float, ...]
    chromium_ppm: float
    hardness: float
    green: float


BASALT = Unit(
    "basalt", (0.085, 0.098, 0.110, 0.128, 0.150, 0.138), 0.035, (0.5, 1.5, 0.5),
    (49.5, 15.0, 12.0, 7.5, 10.0, 2.6, 0.6, 1.6, 1.2), 210, 0.5, 0.55,
)  # fmt: skip
TUFF = Unit(
    "felsic tuff", (0.168, 0.190, 0.214, 0.238, 0.272, 0.236), 0.0015, (2.7, 11.0, 2.6),
    (72.0, 14.0, 2.2, 0.7, 1.4, 3.4, 4.0, 0.3, 2.0), 9, 0.2, 0.3,
)  # fmt: skip
SHALE = Unit(
    "shale", (0.098, 0.112, 0.128, 0.146, 0.176, 0.140), 0.0003, (2.9, 12.5, 3.4),
    (59.0, 17.5, 6.8, 2.6, 2.2, 1.1, 3.6, 0.8, 6.4), 92, -0.8, 0.7,
)  # fmt: skip
LIMESTONE = Unit(
    "limestone", (0.205, 0.232, 0.258, 0.282, 0.306, 0.238), 0.00002, (0.3, 1.2, 1.4),
    (6.0, 1.4, 0.8, 2.2, 48.5, 0.1, 0.3, 0.1, 40.6), 8, 0.3, 0.4,
)  # fmt: skip
SANDSTONE = Unit(
    "sandstone", (0.150, 0.182, 0.222, 0.252, 0.296, 0.268), 0.0002, (1.3, 5.5, 1.3),
    (83.0, 7.5, 2.4, 0.8, 1.2, 1.2, 1.9, 0.4, 1.6), 30, 0.7, 0.25,
)  # fmt: skip
GRANITE = Unit(
    "granite", (0.172, 0.192, 0.212, 0.232, 0.262, 0.240), 0.009, (4.1, 19.0, 4.6),
    (71.5, 14.4, 2.6, 0.7, 1.8, 3.6, 4.4, 0.3, 0.7), 12, 0.6, 0.35,
)  # fmt: skip
SERPENTINITE = Unit(
    "serpentinite", (0.078, 0.096, 0.100, 0.116, 0.136, 0.108), 0.075, (0.05, 0.2, 0.05),
    (40.0, 1.2, 8.2, 37.5, 0.8, 0.1, 0.05, 0.05, 12.1), 2400, -0.2, 0.1,
)  # fmt: skip
ALLUVIUM = Unit(
    "alluvium", (0.142, 0.172, 0.208, 0.242, 0.284, 0.252), 0.002, (1.8, 7.5, 1.9),
    (72.0, 11.0, 3.8, 1.6, 3.0, 1.8, 2.4, 0.5, 3.9), 60, -1.0, 0.6,
)  # fmt: skip
SUCCESSION = (BASALT, TUFF, SHALE, LIMESTONE, SANDSTONE)
"""What lies on what, the oldest first."""
UNITS = (*SUCCESSION, GRANITE, SERPENTINITE, ALLUVIUM)
"""All, in the order of their ids from 1."""
