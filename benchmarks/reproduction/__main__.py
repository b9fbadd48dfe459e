"""The papers' comparisons on stand-in data, beside their published tables.

    .venv/bin/python -m benchmarks.reproduction [--data FOLDER] [--seconds 45] [--only WORD] [--out build/reproduction]

Rows that were measured with the same budget are kept; `--only` takes those whose name holds a word, such as a paper's
key, a protocol (own, leak-free) or a model; `--page` only writes the page from the rows that are there. `--stale`
begins with the rows of `measured.json`, measures those anew of which it isn't known what state of the code they are of,
and writes what is found there and into `docs/reproduction.md`.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path

from outcrop.core.files.whole_file import write_text

from benchmarks.reproduction.page import page
from benchmarks.reproduction.record import DOCUMENT, of_record, write_record
from benchmarks.reproduction.rows import FULL, SMALL, Budget, kept, measure, rows
from benchmarks.reproduction.stand_ins import STAND_INS


def main() -> None:
    """Measure the rows that aren't there and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given_data = os.environ.get("OUTCROP_DATA", "")
    parser.add_argument(
        "--data", type=Path, default=Path(given_data) if given_data else None, help="the open data sets"
    )
    parser.add_argument("--seconds", type=float, default=45, help="core time that each network trains")
    parser.add_argument("--form", choices=(SMALL, FULL), default=SMALL)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--only", default="", help="a word that the names of the rows hold")
    parser.add_argument("--page", action="store_true", help="measure nothing")
    parser.add_argument("--stale", action="store_true", help="measure what is stale in the record, and renew it")
    parser.add_argument("--out", type=Path, default=Path("build/reproduction"))
    given = parser.parse_args()
    budget = Budget(given.seconds, given.form, given.device)
    if given.stale:
        of_record(given.out)
    for row in () if given.page else rows():
        if given.only not in row.name or kept(row, budget, given.out):
            continue
        if not STAND_INS[row.paper.stand_in].is_there(given.data):
            print(f"{row.name}: left out, its data isn't there (--data)", flush=True)
            continue
        start = time.monotonic()
        own = measure(row, budget, given.data, given.out)
        told = f"F1 {own['f1']['value']:.3f}, mIoU {own['miou']['value']:.3f}" if "f1" in own else own["trouble"]
        print(f"{row.name}: {told}, {time.monotonic() - start:.0f} s", flush=True)
    files = sorted((given.out / "rows").glob("*.json"))
    found = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in files}
    document = DOCUMENT if given.stale else given.out / "reproduction.md"
    write_text(document, page(found))
    if given.stale:
        write_record(found)
    print(document)


if __name__ == "__main__":
    main()
