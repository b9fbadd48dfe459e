"""What a session says of itself, and what it does where something is wrong."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from outcrop.core.correction import session_file
from outcrop.core.correction.correction import CorrectionFilter
from outcrop.core.correction.errors import (
    BlockedRevertError,
    NothingToCorrectError,
    OtherPredictionError,
    SessionInUseError,
)
from outcrop.core.correction.geometry import rings_of
from outcrop.core.correction.ground import Ground
from outcrop.core.correction.pixels.runs import Runs
from outcrop.core.correction.session import Session
from outcrop.core.correction.session_files import new_session_file, session_files
from outcrop.core.errors import BadInputError, DiskError, UnknownNameError
from outcrop.core.geodata.grid import Window

from tests.core.correction.conftest import ground_of, subject_of

HERE = Runs.of_window(Window(2, 3, 5, 4))


def overlay_of(ground: Ground) -> np.ndarray:
    values: np.ndarray = ground.overlay.values  # type: ignore[attr-defined]
    return values


def test_correction_says_where_it_comes_from(session: Session, scene: np.ndarray) -> None:
    change = session.paint(HERE, 2, "brush", note="wet")
    (row,) = session.corrections()
    assert (row.class_id, row.class_name, row.tool, row.user, row.note) == (2, "dike", "brush", "mara", "wet")
    assert (row.model, row.prediction, row.digest) == ("unet", "map.tif", "a" * 8)
    assert (row.pixels, row.area_m2, row.window, row.undone) == (20, 80.0, Window(2, 3, 5, 4), False)
    assert (change.pixels, change.fids, change.window) == (20, (row.fid,), row.window)
    assert session.progress.area_m2 == 80.0
    assert session.progress.last == row.made
    session.set_note(row.fid, "dry")
    assert session.correction(row.fid).note == "dry"
    with pytest.raises(BadInputError, match="no correction 99"):
        session.correction(99)


def test_corrections_are_found_by_class_user_time_and_place(session: Session, scene: np.ndarray) -> None:
    for number, value in enumerate((1, 2, 2, 255)):
        session.paint(HERE.shifted(0, 5 * number), value, "brush")
    session.undo()
    made = session.corrections(newest_first=False)
    assert [row.fid for row in session.corrections(CorrectionFilter(class_id=2))] == [3, 2]
    assert [row.fid for row in session.corrections(CorrectionFilter(undone=True))] == [4]
    assert [row.fid for row in session.corrections(CorrectionFilter(window=Window(0, 8, 3, 6)))] == [3, 2]
    assert [row.fid for row in session.corrections(most=2)] == [4, 3]
    assert session.corrections(CorrectionFilter(user="ida")) == []
    assert session.users() == ["mara"]
    assert (
        len(session.corrections(CorrectionFilter(since=made[0].made, until=made[-1].made + timedelta(seconds=1)))) == 4
    )
    assert session.corrections(CorrectionFilter(since=made[-1].made + timedelta(seconds=1))) == []


def test_what_lies_outside_is_cut_off_and_told(session: Session, ground: Ground) -> None:
    change = session.paint(Runs.of_window(Window(-3, -2, 6, 5)), 2, "rectangle")
    assert (change.pixels, change.outside) == (9, 21)
    assert (overlay_of(ground)[:3, :3] == 2).all()
    with pytest.raises(NothingToCorrectError, match=r"lies outside of “map\.tif”"):
        session.paint(Runs.of_window(Window(30, 0, 2, 2)), 2, "rectangle")
    with pytest.raises(NothingToCorrectError, match="Nothing was drawn"):
        session.paint(Runs.none(), 2, "rectangle")
    assert session.undo_count == 1


def test_nodata_is_painted_only_when_asked(session: Session, ground: Ground) -> None:
    over_edge = Runs.of_window(Window(0, 24, 2, 4))
    assert session.paint(over_edge, 2, "brush").nodata == 4
    assert overlay_of(ground)[0, 23:29].tolist() == [0, 2, 2, 0, 0, 0]
    with pytest.raises(NothingToCorrectError, match="nodata"):
        session.paint(over_edge.shifted(0, 2), 2, "brush")
    assert session.paint(over_edge, 3, "brush", over_nodata=True).nodata == 0
    assert session.paint(over_edge, 4, "brush").pixels == 8  # what was painted once can be painted again


def test_unknown_classes_and_tools(session: Session) -> None:
    with pytest.raises(BadInputError, match="no class 5"):
        session.paint(HERE, 5, "brush")
    with pytest.raises(UnknownNameError, match="spade"):
        session.paint(HERE, 2, "spade")
    with pytest.raises(NothingToCorrectError, match="given back"):
        session.paint(HERE, 0, "restore")


def test_reverting_says_what_is_in_the_way(session: Session, ground: Ground) -> None:
    session.paint(HERE, 2, "brush")
    session.paint(HERE.shifted(1, 1), 3, "brush")
    with pytest.raises(BlockedRevertError, match="correction 2 was made later") as caught:
        session.revert(1)
    assert caught.value.by == (2,)
    session.revert(2)
    session.revert(1)
    assert not overlay_of(ground).any()
    with pytest.raises(BadInputError, match="undone already"):
        session.revert(1)
    assert session.undo() is not None
    assert session.undo() is not None
    assert (overlay_of(ground) == 3).sum() == 20


def test_second_window_is_told(session: Session, scene: np.ndarray) -> None:
    with pytest.raises(SessionInUseError, match="another window"):
        Session.open(session.path, subject_of(scene), "ida")
    session.close()
    Session.open(session.path, subject_of(scene), "ida").close()


def test_session_of_another_prediction_says_so(session: Session, scene: np.ndarray) -> None:
    session.close()
    with pytest.raises(OtherPredictionError, match=r"“map\.tif”, not on .*other\.tif.*[Cc]arry over") as caught:
        Session.open(session.path, subject_of(scene, "other.tif", "b" * 64), "mara")
    assert (caught.value.name, caught.value.digest) == ("map.tif", "a" * 64)
    with pytest.raises(OtherPredictionError, match="an earlier state"):
        Session.open(session.path, subject_of(scene, digest="b" * 64), "mara")
    with Session.open(session.path, subject_of(scene, "renamed.tif"), "mara") as moved:
        assert moved.undo_count == 0


def test_locked_file_loses_nothing(session: Session, ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    session.paint(HERE, 2, "brush")
    session._journal._connection.execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(session.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    before = overlay_of(ground).copy()
    for work in (lambda: session.paint(HERE, 3, "brush"), session.undo, lambda: session.revert(1)):
        with pytest.raises(DiskError, match="Another program holds"):
            work()
    assert np.array_equal(overlay_of(ground), before)
    other.execute("ROLLBACK")
    other.close()
    assert session.paint(HERE, 3, "brush").fids == (2,)
    assert session.undo_count == 2


def test_full_disk_loses_nothing(session: Session, ground: Ground) -> None:
    session.paint(HERE, 2, "brush")
    connection = session._journal._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    noisy = Runs.of_mask(np.random.default_rng(0).random((20, 26)) < 0.5)
    before = overlay_of(ground).copy()
    for _ in range(3):
        with pytest.raises(DiskError, match="disk is full"):
            session.paint(noisy, 3, "brush")
    assert np.array_equal(overlay_of(ground), before)
    assert [row.fid for row in session.corrections()] == [1]
    connection.execute("PRAGMA max_page_count = 100000")
    session.paint(noisy, 3, "brush")
    assert session.undo_count == 2


def test_overlay_that_cannot_be_written_goes_stale(session: Session, ground: Ground, scene: np.ndarray) -> None:
    ground.overlay.fails = DiskError("full")  # type: ignore[attr-defined]
    change = session.paint(HERE, 2, "brush")
    assert change.overlay_stale
    assert [row.fid for row in session.corrections()] == [1]
    with pytest.raises(DiskError, match="corrections are saved"):
        session.paint(HERE, 3, "brush")
    remade = ground_of(scene)
    for _, value, runs in session.pixels():
        runs.paint(overlay_of(remade), remade.place.window, value)
    session.attach(remade)
    session.undo()
    assert not overlay_of(remade).any()


def test_files_that_cannot_be_sessions(tmp_path: Path, scene: np.ndarray, session: Session) -> None:
    with pytest.raises(BadInputError, match="already"):
        Session.create(session.path, subject_of(scene), "mara")
    with pytest.raises(BadInputError, match="doesn't exist"):
        Session.create(tmp_path / "gone" / "s.gpkg", subject_of(scene), "mara")
    damaged = tmp_path / "damaged.gpkg"
    damaged.write_bytes(session.path.read_bytes()[:100] + b"nothing" * 400)
    with pytest.raises(BadInputError, match="damaged"):
        Session.open(damaged, subject_of(scene), "mara")
    empty = tmp_path / "empty.gpkg"
    empty.touch()
    with pytest.raises(BadInputError, match="isn't a session"):
        Session.open(empty, subject_of(scene), "mara")


def test_rows_are_not_deleted_behind_its_back(session: Session) -> None:
    session.paint(HERE, 2, "brush")
    with sqlite3.connect(session.path) as other, pytest.raises(sqlite3.IntegrityError, match="not deleted here"):
        other.execute("DELETE FROM corrections")
    other.close()
    assert session.undo() is not None


def test_several_sessions_of_one_prediction(tmp_path: Path, scene: np.ndarray) -> None:
    prediction = tmp_path / "map.tif"
    names = []
    for _ in range(3):
        path = new_session_file(prediction)
        Session.create(path, subject_of(scene), "mara").close()
        names.append(path.name)
    assert names == ["map_corrections.gpkg", "map_corrections_2.gpkg", "map_corrections_3.gpkg"]
    (tmp_path / "map_corrections_old.gpkg").touch()
    assert [path.name for path in session_files(prediction)] == names
    with pytest.raises(BadInputError, match="doesn't exist"):
        new_session_file(tmp_path / "gone" / "map.tif")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert new_session_file(prediction, elsewhere) == elsewhere / "map_corrections.gpkg"


def test_closed_session_is_one_plain_file(session: Session, tmp_path: Path) -> None:
    session.paint(HERE, 2, "brush")
    session.close()
    assert {path.name for path in tmp_path.iterdir()} == {"map_corrections.gpkg", ".map_corrections.gpkg.lock"}
    connection = session_file.connect(session.path, read_only=True)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_short_outlines_tell_the_pixels_and_cannot_be_moved(session: Session, scene: np.ndarray) -> None:
    chance = np.random.default_rng(5)
    spots = Runs.of_mask(chance.random((12, 14)) < 0.6, 1, 2)
    speckle = Runs.of_mask(chance.random(scene.shape) < 0.5)
    session.paint(spots, 2, "similar")
    session.paint(speckle, 1, "similar", over_nodata=True)
    connection = sqlite3.connect(session.path, isolation_level=None)
    kept = [len(runs) for (runs,) in connection.execute("SELECT runs FROM outcrop_pixels ORDER BY fid")]
    assert kept[0] == 0 < kept[1]
    assert [runs.same_as(wanted) for (_, _, runs), wanted in zip(session.pixels(), (spots, speckle))] == [True, True]
    moved = "UPDATE corrections SET geom = (SELECT geom FROM corrections WHERE fid = 2) WHERE fid = 1"
    with pytest.raises(sqlite3.DatabaseError, match="tools of Outcrop"):
        connection.execute(moved)
    connection.execute("UPDATE corrections SET geom = geom, note = 'seen' WHERE fid = 1")
    assert session.correction(1).note == "seen"
    connection.close()


def test_sessions_of_before_go_on(session: Session, scene: np.ndarray) -> None:
    """Outlines had their extent at hand once, and steps another index."""
    path = session.path
    for shift in (0, 9):
        session.paint(HERE.shifted(shift, 0), 2, "brush")
    session.undo()
    session.close()
    connection = sqlite3.connect(path)
    for fid, now in connection.execute("SELECT fid, geom FROM corrections").fetchall():
        with_extent = now[:3] + b"\x03" + now[4:8] + bytes(32) + now[8:]
        connection.execute("UPDATE corrections SET geom = ? WHERE fid = ?", (with_extent, fid))
        assert [ring.tolist() for ring in rings_of(with_extent)] == [ring.tolist() for ring in rings_of(now)]
    connection.execute("DROP INDEX outcrop_steps_undone")
    connection.execute("CREATE INDEX outcrop_steps_done ON outcrop_steps (done, step)")
    connection.commit()
    connection.close()
    with Session.open(path, session.prediction, "ida") as again:
        again.attach(ground_of(scene))
        assert (again.undo_count, again.redo_count) == (1, 1)
        assert again.redo().fids == (2,)
        assert [again.undo().fids for _ in range(2)] == [(2,), (1,)]
        assert again.undo() is None
