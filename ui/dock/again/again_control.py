"""Train again: learns from old labels and corrections, maps the same extent again, and shows what changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Callable, Optional

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....core.assessment.jobs import CompareModelsJob
from ....core.comparison.jobs import ChangesJob
from ....core.errors import OutcropError
from ....core.files.naming import file_stem
from ....core.labels.legend import Legend
from ....core.prediction.jobs import PredictJob
from ...layers.corrected import prediction_file, reviews_to_go_on, sessions_over
from ...layers.imagery import Imagery
from ...layers.imagery_stack import keys_for, worker_images
from ...layers.predictions import MODEL_PROPERTY, PredictionLayers, add_prediction
from ...layers.rendering import rendering_of
from ...messages import Messages
from ...review.audit_figures import accuracy_sentence, answers_of, sample_in
from ...settings import THREADS, runs_folder
from ...texts import area_text, count_text, error_text, number_text, tr
from ...worker.launcher import Launcher, make_folder
from ...worker.task import CANCELLED, JobTask, Outcome
from ..data.data_choice import DataChoice
from ..data.scene import scene_of
from ..models.model_entries import ModelEntry, read_entry
from ..models.model_run import run_of
from .carried import carry_on
from .change_layer import add_changes
from .unfinished import Intent, Unfinished, left_unfinished

_MOST_TOLD, _LEAST_ANSWERS = 3, 10
_CLEAR = 0.05
"""Below which p-value one of two models is called better."""


@dataclass(frozen=True)
class FirstMap:
    """The map that was corrected: its file, its layer's extent, its imagery and the model that made it."""

    path: Path
    box: Any
    imagery: Imagery
    model_file: str
    sessions: tuple[str, ...] = ()


class AgainControl(QObject):
    """Takes over when a training that learned from corrections has ended.

    `told` brings what it does in one line; `mapped` the layer of the new map, with what was carried over to it; `ended`
    the sentence at the end, empty where there is nothing to compare.
    """

    told = pyqtSignal(str)
    mapped = pyqtSignal(object)
    ended = pyqtSignal(str)

    def __init__(
        self, project: QgsProject, launcher: Launcher, messages: Messages, train: Callable[[], Optional[Path]],
        data: Callable[[], DataChoice], parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        """Make it; `train` starts a training as it is chosen now, and gives its folder; `data` is its data."""
        super().__init__(parent)
        self._project, self._launcher, self._messages, self._train = project, launcher, messages, train
        self._data = data
        self._first: Optional[FirstMap] = None
        self._unfinished: Optional[Unfinished] = None
        self._task: Optional[JobTask] = None
        self._generation = 0
        self._new_map = ""
        project.cleared.connect(self._on_cleared)
        project.readProject.connect(self.look)

    def shutdown(self) -> None:
        """Leave what isn't done to the next start."""
        self._leave()
        self._project.readProject.disconnect(self.look)

    def look(self) -> None:
        """Look for what was to be trained again and wasn't mapped, because QGIS ended, and offer to go on."""
        for unfinished, intent, model_file in left_unfinished(runs_folder()):
            layer = self._layer_of(intent)
            if layer is not None:
                text = tr("“Train again” ended before “{map}” was mapped again.", map=layer.name())
                what = tr("Map again") if model_file else tr("Train again")
                self._messages.warning(text, what, partial(self._go_on, unfinished, intent, model_file))
                return

    def start(self, imagery: Optional[Imagery], sessions: tuple[str, ...]) -> None:
        """Train, and come back to the map that the newest of these sessions corrects."""
        if imagery is None or not sessions or self._task is not None:
            return
        over = sessions_over(self._project, imagery.layer_id)
        layer = next((over[path] for path in over if str(path) in sessions), None)
        if layer is None:
            self._messages.error(tr("The map that was corrected is no longer in the project. Add it again."))
            return
        model = str(layer.customProperty(MODEL_PROPERTY) or "")
        self._first = FirstMap(Path(prediction_file(layer)), layer.extent(), imagery, model, sessions)
        folder = self._train()
        if folder is None:
            self._first = None
        else:
            self._unfinished = Unfinished(folder)
            self._unfinished.begin(Intent(str(self._first.path), imagery.layer_id, sessions))

    def on_trained(self, model_file: str) -> None:
        """Map the first map's extent with the model that was trained; an empty name means that there is none.

        A training that was resumed goes on as it was meant when it began.
        """
        if self._task is not None:
            return
        if model_file and self._first is None:
            self._find(model_file)
        first, entry = self._first, read_entry(Path(model_file)) if model_file else None
        if first is None or entry is None or entry.card is None:
            if self._unfinished is not None and not self._unfinished.has_begun:
                self._end()  # it was stopped on purpose, or refused
            self._leave()
            return
        try:
            folder = self._launcher.run_folder(f"{first.imagery.name} {entry.name}")
            out = folder / f"{file_stem(first.imagery.name)}.tif"
            box = first.box
            job = PredictJob(
                (str(entry.path),), worker_images(first.imagery, self._project, folder), str(out),
                keys_for(entry.card.bands, first.imagery),
                extent=(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()), threads=THREADS.value(),
            )  # fmt: skip
            before = rendering_of(first.imagery, self._project, folder, box)
            title = tr("Outcrop: mapping again with {model}", model=entry.name)
            self._task = self._launcher.start(title, job, folder, before=before)
        except OutcropError as error:
            self._stop(error_text(error))
            return
        generation = self._generation
        self.told.emit(tr("Mapping the same extent again…"))
        self._task.ended.connect(lambda outcome: self._on_mapped(outcome, entry, out, generation))

    def _on_mapped(self, outcome: Outcome, entry: ModelEntry, out: Path, generation: int) -> None:
        self._task, first = None, self._first
        if outcome.result is None or first is None or entry.card is None or generation != self._generation:
            self._stop("" if outcome.kind == CANCELLED else outcome.text, outcome.details)
            return
        legend = entry.card.legend
        prediction = PredictionLayers(first.imagery.layer_id, first.imagery.name, entry.name, str(entry.path))
        try:
            layer = add_prediction(self._project, prediction, out, legend, legend.rest)
            self._new_map = layer.id()
            job = ChangesJob(str(first.path), str(out), str(out.with_name(f"{out.stem} changes.tif")))
            folder = make_folder(out.parent / "changes")
            self._task = self._launcher.start(tr("Outcrop: comparing two maps"), job, folder, warm=True)
        except OutcropError as error:
            self._stop(error_text(error))
            return
        self._task.ended.connect(lambda told: self._on_compared(told, entry, layer, out, generation))

    def _on_compared(
        self, outcome: Outcome, entry: ModelEntry, layer: QgsRasterLayer, out: Path, generation: int
    ) -> None:
        self._task, first = None, self._first
        if outcome.result is None or first is None:
            self._stop(outcome.text, outcome.details)
            return
        if generation == self._generation and outcome.result["out"]:
            add_changes(self._project, layer, Path(outcome.result["out"]), Legend.from_dicts(outcome.result["classes"]))
        changed, audited = change_sentence(outcome.result), self._audited(layer, first, out)
        if audited or not self._measure(first, entry, lambda told: self._tell(first, changed, told, out)):
            self._tell(first, changed, audited or not_known(), out)

    def _audited(self, layer: QgsRasterLayer, first: FirstMap, out: Path) -> str:
        """Say which map is better by the random places that were answered; empty where they are too few."""
        sample = sample_in(reviews_to_go_on(self._project, layer))
        if sample is None or len(answers_of(sample)) < _LEAST_ANSWERS:
            return ""
        return accuracy_sentence(sample, out, first.path)

    def _measure(self, first: FirstMap, entry: ModelEntry, tell: Callable[[str], None]) -> bool:
        """Have both models measured on labels that neither learned from; False where that can't be done."""
        if not Path(first.model_file).is_file():
            return False
        models = (first.model_file, str(entry.path))
        runs = [run_of(Path(model), runs_folder()) for model in models]
        try:
            folder = self._launcher.run_folder(tr("comparison"))
            scene = scene_of(self._data(), self._project, folder)
            known = tuple(str(run.folder) if run is not None else str(folder) for run in runs)
            job = CompareModelsJob(scene, models, known, threads=THREADS.value())
            self._task = self._launcher.start(tr("Outcrop: comparing models"), job, folder)
        except OutcropError:
            return False

        def hear(outcome: Outcome) -> None:
            self._task = None
            tell(common_sentence(outcome.result) if outcome.result is not None else not_known())

        self._task.ended.connect(hear)
        return True

    def _find(self, model_file: str) -> None:
        """Take up what a training was begun for, where that is known and its map is here."""
        run = run_of(Path(model_file), runs_folder())
        unfinished = Unfinished(run.folder) if run is not None else None
        intent = unfinished.intent if unfinished is not None else None
        if unfinished is not None and intent is not None:
            self._take_up(unfinished, intent)

    def _go_on(self, unfinished: Unfinished, intent: Intent, model_file: str) -> None:
        """Map again what was trained before; train first where that hadn't begun."""
        if self._first is not None or self._task is not None or not self._take_up(unfinished, intent):
            return
        if model_file:
            self.on_trained(model_file)
        else:
            self._end()
            self.start(self._data().imagery, intent.sessions)

    def _take_up(self, unfinished: Unfinished, intent: Intent) -> bool:
        layer, imagery = self._layer_of(intent), self._data().imagery
        if layer is None or imagery is None or imagery.layer_id != intent.imagery_id:
            self._messages.warning(tr("Choose the imagery of this map on the Data page; it has to be a file."))
            return False
        model = str(layer.customProperty(MODEL_PROPERTY) or "")
        self._first = FirstMap(Path(intent.path), layer.extent(), imagery, model, intent.sessions)
        self._unfinished = unfinished
        unfinished.begin(intent)
        return True

    def _layer_of(self, intent: Intent) -> Optional[QgsRasterLayer]:
        """Give the layer of the map that was to be made again."""
        layers = [layer for layer in self._project.mapLayers().values() if isinstance(layer, QgsRasterLayer)]
        predictions = (layer for layer in layers if layer.customProperty(MODEL_PROPERTY))
        return next((layer for layer in predictions if prediction_file(layer) == intent.path), None)

    def _leave(self) -> None:
        """Follow it no more; it is found again on the disk."""
        self._first = None
        if self._unfinished is not None:
            self._unfinished.leave()
        self._unfinished = None

    def _end(self) -> None:
        self._first = None
        if self._unfinished is not None:
            self._unfinished.end()
        self._unfinished = None

    def _tell(self, first: FirstMap, changed: str, better: str, out: Path) -> None:
        text = " ".join(sentence for sentence in (changed, better, self._carry(first, out)) if sentence)
        self._end()
        new_map = self._project.mapLayer(self._new_map)
        if new_map is not None:
            self.mapped.emit(new_map)
        self._messages.success(text)
        self.told.emit("")
        self.ended.emit(text)

    def _carry(self, first: FirstMap, out: Path) -> str:
        """Bring what the new map still has otherwise into a session of its own, and say how much that is."""
        try:
            carried = carry_on(first.sessions, out)
        except OutcropError as error:
            self._messages.warning(error_text(error))
            return ""
        one = tr("{n} correction differs from the new map still and was carried over.")
        many = tr("{n} corrections differ from the new map still and were carried over.")
        text = count_text(carried.corrections, one, many) if carried.corrections else ""
        return " ".join(part for part in (text, carried.left_out) if part)

    def _stop(self, text: str, details: str = "") -> None:
        if text:
            self._leave()
            self._messages.error(text, details)
        else:
            self._end()
        self.told.emit("")
        self.ended.emit("")

    def _on_cleared(self) -> None:
        self._generation += 1


def change_sentence(result: dict[str, Any]) -> str:
    """Say how much of a map changed, and what most."""
    if not result["changed"]:
        return tr("The new map is as the first one: nothing changed.")
    most = ", ".join(
        tr("{before} → {after} {area}", before=kind["before"], after=kind["after"], area=area_text(kind["area_m2"]))
        for kind in result["changes"][:_MOST_TOLD]
    )
    share = 100 * result["changed"] / max(1, result["pixels"])
    return tr("{share} % of the map changed: {most}.", share=number_text(share, 1), most=most)


def common_sentence(result: dict[str, Any]) -> str:
    """Say whether the second of two models is better, on the labelled pixels that neither learned from."""
    measured = {str(one["model"]): one["measures"]["miou"] for one in result["models"] if "measures" in one}
    gains = result.get("gains") or ()
    if len(measured) != 2 or not gains:
        return not_known()
    before, after = (number_text(value, 2) for value in measured.values())
    reach = {name: number_text(gains[0][name], 2) for name in ("low", "high")}
    none = tr("On {pixels} labelled pixels held back from both models, mIoU was {before} and is {after}:")
    one = tr("On {pixels} labelled pixels of {n} polygon held back from both models, mIoU was {before} and is {after}:")
    many = tr(
        "On {pixels} labelled pixels of {n} polygons held back from both models, mIoU was {before} and is {after}:"
    )
    polygons = int(result["polygons"])
    text = (count_text(polygons, one, many) if polygons else none).format(
        pixels=number_text(result["pixels"]), before=before, after=after
    )
    is_clear = gains[0]["p_value"] < _CLEAR
    if is_clear and gains[0]["low"] > 0:
        return f"{text} {tr('better, by {low} to {high} (95 %).', **reach)}"
    if is_clear and gains[0]["high"] < 0:
        return f"{text} {tr('worse, by {low} to {high} (95 %).', **reach)}"
    return f"{text} {tr('the difference may be chance ({low} to {high}, 95 %).', **reach)}"


def not_known() -> str:
    """Say that nothing is known of which map is better."""
    return tr("Whether it is better isn't known: no place was held back from both. Answer random places to tell.")
