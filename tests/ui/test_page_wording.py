"""A model's card speaks QGIS's language, and writes numbers and dates as its locale does."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.labels.legend import Legend
from outcrop.core.model.model_card import ModelCard
from outcrop.core.parameters import to_dict
from outcrop.core.report.pages.model_page import model_body
from outcrop.core.training.settings.recipe import Recipe
from outcrop.ui.page_wording import page_wording
from outcrop.ui.translation import install_translation, remove_translation
from qgis.PyQt.QtCore import QLocale

ONE = (1.0,)
COUNT = {"polygons": 37, "pixels": 21300, "area_m2": 2130000.0}
CARD = ModelCard(
    name="dikes", architecture="unet_improved", architecture_parameters={"width": 16}, bands=("Red",),
    legend=Legend.from_names(["background", "dike"]),
    normalisation=Normalisation("percentiles", (0.0,), ONE, (0.0,), ONE, (0.0,), ONE), pixel_size_m=0.5,
    data_type="uint16", tile_px=128, margin_px=8, recipe=to_dict(Recipe(minutes=15.0, block_px=64)),
    measures={"miou": 0.625, "f1": 0.5, "accuracy": 0.9, "kappa": 0.4, "classes": {"dike": {"iou": 0.4}}},
    band_filters={"Red": "red"}, notes="Fits well.",
    provenance={
        "finished": "2026-11-20T14:32:00+00:00", "seconds": 540.0, "seed": 1, "images": ["a.tif"], "labels": ["a.gpkg"],
        "label_counts": [{"dike": COUNT}], "split": "blocks of 640 m", "pixels": {"training": {"dike": 21300}},
        "python": "3.11.2", "numpy": "2.0", "start_from": "old.safetensors", "best_epoch": 6, "epochs": 40,
        "steps": 12800, "training_seconds": 500.0, "tiles_measured_on": [4, 8], "device": "CPU", "processes": 1,
        "torch": "2.9", "pretrained_weights": {"resnet": "imagenet"}, "pixels_learned_from": {"dike": 9},
        "imported_from": "a.onnx", "imported_at": "2026-11-20T14:32:00+00:00", "onnx_sha256": "0",
    },
)  # fmt: skip
OF_EVERY_LANGUAGE = {"", "F1", "IoU", "Python", "NumPy", "PyTorch", "α", "γ", "background", "dike"}


@pytest.fixture
def locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.fixture
def chinese(locale: None) -> Iterator[None]:
    translator = install_translation(QLocale("zh_CN"))
    QLocale.setDefault(QLocale("zh_CN"))
    yield
    remove_translation(translator)


def labels(page: str) -> set[str]:
    """Give headings, heads of columns, and what stands first in a row without being a number."""
    return set(re.findall(r"<(?:h2|th)>(.*?)</(?:h2|th)>", page)) | set(re.findall(r"<tr><td>(.*?)</td>", page))


def test_chinese_card_has_no_english_label(chinese: None) -> None:
    page = model_body(CARD, page_wording())
    found = labels(page) - OF_EVERY_LANGUAGE
    assert {"类别", "论文", "完成时间", "学习率", "方案"} <= found
    assert len(found) > 60
    assert [label for label in found if not re.search("[一-鿿]", label)] == []


def test_chinese_card_has_no_english_choice(chinese: None) -> None:
    page = model_body(CARD, page_wording())
    for wanted in ("改进的 U-Net", "快速", "是", "约 9 分钟"):
        assert wanted in page, wanted
    for unwanted in ("blocks<", "one_cycle", "one cycle", "True", "quick", "adamw<", "percentiles"):
        assert unwanted not in page, unwanted


def test_numbers_and_dates_follow_the_locale(locale: None) -> None:
    QLocale.setDefault(QLocale("de_DE"))
    page = model_body(CARD, page_wording())
    for wanted in ("0,625", "0,5 m", "21.300", "20.11.26", "12.800"):
        assert wanted in page, wanted
    assert '<td class="n">21.300</td>' in page
