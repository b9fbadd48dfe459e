"""Suspects: polygons that carry the wrong class are found by models that learned from the others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
from outcrop.core.errors import CancelledError
from outcrop.core.events import Events
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.labels.check_labels import check_labels
from outcrop.core.labels.jobs import CheckLabelsJob

from tests.core.jobs.conftest import write_polygons

SIDE = 96


@pytest.fixture
def image(scene: Any, tmp_path: Path) -> str:
    """Give an image of three stripes from left to right: dark, grey, bright."""
    values = np.random.default_rng(2).normal(40, 4, (3, SIDE, SIDE))
    values[:, :, SIDE // 3 :] += 60
    values[:, :, 2 * SIDE // 3 :] += 60
    return str(scene.write_image(tmp_path / "stripes.tif", values.astype(np.uint8)))


def boxes(stripe: int, count: int) -> list[tuple[int, int, int, int]]:
    third, step = SIDE // 3, SIDE // count
    return [(stripe * third + 8, row * step + 2, stripe * third + 20, row * step + 12) for row in range(count)]


def checked(image: str, kinds: dict[int, list[str]], folder: Path, events: Events | None = None) -> Any:
    places = [box for stripe, names in kinds.items() for box in boxes(stripe, len(names))]
    labels = write_polygons(folder / "p.gpkg", places, [name for names in kinds.values() for name in names])
    job = CheckLabelsJob(Scene((image,), labels, "kind"), str(folder / "c.gpkg"), suspects=True)
    result = check_labels(job, events or Events())
    return result, pyogrio.raw.read(result["out"], layer=result["layer"])


def test_a_wrong_class_is_found_and_the_right_one_suggested(image: str, tmp_path: Path) -> None:
    kinds = {0: ["dark"] * 5, 1: ["grey"] * 4 + ["bright"], 2: ["bright"] * 4 + ["dark"]}
    result, (facts, _, _, fields) = checked(image, kinds, tmp_path)
    rows = dict(zip(facts["fields"], fields))
    assert result["problems"] == {"suspect": 2}
    assert set(zip(rows["class_name"], rows["suggested"])) == {("bright", "grey"), ("dark", "bright")}
    assert (rows["certainty"] > 0.5).all()
    assert all("Look at it" in text for text in rows["text"])


def test_right_polygons_are_not_suspected(image: str, tmp_path: Path) -> None:
    result, _ = checked(image, {0: ["dark"] * 4, 1: ["grey"] * 4, 2: ["bright"] * 4}, tmp_path)
    assert result["problems"] == {}


def test_the_only_polygon_of_a_class_is_told_and_not_checked(image: str, tmp_path: Path) -> None:
    result, _ = checked(image, {0: ["dark"] * 4, 1: ["grey"], 2: ["bright"] * 4}, tmp_path)
    assert result["problems"] == {}
    assert any("“grey” there is one polygon only" in note for note in result["notes"])


def test_one_class_alone_and_polygons_off_the_imagery_are_told(image: str, tmp_path: Path) -> None:
    result, _ = checked(image, {0: ["dark"] * 3}, tmp_path)
    assert any("one class only" in note for note in result["notes"])
    labels = write_polygons(tmp_path / "far.gpkg", [(5000, 5000, 5100, 5100)], ["a"])
    job = CheckLabelsJob(Scene((image,), labels, "kind"), str(tmp_path / "f.gpkg"), suspects=True)
    assert check_labels(job, Events())["problems"] == {"outside the imagery": 1}


def test_it_can_be_stopped(image: str, tmp_path: Path) -> None:
    events = Events(lambda event: events.cancel() if "Asking models" in str(event.get("text")) else None)
    with pytest.raises(CancelledError):
        checked(image, {0: ["dark"] * 4, 2: ["bright"] * 4}, tmp_path, events)
    assert not (tmp_path / "c.gpkg").exists()
