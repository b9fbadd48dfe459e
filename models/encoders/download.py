"""Fetching one file over HTTP: one attempt, an early answer without a network, whole and checked or not at all."""

from __future__ import annotations

import hashlib
import http.client
import threading
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Optional, Union

from ...core.errors import BadInputError
from ...core.files.whole_file import whole_file

Report = Callable[[int, Optional[int]], None]
"""Called with bytes fetched so far and in all (None when the server doesn't say)."""

OPENING_TIMEOUT_S = 5.0
READING_TIMEOUT_S = 20.0
_PIECE = 1 << 20


@dataclass(frozen=True)
class Fetched:
    """What came: its digest, size, and the commit it belongs to where the server says so."""

    sha256: str
    size_bytes: int
    revision: Optional[str]


def fetch(
    url: str, target: Path, *, size_bytes: Optional[int], sha256: Optional[str], report: Optional[Report] = None
) -> Fetched:
    """Fetch `url` into the file `target`.

    Without `sha256` the content is checked against the digest that the hub announces with the file.

    Raises:
        OSError: When the server can't be reached within five seconds or the transfer breaks off.
        BadInputError: When what came isn't the file that was expected; nothing is left of it.
    """
    announced = _Announcements()
    response = _open(url, announced)
    length = response.headers.get("Content-Length")
    total = int(length) if length else size_bytes
    digest, size = hashlib.sha256(), 0
    with response, whole_file(target) as partial, partial.open("wb") as file:
        while piece := _read(response):
            file.write(piece)
            digest.update(piece)
            size += len(piece)
            if report is not None:
                report(size, total)
        expected = sha256 or announced.sha256
        if (total is not None and size != total) or (expected is not None and digest.hexdigest() != expected):
            raise BadInputError(
                (
                    "What came from {url} isn't the file that was expected ({size} bytes, SHA-256 {digest}). Try "
                    "again, or fetch it in another way."
                ),
                url=url,
                size=size,
                digest=digest.hexdigest(),
            )
    return Fetched(digest.hexdigest(), size, announced.revision)


class _Announcements(urllib.request.HTTPRedirectHandler):
    """Keeps what the hub says of a file before it redirects to where the file lies."""

    def __init__(self) -> None:
        self.sha256: Optional[str] = None
        self.revision: Optional[str] = None

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        digest = headers.get("X-Linked-ETag", "").strip('W/"')
        self.sha256 = digest if len(digest) == 64 else self.sha256
        self.revision = headers.get("X-Repo-Commit", self.revision)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _open(url: str, announced: _Announcements) -> Any:
    """Open a URL, giving up after five seconds even while a name is being looked up."""
    opener = urllib.request.build_opener(announced)
    request = urllib.request.Request(url, headers={"User-Agent": "Outcrop"})  # noqa: S310  (the table's own addresses)
    outcome: list[Union[IO[bytes], OSError]] = []

    def attempt() -> None:
        try:
            outcome.append(opener.open(request, timeout=READING_TIMEOUT_S))
        except OSError as error:
            outcome.append(error)
        except http.client.HTTPException as error:
            outcome.append(OSError(f"the server's answer can't be read ({type(error).__name__})"))

    thread = threading.Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(OPENING_TIMEOUT_S)
    if not outcome:
        raise TimeoutError(f"no answer within {OPENING_TIMEOUT_S:g} seconds")
    if isinstance(outcome[0], OSError):
        raise outcome[0]
    return outcome[0]


def _read(response: Any) -> bytes:
    try:
        return response.read(_PIECE)
    except http.client.HTTPException as error:
        raise OSError("the transfer broke off") from error
