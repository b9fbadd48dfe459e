"""Runs: folders that tell on their own how they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from outcrop.core.errors import BadInputError
from outcrop.core.training.runs.run import EPOCHS, EVENTS, FINISHED, INTERRUPTED, RUNNING, Run


def test_a_run_tells_how_it_stands(tmp_path: Path) -> None:
    run = Run.create(tmp_path / "run", "{}")
    assert run.state == INTERRUPTED
    other = Run(run.folder)
    other.claim()
    assert run.state == RUNNING
    with pytest.raises(BadInputError, match="another process"):
        run.claim()
    other.release()
    assert run.state == INTERRUPTED
    run.claim()
    run.conclude(FINISHED, model_file="m")
    assert run.state == FINISHED
    assert run.outcome is not None
    assert run.outcome["model_file"] == "m"


def test_a_run_is_discarded_with_all_it_has_but_not_while_it_goes_on(tmp_path: Path) -> None:
    run = Run.create(tmp_path / "run", "{}")
    (run.folder / "samples").mkdir()
    (run.folder / "samples" / "e.png").write_bytes(b"")
    other = Run(run.folder)
    other.claim()
    with pytest.raises(BadInputError, match="Stop that one first"):
        run.discard()
    assert run.path("job.json").exists()
    other.release()
    run.discard()
    assert not run.folder.exists()
    with pytest.raises(BadInputError, match="can't be deleted"):
        run.discard()


def test_a_folder_holds_one_run(tmp_path: Path) -> None:
    Run.create(tmp_path, "{}")
    with pytest.raises(BadInputError, match="already holds a run"):
        Run.create(tmp_path, "{}")


def test_what_a_killed_process_left_half_written_is_cleared_away(tmp_path: Path) -> None:
    run = Run.create(tmp_path, "{}")
    (tmp_path / "samples").mkdir()
    halves = [tmp_path / ".checkpoint.0a1b2c3d.1.partial.safetensors", tmp_path / "samples" / ".e.0a1b2c3d.2.partial"]
    halves += [half.parent / ".outcrop-0a1b2c3d.lock" for half in halves]
    for half in halves:
        half.write_bytes(b"")
    halves.append(tmp_path / ".best.0a1b2c3d.3.partial.safetensors.apart")
    halves[-1].mkdir()
    (halves[-1] / ".tmpAbCdEf").write_bytes(b"begun")
    (tmp_path / "best.safetensors").write_bytes(b"whole")
    run.claim()
    assert not any(half.exists() for half in halves)
    assert (tmp_path / "best.safetensors").exists()
    run.release()
    assert run.state == INTERRUPTED


def test_epochs_after_the_checkpoint_are_dropped(tmp_path: Path) -> None:
    run = Run.create(tmp_path, "{}")
    for epoch in (1, 2, 3):
        run.append_epoch({"epoch": epoch, "loss": 1 / epoch})
    with run.path(EPOCHS).open("a") as file:
        file.write("4,0.")
    run.keep_epochs(2)
    assert run.path(EPOCHS).read_text().splitlines() == ["epoch,loss", "1,1.0", "2,0.5"]
    run.keep_epochs(0)
    assert not run.path(EPOCHS).exists()


def test_names_with_commas_survive(tmp_path: Path) -> None:
    run = Run.create(tmp_path, "{}")
    run.append_epoch({"epoch": 1, "f1 dike, thin": 0.5})
    run.append_epoch({"epoch": 2, "f1 dike, thin": 0.6})
    run.keep_epochs(1)
    run.append_epoch({"epoch": 2, "f1 dike, thin": 0.7})
    assert run.path(EPOCHS).read_text() == 'epoch,"f1 dike, thin"\n1,0.5\n2,0.7\n'


def test_a_record_cut_short_is_read_up_to_there(tmp_path: Path) -> None:
    run = Run.create(tmp_path, "{}")
    run.append_event({"event": "log", "text": "one"})
    with run.path(EVENTS).open("a") as file:
        file.write('{"event": "lo')
    assert [event["text"] for event in run.events()] == ["one"]
