"""Every engine computes the same labels, and the fastest that does is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from outcrop.core.errors import OutcropError, UnknownNameError
from outcrop.core.model.device_memory import TileTooLargeError
from outcrop.core.model.devices import choose_device
from outcrop.core.model.members import Member, load_members
from outcrop.core.prediction.computation import SYMMETRIES, Computation, Vote
from outcrop.core.prediction.engines import engine_choice
from outcrop.core.prediction.engines.engine import LABELS, LOGITS, PROBABILITIES, EngineRequest
from outcrop.core.prediction.engines.engine_choice import Work, choose_engine
from outcrop.core.prediction.engines.opening import candidates, open_network_engine
from outcrop.core.prediction.engines.probe import Measured, fastest, machine_key, measure_all, recall, remember
from outcrop.core.prediction.engines.table import ONNX, OPENVINO, TORCH, TORCH_EXACT
from outcrop.core.prediction.engines.torch_engine import TorchEngine
from outcrop.core.prediction.tile_reader import Batch

REQUEST = EngineRequest(LABELS, 8, (3, 48, 64))
CPU = choose_device("cpu")


@pytest.fixture
def member(make_model: Callable[..., str]) -> Member:
    return load_members([make_model()])[0]


@pytest.fixture
def images() -> np.ndarray:
    return np.random.default_rng(0).normal(size=(2, 3, 48, 64)).astype(np.float32)


@pytest.mark.parametrize("name", [TORCH, ONNX, OPENVINO])
@pytest.mark.parametrize("kind", [LABELS, PROBABILITIES])
def test_engines_agree(name: str, kind: str, member: Member, images: np.ndarray) -> None:
    if name not in (TORCH, *candidates(CPU)):
        pytest.skip(f"{name} isn't installed")
    valid = np.ones((2, 48, 64), bool)
    request = replace(REQUEST, kind=kind, batch=2)
    with torch.inference_mode():
        logits = member.model(torch.from_numpy(images))[:, :, 8:-8, 8:-8]

    result = open_network_engine(name, member, request, CPU).start(images, valid)()

    if kind == LABELS:
        assert result.dtype == np.uint8
        assert np.mean(result != logits.argmax(dim=1).numpy() + 1) < 0.001
    else:
        assert np.allclose(result, torch.softmax(logits, dim=1).numpy(), atol=1e-4 if name != TORCH else 0.02)


@pytest.mark.parametrize("name", [ONNX, OPENVINO])
def test_a_network_followed_on_a_small_tile_computes_large_ones(name: str, member: Member) -> None:
    if name not in candidates(CPU):
        pytest.skip(f"{name} isn't installed")
    request = EngineRequest(LOGITS, 16, (3, 320, 384))
    images = np.random.default_rng(1).normal(size=(1, *request.shape)).astype(np.float32)
    with torch.inference_mode():
        logits = member.model(torch.from_numpy(images))[:, :, 16:-16, 16:-16].numpy()

    result = open_network_engine(name, member, request, CPU).start(images, np.ones((1, 320, 384), bool))()

    assert np.allclose(result, logits, atol=1e-3)


def test_an_engine_leaves_the_network_as_it_is(member: Member, images: np.ndarray) -> None:
    engine = open_network_engine(TORCH_EXACT, member, replace(REQUEST, kind=LOGITS, crop=0), CPU)
    first = engine.start(images, np.ones((2, 48, 64), bool))()

    with torch.inference_mode():
        assert np.allclose(first, member.model(torch.from_numpy(images)).numpy(), atol=1e-5)
    assert next(member.model.parameters()).is_contiguous()


def test_an_unknown_engine_is_refused_with_those_there_are(member: Member) -> None:
    with pytest.raises(UnknownNameError, match="onnxruntime"):
        open_network_engine("steam", member, REQUEST, CPU)


class Greedy(torch.nn.Module):
    """A network for which more than `most` tiles are too many."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most, self.seen = most, []

    def __deepcopy__(self, _: Any) -> Greedy:
        return self

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        self.seen.append(len(images))
        if len(images) > self.most:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return images


def test_a_batch_that_is_too_large_is_halved_for_good() -> None:
    network = Greedy(3)
    images = np.random.default_rng(0).normal(size=(8, 3, 16, 16)).astype(np.float32)
    engine = TorchEngine(network, EngineRequest(LABELS, 0, (3, 16, 16), batch=8), CPU)

    result = engine.start(images, np.ones((8, 16, 16), bool))()
    network.seen.clear()
    engine.start(images, np.ones((8, 16, 16), bool))()

    assert np.array_equal(result, images.argmax(axis=1) + 1)
    assert network.seen == [2, 2, 2, 2]


def test_a_tile_that_is_too_large_says_so() -> None:
    engine = TorchEngine(Greedy(0), EngineRequest(LABELS, 0, (3, 16, 16)), CPU)

    with pytest.raises(TileTooLargeError, match="16×16 px"):
        engine.start(np.zeros((1, 3, 16, 16), np.float32), np.ones((1, 16, 16), bool))


@pytest.mark.parametrize("number", range(8))
def test_a_symmetry_is_undone(number: int) -> None:
    forward, backward = SYMMETRIES[number]
    array = np.arange(2 * 9).reshape(2, 3, 3)

    assert np.array_equal(backward(forward(array)), array)
    assert len({forward(array).tobytes() for forward, _ in SYMMETRIES}) == 8


class Constant:
    """An engine that finds the same everywhere, and counts how often it is asked."""

    name, in_flight = "constant", 1

    def __init__(self, value: float) -> None:
        self.value, self.asked = value, 0

    def start(self, images: np.ndarray, valid: np.ndarray) -> Callable[[], np.ndarray]:
        del valid
        self.asked += 1
        return lambda: np.full((len(images), 2, 4, 4), self.value, np.float32)


def of_two() -> Batch:
    """Give a batch of one tile, read for two engines."""
    image = np.zeros((1, 3, 4, 4), np.float32)
    return Batch((None,), (None,), (image, image), np.ones((1, 4, 4), bool), ())  # type: ignore[arg-type]


def test_probabilities_are_averaged() -> None:
    assert np.allclose(Computation([Constant(0.2), Constant(0.6)], symmetries=True).start(of_two())(), 0.4)


def test_what_looks_at_single_pixels_is_asked_once_for_all_symmetries() -> None:
    network, classifier = Constant(0.2), Constant(0.6)
    votes = Vote(), Vote(weight=3.0, looks_around=False)

    assert np.allclose(Computation([network, classifier], True, votes).start(of_two())(), (0.2 + 3 * 0.6) / 4)
    assert (network.asked, classifier.asked) == (8, 1)


def test_what_cannot_compute_the_network_is_left_out(member: Member, images: np.ndarray) -> None:
    told: list[str] = []

    def open_engine(name: str) -> Any:
        if name == "broken":
            raise OutcropError("not this network")
        return open_network_engine(name, member, REQUEST, CPU)

    measured = measure_all([TORCH_EXACT, "broken"], open_engine, images[:1], np.ones((1, 48, 64), bool), told.append)

    assert list(measured) == [TORCH_EXACT]
    assert "not this network" in told


def test_the_fastest_that_agrees_is_taken() -> None:
    measured = {
        "exact": Measured(0.1, 2.0, 0.0), "quick to open": Measured(0.2, 1.0, 0.0005), "fast": Measured(8.0, 0.5, 0.0),
        "wrong": Measured(0.1, 0.1, 0.01),
    }  # fmt: skip

    assert fastest(measured, mpx=2) == "quick to open"
    assert fastest(measured, mpx=100) == "fast"


def test_what_was_measured_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, member: Member) -> None:
    monkeypatch.setenv("OUTCROP_CACHE", str(tmp_path / "cache"))
    key = machine_key(member.path, "cpu")
    assert recall(key) is None

    remember(key, {"exact": Measured(0.1, 2.0, 0.0)})

    assert recall(key) == {"exact": Measured(0.1, 2.0, 0.0)}
    assert machine_key(member.path, "gpu") != key
    (tmp_path / "cache" / "engines.json").write_text("{broken")
    assert recall(key) is None


@pytest.mark.parametrize(
    ("seconds_per_mpx", "interactive", "chosen"),
    [(9.0, False, OPENVINO), (0.1, False, TORCH_EXACT), (9.0, True, TORCH_EXACT)],
)
def test_engines_are_measured_only_where_it_pays(
    seconds_per_mpx: float, interactive: bool, chosen: str, member: Member, images: np.ndarray, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("OUTCROP_CACHE", str(tmp_path))
    known = {TORCH_EXACT: Measured(0.0, seconds_per_mpx, 0.0), OPENVINO: Measured(1.0, seconds_per_mpx / 3, 0.0)}
    monkeypatch.setattr(engine_choice, "candidates", lambda _device: tuple(known))
    monkeypatch.setattr(engine_choice, "measure_all", lambda names, *_rest: {name: known[name] for name in names})
    work = Work(10.0, interactive, 48, lambda _side: (images[:1], np.ones((1, 48, 64), bool)))

    assert choose_engine("auto", member, REQUEST, CPU, work, lambda _text: None) == chosen
