"""Run by the interpreter that is looked at, alone and by its path: what it is, and what it can import.

It uses the standard library as any Python 3 has it, because the interpreter may be old or strange.
"""

import importlib
import importlib.metadata
import json
import platform
import sys


def look(module: str, package: str, imported: bool) -> dict:
    """Give a module's version, or why it can't be used; importing it is what proves it."""
    loaded = None
    if imported:
        try:
            loaded = importlib.import_module(module)
        except Exception as error:  # noqa: BLE001  (whatever a broken package raises is the finding)
            return {"error": "%s: %s" % (type(error).__name__, error)}  # noqa: UP031
    try:
        return {"version": importlib.metadata.version(package)}
    except importlib.metadata.PackageNotFoundError:
        if not imported:
            return {"error": "it is not installed"}
        return {"version": str(getattr(loaded, "__version__", ""))}


def main() -> None:
    """Print one line of JSON, behind whatever the packages print themselves."""
    modules = {module: look(module, package, imported) for module, package, imported in json.loads(sys.argv[1])}
    gpu = ""
    if "version" in modules.get("torch", {}):
        import torch

        cuda = getattr(torch, "cuda", None)
        gpu = cuda.get_device_name(0) if cuda is not None and cuda.is_available() else ""
    report = {"python": platform.python_version(), "machine": platform.machine(), "modules": modules, "gpu": gpu}
    print("\n" + json.dumps(report))  # noqa: T201


if __name__ == "__main__":
    main()
