"""How much memory and time preparing layers takes, whatever the raster's size (aim: flat from 1,000² to 20,000²).

    python -m benchmarks.performance.preparation_memory [--sizes 1000 5000 20000] [--only terrain …]

Every size is done in a process of its own, which prints its largest resident memory; the rasters compress to little, so
that they fit any disk.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio
import shapely
from outcrop.core.events import Events
from outcrop.core.jobs.execution import execute
from outcrop.core.preparation.jobs import LayerJob
from rasterio.transform import from_bounds
from rasterio.warp import transform_bounds

from benchmarks.performance.noise_raster import PLACE, make_raster

CASES: dict[str, tuple[str, int, dict[str, Any]]] = {
    "terrain": ("terrain", 1, {"curvature": True, "roughness": True}),
    "indices": ("spectral-indices", 9, {"sensor": "aster", "indices": "all"}),
    "components": ("principal-components", 6, {}),
    "noise fractions": ("minimum-noise-fraction", 6, {}),
    "log-ratios": ("log-ratios", 6, {}),
    "fusion": ("fusion", 6, {}),
    "fusion of larger layers": ("fusion", 2, {}),
    "pan-sharpening": ("pan-sharpening", 1, {}),
    "stack": ("principal-components", 2, {}),
    "magnetics": ("magnetics", 1, {"inclination_deg": 60.0, "declination_deg": 5.0}),
    "radiometrics": ("radiometrics", 3, {}),
    "kriging": ("points-to-grid", 1, {}),
    "spline": ("points-to-grid", 1, {"method": "thin_plate_spline"}),
    "inverse distance": ("points-to-grid", 1, {"method": "inverse_distance"}),
}
"""By name: the function, how many bands its raster has, and its settings."""
_COARSE, _SPECTRAL, _ELSEWHERE, _POINTS = "coarse.tif", "spectral.tif", "elsewhere.tif", "points.gpkg"
BESIDE = {
    "fusion": (_COARSE,), "fusion of larger layers": (_SPECTRAL,), "pan-sharpening": (_SPECTRAL,),
    "stack": (_SPECTRAL, _COARSE, _ELSEWHERE),
}  # fmt: skip
"""What is stacked on the raster: with pixels a hundred times, four times as large, in degrees."""
_RATIO, _POINT_COUNT = 100, 500


def make_coarse(path: Path, size: int) -> None:
    """Write a layer whose pixels are a hundred times as large, below a raster of that size."""
    side = max(6, size // _RATIO)
    values = np.random.default_rng(1).normal(50, 5, (1, side, side)).astype(np.float32)
    profile = {"driver": "GTiff", "height": side, "width": side, "count": 1, "dtype": "float32", "crs": "EPSG:32654"}
    with rasterio.open(path, "w", **profile, transform=PLACE @ rasterio.Affine.scale(size / side)) as file:
        file.write(values)


def make_spectral(path: Path, size: int) -> None:
    """Write four bands whose pixels are four times as large, below a raster of that size."""
    make_raster(path, size // 4, 4, "float32")
    with rasterio.open(path, "r+") as file:
        file.transform = PLACE @ rasterio.Affine.scale(size / (size // 4))


def make_elsewhere(path: Path, size: int) -> None:
    """Write a layer in degrees, below a raster of that size, with pixels of some 50 m."""
    west, south, east, north = transform_bounds(
        "EPSG:32654", "EPSG:4326", PLACE.c, PLACE.f - 10 * size, PLACE.c + 10 * size, PLACE.f
    )
    make_raster(path, size // 5, 1, "float32")
    with rasterio.open(path, "r+") as file:
        file.crs = "EPSG:4326"
        file.transform = from_bounds(west, south, east, north, size // 5, size // 5)


def make_points(path: Path, size: int) -> None:
    """Write points with a number over a raster of that size."""
    rng = np.random.default_rng(2)
    cols, rows = rng.uniform(0, size, (2, _POINT_COUNT))
    x, y = PLACE @ (cols, rows)
    values = np.sin(cols * 6 / size) + np.cos(rows * 9 / size) + rng.normal(0, 0.1, _POINT_COUNT)
    shapes = shapely.to_wkb(shapely.points(x, y))
    pyogrio.raw.write(path, shapes, [values], ["zn"], geometry_type="Point", crs="EPSG:32654", driver="GPKG")


def measure(case: str, raster: str, out: str) -> None:
    """Make a layer in this process and print its peak of resident memory in MB and the seconds it took."""
    function, _, settings = CASES[case]
    begin = time.perf_counter()
    beside = Path(raster).parent
    images = (raster, *(str(beside / name) for name in BESIDE.get(case, ())))
    points = {"points": str(beside / _POINTS), "field": "zn"} if function == "points-to-grid" else {}
    execute(LayerJob(function, images, out, settings=settings, **points), Events())
    scale = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale / 1e6
    print(json.dumps({"peak_mb": round(peak), "seconds": round(time.perf_counter() - begin, 1)}))


def main() -> None:
    """Measure every case at every size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 5000, 20_000])
    parser.add_argument("--only", nargs="+", choices=CASES, default=list(CASES))
    parser.add_argument("--one", nargs=3, metavar=("CASE", "RASTER", "OUT"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        measure(*given.one)
        return
    print("| case | side | peak MB | s |\n|---|---|---|---|")
    for case in given.only:
        for size in given.sizes:
            with tempfile.TemporaryDirectory() as name:
                raster, out = Path(name) / "raster.tif", Path(name) / "out.tif"
                make_raster(raster, size, CASES[case][1], "float32")
                make_coarse(Path(name) / _COARSE, size)
                if case in BESIDE:
                    make_spectral(Path(name) / _SPECTRAL, size)
                    make_elsewhere(Path(name) / _ELSEWHERE, size)
                make_points(Path(name) / _POINTS, size)
                command = [sys.executable, "-m", __spec__.name, "--one", case, str(raster), str(out)]
                done = subprocess.run(command, check=True, capture_output=True, text=True)
                told = json.loads(done.stdout)
            print(f"| {case} | {size} | {told['peak_mb']} | {told['seconds']} |", flush=True)


if __name__ == "__main__":
    main()
