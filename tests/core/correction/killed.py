"""A scripted session that is killed at a random moment, and what must be there afterwards.

`python tests/core/correction/killed.py --times 200` does it often; the tests do it a few times.
"""

from __future__ import annotations

import argparse
import hashlib
import runpy
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[3]
if __name__ == "__main__":
    runpy.run_path(str(ROOT / "core" / "__main__.py"))["bind_package"]()
    sys.path.insert(0, str(ROOT))

from outcrop.core.correction.errors import BlockedRevertError, NothingToCorrectError  # noqa: E402
from outcrop.core.correction.pixels.shapes import stroke_runs  # noqa: E402
from outcrop.core.correction.session import Session  # noqa: E402
from outcrop.core.correction.survey import paint_overlay  # noqa: E402

from tests.core.correction.conftest import ground_of, subject_of  # noqa: E402

SIDE = 120
STEPS = 400


def scene() -> np.ndarray:
    return np.random.default_rng(11).integers(0, 5, (SIDE, SIDE), np.uint8)


def opened(path: Path) -> Session:
    """Open the session, or begin it, with an overlay made from what it holds."""
    prediction = scene()
    subject, ground = subject_of(prediction), ground_of(prediction)
    session = Session.open(path, subject, "mara") if path.exists() else Session.create(path, subject, "mara")
    for _, value, runs in session.pixels():
        paint_overlay(ground, runs, value)
    session.attach(ground)
    return session


def step(session: Session, number: int, seed: int) -> None:
    """Do the script's step of that number: a stroke, an undo, a redo, or a revert."""
    chance = np.random.default_rng((seed, number))
    kind = chance.random()
    if kind < 0.2:
        session.undo()
    elif kind < 0.3:
        session.redo()
    elif kind < 0.4:
        rows = session.corrections(most=20)
        live = [row.fid for row in rows if not row.undone]
        if live:
            try:
                session.revert(int(chance.choice(live)))
            except BlockedRevertError:
                return
    else:
        points = [tuple(point) for point in chance.uniform(-5, SIDE + 5, (int(chance.integers(1, 4)), 2)).tolist()]
        try:
            session.paint(
                stroke_runs(points, int(chance.integers(1, 30))), int(chance.choice([0, 1, 2, 3, 255])), "brush"
            )
        except NothingToCorrectError:
            return


def state(session: Session) -> str:
    """Give the state of a session: its pixels, and how much can be undone and redone."""
    drawn = np.zeros((SIDE, SIDE), np.uint8)
    for _, value, runs in session.pixels():
        runs.paint(drawn, ground_of(drawn).place.window, value)
    text = f"{session.undo_count} {session.redo_count} {session.progress.corrections}".encode()
    return hashlib.sha256(drawn.tobytes() + text).hexdigest()[:16]


def work(path: Path, seed: int, first: int) -> None:
    """Do the script from a step on, and tell every step that is done."""
    session = opened(path)
    for number in range(first, STEPS):
        step(session, number, seed)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


def states(folder: Path, seed: int, count: int) -> list[str]:
    """Do the script without being killed, and give the state after every step."""
    found = []
    with opened(folder / "whole.gpkg") as session:
        for number in range(count):
            step(session, number, seed)
            found.append(state(session))
    return found


def kill_and_check(folder: Path, seed: int, kills: int) -> int:
    """Kill the script several times, each time going on from what was saved; give how many steps were done.

    Raises:
        AssertionError: When what was told as saved isn't there, or the file is damaged.
    """
    chance = np.random.default_rng(seed)
    path, done = folder / "session.gpkg", 0
    wanted: list[str] = []
    for _ in range(kills):
        command = [sys.executable, str(Path(__file__)), "--work", str(path), "--seed", str(seed), "--first", str(done)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(float(chance.uniform(0, 0.15)))
        process.send_signal(signal.SIGKILL)
        told = [line for line in [first, *process.stdout.read().split("\n")] if line.strip()]
        process.wait()
        told_done = int(told[-1]) + 1 if told else done
        if len(wanted) < told_done + 2:
            with tempfile.TemporaryDirectory() as other:
                wanted = states(Path(other), seed, min(told_done + 40, STEPS))
        with sqlite3.connect(path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
        with opened(path) as session:
            found = state(session)
        saved = [number for number in (told_done, told_done + 1) if number and found == wanted[number - 1]]
        assert saved, f"seed {seed}: told {told_done} steps, found another state"
        done = saved[-1]
        if done >= STEPS - 1:
            break
    return done


def main() -> None:
    """Do the script, or kill it often."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--times", type=int, default=200)
    given = parser.parse_args()
    if given.work is not None:
        work(given.work, given.seed, given.first)
        return
    kills = 0
    while kills < given.times:
        with tempfile.TemporaryDirectory() as folder:
            done = kill_and_check(Path(folder), given.seed + kills, 5)
        kills += 5
        print(f"{kills} kills, {done} steps kept in the last session", flush=True)


if __name__ == "__main__":
    main()
