"""The command line: every job from a shell, with help that teaches, `--json` for machines, exit status 0, 1, 2."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from ..errors import BadInputError, OutcropError, unexpected_text
from ..events import Events
from ..files.unfinished import remove_unfinished
from . import (
    after,
    assessment,
    correction,
    data_sets,
    explanation,
    labels,
    models,
    prediction,
    preparation,
    service,
    training,
)
from .base.interruption import interruptions_heard
from .base.options import BAD_INPUT, DONE, FAILED
from .base.terminal import Terminal


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give the exit status."""
    parsed = parser().parse_args(arguments)
    terminal = Terminal()
    events = Events(terminal)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # names may hold what the terminal, or UTF-8, can't spell
            stream.reconfigure(errors="backslashreplace")
    try:
        with interruptions_heard(lambda: _interrupt(events, terminal)):
            status = parsed.perform(parsed, events)
    except BadInputError as error:
        return _refuse(terminal, parsed, error, BAD_INPUT)
    except OutcropError as error:
        return _refuse(terminal, parsed, error, FAILED)
    except BrokenPipeError:  # the reader has closed the pipe
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  (for the rest of the process)
        return FAILED
    except Exception as error:  # noqa: BLE001  (the command line's one broad net)
        traceback.print_exc()
        return _refuse(terminal, parsed, OutcropError(unexpected_text(error)), FAILED)
    terminal.close()
    return int(status or DONE)


def parser() -> argparse.ArgumentParser:
    """Make the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="outcrop",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Train segmentation models on polygons drawn over imagery, and map with them.",
        epilog=(
            "A first round:\n"
            "  outcrop sample --out sample\n"
            "  outcrop train --image sample/image.tif --labels sample/training.gpkg --class-field kind \\\n"
            "                --labelled-area sample/labelled_area.gpkg --minutes 3 --out sample/model.safetensors\n"
            "  outcrop predict --model sample/model.safetensors --image sample/image.tif --out sample/map.tif\n"
            "  outcrop evaluate --prediction sample/map.tif --labels sample/truth.gpkg --class-field kind \\\n"
            "                --labelled-area sample/evaluation_area.gpkg"
        ),
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    data_sets.add_sample(commands)
    for kind in (
        training,
        prediction,
        assessment,
        explanation,
        models,
        labels,
        preparation,
        after,
        correction,
        data_sets,
        service,
    ):
        kind.add(commands)
    return top


def _interrupt(events: Events, terminal: Terminal) -> None:
    """Stop at the next occasion; the second time at once, with what was being written taken away."""
    if events.cancelled:
        remove_unfinished()
        os._exit(FAILED)
    events.cancel()
    terminal.say("Stopping. Press Ctrl+C again to end at once.")


def _refuse(terminal: Terminal, arguments: argparse.Namespace, error: OutcropError, status: int) -> int:
    terminal.close()
    if getattr(arguments, "json", False):
        print(json.dumps({"error": str(error), "status": status}, ensure_ascii=False))
    print(f"outcrop: {error}", file=sys.stderr)
    return status
