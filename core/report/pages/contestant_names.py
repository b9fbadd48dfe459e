"""What a comparison's models are called on a page: recipes and models by their titles, files by their own names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ...training.settings.titles import RECIPE_TITLES
from ...wording import Wording


def with_names(comparison: Mapping[str, Any], wording: Wording) -> dict[str, Any]:
    """Give a comparison whose rows and pairs have the names that the page shows."""
    shown = {row["name"]: _shown(row, comparison.get("titles", {}), wording) for row in comparison["models"]}
    return {
        **comparison, "models": [{**row, "name": shown[row["name"]]} for row in comparison["models"]],
        "titles": {key: wording.tr(title) for key, title in comparison.get("titles", {}).items()},
        "pairs": [
            {**pair, "first": shown[pair["first"]], "second": shown[pair["second"]]} for pair in comparison["pairs"]
        ],
    }  # fmt: skip


def _shown(row: Mapping[str, Any], titles: Mapping[str, str], wording: Wording) -> str:
    """Translate what names a recipe or a model; the number that tells two alike apart stays."""
    name, title = row["name"], titles.get(row["architecture"], "")
    for known, text in ((row["recipe"], _recipe_name(row["recipe"], wording)), (title, wording.tr(title))):
        number = name[len(known) :] if known and name.startswith(known) else None
        if row["trained_here"] and number is not None and re.fullmatch(r"( \d+)?", number):
            return text + number
    return str(name)


def _recipe_name(key: str, wording: Wording) -> str:
    """Give a recipe's title without what explains it, which stands behind a colon."""
    return re.split("[:\uff1a]", wording.choice(key))[0] if key in RECIPE_TITLES else key
