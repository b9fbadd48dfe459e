"""The GeoPackage of one layer, in a version of the format that every QGIS from 3.22 reads without a warning."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pyogrio

_VERSION = "1.2"


def write_geopackage(
    path: Path, layer: str, geometry: np.ndarray, kind: str, fields: Mapping[str, np.ndarray], crs: str
) -> None:
    """Write geometries (N,) as WKB with their fields (N,) by name, as one layer.

    Raises:
        DataSourceError: When the file can't be written.
    """
    pyogrio.raw.write(
        path, geometry, list(fields.values()), list(fields), layer=layer, driver="GPKG", geometry_type=kind, crs=crs,
        promote_to_multi=False, dataset_options={"VERSION": _VERSION},
    )  # fmt: skip
