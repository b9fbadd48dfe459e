"""The tables of versions: what they say of steps that went well, failed, or weren't run, and what they keep."""

from __future__ import annotations

import runpy
import subprocess
from pathlib import Path

import pytest

MATRIX = runpy.run_path(str(Path(__file__).with_name("matrix.py")))
CHROOT = runpy.run_path(str(Path(__file__).with_name("chroot.py")))
_ENTRY = {
    "qgis": "3.40.6", "python": "3.11", "qt": "5.15.8", "gdal": "3.6.2", "date": "2026-11-29",
    "setup": {"status": 0, "seconds": 60}, "window": {"status": 1, "seconds": 3},
    "suite": {"status": 1, "seconds": 900, "passed": 1441, "failed": 1, "skipped": 23},
}  # fmt: skip
PAGE = f"""# Versions

{MATRIX["_QGIS_HEAD"]}
|---|
| 3.40.1 | 3.11 | 5 | 3 | bookworm-backports | yes | yes | yes | yes | yes | yes | 2025-01-01 |
| 3.9.1 | 3.9 | 5 | 3 | old | yes | yes | yes | yes | yes | yes | 2025-01-01 |

Words between.

{MATRIX["_PYTHON_HEAD"]}
|---|

Words behind.
"""


def test_a_row_for_each_version_the_oldest_first() -> None:
    newer = {**_ENTRY, "qgis": "3.44.15"}
    page = MATRIX["renewed"](PAGE, {"sid": newer, "bookworm-backports": _ENTRY})
    rows = [line for line in page.splitlines() if line.startswith("| 3.")]

    assert [row.split(" | ")[0] for row in rows] == ["| 3.9.1", "| 3.40.6", "| 3.44.15"]
    assert "| 60 s | not run | no (status 1) | not run | 1441 passed, 1 failed, 23 skipped | not run |" in rows[1]
    assert "Words between." in page
    assert page.endswith("Words behind.\n")


def test_a_python_without_a_qgis_has_a_row_of_its_own() -> None:
    entry = {
        "python": "3.9", "torch": "cuda", "date": "2026-11-29", "setup": {"status": 0, "seconds": 90},
        "worker": {"status": 0, "seconds": 300, "passed": 2000, "failed": 0, "skipped": 0},
    }  # fmt: skip
    page = MATRIX["renewed"](PAGE, {"bullseye": entry})

    assert "| 3.9 | bullseye | cuda | 90 s | 2000 passed, 0 failed | 2026-11-29 |" in page
    assert MATRIX["renewed"](page, {}) == page


def test_the_results_of_pytest_are_counted(tmp_path: Path) -> None:
    (tmp_path / "r.xml").write_text(
        '<testsuites><testsuite tests="10" failures="1" errors="2" skipped="3"/></testsuites>'
    )

    assert MATRIX["counts"](tmp_path / "r.xml") == {"passed": 4, "failed": 3, "skipped": 3}


def test_the_page_has_both_tables() -> None:
    page = MATRIX["PAGE"].read_text(encoding="utf-8")

    assert MATRIX["_QGIS_HEAD"] in page
    assert MATRIX["_PYTHON_HEAD"] in page


def test_folders_with_packages_on_this_machine_are_seen_inside_too() -> None:
    settings = (
        "global.cert='/etc/ssl/ca.crt'\nglobal.find-links='/opt/wheels'\n"
        "global.extra-index-url='file:///srv/pypi/simple https://example.org/opt'\n"
    )

    assert CHROOT["package_folders"](settings) == ["/opt", "/srv"]


def test_a_machine_on_which_no_chroot_can_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    assert "needs root" in MATRIX["prepare"]("sid", tmp_path / "sid", with_qgis=True)

    def fails(*_arguments: object, **_settings: object) -> None:
        raise subprocess.CalledProcessError(100, ["mmdebstrap"])

    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("subprocess.run", lambda *_arguments, **_settings: subprocess.CompletedProcess([], 0))
    monkeypatch.setitem(MATRIX["prepare"].__globals__, "make_chroot", fails)

    assert "couldn't be made" in MATRIX["prepare"]("sid", tmp_path / "sid", with_qgis=True)
    assert list(tmp_path.iterdir()) == []
