"""The layer tree's menu offers mapping for imagery, and polygons and measuring for maps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from outcrop.core.prediction.raster.tags import LEGEND_TAG
from outcrop.ui.layers.layer_menu import LayerMenu
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject


class Interface:
    """Keeps which action belongs to which layer."""

    def __init__(self) -> None:
        self.actions: list[Any] = []
        self.of: dict[str, list[str]] = {}
        self.active: Any = None

    def addCustomActionForLayerType(self, action: Any, menu: str, kind: object, for_all: bool) -> None:  # noqa: N802
        assert (menu, for_all) == ("Outcrop", False)
        self.actions.append(action)

    def removeCustomActionForLayerType(self, action: Any) -> None:  # noqa: N802
        self.actions.remove(action)

    def addCustomActionForLayer(self, action: Any, layer: QgsRasterLayer) -> None:  # noqa: N802
        self.of.setdefault(layer.name(), []).append(action.text())

    def activeLayer(self) -> Any:  # noqa: N802
        return self.active


@pytest.fixture
def mapped(make_imagery: Callable[..., QgsRasterLayer], tmp_path: Path) -> QgsRasterLayer:
    path = str(tmp_path / "map.tif")
    dataset = gdal.Translate(path, make_imagery("source").source(), bandList=[1])
    dataset.SetMetadataItem(LEGEND_TAG, "[]")
    del dataset
    return QgsRasterLayer(path, "map")


def test_every_raster_has_what_can_be_done_with_it(
    make_imagery: Callable[..., QgsRasterLayer], make_polygons: Callable, mapped: QgsRasterLayer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    import processing

    project, iface, shown, opened = QgsProject.instance(), Interface(), [], []
    monkeypatch.setattr(processing, "execAlgorithmDialog", lambda name, given: opened.append((name, given)))
    imagery, owner = make_imagery("imagery"), QObject()
    project.addMapLayer(imagery)
    menu = LayerMenu(iface, project, shown.append, owner)
    project.addMapLayers([mapped, make_polygons()])
    assert iface.of == {"imagery": ["Predict with…"], "map": ["To polygons…", "Measure…"]}
    iface.active = imagery
    menu.predict.trigger()
    assert shown == [imagery]
    iface.active = mapped
    menu.polygons.trigger()
    menu.measure.trigger()
    given = {"PREDICTION": mapped.id()}
    assert opened == [("outcrop:predictionpolygons", given), ("outcrop:accuracy", given)]
    menu.shutdown()
    assert iface.actions == []
    project.addMapLayer(make_imagery("later"))
    assert "later" not in iface.of
