"""The labelling of a run: made whole, taken up as it was."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.geodata.stack import Stack
from outcrop.core.training.data import labelling as labelling_module
from outcrop.core.training.data.labelling import Labelling, labelling


def make(ground: Any, job: Any) -> Labelling:
    folder = Path(job.run_folder)
    folder.mkdir(exist_ok=True)
    with ExitStack() as opened:
        stacks = [opened.enter_context(Stack(scene.images)) for scene in job.scenes]
        return labelling(job, stacks, folder, ground.events)


@pytest.mark.parametrize("split", ["blocks", "random_tiles", "none"])
def test_what_is_read_again_is_what_was_made(ground: Any, split: str) -> None:
    job = ground.job(split=split, stride_px=8)
    first, again = make(ground, job), make(ground, job)
    assert first == again
    assert first.split.kind == split
    assert all(path.exists() for path in (*first.labels, *first.split.paths))
    assert bool(first.split.tile_windows[0] if first.split.tile_windows else {}) == (split == "random_tiles")
    assert first.counts[0]["1"]["pixels"] == 32 * 64


def test_half_a_labelling_is_made_anew(ground: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    job = ground.job()
    whole = make(ground, job)
    with rasterio.open(whole.split.paths[0]) as file:
        split = file.read(1)
    Path(job.run_folder, "labels.json").unlink()
    whole.split.paths[0].write_bytes(b"half")
    again = make(ground, job)
    with rasterio.open(again.split.paths[0]) as file:
        assert np.array_equal(file.read(1), split)

    Path(job.run_folder, "labels.json").unlink()

    def killed(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(labelling_module, "split_labels", killed)
    with pytest.raises(KeyboardInterrupt):
        make(ground, job)
    assert not Path(job.run_folder, "labels.json").exists()


def test_classes_of_few_pixels_are_named_with_what_is_needed(ground: Any) -> None:
    labels = np.ones((64, 64), np.uint8)
    labels[10:20, 10:20] = 2
    scene = ground.scene(labels)
    make(ground, ground.job(scene))
    texts = [event["text"] for event in ground.heard if event["event"] == "warning"]
    assert any("Fewer than 400 pixels are labelled of “2” (100): " in text for text in texts)
    ground.heard.clear()
    Path(ground.folder, "run", "labels.json").unlink()
    make(ground, ground.job(scene, split="none"))
    assert not any("Fewer than" in event.get("text", "") for event in ground.heard)


def test_the_facts_are_plain_json(ground: Any) -> None:
    job = ground.job()
    make(ground, job)
    facts = json.loads(Path(job.run_folder, "labels.json").read_text(encoding="utf-8"))
    assert [entry["name"] for entry in facts["legend"]] == ["1", "2"]
    assert facts["labels"] == ["labels.tif"]
