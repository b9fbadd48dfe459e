"""Environments made for real, from small wheels in a folder instead of a package index."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from outcrop.core.environment import plan as plans
from outcrop.core.environment.installation import is_ready, make_environment
from outcrop.core.environment.plan import EnvironmentPlan
from outcrop.core.environment.torch_build import TorchBuild
from outcrop.core.errors import BadInputError, CancelledError, OutcropError

PYTHON = Path(sys.executable)


class Shop:
    """A folder of wheels, and locks that ask for them by their hashes."""

    def __init__(self, folder: Path) -> None:
        self.wheels, self.locks = folder / "wheels", folder / "locks"
        self.wheels.mkdir()
        self.locks.mkdir()

    def wheel(self, name: str, version: str = "1.0") -> str:
        """Make a wheel with one module, and give its line for a lock."""
        path = self.wheels / f"{name}-{version}-py3-none-any.whl"
        info = f"{name}-{version}.dist-info"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(f"{name}.py", f"VERSION = {version!r}\n")
            archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
            archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            archive.writestr(f"{info}/RECORD", "")
        return f"{name}=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"

    def lock(self, name: str, *lines: str) -> str:
        (self.locks / name).write_text("".join(lines), encoding="utf-8")
        return name


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    shop = Shop(tmp_path)
    monkeypatch.setattr(plans, "LOCKS", shop.locks)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shop.wheels))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    return shop


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty environment, made once, because that takes seconds."""
    folder = tmp_path_factory.mktemp("empty") / "environment"
    subprocess.run(plans.create_command(EnvironmentPlan(folder, PYTHON, ())), check=True)
    return folder


@pytest.fixture
def folder(empty: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(empty, tmp_path / "an environment", symlinks=True))


def held(plan: EnvironmentPlan) -> set[str]:
    """List what the environment holds beside what it came with."""
    said = subprocess.run(plans.list_command(plan), capture_output=True, text=True, check=True).stdout
    packages = [(entry["name"], entry["version"]) for entry in json.loads(said)]
    return {f"{name} {version}" for name, version in packages if name not in {"pip", "setuptools"}}


def ignore(fraction: float, text: str) -> None:
    """Show no progress."""


@pytest.mark.slow
def test_environment_is_filled_kept_and_renewed(shop: Shop, folder: Path) -> None:
    plan = EnvironmentPlan(folder, PYTHON, (shop.lock("a.txt", shop.wheel("apple")),), None, ("apple",))
    seen: list[float] = []

    assert not is_ready(plan)
    assert make_environment(plan, lambda fraction, _: seen.append(fraction))
    assert held(plan) == {"apple 1.0"}
    assert is_ready(plan)
    assert seen == sorted(seen)
    assert 0 < seen[0] < seen[-1] == 1.0
    assert not make_environment(plan, ignore)

    shop.lock("a.txt", shop.wheel("apple", "2.0"), shop.wheel("pear"))
    assert not is_ready(plan)
    assert make_environment(plan, ignore)
    assert held(plan) == {"apple 2.0", "pear 1.0"}

    shop.lock("a.txt", shop.wheel("apple", "2.0"))
    assert make_environment(plan, ignore)
    assert held(plan) == {"apple 2.0"}


@pytest.mark.slow
def test_environment_is_made_from_nothing_and_anew_when_broken(shop: Shop, tmp_path: Path) -> None:
    plan = EnvironmentPlan(tmp_path / "new", PYTHON, (shop.lock("a.txt", shop.wheel("apple")),), None, ("apple",))
    (plan.folder / "bin").mkdir(parents=True)
    plan.interpreter.symlink_to("/an/interpreter/that/was/removed")

    assert make_environment(plan, ignore)
    assert held(plan) == {"apple 1.0"}


@pytest.mark.slow
def test_package_that_is_not_the_locked_one_is_refused(shop: Shop, folder: Path) -> None:
    line = shop.wheel("apple")
    plan = EnvironmentPlan(folder, PYTHON, (shop.lock("a.txt", line[:-9] + "00000000\n"),))

    with pytest.raises(OutcropError, match="DO NOT MATCH THE HASHES"):
        make_environment(plan, ignore)
    assert not is_ready(plan)


@pytest.mark.slow
def test_torch_is_sought_in_its_index_only_where_pip_has_none(
    shop: Shop, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "index" / "torch"
    elsewhere.mkdir(parents=True)
    line = shop.wheel("torch", "9.0+cpu")
    wheel = next(shop.wheels.iterdir())
    wheel.rename(elsewhere / wheel.name)
    (elsewhere / "index.html").write_text(f'<a href="{wheel.name}">{wheel.name}</a>', encoding="utf-8")
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.setenv("PIP_INDEX_URL", (tmp_path / "nothing").as_uri())
    build = TorchBuild("cpu", shop.lock("torch.txt", line), (tmp_path / "index").as_uri(), 0.1, "it is a test")
    plan = EnvironmentPlan(
        tmp_path / "environment", PYTHON, (shop.lock("a.txt", shop.wheel("pear")),), build, ("torch",)
    )
    said: list[str] = []

    make_environment(plan, lambda _, text: said.append(text))

    assert held(plan) == {"torch 9.0+cpu", "pear 1.0"}
    assert any("index" in text for text in said)


@pytest.mark.slow
def test_broken_package_shows_at_once(shop: Shop, folder: Path) -> None:
    lock = shop.lock("a.txt", shop.wheel("apple"))
    plan = EnvironmentPlan(folder, PYTHON, (lock,), None, ("apple", "pear"))

    with pytest.raises(OutcropError, match="No module named 'pear'"):
        make_environment(plan, ignore)
    assert not is_ready(plan)


def test_stopping_leaves_no_process_and_no_stamp(shop: Shop, tmp_path: Path) -> None:
    plan = EnvironmentPlan(tmp_path / "environment", PYTHON, (shop.lock("a.txt", shop.wheel("apple")),))

    with pytest.raises(CancelledError):
        make_environment(plan, ignore, cancelled=lambda: True)
    assert not is_ready(plan)


@pytest.mark.parametrize("python", ["/no/python", "/bin/false"])
def test_interpreter_that_is_none_is_refused(shop: Shop, tmp_path: Path, python: str) -> None:
    plan = EnvironmentPlan(tmp_path / "environment", Path(python), (shop.lock("a.txt", shop.wheel("apple")),))

    with pytest.raises(BadInputError, match=python):
        make_environment(plan, ignore)
    assert not plan.folder.exists()


def test_too_little_room_is_said_before_anything_is_written(shop: Shop, tmp_path: Path) -> None:
    build = TorchBuild("cuda", shop.lock("torch.txt", shop.wheel("torch")), None, 1e9, "it is a test")
    plan = EnvironmentPlan(tmp_path / "environment", PYTHON, (), build)

    with pytest.raises(BadInputError, match="GB are needed"):
        make_environment(plan, ignore)
    assert not plan.folder.exists()
