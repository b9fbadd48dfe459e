"""Whether fusion finds again what a band lost by being made coarse, against bicubic interpolation.

    python -m benchmarks.accuracy.fusion_gain IMAGE [--ratios 4 10 20]

Each band is made coarse by means and fused with all others; told is the correlation with the band as it was, away from
the edges.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np
import rasterio
from outcrop.core.events import Events
from outcrop.core.jobs.execution import execute
from outcrop.core.preparation.jobs import LayerJob
from rasterio.enums import Resampling
from rasterio.warp import reproject


def gain(image: str, band: int, ratio: int, folder: Path, settings: dict[str, object]) -> tuple[float, float]:
    """Give the correlations of a band with what bicubic interpolation and fusion make of it once it is coarse."""
    with rasterio.open(image) as file:
        height, width = (length // ratio * ratio for length in (file.height, file.width))
        values, place, crs = file.read(window=((0, height), (0, width))).astype(np.float32), file.transform, file.crs
    coarse = values[band].reshape(height // ratio, ratio, width // ratio, ratio).mean(axis=(1, 3))
    coarse_place = place @ rasterio.Affine.scale(ratio)
    others = np.delete(values, band, axis=0)
    for name, own, at in (("fine.tif", others, place), ("coarse.tif", coarse[None], coarse_place)):
        profile = {"driver": "GTiff", "count": len(own), "height": own.shape[1], "width": own.shape[2]}
        with rasterio.open(folder / name, "w", **profile, dtype="float32", crs=crs, transform=at) as file:
            file.write(own)
    images = (str(folder / "fine.tif"), str(folder / "coarse.tif"))
    execute(LayerJob("fusion", images, str(folder / "fused.tif"), settings=dict(settings)), Events())
    with rasterio.open(folder / "fused.tif") as file:
        fused = file.read(1)
    bicubic = np.empty((height, width), np.float32)
    reproject(
        coarse, bicubic, src_transform=coarse_place, dst_transform=place, src_crs=crs, dst_crs=crs,
        resampling=Resampling.cubic,
    )  # fmt: skip
    inner = (slice(2 * ratio, -2 * ratio),) * 2
    true = values[band][inner].ravel()
    return tuple(float(np.corrcoef(own[inner].ravel(), true)[0, 1]) for own in (bicubic, fused))


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("image")
    parser.add_argument("--ratios", type=int, nargs="+", default=[4, 10, 20])
    given = parser.parse_args()
    with rasterio.open(given.image) as file:
        names = [name or f"band {number}" for number, name in zip(file.indexes, file.descriptions)]
    print("| band | ratio | bicubic | fused | fused in windows of 9 |\n|---|---|---|---|---|")
    for band, name in enumerate(names):
        for ratio in given.ratios:
            with tempfile.TemporaryDirectory() as folder:
                plain, fused = gain(given.image, band, ratio, Path(folder), {})
                _, local = gain(given.image, band, ratio, Path(folder), {"window_px": 9})
            print(f"| {name} | {ratio} | {plain:.3f} | {fused:.3f} | {local:.3f} |", flush=True)


if __name__ == "__main__":
    main()
