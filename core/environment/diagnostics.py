"""What to send along with a question about the environment: facts and the end of the log, without anything private."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .pip.redaction import redact

_LOG_LINES = 200
_NO_NEWS = ("Requirement already satisfied", "Ignoring ")
_TELLING = ("PIP_", "UV_", "HTTP", "NO_PROXY", "ALL_PROXY", "SSL_", "REQUESTS_", "CURL_", "PYTHON", "OUTCROP_", "CUDA_")


def write_diagnostics(facts: Mapping[str, Any], variables: Mapping[str, str], log: Path, home: str) -> str:
    """Write facts by name, the variables that matter to installers, and the end of a log; home and secrets left out."""
    lines = ["Outcrop: the computing environment", ""]
    lines += [f"{name}: {value}" for name, value in facts.items()]
    telling = {name: value for name, value in sorted(variables.items()) if name.upper().startswith(_TELLING)}
    lines += ["", "Variables:", *(f"{name}={value}" for name, value in telling.items())]
    lines += ["", f"The end of {log}:", *_tail(log)]
    return redact("\n".join(lines), home) + "\n"


def _tail(log: Path) -> list[str]:
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        return [line for line in lines if not line.startswith(_NO_NEWS)][-_LOG_LINES:]
    except OSError as error:
        return [f"(there is none: {error.strerror})"]
