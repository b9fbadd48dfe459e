"""The way in: `python -I <checkout>/core`, from anywhere and whatever the checkout's folder is called."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["my-plugin 2", "json"])
def test_command_line_runs_from_any_folder_under_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to(ROOT)
    (tmp_path / "torch.py").write_text("raise RuntimeError('a neighbour was imported')", encoding="utf-8")

    said = subprocess.run(
        [sys.executable, "-I", f"{name}/core", "models", "--help"],
        capture_output=True, text=True, check=False, cwd=tmp_path,
    )  # fmt: skip

    assert (said.returncode, said.stderr) == (0, "")
    assert "outcrop models" in said.stdout


def test_package_has_one_name_and_nothing_is_put_on_the_path(tmp_path: Path) -> None:
    entry = ROOT / "core" / "__main__.py"
    code = (
        f"import runpy, sys; before = list(sys.path); entry = runpy.run_path({str(entry)!r});"
        "first = entry['bind_package'](); assert entry['bind_package']() is first; assert sys.path == before;"
        "import outcrop.core.errors; print(outcrop.core.errors.__name__, outcrop is first)"
    )

    said = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)

    assert said.stdout.split() == ["outcrop.core.errors", "True"]
