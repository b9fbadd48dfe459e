"""Which build of torch suits this machine: the one place where that is decided."""

from __future__ import annotations

import platform
import subprocess
from dataclasses import dataclass
from typing import Optional

from ..errors import BadInputError, UnknownNameError
from ..message import Message

CPU_INDEX = "https://download.pytorch.org/whl/cpu"
LOWEST_DRIVER = 580  # of CUDA 13, which the locked build of torch brings
LOWEST_CAPABILITY = (7, 5)  # Turing; CUDA 13 has left older GPUs behind
CPU_LOCK, CUDA_LOCK = "torch-cpu.txt", "torch-cuda.txt"
LOWEST_PYTHON_OF_CPU_BUILD = (3, 11)  # of the wheels whose hashes are in its lock
CHOICES = ("auto", "cpu", "cuda")


@dataclass(frozen=True)
class NvidiaGpu:
    """What the driver says about one GPU; the capability is NVIDIA's, as in (8, 6)."""

    name: str
    driver: str
    capability: tuple[int, int]


@dataclass(frozen=True)
class TorchBuild:
    """One build of torch: its lock, where to look if pip's own places don't have it, its size, and why this one.

    `disk_gb` is the room that must be free to begin; `size_gb` is what the whole environment takes in the end;
    `lowest_python` is the oldest Python that it is locked for.
    """

    name: str
    lock: str
    index: Optional[str]
    disk_gb: float
    why: str
    size_gb: float = 0.0
    lowest_python: tuple[int, int] = (3, 9)

    def check_python(self, python: object, version: str) -> None:
        """Refuse a Python that this build isn't locked for.

        Raises:
            BadInputError: It is too old; the message says what to do.
        """
        if tuple(map(int, version.split(".")[:2])) < self.lowest_python:
            raise BadInputError(
                (
                    "“{python}” is Python {version}, for which no {build} build of PyTorch is locked. Install Python "
                    "{lowest} or newer beside it (Debian and Ubuntu: python{lowest} and python{lowest}-venv) and try "
                    "again, or take the classifiers alone."
                ),
                python=python,
                version=version,
                build=self.name,
                lowest=".".join(map(str, self.lowest_python)),
            )


def choose_torch_build(
    wish: str = "auto",
    system: Optional[str] = None,
    gpus: Optional[tuple[NvidiaGpu, ...]] = None,
    machine: Optional[str] = None,
) -> TorchBuild:
    """Choose the build for an operating system, as `platform.system` names it, and its GPUs; None looks them up.

    Several GB of CUDA come only where a GPU can use them, or on the explicit wish "cuda".

    Raises:
        BadInputError: The wish is in no list, or there is no such build for this system.
    """
    if wish not in CHOICES:
        raise UnknownNameError("build of torch", wish, CHOICES)
    if system is None:
        system, machine = platform.system(), machine or platform.machine()
    if system != "Linux":
        return _build_elsewhere(wish, system, machine or "")
    if wish == "cpu":
        return _cpu_build("you asked for it")
    if wish == "cuda":
        return _cuda_build("you asked for it")
    gpus = find_nvidia_gpus() if gpus is None else gpus
    if not gpus:
        return _cpu_build("there is no NVIDIA GPU with a working driver")
    obstacles = [_obstacle(gpu) for gpu in gpus]
    if None in obstacles:
        return _cuda_build(Message("there is a GPU, {name}", name=gpus[obstacles.index(None)].name))
    return _cpu_build(str(obstacles[0]))


def find_nvidia_gpus() -> tuple[NvidiaGpu, ...]:
    """Ask NVIDIA's driver for its GPUs; none where the driver is missing or doesn't answer."""
    command = ["nvidia-smi", "--query-gpu=name,driver_version,compute_cap", "--format=csv,noheader"]
    try:
        answer = subprocess.run(
            command, capture_output=True, text=True, timeout=20, check=True, stdin=subprocess.DEVNULL
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ()
    return read_gpus(answer)


def read_gpus(answer: str) -> tuple[NvidiaGpu, ...]:
    """Read the lines `name, driver, capability` that nvidia-smi prints, and skip what is none."""
    gpus = []
    for line in answer.splitlines():
        parts = [part.strip() for part in line.rsplit(",", 2)]
        major, _, minor = parts[-1].partition(".")
        if len(parts) == 3 and major.isdigit() and minor.isdigit():
            gpus.append(NvidiaGpu(parts[0], parts[1], (int(major), int(minor))))
    return tuple(gpus)


def _obstacle(gpu: NvidiaGpu) -> Optional[str]:
    driver = gpu.driver.partition(".")[0]
    if driver.isdigit() and int(driver) < LOWEST_DRIVER:
        return Message(
            "the driver of the {name} is {driver}; from {lowest_driver} on the GPU can be used: update it",
            name=gpu.name,
            driver=gpu.driver,
            lowest_driver=LOWEST_DRIVER,
        )
    if gpu.capability < LOWEST_CAPABILITY:
        return Message("the {name} is too old for this version of torch", name=gpu.name)
    return None


def _cpu_build(why: str) -> TorchBuild:
    return TorchBuild("cpu", CPU_LOCK, CPU_INDEX, 2.5, why, 1.5, LOWEST_PYTHON_OF_CPU_BUILD)


def _cuda_build(why: str) -> TorchBuild:
    return TorchBuild("cuda", CUDA_LOCK, None, 8.0, why, 6.0)


def _build_elsewhere(wish: str, system: str, machine: str) -> TorchBuild:
    if wish == "cuda":
        raise BadInputError("No CUDA build of torch is locked for {system}. Choose “auto” or “cpu”.", system=system)
    if system == "Darwin" and machine == "x86_64":
        raise BadInputError(
            "There is no newer PyTorch for Macs with an Intel processor. "
            "The classifiers (random forest, support vector machine, maximum likelihood) work without it."
        )
    # The lock of the CUDA build names its CUDA packages for Linux only; elsewhere it holds the one build there is.
    return TorchBuild("standard", CUDA_LOCK, None, 2.5, Message("it is the one build for {system}", system=system), 1.5)
