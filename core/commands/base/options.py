"""What commands share: their options, made from the jobs' own fields where there are any, and how they end."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable
from typing import Any, Optional

from ...errors import BadInputError
from ...events import Events
from ...files.json_text import parse_json
from ...geodata.extent import Extent
from ...geodata.scene import Scene
from ...jobs.execution import execute
from ...parameters import Parameter, describe, from_dict
from .scenes_file import read_scenes

DONE, FAILED, BAD_INPUT = 0, 1, 2
Perform = Callable[[argparse.Namespace, Events], int]
_VALUES = {int: "NUMBER", float: "NUMBER", str: "NAME"}


def add_command(commands: Any, name: str, about: str, **options: Any) -> argparse.ArgumentParser:
    """Add a command with one sentence about it, in the list of commands and at the top of its own help."""
    listed = about.replace("%", "%%")  # which argparse would fill in
    sub: argparse.ArgumentParser = commands.add_parser(name, help=listed, description=about, **options)
    return sub


def finish(sub: argparse.ArgumentParser, perform: Perform) -> None:
    """Say what a command does, and let it print JSON."""
    sub.add_argument("--json", action="store_true", help="print the result as JSON, for machines")
    sub.set_defaults(perform=perform)


def add_data(sub: argparse.ArgumentParser, *, required: bool = False) -> None:
    """Add what a scene is made of."""
    sub.add_argument(
        "--image",
        action="append",
        required=required,
        default=[],
        metavar="I.tif",
        help="the imagery; again for a stack on the first one's grid",
    )
    sub.add_argument("--bands", default="", metavar="1:4,1:3,…", help="image:band numbers in order (default: all)")
    add_sources(sub)
    add_labels(sub, required=required)
    add_extent(sub)


def add_sources(sub: argparse.ArgumentParser) -> None:
    """Add how the images are read."""
    sub.add_argument(
        "--source", action="append", default=[], metavar="2=category",
        help="how an image, or image:band, is read where not as its file says: measurement, category, angle or "
        "embedding, then nearest, bilinear, cubic or average, scale=, offset=, nodata=, gaps=all, with commas between; "
        "again for more",
    )  # fmt: skip


def add_labels(sub: argparse.ArgumentParser, *, required: bool) -> None:
    """Add the labels."""
    sub.add_argument(
        "--labels", required=required, default="", metavar="FILE", help="class polygons or points, or a label raster"
    )
    sub.add_argument("--layer", default="", metavar="NAME", help="the layer, where the file has several")
    sub.add_argument("--class-field", default="", metavar="F", help="the field that holds the class; text or number")
    sub.add_argument("--labelled-area", default="", metavar="FILE", help="polygons inside which the rest is background")


def add_corrections(sub: argparse.ArgumentParser) -> None:
    """Add what was corrected and reviewed on maps, for commands that learn."""
    sub.add_argument(
        "--corrections", action="append", default=[], metavar="C.gpkg",
        help="a correction session whose pixels are labels too and go before all others; again for more",
    )  # fmt: skip
    sub.add_argument(
        "--reviews", action="append", default=[], metavar="R.gpkg",
        help="reviews of a map, where what was found right is a label, or an accuracy sample, whose pixels never are; "
        "again for more",
    )  # fmt: skip


def add_extent(sub: argparse.ArgumentParser) -> None:
    """Add an extent."""
    sub.add_argument(
        "--extent",
        nargs=4,
        type=float,
        metavar=("XMIN", "YMIN", "XMAX", "YMAX"),
        help="only here, in the imagery's coordinates",
    )


def add_device(sub: argparse.ArgumentParser) -> None:
    """Add what computes."""
    sub.add_argument("--device", default="auto", help="auto, cpu, mps, cuda, cuda:1 … (default: auto)")
    sub.add_argument("--threads", type=threads, default=0, help="threads on the CPU (default: all cores)")


def threads(text: str) -> int:
    """Read a number of threads; 0 stands for all cores."""
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("give a number of threads, or 0 for all cores")
    return number


def add_all_touched(sub: argparse.ArgumentParser) -> None:
    """Add which pixels a polygon labels."""
    sub.add_argument(
        "--all-touched", action="store_true", help="label every pixel that a polygon touches, not only centres"
    )


def add_described(sub: argparse.ArgumentParser, described: type) -> None:
    """Add an option for every parameter that a dataclass describes."""
    for entry in describe(described):
        flag, text = f"--{entry.name.replace('_', '-')}", _help(entry)
        if entry.type is bool:
            kind: Any = argparse.BooleanOptionalAction if entry.default else "store_true"
            sub.add_argument(flag, dest=entry.name, action=kind, default=entry.default, help=text)
        elif entry.type in (dict, tuple):
            shape = f"NAME={_VALUES.get(entry.holds, 'VALUE')},…" if entry.type is dict else "A,B,…"
            sub.add_argument(flag, dest=entry.name, default=None, metavar=shape, help=text)
        else:
            sub.add_argument(
                flag, dest=entry.name, type=entry.type, default=entry.default, choices=entry.choices or None, help=text
            )


def described_values(arguments: argparse.Namespace, described: type) -> dict[str, Any]:
    """Give the values of a dataclass's described parameters as the options say."""
    values = {}
    for entry in describe(described):
        value = getattr(arguments, entry.name)
        if value is not None:
            values[entry.name] = _named_values(value) if entry.type is dict and isinstance(value, str) else value
    return values


def read_described(arguments: argparse.Namespace, described: type) -> Any:
    """Make a dataclass of described parameters from the options.

    Raises:
        BadInputError: When a value doesn't fit.
    """
    return from_dict(described, described_values(arguments, described))


def read_scene(arguments: argparse.Namespace) -> Scene:
    """Make the scene from the options.

    Raises:
        BadInputError: Without labels.
    """
    corrections, reviews = tuple(getattr(arguments, "corrections", ())), tuple(getattr(arguments, "reviews", ()))
    if not arguments.labels and not corrections:
        raise BadInputError("Give the training polygons with --labels.")
    return Scene(
        images=tuple(arguments.image),
        labels=arguments.labels,
        class_field=arguments.class_field,
        layer=arguments.layer,
        labelled_area=arguments.labelled_area,
        bands=split(arguments.bands),
        extent=read_extent(arguments),
        corrections=corrections,
        reviews=reviews,
        sources=tuple(arguments.source),
    )


def read_scenes_given(arguments: argparse.Namespace) -> tuple[Scene, ...]:
    """Give the scenes, one by options or several by a file.

    Raises:
        BadInputError: When they are given neither or both ways, or the file can't be used.
    """
    if bool(arguments.scenes) == bool(arguments.image):
        raise BadInputError("Give the data either by --image and --labels, or by --scenes.")
    return read_scenes(arguments.scenes) if arguments.scenes else (read_scene(arguments),)


def read_extent(arguments: argparse.Namespace) -> Optional[Extent]:
    """Give the extent, if there is one, whichever corners it was given by."""
    if not arguments.extent:
        return None
    (left, right), (bottom, top) = sorted(arguments.extent[0::2]), sorted(arguments.extent[1::2])
    return left, bottom, right, top


def perform_job(make: Callable[[argparse.Namespace], Any]) -> Perform:
    """Give what a command does that is one job: make it, do it, print its result."""

    def perform(arguments: argparse.Namespace, events: Events) -> int:
        return print_result(arguments, execute(make(arguments), events))

    return perform


def print_result(arguments: argparse.Namespace, result: dict[str, Any]) -> int:
    """Print a result: as JSON where that is asked for, else its plain values."""
    if arguments.json:
        print(json.dumps(result, ensure_ascii=False, default=str))
    else:
        for key, value in result.items():
            if not isinstance(value, (dict, list)):
                print(f"{key}: {value}")
    return DONE


def split(text: str) -> tuple[str, ...]:
    """Cut a text at its commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def settings_help(entries: Iterable[Parameter], defaults: Any) -> str:
    """List settings with their defaults, as `--set` takes them."""
    lines = []
    for entry in entries:
        options = f" ({', '.join(entry.choices)})" if entry.choices else ""
        lines.append(f"  {entry.name}={getattr(defaults, entry.name)}  {entry.help}{options}")
    return "\n".join(lines)


def _help(entry: Parameter) -> str:
    notes = [entry.unit] if entry.unit else []
    if entry.default not in ("", (), {}, False, None):
        notes.append(f"default: {entry.default}")
    return f"{entry.help} ({'; '.join(notes)})".replace("%", "%%") if notes else entry.help.replace("%", "%%")


def _named_values(text: str) -> dict[str, str]:
    """Read “dike=2,road=1”, or JSON where names hold commas.

    Raises:
        BadInputError: For a part without “=”.
    """
    if text.lstrip().startswith("{"):
        return {str(name): str(value) for name, value in parse_json(text, "The list of pairs", "JSON").items()}
    values = {}
    for part in split(text):
        name, equals, value = part.rpartition("=")
        if not equals:
            raise BadInputError("“{part}” lacks a value. Write name=number, with commas between.", part=part)
        values[name.strip()] = value.strip()
    return values
