#!/usr/bin/env python3
"""A worker that only speaks the protocol, as a real child process; `OUTCROP_STUB` says how it behaves.

It stands where the interpreter would: called as `stub_worker.py -I <root>/core worker JOB.json`.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

STOPPED = threading.Event()


def say(event: str, **values: Any) -> None:
    print(json.dumps({"event": event, **values}), flush=True)


def listen() -> None:
    """Exit when standard input closes; take “finish” for “stop and keep the best”."""
    text = b""
    while chunk := os.read(0, 4096):
        text += chunk
        if b"finish" in text:
            STOPPED.set()
        if b"cancel" in text and os.environ.get("OUTCROP_STUB") == "polite":
            Path(os.environ["OUTCROP_STUB_NOTE"]).write_text("tidied up")
            os._exit(1)
    os._exit(3)


def write_model(path: str, job: dict[str, Any], bands: list[str] | None = None) -> None:
    """Write a model file that holds a card and no weights."""
    legend = [
        {"id": 1, "name": "background", "colour": "#c8c8c8"},
        {"id": 2, "name": "dike", "colour": "#d1495b"},
        {"id": 3, "name": "snow", "colour": "#3366cc"},
    ]
    scaling = {name: [0.0] for name in ("offset", "low", "mean")} | {
        name: [1.0] for name in ("scale", "high", "deviation")
    }
    card = {
        "format": 1, "name": job["name"], "architecture": job["recipe"]["model"], "architecture_parameters": {},
        "bands": bands or os.environ.get("OUTCROP_STUB_BANDS", "Red,Green,Blue").split(","), "legend": legend,
        "normalisation": {"method": "none", **scaling}, "pixel_size_m": 10.0, "data_type": "uint8",
        "tile_px": 64, "margin_px": 8, "recipe": job["recipe"], "measures": {"miou": 0.63, "f1": 0.7},
        "provenance": {"pixels": {"validation": {"dike": 80}}},
    }  # fmt: skip
    header = json.dumps({"__metadata__": {"outcrop": json.dumps(card)}}).encode()
    Path(path).write_bytes(struct.pack("<Q", len(header)) + header)


def train(job: dict[str, Any], epochs: int, pause_s: float) -> None:
    for epoch in range(1, epochs + 1):
        say(
            "progress",
            fraction=epoch / epochs,
            text=f"Epoch {epoch} of {epochs}",
            seconds_left=(epochs - epoch) * pause_s,
        )
        say("metric", step=epoch, loss=1.0 / epoch)
        say("metric", epoch=epoch, epochs=epochs, loss=1.0 / epoch, validation_loss=1.2 / epoch,
            miou=0.7 * epoch / epochs, f1=0.6, seconds=pause_s)  # fmt: skip
        if STOPPED.wait(pause_s):
            break
    write_model(job["model_file"], job)
    measures = {"miou": 0.63, "f1": 0.7, "epoch": epochs}
    say("result", model_file=job["model_file"], measures=measures, seconds=1.0, run_folder=job["run_folder"])


def predict(job: dict[str, Any]) -> None:
    say("progress", fraction=0.5, text="Predicting", seconds_left=1.0)
    shutil.copy(os.environ.get("OUTCROP_STUB_RASTER", job["images"][0]), job["out"])
    outputs = {"classes": job["out"]}
    for name in ("probabilities", "uncertainty"):
        if job[name]:
            path = Path(job["out"])
            outputs[name] = str(path.with_name(f"{path.stem}-{name}.tif"))
            shutil.copy(job["images"][0], outputs[name])
    say("result", out=job["out"], style=None, outputs=outputs, pixels=4800, seconds=2.0)


def grandchild() -> None:
    """Start a child of our own, which ignores the polite signal, and tell its number in a file."""
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"
    child = subprocess.Popen(["/usr/bin/python3", "-c", code])
    Path(os.environ["OUTCROP_STUB_NOTE"]).write_text(str(child.pid))


def main() -> int:
    behaviour = os.environ.get("OUTCROP_STUB", "good")
    job = json.loads(Path(sys.argv[-1]).read_text(encoding="utf-8"))
    threading.Thread(target=listen, daemon=True).start()
    print("a library's chatter", file=sys.stderr, flush=True)
    if behaviour == "garbage":
        print('Loading…\n{"event": "nonsense"}\n[1, 2]\n{broken', flush=True)
        sys.stdout.buffer.write(b"\xff\xfe\x00 binary\n" + b"x" * 100_000 + b"\n")
        sys.stdout.flush()
    status = misbehave(behaviour)
    if status is not None:
        return status
    slow = behaviour in ("slow", "polite", "stubborn", "grandchild")
    if job["job"] == "train":
        train(job, 300 if slow else 4, 0.1 if slow else 0.02)
    elif slow:
        time.sleep(600)
    else:
        predict(job)
    return 0


def misbehave(behaviour: str) -> int | None:
    """Go wrong as told; None to go on."""
    if behaviour == "crash":
        say("progress", fraction=0.1, text="Reading", seconds_left=None)
        print("Traceback: something broke", file=sys.stderr, flush=True)
        return 7
    if behaviour == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if behaviour == "silent":
        return 0
    if behaviour == "bad_input":
        say("error", kind="bad_input", text="The polygons have no field “kind”.", details="")
        return 2
    if behaviour in ("stubborn", "grandchild"):
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if behaviour == "grandchild":
        grandchild()
    if behaviour == "hangs_after_result":
        say("result", out="x", outputs={})
        threading.Event().wait()
    return None


if __name__ == "__main__":
    sys.exit(main())
