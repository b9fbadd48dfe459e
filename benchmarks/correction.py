"""How fast a prediction is corrected: commits, undo, a large polygon, picks, and what they take of disk and memory.

Run it with the Python that sees QGIS: `.venv-qgis/bin/python benchmarks/correction.py [--side 30000] [--steps 10000]`.
The index of regions is made by the worker's Python first: `.venv/bin/python core regions --prediction … --out …`; the
script calls it itself when both environments are there. What it prints is for the machine that it runs on.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import outcrop_package
from osgeo import gdal, osr
from outcrop.core.correction.edits import where
from outcrop.core.correction.pixels.outline import outline
from outcrop.core.correction.pixels.runs import Runs
from outcrop.core.correction.pixels.shapes import Stroke, polygon_runs, stroke_runs
from outcrop.core.correction.regions import RegionIndex, region_file
from outcrop.core.correction.session import Session
from outcrop.core.geodata.grid import Window
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.tags import LEGEND_TAG
from outcrop.ui.correction.class_raster import read_prediction
from outcrop.ui.correction.overlay import Ground

CLASSES = ("background", "dike", "pond", "schist", "gneiss")
POLYGON_PX = 64e6
_ROWS = 512


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
            in_a_process(write_prediction, prediction, given.side)
        for old in folder.glob("*_corrections*"):
            old.unlink()
        measure(prediction, given.side, given.steps)


def measure(path: Path, side: int, steps: int) -> None:
    """Measure everything on one prediction."""
    began = resident_mb()
    digest = timed("digest of the prediction", lambda: read_prediction(str(path)).digest)
    session = Session.create(path.with_name(f"{path.stem}_corrections.gpkg"), read_prediction(str(path), digest), "m")
    ground = timed("session and overlay made", lambda: Ground.open(session))
    chance = np.random.default_rng(1)
    commits = [commit(session, chance, side) for _ in range(1000)]
    tell("commit of a stroke, on disk", commits)
    sizes(session, "after 1,000 corrections")
    tell("brush of 2,000 px, pixels of one mouse move", list(brush_moves(side)))
    commits += [commit(session, chance, side) for _ in range(steps - len(commits))]
    tell(f"commit with {steps:,} steps on disk", commits[-1000:])
    tell(f"undo with {steps:,} steps on disk", [spent(session.undo) for _ in range(300)])
    tell("redo", [spent(session.redo) for _ in range(300)])
    polygon = large_polygon(side)
    print(f"polygon of {polygon.pixels / 1e6:.1f} Mpx, {len(polygon):,} runs")
    tell("  its pixels from its corners", [spent(lambda: large_polygon(side)) for _ in range(5)])
    tell("  reclassified", [spent(lambda value=v: session.paint(polygon, value, "polygon")) for v in (2, 3, 4, 5, 1)])
    tell("  undone", [spent(session.undo) for _ in range(4)])
    tell("  only where the map says one class", [spent(lambda: where(polygon, ground.read, {2})) for _ in range(3)])
    picks(path, digest, ground, chance, side)
    print(f"memory grown by {resident_mb() - began:.0f} MB, at most {peak_mb() - began:.0f} MB")
    timed("overlay made anew from the session", ground.rebuild)
    ground.close()
    session.close()
    sizes(session, "closed")


def commit(session: Session, chance: np.random.Generator, side: int) -> float:
    """Paint an ordinary stroke: a brush of 3 to 12 pixels, drawn over some 30 pixels at most; give the seconds."""
    col, row = chance.integers(60, side - 60, 2).astype(float)
    heading, points = float(chance.uniform(0, 2 * np.pi)), [(col, row)]
    for _ in range(int(chance.integers(1, 10))):
        heading += float(chance.normal(0, 0.4))
        col, row = col + 3 * np.cos(heading), row + 3 * np.sin(heading)
        points.append((col, row))
    runs = stroke_runs(points, int(chance.integers(3, 13)))
    value = int(chance.integers(1, len(CLASSES) + 1))
    return spent(lambda: session.paint(runs, value, "brush"))


def brush_moves(side: int) -> Iterator[float]:
    """Move a brush of 2,000 pixels; give the seconds of every move."""
    stroke, middle = Stroke(2000), side / 2
    stroke.to(middle, middle)
    for step in range(200):
        yield spent(lambda at=step: stroke.to(middle + 13 * at, middle + 7 * at))


def large_polygon(side: int) -> Runs:
    """Give a wavy polygon of 64 Mpx, or as large as fits."""
    angle = np.linspace(0, 2 * np.pi, 400, endpoint=False)
    radius = min(np.sqrt(POLYGON_PX / np.pi), side * 0.4) * (1 + 0.06 * np.sin(7 * angle))
    return polygon_runs([np.column_stack([side / 2 + radius * np.cos(angle), side / 2 + radius * np.sin(angle)])])


def picks(path: Path, digest: str, ground: Ground, chance: np.random.Generator, side: int) -> None:
    """Look regions up, with the outline that is drawn while hovering."""
    worker = outcrop_package.ROOT / ".venv" / "bin" / "python"
    file = region_file(path)
    if not file.exists() and worker.exists():
        command = [
            str(worker),
            "-I",
            str(outcrop_package.ROOT / "core"),
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


def write_prediction(path: Path, side: int) -> None:
    """Write a class raster with patches of all sizes and some speckle."""
    driver = gdal.GetDriverByName("GTiff")
    options = ["TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "COMPRESS=DEFLATE", "ZLEVEL=1", "NUM_THREADS=ALL_CPUS"]
    dataset = driver.Create(str(path), side, side, 1, gdal.GDT_Byte, options)
    dataset.SetGeoTransform((500000.0, 2.0, 0.0, 4600000.0, 0.0, -2.0))
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(32633)
    dataset.SetProjection(srs.ExportToWkt())
    dataset.SetMetadataItem(LEGEND_TAG, json.dumps(Legend.from_names(CLASSES).to_dicts()))
    band = dataset.GetRasterBand(1)
    band.SetNoDataValue(0)
    chance = np.random.default_rng(0)
    coarse = chance.random((side // 64 + 10, side // 64 + 2))
    for top in range(0, side, _ROWS):
        height = min(_ROWS, side - top)
        fine = np.kron(chance.random((height // 8 + 1, side // 8 + 1)), np.ones((8, 8)))[:height, :side]
        wide = np.kron(coarse[top // 64 : top // 64 + height // 64 + 1], np.ones((64, 64)))[:height, :side]
        mixed = 0.8 * wide + 0.2 * fine
        values = np.clip(mixed * len(CLASSES), 0, len(CLASSES) - 1).astype(np.uint8) + 1
        speckled = chance.random((height, side)) < 0.002
        values[speckled] = chance.integers(1, len(CLASSES) + 1, int(speckled.sum()), np.uint8)
        band.WriteArray(values, 0, top)
    dataset.BuildOverviews("NEAREST", [2, 4, 8, 16, 32, 64])


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


def in_a_process(work: Callable[..., None], *arguments: Any) -> None:
    """Do something in a process of its own, so that its memory doesn't count."""
    child = os.fork()
    if child == 0:
        work(*arguments)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status:
        sys.exit("The prediction couldn't be made.")


if __name__ == "__main__":
    main()
