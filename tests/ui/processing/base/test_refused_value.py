"""Values that a parameter doesn't take: the parameter is named, the value, and what it takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProcessingException


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("RECIPE", "quik", "Recipe (RECIPE) can’t be “quik”. Give one of: quick, best, "),
        ("MODEL", "", "Model (MODEL) can’t be “”. Give one of: unet, "),
        ("EPOCHS", -3, "Epochs (EPOCHS) can’t be -3. Give a number from 1 to 100,000."),
        ("VALIDATION_SHARE", 7, "Validation share (VALIDATION_SHARE) can’t be 7. Give a number from 0 to 0.9."),
        ("SEED", -7, "Seed (SEED) can’t be -7. Give 0 or more."),
        ("EXTENT", "here", "Extent (EXTENT) can’t be “here”. Give the bounds xmin, xmax, ymin, ymax and"),
        ("INPUT", "nowhere.tif", "nowhere.tif"),
    ],
)
def test_what_is_taken_is_said(
    run: Callable, scene: Any, quick: dict[str, Any], tmp_path: Path, name: str, value: object, text: str
) -> None:
    with pytest.raises(QgsProcessingException) as refused:
        run("train", {**scene.data, **quick, "MODEL_FILE": str(tmp_path / "model"), name: value})
    assert text in str(refused.value)


def test_a_file_of_another_kind_is_named(run: Callable, scene: Any, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException) as refused:
        run("predict", {"INPUT": scene.image, "MODEL_FILE": scene.image, "OUTPUT": str(tmp_path / "map.tif")})
    assert "Model file (MODEL_FILE) takes files of the kind .safetensors, not “" in str(refused.value)
    assert "rocks.tif" in str(refused.value)


def test_what_is_missing_is_named(run: Callable, scene: Any, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException) as refused:
        run("predict", {"INPUT": scene.image, "OUTPUT": str(tmp_path / "map.tif")})
    assert "Model file (MODEL_FILE) is missing." in str(refused.value)
