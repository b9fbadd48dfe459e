"""A card whose numbers can't be is refused before anything is allocated by it; a flipped bit is seen."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.labels.legend import Legend
from outcrop.core.model.card_file import read_card, write_card
from outcrop.core.model.companion import Companion
from outcrop.core.model.model_card import ModelCard
from outcrop.core.model.model_file import load_model, save_model
from safetensors.numpy import save_file

LOOK = Normalisation("mean_deviation", *((0.5, 0.5),) * 6)
CARD = ModelCard(
    name="m",
    architecture="unet", architecture_parameters={}, bands=("red", "green"), data_type="uint8",
    legend=Legend.from_names(["rock", "sand"]), normalisation=LOOK,
    pixel_size_m=1.0, tile_px=64, margin_px=8, recipe={},
    measures={"miou": 0.5, "confusion": {"matrix": [[1, 2], [3, 4]], "unpredicted": [0, 0]}},
)  # fmt: skip

FOREST = {"architecture": "random_forest", "architecture_parameters": {}, "margin_px": 0, "temperature": 1.0}


def changed(**values: Any) -> str:
    return json.dumps({**json.loads(CARD.to_json()), **values})


@pytest.mark.parametrize(
    "values",
    [
        {"margin_px": 10**6}, {"margin_px": -1}, {"margin_px": 1.5}, {"margin_px": True}, {"tile_px": 0},
        {"pixel_size_m": 0}, {"pixel_size_m": float("nan")}, {"pixel_size_m": 10**400}, {"pixel_size_m": -3.0},
        {"bands": [1, 2]}, {"bands": []}, {"bands": ["red"]}, {"bands": None}, {"legend": []}, {"legend": [None]},
        {"normalisation": {**LOOK.to_dict(), "scale": [0.0, 1.0]}},
        {"normalisation": {**LOOK.to_dict(), "scale": [1.0]}},
        {"normalisation": {**LOOK.to_dict(), "offset": [float("nan"), 1.0]}},
        {"normalisation": {**LOOK.to_dict(), "low": [float("inf"), 1.0]}},
        {"normalisation": {**LOOK.to_dict(), "method": "other"}},
        {"measures": {"confusion": {"matrix": [[1, 2, 3], [4, 5, 6], [7, 8, 9]]}}}, {"measures": {"confusion": 5}},
        {"measures": {"classes": [1]}}, {"measures": []}, {"recipe": "quick"}, {"name": 7}, {"format": "1"},
        {"companions": [{}]}, {"companions": 5}, {"companions": ["unet"]}, {"companions": [FOREST] * 9},
        {"companions": [{**FOREST, "margin_px": -1}]}, {"companions": [{**FOREST, "weight": "much"}]},
        {"companions": [{**FOREST, "weight": -1}]}, {"companions": [{**FOREST, "weight": float("nan")}]},
        {"companions": [{**FOREST, "temperature": 0}]},
        {"companions": [{**FOREST, "architecture_parameters": 3}]}, {"companions": [{**FOREST, "architecture": 3}]},
        {"format": 10**9}, {"notes": None}, {"band_filters": {"red": 1}}, {"unheard_of": 1},
    ],
)  # fmt: skip
def test_a_card_that_no_training_wrote_is_refused(values: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "m.safetensors"
    save_file({"weight": np.zeros(3, np.float32)}, path, metadata={"outcrop": changed(**values)})
    with pytest.raises(BadInputError, match=r"damaged|newer"):
        read_card(path)


def test_a_card_with_companions_comes_back_and_one_without_is_as_before(tmp_path: Path) -> None:
    together = replace(CARD, companions=(Companion(**FOREST),))
    save_model(tmp_path / "m.safetensors", together, {"weight": np.zeros(3, np.float32)})
    assert read_card(tmp_path / "m.safetensors") == together
    assert together.architectures == ("unet", "random_forest")
    assert json.loads(together.to_json())["format"] == 2
    plain = json.loads(CARD.to_json())
    assert plain["format"] == 1
    assert "companions" not in plain


def test_a_card_from_before_there_were_digests_is_read(tmp_path: Path) -> None:
    path = tmp_path / "m.safetensors"
    save_file({"weight": np.zeros(3, np.float32)}, path, metadata={"outcrop": CARD.to_json()})
    assert read_card(path) == load_model(path)[0] == CARD
    write_card(path, CARD.renamed("n"))
    assert load_model(path)[0].name == "n"


@pytest.mark.parametrize("weight", [float("nan"), float("inf")])
def test_weights_that_are_no_numbers_are_refused(weight: float, tmp_path: Path) -> None:
    save_model(tmp_path / "m.safetensors", CARD, {"weight": np.array([1.0, weight], np.float32)})
    with pytest.raises(BadInputError, match="no finite number"):
        load_model(tmp_path / "m.safetensors")


def test_every_flipped_bit_is_seen(tmp_path: Path) -> None:
    path, random = tmp_path / "m.safetensors", np.random.default_rng(16)
    arrays = {"weight": random.normal(size=50).astype(np.float32), "count": np.array([7], np.int64)}
    save_model(path, CARD, arrays)
    whole = path.read_bytes()
    for place in random.integers(0, len(whole), 300):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << int(random.integers(8))
        path.write_bytes(flipped)
        try:
            card, back = load_model(path)
        except BadInputError:
            continue
        assert card == CARD  # it was a space, or in a name that nobody reads
        assert all(np.array_equal(arrays[name], back[name]) for name in arrays)


def test_renaming_keeps_the_weights_digest(tmp_path: Path) -> None:
    path = tmp_path / "m.safetensors"
    save_model(path, CARD, {"weight": np.arange(9, dtype=np.float32)})
    write_card(path, replace(CARD, name="other", notes="a note"))
    card, arrays = load_model(path)
    assert (card.name, card.notes, arrays["weight"].tolist()) == ("other", "a note", list(range(9)))
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(BadInputError, match="weights in"):
        load_model(path)


@pytest.mark.parametrize(
    "entry",
    [
        {"dtype": "F32", "shape": [3], "data_offsets": [0, float("inf")]}, {"dtype": "F32", "shape": [10**30]},
        {"dtype": "F99", "shape": [3], "data_offsets": [0, 12]},
        {"dtype": "F32", "shape": [-3], "data_offsets": [0, 12]},
        {"dtype": "F32", "shape": [2**40], "data_offsets": [0, 2**42]}, None, 5, [], {"dtype": None},
        {"dtype": "F32", "shape": [3], "data_offsets": [4, 16]},
        {"dtype": "F32", "shape": 3, "data_offsets": [0, 12]},
        {"dtype": "F32", "shape": [3], "data_offsets": [0, 10**400]},
    ],
)  # fmt: skip
def test_arrays_that_cannot_be_are_refused(entry: Any, tmp_path: Path) -> None:
    path = tmp_path / "m.safetensors"
    header = json.dumps({"__metadata__": {"outcrop": CARD.to_json()}, "weight": entry}).encode()
    path.write_bytes(len(header).to_bytes(8, "little") + header + bytes(12))
    for read in (read_card, load_model):
        with pytest.raises(BadInputError):
            read(path)
