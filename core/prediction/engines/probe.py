"""The probe: which engine computes a network fastest on this machine, measured on one tile and remembered."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ...errors import BadInputError, OutcropError
from ...files.digest import sha256_of
from ...files.whole_file import write_text
from .engine import Engine

MOST_DIFFERENT = 0.001
"""An engine serves when fewer labels than this share differ from those of the exact one."""
_FILE = "engines.json"
_MOST_REMEMBERED = 200
_RUNS = 2


@dataclass(frozen=True)
class Measured:
    """How one engine did on the probe's tile.

    Attributes:
        opening_s: Seconds to convert and open the network.
        seconds_per_mpx: Seconds for a million pixels.
        different: Share of labels that differ from the exact engine's.
    """

    opening_s: float
    seconds_per_mpx: float
    different: float

    @property
    def agrees(self) -> bool:
        """Whether its labels are as good as equal."""
        return self.different < MOST_DIFFERENT

    def seconds(self, mpx: float) -> float:
        """Give the seconds that so many million pixels would take."""
        return self.opening_s + mpx * self.seconds_per_mpx


def measure(
    open_engine: Callable[[], Engine], images: np.ndarray, valid: np.ndarray, exact: np.ndarray | None
) -> tuple[Measured, np.ndarray]:
    """Measure an engine that gives labels on a batch: once to warm up, then the faster of two runs.

    Args:
        open_engine: Opens it.
        images: (N, B, H, W).
        valid: (N, H, W).
        exact: The labels to compare with; None for the exact engine itself.

    Returns:
        What was measured, and the labels.
    """
    began = time.perf_counter()
    engine = open_engine()
    opening = time.perf_counter() - began
    labels = engine.start(images, valid)()
    seconds = []
    for _ in range(_RUNS):
        began = time.perf_counter()
        engine.start(images, valid)()
        seconds.append(time.perf_counter() - began)
    different = 0.0 if exact is None else float(np.mean(labels != exact))
    pixels = images.shape[0] * images.shape[2] * images.shape[3]
    return Measured(opening, min(seconds) / pixels * 1e6, different), labels


def measure_all(
    names: Sequence[str],
    open_engine: Callable[[str], Engine],
    images: np.ndarray,
    valid: np.ndarray,
    tell: Callable[[str], None],
) -> dict[str, Measured]:
    """Measure engines by name, the first one being the exact one; those that can't compute the network are left out."""
    by_name: dict[str, Measured] = {}
    exact: np.ndarray | None = None
    for name in names:
        try:
            measured, labels = measure(lambda name=name: open_engine(name), images, valid, exact)  # type: ignore[misc]
        except OutcropError as error:
            tell(str(error))
            continue
        exact = labels if exact is None else exact
        by_name[name] = measured
        differs = f", {measured.different:.3%} of the labels differ" if measured.different else ""
        tell(f"{name}: {1 / measured.seconds_per_mpx:.2f} Mpx/s{differs}.")
    return by_name


def fastest(measured: Mapping[str, Measured], mpx: float) -> str:
    """Name the engine that does so many million pixels first, its opening included, among those that agree."""
    return min((name for name in measured if measured[name].agrees), key=lambda name: measured[name].seconds(mpx))


def machine_key(model_file: str, *details: str) -> str:
    """Give a key for a model file's contents on this machine with these packages, a hex digest."""
    path = Path(model_file)
    digest = hashlib.sha256(_digest(path, path.stat().st_mtime_ns).encode())
    digest.update("\n".join([here_digest(), *details]).encode())
    return digest.hexdigest()


def here_digest() -> str:
    """Give a digest of this machine and of the packages that compute networks on it."""
    machine = [platform.node(), platform.machine(), platform.processor(), str(os.cpu_count())]
    packages = [f"{name} {_version(name)}" for name in ("torch", "timm", "onnxruntime", "openvino")]
    return hashlib.sha256("\n".join([*machine, *packages]).encode()).hexdigest()


@lru_cache(maxsize=16)
def _digest(path: Path, _changed_ns: int) -> str:
    return sha256_of(path)


def recall(key: str) -> dict[str, Measured] | None:
    """Give what was measured before, or None."""
    entry = _read().get(key)
    try:
        return {name: Measured(**values) for name, values in entry.items()} if entry else None
    except (AttributeError, TypeError):
        return None


def remember(key: str, measured: Mapping[str, Measured]) -> None:
    """Keep what was measured for the next time; without a place to keep it nothing is lost but that time."""
    entries = _read()
    entries.pop(key, None)
    entries[key] = {name: asdict(values) for name, values in measured.items()}
    latest = dict(list(entries.items())[-_MOST_REMEMBERED:])
    try:
        cache_folder().mkdir(parents=True, exist_ok=True)
        write_text(cache_folder() / _FILE, json.dumps(latest, indent=1))
    except (OSError, BadInputError):
        return


def cache_folder() -> Path:
    """Give the folder for what can be made again: `OUTCROP_CACHE`, or the system's place for caches."""
    chosen: Optional[str] = os.environ.get("OUTCROP_CACHE")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "outcrop" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "outcrop"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "outcrop"


def _read() -> dict[str, Any]:
    try:
        entries = json.loads((cache_folder() / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return entries if isinstance(entries, dict) else {}


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
