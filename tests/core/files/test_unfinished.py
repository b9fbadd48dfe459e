"""What is unfinished goes when its block ends, when it fails, and when all of it is taken away at once."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from outcrop.core.files.unfinished import remove_unfinished, temporary_folder, unfinished


def test_it_goes_with_its_companions_and_what_was_moved_stays(tmp_path: Path) -> None:
    with unfinished(tmp_path / ".half [1]") as path:
        for name in (".half [1]", ".half [1].aux.xml", ".half 1", "whole"):
            (tmp_path / name).touch()
        path.with_name(".half [1].ovr").mkdir()
        path.replace(tmp_path / "moved")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".half 1", "moved", "whole"]


def test_a_folder_lies_beside_its_file_or_where_the_system_has_its_own(tmp_path: Path) -> None:
    with temporary_folder(tmp_path / "map.tif") as beside, temporary_folder() as own:
        assert (beside.parent, beside.name[0]) == (tmp_path, ".")
        assert own.parent == Path(tempfile.gettempdir())
        (beside / "in it").mkdir()
    assert not own.exists()
    assert list(tmp_path.iterdir()) == []


def test_an_error_takes_it_away_too(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), temporary_folder(tmp_path / "map.tif"):
        1 / 0  # noqa: B018
    assert list(tmp_path.iterdir()) == []


def test_all_that_is_unfinished_is_taken_away_at_once(tmp_path: Path) -> None:
    with temporary_folder(tmp_path / "map.tif") as folder, unfinished(tmp_path / ".half") as path:
        path.touch()
        (folder / "a").touch()
        remove_unfinished()
        assert list(tmp_path.iterdir()) == []
    (tmp_path / ".half").touch()
    remove_unfinished()
    assert [path.name for path in tmp_path.iterdir()] == [".half"]
