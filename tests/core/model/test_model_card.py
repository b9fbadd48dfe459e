"""A model file's card can be changed without touching the weights; broken and foreign files are told."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.labels.legend import Legend
from outcrop.core.model.card_file import HEADER_KEY, read_card, read_header, write_card
from outcrop.core.model.model_card import ModelCard
from outcrop.core.model.model_file import load_model, save_model


def a_card() -> ModelCard:
    one = (1.0,)
    return ModelCard(
        name="dikes", architecture="unet_improved", architecture_parameters={}, bands=("Red",),
        legend=Legend.from_names(["background", "dike"]),
        normalisation=Normalisation("none", (0.0,), one, (0.0,), one, (0.0,), one), pixel_size_m=0.5,
        data_type="uint16", tile_px=128, margin_px=8, recipe={"epochs": 40},
    )  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "model.safetensors"
    save_model(path, a_card(), {"weight": np.arange(7, dtype=np.float32), "count": np.array([3], np.int64)})
    return path


def with_card(path: Path, text: str, tensors: object = None) -> None:
    header = json.dumps({"__metadata__": {HEADER_KEY: text}, **(tensors or {})}).encode()
    path.write_bytes(struct.pack("<Q", len(header)) + header)


def test_another_card_leaves_the_weights_alone(file: Path) -> None:
    write_card(file, a_card().renamed("Dikes of Ōshima").noted("North slope only. “Good” at noon."))
    card, arrays = load_model(file)
    assert (card.name, card.notes) == ("Dikes of Ōshima", "North slope only. “Good” at noon.")
    assert arrays["weight"].tolist() == list(range(7))
    assert arrays["count"].tolist() == [3]
    assert struct.unpack("<Q", file.read_bytes()[:8])[0] % 8 == 0
    assert [path.name for path in file.parent.iterdir()] == ["model.safetensors"]


def test_other_metadata_stays(file: Path) -> None:
    header = dict(read_header(file))
    start = 8 + struct.unpack("<Q", file.read_bytes()[:8])[0]
    weights = file.read_bytes()[start:]
    header["__metadata__"] = {**header["__metadata__"], "stac": "kept"}
    text = json.dumps(header).encode()
    file.write_bytes(struct.pack("<Q", len(text)) + text + weights)
    write_card(file, a_card().noted("new"))
    assert read_header(file)["__metadata__"]["stac"] == "kept"


def test_foreign_file_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "foreign.safetensors"
    text = json.dumps({"__metadata__": {"format": "pt"}}).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text)
    before = path.read_bytes()
    with pytest.raises(BadInputError, match="no model card"):
        write_card(path, a_card())
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "header",
    [b"[]", b"3", b'{"__metadata__": "x"}', b'{"__metadata__": []}', b"{}", b'{"a": 1}', b"\xff\xfe", b"{", b"null"],
)
def test_strange_headers_are_told(tmp_path: Path, header: bytes) -> None:
    path = tmp_path / "strange.safetensors"
    path.write_bytes(struct.pack("<Q", len(header)) + header)
    with pytest.raises(BadInputError):
        read_card(path)


@pytest.mark.parametrize("tensors", [{"w": 3}, {"w": {}}, {"w": {"data_offsets": []}}, {"w": {"data_offsets": None}}])
def test_strange_tensors_are_told(tmp_path: Path, tensors: object) -> None:
    path = tmp_path / "strange.safetensors"
    with_card(path, a_card().to_json(), tensors)
    with pytest.raises(BadInputError, match="damaged"):
        read_card(path)


VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=3)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(key="legend", value="")
@given(key=st.sampled_from([*json.loads(a_card().to_json())]), value=VALUES)
def test_card_with_a_strange_value_is_read_or_told(tmp_path: Path, key: str, value: object) -> None:
    path = tmp_path / "strange.safetensors"
    with_card(path, json.dumps({**json.loads(a_card().to_json()), key: value}))
    try:
        card = read_card(path)
    except BadInputError:
        return
    assert isinstance(card.measures, dict)
    assert card.legend.names
    assert isinstance(card.name, str)
