from __future__ import annotations

import numpy as np
from outcrop.core.correction.edits import names_lut, taken, where
from outcrop.core.correction.ground import Ground, over
from outcrop.core.correction.pixels.runs import Runs
from outcrop.core.correction.pixels.shapes import polygon_runs
from outcrop.core.correction.session import Session
from outcrop.core.geodata.grid import Window
from outcrop.core.labels.legend import Legend

from tests.core.correction.conftest import Plain

FRAME = Window(0, 0, 20, 30)
SHAPE = polygon_runs([np.array([(1, 1), (28, 4), (22, 19), (3, 15)], float)])


def test_only_where_the_map_says_something(ground: Ground, session: Session, scene: np.ndarray) -> None:
    session.paint(Runs.of_window(Window(2, 2, 6, 6)), 2, "rectangle")
    session.paint(Runs.of_window(Window(4, 4, 6, 6)), 255, "rectangle")
    shown = over(scene, ground.overlay.values)  # type: ignore[attr-defined]
    for values in ({2}, {1, 3}, {0}, set()):
        wanted = SHAPE.mask(FRAME) & np.isin(shown, list(values))
        assert np.array_equal(where(SHAPE, ground.read, values).mask(FRAME), wanted)


def test_one_class_becomes_another_inside(ground: Ground, session: Session, scene: np.ndarray) -> None:
    session.paint(where(SHAPE, ground.read, {3}), 1, "becomes")
    wanted = np.where(SHAPE.mask(FRAME) & (scene == 3), 1, scene)
    assert np.array_equal(ground.read(FRAME), wanted)
    (row,) = session.corrections()
    assert row.previous == {"pond": int((wanted != scene).sum())}


def test_taking_from_another_prediction(ground: Ground, session: Session, scene: np.ndarray) -> None:
    other = np.random.default_rng(5).integers(0, 4, scene.shape, np.uint8)
    lut, missing = names_lut(Legend.from_names(["Schist", "gabbro", "dike"]), session.prediction.legend)
    assert lut[:4].tolist() == [0, 4, 0, 2]
    assert missing == ("gabbro",)
    change = session.paint_several(taken(SHAPE, Plain(other).read, lut), "take")
    inside = SHAPE.mask(FRAME) & (scene > 0)
    assert np.array_equal(ground.read(FRAME), np.where(inside & (lut[other] > 0), lut[other], scene))
    assert len(change.fids) == 2
    assert session.undo_count == 1
    session.undo()
    assert np.array_equal(ground.read(FRAME), scene)
