"""How long ago something was, in words."""

from __future__ import annotations

from datetime import datetime

from qgis.PyQt.QtCore import QDateTime

from ...texts import number_text, tr
from .corrections_model import local


def ago_text(moment: datetime, now: QDateTime) -> str:
    """Say how long before now a moment was: “12 min ago”."""
    seconds = max(0, local(moment).secsTo(now))
    if seconds < 60:
        return tr("just now")
    for most, unit, text in ((3600, 60, tr("{n} min ago")), (86_400, 3600, tr("{n} h ago"))):
        if seconds < most:
            return text.format(n=number_text(seconds // unit))
    days = seconds // 86_400
    return tr("yesterday") if days == 1 else tr("{n} days ago", n=number_text(days))
