"""The script that is shipped as an example does what it says, with the three names changed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from outcrop.ui.processing.provider import OutcropProvider
from qgis.core import QgsVectorLayer

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "map_a_folder.py"


@pytest.mark.slow
@pytest.mark.usefixtures("real_worker")
def test_a_folder_is_mapped_and_a_second_run_goes_on(
    provider: OutcropProvider, scene: Any, model: str, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    folder = tmp_path / "imagery"
    folder.mkdir()
    for name in ("east", "west"):
        shutil.copy(scene.image, folder / f"{name}.tif")
    (folder / "notes.txt").write_text("no raster")
    text = EXAMPLE.read_text(encoding="utf-8")
    for name, value in (("FOLDER", folder), ("MODEL", Path(model)), ("RESULTS", tmp_path / "maps")):
        text, count = re.subn(rf"^{name} = .*$", f"{name} = Path({str(value)!r})", text, flags=re.MULTILINE)
        assert count == 1

    exec(compile(text, str(EXAMPLE), "exec"), {})  # noqa: S102  (as QGIS's console does)
    assert "2 of 2: west_map.tif" in capsys.readouterr().out
    for name in ("east", "west"):
        assert gdal.Open(str(tmp_path / "maps" / f"{name}_map.tif")).ReadAsArray().max() > 0
        assert QgsVectorLayer(str(tmp_path / "maps" / f"{name}_polygons.gpkg")).featureCount() > 0
    (tmp_path / "maps" / "west_map.tif").unlink()
    before = (tmp_path / "maps" / "east_map.tif").stat().st_mtime_ns
    exec(compile(text, str(EXAMPLE), "exec"), {})  # noqa: S102
    assert (tmp_path / "maps" / "west_map.tif").is_file()
    assert (tmp_path / "maps" / "east_map.tif").stat().st_mtime_ns == before
