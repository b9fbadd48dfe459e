"""The files of this machine that a name stands for, whichever way it names them."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from html import unescape
from pathlib import Path
from typing import Optional
from urllib.parse import unquote

from ..errors import BadInputError
from .file_list import listed, ways_to_write, without_quotes
from .text_file import decoded

_VIRTUAL = re.compile(r"^(/vsi[a-z0-9_]+[/?]|[A-Za-z0-9_+]{2,}:)")
_BEGINS, _ENDS = re.compile(r"""(?<=["'{,=:])|(?=/)"""), re.compile(r"""["'}|!?,:/]|$""")
_IN_MOSAIC = re.compile(r"<(?:SourceFilename|SrcDataSource|SourceDataset|SourceRasterDataset)\b[^>]*>([^<]+)<")
_IN_ITEM = re.compile(r'"href"\s*:\s*("(?:[^"\\]|\\.)*")')
_MOSAICS, _LISTS, _ITEMS = (".vrt", ".gti"), (".txt", ".lst"), (".json", ".geojson")
PICKLED = (".pt", ".pth", ".bin", ".ckpt", ".pkl", ".pickle", ".joblib", ".tar")
"""How files end that may run code when they are read: nothing opens them."""
_NOT_READ_IN_FOLDERS = (".gpkg", ".html", ".onnx", ".qml", ".safetensors")
"""What lies beside the imagery, the tiles or the maps in a folder that a job reads, and is none of it."""
_OF_RASTERS = (
    ".aux.xml", ".aux", ".ovr", ".msk", ".msk.ovr", ".rrd", ".vat.dbf", ".hdr", ".clr", ".rpb", ".imd", ".wld", ".tfw",
    ".tifw", ".jgw", ".pgw", ".j2w", ".bpw",
)  # fmt: skip
_OF_VECTORS = (".shx", ".dbf", ".cpg", ".qpj", ".sbn", ".sbx", ".qix", ".csvt", ".dat", ".map", ".id", ".ind")
_OF_ALL = (".prj", ".qml", ".qmd", ".sld", "-wal", "-shm", "-journal")
_COMPANIONS = (*_OF_RASTERS, *_OF_VECTORS, *_OF_ALL)
"""How files end that hold a part of the one beside them: its statistics, pyramids, place, table or style."""
_DEEPEST, _LONGEST_TEXT = 5, 50_000_000


def named_files(name: str, deepest: int = _DEEPEST) -> Iterator[Path]:
    """Give every file that a name stands for and that is there, and the folder where it names one.

    Links, archives, prefixes (`/vsizip/…`, `GPKG:…:layer`, `file://…`) and what mosaics, lists and STAC items refer to
    are looked through.
    """
    if deepest == 0:
        return
    if name.lstrip().startswith("<"):
        yield from _all_named(_texts(_IN_MOSAIC, name), Path(), deepest)
        return
    for file in _files_in(name):
        yield file
        if file.is_file():
            yield from _all_named(_named_in(file), file.parent, deepest)


def check_readable_names(names: Iterable[str]) -> None:
    """Refuse inputs that no library can open: a name that isn't text, or what is neither a file nor a folder.

    Reading a pipe would wait for ever.

    Raises:
        BadInputError: With the input's name.
    """
    for name in names:
        try:
            name.encode("utf-8")
            mode = Path(name).stat().st_mode
        except UnicodeEncodeError as error:
            shown = os.fsencode(name).decode("utf-8", "replace")
            raise BadInputError(
                "The name “{shown}” isn't readable text on this system. Rename the file or its folder.", shown=shown
            ) from error
        except (OSError, ValueError):
            continue  # it isn't there, or is no plain path: who opens it says so
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise BadInputError("“{name}” is a pipe or a device, not a file. Choose a file.", name=name)


def check_not_read(output: str | Path, names: Iterable[str]) -> None:
    """Refuse an output that is one of the inputs, however it is named, or holds a part of one.

    Raises:
        BadInputError: With the input's name.
    """
    target = Path(os.path.realpath(output))  # where it will be written, by way of a folder that isn't there too
    if not target.exists():
        return
    for name in names:
        files = tuple(named_files(name))
        if any(_is_same(target, file) for file in files):
            raise BadInputError(
                (
                    "“{output}” is an input of this job (“{name}”); writing it would destroy it. Choose another name "
                    "for the output."
                ),
                output=output,
                name=name,
            )
        if any(_is_part(target, file) for file in files):
            raise BadInputError(
                "“{output}” belongs to an input of this job (“{name}”); without it that is read amiss. Choose another "
                "name for the output.",
                output=output,
                name=name,
            )


def check_not_inside(folder: str | Path, names: Iterable[str]) -> None:
    """Refuse a folder to be filled that holds an input.

    Raises:
        BadInputError: With the input's name.
    """
    for name in names:
        if any(_lies_in(file, Path(folder)) for file in named_files(name)):
            raise BadInputError(
                "The input “{name}” lies in the folder “{folder}”, which this job fills. Choose another folder.",
                name=name,
                folder=folder,
            )


def _is_same(output: Path, file: Path) -> bool:
    with suppress(OSError):
        read = output.suffix.lower() not in _NOT_READ_IN_FOLDERS
        return output.samefile(file) or (read and file.is_dir() and _lies_in(output, file))
    return False


def _lies_in(file: Path, folder: Path) -> bool:
    inside, outside = (os.path.normcase(os.path.realpath(path)) for path in (file, folder))
    return inside == outside or inside.startswith(outside.rstrip(os.sep) + os.sep)


def _is_part(output: Path, whole: Path) -> bool:
    """Whether a file holds a part of another, called as it is but for the end: `a.tif.aux.xml`, `a.tfw`, `a.dbf`."""
    called = output.name.lower()
    for file in (whole, Path(os.path.realpath(whole))):  # some parts lie beside a link, some beside what it points to
        with suppress(OSError, ValueError):
            bases = {file.name.lower(), file.stem.lower()}
            if any(called == base + end for base in bases for end in _COMPANIONS):
                return output.parent.samefile(file.parent)
    return False


def _files_in(name: str) -> Iterator[Path]:
    """Find what a name names itself: all of it, or a piece of it that is a file."""
    whole = _existing(name)
    if whole is not None:
        yield whole
        return
    for text in {name, unquote(name)}:
        virtual = _VIRTUAL.match(text)
        starts = {virtual.end()} if virtual else set()
        starts |= {match.start() for match in _BEGINS.finditer(text)}
        for start in starts:
            for end in {match.start() for match in _ENDS.finditer(text, start + 1)}:
                path = _existing(text[start:end])
                if path is not None and path.is_file():
                    yield path


def _existing(name: str) -> Optional[Path]:
    with suppress(OSError, ValueError):
        if name.strip() and Path(name).exists():
            return Path(name)
    return None


def _named_in(file: Path) -> Iterator[str]:
    """Give what a mosaic, a list or a STAC item refers to."""
    suffix = file.suffix.lower()
    if suffix not in (*_MOSAICS, *_LISTS, *_ITEMS):
        return
    with suppress(OSError):
        with file.open("rb") as opened:
            raw = opened.read(_LONGEST_TEXT)
        text = decoded(raw)
        if suffix in _LISTS:
            yield from map(without_quotes, listed(text))
        else:
            yield from _texts(_IN_MOSAIC if suffix in _MOSAICS else _IN_ITEM, text)


def _texts(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for quoted in pattern.findall(text):
        with suppress(ValueError):
            yield str(json.loads(quoted)) if pattern is _IN_ITEM else unescape(quoted.strip())


def _all_named(names: Iterable[str], folder: Path, deepest: int) -> Iterator[Path]:
    for name in (way for written in names for way in ways_to_write(written)):
        for alias in {name, str(folder / name)}:
            yield from named_files(alias, deepest - 1)
