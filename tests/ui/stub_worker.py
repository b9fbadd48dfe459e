#!/usr/bin/env python3
"""A worker that only speaks the protocol, as a real child process; `OUTCROP_STUB` says how it behaves.

It stands where the interpreter would: called as `stub_worker.py -I <root>/core worker JOB.json`, or with `--serve`.
"""

from __future__ import annotations

import json
import os
import queue
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
OWN: dict[str, Any] = {}
"""What every event carries: the number of the job that a worker which stays is doing."""


def say(event: str, **values: Any) -> None:
    print(json.dumps({**OWN, "event": event, **values}), flush=True)


def listen() -> None:
    """Exit when standard input closes; take “finish” for “stop and keep the best”."""
    text = b""
    while chunk := os.read(0, 4096):
        text += chunk
        if b"finish" in text or (b"cancel" in text and os.environ.get("OUTCROP_STUB") == "too_late"):
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
    named = bands or os.environ.get("OUTCROP_STUB_BANDS", "Red,Green,Blue").split(",")
    scaling = {name: [0.0] * len(named) for name in ("offset", "low", "mean")} | {
        name: [1.0] * len(named) for name in ("scale", "high", "deviation")
    }
    told = json.loads(os.environ.get("OUTCROP_STUB_FACTS", "{}"))
    card = {
        "format": 1, "name": job["name"], "architecture": job["recipe"]["model"], "architecture_parameters": {},
        "bands": named, "legend": legend,
        "normalisation": {"method": "none", **scaling}, "pixel_size_m": 10.0, "data_type": "uint8",
        "tile_px": 64, "margin_px": 8, "recipe": job["recipe"], "measures": {"miou": 0.63, "f1": 0.7},
        "provenance": {"pixels": {"validation": {"dike": 80}}, **told},
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


def compare(job: dict[str, Any]) -> None:
    *known, gone = job["models"]
    measured = [{"model": path, "measures": {"miou": 0.3 + 0.1 * number}} for number, path in enumerate(known)]
    say("result", models=[*measured, {"model": gone, "trouble": "It is gone."}], pixels=900, polygons=4)


def predict(job: dict[str, Any]) -> None:
    if os.environ.get("OUTCROP_STUB_FAILS", "no model") in job["models"][0]:
        say("error", kind="failed", text="It went wrong.", details="")
        return
    if os.environ.get("OUTCROP_STUB_WARNS"):
        say("warning", text=os.environ["OUTCROP_STUB_WARNS"], about=os.environ.get("OUTCROP_STUB_ABOUT", ""))
    say("progress", fraction=0.5, text="Predicting", seconds_left=1.0)
    shutil.copy(os.environ.get("OUTCROP_STUB_RASTER", job["images"][0]), job["out"])
    outputs = {"classes": job["out"]}
    for name in ("probabilities", "uncertainty"):
        if job[name]:
            path = Path(job["out"])
            outputs[name] = str(path.with_name(f"{path.stem}-{name}.tif"))
            shutil.copy(job["images"][0], outputs[name])
    say("result", out=job["out"], style=None, outputs=outputs, pixels=4800, seconds=2.0)


def serve() -> int:
    """Do jobs as they come in; a slow one goes on until it is cancelled."""
    jobs: queue.Queue[dict[str, Any]] = queue.Queue()
    cancelled: dict[int, threading.Event] = {}

    def listen() -> None:
        for line in sys.stdin:
            message = json.loads(line)
            if "job" in message:
                cancelled[message["id"]] = threading.Event()
                jobs.put(message)
            elif message.get("command") == "cancel" and message["id"] in cancelled:
                cancelled[message["id"]].set()
        os._exit(3)

    threading.Thread(target=listen, daemon=True).start()
    while True:
        message = jobs.get()
        OWN["id"] = message["id"]
        say("progress", fraction=0.0, text="Starting", seconds_left=None)
        status = serve_one(message["job"], cancelled[message["id"]])
        if status is not None:
            return status


def serve_one(job: dict[str, Any], cancelled: threading.Event) -> int | None:
    """Do one job; the number with which to end, None to stay."""
    behaviour = os.environ.get("OUTCROP_STUB", "good")
    if job["job"] == "prepare":
        say("result", speeds=dict.fromkeys(job["models"], 1e5))
        return None
    if job["job"] == "foresee":
        say("result", **json.loads(os.environ.get("OUTCROP_STUB_FORESEEN", "{}")))
        return None
    status = misbehave(behaviour)
    if status is not None:
        return None if status == 2 else status
    if behaviour in ("slow", "partial"):
        if behaviour == "partial":
            show_partial(job)
        cancelled.wait(600)
        say("error", kind="cancelled", text="The job was stopped.", details="")
    elif behaviour == "stubborn":
        say("progress", fraction=0.1, text="Predicting", seconds_left=9.0)
        time.sleep(600)
    else:
        predict(job)
    return None


def show_partial(job: dict[str, Any]) -> None:
    """Tell of a raster that shows what is done so far."""
    partial = str(Path(job["out"]).with_suffix(".partial.tif"))
    shutil.copy(os.environ.get("OUTCROP_STUB_RASTER", job["images"][0]), partial)
    for fraction in (0.0, 0.1, 0.2):
        done = [[0, 0, 10, 10]] if fraction else []
        say("progress", fraction=fraction, text="Predicting", seconds_left=9.0, partial=partial, done=done)
        time.sleep(0.1)


def grandchild() -> None:
    """Start a child of our own, which ignores the polite signal, and tell its number in a file."""
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"
    child = subprocess.Popen(["/usr/bin/python3", "-c", code])
    Path(os.environ["OUTCROP_STUB_NOTE"]).write_text(str(child.pid))


def main() -> int:  # noqa: C901
    if sys.argv[-1] == "--serve":
        return serve()
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
    slow = behaviour in ("slow", "polite", "stubborn", "grandchild", "too_late")
    if job["job"] == "resume":
        spec = json.loads((Path(job["run_folder"]) / "job.json").read_text(encoding="utf-8"))
        train(spec, 300 if slow and not job["keep_best"] else 1, 0.1 if slow else 0.02)
    elif job["job"] == "train":
        train(job, 300 if slow else 4, 0.1 if slow else 0.02)
    elif slow:
        time.sleep(600)
    elif job["job"] == "split_labels":
        shutil.copy(job["scene"]["images"][0], job["out"])
        say("result", out=job["out"], description="blocks of 8 px")
    elif job["job"] == "compare_models":
        compare(job)
    elif job["job"] == "export_onnx":
        Path(job["out"]).write_bytes(b"graph")
        say("result", out=job["out"])
    elif job["job"] == "import_model":
        write_model(job["model_file"], {"name": Path(job["file"]).stem, "recipe": {"model": "onnx"}})
        say("result", model_file=job["model_file"])
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
        facts = json.loads(os.environ.get("OUTCROP_STUB_FACTS", "{}"))
        say("error", kind="bad_input", text="“samples” has no field “kind”.", details="", facts=facts)
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
