"""The ticker: measures how long QGIS's window is deaf, and can tell what Python did meanwhile."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections import Counter
from typing import Any

from qgis.PyQt.QtCore import QObject, Qt, QTimer

TICK_MS = 10
LATE_MS = (50, 100)
_PLACES = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "max": 1.0}
_DEEPEST = 12


class Ticker:
    """A timer of the main thread that ought to tick every 10 ms and notes the time between its ticks."""

    def __init__(self, parent: QObject, *, tells_where: bool = False) -> None:
        """Begin to tick; with `tells_where` a thread notes what Python does whenever a tick is late."""
        self._gaps: list[float] = []
        self._last, self._computed = time.perf_counter(), time.thread_time()
        self._longest, self._most_computed = (0.0, 0.0), 0.0
        self._where: Counter[str] = Counter()
        self._over = threading.Event()
        self._timer = QTimer(parent)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)
        if tells_where:
            threading.Thread(target=self._look, args=(threading.get_ident(),), daemon=True).start()

    def stop(self) -> dict[str, Any]:
        """End it; give percentiles and the longest of the gaps in ms, how many were late, and their number.

        `computed` is what of the longest gap the main thread itself computed: the rest it waited, for a processor too.
        `most_computed` is the most that it computed in any gap, which a busy machine changes little.
        """
        self._tick()
        self._timer.stop()
        self._over.set()
        ordered = sorted(self._gaps)
        figures = {name: round(ordered[int(share * (len(ordered) - 1))], 1) for name, share in _PLACES.items()}
        late = {f"over_{limit}": sum(gap > limit for gap in ordered) for limit in LATE_MS}
        return {
            **figures,
            **late,
            "computed": round(self._longest[1], 1),
            "most_computed": round(self._most_computed, 1),
            "ticks": len(ordered),
            "where": self._where.most_common(),
        }

    def _tick(self) -> None:
        now, computed = time.perf_counter(), time.thread_time()
        self._gaps.append(1000 * (now - self._last))
        spent = 1000 * (computed - self._computed)
        self._longest, self._most_computed = (
            max(self._longest, (self._gaps[-1], spent)),
            max(self._most_computed, spent),
        )
        self._last, self._computed = now, computed

    def _look(self, main: int) -> None:
        """Note the main thread's Python stack once in every late gap; keep no frame, nor thus its objects."""
        told = 0.0
        while not self._over.wait(TICK_MS / 1000):
            last = self._last
            if last == told or 1000 * (time.perf_counter() - last) < LATE_MS[0] - TICK_MS:
                continue
            told = last
            frame = sys._current_frames().get(main)
            stack = traceback.extract_stack(frame, _DEEPEST) if frame is not None else []
            del frame
            self._where[" < ".join(f"{call.name}:{call.lineno}" for call in reversed(stack)) or "not in Python"] += 1
