"""The kept layer: corrections, reviews, tiles or a sample, as Outcrop keeps them in a GeoPackage, read whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np
import pyogrio

from ...errors import BadInputError
from .reading import explained
from .vector_path import vector_path


@dataclass(frozen=True)
class KeptLayer:
    """What a layer holds.

    Attributes:
        wkb: Its geometries (N,), flat.
        columns: Its values (N,), by field.
        crs: Its coordinate system as text; empty where it says none.
    """

    wkb: np.ndarray
    columns: dict[str, np.ndarray]
    crs: str


def layers_kept(path: str) -> tuple[str, ...]:
    """Name the layers of a file; none where it isn't there.

    Raises:
        BadInputError: The file can't be read.
    """
    if not path.startswith("/vsi") and not Path(path).exists():
        return ()
    with explained(path):
        return tuple(str(name) for name, _ in pyogrio.list_layers(vector_path(path)))


def read_kept(path: str, name: str, columns: Optional[Sequence[str]] = None) -> KeptLayer:
    """Read a layer.

    Args:
        path: The file.
        name: The layer's.
        columns: Fields that it must have, the only ones that are read; None reads all that there are.

    Raises:
        BadInputError: The file can't be read, or the layer lacks a field.
    """
    with explained(path):
        facts, _, wkb, values = pyogrio.raw.read(
            vector_path(path), layer=name, columns=None if columns is None else list(columns), force_2d=True
        )
    found = {str(field): np.asarray(column) for field, column in zip(facts["fields"], values)}
    missing = [field for field in columns or () if field not in found]
    if missing:
        raise BadInputError(
            "The layer “{name}” of “{path}” lacks {fields}, which Outcrop writes with it. Choose the file as it was.",
            name=name, path=path, fields=", ".join(f"“{field}”" for field in missing),
        )  # fmt: skip
    return KeptLayer(np.asarray(wkb), found, str(facts["crs"] or ""))


def read_so_far(path: str, name: str, columns: Sequence[str]) -> KeptLayer:
    """Read a layer that is added to; one without features where the file or the layer isn't there yet.

    Raises:
        BadInputError: As `read_kept` does.
    """
    if name in layers_kept(path):
        return read_kept(path, name, columns)
    return KeptLayer(np.zeros(0, object), {column: np.zeros(0) for column in columns}, "")
