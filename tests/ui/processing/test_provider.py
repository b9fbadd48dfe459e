"""The provider lists algorithms that follow QGIS's conventions and never change their names."""

from __future__ import annotations

import re
import runpy
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from outcrop.core.model.catalogue import architectures
from outcrop.ui.dock.data.data_choice import layer_problems
from outcrop.ui.processing.base.algorithm import GROUPS
from outcrop.ui.processing.provider import ALGORITHMS, OutcropProvider, register
from outcrop.ui.worker.environment import ROOT
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProcessingContext, QgsVectorLayer
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QImage, QTextDocument
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QTextBrowser


def test_every_algorithm_is_listed(provider: OutcropProvider) -> None:
    assert {entry.name() for entry in provider.algorithms()} == {cls.KEY for cls in ALGORITHMS} | {"imagerytomap"}
    assert provider.id() == "outcrop"
    assert not provider.icon().isNull()


EVERY = [*(cls.KEY for cls in ALGORITHMS), "imagerytomap"]


@pytest.mark.parametrize("name", EVERY)
def test_conventions(provider: OutcropProvider, name: str) -> None:
    algorithm = provider.algorithm(name)
    assert re.fullmatch(r"[a-z][a-z0-9]*", algorithm.name())
    assert algorithm.groupId() in {group.id for group in GROUPS}
    assert algorithm.group()
    assert not algorithm.icon().isNull()
    assert Path(algorithm.svgIconPath()).is_file()
    assert len(algorithm.shortHelpString()) > 80
    assert algorithm.shortDescription().endswith(".")
    assert "outcrop" in algorithm.tags()
    assert algorithm.createInstance().name() == algorithm.name()
    for parameter in algorithm.parameterDefinitions():
        assert re.fullmatch(r"([a-z]+:)?[A-Z][A-Z0-9_]*", parameter.name()), parameter.name()
        assert parameter.help(), f"{parameter.name()} has no help"
        assert parameter.description() != parameter.name()
    for output in algorithm.outputDefinitions():
        assert re.fullmatch(r"([a-z]+:)?[A-Z][A-Z0-9_]*", output.name()), output.name()
        assert output.description()


WITHOUT_PAPER = {
    "comparisonreport",
    "checklabels", "rasteriselabels", "modelinformation", "predict", "applycorrections", "correctionstolabels",
    "changes", "savestack",
}  # fmt: skip
"""Bookkeeping; and prediction, whose method is the model's, which its card cites."""


@pytest.mark.parametrize("name", EVERY)
def test_help_shows_a_picture_that_fits_the_panel(provider: OutcropProvider, name: str) -> None:
    (source,) = re.findall(r'<img src="([^"]*)">', provider.algorithm(name).shortHelpString())
    picture = Path(QUrl(source).toLocalFile())
    drawn = QSvgRenderer(str(picture))
    assert drawn.isValid()
    assert 0 < drawn.defaultSize().width() <= 220
    assert picture.stat().st_size < 10_000
    browser = QTextBrowser()
    browser.setHtml(provider.algorithm(name).shortHelpString())
    assert not QImage(browser.document().resource(QTextDocument.ResourceType.ImageResource, QUrl(source))).isNull()


PAGES = {
    "pointstogrid", "checklabels", "trainseveral", "accuracy", "boundaryaccuracy", "sampleaccuracy", "bandimportance",
    "modelinformation", "imagerytomap", "changes", "comparisonreport",
}  # fmt: skip


@pytest.mark.parametrize("name", EVERY)
def test_pages_open_in_the_results_viewer(provider: OutcropProvider, name: str) -> None:
    algorithm = provider.algorithm(name)
    pages = [one for one in algorithm.destinationParameterDefinitions() if ".html" in one.asPythonString()]
    assert {algorithm.outputDefinition(page.name()).type() for page in pages} <= {"outputHtml"}
    assert bool(pages) == (name in PAGES)


def test_no_picture_is_left_over(provider: OutcropProvider) -> None:
    pictures = {file.stem for file in (ROOT / "resources" / "help").glob("*.svg")}
    assert pictures == {entry.name() for entry in provider.algorithms()}


def test_help_names_the_paper(provider: OutcropProvider) -> None:
    helps = {entry.name(): entry.shortHelpString() for entry in provider.algorithms()}
    assert {name for name, text in helps.items() if "<i>Reference</i>: " not in text} == WITHOUT_PAPER
    assert "doi 10.1145/357994.358023" in helps["centrelines"]


@pytest.mark.parametrize("name", ["train", "trainseveral", "finetune", "resume", "imagerytomap"])
def test_help_of_training_names_every_model_s_paper(provider: OutcropProvider, name: str) -> None:
    text = unescape(provider.algorithm(name).shortHelpString())
    assert [entry.key for entry in architectures().values() if f"{entry.title}: {entry.paper}" not in text] == []


def test_without_an_environment_it_says_what_to_do(
    provider: OutcropProvider, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OUTCROP_PYTHON", str(tmp_path / "gone"))
    can, text = provider.algorithm("train").canExecute()
    assert not can
    assert "Choose another one" in text


def test_the_shipped_model_offers_what_training_offers(provider: OutcropProvider) -> None:
    for name in ("RECIPE", "MODEL"):
        options = [provider.algorithm(key).parameterDefinition(name).options() for key in ("imagerytomap", "train")]
        assert options[0] == options[1]


def test_layers_that_fine_tuning_leaves_alone_are_those_of_the_core(provider: OutcropProvider) -> None:
    from outcrop.core.training.settings.choices import FREEZE

    for name in ("train", "finetune"):
        assert provider.algorithm(name).parameterDefinition("FREEZE").options() == list(FREEZE)


def test_recipe_settings_are_offered_without_a_second_list(provider: OutcropProvider) -> None:
    from outcrop.core.parameters import describe
    from outcrop.core.training.settings.recipe import Recipe

    names = {parameter.name() for parameter in provider.algorithm("train").parameterDefinitions()}
    wanted = {entry.name.upper() for entry in describe(Recipe)} - {"MODEL_PARAMETERS"}
    assert wanted <= names
    assert {"MODEL_WIDTH", "MODEL_TREES", "MODEL_ENCODER"} <= names


def bad_layers(polygons: str) -> dict[str, QgsVectorLayer]:
    """Give polygon layers that can't be trained on, by what is wrong with them."""
    nowhere = QgsVectorLayer(polygons, "nowhere", "ogr")
    nowhere.setCrs(QgsCoordinateReferenceSystem())
    return {
        "no coordinate system": nowhere,
        "no fields": QgsVectorLayer("Polygon?crs=EPSG:4326", "bare", "memory"),
        "no field “kind”": QgsVectorLayer("Polygon?crs=EPSG:4326&field=type:string", "other", "memory"),
    }


@pytest.mark.parametrize("words", ["no coordinate system", "no fields", "no field “kind”"])
def test_layers_are_refused_in_the_words_of_the_dock(provider: OutcropProvider, scene: Any, words: str) -> None:
    layer = bad_layers(scene.polygons)[words]
    (problem,) = layer_problems(layer, "kind")
    assert words in problem.text
    context = QgsProcessingContext()
    context.temporaryLayerStore().addMapLayer(layer)
    refused = []
    for algorithm in map(provider.algorithm, EVERY[:-1]):
        if algorithm.parameterDefinition("POLYGONS") is not None:
            values = {"INPUT": scene.image, "POLYGONS": layer.id(), "CLASS_FIELD": "kind"}
            refused.append((algorithm.name(), *_refusal(algorithm, values, context)))
    context.temporaryLayerStore().removeAllMapLayers()
    assert len(refused) >= 7
    assert [name for name, fits, text in refused if fits or text != problem.text] == []


def _refusal(algorithm: Any, values: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
    """Check values, with a place of its own for every output and an answer for what has none by default."""
    given = dict(values)
    for parameter in algorithm.parameterDefinitions():
        if parameter.isDestination():
            given.setdefault(parameter.name(), "TEMPORARY_OUTPUT")
        elif not parameter.flags() & parameter.Flag.FlagOptional and parameter.defaultValue() is None:
            given.setdefault(parameter.name(), "m.safetensors" if parameter.type() == "file" else values["INPUT"])
    return algorithm.checkParameterValues(given, context)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"CLASS_FIELD": "kind"}, "either as polygons or as a raster"),
        ({"POLYGONS": "x", "CLASS_FIELD": "sort"}, "no field “sort”"),
        ({"POLYGONS": "x", "CLASS_FIELD": "kind", "VALIDATION_SHARE": 0.8, "TEST_SHARE": 0.8}, "leave nothing"),
        ({"POLYGONS": "x", "CLASS_FIELD": "kind", "MODEL": "svm", "MODEL_WIDTH": 8}, "width"),
    ],
)
def test_bad_values_are_refused_before_anything_starts(
    provider: OutcropProvider, scene: object, values: dict[str, object], words: str
) -> None:
    given = {"INPUT": scene.image, "RECIPE": "quick", "FREEZE": "none", "MODEL_FILE": "TEMPORARY_OUTPUT", **values}
    if given.get("POLYGONS"):
        given["POLYGONS"] = scene.polygons
    fits, text = provider.algorithm("train").checkParameterValues(given, QgsProcessingContext())
    assert not fits
    assert words in text


ALGORITHM = '''"""An algorithm that answers."""

from qgis.core import QgsProcessingOutputNumber

from outcrop.ui.processing.base.algorithm import MODELS, OutcropAlgorithm


class Answer(OutcropAlgorithm):
    KEY, TITLE, GROUP, SUMMARY, TAGS, NEEDS_WORKER = "answer", "Answer", MODELS, "Gives an answer.", "", False

    def initAlgorithm(self, configuration=None):
        self.addOutput(QgsProcessingOutputNumber("ANSWER", "Answer"))

    def _check(self, inputs):
        pass

    def _read(self, inputs):
        return None

    def _work(self, task, inputs, feedback):
        return {"ANSWER": 42}
'''


def test_an_algorithm_is_one_file_and_one_line(
    qgis_processing: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qgis_processing
    import processing

    (tmp_path / "answer.py").write_text(ALGORITHM, encoding="utf-8")
    answer = runpy.run_path(str(tmp_path / "answer.py"))["Answer"]
    monkeypatch.setattr("outcrop.ui.processing.provider.ALGORITHMS", (*ALGORITHMS, answer))
    registered = register()

    try:
        assert processing.run("outcrop:answer", {}) == {"ANSWER": 42}
    finally:
        QgsApplication.processingRegistry().removeProvider(registered)
