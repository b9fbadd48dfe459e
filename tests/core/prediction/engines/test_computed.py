"""What a process has computed counts when the next engine is chosen, for each loaded model by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable

import pytest
from outcrop.core.events import Events
from outcrop.core.jobs.predict import predict
from outcrop.core.prediction import plan
from outcrop.core.prediction.engines.computed import computed_mpx, note_computed
from outcrop.core.prediction.engines.engine_choice import Work
from outcrop.core.prediction.jobs import PredictJob

Maker = Callable[..., str]


class Model:
    """Stands for a loaded model."""


def test_every_model_counts_by_itself_and_as_long_as_it_is_loaded() -> None:
    one, other = Model(), Model()
    note_computed(one, 2.0)
    note_computed(one, 0.5)
    assert computed_mpx(one) == 2.5
    assert computed_mpx(other) == 0.0


def test_the_rasters_before_count_for_the_next_engine(
    make_model: Maker, make_image: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    works: list[Work] = []

    def note(*given: Any) -> str:
        works.append(given[4])
        return "torch float32"

    monkeypatch.setattr(plan, "choose_engine", note)
    job = PredictJob((make_model(),), (make_image("a"),), str(tmp_path / "out.tif"))
    for _ in range(3):
        predict(job, Events())
    alone = works[0].mpx
    assert alone > 0
    assert [work.mpx for work in works] == pytest.approx([alone, 2 * alone, 3 * alone])
    other = PredictJob((make_model("other", seed=5),), job.images, job.out)
    predict(other, Events())
    assert works[-1].mpx == pytest.approx(alone)
