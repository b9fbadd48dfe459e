"""The record of the rows that `docs/reproduction.md` shows, and which of them are stale."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from outcrop.core.files.whole_file import write_text

from benchmarks import ROOT

RECORD = Path(__file__).with_name("measured.json")
DOCUMENT = ROOT / "docs" / "reproduction.md"
_COMMIT = re.compile(r"(up to )?[0-9a-f]{7,40}(-dirty)?")


def recorded() -> dict[str, dict[str, Any]]:
    """Give every row of the record by its name."""
    rows: dict[str, dict[str, Any]] = json.loads(RECORD.read_text(encoding="utf-8"))
    return rows


def is_stale(row: Mapping[str, Any]) -> bool:
    """Say whether it isn't known which state of the code a row is of, so that it may be of one long gone."""
    return not _COMMIT.fullmatch(str(row.get("code", "")))


def of_record(folder: Path) -> None:
    """Put the rows of the record that aren't stale where `make reproduce` keeps its own; newer ones stay."""
    (folder / "rows").mkdir(parents=True, exist_ok=True)
    for name, row in recorded().items():
        file = folder / "rows" / f"{name}.json"
        if not is_stale(row) and not file.exists():
            write_text(file, json.dumps(row, indent=1, ensure_ascii=False))


def write_record(found: Mapping[str, Mapping[str, Any]]) -> None:
    """Renew the record with rows that were measured."""
    rows = {**recorded(), **found}
    write_text(RECORD, json.dumps(dict(sorted(rows.items())), indent=1, ensure_ascii=False) + "\n")
