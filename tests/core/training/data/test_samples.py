"""Samples: tiles worth looking at, as pictures in true colours and those of the legend."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.labels.legend import Legend
from outcrop.core.labels.parts import VALIDATION
from outcrop.core.training.data.samples import SampleTile, choose_samples, draw_samples

LEGEND = Legend.from_names(["background", "dike"], {"background": "#0a141e", "dike": "#c80032"})
SCALING = Normalisation("percentiles", *((number,) * 4 for number in (50.0, 50.0, 0.0, 100.0, 50.0, 20.0)))


def read(path: Path) -> np.ndarray:
    with rasterio.open(path) as file:
        return file.read().transpose(1, 2, 0)


def test_rows_of_image_label_and_prediction(tmp_path: Path) -> None:
    raw = np.zeros((4, 8, 8), np.float32)
    raw[0], raw[1], raw[2], raw[3] = 77, 100, 0, 50  # near infrared, red, green, blue
    labels = np.zeros((8, 8), int)
    labels[:4], labels[4:6] = 1, 2
    valid = np.ones((8, 8), bool)
    valid[7] = False
    sample = SampleTile((raw - 50) / 50, labels, np.full((8, 8), 2), valid)
    path = tmp_path / "s.png"

    draw_samples(path, [sample, sample], ("Near infrared", "Red", "Green", "Blue"), SCALING, LEGEND)

    picture = read(path)
    assert picture.shape == (8 + 4 + 8, 8 + 4 + 8 + 4 + 8, 3)
    assert picture[0, 0].tolist() == [255, 0, 127]
    assert picture[7, 0].tolist() == [255, 255, 255]
    assert picture[0, 12].tolist() == [10, 20, 30]
    assert picture[4, 12].tolist() == [200, 0, 50]
    assert picture[6, 12].tolist() == [255, 255, 255]
    assert picture[0, 24].tolist() == [200, 0, 50]
    assert picture[7, 24].tolist() == [255, 255, 255]
    assert (picture[8:12] == 255).all()
    assert np.array_equal(picture[:8], picture[12:])


def test_one_band_is_grey(tmp_path: Path) -> None:
    sample = SampleTile(
        np.zeros((1, 4, 4), np.float32), np.ones((4, 4), int), np.ones((4, 4), int), np.ones((4, 4), bool)
    )
    draw_samples(tmp_path / "g.png", [sample], ("elevation",), SCALING, LEGEND)
    assert read(tmp_path / "g.png")[0, 0].tolist() == [127, 127, 127]


def test_tiles_with_most_classes_are_chosen(ground: Any) -> None:
    labels = np.ones((64, 64), np.uint8)
    labels[:, 40:44] = 2
    prepared = ground.prepare(ground.job(ground.scene(labels), block_px=8, gap_px=0))
    places = prepared.validation_places(16)
    chosen = choose_samples(prepared.scenes, places, VALIDATION, 2)
    counts = [len(np.unique(prepared.scenes[scene].labels(w, VALIDATION)[...])) for scene, w in places]
    best = [len(np.unique(prepared.scenes[scene].labels(w, VALIDATION))) for scene, w in chosen]
    assert sorted(counts, reverse=True)[: len(best)] == best
    assert 1 <= len(chosen) <= 4
    assert chosen == choose_samples(prepared.scenes, places, VALIDATION, 2)
