"""What the plugin repository's scan says of the package: any finding keeps a version from being published.

It unpacks the package and runs Bandit with all but its informational tests, and detect-secrets with all of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

INFORMATIONAL = "B404"
"""The import of `subprocess`, which the repository doesn't look for."""


def said(module: str, *arguments: str, cwd: Path) -> dict:
    command = [sys.executable, "-m", module, *arguments]
    return json.loads(subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False).stdout)


def insecure(folder: Path) -> list[str]:
    report = said("bandit", "-r", ".", "-f", "json", "-q", cwd=folder)
    assert report["errors"] == []
    found = [entry for entry in report["results"] if entry["test_id"] != INFORMATIONAL]
    return [f"{entry['filename']}:{entry['line_number']} {entry['test_id']} {entry['issue_text']}" for entry in found]


def secrets(folder: Path) -> list[str]:
    arguments = ("scan", "--all-files", "--exclude-files", r"metadata\.txt", ".")
    results = said("detect_secrets", *arguments, cwd=folder)["results"]
    return [f"{path}:{entry['line_number']} {entry['type']}" for path, found in results.items() for entry in found]


def test_nothing_in_the_package_is_insecure(unpacked: Path) -> None:
    assert insecure(unpacked) == []


def test_nothing_in_the_package_looks_like_a_secret(unpacked: Path) -> None:
    assert secrets(unpacked) == []


def test_what_must_not_be_there_is_found(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text("import pickle\n\n\ndef f(x, password=''):\n    return pickle.loads(x)\n")
    (tmp_path / "table.py").write_text(f"KEY = '{'0123456789abcdef' * 2}'\n")
    assert {entry.split()[1] for entry in insecure(tmp_path)} == {"B107", "B301", "B403"}
    assert len(secrets(tmp_path)) == 1
