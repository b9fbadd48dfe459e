"""How the figures in `docs/reproduction.md` read: for each paper two sentences, what agrees and what doesn't."""

from __future__ import annotations

READINGS: dict[str, str] = {}
