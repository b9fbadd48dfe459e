"""The doctor: what this installation is made of and whether each part of it works, as one text for a bug report."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ..environment.diagnostics import write_diagnostics
from ..environment.python.needs import NEEDS, judge
from ..environment.versions import own_version, version_of
from ..environment.wholeness import broken_packages

ROOT = Path(__file__).resolve().parents[2]
_ENGINES = ("openvino", "onnxruntime")
_GIB = 2**30


def examine(checks: Mapping[str, Callable[[Path], str]] | None = None) -> dict[str, Any]:
    """Look at the installation and try each part of it.

    Returns:
        `facts` by name, `checks` with what each found, `failed` with what each that failed said, and `text`, from
        which the home folder, passwords and tokens are left out.
    """
    passed, failed = {}, {}
    with tempfile.TemporaryDirectory(prefix="outcrop-doctor-") as folder:
        for name, check in (checks or CHECKS).items():
            try:
                passed[name] = check(Path(folder))
            except Exception as error:  # noqa: BLE001  (whatever a broken package raises is the finding)
                failed[name] = f"{type(error).__name__}: {error}"
    facts = _facts()
    told = {f"{name} work": said for name, said in passed.items()}
    told.update({f"{name} FAIL": said for name, said in failed.items()})
    log = Path(sys.prefix).with_name(f"{Path(sys.prefix).name}.log")
    text = write_diagnostics({**facts, **told}, os.environ, log, str(Path.home()))
    return {"facts": facts, "checks": passed, "failed": failed, "text": text}


def _facts() -> dict[str, Any]:
    packages = {need.module: version_of(need.package) for need in NEEDS}
    verdict = judge({module: number for module, number in packages.items() if number})
    free = {"free for temporary files": Path(tempfile.gettempdir()), "free at home": Path.home()}
    return {
        "Outcrop": f"{own_version()}, {ROOT}",
        "System": platform.platform(),
        "Processor": f"{platform.machine()}, {os.cpu_count()} cores",
        "Python": f"{platform.python_version()}, {sys.executable}",
        "Packages": ", ".join(f"{need.package} {packages[need.module] or 'missing'}" for need in NEEDS),
        "Engines": ", ".join(f"{name} {version_of(name) or 'missing'}" for name in _ENGINES),
        "Lacking": ", ".join(verdict.classifiers_lack + verdict.networks_lack) or "nothing",
        **{f"Disk {name}": f"{shutil.disk_usage(path).free / _GIB:.1f} GiB" for name, path in free.items()},
    }


def _packages(folder: Path) -> str:
    del folder
    broken = [info.name.partition("-")[0] for info in broken_packages(Path(sys.prefix))]
    if broken:
        raise RuntimeError("files are missing of " + ", ".join(broken))
    return "no file is missing"


def _rasters(folder: Path) -> str:
    import numpy as np
    import rasterio
    from rasterio.warp import transform

    path, values = folder / "raster.tif", np.arange(12, dtype=np.uint16).reshape(3, 4)
    placement = rasterio.Affine(10, 0, 500_000, 0, -10, 0)
    form = {"driver": "GTiff", "width": 4, "height": 3, "count": 1, "dtype": "uint16", "transform": placement}
    with rasterio.open(path, "w", crs="EPSG:32631", **form) as written:
        written.write(values, 1)
    with rasterio.open(path) as read:
        (longitude,), (latitude,) = transform(read.crs, "EPSG:4326", [500_000], [0])
        if not np.array_equal(read.read(1), values) or abs(longitude - 3) > 1e-6 or abs(latitude) > 1e-6:
            raise RuntimeError("a raster isn't read as it was written, or coordinates are transformed wrongly")
    return f"GDAL {rasterio.__gdal_version__}"


def _layers(folder: Path) -> str:
    import pyogrio
    import shapely

    path = folder / "layer.gpkg"
    pyogrio.raw.write(
        path, shapely.to_wkb([shapely.box(0, 0, 1, 1)]), [], fields=[], geometry_type="Polygon", crs="EPSG:4326"
    )
    count = pyogrio.read_info(path)["features"]
    if count != 1:
        raise RuntimeError(f"a layer of one polygon was read with {count}")
    return f"GDAL {'.'.join(map(str, pyogrio.__gdal_version__))}"


def _networks(folder: Path) -> str:
    import torch

    from ..model.devices import choose_device

    del folder
    device = choose_device()
    layer = torch.nn.Conv2d(3, 2, 3, padding=1).to(device.torch)
    with device.autocast():
        loss = layer(torch.ones(2, 3, 32, 32, device=device.torch)).float().square().mean()
    loss.backward()
    if layer.weight.grad is None or not bool(torch.isfinite(layer.weight.grad).all()):
        raise RuntimeError(f"a training step on {device.title} gives no gradient")
    return f"a training step on {device.title}"


CHECKS: dict[str, Callable[[Path], str]] = {
    "Packages": _packages, "Rasters": _rasters, "Layers": _layers, "Networks": _networks,
}  # fmt: skip
"""What is tried, by what is told to work or to fail; each gets a folder of its own and gives a detail."""
