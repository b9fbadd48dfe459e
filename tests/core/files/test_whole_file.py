"""Files that appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from outcrop.core.errors import BadInputError
from outcrop.core.files.whole_file import check_writable, whole_file, write_apart, write_text


def test_file_appears_only_when_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.tif"
    with whole_file(target) as partial:
        partial.write_text("new")
        assert not target.exists()
        assert partial.suffix == ".tif"
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_permissions_are_the_usual_ones(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    with whole_file(tmp_path / "a.tif") as partial:
        partial.touch(mode=0o600)
    assert (tmp_path / "a.tif").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_an_error_leaves_the_old_file_and_no_leftover(tmp_path: Path) -> None:
    target = tmp_path / "a [2].txt"
    write_text(target, "old")

    def write_half(path: Path) -> None:
        path.write_text("half")
        raise RuntimeError

    with pytest.raises(RuntimeError), whole_file(target) as partial:
        write_half(partial)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_missing_folder_and_folder_as_target_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="doesn't exist"):
        check_writable(tmp_path / "no" / "a.tif")
    with pytest.raises(BadInputError, match="is a folder"):
        check_writable(tmp_path)


def test_what_a_library_begins_beside_its_file_lies_under_our_name(tmp_path: Path) -> None:
    def write(place: Path) -> None:
        place.with_name(".tmpAbCdEf").write_text("half")
        halves = [path.name for path in tmp_path.iterdir() if not path.name.endswith(".lock")]
        assert [name[:3] for name in halves] == [".a."]
        assert ".partial" in halves[0]
        place.write_text("whole")

    write_apart(tmp_path / "a.safetensors", write)
    assert (tmp_path / "a.safetensors").read_text() == "whole"
    assert [path.name for path in tmp_path.iterdir()] == ["a.safetensors"]
