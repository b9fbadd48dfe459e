"""One layer of a vector file, read in batches: its fields, its coordinate system, its polygons."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

import numpy as np
import pyogrio
from pyogrio.errors import DataSourceError, GeometryError
from pyproj import CRS
from pyproj.exceptions import CRSError as ProjCRSError

from ...errors import BadInputError
from ...files.text_file import encoding_of
from ...message import Message
from .field_kinds import field_kinds
from .reading import explained
from .vector_path import vector_path

BATCH = 50_000
"""Features read at a time."""
POLYGONS = ("polygon", "surface", "unknown", "geometrycollection", "triangle", "tin")
POINTS = ("point", "unknown", "geometrycollection")
_LINES = ("line", "curve")
"""Words in the names of the types of geometry that layers of polygons, points or lines may have."""
_PLURALS = {POLYGONS[0]: "polygons", POINTS[0]: "points"}
_VECTOR_SUFFIXES = {".dxf", ".fgb", ".gdb", ".geojson", ".gml", ".gpkg", ".json", ".kml", ".shp", ".sqlite", ".tab"}
"""What can't be read under these names is no raster either."""
_EXACT = 2.0**53
"""Whole numbers up to here are exact as floating-point numbers."""
_HEADER, _CHUNK = 32, 1 << 20
_GDAL_ENCODINGS = {"gb18030": "CP936", "cp1251": "CP1251", "cp932": "CP932", "cp1252": "CP1252"}
_UTF8, _ISO = "utf-8", re.compile(r"(?i)(ansi|iso|oem|ldid)?[ _/-]?\d+")
_LDID_OFFSET = 29
"""Where a DBF file's header names its code page; 0 says nothing."""


@dataclass(frozen=True)
class VectorLayer:
    """A layer that can be read.

    Attributes:
        path: The file.
        name: The layer in it.
        fields: Its fields in order.
        crs: Its coordinate system.
        encoding: Encoding of its text; None leaves it to GDAL.
    """

    path: str
    name: str
    fields: tuple[str, ...]
    crs: CRS
    encoding: Optional[str] = None

    def field(self, name: str) -> str:
        """Give the field of that name; upper and lower case matter only where they tell two fields apart.

        Raises:
            BadInputError: When there is none; lists those that there are.
        """
        alike = [field for field in self.fields if field.casefold() == name.casefold()]
        if name in self.fields or len(alike) == 1:
            return name if name in self.fields else alike[0]
        listed = Message("this layer has no fields")
        if self.fields:
            listed = Message("this layer has: {fields}", fields=", ".join(self.fields))
        missing = Message("The class field of “{layer}” isn't set.", layer=self.name)
        if name:
            missing = Message("“{layer}” has no field “{name}”.", layer=self.name, name=name)
        raise BadInputError(
            "{missing} Choose the field that holds the class ({listed}).", missing=missing, listed=listed
        )

    def batches(self, field: str = "") -> Iterator[tuple[np.ndarray, np.ndarray | None]]:
        """Read the features in their order, a batch at a time.

        Yields:
            WKB of the geometries (N,), None where there is none, and the field's values (N,), None without a field.

        Raises:
            BadInputError: When the file turns out to be damaged.
        """
        start = known = 0
        while True:
            options = {"columns": [field] if field else [], "encoding": self.encoding, "force_2d": True}
            with explained(self.path):
                facts, _, geometry, values = pyogrio.raw.read(
                    vector_path(self.path), layer=self.name, skip_features=start, max_features=BATCH, **options
                )
                kind, subtype = field_kinds(facts)[0] if field else ("", "")
                column = _typed(values[0], subtype) if field else None
                if column is not None and kind == "OFTInteger64":
                    there = ~np.isnan(column) if column.dtype.kind == "f" else np.ones(len(column), bool)
                    if not there.all():
                        column = self._whole_numbers(field, column, there, known)
                    known += int(np.count_nonzero(there))
            if len(geometry):
                yield geometry, column
            if len(geometry) < BATCH:
                return
            start += BATCH

    def table(self) -> tuple[np.ndarray, str, dict[str, np.ndarray]]:
        """Read the whole layer: WKB of the geometries (N,), their type, and every field's values (N,) by name.

        Raises:
            BadInputError: When the file turns out to be damaged.
        """
        with explained(self.path):
            facts, _, geometry, values = pyogrio.raw.read(
                vector_path(self.path), layer=self.name, encoding=self.encoding, force_2d=True
            )
        return geometry, str(facts["geometry_type"]).partition(" ")[0], dict(zip(map(str, facts["fields"]), values))

    def _whole_numbers(self, field: str, rounded: np.ndarray, there: np.ndarray, known: int) -> np.ndarray:
        """Give long whole numbers (N,) with all their digits, None for NULL, which makes the library round them.

        Args:
            field: The field.
            rounded: Its values as they were read.
            there: Which of them are no NULL.
            known: How many features before these have a value.
        """
        if not there.any() or np.nanmax(np.abs(rounded)) < _EXACT:
            return rounded
        _, _, _, values = pyogrio.raw.read(
            vector_path(self.path), layer=self.name, columns=[field], read_geometry=False,
            where=f'"{field}" IS NOT NULL', skip_features=known, max_features=int(np.count_nonzero(there)),
        )  # fmt: skip
        exact = np.full(len(rounded), None, dtype=object)
        exact[there] = values[0].tolist()
        return exact


def is_vector(path: str) -> bool:
    """Say whether a file holds vector layers.

    Raises:
        BadInputError: When there is no such file.
    """
    if not path.startswith("/vsi") and not Path(path).exists():
        raise BadInputError("The labels “{path}” are not there. Choose the file again, or put it back.", path=path)
    try:
        return len(pyogrio.list_layers(vector_path(path))) > 0
    except GeometryError:
        return True
    except DataSourceError:
        return Path(path).suffix.casefold() in _VECTOR_SUFFIXES


def open_layer(path: str, name: str = "", kind: Sequence[str] = POLYGONS) -> VectorLayer:
    """Open a layer of polygons, or of points; without a name the first one that can hold them.

    Raises:
        BadInputError: When the file can't be read, has no such layer, holds nothing of the kind or has no coordinate
            system.
    """
    layers = _layers(path, name)
    if not layers:
        raise BadInputError(
            "“{path}” has no layer. Choose a file with {plurals}.", path=path, plurals=_PLURALS[kind[0]]
        )
    if name and name not in layers:
        raise BadInputError(
            "“{path}” has no layer “{name}”. Choose one of: {layers}.", path=path, name=name, layers=", ".join(layers)
        )
    name = name or next((layer for layer, type_ in layers.items() if _holds(kind, type_)), next(iter(layers)))
    if not _holds(kind, layers[name]):
        held = layers[name] or "no geometry"
        if kind[0] == POLYGONS[0] and any(word in held.casefold() for word in _LINES):
            raise BadInputError(
                "The layer “{name}” holds {held}, not polygons. Make polygons of its lines, as wide as what they "
                "follow (Vector ▸ Geoprocessing Tools ▸ Buffer), or choose a polygon layer.",
                name=name, held=held,
            )  # fmt: skip
        raise BadInputError(
            "The layer “{name}” holds {held}, not {plurals}. Choose a {kind} layer.",
            name=name,
            held=held,
            plurals=_PLURALS[kind[0]],
            kind=kind[0],
        )
    with explained(path):
        encoding = _shapefile_encoding(path)
        info = pyogrio.read_info(vector_path(path), layer=name, encoding=encoding)
    return VectorLayer(path, name, tuple(str(field) for field in info["fields"]), _crs(info["crs"], name), encoding)


def _layers(path: str, name: str) -> dict[str, str]:
    """List the layers and their types; of a file with a layer whose type can't be read only the one that is meant."""
    with explained(path):
        try:
            return {str(layer): str(kind or "") for layer, kind in pyogrio.list_layers(vector_path(path))}
        except GeometryError:
            if not name:
                raise
            return {name: str(pyogrio.read_info(vector_path(path), layer=name)["geometry_type"] or "")}


def _typed(values: np.ndarray, subtype: str) -> np.ndarray:
    """Give booleans as such, which a null among them would make numbers of, and JSON as lists and maps."""
    if subtype == "OFSTJSON":
        return np.array([_from_json(value) for value in values.tolist()] + [None], dtype=object)[:-1]
    if subtype != "OFSTBoolean":
        return values
    return np.array([bool(value) if value in (0, 1) else None for value in values.tolist()], dtype=object)


def _from_json(value: Any) -> Any:
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return value


def holds_points(path: str, name: str = "") -> bool:
    """Say whether a layer, or else the file's first one, holds points and nothing but points.

    Raises:
        BadInputError: When the file can't be read.
    """
    layers = _layers(path, name)
    return "point" in layers.get(name or next(iter(layers), ""), "").casefold()


def _holds(kind: Sequence[str], type_: str) -> bool:
    return any(word in type_.casefold() for word in kind)


def _crs(text: Any, name: str) -> CRS:
    if not text:
        raise BadInputError(
            "The layer “{name}” has no coordinate system. Set it first (right click ▸ Layer CRS).", name=name
        )
    try:
        return CRS.from_user_input(text)
    except ProjCRSError as error:
        raise BadInputError(
            "The coordinate system of the layer “{name}” isn't known: {error}. Set another one.", name=name, error=error
        ) from error


def _shapefile_encoding(path: str) -> str | None:
    """Find what the text of a Shapefile is written in that doesn't say so, or wrongly says that it is UTF-8.

    That is UTF-8, or a code page that makes words.
    """
    table = next((file for file in map(Path(path).with_suffix, (".dbf", ".DBF")) if file.is_file()), None)
    if Path(path).suffix.casefold() != ".shp" or table is None:
        return None
    page = _code_page(table)
    if page not in ("", _UTF8):
        return None
    with table.open("rb") as file:
        header = file.read(_HEADER)
        if len(header) < _HEADER or (header[_LDID_OFFSET] and not page):
            return None
        file.seek(int.from_bytes(header[8:10], "little"))
        decoder = codecs.getincrementaldecoder("utf-8")()
        kept = b""
        try:
            while chunk := file.read(_CHUNK):
                kept = kept or chunk
                decoder.decode(chunk)
        except UnicodeDecodeError:
            looked_at = chunk if kept.isascii() else kept
            if page and _is_nearly_utf8(looked_at):
                return None
            return _GDAL_ENCODINGS.get(encoding_of(looked_at))
    return "UTF-8"


def _is_nearly_utf8(raw: bytes) -> bool:
    """Say whether bytes are UTF-8 but for some that are damaged, as where a field was too short for its last letter."""
    return 10 * raw.decode("utf-8", "replace").count("\ufffd") < sum(byte >= 0x80 for byte in raw)


def _code_page(table: Path) -> str:
    """Give what the file beside a table says of its encoding; nothing where that is no encoding that anybody knows."""
    page = next((file for file in map(table.with_suffix, (".cpg", ".CPG")) if file.is_file()), None)
    text = "" if page is None else page.read_text(encoding="ascii", errors="replace").strip()
    try:
        return codecs.lookup(f"cp{text}" if text.isdigit() else text).name if text else ""
    except LookupError:
        return text if _ISO.match(text) else ""
