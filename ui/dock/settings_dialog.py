"""The settings dialog, made from the list of settings."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from ..settings import FILE, NUMBER, SETTINGS, Setting
from ..texts import tr


class SettingsDialog(QDialog):
    """Edits the settings; `applied` when they were changed, `environment_requested` asks for the set-up window."""

    applied = pyqtSignal()
    environment_requested = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Outcrop: Settings"))
        self.setMinimumWidth(460)
        self.fields: dict[str, QWidget] = {}
        form = QFormLayout()
        for setting in SETTINGS:
            field = _field(setting)
            field.setToolTip(tr(setting.help))
            self.fields[setting.key] = field
            form.addRow(tr(setting.label), field)
            form.labelForField(field).setToolTip(tr(setting.help))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.environment = buttons.addButton(tr("Environment…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.environment.setToolTip(tr("Repair, remove or look at what computes: the packages in Outcrop's own folder"))
        self.environment.clicked.connect(self.environment_requested)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def accept(self) -> None:
        """Store what was changed."""
        for setting in SETTINGS:
            field = self.fields[setting.key]
            setting.set_value(field.value() if isinstance(field, QSpinBox) else field.filePath().strip())
        super().accept()
        self.applied.emit()


def _field(setting: Setting) -> QWidget:
    if setting.kind == NUMBER:
        number = QSpinBox()
        number.setRange(setting.low or 0, setting.high or 999)
        number.setSpecialValueText(tr(setting.empty))
        number.setValue(int(setting.value()))
        return number
    file = QgsFileWidget()
    mode = QgsFileWidget.StorageMode.GetFile if setting.kind == FILE else QgsFileWidget.StorageMode.GetDirectory
    file.setStorageMode(mode)
    file.setFilePath(str(setting.value()))
    file.lineEdit().setPlaceholderText(tr(setting.empty))
    return file
