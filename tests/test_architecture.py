"""The rules of the house that no reader should have to check: layers, light imports, sizes, no stubs."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("core", "models", "ui")
BESIDE = ("tests", "benchmarks", "docs", "requirements", "resources", "release")
"""Folders whose modules and functions are short too, whatever they import."""
MODULE_LINES, FUNCTION_LINES = 400, 60
QT = {"qgis", "osgeo", "PyQt5", "PyQt6", "PySide2", "PySide6", "processing"}
HEAVY = {
    "torch", "torchvision", "timm", "rasterio", "pyogrio", "sklearn", "skimage", "scipy", "matplotlib", "safetensors",
    "shapely", "pyproj", "dask", "distributed", "onnx", "onnxruntime", "openvino", "tensorboard", "huggingface_hub",
    "joblib",
}  # fmt: skip
READ_BY_QGIS = {
    "core.errors", "core.events", "core.parameters", "core.files.whole_file", "core.jobs.specs", "core.geodata.scene",
    "core.training.settings.recipe", "core.training.settings.recipes", "core.labels.legend", "core.model.model_card",
    "core.model.card_file",
    "core.environment.installation", "models", "models.table",
}  # fmt: skip
FLOORS = (
    "core", "core.files",
    "core.environment.pip", "core.environment.python", "core.environment",
    "core.geodata.sources", "core.geodata", "core.geodata.values", "core.geodata.vector", "core.sample",
    "core.sample.lithology",
    "core.preparation.base", "core.preparation.points", "core.preparation.compositions", "core.preparation.fusion",
    "core.preparation.pansharpening", "core.preparation.magnetics", "core.preparation.radiometrics",
    "core.preparation.spectral", "core.preparation.terrain", "core.preparation",
    "core.labels.names", "core.labels", "core.labels.sources", "core.labels.datasets", "core.labels.splitting",
    "core.assessment.boundaries", "core.assessment", "core.review", "core.assessment.sampling",
    "core.model",
    "core.prediction.raster", "core.prediction.engines", "core.prediction", "core.prediction.fitting",
    "core.prediction.cluster",
    "core.training.settings", "core.training.optimisation", "core.training.data", "core.training.runs",
    "core.training.results", "core.training.network", "core.training.classifier", "core.training.committee",
    "core.training",
    "core.live",
    "core.vectorise",
    "core.correction.pixels", "core.correction", "core.correction.transfer", "core.correction.results",
    "core.comparison",
    "core.explanation",
    "core.interchange",
    "core.report.pages", "core.report",
    "core.jobs", "core.jobs.labels", "core.jobs.preparation", "core.jobs.training", "core.jobs.assessment",
    "core.jobs.correction", "core.jobs.interchange",
    "core.commands.base", "core.commands",
    "models", "models.encoders", "models.networks", "models.classifiers",
)  # fmt: skip
"""The rooms of core and models from the bottom up: each imports only what stands before it."""
DOORS = {("core.model.catalogue", "models"), ("core.model.catalogue", "models.encoders.pretrained")}
"""Modules that look something up on a higher floor by its name at run time, and where."""
BUILT_ON_CORE = ("core.errors", "core.files.digest", "core.message", "core.files.named_files", "core.parameters",
                 "core.files.whole_file", "core.labels.legend", "core.model.architecture",
                 "core.model.blank_weights")  # fmt: skip
"""What of core the models may know."""
FOLDER_FILES = 20
"""Folders hold fewer files of Python, `__init__.py` and conftest.py among them."""

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

    @property
    def room(self) -> str:
        """The dotted name of its folder."""
        return ".".join(self.path.relative_to(ROOT).parts[:-1])

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
            elif isinstance(node, ast.Call) and _called(node) == "import_module":
                yield from self._named_at_run_time(node, [part for part in package if part])

    def _named_at_run_time(self, call: ast.Call, package: list[str]) -> Iterator[str]:
        """The module that `import_module` names, where its name is a literal."""
        name = call.args[0].value if isinstance(call.args[0], ast.Constant) else ""
        level = len(name) - len(name.lstrip("."))
        if level:
            yield "." + ".".join([*package[: len(package) + 1 - level], name[level:]])
        elif name:
            yield name

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function and method."""
        yield from (node for node in ast.walk(self.tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


def _called(call: ast.Call) -> str:
    """The bare name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


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
    assert [row for row in offenders({"core"}, (".models", ".ui", ".plugin")) if not is_door(row)] == []
    assert offenders({"models"}, (".ui", ".plugin")) == []
    assert wrong_arrows(MODULES) == []


def test_a_turned_arrow_is_found() -> None:
    upwards = parsed("core/labels/legend.py", "from ..jobs.specs import Scene")
    sideways = parsed("models/networks/unet.py", "def build():\n    import_module('..classifiers.forest', __package__)")
    known = [module for module in MODULES if module.name not in {upwards.name, sideways.name}]
    assert wrong_arrows([upwards, sideways, *known]) == [
        "core.labels.legend imports core.jobs.specs, but core.jobs stands above core.labels",
        "models.networks.unet imports models.classifiers.forest, but models.classifiers stands above models.networks",
    ]


def test_every_room_has_its_floor_and_is_not_crowded() -> None:
    modules = Counter(module.room for module in MODULES if module.path.name != "__init__.py")
    assert {room for room in modules if room.split(".")[0] not in {"ui", ""}} == set(FLOORS)
    files = Counter(module.room for module in MODULES)
    assert {room: count for room, count in files.items() if count >= FOLDER_FILES} == {}


def test_no_two_rooms_of_the_interface_import_each_other() -> None:
    names = {module.name: module.room for module in MODULES}
    arrows = {
        (module.room, names[target])
        for module in MODULES
        if module.layer == "ui"
        for target in targets(module, names)
        if names[target] != module.room
    }
    both = {(one, other) for one, other in arrows if (other, one) in arrows and one < other}
    assert {pair for pair in both if not f"{pair[1]}.".startswith(f"{pair[0]}.")} == set()


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circle(MODULES) == []


def test_a_circle_is_found() -> None:
    modules = [
        parsed("core/labels/legend.py", "from .palette import colours"),
        parsed("core/labels/palette.py", "def take():\n    from . import origins"),
        parsed("core/labels/origins.py", "from .legend import Legend"),
    ]
    assert set(circle(modules)) == {"core.labels.legend", "core.labels.palette", "core.labels.origins"}
    assert circle(modules[:2]) == []


def test_models_know_of_core_what_they_are_made_with() -> None:
    known = {module.name for module in MODULES if module.layer == "core"}
    read = {target for module in MODULES if module.layer == "models" for target in targets(module, known)}
    assert read <= set(BUILT_ON_CORE)


def test_tasks_are_added_where_none_is_lost() -> None:
    added = [
        str(path.relative_to(ROOT)) for path in (ROOT / "ui").rglob("*.py") if ".addTask(" in path.read_text("utf-8")
    ]
    assert added == ["ui/worker/task.py"]


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
    around = [path for folder in BESIDE for path in sorted((ROOT / folder).rglob("*.py"))]
    long = []
    for module in [*MODULES, *(parsed(str(path), path.read_text(encoding="utf-8")) for path in around)]:
        if module.text.count("\n") > MODULE_LINES:
            long.append(f"{module.path.relative_to(ROOT)}: {module.text.count(chr(10))} lines")
        for function in module.functions():
            lines = (function.end_lineno or function.lineno) - function.lineno + 1
            if lines > FUNCTION_LINES:
                long.append(f"{module.path.relative_to(ROOT)}: {function.name} has {lines} lines")
    assert long == []


def test_folders_of_tests_and_benchmarks_are_not_crowded() -> None:
    files = Counter(path.parent for folder in ("tests", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
    assert {str(folder): count for folder, count in files.items() if count >= FOLDER_FILES} == {}


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


def test_a_class_is_defined_once() -> None:
    assert doubled_classes(MODULES) == {}


def test_a_doubled_class_is_found() -> None:
    twice = [parsed("core/labels/one.py", "class Count: ..."), parsed("ui/dock/other.py", "class Count: ...")]
    once = [parsed("models/networks/one.py", "class _Count: ..."), parsed("core/labels/two.py", "class _Count: ...")]
    assert doubled_classes([*twice, *once]) == {"Count": ["core.labels.one", "ui.dock.other"]}


def targets(module: Module, known: Container[str]) -> Iterator[str]:
    """Give the modules of the package that a module imports, among those that are known."""
    for name in module.imports():
        if name.startswith("."):
            whole = name.lstrip(".")
            yield from [target for target in (whole, whole.rpartition(".")[0]) if target in known][:1]


def circle(modules: list[Module]) -> list[str]:
    """Give modules each of which imports the next one, and the last one the first; none where there is no circle."""
    names = {module.name for module in modules}
    known = {module.name: set(targets(module, names)) - {module.name} for module in modules}
    for module, target in DOORS:
        known.get(module, set()).discard(target)
    try:
        TopologicalSorter(known).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def wrong_arrows(modules: list[Module]) -> list[str]:
    """Say which imports lead upwards, from the rooms' floors."""
    rooms = {module.name: module.room for module in modules}
    floor = {room: number for number, room in enumerate(FLOORS)}
    return sorted(
        f"{module.name} imports {target}, but {rooms[target]} stands above {module.room}"
        for module in modules
        for target in targets(module, rooms)
        if floor.get(module.room, len(floor)) < floor.get(rooms[target], -1) and (module.name, target) not in DOORS
    )


def doubled_classes(modules: list[Module]) -> dict[str, list[str]]:
    """Give the modules that define a public class of the same name, by that name."""
    homes: dict[str, list[str]] = defaultdict(list)
    for module in modules:
        for node in module.tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(module.name)
    return {name: names for name, names in homes.items() if len(names) > 1}


def is_door(row: str) -> bool:
    return any(f"{one.replace('.', '/')}.py imports .{other}" in row for one, other in DOORS)


def parsed(path: str, text: str) -> Module:
    return Module(ROOT / path, text, ast.parse(text))


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
