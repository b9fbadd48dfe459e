"""Classes by other names are matched in the algorithm's dialog."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.tags import LEGEND_TAG
from outcrop.ui.processing.base.inputs import pairs_of
from outcrop.ui.processing.provider import OutcropProvider
from outcrop.ui.widgets.class_mapping import ClassMappingDialog, likely, mapping_text
from qgis.core import QgsApplication, QgsFeature, QgsProcessingContext, QgsProject, QgsRasterLayer, QgsVectorLayer


@pytest.fixture(params=["accuracy", "boundaryaccuracy"])
def dialog(request: pytest.FixtureRequest, provider: OutcropProvider, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from processing.gui import ParametersPanel
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    del provider
    monkeypatch.setattr(ParametersPanel, "iface", None)  # the stand-in has no browser
    made = AlgorithmDialog(QgsApplication.processingRegistry().createAlgorithmById(f"outcrop:{request.param}"))
    yield made
    made.deleteLater()


@pytest.fixture
def prediction(tmp_path: Path) -> str:
    """Give a small file with a legend."""
    path = str(tmp_path / "map.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, 4, 4)
    dataset.SetMetadataItem(LEGEND_TAG, json.dumps(Legend.from_names(["granite", "marble"]).to_dicts()))
    dataset.FlushCache()
    return path


@pytest.mark.usefixtures("qgis_new_project")
def test_classes_of_the_chosen_layers_are_matched(
    dialog: Any, prediction: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = QgsProject.instance()
    labels = QgsVectorLayer("Polygon?crs=EPSG:32654&field=rock:string", "labels", "memory")
    for name in ("Marbel", "quartz, white", "granite"):
        feature = QgsFeature(labels.fields())
        feature.setAttributes([name])
        labels.dataProvider().addFeature(feature)
    mapped = QgsRasterLayer(prediction, "map")
    wrappers = dialog.mainWidget().wrappers
    renamed = wrappers["RENAMED"]
    renamed.match()
    assert "Choose a prediction first" in renamed.widget.missing.text()
    project.addMapLayers([labels, mapped])
    context = QgsProcessingContext()
    context.setProject(project)
    wrappers["PREDICTION"].setParameterValue(mapped.id(), context)
    renamed.match()
    assert renamed.widget.missing.text() == "Choose the labels and their class field first."
    wrappers["POLYGONS"].setParameterValue(labels.id(), context)
    wrappers["CLASS_FIELD"].setParameterValue("rock", context)
    shown: list[ClassMappingDialog] = []

    def accept(own: ClassMappingDialog) -> int:
        shown.append(own)
        box = own.boxes["quartz, white"]
        box.setCurrentIndex(box.findData("granite"))
        return 1

    monkeypatch.setattr(ClassMappingDialog, "exec", accept)
    renamed.match()
    assert renamed.widget.missing.isHidden()
    assert list(shown[0].boxes) == ["granite", "Marbel", "quartz, white"]
    assert shown[0].boxes["Marbel"].currentData() == "marble"
    assert pairs_of(renamed.parameterValue()) == {"Marbel": "marble", "quartz, white": "granite"}


def test_likely_classes_and_the_text() -> None:
    assert likely("MARBLE", ["marble", "granite"]) == "marble"
    assert likely("basalt", ["marble", "granite"]) == ""
    assert mapping_text({"a": "b", "c": "d"}) == "a=b, c=d"
    for pairs in ({"a": "b", "c": "d"}, {"a, b": "c=d"}, {}):
        assert pairs_of(mapping_text(pairs)) == pairs
