"""Every model of the list on one scene under one budget of training time each, in one table as the papers print theirs.

    .venv/bin/python -m benchmarks.accuracy.models [--seconds 90] [--models unet,linknet] [--set KEY=VALUE] [--width 16]

Landslides in Hokkaido, Sentinel-2 colours at 10 m, 1920×1280: columns 0–1023 train, 1024–1919 test. All networks start
from nothing (no weights can be fetched where this ran), with the recipe `quick` and a tenth of the labels held back.
The papers' own networks have the width of `quick`, 16; the others have their papers' encoders and therefore take few
steps in the budget. Data: Landslide4Sense (Ghorbanzadeh et al. 2022).
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import replace
from pathlib import Path

from outcrop.core.model.catalogue import architectures, without_pretraining
from outcrop.core.training.settings.recipes import recipe

from benchmarks import DATA
from benchmarks.accuracy.trial import HEADER, Halves, row, run_trial

_NARROWED = ("unet", "unet_improved", "unet_residual", "segnet")


def main() -> None:
    """Train, predict and evaluate every model, and print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=90, help="training time of each network")
    parser.add_argument("--models", default="", help="only these keys, with commas between them")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="another setting of the recipe")
    parser.add_argument("--width", type=int, default=16, help="of the papers' own networks")
    parser.add_argument("--data", type=Path, default=DATA)
    given = parser.parse_args()
    folder = given.data / "l4s_hokkaido"
    halves = Halves(folder / "image_harmonised.tif", folder / "landslides.gpkg", "class", "landslide", 1024)
    base = recipe("quick", [f"minutes={given.seconds / 60}", "validation_share=0.1", *given.set])
    print(HEADER)
    for key in given.models.split(",") if given.models else architectures():
        narrow = {"width": given.width} if key in _NARROWED else {}
        chosen = replace(base, model=key, model_parameters={**without_pretraining(key, {}), **narrow})
        with tempfile.TemporaryDirectory() as work:
            print(row(run_trial(halves, chosen, Path(work))), flush=True)


if __name__ == "__main__":
    main()
