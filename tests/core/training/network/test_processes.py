"""Several processes train one model as one process trains it with their batches together."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from outcrop.core.assessment.confusion import Confusion
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.jobs.specs import job_to_json
from outcrop.core.jobs.training.train import train
from outcrop.core.model import devices
from outcrop.core.model.model_file import load_model
from outcrop.core.training.network.processes import Processes

ROOT = Path(__file__).resolve().parents[4]
SETTINGS = {"loss": "cross_entropy", "rotate_degrees": 30.0, "noise": 0.1, "colour_jitter": 0.1, "epochs": 3}


def curve(run_folder: str) -> np.ndarray:
    """Give the losses of training and validation, and mIoU, by epoch."""
    with (Path(run_folder) / "epochs.csv").open(newline="") as file:
        return np.array(
            [[float(row[key]) for key in ("loss", "validation_loss", "miou")] for row in csv.DictReader(file)]
        )


@pytest.mark.slow
@pytest.mark.parametrize("pixel_branch", [False, True])
def test_two_processes_learn_as_one_with_the_doubled_batch(
    pixel_branch: bool, ground: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(devices, "bfloat16_pays", lambda: False)  # its rounding is more than the bounds below
    parameters = {**ground.recipe.model_parameters, "pixel_branch": pixel_branch}
    alone = ground.job(batch_size=8, model_parameters=parameters, **SETTINGS)
    train(alone, Events())
    together = replace(
        alone, recipe=replace(alone.recipe, batch_size=4), model_file=str(tmp_path / "two.safetensors"),
        run_folder=str(tmp_path / "two"),
    )  # fmt: skip
    script = tmp_path / "train.py"
    script.write_text(
        "import json, os, pathlib, runpy, sys\n"
        f"runpy.run_path({str(ROOT / 'core' / '__main__.py')!r})['bind_package']()\n"
        "from outcrop.core.events import Events\n"
        "from outcrop.core.jobs.specs import read_job\n"
        "from outcrop.core.jobs.training.train import train\n"
        "from outcrop.core.model import devices\n"
        "devices.bfloat16_pays = lambda: False\n"
        "result = sorted(train(read_job(sys.argv[1]), Events()))\n"
        "pathlib.Path(sys.argv[1]).with_name(f'result_{os.environ[\"RANK\"]}.json').write_text(json.dumps(result))"
    )
    job_file = tmp_path / "job.json"
    job_file.write_text(job_to_json(together))
    run = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node=2"]
    done = subprocess.run(
        [*run, str(script), str(job_file)],
        capture_output=True, text=True, check=False, env={**os.environ, "OMP_NUM_THREADS": "1"}, timeout=300,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    one, two = curve(alone.run_folder), curve(together.run_folder)
    assert one.shape == (3, 3)
    assert np.allclose(one, two, rtol=1e-4), (one, two)
    assert one[-1, 0] < 0.8 * one[0, 0]
    weights, expected = load_model(together.model_file)[1], load_model(alone.model_file)[1]
    assert all(np.allclose(weights[name], expected[name], atol=1e-3) for name in expected)
    first, second = (json.loads((tmp_path / f"result_{rank}.json").read_text()) for rank in (0, 1))
    assert "model_file" in first
    assert second == []


def test_one_process_alone_needs_no_other() -> None:
    processes = Processes()
    confusion = Confusion(2)
    confusion.add(np.array([1, 2]), np.array([1, 1]))
    assert processes.agreed(0.5, True) == (0.5, True)
    pooled, loss_sum, pixels = processes.pooled(confusion, 3.0, 2)
    assert (pooled.counts == confusion.counts).all()
    assert (loss_sum, pixels) == (3.0, 2)
    with processes.first_alone():
        processes.wait()
    processes.leave()


def test_a_classifier_refuses_company(ground: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORLD_SIZE", "2")
    with pytest.raises(BadInputError, match="trained by one process"):
        train(ground.job(model="maximum_likelihood", model_parameters={}), Events())
