"""Model files: card and arrays in one file, and what is no model file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.labels.legend import Legend
from outcrop.core.model.card_file import read_card
from outcrop.core.model.model_card import ModelCard
from outcrop.core.model.model_file import load_model, save_model

ROOT = Path(__file__).resolve().parents[3]


def make_card() -> ModelCard:
    scaling = Normalisation("none", *[(float(n), 2.0) for n in range(6)])
    return ModelCard(
        name="dikes",
        architecture="unet",
        architecture_parameters={"width": 4},
        bands=("Red", "Nahes Infrarot"),
        legend=Legend.from_names(["background", "Pegmatit"]),
        normalisation=scaling,
        pixel_size_m=1.0,
        data_type="uint16",
        tile_px=64,
        margin_px=8,
        recipe={"name": "quick"},
        measures={"miou": 0.5},
        provenance={"seed": 1},
    )


def test_card_and_arrays_come_back(tmp_path: Path) -> None:
    path = tmp_path / "m.safetensors"
    arrays = {"weight": np.arange(6, dtype=np.float32).reshape(2, 3).T, "count": np.array(3)}
    save_model(path, make_card(), arrays)
    card, back = load_model(path)
    assert card == make_card()
    assert all(np.array_equal(arrays[name], back[name]) for name in arrays)


def test_card_is_read_without_any_library(tmp_path: Path) -> None:
    path = tmp_path / "m.safetensors"
    save_model(path, make_card(), {"weight": np.zeros(3, np.float32)})
    code = (
        "import sys, runpy\n"
        "for name in ('torch', 'safetensors', 'rasterio'): sys.modules[name] = None\n"
        f"runpy.run_path({str(ROOT / 'core' / '__main__.py')!r})['bind_package']()\n"
        "from outcrop.core.model.card_file import read_card\n"
        f"print(read_card({str(path)!r}).legend.names)\n"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False)
    assert "Pegmatit" in done.stdout, done.stderr


def test_what_is_no_model_file_is_refused(tmp_path: Path) -> None:
    whole = tmp_path / "m.safetensors"
    save_model(whole, make_card(), {"weight": np.zeros(1000, np.float32)})
    content = whole.read_bytes()
    cases = {"empty": b"", "text": b"hello, I am no model", "short": content[:-100], "header": content[:200]}
    for name, data in cases.items():
        path = tmp_path / f"{name}.safetensors"
        path.write_bytes(data)
        with pytest.raises(BadInputError, match=name):
            read_card(path)
    with pytest.raises(BadInputError, match="can't be read"):
        read_card(tmp_path / "gone.safetensors")


def test_foreign_weights_are_refused(tmp_path: Path) -> None:
    from safetensors.numpy import save_file

    path = tmp_path / "foreign.safetensors"
    save_file({"weight": np.zeros(3, np.float32)}, path)
    with pytest.raises(BadInputError, match="no model card"):
        load_model(path)
