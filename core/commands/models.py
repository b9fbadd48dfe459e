"""Commands about models: list them, tell what a file holds, give them out and take them in."""

from __future__ import annotations

import argparse
import json
from typing import Any

from ..events import Events
from ..interchange.import_parameters import OnnxSettings
from ..interchange.jobs import ExportOnnxJob, ImportModelJob
from ..model.catalogue import architectures
from .base.options import (
    DONE,
    add_command,
    add_described,
    described_values,
    finish,
    perform_job,
    print_result,
    read_described,
)


def add(commands: Any) -> None:
    """Add the commands."""
    sub = add_command(commands, "models", "list the models that can be trained, or tell what a model file holds")
    sub.add_argument("file", nargs="?", metavar="M.safetensors", help="a model file")
    finish(sub, _models)
    sub = add_command(commands, "export-onnx", "write a model as ONNX, for Deepness and other programs")
    sub.add_argument("--model", required=True, metavar="M.safetensors", help="the model; a network")
    sub.add_argument("--out", required=True, metavar="M.onnx", help="takes values divided by 255, gives probabilities")
    add_described(sub, ExportOnnxJob)
    finish(
        sub,
        perform_job(
            lambda arguments: ExportOnnxJob(
                arguments.model, arguments.out, **described_values(arguments, ExportOnnxJob)
            )
        ),
    )
    sub = add_command(commands, "import-model", "make a model file of an ONNX segmentation model, or copy one")
    sub.add_argument("--file", required=True, metavar="M.onnx", help="an ONNX file with its weights, or a model file")
    sub.add_argument("--out", required=True, metavar="M.safetensors", help="the model file to write")
    add_described(sub, OnnxSettings)
    finish(
        sub,
        perform_job(
            lambda arguments: ImportModelJob(arguments.file, arguments.out, read_described(arguments, OnnxSettings))
        ),
    )


def _models(arguments: argparse.Namespace, events: Events) -> int:
    del events
    if arguments.file:
        from ..model.card_file import read_card

        return print_result(arguments, json.loads(read_card(arguments.file).to_json()))
    if arguments.json:
        return print_result(
            arguments,
            {
                entry.key: {"title": entry.title, "kind": entry.kind, "paper": entry.paper}
                for entry in architectures().values()
            },
        )
    for entry in architectures().values():
        print(f"{entry.key:<26}{entry.title}\n{'':<26}{entry.good_for}\n{'':<26}{entry.paper}")
    return DONE
