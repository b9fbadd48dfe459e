"""Any sequence of corrections, undos, redos and reverts, against a plain model of it in NumPy."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from outcrop.core.correction.errors import BlockedRevertError, NothingToCorrectError
from outcrop.core.correction.ground import over
from outcrop.core.correction.pixels.runs import Runs
from outcrop.core.correction.pixels.shapes import polygon_runs, stroke_runs
from outcrop.core.correction.session import Session

from tests.core.correction.conftest import ground_of, subject_of

HEIGHT, WIDTH = 20, 23
COORDINATES = st.tuples(st.integers(-6, 28), st.integers(-6, 26)).map(lambda p: (p[0] + 0.3, p[1] + 0.7))
SHAPES = st.one_of(
    st.builds(stroke_runs, st.lists(COORDINATES, min_size=1, max_size=3), st.sampled_from([1.0, 3.0, 9.0])),
    st.lists(COORDINATES, min_size=3, max_size=6).map(lambda points: polygon_runs([np.array(points)])),
)
VALUES = st.sampled_from([0, 1, 2, 3, 4, 255])


@dataclass
class Model:
    """What a session should be: layers of pixels, and actions on them."""

    overlay: np.ndarray
    layers: dict[int, tuple[int, np.ndarray]] = field(default_factory=dict)
    live: set[int] = field(default_factory=set)
    done: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    undone: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)

    def draw(self) -> np.ndarray:
        drawn = np.zeros_like(self.overlay)
        for fid in sorted(self.live):
            value, mask = self.layers[fid]
            drawn[mask] = value
        return drawn

    def turn(self, action: tuple[str, tuple[int, ...]], done: bool) -> None:
        if (action[0] == "edit") == done:
            self.live |= set(action[1])
        else:
            self.live -= set(action[1])


class Sessions(RuleBasedStateMachine):
    @initialize(seed=st.integers(0, 50))
    def begin(self, seed: int) -> None:
        chance = np.random.default_rng(seed)
        self.prediction = chance.integers(0, 5, (HEIGHT, WIDTH), np.uint8)
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "map_corrections.gpkg"
        self.ground = ground_of(self.prediction)
        self.session = Session.create(self.path, subject_of(self.prediction), "mara")
        self.session.attach(self.ground)
        self.model = Model(np.zeros_like(self.prediction))

    def teardown(self) -> None:
        if hasattr(self, "session"):
            while self.session.undo():
                pass
            assert not self.ground.overlay.values.any()  # type: ignore[attr-defined]
            self.session.close()
            self.folder.cleanup()

    def paintable(self, runs: Runs, value: int, over_nodata: bool) -> np.ndarray:
        mask = runs.clipped(self.ground.place.window).mask(self.ground.place.window)
        overlay = self.model.draw()
        if value == 0:
            return mask & (overlay > 0)
        return mask if over_nodata else mask & ((self.prediction > 0) | (overlay > 0))

    @rule(runs=SHAPES, value=VALUES, over_nodata=st.booleans())
    def paint(self, runs: Runs, value: int, over_nodata: bool) -> None:
        mask = self.paintable(runs, value, over_nodata)
        before = over(self.prediction, self.model.draw())
        try:
            change = self.session.paint(runs, value, "brush", over_nodata=over_nodata)
        except NothingToCorrectError:
            assert not mask.any()
            return
        (fid,) = change.fids
        self.model.layers[fid] = value, mask
        self.model.done.append(("edit", (fid,)))
        self.model.undone.clear()
        self.model.live.add(fid)
        assert change.pixels == mask.sum()
        self.check_row(fid, mask, before)

    def check_row(self, fid: int, mask: np.ndarray, before: np.ndarray) -> None:
        row = self.session.correction(fid)
        names = ["nodata", *self.session.prediction.legend.names]
        values, counts = np.unique(before[mask], return_counts=True)
        assert row.previous == {names[value]: count for value, count in zip(values.tolist(), counts.tolist())}
        assert row.pixels == mask.sum()
        assert np.array_equal(self.session.runs_of(fid).mask(self.ground.place.window), mask)

    @rule(runs=SHAPES, values=st.lists(VALUES, min_size=2, max_size=3, unique=True))
    def paint_several(self, runs: Runs, values: list[int]) -> None:
        bands = {v: runs.chosen(runs.row % len(values) == place) for place, v in enumerate(values)}
        masks = {value: self.paintable(part, value, False) for value, part in bands.items()}
        try:
            change = self.session.paint_several(bands, "take")
        except NothingToCorrectError:
            assert not any(mask.any() for mask in masks.values())
            return
        kept = [value for value in values if masks[value].any()]
        self.model.layers.update({f: (v, masks[v]) for f, v in zip(change.fids, kept)})
        self.model.done.append(("edit", change.fids))
        self.model.undone.clear()
        self.model.live |= set(change.fids)

    @rule()
    def undo(self) -> None:
        change = self.session.undo()
        assert (change is None) == (not self.model.done)
        if change is not None:
            action = self.model.done.pop()
            self.model.undone.append(action)
            self.model.turn(action, done=False)
            assert change.fids == action[1]

    @rule()
    def redo(self) -> None:
        change = self.session.redo()
        assert (change is None) == (not self.model.undone)
        if change is not None:
            action = self.model.undone.pop()
            self.model.done.append(action)
            self.model.turn(action, done=True)

    @precondition(lambda self: self.model.live)
    @rule(data=st.data())
    def revert(self, data: st.DataObject) -> None:
        fid = data.draw(st.sampled_from(sorted(self.model.live)))
        mask = self.model.layers[fid][1]
        later = [f for f in sorted(self.model.live) if f > fid and (self.model.layers[f][1] & mask).any()]
        assert self.session.blockers(fid) == later
        if later:
            with pytest.raises(BlockedRevertError) as caught:
                self.session.revert(fid)
            assert list(caught.value.by) == later
            return
        self.session.revert(fid)
        self.model.done.append(("revert", (fid,)))
        self.model.undone.clear()
        self.model.live.discard(fid)

    @rule()
    def close_and_open(self) -> None:
        self.session.close()
        self.session = Session.open(self.path, subject_of(self.prediction), "mara")
        remade = ground_of(self.prediction)
        for _, value, runs in self.session.pixels():
            runs.paint(remade.overlay.values, remade.place.window, value)  # type: ignore[attr-defined]
        assert np.array_equal(remade.overlay.values, self.ground.overlay.values)  # type: ignore[attr-defined]
        self.session.attach(self.ground)

    @invariant()
    def same_as_model(self) -> None:
        if not hasattr(self, "session"):
            return
        assert np.array_equal(self.ground.overlay.values, self.model.draw())  # type: ignore[attr-defined]
        assert (self.session.undo_count, self.session.redo_count) == (len(self.model.done), len(self.model.undone))
        live = [self.model.layers[fid][1] for fid in self.model.live]
        assert self.session.progress.corrections == len(live)
        assert self.session.progress.pixels == sum(mask.sum() for mask in live)


TestSessions = Sessions.TestCase
TestSessions.settings = settings(
    max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
