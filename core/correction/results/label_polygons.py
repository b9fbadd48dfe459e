"""Labels: what was corrected, as polygons with a class each and where that comes from."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...events import Events
from ...geodata.vector.geopackage import check_vector_target, put_layer
from ..correction import Correction, time_text
from ..geometry import multipolygon_wkb
from ..ground import BLANK, UNTOUCHED
from ..pixels.outline import outline
from ..pixels.runs import Runs, uncovered
from ..reading import SessionReader, read_session

LAYER = "labels"


def make_labels(session: str, target: str, events: Events) -> dict[str, object]:
    """Write the corrections of a session as label polygons.

    Of corrections on the same pixels the last counts, so that no two polygons overlap: what a later one has covered,
    given back to the prediction or made nodata is taken out of the earlier ones.

    Args:
        session: The corrections.
        target: The GeoPackage to write; a layer of the same name in it is replaced.
        events: Told how far it is.

    Returns:
        out (the file), layer, polygons (how many), classes (the legend).

    Raises:
        BadInputError: For a file that is no session.
        DiskError: When a file can't be read or written.
    """
    check_vector_target(target)
    with read_session(session) as reader:
        grid = reader.prediction.place
        shapes: list[bytes] = []
        rows: list[tuple[Correction, int]] = []
        for number, (correction, runs) in enumerate(remaining(reader)):
            events.progress(0.9 * number / max(1, len(reader.corrections)), "Drawing labels")
            shapes.append(multipolygon_wkb([[grid.to_map(ring) for ring in rings] for rings in outline(runs)]))
            rows.append((correction, runs.pixels))
        events.progress(0.9, "Writing")
        put_layer(target, LAYER, np.array(shapes, object), "MultiPolygon", _fields(rows, reader), grid.crs)
    legend = reader.prediction.legend
    return {"out": target, "layer": LAYER, "polygons": len(rows), "classes": legend.to_dicts()}


def remaining(reader: SessionReader) -> Iterator[tuple[Correction, Runs]]:
    """Give the corrections that have a class, and of their pixels those that no later one has painted."""
    pairs = list(reader.pixels())
    for (correction, _), left_over in zip(pairs, uncovered([runs for _, runs in pairs])):
        if correction.class_id not in (UNTOUCHED, BLANK) and not left_over.is_empty:
            yield correction, left_over


def _fields(rows: list[tuple[Correction, int]], reader: SessionReader) -> dict[str, np.ndarray]:
    corrections, pixels = [row for row, _ in rows], np.array([count for _, count in rows], np.int64)
    texts = {
        name: np.array([str(getattr(row, name)) for row in corrections], object)
        for name in ("tool", "user", "model", "prediction", "digest", "note")
    }
    return {
        "class": np.array([row.class_name for row in corrections], object),
        "class_id": np.array([row.class_id for row in corrections], np.int32),
        "pixels": pixels, "area_m2": pixels * reader.prediction.place.pixel_area_m2,
        "made": np.array([time_text(row.made).rstrip("Z") for row in corrections], "datetime64[ms]"), **texts,
    }  # fmt: skip
