"""The plugin is loaded, shown, and taken away by QGIS's own loader, also while a worker runs."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import qgis.utils
from osgeo import gdal, osr
from pytestqt.qtbot import QtBot
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRasterLayer, QgsRectangle, QgsSettings, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget, QToolBar

ROOT = Path(__file__).resolve().parent.parent


class Interface:
    """The test interface, with what it only pretends to do done."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self.toolbar = QToolBar()
        self.menus: list[tuple[str, object]] = []
        self.layer_menus: list[tuple[str, object]] = []
        self.locators: list[object] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self._iface, name)

    def addDockWidget(self, area: Qt.DockWidgetArea, dock: QDockWidget) -> None:  # noqa: N802
        self._iface.mainWindow().addDockWidget(area, dock)

    def removeDockWidget(self, dock: QDockWidget) -> None:  # noqa: N802
        self._iface.mainWindow().removeDockWidget(dock)

    def addToolBarIcon(self, action: object) -> None:  # noqa: N802
        self.toolbar.addAction(action)

    def removeToolBarIcon(self, action: object) -> None:  # noqa: N802
        self.toolbar.removeAction(action)

    def addPluginToRasterMenu(self, menu: str, action: object) -> None:  # noqa: N802
        self.menus.append((menu, action))

    def addCustomActionForLayerType(self, action: object, menu: str, _kind: object, _for_all: bool) -> None:  # noqa: N802
        self.layer_menus.append((menu, action))

    def registerLocatorFilter(self, locator: object) -> None:  # noqa: N802
        self.locators.append(locator)

    def deregisterLocatorFilter(self, locator: object) -> None:  # noqa: N802
        self.locators.remove(locator)

    def removeCustomActionForLayerType(self, action: object) -> None:  # noqa: N802
        self.layer_menus = [entry for entry in self.layer_menus if entry[1] is not action]

    def addCustomActionForLayer(self, action: object, layer: object) -> None:  # noqa: N802
        """Take note of nothing."""

    def removePluginRasterMenu(self, menu: str, action: object) -> None:  # noqa: N802
        self.menus.remove((menu, action))


@pytest.fixture
def interface(qgis_iface: QgisInterface, monkeypatch: pytest.MonkeyPatch) -> Interface:
    made = Interface(qgis_iface)
    monkeypatch.setattr(qgis.utils, "iface", made)
    return made


@pytest.fixture
def loaded(
    interface: Interface, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qgis_new_project: None
) -> Iterator[Interface]:
    """Load the plugin through a link in a folder of plugins, as `make link` sets it up."""
    del qgis_new_project
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / "outcrop").symlink_to(ROOT)
    monkeypatch.setattr(qgis.utils, "plugin_paths", [str(plugins)])
    monkeypatch.syspath_prepend(str(plugins))
    monkeypatch.setenv("OUTCROP_PYTHON", str(ROOT / "tests" / "ui" / "stub_worker.py"))
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    QgsSettings().setValue("outcrop/work-folder", str(tmp_path / "work"))
    qgis.utils.updateAvailablePlugins()
    assert qgis.utils.loadPlugin("outcrop")
    assert qgis.utils.startPlugin("outcrop")
    yield interface
    if "outcrop" in qgis.utils.plugins:
        unload()
    QgsProject.instance().clear()
    QgsSettings().remove("outcrop")


def unload() -> None:
    """Unload as QGIS does, but leave the modules for the other tests."""
    modules = dict(sys.modules)
    assert qgis.utils.unloadPlugin("outcrop")
    sys.modules.update(modules)


def docks(interface: Interface) -> list[QDockWidget]:
    return [dock for dock in interface.mainWindow().findChildren(QDockWidget) if dock.objectName() == "OutcropDock"]


def test_button_shows_and_hides_the_dock(loaded: Interface, qtbot: QtBot) -> None:
    loaded.mainWindow().show()
    dock = docks(loaded)[0]
    action = loaded.toolbar.actions()[0]
    assert not action.icon().isNull()
    assert dock.isHidden()
    action.trigger()
    qtbot.waitUntil(dock.isVisible, timeout=60_000)
    assert action.isChecked()
    action.trigger()
    qtbot.waitUntil(dock.isHidden, timeout=60_000)
    assert [menu for menu, _ in loaded.menus] == ["&Outcrop"]
    assert [locator.name() for locator in loaded.locators] == ["outcrop"]


def test_unload_takes_everything_away(loaded: Interface, qtbot: QtBot) -> None:
    unload()
    assert loaded.toolbar.actions() == []
    assert loaded.menus == []
    assert loaded.locators == []
    qtbot.waitUntil(lambda: docks(loaded) == [], timeout=60_000)


def test_loading_twice_works(loaded: Interface, qtbot: QtBot) -> None:
    unload()
    assert qgis.utils.loadPlugin("outcrop")
    assert qgis.utils.startPlugin("outcrop")
    qtbot.waitUntil(lambda: len(docks(loaded)) == 1, timeout=60_000)


def add_layers(folder: Path) -> None:
    """Add a small raster with polygons of two classes to the project."""
    path = folder / "imagery.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 60, 60, 1, gdal.GDT_Byte)
    dataset.SetGeoTransform((600_000.0, 10.0, 0.0, 4_740_000.0, 0.0, -10.0))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32654)
    dataset.SetProjection(reference.ExportToWkt())
    dataset.FlushCache()
    del dataset
    polygons = QgsVectorLayer("Polygon?crs=EPSG:32654&field=kind:string", "polygons", "memory")
    for number, kind in enumerate(("dike", "snow")):
        feature = QgsFeature(polygons.fields())
        feature.setAttributes([kind])
        left = 600_000 + 300 * number
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, 4_739_700, left + 250, 4_739_950)))
        polygons.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayers([QgsRasterLayer(str(path), "imagery"), polygons])


def test_unload_ends_the_worker(loaded: Interface, qtbot: QtBot, tmp_path: Path) -> None:
    del loaded
    dock = qgis.utils.plugins["outcrop"].dock
    add_layers(tmp_path)
    qtbot.waitUntil(lambda: dock.data_page.choice.ready, timeout=60_000)
    events: list[object] = []
    dock.training.heard.connect(events.extend)
    dock.train_page.train.click()
    qtbot.waitUntil(lambda: len(events) > 3, timeout=60_000)
    process = dock.training._task._process
    assert process.status is None
    unload()
    assert process.status is not None
    qtbot.wait(300)  # what the task still had to say finds nobody, and nothing breaks


def test_unload_in_mid_prediction_breaks_nothing(loaded: Interface, qtbot: QtBot, tmp_path: Path) -> None:
    del loaded
    dock = qgis.utils.plugins["outcrop"].dock
    add_layers(tmp_path)
    model = tmp_path / "work" / "models" / "m.safetensors"
    model.parent.mkdir(parents=True)
    stub = runpy.run_path(str(ROOT / "tests" / "ui" / "stub_worker.py"))
    stub["write_model"](str(model), {"name": "m", "recipe": {"model": "unet_improved"}}, ["band 1"])
    dock.tabs.setCurrentWidget(dock.predict_page)
    dock.predict_page.where.setCurrentIndex(1)
    dock.predict_page.refresh()
    dock.predict_page.predict.click()
    queue = dock.prediction._queue
    qtbot.waitUntil(lambda: queue.is_running and queue._task._process is not None, timeout=60_000)
    process = queue._task._process
    with qtbot.captureExceptions() as raised:
        unload()
        qtbot.wait(500)
    assert process.status is not None
    assert raised == []


def test_nothing_heavy_is_loaded(loaded: Interface) -> None:
    del loaded
    assert not {"torch", "rasterio", "sklearn", "timm", "pyogrio"} & set(sys.modules)


def test_update_in_mid_training_leaves_a_plugin_that_trains(loaded: Interface, qtbot: QtBot, tmp_path: Path) -> None:
    """An update unloads the old plugin and loads the new one; here both are the same."""
    old = qgis.utils.plugins["outcrop"].dock
    add_layers(tmp_path)
    qtbot.waitUntil(lambda: old.data_page.choice.ready, timeout=60_000)
    events: list[object] = []
    old.training.heard.connect(events.extend)
    old.train_page.train.click()
    qtbot.waitUntil(lambda: len(events) > 3, timeout=60_000)
    process = old.training._task._process
    with qtbot.captureExceptions() as raised:
        unload()
        assert qgis.utils.loadPlugin("outcrop")
        assert qgis.utils.startPlugin("outcrop")
        new = qgis.utils.plugins["outcrop"].dock
        qtbot.waitUntil(lambda: new.data_page.choice.ready and docks(loaded) == [new], timeout=60_000)
    assert raised == []
    assert process.status is not None
    events.clear()
    new.training.heard.connect(events.extend)
    new.train_page.train.click()
    qtbot.waitUntil(lambda: len(events) > 3, timeout=60_000)
