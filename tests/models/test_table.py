"""The list of models: complete, readable without torch, and clear about what isn't in it."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest
from outcrop.core.errors import BadInputError, UnknownNameError
from outcrop.core.model.architecture import CLASSIFIER, NETWORK
from outcrop.core.model.catalogue import architecture, architectures
from outcrop.core.parameters import check, describe
from outcrop.models import TABLE, build

ROOT = Path(__file__).resolve().parents[2]
METHODS = [
    "unet", "unet_improved", "unet_vgg", "unet_mobilenetv3", "unet_residual", "albunet", "linknet", "fcn8s", "fcn16s",
    "fcn32s", "segnet", "deeplabv3plus", "deeplabv3plus_attention", "encoder_head", "random_forest", "svm",
    "maximum_likelihood", "logistic_regression",
]  # fmt: skip


def test_every_method_of_the_papers_is_listed_in_order() -> None:
    assert list(TABLE) == METHODS
    assert list(architectures()) == METHODS
    assert [entry.kind for entry in TABLE.values()] == [NETWORK] * 14 + [CLASSIFIER] * 4


@pytest.mark.parametrize("key", METHODS)
def test_entries_are_complete(key: str) -> None:
    entry = TABLE[key]
    assert entry is architecture(key)
    assert entry.key == key
    assert all(text.strip() for text in (entry.title, entry.paper, entry.good_for))
    assert entry.good_for.endswith(".")
    assert "doi" in entry.paper or "arXiv" in entry.paper
    check(entry.parameters())
    for parameter in describe(entry.parameters):
        assert parameter.label
        assert parameter.help.endswith(".")


@pytest.mark.parametrize("key", METHODS[:14])
def test_builders_are_where_the_table_says(key: str) -> None:
    module, function = TABLE[key].builder.split(":")
    assert callable(getattr(importlib.import_module(f"outcrop.models.{module}"), function))


def test_titles_are_different() -> None:
    assert len({entry.title for entry in TABLE.values()}) == len(TABLE)


def test_the_list_is_read_without_torch_and_everything_heavy() -> None:
    program = """
import sys, runpy
for name in ("torch", "torchvision", "timm", "numpy", "safetensors", "sklearn", "scipy", "rasterio"):
    sys.modules[name] = None
runpy.run_path("core/__main__.py")["bind_package"]()
from outcrop.models import TABLE
from outcrop.core.parameters import describe
import outcrop.models.encoders.pretrained
print(sum(len(describe(entry.parameters)) for entry in TABLE.values()))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 50


def test_an_unknown_key_lists_the_valid_ones() -> None:
    with pytest.raises(UnknownNameError, match=r"no model “u-net”.*unet_improved"):
        build("u-net", 3, 2)


def test_an_unknown_parameter_lists_the_valid_ones() -> None:
    with pytest.raises(UnknownNameError, match=r"no parameter “widht”.*depth, pixel_branch, width"):
        build("unet", 3, 2, widht=8)


@pytest.mark.parametrize(("bands", "classes"), [(0, 2), (3, 1), (3, 255)])
def test_impossible_numbers_of_bands_and_classes_are_refused(bands: int, classes: int) -> None:
    with pytest.raises(BadInputError):
        build("unet", bands, classes)


def test_pretraining_is_the_papers_where_they_say_so() -> None:
    pretrained = [key for key, entry in TABLE.items() if getattr(entry.parameters(), "weights", "none") == "imagenet"]
    assert pretrained == ["albunet", "linknet", "deeplabv3plus", "deeplabv3plus_attention", "encoder_head"]
    encoders = {
        key: TABLE[key].parameters().encoder for key in METHODS[:14] if hasattr(TABLE[key].parameters(), "encoder")
    }
    assert encoders == {
        "unet_vgg": "vgg16", "unet_mobilenetv3": "mobilenetv3_large_100", "albunet": "resnet34", "linknet": "resnet50",
        "fcn8s": "vgg19", "fcn16s": "vgg19", "fcn32s": "vgg19", "deeplabv3plus": "resnet50",
        "deeplabv3plus_attention": "resnet50", "encoder_head": "resnet50",
    }  # fmt: skip
