"""Indices that geologists use, each with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from .sensors import ASTER, LANDSAT, SENTINEL

_GA = "Kalinowski & Oliver 2004, ASTER Mineral Index Processing Manual, Geoscience Australia"
_S2 = "van der Meer et al. 2014, Remote Sensing of Environment 148, 124–133, doi 10.1016/j.rse.2014.03.022"
_OLI = "van der Werff & van der Meer 2016, Remote Sensing 8(11), 883, doi 10.3390/rs8110883"
_TIR = "Ninomiya et al. 2005, Remote Sensing of Environment 99, 127–139, doi 10.1016/j.rse.2005.06.009"
_SABINS = "Sabins 1999, Ore Geology Reviews 14, 157–183, doi 10.1016/S0169-1368(99)00007-4"
_BROAD = (LANDSAT.key, SENTINEL.key)


@dataclass(frozen=True)
class SpectralIndex:
    """An index: its key, what it shows, its expression, the sensors that it is for, and its source."""

    key: str
    shows: str
    text: str
    sensors: tuple[str, ...]
    paper: str


INDICES: tuple[SpectralIndex, ...] = (
    SpectralIndex(
        "ndvi", "vegetation", "(nir - red) / (nir + red)", (ASTER.key, *_BROAD),
        "Rouse et al. 1974, Third ERTS Symposium, NASA SP-351, 309–317",
    ),
    SpectralIndex(
        "ndwi", "open water", "(green - nir) / (green + nir)", (ASTER.key, *_BROAD),
        "McFeeters 1996, International Journal of Remote Sensing 17(7), 1425–1432, doi 10.1080/01431169608948714",
    ),
    SpectralIndex("iron_oxide", "iron oxides", "red / blue", _BROAD, _SABINS),
    SpectralIndex("ferric_iron", "ferric iron, Fe3+", "red / green", (ASTER.key, *_BROAD), f"{_S2}; {_GA}"),
    SpectralIndex("ferrous_iron", "ferrous iron, Fe2+", "swir2 / nir + green / red", _BROAD, f"{_S2}; {_OLI}"),
    SpectralIndex("ferrous_silicates", "ferrous silicates", "swir2 / swir1", _BROAD, f"{_S2}; {_OLI}"),
    SpectralIndex("ferric_oxides", "ferric oxides", "swir1 / nir", (ASTER.key, *_BROAD), f"{_S2}; {_GA}"),
    SpectralIndex("gossan", "gossan", "swir1 / red", (ASTER.key, *_BROAD), f"{_GA}, for ASTER"),
    SpectralIndex("clay", "clay and other hydroxyl minerals", "swir1 / swir2", _BROAD, f"{_SABINS}; {_S2}"),
    SpectralIndex("ferrous_iron", "ferrous iron, Fe2+", "b5 / b3n + b1 / b2", (ASTER.key,), _GA),
    SpectralIndex("ferrous_silicates", "ferrous silicates", "b5 / b4", (ASTER.key,), _GA),
    SpectralIndex("laterite", "laterite, argillic alteration", "b4 / b5", (ASTER.key,), _GA),
    SpectralIndex("clay", "clay", "b5 * b7 / b6 ** 2", (ASTER.key,), _GA),
    SpectralIndex("aloh", "muscovite, illite, smectite (AlOH)", "(b5 + b7) / b6", (ASTER.key,), _GA),
    SpectralIndex("alunite_kaolinite", "alunite, kaolinite, pyrophyllite", "(b4 + b6) / b5", (ASTER.key,), _GA),
    SpectralIndex("kaolinite", "kaolinite", "b7 / b5", (ASTER.key,), _GA),
    SpectralIndex("muscovite", "muscovite", "b7 / b6", (ASTER.key,), _GA),
    SpectralIndex("phengite", "phengitic mica", "b5 / b6", (ASTER.key,), _GA),
    SpectralIndex("mgoh", "amphibole, chlorite (MgOH)", "(b6 + b9) / b8", (ASTER.key,), _GA),
    SpectralIndex("carbonate_chlorite", "carbonate, chlorite, epidote", "(b7 + b9) / b8", (ASTER.key,), _GA),
    SpectralIndex("epidote", "epidote, chlorite, amphibole", "(b6 + b9) / (b7 + b8)", (ASTER.key,), _GA),
    SpectralIndex("dolomite", "dolomite", "(b6 + b8) / b7", (ASTER.key,), _GA),
    SpectralIndex("carbonate", "carbonate, thermal", "b13 / b14", (ASTER.key,), _TIR),
    SpectralIndex("quartz", "quartz", "b11 * b11 / (b10 * b12)", (ASTER.key,), _TIR),
    SpectralIndex("mafic", "mafic minerals, low in silica", "b12 * b14 ** 3 / b13 ** 4", (ASTER.key,), _TIR),
    SpectralIndex("silica", "silica in rocks", "b13 / b12", (ASTER.key,), _GA),
)  # fmt: skip


def indices_of(sensor: str) -> dict[str, SpectralIndex]:
    """Give the indices of a sensor by key."""
    return {index.key: index for index in INDICES if sensor in index.sensors}
