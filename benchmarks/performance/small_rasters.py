"""A small raster from nothing: seconds and memory of one `outcrop predict`, by the size of its tiles.

    python -m benchmarks.performance.small_rasters [--sides 700 1000 2000] [--tiles 0 256 384 576 1056] [--rounds 3]

Every prediction is a process of its own, as the toolbox starts one: importing torch, reading the model and touching
memory for the first time count. Tile 0 is the automatic choice. The fastest of the rounds is told.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks import ROOT
from benchmarks.performance.noise_raster import make_raster
from benchmarks.performance.prediction_speed import BANDS, make_model


def main() -> None:
    """Predict every raster with every tile and print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sides", type=int, nargs="+", default=[700, 1000, 2000])
    parser.add_argument("--tiles", type=int, nargs="+", default=[0, 256, 384, 576, 1056])
    parser.add_argument("--width", type=int, default=16)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    print(
        f"{os.cpu_count()} cores, width {given.width}\n\n| raster | tile | s | system s | MB |\n|---|---|---|---|---|"
    )
    with tempfile.TemporaryDirectory(prefix="outcrop-bench-") as folder:
        model = Path(folder) / "model.safetensors"
        make_model(model, "unet_improved", {"width": given.width}, 4, 16)
        for side in given.sides:
            raster = Path(folder) / f"{side}.tif"
            make_raster(raster, side, len(BANDS), "uint16", BANDS)
            for tile in given.tiles:
                seconds, system, peak = min(
                    predict(model, raster, Path(folder) / "out.tif", tile) for _ in range(given.rounds)
                )
                called = str(tile) if tile else "automatic"
                print(f"| {side}×{side} | {called} | {seconds:.2f} | {system:.2f} | {peak:.0f} |", flush=True)


def predict(model: Path, raster: Path, out: Path, tile: int) -> tuple[float, float, float]:
    """Give the seconds, the system's share of them and the largest resident memory in MB of one prediction."""
    command = [str(ROOT / ".venv" / "bin" / "python"), "-I", str(ROOT / "core"), "predict", "--model", str(model)]
    command += ["--image", str(raster), "--out", str(out), "--engine", "torch"]
    command += ["--tile-px", str(tile)] if tile else []
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"This failed: {' '.join(command)}")
    return time.monotonic() - began, used.ru_stime, used.ru_maxrss / 1000


if __name__ == "__main__":
    main()
