"""What users rely on: names that never change, and a page that tells what there is."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

from outcrop.ui.processing.provider import OutcropProvider
from outcrop.ui.worker.environment import ROOT

DOCUMENTS = runpy.run_path(str(ROOT / "docs" / "algorithms.py"))
AGAIN = "Run docs/algorithms.py again if the change is meant."


def test_ids_and_names_are_those_that_users_have(provider: OutcropProvider) -> None:
    kept = json.loads(Path(__file__).with_name("algorithms.json").read_text())
    now = DOCUMENTS["names"](provider)
    assert sorted(now) == sorted(kept), AGAIN
    for name, own in kept.items():
        assert set(own["parameters"]) <= set(now[name]["parameters"]), f"{name} has lost a parameter"
        assert set(own["outputs"]) <= set(now[name]["outputs"]), f"{name} has lost an output"
        assert now[name] == own, f"{name} has changed. {AGAIN}"


def test_the_page_is_current(provider: OutcropProvider) -> None:
    page = (ROOT / "docs" / "algorithms.md").read_text(encoding="utf-8")
    assert page == DOCUMENTS["document"](provider) + "\n", AGAIN
