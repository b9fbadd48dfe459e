"""Batches on the command line: many rasters, one worker, and what goes wrong with one of them."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any, Callable

import numpy as np
import pytest
import rasterio
from outcrop.core.commands.batch import jobs_of, predict_all, stacks_of
from outcrop.core.commands.command_line import main
from outcrop.core.commands.serving import ServingWorker
from outcrop.core.errors import BadInputError, CancelledError
from outcrop.core.events import Events
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.labels.legend import Legend
from outcrop.core.model.model_card import ModelCard
from outcrop.core.model.model_file import save_model
from outcrop.core.prediction.jobs import PredictJob
from outcrop.models import build

ROOT = Path(__file__).resolve().parents[3]
BANDS = ("Red", "Green", "Blue")
FAULTY = """
import os, runpy, sys, time
runpy.run_path({entry!r})["bind_package"]()
import outcrop.core.jobs.predict as module
from outcrop.core.jobs import worker
real = module.predict

def predict(job, events):
    if "bad" in job.images[0]:
        {fault}
    return real(job, events)

module.predict = predict
sys.exit(worker.serve())
"""
RESTING = """
import runpy, sys
from pathlib import Path
runpy.run_path({entry!r})["bind_package"]()
from outcrop.core.jobs import worker
from outcrop.core.prediction.engines import kept
worker._PAUSE_S, drop = 0.1, worker.drop_engines

def dropped():
    drop()
    Path({told!r}).write_text(str(len(kept._KEPT)))

worker.drop_engines = dropped
sys.exit(worker.serve())
"""
Images = Callable[..., str]


def faulty(fault: str) -> ServingWorker:
    """Make a worker that does something else with images called “bad…”."""
    code = FAULTY.format(entry=str(ROOT / "core" / "__main__.py"), fault=fault)
    return ServingWorker((sys.executable, "-I", "-c", code))


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return write_model(tmp_path / "m.safetensors", 0)


def write_model(path: Path, shift: int) -> Path:
    """Write a classifier of dark and bright pixels, or with a shift one that takes nearly all for dark."""
    classifier, labels = build("maximum_likelihood", BANDS, 2), np.repeat([1, 2], 400)
    rng = np.random.default_rng(0)
    classifier.fit(
        (rng.normal(size=(800, 3)) * 0.3 + np.where(labels == 1, -1, 1 + shift)[:, None]).astype("f4"), labels, 0
    )
    look = Normalisation("mean_deviation", *((value,) * 3 for value in (110.0, 50.0, 0.0, 255.0, 110.0, 50.0)))
    legend = Legend.from_names(["dark", "bright"])
    card = ModelCard("two", "maximum_likelihood", {}, BANDS, legend, look, 10.0, "uint8", 64, 0, {})
    save_model(path, card, classifier.arrays())
    return path


def jobs(model: Path, images: list[str], out: Path) -> list[PredictJob]:
    first = PredictJob((str(model),), (), "", fit_scaling="as_trained")
    return jobs_of(first, [(image,) for image in images], str(out))


def classes(path: Path) -> np.ndarray:
    with rasterio.open(path) as file:
        return np.asarray(file.read(1))


@pytest.mark.slow
def test_a_command_maps_many_images_in_one_worker(
    model: Path, make_image: Images, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    images = [make_image(name) for name in ("a", "b")]
    given = ["predict", "--model", str(model), "--out-folder", str(tmp_path / "maps"), "--json"]

    status = main([*given, "--image", *images, str(tmp_path / "none.tif")])
    told = json.loads(capsys.readouterr().out)

    assert status == 1
    assert (told["maps"], told["not_mapped"]) == (2, 1)
    assert "none.tif" in told["failed"][str(tmp_path / "none.tif")]
    apart = tmp_path / "apart.tif"
    assert main(["predict", "--model", str(model), "--image", images[1], "--out", str(apart)]) == 0
    assert np.array_equal(classes(apart), classes(tmp_path / "maps" / "b.tif"))
    capsys.readouterr()
    assert main([*given, "--image", *images, "--skip-existing"]) == 0
    assert json.loads(capsys.readouterr().out)["skipped"] == 2


@pytest.mark.slow
def test_a_worker_that_dies_costs_nothing_when_the_second_try_works(
    model: Path, make_image: Images, tmp_path: Path
) -> None:
    images, heard = [make_image(name) for name in ("a", "bad", "c")], []
    once = f"p = {str(tmp_path / 'died')!r}; os.path.exists(p) or (open(p, 'w').close(), os._exit(9))"

    told = predict_all(jobs(model, images, tmp_path / "maps"), Events(heard.append), worker=faulty(once))

    assert (told["maps"], told["failed"]) == (3, {})
    assert [event["text"] for event in heard if event["event"] == "log" and "once more" in event["text"]]


@pytest.mark.slow
def test_a_raster_that_kills_every_worker_costs_itself_alone(model: Path, make_image: Images, tmp_path: Path) -> None:
    images = [make_image(name) for name in ("a", "bad", "c")]

    told = predict_all(jobs(model, images, tmp_path / "maps"), Events(), worker=faulty("os._exit(9)"))

    assert sorted(path.name for path in (tmp_path / "maps").glob("*.tif")) == ["a.tif", "c.tif"]
    assert list(told["failed"]) == [images[1]]
    assert "status 9" in told["failed"][images[1]]


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["events._going.clear(); events.check_cancelled()", "time.sleep(600)"])
def test_cancel_ends_a_batch_soon(fault: str, model: Path, make_image: Images, tmp_path: Path) -> None:
    images = [make_image(name) for name in ("a", "bad", "c")]
    moments: list[float] = []
    events = Events()

    def listen(event: dict[str, Any]) -> None:
        if not moments and event["event"] == "progress" and event["text"] == "bad.tif: Starting":
            events.cancel()
            moments.append(time.monotonic())

    events.redirect(listen)
    worker = faulty(fault)

    with pytest.raises(CancelledError):
        predict_all(jobs(model, images, tmp_path / "maps"), events, worker=worker)

    assert time.monotonic() - moments[0] < 10.0  # 1.2 s with nothing else to do
    assert worker.pid is None
    assert [path.name for path in (tmp_path / "maps").iterdir() if path.suffix == ".tif"] == ["a.tif"]


@pytest.mark.slow
def test_a_model_that_is_replaced_between_two_rasters_is_read_anew(
    model: Path, make_image: Images, tmp_path: Path
) -> None:
    first, second = jobs(model, [make_image("a"), make_image("b")], tmp_path)
    with ServingWorker() as worker:
        (tmp_path / "maps").mkdir()
        before = worker.do(PredictJob(first.models, first.images, str(tmp_path / "x.tif")), Events(), print)
        pid = worker.pid
        write_model(model, 8)
        after = worker.do(PredictJob(second.models, second.images, str(tmp_path / "y.tif")), Events(), print)
        assert worker.pid == pid
    assert before["shares"]["bright"] > 0.2
    assert after["shares"]["bright"] < 0.1


@pytest.mark.slow
def test_a_worker_with_nothing_to_do_keeps_no_engine(model: Path, make_image: Images, tmp_path: Path) -> None:
    job, told = PredictJob((str(model),), (make_image("a"),), str(tmp_path / "x.tif")), tmp_path / "told"
    code = RESTING.format(entry=str(ROOT / "core" / "__main__.py"), told=str(told))
    with ServingWorker((sys.executable, "-I", "-c", code)) as worker:
        for _ in range(2):
            worker.do(job, Events(), lambda _event: None)
            until = time.monotonic() + 60
            while not (told.exists() and told.read_text()):
                assert time.monotonic() < until, "nothing was given back"
                time.sleep(0.02)
            assert told.read_text() == "0"
            told.unlink()


def test_stacks_follow_places_and_lines(tmp_path: Path) -> None:
    assert stacks_of([["a", "b"]], "") == [("a",), ("b",)]
    assert stacks_of([["a1", "b1"], ["a2", "b2"]], "") == [("a1", "a2"), ("b1", "b2")]
    (tmp_path / "here.tif").touch()
    (tmp_path / "list.txt").write_text("# maps\nhere.tif\tother.tif\n\nfar.tif\n", encoding="utf-8")
    assert stacks_of([], str(tmp_path / "list.txt")) == [(str(tmp_path / "here.tif"), "other.tif"), ("far.tif",)]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--image", "a.tif", "b.tif", "--out", "o.tif"], "2 maps"),
        (["--image", "a.tif", "b.tif", "--image", "c.tif", "--out-folder", "o"], "name 2, 1"),
        (["--image", "a.tif", "x/A.tif", "--out-folder", "o"], "Two images are called"),
        (["--image", "a.tif"], "Say where"),
        (["--out", "o.tif"], "--image-list"),
    ],
)
def test_what_does_not_fit_is_said_before_anything_starts(
    arguments: list[str], words: str, model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["predict", "--model", str(model), *arguments]) == 2
    assert words in capsys.readouterr().err


def test_a_model_that_cannot_be_read_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--image", "a.tif", "b.tif", "--out-folder", str(tmp_path / "maps")]
    assert main(["predict", "--model", str(tmp_path / "none.safetensors"), *given]) == 2
    assert capsys.readouterr().err.count("none.safetensors") == 1
    assert not (tmp_path / "maps").exists()


def test_an_empty_list_is_refused(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("\n", encoding="utf-8")
    with pytest.raises(BadInputError, match="lists no image"):
        stacks_of([], str(tmp_path / "list.txt"))
