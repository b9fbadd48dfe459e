"""The base of all algorithms: what QGIS asks of each, and how errors and folders are dealt with."""

from __future__ import annotations

import shutil
import tempfile
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP
from qgis.PyQt.QtGui import QIcon

from ....core.errors import MissingPackageError, OutcropError
from ...help.manual import manual_url
from ...help.standing import qgis_locale
from ...messages import first_sentence
from ...settings import INTERPRETER
from ...texts import error_text, tr
from ...worker.environment import ROOT, find_interpreter
from .inputs import Inputs
from .kept_files import check_inputs_kept
from .opened_page import open_page, page_to_open
from .refused_value import refused_value

ICONS = ROOT / "resources" / "icons"
_PICTURES = ROOT / "resources" / "help"


@dataclass(frozen=True)
class Group:
    """A group of algorithms: its id, which never changes, and its title. Its icon has the id's name."""

    id: str
    title: str

    @property
    def icon(self) -> Path:
        """The icon's file."""
        return ICONS / f"{self.id}.svg"


PREPARATION = Group("preparation", QT_TRANSLATE_NOOP("Outcrop", "Geodata preparation"))
LABELS = Group("labels", QT_TRANSLATE_NOOP("Outcrop", "Labels"))
TRAINING = Group("training", QT_TRANSLATE_NOOP("Outcrop", "Training"))
PREDICTION = Group("prediction", QT_TRANSLATE_NOOP("Outcrop", "Prediction"))
AFTER = Group("after", QT_TRANSLATE_NOOP("Outcrop", "After prediction"))
ASSESSMENT = Group("assessment", QT_TRANSLATE_NOOP("Outcrop", "Assessment"))
DATASETS = Group("datasets", QT_TRANSLATE_NOOP("Outcrop", "Data sets"))
MODELS = Group("models", QT_TRANSLATE_NOOP("Outcrop", "Models"))
WORKFLOWS = Group("workflows", QT_TRANSLATE_NOOP("Outcrop", "Workflows"))
GROUPS = (PREPARATION, LABELS, TRAINING, PREDICTION, AFTER, ASSESSMENT, DATASETS, MODELS, WORKFLOWS)


def help_text(key: str, paragraphs: Sequence[str], papers: Sequence[str]) -> str:
    """Give an algorithm's help as HTML: its picture, which has its id as name, what it does, and its papers."""
    parts = [f'<p><img src="{(_PICTURES / key).as_uri()}.svg"></p>', *(f"<p>{escape(text)}</p>" for text in paragraphs)]
    if papers:
        listed = "<br>".join(escape(paper) for paper in papers)
        parts.append(f"<p><i>{escape(tr('Reference'))}</i>: {listed}</p>")
    return "\n".join(parts)


class OutcropAlgorithm(QgsProcessingAlgorithm):
    """One step of Outcrop.

    A subclass declares its parameters in `initAlgorithm`, reads them in `_read` (on the main thread, where layers may
    be touched) and works in `_work` (in any thread). Both raise OutcropError for what the analyst can mend.
    """

    KEY = ""
    """The id; never changes."""
    TITLE = ""
    GROUP = MODELS
    SUMMARY = ""
    """What it does, in a few sentences."""
    PAPER = ""
    """Where the method comes from."""
    TAGS = ""
    NEEDS_WORKER = True

    def __init__(self) -> None:
        super().__init__()
        self._folder: Optional[Path] = None
        self._task: Any = None
        self._error: Optional[Exception] = None
        self._inputs: Any = None
        self._page = ""

    def createInstance(self) -> OutcropAlgorithm:
        """Make another one of the same kind."""
        return type(self)()

    def name(self) -> str:
        """Give the id."""
        return self.KEY

    def displayName(self) -> str:
        """Give the name in the toolbox."""
        return tr(self.TITLE)

    def group(self) -> str:
        """Give the group's title."""
        return tr(self.GROUP.title)

    def groupId(self) -> str:
        """Give the group's id."""
        return self.GROUP.id

    def icon(self) -> QIcon:
        """Give the icon."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """Give the icon's file."""
        return str(self.GROUP.icon)

    def tags(self) -> list[str]:
        """Give further words by which it is found."""
        return ["outcrop", *tr(self.TAGS).split()] if self.TAGS else ["outcrop"]

    def shortDescription(self) -> str:
        """Give the tooltip: the first sentence of the help."""
        return first_sentence(tr(self.SUMMARY))

    def shortHelpString(self) -> str:
        """Give the help that stands beside the parameters."""
        return help_text(self.KEY, tr(self.SUMMARY).split("\n"), self.papers())

    def helpUrl(self) -> str:
        """Give the page that describes it, for the dialog's Help button."""
        return manual_url("algorithms", self.KEY, locale=qgis_locale()).toString()

    def papers(self) -> list[str]:
        """Give where the method comes from, as citations."""
        return [tr(self.PAPER)] if self.PAPER else []

    def canExecute(self) -> tuple[bool, str]:
        """Say whether there is a Python to compute with, and what to do where there is none."""
        if not self.NEEDS_WORKER:
            return True, ""
        try:
            find_interpreter(INTERPRETER.value())
        except MissingPackageError as error:
            return False, error_text(error)
        return True, ""

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Refuse values that can't work together, before anything starts."""
        fits, text = super().checkParameterValues(parameters, context)
        if not fits:
            return fits, refused_value(self, parameters, context) or text
        try:
            check_inputs_kept(self, parameters, context)
            self._check(Inputs(self, parameters, context, Path()))
        except OutcropError as error:
            return False, error_text(error)
        return True, ""

    def asPythonCommand(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Write the command that history shows; QGIS 3.22 would leave out names that are chosen in a list."""
        joined = {
            definition.name(): ",".join(str(one) for one in parameters[definition.name()])
            for definition in self.parameterDefinitions()
            if definition.type() == "enum" and isinstance(parameters.get(definition.name()), list)
        }
        return str(super().asPythonCommand({**parameters, **joined}, context))

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Read the parameters; an error is kept for `processAlgorithm`, from where it reaches every caller."""
        del feedback
        self._folder = Path(tempfile.mkdtemp(prefix="outcrop-", dir=QgsProcessingUtils.tempFolder()))
        self._inputs = Inputs(self, parameters, context, self._folder)
        try:
            check_inputs_kept(self, parameters, context)
            self._task = self._read(self._inputs)
        except (OutcropError, QgsProcessingException) as error:
            self._error = error
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Do the work; whatever goes wrong becomes QGIS's own exception."""
        del parameters
        try:
            if self._error is not None:
                raise self._error
            self._inputs.enter(context)
            outputs = self._work(self._task, self._inputs, feedback)
            self._page = page_to_open(self, self._inputs, outputs)
        except QgsProcessingException:
            raise
        except OutcropError as error:
            raise QgsProcessingException(error_text(error)) from error
        except Exception as error:  # the algorithm's one broad net
            text = tr("Something unexpected went wrong: {error}.", error=error or type(error).__name__)
            raise QgsProcessingException(text) from error
        finally:
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)
            self._inputs.leave()
        return outputs

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Open the page that was written, where that was asked for; QGIS calls this on the main thread."""
        del context, feedback
        open_page(self._page)
        return {}

    def _check(self, inputs: Inputs) -> None:
        """Refuse values that don't go together; nothing by default."""

    @abstractmethod
    def _read(self, inputs: Inputs) -> Any:
        """Turn the parameters into what `_work` needs, most often a job."""

    @abstractmethod
    def _work(self, task: Any, inputs: Any, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Do the work and give the outputs."""
