"""Environments made for real, from small wheels in a folder instead of a package index."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from outcrop.core.environment import plan as plans
from outcrop.core.environment.held_lock import LockedError, held_lock
from outcrop.core.environment.installation import (
    is_ready,
    make_environment,
    read_stamp,
    remove_environment,
    repair_environment,
)
from outcrop.core.environment.pip.failure import InstallError, NetworksUnavailableError
from outcrop.core.environment.plan import EnvironmentPlan
from outcrop.core.environment.torch_build import TorchBuild
from outcrop.core.errors import BadInputError, CancelledError, OutcropError

PYTHON = Path(sys.executable)
MAIN = Path(__file__).parents[3] / "core" / "__main__.py"


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
            code = f"VERSION = {version!r}\n".encode()
            archive.writestr(f"{name}.py", code)
            archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
            archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            digest = base64.urlsafe_b64encode(hashlib.sha256(code).digest()).decode().rstrip("=")
            archive.writestr(f"{info}/RECORD", f"{name}.py,sha256={digest},{len(code)}\n")
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
        tmp_path / "environment", PYTHON, (shop.lock("a.txt", shop.wheel("pear")),), build, ("pear",)
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


@pytest.mark.slow
def test_without_torch_the_rest_is_kept_and_torch_comes_later(shop: Shop, folder: Path) -> None:
    line = shop.wheel("torch")
    hidden = shop.wheels / "torch-1.0-py3-none-any.whl"
    wheel = hidden.read_bytes()
    hidden.unlink()
    build = TorchBuild("cpu", shop.lock("torch.txt", line), None, 0.1, "it is a test")
    plan = EnvironmentPlan(folder, PYTHON, (shop.lock("a.txt", shop.wheel("pear")),), build, ("pear",))

    with pytest.raises(NetworksUnavailableError, match=r"classifiers work.*torch") as caught:
        make_environment(plan, ignore)
    assert "No matching distribution" in caught.value.details
    assert not is_ready(plan)
    assert is_ready(replace(plan, torch=None))
    assert (read_stamp(folder) or {})["versions"] == {"pear": "1.0"}

    hidden.write_bytes(wheel)
    assert make_environment(plan, ignore)
    assert (read_stamp(folder) or {})["versions"] == {"pear": "1.0", "torch": "1.0"}


@pytest.mark.slow
def test_repair_puts_back_what_was_deleted(shop: Shop, folder: Path) -> None:
    lock = shop.lock("a.txt", shop.wheel("apple"), shop.wheel("pear"))
    plan = EnvironmentPlan(folder, PYTHON, (lock,), None, ("apple", "pear"))
    make_environment(plan, ignore)
    module = next(folder.rglob("site-packages/apple.py"))
    module.unlink()
    assert not is_ready(plan)
    cut = next(folder.rglob("site-packages/pear.py"))
    cut.write_text("VER", encoding="utf-8")

    repair_environment(plan, ignore)

    assert is_ready(plan)
    assert module.read_text(encoding="utf-8") == cut.read_text(encoding="utf-8") == "VERSION = '1.0'\n"


@pytest.mark.slow
def test_stopping_in_the_middle_is_resumed(shop: Shop, folder: Path) -> None:
    lock = shop.lock("a.txt", *(shop.wheel(f"part{number}") for number in range(5)))
    plan = EnvironmentPlan(folder, PYTHON, (lock,), None, ("part4",))
    stop = False

    def press(fraction: float, text: str) -> None:
        nonlocal stop
        stop = stop or text.startswith("Installing")

    with pytest.raises(CancelledError, match="kept"):
        make_environment(plan, press, lambda: stop)
    assert read_stamp(folder) is None
    assert make_environment(plan, ignore)
    assert is_ready(plan)


@pytest.mark.slow
def test_uv_installs_the_same_and_pip_steps_in_where_it_fails(
    shop: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = shop.lock("a.txt", shop.wheel("apple"))
    home = folder.parent / "home"
    uv = home / ".local" / "bin" / "uv"
    uv.parent.mkdir(parents=True)
    uv.write_text("#!/bin/sh\necho uv was here; exit 1\n", encoding="utf-8")
    uv.chmod(0o755)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    plan = EnvironmentPlan(folder, PYTHON, (lock,), None, ("apple",), uv=True)

    make_environment(plan, ignore)

    said = plan.log.read_text(encoding="utf-8")
    assert said.index("uv was here") < said.index("-m pip install")
    assert held(plan) == {"apple 1.0"}


@pytest.mark.slow
def test_real_uv_is_fetched_by_its_hash_and_used(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if subprocess.run(
        [PYTHON, "-m", "pip", "download", "-q", "--no-deps", "-d", tmp_path, "uv"], check=False
    ).returncode:
        pytest.skip("no package index can be reached")
    shop = Shop(tmp_path)
    shutil.copy(plans.LOCKS / "installer.txt", shop.locks)
    monkeypatch.setattr(plans, "LOCKS", shop.locks)
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PIP_FIND_LINKS", str(shop.wheels))
    lock = shop.lock("a.txt", shop.wheel("apple"))
    plan = EnvironmentPlan(folder, PYTHON, (lock,), None, ("apple",), uv=True)

    make_environment(plan, ignore)

    said = plan.log.read_text(encoding="utf-8")
    assert f"$ {folder / 'bin' / 'uv'} pip install" in said
    assert "+ apple==1.0" in said
    assert "-m pip install" not in said.partition("apple==1.0")[2]
    assert not plan.uv_cache.exists()


@pytest.mark.slow
def test_folder_of_wheels_needs_no_network(shop: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PIP_NO_INDEX", "PIP_FIND_LINKS"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    lock = shop.lock("a.txt", shop.wheel("apple"))
    plan = EnvironmentPlan(folder, PYTHON, (lock,), None, ("apple",), wheels=shop.wheels)

    make_environment(plan, ignore)
    assert held(plan) == {"apple 1.0"}

    next(shop.wheels.iterdir()).unlink()
    shop.lock("a.txt", shop.wheel("apple"), "pear==1.0 --hash=sha256:" + 64 * "0" + "\n")
    with pytest.raises(InstallError, match=r"The folder has no wheel of pear==1\.0"):
        make_environment(plan, ignore)


def test_two_at_once_are_told_and_a_dead_one_is_not_waited_for(shop: Shop, tmp_path: Path) -> None:
    plan = EnvironmentPlan(tmp_path / "environment", PYTHON, (shop.lock("a.txt", shop.wheel("apple")),))
    code = (
        "import runpy, sys, time; from pathlib import Path\n"
        f"runpy.run_path({str(MAIN)!r})['bind_package']()\n"
        "from outcrop.core.environment.held_lock import held_lock\n"
        f"with held_lock(Path({str(plan.lock_file)!r})): print('held', flush=True); time.sleep(60)\n"
    )
    other = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(LockedError, match="Another QGIS"):
            make_environment(plan, ignore)
    finally:
        other.kill()
        other.wait()
    with held_lock(plan.lock_file):
        assert plan.lock_file.exists()


def test_removing_leaves_nothing_but_the_lock(tmp_path: Path) -> None:
    folder = tmp_path / "environment"
    for name in (folder, tmp_path / ".environment.abc123.removed", tmp_path / "uv-cache"):
        (name / "lib").mkdir(parents=True)
    (folder / plans.STAMP).write_text("{}", encoding="utf-8")
    folder.with_name("environment.log").write_text("said", encoding="utf-8")

    remove_environment(folder)

    assert [path.name for path in tmp_path.iterdir()] == ["environment.lock"]


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
