"""Fetching one file: from a server on this machine that behaves as told."""

from __future__ import annotations

import hashlib
import http.server
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from outcrop.core.errors import BadInputError, CancelledError
from outcrop.models.encoders import download

CONTENT = bytes(range(256)) * 9000
DIGEST = hashlib.sha256(CONTENT).hexdigest()


class _Hub(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/redirected":
            self.send_response(302)
            self.send_header("Location", "/file")
            self.send_header("X-Linked-ETag", f'"{self.server.announced}"')
            self.send_header("X-Repo-Commit", "c0ffee")
            self.end_headers()
        elif self.path in ("/file", "/cut"):
            self.send_response(200)
            self.send_header("Content-Length", str(len(CONTENT)))
            self.end_headers()
            self.wfile.write(CONTENT if self.path == "/file" else CONTENT[:1000])
        else:
            self.send_error(404)

    def log_message(self, *_arguments: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[http.server.HTTPServer]:
    monkeypatch.setenv("no_proxy", "*")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Hub)
    server.announced = DIGEST
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def url(hub: http.server.HTTPServer, path: str) -> str:
    return f"http://127.0.0.1:{hub.server_port}/{path}"


def fetch(hub: http.server.HTTPServer, path: str, target: Path, **known: object) -> download.Fetched:
    return download.fetch(url(hub, path), target, **{"size_bytes": None, "sha256": None, **known})


def test_a_file_comes_whole_with_its_digest_and_commit(hub: http.server.HTTPServer, tmp_path: Path) -> None:
    reported: list[tuple[int, int | None]] = []
    target = tmp_path / "weights.safetensors"
    fetched = fetch(hub, "redirected", target, report=lambda done, total: reported.append((done, total)))
    assert target.read_bytes() == CONTENT
    assert fetched == download.Fetched(DIGEST, len(CONTENT), "c0ffee")
    assert [done for done, _ in reported] == sorted(done for done, _ in reported)
    assert reported[-1] == (len(CONTENT), len(CONTENT))


@pytest.mark.parametrize("known", [{"sha256": "0" * 64}, {"sha256": DIGEST[:-1] + "x"}])
def test_another_content_than_known_is_refused_and_not_kept(
    hub: http.server.HTTPServer, tmp_path: Path, known: dict[str, str]
) -> None:
    with pytest.raises(BadInputError, match="isn't the file that was expected"):
        fetch(hub, "file", tmp_path / "weights.safetensors", **known)
    assert list(tmp_path.iterdir()) == []


def test_another_content_than_the_hub_announces_is_refused(hub: http.server.HTTPServer, tmp_path: Path) -> None:
    hub.announced = "f" * 64
    with pytest.raises(BadInputError, match="isn't the file that was expected"):
        fetch(hub, "redirected", tmp_path / "weights.safetensors")
    assert list(tmp_path.iterdir()) == []


def test_a_transfer_that_breaks_off_leaves_nothing(hub: http.server.HTTPServer, tmp_path: Path) -> None:
    with pytest.raises((OSError, BadInputError)):
        fetch(hub, "cut", tmp_path / "weights.safetensors")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_was_there_stays_when_fetching_fails(hub: http.server.HTTPServer, tmp_path: Path) -> None:
    target = tmp_path / "weights.safetensors"
    target.write_bytes(b"old")
    with pytest.raises(OSError, match="404"):
        fetch(hub, "nowhere", target)
    assert target.read_bytes() == b"old"


def test_a_report_that_cancels_stops_the_transfer(hub: http.server.HTTPServer, tmp_path: Path) -> None:
    def cancel(_done: int, _total: int | None) -> None:
        raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        fetch(hub, "file", tmp_path / "weights.safetensors", report=cancel)
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(download, "OPENING_TIMEOUT_S", 0.3)
    monkeypatch.setenv("no_proxy", "*")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        started = time.monotonic()
        with pytest.raises(OSError, match=r"no answer within 0\.3 seconds"):
            download.fetch(
                f"http://127.0.0.1:{silent.getsockname()[1]}/", tmp_path / "file", size_bytes=None, sha256=None
            )
        assert time.monotonic() - started < 2
