"""What history prints runs as printed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from outcrop.core.model.card_file import read_card
from outcrop.ui.processing.provider import OutcropProvider
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
)


@pytest.mark.slow
@pytest.mark.usefixtures("real_worker")
def test_the_python_command_of_history_runs(provider: OutcropProvider, scene: Any, model: str) -> None:
    import processing

    target = scene.folder / "it's a page.html"
    values = {"MODEL_FILE": model, "PAGE": str(target)}
    text = provider.algorithm("modelinformation").asPythonCommand(values, QgsProcessingContext())
    assert text.startswith("processing.run(")
    exec(text, {"processing": processing})  # noqa: S102 - what a user pastes into QGIS's console
    assert "Near infrared" in Path(target).read_text()


@pytest.mark.slow
@pytest.mark.usefixtures("real_worker")
def test_the_command_for_a_layer_of_the_project_runs(
    provider: OutcropProvider, context: QgsProcessingContext, scene: Any, quick: dict[str, Any], memory_polygons: Any
) -> None:
    import processing
    import qgis.core

    memory_polygons.selectByExpression("kind <> 'marble'")
    target = scene.folder / "m.safetensors"
    values = {
        **scene.data, **quick, "BANDS": [2], "EXTENT": "600000,600960,4739040,4740000 [EPSG:32654]",
        "POLYGONS": QgsProcessingFeatureSourceDefinition(memory_polygons.id(), selectedFeaturesOnly=True),
        "ALL_TOUCHED": True, "MODEL_FILE": QgsProcessingOutputLayerDefinition(str(target)),
    }  # fmt: skip
    text = provider.algorithm("train").asPythonCommand(values, context)
    exec(text, {"processing": processing, **vars(qgis.core)})  # noqa: S102 - what a user pastes into QGIS's console
    assert read_card(target).bands == ("Near infrared",)
    assert set(read_card(target).legend.names) == {"gneiss", "granite"}
