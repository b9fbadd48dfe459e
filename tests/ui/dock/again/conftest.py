"""What is tried after a map was corrected by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from outcrop.core.correction.pixels.runs import Runs
from outcrop.core.correction.session import Session
from outcrop.core.correction.session_files import new_session_file, session_files
from outcrop.core.geodata.grid import Window
from outcrop.ui.correction.class_raster import read_prediction
from outcrop.ui.correction.overlay import SessionGround


@pytest.fixture
def correct() -> Callable[..., Path]:
    """Give a function that paints windows of a prediction with classes in a session, and gives its file."""

    def paint(path: str, *painted: Window | str) -> Path:
        prediction = read_prediction(path)
        session = Session.create(new_session_file(path), prediction, "tester")
        ground = SessionGround.open(session)
        session.attach(ground)
        for window, class_name in zip(painted[::2], painted[1::2]):
            session.paint(Runs.of_window(window), prediction.legend.id_of(class_name), "brush")
        ground.close()
        session.close()
        (file,) = session_files(path)
        return file

    return paint
