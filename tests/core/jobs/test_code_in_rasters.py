"""Virtual rasters that hold code: it is never run, whatever the environment allows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from outcrop.core.errors import DiskError
from outcrop.core.events import Events
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.execution import execute
from outcrop.core.labels.jobs import RasteriseJob
from outcrop.core.prediction.jobs import PredictJob

HEAD = '<VRTDataset rasterXSize="{side}" rasterYSize="{side}"><SRS>EPSG:32654</SRS><GeoTransform>{place}</GeoTransform>'
BAND = '<VRTRasterBand dataType="Byte" band="{band}"{more}<SimpleSource><SourceFilename relativeToVRT="1">{file}'
TAIL = "</SourceFilename><SourceBand>{band}</SourceBand></SimpleSource></VRTRasterBand>"
CODE = (
    ' subClass="VRTDerivedRasterBand"><PixelFunctionLanguage>Python</PixelFunctionLanguage><PixelFunctionType>f'
    "</PixelFunctionType><PixelFunctionCode><![CDATA[\ndef f(given, made, *rest, **more):\n"
    "    open({ran!r}, 'w').close()\n"
    "    made[:] = given[0]\n]]></PixelFunctionCode>"
)


def virtual(path: Path, file: str, more: str) -> str:
    bands = "".join((BAND + TAIL).format(band=band, file=file, more=more) for band in (1, 2, 3))
    head = HEAD.format(side=40, place="400000, 10, 0, 4700000, 0, -10")
    path.write_text(f"{head}{bands}</VRTDataset>")
    return str(path)


@pytest.mark.parametrize("is_within", [False, True], ids=["itself", "within"])
@pytest.mark.parametrize("role", ["image", "labels"])
def test_code_is_not_run(
    role: str, is_within: bool, make_model: Callable[..., str], make_image: Callable[..., str], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("GDAL_VRT_ENABLE_PYTHON", "YES")
    image = make_image(shape=(3, 40, 40))
    ran = tmp_path / "ran"
    path = virtual(tmp_path / "code.vrt", image, CODE.format(ran=str(ran)))
    if is_within:
        path = virtual(tmp_path / "outer.vrt", "code.vrt", ">")
    out = str(tmp_path / "out.tif")
    job = PredictJob((make_model(),), (path,), out) if role == "image" else RasteriseJob(Scene((image,), path), out)
    with pytest.raises(DiskError, match=f"{Path(path).name}.*Python code, which is never run"):
        execute(job, Events())
    assert not ran.exists()
    assert not Path(out).exists()
