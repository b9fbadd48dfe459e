"""timm imports beside any torchvision, mended or not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from outcrop.core.errors import MissingPackageError
from outcrop.models.encoders import torchvision_guard
from outcrop.models.encoders.torchvision_guard import import_timm

ROOT = Path(__file__).resolve().parents[3]
BIND = 'import runpy; runpy.run_path("core/__main__.py")["bind_package"]()\n'


def run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", BIND + program], cwd=ROOT, capture_output=True, text=True, check=False)


def test_timm_imports_however_often_it_is_asked_for() -> None:
    assert import_timm() is import_timm()
    assert import_timm().is_model("resnet50")


@pytest.mark.slow
def test_a_torchvision_that_cannot_load_its_operators_is_mended() -> None:
    done = run("""
import importlib, sys, torch
real = importlib.import_module
def stumbling(name, package=None):
    if name == "torchvision" and not hasattr(torch.ops.torchvision, "nms"):
        sys.modules["torchvision"] = object()
        raise RuntimeError("operator torchvision::nms does not exist")
    if name == "torchvision":
        return real("json")
    return real(name, package)
import outcrop.models.encoders.torchvision_guard as guard
guard.import_module = stumbling
guard._mend_torchvision()
assert "torchvision" not in sys.modules
assert torch.ops.torchvision.nms.default is not None
print("mended")
""")
    assert done.stdout.strip() == "mended", done.stderr


@pytest.mark.slow
def test_an_encoder_needs_no_compiler_and_one_can_be_loaded_later() -> None:
    done = run("""
import sys, torch
from outcrop.core.model.catalogue import build
network = build("linknet", ("Red", "Green"), 2, {"encoder": "resnet18", "weights": "none"}).eval()
assert not {"torch._dynamo", "sympy", "torch._inductor"} & set(sys.modules)
image = torch.rand(1, 2, 64, 64)
with torch.no_grad():
    expected = network(image)
    answer = torch.compile(network, backend="eager")(image)
assert "torch._dynamo" in sys.modules
torch.testing.assert_close(answer, expected)
print("compiled")
""")
    assert done.stdout.strip() == "compiled", done.stderr


def test_another_trouble_with_torchvision_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(name: str) -> None:
        raise RuntimeError(f"{name} is broken in another way")

    monkeypatch.setattr(torchvision_guard, "import_module", failing)
    with pytest.raises(RuntimeError, match="another way"):
        torchvision_guard._mend_torchvision.__wrapped__()  # without the cache, which keeps an earlier mending alive


def test_an_environment_without_timm_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "timm", None)
    with pytest.raises(MissingPackageError, match=r"lacks “timm”.*unet_improved"):
        import_timm()
