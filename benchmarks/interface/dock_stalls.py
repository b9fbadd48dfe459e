"""Stalls: how long QGIS's window is deaf while the dock's jobs run, beside what the same jobs outside do to it.

    .venv/bin/python -m benchmarks.interface.dock_stalls [--seconds 20] [--side 6144] [--where]

A real QGIS on a virtual screen, driven by mouse. A timer of its main thread that ought to tick every 10 ms notes the
time between its ticks. Idle shows what the machine itself does; “outside” is the same training or prediction by the
command line, as nice as the dock's worker, with the dock idle: what “dock” has more than that is the dock's doing.
"""

from __future__ import annotations

import argparse
import os
import runpy
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.windows import Window

from benchmarks import ROOT

DESKTOP = runpy.run_path(str(ROOT / "tests" / "desktop" / "desktop.py"))
OUTCROP = ROOT / ".venv" / "bin" / "outcrop"
_LONGEST_S = 1200.0
_COLUMNS = ("p50", "p95", "p99", "max", "computed", "most_computed", "over_50", "over_100", "ticks")


def main() -> None:
    """Make the scene, go through the phases, and print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=20.0, help="of each phase that has no end of its own")
    parser.add_argument("--side", type=int, default=6144, help="of the imagery in pixels")
    parser.add_argument("--predicted", type=int, default=3000, help="side of what is predicted, in pixels")
    parser.add_argument("--where", action="store_true", help="tell what Python did in the late gaps; disturbs a little")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="outcrop-bench-") as folder:
        work = Path(folder)
        sample = work / "sample"
        subprocess.run([str(OUTCROP), "sample", "--out", str(sample)], check=True, capture_output=True)
        repeat(sample / "image.tif", work / "scene.tif", given.side)
        facts = {
            "sample": str(sample), "image": str(work / "scene.tif"), "work": folder, "outcrop": str(OUTCROP),
            "seconds": given.seconds, "predicted_px": given.predicted, "where": given.where,
        }  # fmt: skip
        profiles = DESKTOP["make_profile"](work / "qgis", work / "outcrop")
        told = DESKTOP["run_script"](Path(__file__).with_name("stalls_tour.py"), profiles, facts, _LONGEST_S)
    print(f"{given.side}×{given.side} px, {os.cpu_count()} cores, QGIS ended with {told['exit_status']}; ms\n")
    print("| phase | p50 | p95 | p99 | max | of it computed | most computed | > 50 ms | > 100 ms | ticks |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for phase in told["phases"]:
        print_phase(phase)


def print_phase(phase: Mapping[str, Any]) -> None:
    """Print one row, and what Python did when it was late."""
    print("| " + " | ".join([phase["phase"], *(str(phase[column]) for column in _COLUMNS)]) + " |")
    for place, times in phase["where"]:
        print(f"    {times}× {place}")


def repeat(image: Path, out: Path, side: int) -> None:
    """Make a large raster of a small one, beside and below itself, with the small one's place in its upper left."""
    with rasterio.open(image) as small:
        values, profile, names, colours = small.read(), small.profile, small.descriptions, small.colorinterp
    profile.update(driver="GTiff", width=side, height=side, tiled=True, compress=None, blockxsize=256, blockysize=256)
    with rasterio.open(out, "w", **profile) as large:
        large.colorinterp, large.descriptions = colours, names
        row = np.tile(values, -(-side // values.shape[2]))[:, :, :side]
        for top in range(0, side, row.shape[1]):
            high = min(row.shape[1], side - top)
            large.write(row[:, :high], window=Window(0, top, side, high))


if __name__ == "__main__":
    main()
