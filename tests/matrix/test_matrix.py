"""The table of versions: what it says of steps that went well, failed, or weren't run."""

from __future__ import annotations

import runpy
from pathlib import Path

MATRIX = runpy.run_path(str(Path(__file__).with_name("matrix.py")))
_ENTRY = {
    "qgis": "3.40.6", "python": "3.11", "qt": "5.15.8", "gdal": "3.6.2", "date": "2026-11-29",
    "setup": {"status": 0, "seconds": 60}, "window": {"status": 1, "seconds": 3},
    "suite": {"status": 1, "seconds": 900, "passed": 1441, "failed": 1, "skipped": 23},
}  # fmt: skip


def test_a_row_for_each_version_the_oldest_first() -> None:
    newer = {**_ENTRY, "qgis": "3.44.15"}
    older = {**_ENTRY, "qgis": "3.9.1"}
    rows = MATRIX["page"]({"sid": newer, "bookworm-backports": _ENTRY, "old": older}).splitlines()[-3:]

    assert [row.split(" | ")[0] for row in rows] == ["| 3.9.1", "| 3.40.6", "| 3.44.15"]
    assert "| yes | not run | no (status 1) | not run | 1441 passed, 1 failed, 23 skipped | not run |" in rows[1]


def test_the_results_of_pytest_are_counted(tmp_path: Path) -> None:
    (tmp_path / "r.xml").write_text(
        '<testsuites><testsuite tests="10" failures="1" errors="2" skipped="3"/></testsuites>'
    )

    assert MATRIX["counts"](tmp_path / "r.xml") == {"passed": 4, "failed": 3, "skipped": 3}
