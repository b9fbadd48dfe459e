"""The file of a session: a GeoPackage that QGIS opens as a layer, with what undoing needs beside it."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import numpy as np

from ..geodata.grid import PixelGrid

LAYER = "corrections"
FORMAT = "1"
_GEOPACKAGE = 0x47504B47
_VERSION = 10200
_OWN_SRS = 100_000
_PATIENCE_S = 2.0
_TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)) WITHOUT ROWID;
CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
    z TINYINT NOT NULL, m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)) WITHOUT ROWID;
CREATE TABLE gpkg_extensions (
    table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
    CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
"""
_CORRECTIONS = """
CREATE TABLE corrections (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, step INTEGER NOT NULL, class_id INTEGER NOT NULL,
    class TEXT NOT NULL, previous TEXT NOT NULL, pixels INTEGER NOT NULL, area_m2 DOUBLE NOT NULL, tool TEXT NOT NULL,
    made DATETIME NOT NULL, user TEXT NOT NULL, model TEXT NOT NULL, prediction TEXT NOT NULL, digest TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '', undone BOOLEAN NOT NULL DEFAULT 0, geom MULTIPOLYGON NOT NULL);
CREATE TABLE outcrop_pixels (
    fid INTEGER PRIMARY KEY NOT NULL, row INTEGER NOT NULL, col INTEGER NOT NULL, height INTEGER NOT NULL,
    width INTEGER NOT NULL, runs BLOB NOT NULL, before BLOB NOT NULL);
CREATE TABLE outcrop_steps (
    step INTEGER PRIMARY KEY NOT NULL, reverts BOOLEAN NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    done BOOLEAN NOT NULL);
CREATE INDEX outcrop_steps_undone ON outcrop_steps (step) WHERE done = 0;
CREATE TABLE outcrop_session (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
"""
_OUTLINE = "substr({row}.geom, CASE substr({row}.geom, 4, 1) WHEN x'01' THEN 9 ELSE 41 END)"
"""The well-known binary of a geometry, whether or not a program has put its extent before it."""
_TRIGGERS = f"""
CREATE TRIGGER IF NOT EXISTS outcrop_keep BEFORE DELETE ON corrections
BEGIN SELECT RAISE(ABORT, 'A correction is taken back in Outcrop (Undo, or Revert this one), not deleted here.'); END;
CREATE TRIGGER IF NOT EXISTS outcrop_outline BEFORE UPDATE OF geom ON corrections
WHEN {_OUTLINE.format(row="NEW")} IS NOT {_OUTLINE.format(row="OLD")}
BEGIN SELECT RAISE(ABORT, 'The pixels of a correction are changed with the tools of Outcrop, not here.'); END;
"""
_WORLD = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],'
    'UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]'
)


def make_tables(connection: sqlite3.Connection, grid: PixelGrid) -> int:
    """Make the tables of a session in an empty database; give the number of its coordinate system in there.

    Source: OGC 12-128r17, GeoPackage Encoding Standard. Only the corrections are listed as a layer; a row that GDAL
    knows (gdal_aspatial) keeps it from listing the other tables.
    """
    connection.executescript(
        f"PRAGMA application_id = {_GEOPACKAGE}; PRAGMA user_version = {_VERSION}; BEGIN; {_TABLES} {_CORRECTIONS}"
    )
    known = [
        ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", None),
        ("Undefined geographic SRS", 0, "NONE", 0, "undefined", None),
        ("WGS 84 geodetic", 4326, "EPSG", 4326, _WORLD, None),
    ]
    srs = _srs_of(grid.crs)
    known += [srs] if srs[1] not in {-1, 4326} else []
    connection.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", known)
    sides = np.array([(0, 0), (grid.width, 0), (grid.width, grid.height), (0, grid.height)])
    corners = grid.to_map(sides)
    extent = (*corners.min(axis=0).tolist(), *corners.max(axis=0).tolist())
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id) "
        "VALUES (?, 'features', ?, ?, ?, ?, ?, ?)", (LAYER, LAYER, *extent, srs[1]),
    )  # fmt: skip
    connection.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'MULTIPOLYGON', ?, 0, 0)", (LAYER, srs[1]))
    connection.execute(
        "INSERT INTO gpkg_extensions VALUES (NULL, NULL, 'gdal_aspatial', "
        "'http://gdal.org/geopackage_aspatial.html', 'read-write')"
    )
    connection.execute("COMMIT")
    return int(srs[1])


def protect(connection: sqlite3.Connection) -> None:
    """Keep other programs from deleting corrections and from moving their outlines, of which the pixels are read."""
    connection.executescript(_TRIGGERS)


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open a session's database; what is written is on the disk when a transaction ends.

    Raises:
        sqlite3.Error: When it can't be opened.
    """
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=_PATIENCE_S
    )
    if not read_only:
        connection.execute("PRAGMA journal_mode = WAL")  # a disk that can't do this keeps a journal, as safe
        connection.execute("PRAGMA synchronous = FULL")
    return connection


def _srs_of(wkt: str) -> tuple[str, int, str, int, str, None]:
    """Give the row of a coordinate system."""
    if not wkt:
        return "Undefined Cartesian SRS", -1, "NONE", -1, "undefined", None
    name = re.search(r'\[\s*"([^"]*)"', wkt)
    title = name.group(1) if name else "unnamed"
    code = re.search(r'(?:AUTHORITY|ID)\[\s*"EPSG"\s*,\s*"?(\d+)"?\s*\]\s*\]\s*$', wkt)
    if code:
        return title, int(code.group(1)), "EPSG", int(code.group(1)), wkt, None
    return title, _OWN_SRS, "NONE", _OWN_SRS, wkt, None
