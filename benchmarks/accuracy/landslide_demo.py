"""The landslide demo scene: train on the western 448 columns, evaluate on the eastern 192.

    .venv/bin/python -m benchmarks.accuracy.landslide_demo [--minutes 4.5] [--data ../shared/data]

The data: Landslide4Sense (Ghorbanzadeh et al. 2022; contains modified Copernicus Sentinel data), 640×640 at 10 m.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import replace
from pathlib import Path

from outcrop.core.training.settings.recipes import recipe

from benchmarks import DATA
from benchmarks.accuracy.trial import HEADER, Halves, row, run_trial


def main() -> None:
    """Run `quick` and a random forest, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=4.5)
    parser.add_argument("--data", type=Path, default=DATA)
    given = parser.parse_args()
    folder = given.data / "l4s_hokkaido" / "demo"
    halves = Halves(folder / "atsuma_rgb.tif", folder / "atsuma_landslides.gpkg", "class", "landslide", 448)
    quick = recipe("quick", [f"minutes={given.minutes}"])
    forest = replace(quick, model="random_forest", model_parameters={})
    print(HEADER)
    for chosen in (quick, forest):
        with tempfile.TemporaryDirectory() as work:
            print(row(run_trial(halves, chosen, Path(work))), flush=True)


if __name__ == "__main__":
    main()
