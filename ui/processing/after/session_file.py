"""What the algorithms share that read a session of corrections."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterFile

from ....core.errors import BadInputError
from ...texts import tr
from ..base.declarations import with_help
from ..base.inputs import Inputs

SESSION = "SESSION"


def add_session(algorithm: QgsProcessingAlgorithm) -> None:
    """Declare the session."""
    file = QgsProcessingParameterFile(SESSION, tr("Session of corrections"), extension="gpkg")
    algorithm.addParameter(
        with_help(file, tr("The GeoPackage that lies beside the prediction, with “_corrections” in its name."))
    )


def read_session_file(inputs: Inputs) -> str:
    """Give the session's file.

    Raises:
        BadInputError: When there is no such file.
    """
    file = inputs.file(SESSION)
    if not Path(file).is_file():
        raise BadInputError(
            tr("There is no session “{file}”. Choose the GeoPackage that lies beside its prediction.", file=file)
        )
    return file
