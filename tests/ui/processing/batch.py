"""A batch dialog, used as a hand would."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.core import QgsProcessingContext
from qgis.PyQt.QtWidgets import QDialog


class Batch:
    """A batch dialog, used as a hand would."""

    def __init__(self, dialog: Any) -> None:
        self.dialog, self.panel = dialog, dialog.mainWidget()
        self.panel.checkLoadLayersOnCompletion.setChecked(False)

    def put(self, row: int, values: dict[str, Any]) -> None:
        """Type values into a row."""
        context = QgsProcessingContext()
        for name, value in values.items():
            place = self.panel.parameter_to_column[name]
            if self.panel.alg.parameterDefinition(name).isDestination():
                self.panel.tblParameters.cellWidget(row + 1, place).setValue(value)
            else:
                self.panel.wrappers[row][place].setParameterValue(value, context)

    def column(self, name: str) -> list[Any]:
        """Give what stands in all rows."""
        rows, place = range(self.panel.batchRowCount()), self.panel.parameter_to_column[name]
        if self.panel.alg.parameterDefinition(name).isDestination():
            return [self.panel.tblParameters.cellWidget(row + 1, place).getValue() for row in rows]
        return [self.panel.valueForParameter(row, name) for row in rows]

    def fill(self, name: str) -> Any:
        """Give the “Autofill…” of a column."""
        return self.panel.tblParameters.cellWidget(0, self.panel.parameter_to_column[name])

    def name_outputs(self, output: str, file: str, parameter: str = "") -> None:
        """Click “…” beside the first row's output and have the rows below named by a parameter, or by numbers."""
        from processing.gui import BatchOutputSelectionPanel as Panel

        class Chosen(Panel.AutofillDialog):
            """Answers at once."""

            def exec_(self) -> int:
                self.mode = self.FILL_WITH_PARAMETER if parameter else self.FILL_WITH_NUMBERS
                self.param_name = parameter
                return int(QDialog.DialogCode.Accepted)

            exec = exec_

        kind = self.panel.alg.parameterDefinition(output).createFileFilter()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Panel, "AutofillDialog", Chosen)
            patch.setattr(Panel.QFileDialog, "getSaveFileName", lambda *_: (file, kind))
            patch.setattr(Panel.QFileDialog, "getExistingDirectory", lambda *_: file)
            self.panel.tblParameters.cellWidget(1, self.panel.parameter_to_column[output]).showSelectionDialog()

    def run(self) -> tuple[list[Any], list[Any]]:
        """Press Run; give the rows that went well and those that failed."""
        told: list[tuple[list[Any], list[Any]]] = []
        self.dialog.finish = lambda results, errors: told.append((results, errors))
        self.dialog.runAlgorithm()
        (answer,) = told
        return answer
