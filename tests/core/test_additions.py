"""A newcomer's first hour: in a copy of the tree, what CONTRIBUTING says is one file and one line is no more."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOSS = '''

def absolute(
    logits: Tensor, labels: Tensor, class_weights: Optional[Tensor] = None, options: LossOptions = DEFAULTS,
    pixel_weights: Optional[Tensor] = None,
) -> Tensor:
    """Average 1 - p of the true class over labelled pixels."""
    del options
    pixels = _labelled_pixels(logits, labels, pixel_weights)
    return _pixel_mean(1.0 - pixels.log_p.exp().where(pixels.truth, 0.0).sum(dim=1), pixels, class_weights)
'''
ENGINE = '''"""An engine that says who it is."""

from .torch_engine import open_exact


def open_engine(member, request, device):
    engine = open_exact(member, request, device)
    engine.name = "newcomer"
    return engine
'''
SOURCE = '''"""Marks: a text file with a row, a column and a class in every line."""

from pathlib import Path

import numpy as np

from .label_source import LabelSource, ids_of


def open_marks(scene, grid, all_touched):
    del grid, all_touched
    return Marks(scene.labels) if scene.labels.endswith(".marks") else None


class Marks(LabelSource):
    def __init__(self, path):
        super().__init__()
        rows = [line.split() for line in Path(path).read_text().splitlines()]
        self._marks = [(int(row), int(col), name) for row, col, name in rows]

    def class_names(self):
        return sorted({name for _, _, name in self._marks})

    def use(self, legend):
        self._ids = ids_of([name for _, _, name in self._marks], legend)

    def read(self, window):
        ids = np.zeros(window.shape, np.uint8)
        for (row, col, _), number in zip(self._marks, self._ids):
            if window.row <= row < window.row + window.height and window.col <= col < window.col + window.width:
                ids[row - window.row, col - window.col] = number
        return ids
'''
FUNCTION = '''"""Twice: every band, doubled."""

from dataclasses import dataclass

from ..base.method import Method, OutputBand
from ...parameters import parameter


@dataclass(frozen=True)
class TwiceParameters:
    times: float = parameter(2.0, "Times", "What every value is multiplied by.")

    def checked(self):
        return self


def start(stack, parameters, events):
    bands = tuple(OutputBand(band.name) for band in stack.bands)
    return Method(bands, lambda values, ground: parameters.times * values)
'''
ENTRY = (
    '    RasterFunction("twice", "Twice", "Doubles values.", "Raster", "Any.", TwiceParameters, '
    '"base.twice:start", "Own"),\n'
)
TRIAL = """
import runpy, sys
import numpy as np
from pathlib import Path

root, folder = Path(sys.argv[1]), Path(sys.argv[2])
runpy.run_path(str(root / "core" / "__main__.py"))["bind_package"]()
import rasterio
from outcrop.core.commands.command_line import main

def run(*words):
    assert main([str(word) for word in words]) == 0, words

profile = dict(driver="GTiff", width=64, height=64, count=2, dtype="uint8", crs="EPSG:32654",
               transform=rasterio.Affine(10, 0, 600_000, 0, -10, 4_740_000))
image = np.random.default_rng(0).integers(1, 90, (2, 64, 64)).astype(np.uint8)
image[:, :, 32:] += 100
with rasterio.open(folder / "i.tif", "w", **profile) as file:
    file.write(image)
marks = [f"{row} {col} {'east' if col >= 32 else 'west'}" for row in range(64) for col in range(64)]
(folder / "l.marks").write_text("\\n".join(marks))
run("train", "--image", folder / "i.tif", "--labels", folder / "l.marks", "--set", "loss=absolute", "--epochs", "1",
    "--set", "model_parameters.width=4", "--set", "model_parameters.depth=1", "--set", "tile_px=32", "--set",
    "stride_px=32", "--set", "gap_px=2", "--device", "cpu", "--out", folder / "m.safetensors")
run("predict", "--image", folder / "i.tif", "--model", folder / "m.safetensors", "--engine", "newcomer", "--device",
    "cpu", "--out", folder / "p.tif")
run("twice", "--image", folder / "i.tif", "--out", folder / "t.tif")
with rasterio.open(folder / "t.tif") as file:
    assert (file.read() == 2.0 * image).all()
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Copy what the command line needs of the checkout."""
    copy = tmp_path / "checkout"
    for folder in ("core", "models"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("__init__.py", "metadata.txt"):
        shutil.copy(ROOT / file, copy / file)
    return copy


def change(path: Path, line: str, by: str) -> None:
    """Change one line of a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(line) == 1, line
    path.write_text(text.replace(line, by), encoding="utf-8")


def import_in(path: Path, line: str) -> None:
    """Add the import that a line needs."""
    text = path.read_text(encoding="utf-8")
    first = text.index("\nfrom ")
    first = text.index("\nfrom ", first + 1)  # after that of annotations
    path.write_text(f"{text[:first]}\n{line}{text[first:]}", encoding="utf-8")


@pytest.mark.slow
def test_a_loss_an_engine_a_label_source_and_a_function_are_one_file_and_one_line(tree: Path, tmp_path: Path) -> None:
    core = tree / "core"
    with (core / "training" / "optimisation" / "losses.py").open("a", encoding="utf-8") as file:
        file.write(LOSS)
    change(core / "training" / "settings" / "choices.py", "LOSSES = (", 'LOSSES = ("absolute", ')
    engines = core / "prediction" / "engines"
    (engines / "newcomer_engine.py").write_text(ENGINE)
    change(engines / "table.py", "] = {\n", '] = {\n    "newcomer": EngineEntry("newcomer_engine:open_engine"),\n')
    sources = core / "labels" / "sources"
    (sources / "marks_source.py").write_text(SOURCE)
    change(sources / "sources.py", "...] = (\n", "...] = (\n    SourceEntry(DRAWN, open_marks),\n")
    import_in(sources / "sources.py", "from .marks_source import open_marks")
    functions = core / "preparation" / "functions.py"
    (core / "preparation" / "base" / "twice.py").write_text(FUNCTION)
    change(functions, "...] = (\n", f"...] = (\n{ENTRY}")
    import_in(functions, "from .base.twice import TwiceParameters")

    command = [sys.executable, "-I", "-c", TRIAL, str(tree), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "newcomer" in done.stdout + done.stderr
