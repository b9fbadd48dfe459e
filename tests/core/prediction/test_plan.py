"""The plan of a prediction: tiles that fit how the imagery is stored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.events import Events
from outcrop.core.geodata.grid import Window
from outcrop.core.geodata.stack import Stack
from outcrop.core.jobs.predict import predict
from outcrop.core.prediction import plan
from outcrop.core.prediction.jobs import PredictJob


def predicted(model: str, image: str, out: Path, **job: Any) -> np.ndarray:
    result = predict(PredictJob((model,), (image,), str(out), engine="torch", **job), Events())
    with rasterio.open(result["out"]) as file:
        return file.read(1)


@pytest.mark.parametrize("place", [{}, {"centre": (400_600.0, 4_699_400.0)}])
def test_imagery_in_long_rows_is_read_in_rows_of_low_tiles(
    place: dict[str, Any],
    make_model: Callable[..., str],
    make_image: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    image, model = make_image(), make_model(margin=8)
    expected = predicted(model, image, tmp_path / "a.tif")
    windows: list[Window] = []
    read_stack = Stack.read

    def noted(stack: Stack, window: Window, mirrored: bool = False) -> tuple[np.ndarray, np.ndarray]:
        windows.append(window)
        return read_stack(stack, window, mirrored)

    monkeypatch.setattr(Stack, "read", noted)
    monkeypatch.setattr(plan, "_LEAST_HEIGHT_PX", 48)
    monkeypatch.setattr(plan, "_ROWS_KEPT_BYTES", 48 * 120 * 3)
    found = predicted(model, image, tmp_path / "b.tif", **place)

    assert np.array_equal(found, expected)
    tiles = {window for window in windows if window.width > 100}
    assert len(tiles) == 4
    assert max(window.height for window in tiles) <= 48
