"""How fast a prediction is corrected: commits, undo, a large polygon, picks, and what they take of disk and memory.

    .venv-qgis/bin/python -m benchmarks.interface.correction [--side 30000] [--steps 10000]

The index of regions is made by the worker's Python first: `.venv/bin/python core regions --prediction … --out …`; the
script calls it itself when both environments are there. What it prints is for the machine that it runs on.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np
from outcrop.core.correction.edits import where
from outcrop.core.correction.errors import BlockedRevertError
from outcrop.core.correction.pixels.outline import outline
from outcrop.core.correction.pixels.runs import Runs
from outcrop.core.correction.pixels.shapes import GrowingStroke, polygon_runs, stroke_runs
from outcrop.core.correction.regions import RegionIndex, region_file
from outcrop.core.correction.session import Session
from outcrop.core.geodata.grid import Window
from outcrop.ui.correction.class_raster import read_prediction
from outcrop.ui.correction.overlay import SessionGround

from benchmarks import ROOT
from benchmarks.interface.correction_map import LEGEND, in_a_process, make_prediction

START = time.perf_counter()
POLYGON_PX = 64e6


def main() -> None:
    """Measure, and print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--side", type=int, default=30_000, help="rows and columns of the prediction")
    parser.add_argument("--steps", type=int, default=10_000, help="steps on the disk when undo is measured")
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder if none is given")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        prediction = folder / f"prediction_{given.side}.tif"
        if not prediction.exists():
            in_a_process(make_prediction, prediction, given.side)
        for old in folder.glob("*_corrections*"):
            old.unlink()
        measure(prediction, given.side, given.steps)


def measure(path: Path, side: int, steps: int) -> None:
    """Measure everything on one prediction."""
    began = resident_mb()
    digest = timed("digest of the prediction", lambda: read_prediction(str(path)).digest)
    session = Session.create(path.with_name(f"{path.stem}_corrections.gpkg"), read_prediction(str(path), digest), "m")
    ground = timed("session and overlay made", lambda: SessionGround.open(session))
    chance = np.random.default_rng(1)
    tell("commit of a stroke, on disk", [commit(session, chance, side) for _ in range(1000)])
    sizes(session, "after 1,000 corrections")
    tell("brush of 2,000 px, pixels of one mouse move", list(brush_moves(side)))
    with without_waiting(session):
        timed(f"{steps - 1000:,} more, without waiting for the disk", lambda: fill(session, chance, side, steps - 1000))
    tell(f"commit with {steps:,} steps on disk", [commit(session, chance, side) for _ in range(300)])
    tell(f"undo with {steps:,} steps on disk", [spent(session.undo) for _ in range(300)])
    tell("redo", [spent(session.redo) for _ in range(300)])
    tell("revert of any correction", list(reverts(session, chance)))
    polygon = large_polygon(side)
    print(f"polygon of {polygon.pixels / 1e6:.1f} Mpx, {len(polygon):,} runs")
    tell("  its pixels from its corners", [spent(lambda: large_polygon(side)) for _ in range(5)])
    tell("  reclassified", [spent(lambda value=v: session.paint(polygon, value, "polygon")) for v in (2, 3, 4, 1, 2)])
    tell("  undone", [spent(session.undo) for _ in range(4)])
    tell("  only where the map says one class", [spent(lambda: where(polygon, ground.read, {2})) for _ in range(3)])
    picks(path, digest, ground, chance, side)
    print(f"memory grown by {resident_mb() - began:.0f} MB, at most {peak_mb() - began:.0f} MB")
    timed("overlay made anew from the session", ground.rebuild)
    ground.close()
    session.close()
    sizes(session, "closed")
    print(f"{time.perf_counter() - START:.0f} s in all")


def commit(session: Session, chance: np.random.Generator, side: int) -> float:
    """Paint an ordinary stroke: a brush of 3 to 12 pixels, drawn over some 30 pixels at most; give the seconds."""
    col, row = chance.integers(60, side - 60, 2).astype(float)
    heading, points = float(chance.uniform(0, 2 * np.pi)), [(col, row)]
    for _ in range(int(chance.integers(1, 10))):
        heading += float(chance.normal(0, 0.4))
        col, row = col + 3 * np.cos(heading), row + 3 * np.sin(heading)
        points.append((col, row))
    runs = stroke_runs(points, int(chance.integers(3, 13)))
    value = int(chance.integers(1, len(LEGEND) + 1))
    return spent(lambda: session.paint(runs, value, "brush"))


def fill(session: Session, chance: np.random.Generator, side: int, count: int) -> None:
    """Paint many strokes."""
    for _ in range(count):
        commit(session, chance, side)


@contextmanager
def without_waiting(session: Session) -> Iterator[None]:
    """Have SQLite leave it to the system when pages reach the disk, so that many steps are made soon; the same file."""
    connection = session._journal._connection  # noqa: SLF001
    connection.execute("PRAGMA synchronous = OFF")
    yield
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA synchronous = FULL")


def reverts(session: Session, chance: np.random.Generator) -> Iterator[float]:
    """Take single corrections back, whichever step made them; give the seconds, those of refusals too."""
    for fid in chance.choice(session.undo_count, 300, replace=False).tolist():
        began = time.perf_counter()
        with suppress(BlockedRevertError):
            session.revert(fid + 1)
        yield time.perf_counter() - began


def brush_moves(side: int) -> Iterator[float]:
    """Move a brush of 2,000 pixels; give the seconds of every move."""
    stroke, middle = GrowingStroke(2000), side / 2
    stroke.to(middle, middle)
    for step in range(200):
        yield spent(lambda at=step: stroke.to(middle + 13 * at, middle + 7 * at))


def large_polygon(side: int) -> Runs:
    """Give a wavy polygon of 64 Mpx, or as large as fits."""
    angle = np.linspace(0, 2 * np.pi, 400, endpoint=False)
    radius = min(np.sqrt(POLYGON_PX / np.pi), side * 0.4) * (1 + 0.06 * np.sin(7 * angle))
    return polygon_runs([np.column_stack([side / 2 + radius * np.cos(angle), side / 2 + radius * np.sin(angle)])])


def picks(path: Path, digest: str, ground: SessionGround, chance: np.random.Generator, side: int) -> None:
    """Look regions up, with the outline that is drawn while hovering."""
    worker = ROOT / ".venv" / "bin" / "python"
    file = region_file(path)
    if not file.exists() and worker.exists():
        command = [
            str(worker),
            "-I",
            str(ROOT / "core"),
            "regions",
            "--prediction",
            str(path),
            "--out",
            str(file),
        ]
        timed("index of regions made by the worker", lambda: subprocess.run(command, check=True, capture_output=True))
    index = RegionIndex.open(file, digest)
    if index is None:
        print("regions: no index, not measured")
        return
    print(f"index of {len(index):,} regions, {file.stat().st_size / 1e6:.0f} MB")
    seconds = []
    for row, col in chance.integers(400, side - 400, (200, 2)).tolist():
        view = Window(row - 350, col - 400, 700, 800)

        def pick(row: int = row, col: int = col, view: Window = view) -> None:
            region = index.region_at(row, col, ground, view)
            outline(region.runs.clipped(view))

        seconds.append(spent(pick))
    tell("region under the hand, with its outline in the view", seconds)


def sizes(session: Session, when: str) -> None:
    """Print how many bytes the files take."""
    for path in sorted(session.path.parent.glob(f"{session.path.stem}*")):
        print(f"{when}: {path.name} {path.stat().st_size / 1e6:.3f} MB")


def spent(work: Callable[[], Any]) -> float:
    """Give the seconds that something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def timed(what: str, work: Callable[[], Any]) -> Any:
    """Print the seconds that something takes once, and give what it gives."""
    began = time.perf_counter()
    made = work()
    print(f"{what}: {time.perf_counter() - began:.3f} s", flush=True)
    return made


def tell(what: str, seconds: list[float]) -> None:
    """Print median, 95th percentile and the longest."""
    middle, high, longest = (1000 * float(np.percentile(seconds, share)) for share in (50, 95, 100))
    print(f"{what}: median {middle:.1f} ms, p95 {high:.1f} ms, longest {longest:.1f} ms ({len(seconds)})", flush=True)


def resident_mb() -> float:
    """Give the memory that the process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def peak_mb() -> float:
    """Give the most memory that the process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


if __name__ == "__main__":
    main()
