"""How far an installer is, from what it says and from what shows in the environment's folder."""

from __future__ import annotations

import re
from pathlib import Path

from .wholeness import site_packages

_PIP = re.compile(r"^Collecting ([A-Za-z0-9][\w.-]*)==(\S+)", re.MULTILINE)
_UV = re.compile(r"^\s*(?:Downloading|Downloaded|Building) ([A-Za-z0-9][\w.-]*)(?: \(([^)]*)\))?$", re.MULTILINE)


def package_named(said: str) -> str:
    """Give the package that an installer spoke of last, with its version or its size; empty if it named none."""
    pip, uv = _last(_PIP, said), _last(_UV, said)
    latest = max((match for match in (pip, uv) if match), key=lambda match: match.start(), default=None)
    return "" if latest is None else " ".join(part for part in latest.groups() if part)


def count_fetched(said: str) -> int:
    """Count the packages that pip has come to, or uv has fetched."""
    return len(_PIP.findall(said)) + said.count("\nRequirement already satisfied") + said.count("Downloaded ")


def count_installed(folder: Path) -> int:
    """Count the packages in an environment."""
    return sum(entry.suffix == ".dist-info" for site in site_packages(folder) for entry in site.iterdir())


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    last = None
    for match in pattern.finditer(text):
        last = match
    return last
