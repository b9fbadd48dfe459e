"""The reason why a vector file can't be read, without what only programmers of the library know what to do with."""

from __future__ import annotations

import re

_CALL = re.compile(r"\w+_v\d\(.*?\) failed: ", re.DOTALL)
"""A statement to the database that failed, before the reason."""
_ADVICE = re.compile(r"; It might help .*", re.DOTALL)


def reason_of(error: Exception) -> str:
    """Give an error's reason, once where it is told twice."""
    parts = dict.fromkeys(part.strip() for part in _CALL.sub("", _ADVICE.sub("", str(error))).split(";"))
    return "; ".join(part.rstrip(".") for part in parts if part)
