"""Commands about data sets: the sample scene, tiles for other programs, tiles from them."""

from __future__ import annotations

import argparse
from typing import Any

from ..labels.datasets.jobs import ExportTilesJob, ImportTilesJob
from ..labels.datasets.tile_export_settings import TileSettings
from ..sample.jobs import SCENES, USUAL_SCENE, SampleJob
from .base.options import (
    add_command,
    add_data,
    add_described,
    described_values,
    finish,
    perform_job,
    read_described,
    read_scene,
)


def add_sample(commands: Any) -> None:
    """Add the command that makes a sample scene."""
    sub = add_command(commands, "sample", "make a sample scene: imagery, polygons and the truth")
    sub.add_argument("--out", required=True, metavar="FOLDER", help="folder to write to; made if it isn't there")
    sub.add_argument("--seed", type=int, default=1, help="another seed gives another scene (default: 1)")
    sub.add_argument("--size", type=int, metavar="PX", help="side of the scene (default: its kind's)")
    kinds = "; ".join(f"{name}: {kind.title}" for name, kind in SCENES.items())
    sub.add_argument("--scene", choices=list(SCENES), default=USUAL_SCENE, help=f"{kinds} (default: {USUAL_SCENE})")
    finish(
        sub, perform_job(lambda arguments: SampleJob(arguments.out, arguments.seed, arguments.size, arguments.scene))
    )


def add(commands: Any) -> None:
    """Add the commands about tiles."""
    sub = add_command(commands, "export-tiles", "cut imagery and labels into a data set of tiles for other programs")
    add_data(sub, required=True)
    sub.add_argument("--out", required=True, metavar="FOLDER", help="a new or empty folder")
    sub.add_argument("--excluded", default="", metavar="FILE", help="polygons (clouds) whose tiles are left out")
    sub.add_argument("--excluded-layer", default="", metavar="NAME", help="the layer, where that file has several")
    sub.add_argument("--seed", type=int, default=0, help="the same seed gives every tile the same part")
    add_described(sub, TileSettings)
    finish(sub, perform_job(_export_job))
    sub = add_command(commands, "import-tiles", "make imagery and labels to train on of a data set of tiles")
    sub.add_argument("--data-set", required=True, metavar="FOLDER", help="the folder that holds train, valid and test")
    sub.add_argument("--out", required=True, metavar="FOLDER", help="a new or empty folder; its scenes.json trains")
    add_described(sub, ImportTilesJob)
    finish(sub, perform_job(_import_job))


def _export_job(arguments: argparse.Namespace) -> ExportTilesJob:
    settings = read_described(arguments, TileSettings)
    return ExportTilesJob(
        read_scene(arguments), arguments.out, settings, arguments.seed, arguments.excluded, arguments.excluded_layer
    )


def _import_job(arguments: argparse.Namespace) -> ImportTilesJob:
    from ..parameters import from_dict

    values = {"folder": arguments.data_set, "out": arguments.out, **described_values(arguments, ImportTilesJob)}
    return from_dict(ImportTilesJob, values)
