"""Writing GeoPackages: one layer each time, beside those that a file holds already."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pyogrio
import shapely
from pyogrio.errors import DataSourceError

from ...errors import BadInputError, DiskError
from ...files.disk import is_full
from ...files.unfinished import temporary_folder
from ...files.whole_file import check_writable, whole_file
from ..written import check_geopackage
from .vector_path import written_vector

SUFFIX = ".gpkg"
_VERSION = "1.2"
_WAIT_S = 10.0
_MORE_WORDS = "definition_12_063"
"""Where a coordinate system is defined that the column `definition` has no words for."""
_NO_VALUE = -1
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)
_OWN_ROWS = (
    ("gpkg_contents", "table_name"), ("gpkg_geometry_columns", "table_name"), ("gpkg_extensions", "table_name"),
    ("gpkg_ogr_contents", "table_name"),
)  # fmt: skip
"""Tables that describe layers, in the order in which rows may refer to one another, and which column says whose."""
_MORE_ROWS = (("gpkg_data_columns", "table_name"), ("gpkg_metadata_reference", "table_name"))


def check_vector_target(path: str | Path) -> None:
    """Refuse a place where no layer can be written, before any work is spent on it.

    Raises:
        BadInputError: For another format than GeoPackage, a file that is something else, or what `check_writable` says.
    """
    target = Path(path)
    if target.suffix.lower() != SUFFIX:
        raise BadInputError(
            "Layers are written as GeoPackage: give a name that ends with {suffix}, not “{name}”.",
            suffix=SUFFIX,
            name=target.name,
        )
    check_writable(target)
    if _has_content(target):
        try:
            _layers(target)
        except sqlite3.Error as error:
            raise BadInputError(
                "“{target}” is there, but it is no GeoPackage that can be added to ({error}). Choose another name.",
                target=target,
                error=error,
            ) from error


def put_layer(
    path: str | Path, layer: str, geometry: np.ndarray, kind: str, fields: Mapping[str, np.ndarray], crs: str
) -> None:
    """Write a layer into a GeoPackage, whole or not at all: into a new one, or beside the layers of an old one.

    A layer of the same name is replaced. In an old file all is done in one transaction, so that other programs may have
    it open, and a break leaves it as it was.

    Args:
        path: The file.
        layer: The layer's name.
        geometry: Geometries (N,) as WKB.
        kind: Their type, such as “Polygon”.
        fields: Values (N,) by field name.
        crs: Coordinate system as WKT or authority code.

    Raises:
        BadInputError: For a place where no layer can be written.
        DiskError: When it can't be written.
    """
    check_vector_target(path)
    target = Path(path)
    with _trouble_told(target):
        if not _has_content(target):
            with whole_file(target, check_geopackage) as partial:
                write_geopackage(partial, layer, geometry, kind, fields, crs)
            return
        with _made_beside(target, layer, geometry, kind, fields, crs) as file:
            _bring(file, target, layer)


def add_rows(
    path: str | Path, layer: str, geometry: np.ndarray, kind: str, fields: Mapping[str, np.ndarray], crs: str,
    alike: Mapping[str, float] = MappingProxyType({}),
) -> None:  # fmt: skip
    """Add rows to a layer of a GeoPackage, in one transaction: rows that others change meanwhile stay as they are.

    Where the layer isn't there yet it is written by `put_layer`.

    Args:
        path: The file.
        layer: The layer's name.
        geometry: Geometries (N,) as WKB.
        kind: Their type.
        fields: Values (N,) by field name; the layer's other fields are NULL.
        crs: The layer's coordinate system.
        alike: Values by field name that every row gets, the old ones too.

    Raises:
        BadInputError: For a place where no layer can be written.
        DiskError: When it can't be written.
    """
    check_vector_target(path)
    target = Path(path)
    fields = {**fields, **{name: np.full(len(geometry), value) for name, value in alike.items()}}
    with _trouble_told(target):
        if not _has_content(target) or layer not in _layers(target):
            put_layer(path, layer, geometry, kind, fields, crs)
            return
        with _made_beside(target, layer, geometry, kind, fields, crs) as file, _transaction(file, target) as database:
            _add(database, layer, list(fields))
            for name, value in alike.items():
                database.execute(f"UPDATE main.{_quoted(layer)} SET {_quoted(name)} = ?", (value,))  # noqa: S608


@contextmanager
def _made_beside(
    target: Path, layer: str, geometry: np.ndarray, kind: str, fields: Mapping[str, np.ndarray], crs: str
) -> Iterator[Path]:
    """Give a GeoPackage of one layer for as long as it is needed, beside the one that it is for."""
    with temporary_folder(target) as folder:
        file = folder / f"layer{SUFFIX}"
        write_geopackage(file, layer, geometry, kind, fields, crs)
        check_geopackage(file)
        yield file


@contextmanager
def _trouble_told(target: Path) -> Iterator[None]:
    """Say in words why a file can't be written.

    Raises:
        DiskError: Naming the file.
    """
    try:
        yield
    except (DataSourceError, sqlite3.Error) as error:
        if is_full(error):
            raise DiskError(
                "The disk is full: “{target}” can't be written. Nothing was changed. Free some space and try again.",
                target=target,
            ) from error
        raise DiskError(
            (
                "“{target}” can't be written: {error}. Nothing was changed. Close it in other programs, check that the "
                "disk has room, and try again."
            ),
            target=target,
            error=error,
        ) from error


def write_geopackage(
    path: Path, layer: str, geometry: np.ndarray, kind: str, fields: Mapping[str, np.ndarray], crs: str
) -> None:
    """Write geometries (N,) as WKB with their fields (N,) by name, as the one layer of a new file.

    Raises:
        DataSourceError: When the file can't be written.
    """
    with written_vector(path) as file:
        pyogrio.raw.write(
            file, geometry, list(fields.values()), list(fields), layer=layer, driver="GPKG", geometry_type=kind,
            crs=crs, promote_to_multi=False, dataset_options={"VERSION": _VERSION},
        )  # fmt: skip


def _has_content(target: Path) -> bool:
    return target.exists() and target.stat().st_size > 0


def _layers(target: Path) -> list[str]:
    with closing(sqlite3.connect(target, timeout=_WAIT_S)) as database:
        return [str(name) for (name,) in database.execute("SELECT table_name FROM gpkg_contents")]


def _bring(source: Path, target: Path, layer: str) -> None:
    """Bring a layer from one GeoPackage into another, in one transaction."""
    with _transaction(source, target) as database:
        _make_missing_tables(database)
        _drop(database, layer)
        number, srs_id = _coordinate_system(database, layer)
        _copy(database, layer, number, srs_id)


@contextmanager
def _transaction(source: Path, target: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to a file, with another one attached as `made`, all of whose changes count or none."""
    with closing(sqlite3.connect(target, timeout=_WAIT_S, isolation_level=None)) as database:
        database.execute("ATTACH ? AS made", (str(source),))
        database.execute("PRAGMA made.journal_mode = OFF")  # only read: a journal of both would outlive a kill
        database.execute("BEGIN IMMEDIATE")
        try:
            yield database
            database.execute("COMMIT")
        except BaseException:
            if database.in_transaction:
                database.execute("ROLLBACK")
            raise


def _add(database: sqlite3.Connection, layer: str, fields: Sequence[str]) -> None:
    """Copy the rows of a layer behind those that are there; the file's own triggers keep its index and its count."""
    _teach_geometry(database)
    query = "SELECT column_name, srs_id FROM {}.gpkg_geometry_columns WHERE table_name = ?"
    (own, number), (new, _) = (
        database.execute(query.format(schema), (layer,)).fetchone() for schema in ("main", "made")
    )
    database.create_function("placed", 1, lambda blob: _placed(blob, number))
    names = ", ".join(map(_quoted, fields))
    database.execute(
        f"INSERT INTO main.{_quoted(layer)} ({_quoted(own)}, {names}) "  # noqa: S608
        f"SELECT placed({_quoted(new)}), {names} FROM made.{_quoted(layer)}"
    )
    ends = database.execute(
        "SELECT min_x, min_y, max_x, max_y FROM made.gpkg_contents WHERE table_name = ?", (layer,)
    ).fetchone()
    database.execute(
        "UPDATE main.gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "
        "min_x = min(min_x, ?), min_y = min(min_y, ?), max_x = max(max_x, ?), max_y = max(max_y, ?) "
        "WHERE table_name = ?", (*ends, layer),
    )  # fmt: skip


def _teach_geometry(database: sqlite3.Connection) -> None:
    """Teach SQLite what the triggers of a layer's index ask of a geometry."""
    for place, name in enumerate(("ST_MinX", "ST_MinY", "ST_MaxX", "ST_MaxY")):
        database.create_function(name, 1, lambda blob, place=place: float(shapely.from_wkb(_wkb(blob)).bounds[place]))
    database.create_function("ST_IsEmpty", 1, lambda blob: blob is None or int(shapely.from_wkb(_wkb(blob)).is_empty))


def _wkb(blob: bytes) -> bytes:
    """Give a geometry without its head, which says how long the envelope in it is."""
    return blob[8 + _ENVELOPE_BYTES[blob[3] >> 1 & 7] :]


def _make_missing_tables(database: sqlite3.Connection) -> None:
    for table, _ in _OWN_ROWS:
        if not _has(database, table) and _has(database, table, "made"):
            (text,) = database.execute("SELECT sql FROM made.sqlite_master WHERE name = ?", (table,)).fetchone()
            database.execute(text)


def _drop(database: sqlite3.Connection, layer: str) -> None:
    """Take a layer out with all that describes it but its styles."""
    references = database.execute(
        "SELECT table_name, column_name FROM main.gpkg_geometry_columns WHERE lower(table_name) = lower(?)", (layer,)
    ).fetchall()
    for table, column in references:
        database.execute(f"DROP TABLE IF EXISTS main.{_quoted(f'rtree_{table}_{column}')}")
    for table, column in reversed([*_OWN_ROWS, *_MORE_ROWS]):
        if _has(database, table):
            database.execute(f"DELETE FROM main.{table} WHERE lower({column}) = lower(?)", (layer,))  # noqa: S608
    for (name,) in database.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND lower(name) = lower(?)", (layer,)
    ).fetchall():
        database.execute(f"DROP TABLE main.{_quoted(name)}")


def _coordinate_system(database: sqlite3.Connection, layer: str) -> tuple[int, int]:
    """Find the layer's coordinate system among those of the file, or add it; give its number there, and in its own."""
    srs_id = database.execute("SELECT srs_id FROM made.gpkg_contents WHERE table_name = ?", (layer,)).fetchone()[0]
    if srs_id is None or srs_id <= 0:
        return _NO_VALUE if srs_id is None else srs_id, _NO_VALUE if srs_id is None else srs_id
    same = database.execute(
        "SELECT old.srs_id FROM main.gpkg_spatial_ref_sys old JOIN made.gpkg_spatial_ref_sys new ON new.srs_id = ? "
        "WHERE (old.definition = new.definition AND new.definition != 'undefined') "
        "OR (upper(old.organization) = upper(new.organization) "
        "AND old.organization_coordsys_id = new.organization_coordsys_id AND upper(new.organization) != 'NONE')",
        (srs_id,),
    ).fetchone()
    if same:
        return same[0], srs_id
    taken = database.execute("SELECT max(srs_id) FROM main.gpkg_spatial_ref_sys").fetchone()[0]
    free = not database.execute("SELECT 1 FROM main.gpkg_spatial_ref_sys WHERE srs_id = ?", (srs_id,)).fetchone()
    number = srs_id if free else max(100_000, taken + 1)
    columns, values = _columns_of_systems(database)
    database.execute(
        f"INSERT INTO main.gpkg_spatial_ref_sys (srs_id, {columns}) "  # noqa: S608
        f"SELECT ?, {values} FROM made.gpkg_spatial_ref_sys WHERE srs_id = ?", (number, srs_id),
    )  # fmt: skip
    return number, srs_id


def _columns_of_systems(database: sqlite3.Connection) -> tuple[str, str]:
    """Give the columns of a coordinate system, and what the new layer's file has for each, as SQL writes them.

    A file may have one more, for systems that the first form of definitions has no words for: OGC's extension “CRS WKT
    for GeoPackage”. A layer of such a system adds it.
    """
    names = "srs_name, organization, organization_coordsys_id, definition, description"
    own, new = (
        {row[1] for row in database.execute(f"PRAGMA {schema}.table_info(gpkg_spatial_ref_sys)")}
        for schema in ("main", "made")
    )
    if _MORE_WORDS in new and _MORE_WORDS not in own:
        database.execute(
            f"ALTER TABLE main.gpkg_spatial_ref_sys ADD COLUMN {_MORE_WORDS} TEXT NOT NULL DEFAULT 'undefined'"
        )
        if _has(database, "gpkg_extensions"):
            database.execute(
                "INSERT OR IGNORE INTO main.gpkg_extensions SELECT * FROM made.gpkg_extensions "
                "WHERE extension_name LIKE 'gpkg_crs_wkt%'"
            )
    elif _MORE_WORDS not in own:
        return names, names
    return f"{names}, {_MORE_WORDS}", f"{names}, {_MORE_WORDS if _MORE_WORDS in new else repr('undefined')}"


def _copy(database: sqlite3.Connection, layer: str, number: int, srs_id: int) -> None:
    """Copy a layer's table, what describes it, its index and its triggers; it isn't there yet."""
    objects = database.execute("SELECT type, name, tbl_name, sql FROM made.sqlite_master WHERE sql NOT NULL").fetchall()
    geometry = database.execute(
        "SELECT column_name FROM made.gpkg_geometry_columns WHERE table_name = ?", (layer,)
    ).fetchone()[0]
    index = f"rtree_{layer}_{geometry}"
    for name in (layer, index):
        text = next((text for _, object_name, _, text in objects if object_name == name), None)
        if text is not None:
            database.execute(text)
            database.execute(f"INSERT INTO main.{_quoted(name)} SELECT * FROM made.{_quoted(name)}")  # noqa: S608
    for table, column in _OWN_ROWS:
        if _has(database, table, "made"):
            names = ", ".join(row[1] for row in database.execute(f"PRAGMA made.table_info({table})"))
            query = f"INSERT INTO main.{table} ({names}) SELECT {names} FROM made.{table} WHERE {column} = ?"  # noqa: S608
            database.execute(query, (layer,))
    if number != srs_id:
        database.create_function("placed", 1, lambda blob: _placed(blob, number))
        shape, table = _quoted(geometry), _quoted(layer)
        database.execute(f"UPDATE main.{table} SET {shape} = placed({shape}) WHERE {shape} NOT NULL")  # noqa: S608
        for described in ("gpkg_contents", "gpkg_geometry_columns"):
            database.execute(f"UPDATE main.{described} SET srs_id = ? WHERE table_name = ?", (number, layer))  # noqa: S608
    for kind, _, owner, text in objects:
        if kind in ("trigger", "index") and owner == layer:
            database.execute(text)


def _placed(blob: bytes, number: int) -> bytes:
    """Put the number of another coordinate system into a geometry's head."""
    order = "<" if blob[3] & 1 else ">"
    return blob[:4] + struct.pack(f"{order}i", number) + blob[8:]


def _has(database: sqlite3.Connection, table: str, where: str = "main") -> bool:
    query = f"SELECT 1 FROM {where}.sqlite_master WHERE type = 'table' AND name = ?"  # noqa: S608
    return database.execute(query, (table,)).fetchone() is not None


def _quoted(name: str) -> str:
    escaped = name.replace('"', '""')
    return f'"{escaped}"'
