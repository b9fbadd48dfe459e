"""Events: JSON lines out, commands in."""

from __future__ import annotations

import io
import json
import threading

import numpy as np
import pytest
from outcrop.core.errors import CancelledError
from outcrop.core.events import Events, json_lines, parse_event


def test_every_event_is_one_json_line() -> None:
    stream = io.StringIO()
    events = Events(json_lines(stream))
    events.progress(1.7, "Zeile\neins", 3.0)
    events.metric(loss=np.float32(0.5), epoch=np.int64(2))
    events.warning("Ω")
    lines = stream.getvalue().splitlines()
    assert [parse_event(line)["event"] for line in lines] == ["progress", "metric", "warning"]  # type: ignore[index]
    assert json.loads(lines[0])["fraction"] == 1.0
    assert json.loads(lines[1]) == {"event": "metric", "loss": 0.5, "epoch": 2}


def test_lines_of_several_threads_stay_whole() -> None:
    stream = io.StringIO()
    events = Events(json_lines(stream))
    threads = [threading.Thread(target=lambda: [events.log("x" * 500) for _ in range(50)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len([line for line in stream.getvalue().splitlines() if parse_event(line)]) == 200


@pytest.mark.parametrize("line", ["", "loading…", "{", "[1]", '{"event": "dance"}', '{"a": 1}'])
def test_what_is_no_event_is_skipped(line: str) -> None:
    assert parse_event(line) is None


def test_cancel_pause_and_finish() -> None:
    events = Events()
    events.pause()
    waited = threading.Thread(target=lambda: events.progress(0, "on"))
    waited.start()
    waited.join(0.1)
    assert waited.is_alive()
    events.go_on()
    waited.join(5)
    assert not waited.is_alive()
    assert not events.finishing
    events.finish()
    assert events.finishing
    events.pause()
    events.cancel()
    with pytest.raises(CancelledError):
        events.progress(0.5, "never")
