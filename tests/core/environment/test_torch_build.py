from __future__ import annotations

import os
from pathlib import Path

import pytest
from outcrop.core.environment.plan import LOCKS
from outcrop.core.environment.torch_build import NvidiaGpu, choose_torch_build, find_nvidia_gpus, read_gpus
from outcrop.core.errors import BadInputError, UnknownNameError

AMPERE = NvidiaGpu("NVIDIA RTX A4000", "580.82.07", (8, 6))
OLD_DRIVER = NvidiaGpu("NVIDIA RTX A4000", "535.183.01", (8, 6))
PASCAL = NvidiaGpu("NVIDIA GeForce GTX 1080", "580.82.07", (6, 1))


@pytest.mark.parametrize(
    ("wish", "system", "gpus", "build"),
    [
        ("auto", "Linux", (), "cpu"),
        ("auto", "Linux", (AMPERE,), "cuda"),
        ("auto", "Linux", (OLD_DRIVER,), "cpu"),
        ("auto", "Linux", (PASCAL,), "cpu"),
        ("auto", "Linux", (PASCAL, AMPERE), "cuda"),
        ("cpu", "Linux", (AMPERE,), "cpu"),
        ("cuda", "Linux", (), "cuda"),
        ("auto", "Darwin", (), "standard"),
        ("auto", "Windows", (AMPERE,), "standard"),
    ],
)
def test_build_follows_the_machine(wish: str, system: str, gpus: tuple[NvidiaGpu, ...], build: str) -> None:
    chosen = choose_torch_build(wish, system, gpus)

    assert chosen.name == build
    assert "torch==2." in (LOCKS / chosen.lock).read_text(encoding="utf-8")


def test_reason_names_the_gpu_or_what_keeps_it_idle() -> None:
    assert "RTX A4000" in choose_torch_build("auto", "Linux", (PASCAL, AMPERE)).why
    assert "update" in choose_torch_build("auto", "Linux", (OLD_DRIVER,)).why
    assert "GTX 1080" in choose_torch_build("auto", "Linux", (PASCAL,)).why


def test_no_cuda_reaches_a_machine_without_gpu() -> None:
    build = choose_torch_build("auto", "Linux", ())
    text = (LOCKS / build.lock).read_text(encoding="utf-8") + (LOCKS / "worker.txt").read_text(encoding="utf-8")

    assert "torch==2.13.0+cpu" in text
    assert "nvidia" not in text
    assert "triton" not in text


def test_both_builds_are_one_version_of_torch() -> None:
    cuda = (LOCKS / "torch-cuda.txt").read_text(encoding="utf-8")
    versions = [line.split()[0] for line in cuda.splitlines() if line.startswith("torch==")]

    assert f"{versions[-1]}+cpu" in (LOCKS / "torch-cpu.txt").read_text(encoding="utf-8")


def test_unknown_wishes_are_refused() -> None:
    with pytest.raises(UnknownNameError, match="cuda"):
        choose_torch_build("gpu", "Linux", ())
    with pytest.raises(BadInputError, match="Windows"):
        choose_torch_build("cuda", "Windows", ())


def test_driver_answer_is_read_and_noise_skipped() -> None:
    answer = "Odd, name, 580.82.07, 8.6\nNVIDIA H200, 580.1, 9.0\n\nNo devices were found\nX, 1, [N/A]\n"

    assert read_gpus(answer) == (
        NvidiaGpu("Odd, name", "580.82.07", (8, 6)),
        NvidiaGpu("NVIDIA H200", "580.1", (9, 0)),
    )


def test_driver_is_asked_and_may_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    program = tmp_path / "nvidia-smi"

    program.write_text("#!/bin/sh\necho 'NVIDIA H200, 580.1, 9.0'\n", encoding="utf-8")
    program.chmod(0o755)
    assert find_nvidia_gpus() == (NvidiaGpu("NVIDIA H200", "580.1", (9, 0)),)

    program.write_text("#!/bin/sh\necho 'driver is not loaded'\nexit 9\n", encoding="utf-8")
    assert find_nvidia_gpus() == ()

    program.unlink()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_nvidia_gpus() == ()


@pytest.mark.parametrize(
    ("version", "fits"), [("3.9.5", False), ("3.10.12", False), ("3.11.2", True), ("3.14.0", True)]
)
def test_a_python_for_which_no_build_is_locked_is_told_with_the_way_out(version: str, fits: bool) -> None:
    cpu, standard = choose_torch_build("cpu", "Linux", ()), choose_torch_build("auto", "Windows", ())

    standard.check_python("python", version)
    if fits:
        cpu.check_python("python", version)
        return
    with pytest.raises(BadInputError, match=rf"Python {version}.*Install Python 3\.11 or newer.*classifiers alone"):
        cpu.check_python("python", version)
