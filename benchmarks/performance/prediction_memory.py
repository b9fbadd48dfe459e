"""How much memory prediction takes, whatever the raster's size.

    python -m benchmarks.performance.prediction_memory [--sizes 1024 4096 16384] [--classes 6]

Every size is predicted in a process of its own, which prints its largest resident memory; the rasters compress to
little, so that they fit any disk.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from outcrop.core.events import Events
from outcrop.core.jobs.execution import execute
from outcrop.core.model.catalogue import architecture
from outcrop.core.parameters import from_dict
from outcrop.core.prediction.jobs import PredictJob

from benchmarks.performance.noise_raster import make_raster
from benchmarks.performance.prediction_speed import BANDS, make_model


def measure(model: str, raster: str, out: str, extra: dict[str, bool]) -> None:
    """Predict in this process and print its peak of resident memory in MB and the seconds it took."""
    result = execute(PredictJob((model,), (raster,), out, engine="torch", **extra), Events())
    scale = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale / 1e6
    print(json.dumps({"peak_mb": round(peak), "seconds": round(result["seconds"], 1)}))


def main() -> None:
    """Measure every size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1024, 4096, 16384])
    parser.add_argument("--classes", type=int, nargs="+", default=[6])
    parser.add_argument("--width", type=int, default=4, help="channels of the network's first level")
    parser.add_argument("--probabilities", action="store_true")
    parser.add_argument("--blend", action="store_true")
    parser.add_argument("--one", nargs=3, metavar=("MODEL", "RASTER", "OUT"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    extra = {"probabilities": given.probabilities, "blend": given.blend}
    if given.one:
        measure(*given.one, extra)
        return
    flags = [f"--{name}" for name, wanted in extra.items() if wanted]
    parameters = from_dict(architecture("unet_improved").parameters, {"width": given.width})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for classes in given.classes:
            model = folder / f"{classes}.safetensors"
            make_model(model, "unet_improved", vars(parameters), classes, margin=16)
            for size in given.sizes:
                raster = folder / f"{size}.tif"
                if not raster.exists():
                    make_raster(raster, size, len(BANDS), "uint16", BANDS)
                again = [sys.executable, "-m", __spec__.name, *flags]
                command = [*again, "--one", str(model), str(raster), str(folder / "out.tif")]
                told = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ))
                print(f"{size}x{size}, {classes} classes: {told.stdout.strip()}", flush=True)


if __name__ == "__main__":
    main()
