"""Classes that lie only where the imagery has no data are told by name before anything is learned."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from outcrop.core.errors import BadInputError
from outcrop.core.training.classifier.classifier_job import fit_classifier

SIDE = 96


def holed(classes: int, without: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Make labels (H, W) in blocks by column, and an image (B, H, W) without values where those classes are."""
    labels = (np.arange(SIDE) * classes // SIDE + 1)[None].repeat(SIDE, axis=0).astype(np.uint8)
    image = (labels + np.random.default_rng(0).normal(0, 0.2, (2, SIDE, SIDE))).astype(np.float32)
    image[1, np.isin(labels, without)] = np.nan  # one band is enough
    return labels, image


def warnings(ground: Any) -> list[str]:
    return [event["text"] for event in ground.heard if event["event"] == "warning"]


@pytest.mark.parametrize(
    ("without", "told"),
    [((2,), "“2” lies only where some band of the imagery has no data"), ((2, 4), "“2”, “4” lie only where")],
)
def test_a_class_without_data_is_told_by_its_name_once(ground: Any, without: tuple[int, ...], told: str) -> None:
    job = ground.job(ground.scene(*holed(4, without)), model="random_forest", model_parameters={})
    prepared = ground.prepare(job)
    assert [text for text in warnings(ground) if told in text]
    fit_classifier(job, prepared, ground.events)
    assert not [text for text in warnings(ground) if "no training pixels" in text]


def test_one_class_with_data_is_refused_by_the_names_of_the_others(ground: Any) -> None:
    with pytest.raises(BadInputError, match="Fewer than two classes are left: “2” lies only where"):
        ground.prepare(ground.job(ground.scene(*holed(2, (2,)))))
    job = replace(ground.job(ground.scene(*holed(3, (1, 3)))), run_folder=str(ground.folder / "two"))
    with pytest.raises(BadInputError, match="“1”, “3” lie only where some band"):
        ground.prepare(job)


def test_gaps_within_a_class_are_no_trouble(ground: Any) -> None:
    labels, image = holed(3, ())
    image[:, ::2] = np.nan
    ground.prepare(ground.job(ground.scene(labels, image)))
    assert warnings(ground) == []


def test_a_class_of_few_pixels_is_called_by_its_name(ground: Any) -> None:
    labels, image = holed(2, ())
    labels[:2, :3] = 3
    job = ground.job(ground.scene(labels, image), model="random_forest", model_parameters={}, split="none")
    fit_classifier(job, ground.prepare(job), ground.events)
    assert [text for text in warnings(ground) if text.startswith("Class “3” has only 6 training pixels.")]
