"""The scenes file: several scenes for one training, as a JSON list of their images and labels."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from ...errors import BadInputError
from ...files.json_text import read_json
from ...geodata.scene import Scene
from ...parameters import from_dict

_NEEDED = ("images", "labels")
_LISTS = ("images", "sources", "corrections", "reviews")
_EXAMPLE = '[{"images": ["a.tif"], "labels": "a.gpkg", "class_field": "kind"}, …]'


def read_scenes(path: str | Path) -> tuple[Scene, ...]:
    """Read a list of scenes; files are looked for beside it first, then from the current folder.

    Raises:
        BadInputError: When the file can't be read, or a scene in it lacks something.
        UnknownNameError: For a key that no scene has.
    """
    entries = read_json(path, f"a list of scenes such as {_EXAMPLE}")
    if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
        raise BadInputError(
            "“{path}” isn't a list of scenes. It should look like {example}.", path=path, example=_EXAMPLE
        )
    return tuple(_scene(entry, number, Path(path)) for number, entry in enumerate(entries, start=1))


def _scene(entry: dict[str, Any], number: int, path: Path) -> Scene:
    lacking = [name for name in _NEEDED if not entry.get(name) and not (name == "labels" and entry.get("corrections"))]
    if lacking:
        raise BadInputError(
            "Scene {number} in “{path}” has no {lacking}. Add what is missing.",
            number=number,
            path=path,
            lacking=" and no ".join(lacking),
        )
    listed = {name: [entry[name]] if isinstance(entry[name], str) else entry[name] for name in _LISTS if name in entry}
    scene: Scene = from_dict(Scene, {"labels": "", **entry, **listed})
    return replace(
        scene,
        images=tuple(_place(image, path.parent) for image in scene.images),
        labels=_place(scene.labels, path.parent),
        labelled_area=_place(scene.labelled_area, path.parent),
        corrections=tuple(_place(file, path.parent) for file in scene.corrections),
        reviews=tuple(_place(file, path.parent) for file in scene.reviews),
    )


def _place(file: str, folder: Path) -> str:
    """Give a file's path: beside the list where it is there, else as it was written."""
    beside = str(folder / file)
    return beside if file and os.path.exists(beside) else file  # noqa: PTH110  (Path's raises for a name too long)
