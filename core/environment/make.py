"""The command that makes the checkout's environments; the Makefile calls it."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Optional, TextIO

from ..errors import BadInputError, OutcropError
from ..files.whole_file import write_text
from .installation import make_environment
from .plan import EnvironmentPlan, worker_plan
from .torch_build import CHOICES, choose_torch_build

_CORE = Path(__file__).resolve().parents[1]
_BAR_WIDTH = 30
_LAUNCHER = """#!/bin/sh
# Runs Outcrop's command line in this environment, from any folder.
here=$(dirname -- "$(readlink -f -- "$0")")
exec "$here/python" -I '{core}' "$@"
"""


class ConsoleBar:
    """A progress bar on a terminal; elsewhere one line for each new step."""

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self.text = ""

    def __call__(self, fraction: float, text: str) -> None:
        """Show the finished fraction, 0 to 1, and what is being done."""
        if not self.out.isatty():
            if text != self.text:
                self.out.write(f"{fraction:4.0%}  {text}\n")
        else:
            done = round(fraction * _BAR_WIDTH)
            room = max(10, shutil.get_terminal_size().columns - _BAR_WIDTH - 8)
            bar = "█" * done + "░" * (_BAR_WIDTH - done)
            self.out.write(f"\r\x1b[K{bar} {fraction:4.0%}  {text[:room]}")
        self.text = text
        self.out.flush()

    def end(self) -> None:
        """Leave the bar's line."""
        if self.out.isatty() and self.text:
            self.out.write("\n")


def main(argv: Optional[Sequence[str]] = None) -> int:
    """Make one environment; the exit status is 0, 1 if it failed, 2 if the input was bad."""
    options = _parser().parse_args(argv)
    bar = ConsoleBar(sys.stdout)
    try:
        plan = _plan(options)
        is_new = make_environment(plan, bar)
        if options.launcher:
            _write_launcher(plan)
    except OutcropError as error:
        bar.end()
        sys.stderr.write(f"{error}\n")
        return 2 if isinstance(error, BadInputError) else 1
    bar.end()
    sys.stdout.write(f"{options.folder}: {'made' if is_new else 'up to date'}\n")
    return 0


def _plan(options: argparse.Namespace) -> EnvironmentPlan:
    if options.alone:
        return EnvironmentPlan(options.folder, options.python, tuple(options.lock), imports=tuple(options.imports))
    if options.in_qgis:
        return EnvironmentPlan(
            options.folder, options.python, tuple(options.lock), imports=tuple(options.imports), sees_system=True
        )
    return worker_plan(options.folder, options.python, choose_torch_build(options.torch), tuple(options.lock))


def _write_launcher(plan: EnvironmentPlan) -> None:
    launcher = plan.interpreter.with_name("outcrop")
    write_text(launcher, _LAUNCHER.format(core=str(_CORE).replace("'", "'\\''")))
    launcher.chmod(0o755)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="environment", description="Make one of the checkout's environments.")
    parser.add_argument("folder", type=lambda text: Path(text).absolute(), help="where it shall be")
    parser.add_argument("--python", type=Path, default=Path(sys.executable), help="the interpreter to make it with")
    parser.add_argument("--lock", action="append", default=[], help="a further file in requirements/; can be repeated")
    parser.add_argument("--torch", choices=CHOICES, default="auto", help="which build of torch (default: by the GPU)")
    parser.add_argument("--launcher", action="store_true", help="also write the command `outcrop` into it")
    parser.add_argument("--in-qgis", action="store_true", help="let it see the system's packages; no torch")
    parser.add_argument("--alone", action="store_true", help="hold the named locks alone; no torch")
    parser.add_argument("--imports", nargs="*", default=[], help="modules that prove such an environment whole")
    return parser
