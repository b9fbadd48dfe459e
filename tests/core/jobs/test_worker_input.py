"""Whatever is written to a worker, it lives, does the next job, and hears “cancel” and the end of its input."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from affine import Affine
from outcrop.core.assessment.jobs import EvaluateJob
from outcrop.core.geodata.grid import Grid
from outcrop.core.jobs.specs import job_to_json
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.output import Outputs, Wanted
from outcrop.core.vectorise.jobs import CleanJob
from outcrop.core.vectorise.parameters import CleanParameters
from rasterio.crs import CRS

ROOT = Path(__file__).resolve().parents[3]
JOB = json.loads(job_to_json(EvaluateJob("none.tif", "none.gpkg")))
VALUES: tuple[Any, ...] = (None, True, 0, -1, 2**70, 0.5, "", "cancel", "\ud800", "\0", [], {}, [[]], {"id": 1})
ODD_LINES = (
    b"", b"null", b"5", b"[]", b'"x"', b"{", b"\xff\xfe\x00", b"\x80" * 1000, b"\0" * 10, b"NaN", b'{"id": NaN}',
    b"[" * 100_000, b'{"id": 7, "job": ' + b"[" * 100_000, b"9" * 10_000, b'{"id": "\\ud800", "job": {}}',
    b'{"id": 8, "command": "cancel"}', b'\xef\xbb\xbf{"id": 9, "job": null}', json.dumps({"id": "a"}).encode("utf-16"),
    b'{"id": 10, "job": {"job": "evaluate", "prediction": "\\udcff.tif", "labels": "\\ud800"}}',
)  # fmt: skip


@pytest.fixture
def worker() -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-I", str(ROOT / "core"), "worker", "--serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        yield process
        process.kill()


def write(worker: subprocess.Popen[bytes], *lines: bytes) -> None:
    assert worker.stdin is not None
    worker.stdin.write(b"".join(line + b"\n" for line in lines))
    worker.stdin.flush()


def last_word(worker: subprocess.Popen[bytes], number: str) -> dict[str, Any]:
    """Read until a job is over; every line on the way is an event."""
    assert worker.stdout is not None
    for line in worker.stdout:
        event: dict[str, Any] = json.loads(line)
        if event["id"] == number and event["event"] in ("result", "error"):
            return event
    raise AssertionError(worker.stderr.read() if worker.stderr else "")


def odd_line(seed: int) -> bytes:
    """Make a line: odd by itself, or a message with wrong values, or damaged somewhere."""
    chance = random.Random(seed)
    if seed < len(ODD_LINES):
        return ODD_LINES[seed]
    message = {key: chance.choice((*VALUES, JOB)) for key in ("id", "job", "command") if chance.random() < 0.8}
    if chance.random() < 0.5:
        message["job"] = {key: chance.choice((value, *VALUES)) for key, value in JOB.items()}
    line = bytearray(json.dumps(message).encode())
    if chance.random() < 0.3:
        line[chance.randrange(len(line))] = chance.choice(b'\x00\x7f\xff{}[]",')
    return bytes(line).replace(b"\n", b"")


def test_a_worker_lives_through_any_line(worker: subprocess.Popen[bytes]) -> None:
    for begin in range(0, 300, 50):
        write(worker, *map(odd_line, range(begin, begin + 50)))
        write(worker, json.dumps({"id": f"good {begin}", "job": JOB}).encode())
        assert last_word(worker, f"good {begin}")["kind"] == "bad_input"
    assert worker.stdin is not None
    worker.stdin.close()
    assert worker.wait(20) == 3


def test_a_line_without_end_costs_no_memory_and_the_next_one_is_heard(worker: subprocess.Popen[bytes]) -> None:
    assert worker.stdin is not None
    for _ in range(300):
        worker.stdin.write(b"9" * (1 << 20))
    write(worker, b"")
    write(worker, json.dumps({"id": "good", "job": JOB}).encode())
    assert last_word(worker, "good")["kind"] == "bad_input"
    status = Path(f"/proc/{worker.pid}/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        assert int(peak.split()[1]) < 300 * 1024


def test_cancel_is_heard_between_odd_lines(worker: subprocess.Popen[bytes], tmp_path: Path) -> None:
    source, target = tmp_path / "map.tif", tmp_path / "clean.tif"
    labels = np.random.default_rng(0).integers(1, 3, (1500, 1500), np.uint8)
    grid = Grid(1500, 1500, Affine(10, 0, 4e5, 0, -10, 4.7e6), CRS.from_epsg(32654))
    with Outputs(Wanted(source, Legend.from_names(["background", "dike"])), grid) as out:
        out.write(grid.window, labels, labels > 0)
    wide = CleanParameters(opened={"dike": 50}, closed={"dike": 50})  # seconds for one block
    job = json.loads(job_to_json(CleanJob(str(source), str(target), wide)))
    write(worker, *ODD_LINES, json.dumps({"id": "a", "job": job}).encode(), *ODD_LINES)
    write(worker, b'{"id": "a", "command": "cancel"}', *ODD_LINES)
    assert last_word(worker, "a")["kind"] == "cancelled"
    write(worker, json.dumps({"id": "b", "job": JOB}).encode())
    assert last_word(worker, "b")["kind"] == "bad_input"
    assert {path.name.partition(".")[0] for path in tmp_path.iterdir()} == {"map"}
