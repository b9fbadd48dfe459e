"""How long the lines along the middle of one noisy feature take: `python -m benchmarks.performance.skeletons`.

Features of 600 by 600 pixels: the largest connected part of white noise, where so large a share of pixels is set, and
of noise smoothed over two pixels, which is nearer to what a classifier of single pixels leaves.
"""

from __future__ import annotations

import time

import numpy as np
from outcrop.core.vectorise.skeleton import middle_lines
from scipy import ndimage

SIDE, SHARES, SMOOTHED_PX = 600, (0.55, 0.65, 0.75, 0.9), 2.0


def largest(mask: np.ndarray) -> np.ndarray:
    """Give the largest connected part (H, W) of a mask."""
    parts, _ = ndimage.label(mask, np.ones((3, 3)))
    return np.asarray(parts == np.bincount(parts.ravel())[1:].argmax() + 1)


def main() -> None:
    """Print one row a feature."""
    rng = np.random.default_rng(0)
    features = {f"white noise, {share:.0%} set": rng.random((SIDE, SIDE)) < share for share in SHARES}
    smooth = ndimage.gaussian_filter(rng.random((SIDE, SIDE)), SMOOTHED_PX)
    features["smoothed noise, half set"] = smooth > np.median(smooth)
    print("| feature | pixels | lines | CPU seconds |\n|---|---:|---:|---:|")
    for name, mask in features.items():
        feature = largest(mask)
        began = time.process_time()
        lines = middle_lines(feature)
        print(f"| {name} | {feature.sum():,} | {len(lines):,} | {time.process_time() - began:.2f} |", flush=True)


if __name__ == "__main__":
    main()
