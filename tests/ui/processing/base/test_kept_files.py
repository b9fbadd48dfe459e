"""Outputs leave inputs alone, and the other layers of a file that holds several."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from outcrop.core.errors import BadInputError
from outcrop.ui.processing.base.kept_files import beside_other_layers, check_inputs_kept
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
)

LABELS = {"CLASS_FIELD": "kind"}


@pytest.fixture
def copies(scene: Any, tmp_path: Path) -> tuple[str, str]:
    """Give an image and polygons that may be lost."""
    made = tmp_path / "i.tif", tmp_path / "labels.gpkg"
    shutil.copyfile(scene.image, made[0])
    gdal.VectorTranslate(str(made[1]), scene.polygons)
    return str(made[0]), str(made[1])


def layers(path: str) -> dict[str, int]:
    dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
    found = [dataset.GetLayer(number) for number in range(dataset.GetLayerCount())]
    return {layer.GetName(): layer.GetFeatureCount() for layer in found}


def test_an_output_that_is_an_input_is_refused(run: Callable, copies: tuple[str, str], tmp_path: Path) -> None:
    image, polygons = copies
    (tmp_path / "link.tif").symlink_to(image)
    layer = QgsRasterLayer(image, "open in the project")
    QgsProject.instance().addMapLayer(layer)
    before = Path(image).read_bytes(), Path(polygons).read_bytes()
    refused = [
        ("rasteriselabels", {"INPUT": layer.id(), "POLYGONS": polygons, **LABELS, "OUTPUT": image}),
        ("rasteriselabels", {"INPUT": image, "POLYGONS": polygons, **LABELS, "OUTPUT": str(tmp_path / "link.tif")}),
        ("splitlabels", {"INPUT": str(tmp_path / "link.tif"), "POLYGONS": polygons, **LABELS, "OUTPUT": image}),
        ("checklabels", {"INPUT": image, "POLYGONS": polygons, **LABELS, "OUTPUT": polygons}),
        (
            "checklabels",
            {
                "INPUT": image,
                "POLYGONS": QgsProcessingFeatureSourceDefinition(polygons),
                **LABELS,
                "OUTPUT": QgsProcessingOutputLayerDefinition(polygons),
            },
        ),
    ]
    for name, values in refused:
        with pytest.raises(QgsProcessingException, match="is an input of this job"):
            run(name, values)
    assert (Path(image).read_bytes(), Path(polygons).read_bytes()) == before


@pytest.mark.slow
@pytest.mark.usefixtures("real_worker")
def test_a_layer_joins_the_others_of_its_file(run: Callable, copies: tuple[str, str], tmp_path: Path) -> None:
    image, polygons = copies
    target = tmp_path / "field work.gpkg"
    gdal.VectorTranslate(str(target), polygons, layerName="mapped")
    before = layers(str(target))
    for _ in range(2):
        done = run("checklabels", {"INPUT": image, "POLYGONS": polygons, **LABELS, "OUTPUT": str(target)})
        found = layers(str(target))
        assert found.pop("field work") == done.outputs["PROBLEMS"]
        assert found == before


def test_a_new_table_beside_the_input_is_no_harm(run: Callable, copies: tuple[str, str]) -> None:
    image, polygons = copies
    values = {"INPUT": image, "POLYGONS": polygons, **LABELS}
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("outcrop:checklabels")
    context = QgsProcessingContext()
    check_inputs_kept(algorithm, {**values, "OUTPUT": f"ogr:dbname='{polygons}' table=\"problems\" (geom)"}, context)
    table = next(iter(layers(polygons)))
    with pytest.raises(QgsProcessingException, match="is an input of this job"):
        run("checklabels", {**values, "OUTPUT": f"ogr:dbname='{polygons}' table=\"{table}\" (geom)"})


def test_files_to_which_nothing_can_be_added_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "many.kml"
    path.write_text(
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
        "<Folder><name>a</name><Placemark><Point><coordinates>1,2</coordinates></Point></Placemark></Folder>"
        "<Folder><name>b</name><Placemark><Point><coordinates>1,2</coordinates></Point></Placemark></Folder>"
        "</Document></kml>"
    )
    with pytest.raises(BadInputError, match=r"other layers \(a, b\)"):
        beside_other_layers(str(path))
    assert beside_other_layers(str(tmp_path / "new.gpkg")) == str(tmp_path / "new.gpkg")
    assert beside_other_layers("TEMPORARY_OUTPUT") == "TEMPORARY_OUTPUT"
