"""The rules of the house that no reader should have to check: layers, light imports, sizes, no stubs."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("core", "models", "ui")
MODULE_LINES, FUNCTION_LINES = 400, 60
QT = {"qgis", "osgeo", "PyQt5", "PyQt6", "PySide2", "PySide6", "processing"}
HEAVY = {
    "torch", "torchvision", "timm", "rasterio", "pyogrio", "sklearn", "skimage", "scipy", "matplotlib", "safetensors",
    "shapely", "pyproj", "dask", "distributed", "onnx", "onnxruntime", "openvino", "tensorboard", "huggingface_hub",
    "joblib",
}  # fmt: skip
READ_BY_QGIS = {
    "core.errors", "core.parameters", "core.whole_file", "core.jobs.specs", "core.jobs.events", "core.training.recipe",
    "core.training.recipes", "core.labels.legend", "core.model_card", "core.environment.installation", "models",
    "models.table",
}  # fmt: skip
JOBS_OF_CORE = ("core.jobs", "core.assessment", "core.prediction")

IMPORT_WITHOUT = """
import importlib, runpy, sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {refused!r}:
            raise ImportError("loads " + name)

sys.meta_path.insert(0, Refuse())
runpy.run_path({entry!r})["bind_package"]()
for module in {modules!r}:
    try:
        importlib.import_module("outcrop." + module)
    except ImportError as error:
        print(f"{{module}}: {{error}}")
"""


@dataclass(frozen=True)
class Module:
    """One source file, parsed as Python 3.9."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The dotted name inside the package, "" for its root."""
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def layer(self) -> str:
        """The folder it belongs to; plugin.py and the root belong to "ui"."""
        top = self.path.relative_to(ROOT).parts[0]
        return top if top in FOLDERS else "ui"

    def imports(self) -> Iterator[str]:
        """The dotted names it imports anywhere; those of the package begin with a dot."""
        package = self.name.split(".") if self.path.name == "__init__.py" else self.name.split(".")[:-1]
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                yield from (f"{node.module}.{alias.name}" for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = [part for part in package if part][: len(package) + 1 - node.level]
                base += [node.module] if node.module else []
                yield from ("." + ".".join([*base, alias.name]) for alias in node.names)

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function and method."""
        yield from (node for node in ast.walk(self.tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


def read_modules() -> list[Module]:
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    paths += [ROOT / "__init__.py", *ROOT.glob("plugin.py")]
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    return [Module(path, text, ast.parse(text, str(path), feature_version=(3, 9))) for path, text in texts.items()]


MODULES = read_modules()


def offenders(layers: set[str], forbidden: tuple[str, ...]) -> list[str]:
    return [
        f"{module.path.relative_to(ROOT)} imports {name}"
        for module in MODULES
        if module.layer in layers
        for name in module.imports()
        if f"{name}.".startswith(tuple(f"{prefix}." for prefix in forbidden))
    ]


def test_core_and_models_are_free_of_qgis_and_qt() -> None:
    assert offenders({"core", "models"}, tuple(QT)) == []


def test_qt_is_imported_through_qgis_alone() -> None:
    assert offenders({"ui"}, ("PyQt5", "PyQt6", "PySide2", "PySide6")) == []


def test_nothing_heavy_is_imported_in_qgis_process() -> None:
    assert offenders({"ui"}, tuple(HEAVY)) == []


def test_layers_import_inwards_only() -> None:
    assert offenders({"core"}, (".models", ".ui", ".plugin")) == []
    assert offenders({"models"}, (".ui", ".plugin", *(f".{name}" for name in JOBS_OF_CORE))) == []


def test_imports_inside_the_package_are_relative() -> None:
    assert offenders({"core", "models", "ui"}, ("outcrop", *FOLDERS, "plugin")) == []


def test_what_qgis_reads_loads_nothing_heavy() -> None:
    known = {module.name for module in MODULES if module.layer != "ui"}
    names = {name.lstrip(".") for module in MODULES if module.layer == "ui" for name in module.imports()}
    read = {name if name in known else name.rpartition(".")[0] for name in names}
    modules = sorted((read | READ_BY_QGIS) & known)
    code = IMPORT_WITHOUT.format(refused=HEAVY | QT, entry=str(ROOT / "core" / "__main__.py"), modules=modules)
    answer = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False)
    assert (answer.stdout, answer.stderr) == ("", "")


def test_modules_and_functions_are_short() -> None:
    long = [f"{m.path.relative_to(ROOT)}: {n} lines" for m in MODULES if (n := m.text.count("\n")) > MODULE_LINES]
    for module in MODULES:
        for function in module.functions():
            lines = (function.end_lineno or function.lineno) - function.lineno + 1
            if lines > FUNCTION_LINES:
                long.append(f"{module.path.relative_to(ROOT)}: {function.name} has {lines} lines")
    assert long == []


def test_no_function_is_a_stub() -> None:
    stubs = [
        f"{module.path.relative_to(ROOT)}: {function.name}"
        for module in MODULES
        for function in module.functions()
        if is_stub(function) and not belongs_to_protocol(module.tree, function)
    ]
    assert stubs == []


def test_nothing_is_named_for_a_drawer() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [str(module.path) for module in MODULES if drawers & set(module.name.split("."))] == []


def is_stub(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Tell whether it only passes or refuses; one that does nothing on purpose says so in a docstring instead."""
    if any(getattr(decorator, "id", "") in {"abstractmethod", "overload"} for decorator in function.decorator_list):
        return False
    last = function.body[-1]
    alone = len(function.body) == 1 + (ast.get_docstring(function) is not None)
    passes = isinstance(last, ast.Pass) or (isinstance(last, ast.Expr) and ast.unparse(last) == "...")
    return alone and (passes or (isinstance(last, ast.Raise) and "NotImplementedError" in ast.dump(last)))


def belongs_to_protocol(tree: ast.Module, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(
        function in node.body and any("Protocol" in ast.dump(base) for base in node.bases)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    )
