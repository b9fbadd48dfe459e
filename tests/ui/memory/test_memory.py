"""What use has taught is there in the next start, and no click waits for the disk."""

from __future__ import annotations

import json
import re
import threading
from pathlib import Path

import pytest
from outcrop.ui.memory import memory as module
from outcrop.ui.memory.memory import Memory
from outcrop.ui.worker.environment import ROOT


def test_what_is_remembered_is_there_in_the_next_start(tmp_path: Path) -> None:
    first = Memory(tmp_path / "memory.json")
    for number in range(50):
        first.remember(f"epoch/{number}", number + 0.5)
    first.settle()
    again = Memory(tmp_path / "memory.json")
    assert [again.recall(f"epoch/{number}") for number in range(50)] == [number + 0.5 for number in range(50)]
    assert again.recall("speed/unet", 7) == 7


def test_the_main_thread_never_waits_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on, written = threading.Event(), []

    def write(path: Path, text: str) -> None:
        assert goes_on.wait(60)
        written.append((threading.current_thread(), json.loads(text)))
        path.write_text(text)

    monkeypatch.setattr(module, "write_text", write)
    kept = Memory(tmp_path / "memory.json")
    kept.remember("choices", {"recipe": "quick"})  # would wait for ever here
    kept.remember("choices", {"recipe": "best"})
    kept.remember("epoch/unet", 3.0)
    goes_on.set()
    kept.settle()
    assert threading.main_thread() not in [thread for thread, _values in written]
    assert written[-1][1] == {"choices": {"recipe": "best"}, "epoch/unet": 3.0}
    assert len(written) <= 2, "what comes while one is written goes together"


def test_what_is_known_is_not_written_again(tmp_path: Path) -> None:
    kept = Memory(tmp_path / "memory.json")
    kept.remember("choices", {"recipe": "quick"})
    kept.settle()
    (tmp_path / "memory.json").unlink()
    kept.remember("choices", {"recipe": "quick"})
    kept.settle()
    assert not (tmp_path / "memory.json").exists()


def test_two_windows_of_one_profile_keep_what_each_learned(tmp_path: Path) -> None:
    one, other = Memory(tmp_path / "memory.json"), Memory(tmp_path / "memory.json")
    one.remember("epoch/unet", 3.0)
    one.settle()
    other.remember("epoch/segnet", 5.0)
    other.settle()
    assert json.loads((tmp_path / "memory.json").read_text()) == {"epoch/unet": 3.0, "epoch/segnet": 5.0}


@pytest.mark.parametrize("text", ["", "[1]", "{", '"a"', "\0", "[" * 100_000])
def test_a_file_that_was_broken_by_hand_counts_as_empty(tmp_path: Path, text: str) -> None:
    (tmp_path / "memory.json").write_text(text)
    kept = Memory(tmp_path / "memory.json")
    assert kept.recall("choices") is None
    kept.remember("choices", {})
    kept.settle()
    assert json.loads((tmp_path / "memory.json").read_text()) == {"choices": {}}


def test_a_place_that_cannot_be_written_only_forgets(tmp_path: Path) -> None:
    kept = Memory(tmp_path / "gone" / "memory.json")
    kept.remember("epoch/unet", 3.0)
    kept.settle()
    assert kept.recall("epoch/unet") == 3.0


def test_nothing_but_what_somebody_chose_is_written_to_the_settings_of_qgis() -> None:
    writing = re.compile(r"QgsSettings\(\)\.(setValue|remove)|\bsettings\.setValue")
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in ROOT.glob("ui/**/*.py")}
    assert {name for name, text in texts.items() if writing.search(text)} == {"ui/settings.py"}
