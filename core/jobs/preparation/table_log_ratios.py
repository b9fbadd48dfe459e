"""The job that takes log-ratios of the fields of a layer of points."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...errors import BadInputError
from ...events import Events
from ...geodata.vector.geopackage import check_vector_target, put_layer
from ...geodata.vector.vector_layer import POINTS, open_layer
from ...parameters import check
from ...preparation.compositions.table import table_ratios
from ...preparation.jobs import TableLogRatiosJob

LAYER = "log-ratios"


def table_log_ratios(job: TableLogRatiosJob, events: Events) -> dict[str, Any]:
    """Write points with all their fields and the log-ratios of the chosen ones; NULL where a part is missing.

    A field that is called as a log-ratio is replaced by it, in capitals or not: a GeoPackage doesn't tell them apart.

    Returns:
        out, layer, ratios (their fields), points, without (how many lack a part).

    Raises:
        BadInputError: For a layer, fields or values that can't be used.
        DiskError: When the file can't be written.
    """
    check(job.settings)
    check_vector_target(job.out)
    layer = open_layer(job.points, job.points_layer, POINTS)
    events.progress(0.0, "Reading the points")
    geometry, kind, table = layer.table()
    columns = {name: table[name] for name in (_chosen(layer.name, tuple(table), field) for field in job.fields)}
    events.progress(0.3, "Taking log-ratios")
    ratios = table_ratios(columns, job.settings.checked(), layer.name, events)
    named = {name.replace(" ", "_"): values for name, values in ratios.items()}
    without = int(np.isnan(next(iter(named.values()))).sum())
    if without == len(geometry):
        raise BadInputError(
            "No point of “{layer}” has a number in every one of {fields}. Choose other fields or points.",
            layer=layer.name,
            fields=", ".join(columns),
        )
    if without:
        events.warning(
            "“{layer}”: 1 point lacks a part and gets no log-ratio."
            if without == 1
            else "“{layer}”: {count} points lack a part and get no log-ratio.",
            layer=layer.name,
            count=without,
        )
    events.progress(0.6, "Writing the layer")
    taken = set(map(str.casefold, named))
    others = {name: values for name, values in table.items() if name.casefold() not in taken}
    put_layer(job.out, LAYER, geometry, kind, {**others, **named}, layer.crs.to_wkt())
    return {"out": job.out, "layer": LAYER, "ratios": list(named), "points": len(geometry), "without": without}


def _chosen(layer: str, fields: tuple[str, ...], name: str) -> str:
    alike = [one for one in fields if one == name] or [one for one in fields if one.casefold() == name.casefold()]
    if len(alike) == 1:
        return alike[0]
    raise BadInputError(
        "“{layer}” has no field “{field}”. Choose the field that holds the values: {fields}.",
        layer=layer,
        field=name,
        fields=", ".join(fields),
    )
