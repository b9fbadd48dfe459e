"""What this process has computed with each model: a model that has come back so far is likely to come again.

Measuring engines and opening the fastest takes longer than one small raster. In a batch nobody says how many rasters
are to follow; as in the ski rental problem (Karlin et al., 1988, Competitive snoopy caching, Algorithmica 3), to pay
for it once as much has been computed as would have paid for it costs at most twice the best.
"""

from __future__ import annotations

import threading
from typing import Any
from weakref import WeakKeyDictionary

_MPX: WeakKeyDictionary[Any, float] = WeakKeyDictionary()
_GUARD = threading.Lock()


def computed_mpx(model: Any) -> float:
    """Give how many million pixels this process has computed with a loaded model, every pass counted."""
    with _GUARD:
        return _MPX.get(model, 0.0)


def note_computed(model: Any, mpx: float) -> None:
    """Count so many million pixels more."""
    with _GUARD:
        _MPX[model] = _MPX.get(model, 0.0) + mpx
