"""The list of raster functions, a literal that is read without any library."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..errors import UnknownNameError
from .base.raster_function import RasterFunction
from .compositions.parameters import LogRatioParameters
from .fusion.parameters import FusionParameters
from .magnetics.parameters import MagneticParameters
from .pansharpening.parameters import PanSharpeningParameters
from .points.parameters import GridParameters
from .radiometrics.parameters import RadiometricParameters
from .spectral.parameters import ComponentParameters, IndexParameters, NoiseFractionParameters, SimilarityParameters
from .terrain.parameters import TerrainParameters

FUNCTIONS: tuple[RasterFunction, ...] = (
    RasterFunction(
        key="points-to-grid",
        title="Points to grid",
        summary=(
            "Interpolates a number that points carry, such as a geochemical analysis, to the pixels of a raster: by "
            "ordinary kriging with a fitted variogram and the standard error as a second band, a thin-plate spline "
            "(minimum curvature), inverse distance, or the nearest point.\n"
            "Every point is left out once and told from the others: the log says how far off that is. Several points "
            "at one place count as one with their mean. The page shows the variogram."
        ),
        imagery="Raster whose pixels are filled",
        imagery_help="The imagery that the layer will be stacked on: the new raster has its pixels.",
        parameters=GridParameters,
        start="points.gridding:start",
        paper="Matheron 1963, Economic Geology 58, 1246–1266, doi 10.2113/gsecongeo.58.8.1246; Cressie 1985, "
        "Mathematical Geology 17(5), 563–586, doi 10.1007/BF01032109; Briggs 1974, Geophysics 39(1), 39–48, doi "
        "10.1190/1.1440410; Shepard 1968, ACM National Conference, 517–524, doi 10.1145/800186.810616",
        tags="kriging variogram IDW spline minimum curvature interpolation geochemistry samples nearest",
        points="Points",
    ),
    RasterFunction(
        key="log-ratios",
        title="Log-ratios",
        summary=(
            "Takes log-ratios of bands that are parts of a whole, such as oxides or elements, so that they can be "
            "compared and learned from: parts of a whole are bound to sum up, and what one gains the others lose.\n"
            "Zeros and values below detection are replaced by 65 % of the limit, the others giving way in proportion. "
            "Negative parts are refused, unless they mean “less than”."
        ),
        imagery="Parts",
        imagery_help="A raster whose bands are the parts: oxides, elements, in one unit or with units. Or several.",
        more="Further parts",
        more_help="Rasters whose bands are parts too.",
        of_imagery=False,
        parameters=LogRatioParameters,
        start="compositions.raster:start",
        paper="Aitchison 1982, Journal of the Royal Statistical Society B 44(2), 139–177; Egozcue et al. 2003, "
        "Mathematical Geology 35(3), 279–300, doi 10.1023/A:1023818214614; Martín-Fernández, Barceló-Vidal & "
        "Pawlowsky-Glahn 2003, Mathematical Geology 35(3), 253–278, doi 10.1023/A:1023866030544",
        tags="CLR ALR ILR composition geochemistry oxides closure detection limit censored",
    ),
    RasterFunction(
        key="fusion",
        title="Fusion with imagery",
        summary=(
            "Sharpens coarse layers, such as gridded geochemistry or magnetics, by fine imagery: what the bands' "
            "background tells of a layer, their detail adds to it. The mean of every coarse pixel stays what it was.\n"
            "Rasters whose pixels are at least twice as large as the imagery's are sharpened; others join it. "
            "A raster of any size takes the same memory."
        ),
        imagery="Imagery",
        imagery_help="The fine bands; the coarse layers are given as further rasters.",
        more="Coarse layers",
        more_help="Rasters whose pixels are at least twice as large as the imagery's, with all their bands.",
        needs_more=True,
        parameters=FusionParameters,
        start="fusion.fusion:start",
        paper="Wang, Zuo & Liu 2021, Remote Sensing 13, 4860, doi 10.3390/rs13234860, equations 1 and 2",
        tags="sharpen downscale geochemistry magnetics multi-source injection detail",
    ),
    RasterFunction(
        key="pan-sharpening",
        title="Pan-sharpening",
        summary=(
            "Gives multispectral bands the finer pixels of a panchromatic band of the same scene, with GDAL's weighted "
            "Brovey transform.\n"
            "Give all rasters in any order: the one with the finest pixels is the panchromatic one. They may lie in "
            "several files, such as those of Landsat's bands, and have other coordinate systems. Ratios of the bands "
            "stay what they were, so spectral indices gain no detail."
        ),
        imagery="Multispectral imagery",
        imagery_help="A raster with the bands that are sharpened, or one of them.",
        more="Panchromatic band",
        more_help="The raster with the finest pixels, and further multispectral ones where bands lie in several files.",
        needs_more=True,
        parameters=PanSharpeningParameters,
        start="pansharpening.pansharpening:start",
        paper="Gillespie, Kahle & Walker 1987, Remote Sensing of Environment 22(3), 343–365, doi "
        "10.1016/0034-4257(87)90088-5; GDAL, gdal_pansharpen",
        tags="pansharpen Brovey panchromatic resolution merge Landsat GF WorldView Pleiades sharpen",
        finest_grid=True,
    ),
    RasterFunction(
        key="magnetics",
        title="Magnetic layers",
        summary=(
            "Makes layers of a survey's total field: reduced to the pole, so that anomalies lie over their sources, "
            "continued upwards, its derivatives, total gradient and tilt. They are the bands of one raster.\n"
            "The direction of the field is told from place and year by the reference field (IGRF-14), or given. Gaps "
            "are filled before and put back after. A raster of any size takes the same memory."
        ),
        imagery="Total field",
        imagery_help="A raster with one band: the anomaly of the total field, in nT.",
        of_imagery=False,
        parameters=MagneticParameters,
        start="magnetics.magnetics:start",
        paper="Blakely 1995, Potential Theory in Gravity and Magnetic Applications, Cambridge University Press; "
        "MacLeod, Jones & Dai 1993, Exploration Geophysics 24, 679–688, doi 10.1071/EG993679; Roest, Verhoef & "
        "Pilkington 1992, Geophysics 57(1), 116–125, doi 10.1190/1.1443174; Miller & Singh 1994, Journal of Applied "
        "Geophysics 32, 213–217, doi 10.1016/0926-9851(94)90022-1; IGRF-14, doi 10.5281/zenodo.14012302",
        tags="magnetics TMI RTP pole reduction upward continuation analytic signal tilt derivative aeromagnetic IGRF",
    ),
    RasterFunction(
        key="radiometrics",
        title="Radiometric layers",
        summary=(
            "Makes layers of a gamma-ray survey: the ratios of potassium, thorium and uranium, which tell rocks apart "
            "however deep the soil or wet the ground, their shares, and the ternary picture.\n"
            "Bands are found by their names, or taken in the order K, Th, U. Ratios of contents too small to measure "
            "are left out."
        ),
        imagery="Gamma-ray survey",
        imagery_help="A raster with potassium in %, thorium and uranium in ppm.",
        more="Further rasters of the survey",
        more_help="Where potassium, thorium and uranium lie in several files.",
        of_imagery=False,
        parameters=RadiometricParameters,
        start="radiometrics.radiometrics:start",
        paper="IAEA 2003, Guidelines for radioelement mapping using gamma ray spectrometry data, IAEA-TECDOC-1363",
        tags="gamma ray radiometrics spectrometry potassium thorium uranium ternary ratio airborne",
    ),
    RasterFunction(
        key="terrain",
        title="Terrain layers",
        summary=(
            "Makes layers of the shape of the ground from an elevation model: slope, aspect as sine and cosine, "
            "curvatures, a hillshade lit from four sides, relief, topographic position, roughness and wetness. They "
            "are the bands of one raster, ready to be stacked on imagery.\n"
            "Distances are measured on the ground, so an elevation model in degrees or on a turned grid is fine. A "
            "raster of any size takes the same memory; wetness follows the water of large ones on larger pixels."
        ),
        imagery="Elevation model",
        imagery_help="A raster with one band of elevations.",
        of_imagery=False,
        parameters=TerrainParameters,
        start="terrain.terrain:start",
        paper="Horn 1981, Proceedings of the IEEE 69(1), 14–47, doi 10.1109/PROC.1981.11918; Minár, Evans & Jenčo "
        "2020, Earth-Science Reviews 211, 103414, doi 10.1016/j.earscirev.2020.103414; Mark 1992, USGS Open-File "
        "Report 92-422; Weiss 2001, ESRI User Conference; Beven & Kirkby 1979, Hydrological Sciences Bulletin 24(1), "
        "43–69",
        tags="DEM DTM elevation slope aspect curvature hillshade relief TPI TRI TWI roughness ruggedness wetness",
    ),
    RasterFunction(
        key="spectral-indices",
        title="Spectral indices",
        summary=(
            "Computes ratios and indices of bands: by name for ASTER, Landsat 8 and 9 and Sentinel-2 (vegetation, iron "
            "oxides, ferrous iron, clay, carbonate, silica and others, each with its source in the log), and by your "
            "own expressions.\n"
            "Bands are found by their names, by the sensor's order, or by their wavelength. A band without a value "
            "spoils only the indices that it is in."
        ),
        imagery="Imagery",
        imagery_help="A raster with spectral bands.",
        parameters=IndexParameters,
        start="spectral.indices:start",
        paper="Kalinowski & Oliver 2004, ASTER Mineral Index Processing Manual, Geoscience Australia; van der Meer et "
        "al. 2014, Remote Sensing of Environment 148, 124–133, doi 10.1016/j.rse.2014.03.022; van der Werff & van der "
        "Meer 2016, Remote Sensing 8(11), 883, doi 10.3390/rs8110883; Ninomiya et al. 2005, Remote Sensing of "
        "Environment 99, 127–139, doi 10.1016/j.rse.2005.06.009; Sabins 1999, Ore Geology Reviews 14, 157–183",
        tags="band ratio index NDVI clay iron oxide carbonate silica quartz ASTER Landsat Sentinel expression math",
    ),
    RasterFunction(
        key="similarity",
        title="More like this",
        summary=(
            "Maps how like a place every pixel is: click on a pond, an outcrop or a scar, and see where else the bands "
            "say the same. Best on embeddings such as AlphaEarth’s, of which it needs no training at all.\n"
            "The vectors of an embedding are compared as they are; other bands are first brought to one scale, so "
            "that none counts more for its unit. 1 is alike, 0 unrelated, −1 the opposite."
        ),
        imagery="Imagery",
        imagery_help="An embedding, or any raster with several bands.",
        parameters=SimilarityParameters,
        start="spectral.similarity:start_similarity",
        paper="Brown et al. 2025, AlphaEarth Foundations, arXiv 2507.22291; Kruse et al. 1993, Remote Sensing of "
        "Environment 44, 145–163, doi 10.1016/0034-4257(93)90013-N",
        tags="similarity search embedding AlphaEarth Tessera cosine spectral angle find alike",
        place="Place",
    ),
    RasterFunction(
        key="principal-components",
        title="Principal components",
        summary=(
            "Turns many bands into a few that hold most of what they tell: the directions in which they vary most, one "
            "after the other. The log tells the share of each and which bands count most in it."
        ),
        imagery="Imagery",
        imagery_help="A raster with two bands at least.",
        parameters=ComponentParameters,
        start="spectral.components:start_components",
        paper="Pearson 1901, Philosophical Magazine 2(11), 559–572, doi 10.1080/14786440109462720",
        tags="PCA reduce bands hyperspectral decorrelation variance",
    ),
    RasterFunction(
        key="minimum-noise-fraction",
        title="Minimum noise fraction",
        summary=(
            "Sorts what the bands tell by how clean it is: components of high signal first, noise last. The noise is "
            "told from the differences of neighbouring pixels. Use it before training on hyperspectral imagery: keep "
            "the first ten or so."
        ),
        imagery="Imagery",
        imagery_help="A raster with two bands at least.",
        parameters=NoiseFractionParameters,
        start="spectral.components:start_noise_fractions",
        paper="Green, Berman, Switzer & Craig 1988, IEEE Transactions on Geoscience and Remote Sensing 26(1), 65–74, "
        "doi 10.1109/36.3001",
        tags="MNF noise hyperspectral denoise reduce bands",
    ),
)
"""Every raster function, in the order in which they are listed."""


def raster_function(key: str) -> RasterFunction:
    """Give a raster function by its key.

    Raises:
        UnknownNameError: When there is none.
    """
    by_key = {function.key: function for function in FUNCTIONS}
    if key not in by_key:
        raise UnknownNameError("raster function", key, by_key)
    return by_key[key]


def starter(function: RasterFunction) -> Any:
    """Give what makes a method of an open stack, the parameters and the events; imports what it computes with."""
    module, _, name = function.start.partition(":")
    return getattr(import_module(f"{__package__}.{module}"), name)
