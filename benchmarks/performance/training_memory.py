"""How much memory training takes, whatever the raster's size.

    python -m benchmarks.performance.training_memory [--sizes 2000 20000] [--model unet_improved] [--set batch_size=4]

Every size is trained on in a process of its own, which tells its largest resident memory. The rasters repeat one block
of noise in four 16-bit bands, compressed, so that they fit any disk; a labelled area covers all of them, so that every
pixel is a label. The batches are the same for all sizes: what differs is what preparing, drawing, reading and
validating need.
"""

from __future__ import annotations

import argparse
import json
import resource
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pyogrio.raw
import rasterio
import shapely
from outcrop.core.events import Events
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.execution import execute
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipes import recipe

from benchmarks.performance.noise_raster import make_raster
from benchmarks.performance.prediction_speed import BANDS

HEADER = "| raster | model | peak memory MB | preparing s | training s |\n|---|---|---|---|---|"
_SQUARES = 12
"""Along each axis: so many polygons of each of two classes, whatever the raster's size."""


def main() -> None:
    """Measure every size and print a table."""
    given = _arguments()
    if given.one:
        measure(*given.one, given)
        return
    print(f"`.venv/bin/python -m benchmarks.performance.training_memory {shlex.join(sys.argv[1:])}`".replace(" `", "`"))
    print(f"\n{HEADER}")
    options = ["--model", given.model, "--steps", str(given.steps), "--threads", str(given.threads)]
    options += [word for setting in given.set for word in ("--set", setting)]
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        for size in given.sizes:
            image, labels = Path(name) / f"{size}.tif", Path(name) / f"{size}.gpkg"
            make_raster(image, size, len(BANDS), "uint16", BANDS)
            make_labels(labels, image)
            command = [sys.executable, "-m", __spec__.name, *options, "--one", str(image), str(labels)]
            told = subprocess.run(command, capture_output=True, text=True, check=False)
            if told.returncode:
                sys.exit(told.stderr)
            found = json.loads(told.stdout.splitlines()[-1])
            values = " | ".join(str(found[name]) for name in ("peak_mb", "preparing_s", "training_s"))
            print(f"| {size}×{size} | `{given.model}` | {values} |", flush=True)
            image.unlink()


def make_labels(path: Path, image: Path) -> None:
    """Write squares of two classes all over an image, and the whole image as labelled area."""
    with rasterio.open(image) as file:
        place, size, crs = file.transform, file.width, file.crs.to_wkt()
    starts = np.linspace(0.02, 0.94, _SQUARES) * size
    shapes, kinds = [], []
    for row, top in enumerate(starts):
        for col, left in enumerate(starts):
            corners = place @ (left, top), place @ (left + 0.03 * size, top + 0.03 * size)
            shapes.append(shapely.box(*corners[0], *corners[1]))
            kinds.append(("slide", "lake")[(row + col) % 2])
    whole = [shapely.box(*(place @ (0, 0)), *(place @ (size, size)))]
    for layer, drawn, names in (("polygons", shapes, kinds), ("area", whole, ["all"])):
        pyogrio.raw.write(
            str(path), shapely.to_wkb(np.array(drawn)), [np.array(names, dtype=object)], np.array(["kind"]),
            geometry_type="Polygon", crs=crs, driver="GPKG", layer=layer, append=path.exists(),
        )  # fmt: skip


def measure(image: str, labels: str, given: argparse.Namespace) -> None:
    """Train in this process, and print its peak of resident memory in MB and the seconds it took."""
    begun = time.monotonic()
    first: list[float] = []

    def hear(event: dict[str, object]) -> None:
        if "step" in event and not first:
            first.append(time.monotonic())

    settings = [f"model={given.model}", "minutes=none", "epochs=1", f"tiles_per_epoch={8 * given.steps}", *given.set]
    scene = Scene((image,), labels, "kind", "polygons", labels, "area")
    model = str(Path(image).with_suffix(".safetensors"))
    execute(TrainJob((scene,), model, recipe("quick", settings), device="cpu", threads=given.threads), Events(hear))
    scale = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale / 1e6
    started = first[0] if first else time.monotonic()
    seconds = {"preparing_s": round(started - begun), "training_s": round(time.monotonic() - started)}
    print(json.dumps({"peak_mb": round(peak), **seconds}))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[2000, 20_000], help="sides in pixels")
    parser.add_argument("--model", default="unet_improved")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="a setting of the recipe")
    parser.add_argument("--steps", type=int, default=30)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--folder", default=None, help="where the rasters go; they need about 1 GB for 20,000 px")
    parser.add_argument("--one", nargs=2, metavar=("IMAGE", "LABELS"), help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
