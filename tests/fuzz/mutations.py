"""Damage from a seed: to bytes as disks and networks do it, to JSON as hostile or foreign programs do."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import numpy as np

HOSTILE: list[Any] = [
    None, True, False, 0, -1, 1, 2, 255, 10**6, -(10**9), 2**31, 2**63, 10**400, 0.5, -0.0, 1e308, float("inf"),
    float("nan"), "", " ", "nan", "\0", "../../x", "/", "C:\\x", "=1+1", "<b>x</b>", "\ud800", "é" * 300, "x" * 20_000,
    [], {}, [None], [[]], {"": ""}, [1, 2, 3], ["a", "b"], {"id": 1}, [[0, 0], [1, 1]], [1e400, -1e400],
]  # fmt: skip


def damaged(content: bytes, seed: int) -> bytes:
    """Give bytes with one to three pieces changed, lost, doubled or cut off."""
    random, made = np.random.default_rng(seed), bytearray(content)
    for _ in range(int(random.integers(1, 4))):
        if not made:
            break
        place = int(random.integers(len(made))) if random.random() < 0.6 else int(random.integers(min(len(made), 600)))
        length = int(min(len(made) - place, 2 ** random.integers(0, 10)))
        kind = int(random.integers(7))
        if kind == 0:
            made[place] ^= 1 << int(random.integers(8))
        elif kind == 1:
            made[place : place + length] = bytes(length)
        elif kind == 2:
            made[place : place + length] = random.bytes(length)
        elif kind == 3:
            del made[place:]
        elif kind == 4:
            del made[place : place + length]
        elif kind == 5:
            made[place:place] = made[place : place + length]
        else:
            made[place : place + length] = b"\xff" * length
    return bytes(made)


def hostile(text: str, seed: int) -> str:
    """Give JSON text with one or two of its values replaced, left out or nested, or with damaged bytes."""
    random = np.random.default_rng(seed)
    if random.random() < 0.25:
        return damaged(text.encode(), seed).decode("utf-8", "replace")
    if random.random() < 0.03:
        return "[" * 100_000
    value = json.loads(text)
    for _ in range(int(random.integers(1, 3))):
        value = _changed(value, random)
    return json.dumps(value)


def _changed(value: Any, random: np.random.Generator) -> Any:
    """Change one value somewhere within a value."""
    inner = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    if not inner or random.random() < 0.1:
        return deepcopy(HOSTILE[int(random.integers(len(HOSTILE)))])
    key = inner[int(random.integers(len(inner)))]
    kind = random.random()
    if kind < 0.1:
        del value[key]
    elif kind < 0.15 and isinstance(value, dict):
        value[f"{key}x"] = value.pop(key)
    elif kind < 0.2 and isinstance(value, list):
        value.append(deepcopy(value[key]))
    elif kind < 0.5:
        value[key] = deepcopy(HOSTILE[int(random.integers(len(HOSTILE)))])
    else:
        value[key] = _changed(value[key], random)
    return value
