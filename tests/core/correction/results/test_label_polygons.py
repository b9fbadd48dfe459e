from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import shapely
from outcrop.core.correction.pixels.runs import Runs
from outcrop.core.correction.results.label_polygons import make_labels
from outcrop.core.events import Events
from outcrop.core.geodata.grid import Window
from rasterio.features import rasterize

from tests.core.correction.conftest import LEGEND
from tests.core.correction.results.conftest import Predicted, correcting, grid_of


def test_labels_are_what_the_last_hand_said(predicted: Predicted, scene: np.ndarray, tmp_path: Path) -> None:
    path = predicted(scene)
    model = np.zeros_like(scene)
    with correcting(path, scene) as session:
        for window, value, note in (
            (Window(1, 1, 12, 12), 2, "wet"), (Window(4, 4, 4, 20), 3, ""), (Window(2, 2, 3, 3), 255, ""),
            (Window(6, 6, 4, 9), 0, ""), (Window(4, 20, 3, 3), 4, "sure"), (Window(14, 14, 2, 2), 4, ""),
            (Window(14, 14, 2, 2), 1, "covers the one before"),
        ):  # fmt: skip
            session.paint(Runs.of_window(window), value, "rectangle", note=note)
            Runs.of_window(window).paint(model, grid_of(scene).window, value)
        session.paint(Runs.of_window(Window(16, 0, 3, 3)), 2, "brush")
        session.undo()
    made = make_labels(str(session.path), str(tmp_path / "labels.gpkg"), Events())
    assert (made["polygons"], made["classes"]) == (4, LEGEND.to_dicts())
    info, _, shapes, columns = pyogrio.raw.read(made["out"], layer=str(made["layer"]))
    fields = dict(zip(info["fields"].tolist(), columns))
    assert sorted(fields["class"].tolist()) == ["background", "dike", "pond", "schist"]
    assert info["crs"] == "EPSG:32633"
    outlines = shapely.from_wkb(shapes)
    assert shapely.is_valid(outlines).all()
    grid = grid_of(scene)
    burnt = rasterize(zip(outlines, fields["class_id"]), out_shape=scene.shape, transform=grid.transform)
    assert np.array_equal(burnt, np.where(model == 255, 0, model))
    assert np.allclose(shapely.area(outlines), fields["area_m2"], rtol=1e-3)  # on the ground
    assert set(fields["user"]) == {"mara"}
    assert dict(zip(fields["class"], fields["note"]))["dike"] == "wet"
    assert (fields["made"] > np.datetime64("2020-01-01")).all()
    assert set(fields["prediction"]) == {"map.tif"}


def test_session_without_corrections_gives_an_empty_layer(
    predicted: Predicted, scene: np.ndarray, tmp_path: Path
) -> None:
    with correcting(predicted(scene), scene) as session:
        pass
    made = make_labels(str(session.path), str(tmp_path / "labels.gpkg"), Events())
    assert made["polygons"] == 0
    assert pyogrio.read_info(made["out"], layer="labels")["features"] == 0
