"""Input that doesn't fit, through the command's door: handled, or refused in words that say what to do."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Optional

import numpy as np
import pyogrio.raw
import pytest
import rasterio
import shapely
from outcrop.core.commands.command_line import main
from pyproj import Transformer
from rasterio.transform import from_origin

from tests.core.jobs.assessment.test_accuracy_sample import opened
from tests.core.jobs.conftest import CRS, NORTH, WEST, write_polygons
from tests.core.jobs.test_evaluate import stripes, write_prediction

NAMES = ["background", "dike"]


def write_points(path: Path, places: list[tuple[float, float]], kinds: list[str], crs: str = CRS) -> None:
    to_crs = Transformer.from_crs(CRS, crs, always_xy=True).transform
    shapes = [shapely.Point(*to_crs(WEST + x, NORTH - y)) for x, y in places]
    pyogrio.raw.write(
        str(path), shapely.to_wkb(np.array(shapes)), [np.array(kinds, dtype=object)], np.array(["kind"]),
        geometry_type="Point", crs=crs, driver="GPKG",
    )  # fmt: skip


def write_labels(path: Path, classes: np.ndarray, transform: Any, crs: str = CRS) -> None:
    with rasterio.open(
        path, "w", driver="GTiff", height=classes.shape[0], width=classes.shape[1], count=1, dtype="uint8", crs=crs,
        transform=transform, nodata=0,
    ) as dataset:  # fmt: skip
        dataset.write(classes, 1)


@pytest.fixture(scope="module")
def files(scene: Any, tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """Make maps, references and a model once."""
    folder = tmp_path_factory.mktemp("bad")
    classes = stripes()
    full = classes.copy()
    classes[:6] = 0
    other = np.where(classes == 0, 0, full)
    other[30:60, 10:40] = 3 - other[30:60, 10:40]
    for name, values, names in (
        ("map", classes, NAMES), ("empty", np.zeros_like(classes), NAMES), ("other", other, NAMES),
        ("one", np.ones_like(classes), NAMES), ("lake", np.ones_like(classes), ["lake", "sea"]),
    ):  # fmt: skip
        write_prediction(SimpleNamespace(write_image=scene.write_image), folder / f"{name}.tif", values, names)
    shutil.copy(folder / "map.tif", folder / "away.tif")
    with rasterio.open(folder / "away.tif", "r+") as dataset:
        dataset.transform = from_origin(WEST + 9000, NORTH, 1, 1)
    write_polygons(folder / "far.gpkg", [(5000, 5000, 5050, 5050)], ["dike"])
    write_polygons(folder / "vein.gpkg", [(4, 12, 92, 24)], ["vein"])
    write_polygons(folder / "tiny.gpkg", [(40, 40, 44, 44)], ["dike"])
    write_labels(folder / "far.tif", full, from_origin(WEST + 9000, NORTH, 1, 1))
    write_labels(folder / "coarse.tif", full[::2, ::2], from_origin(WEST, NORTH, 2, 2))
    west, north = Transformer.from_crs(CRS, "EPSG:4326", always_xy=True).transform(WEST, NORTH)
    write_labels(folder / "degrees.tif", full, from_origin(west, north, 1 / 91_000, 1 / 111_000), "EPSG:4326")
    write_points(folder / "far_points.gpkg", [(5000, 5000)], ["dike"])
    write_points(folder / "nodata_points.gpkg", [(10, 3), (20, 3)], NAMES)
    write_points(folder / "mixed_points.gpkg", [(10, 3), (20, 15), (30, 30), (5000, 1)], ["dike", "dike", *NAMES])
    write_points(folder / "degree_points.gpkg", [(10, 15), (20, 15), (30, 30)], ["dike", "dike", NAMES[0]], "EPSG:4326")
    return SimpleNamespace(folder=folder, image=scene.image, polygons=scene.polygons, west=scene.west)


@pytest.fixture
def said(files: SimpleNamespace, capfd: pytest.CaptureFixture[str]) -> Callable[[str], tuple[int, str]]:
    """Give a function that runs a command, in which {f} is the folder, and gives what it returned and said."""

    def run(command: str) -> tuple[int, str]:
        capfd.readouterr()
        words = [word.format(f=files.folder, **vars(files)) for word in command.split()]
        code = main(words)
        told = capfd.readouterr()
        return code, told.err + told.out

    return run


FIELD, AREA = "--class-field kind", "--labelled-area {west}"
POINTS_MISS = "No point .* lies on the raster"
MISSES, NO_PIXEL = "miss(es)? the imagery", "No labelled pixel lies where the prediction has a class"
BOTH_LISTS = "The classes here are background, dike, those of “.*” vein: they have none in common"
REFERENCES = {
    "far polygons": ("map", f"far.gpkg {FIELD}", MISSES, MISSES),
    "far raster": ("map", "far.tif", MISSES, MISSES),
    "far points": ("map", f"far_points.gpkg {FIELD}", POINTS_MISS, POINTS_MISS),
    "far area": ("map", f"vein.gpkg {FIELD} --labelled-area {{f}}/far.gpkg --renamed vein=dike", MISSES, MISSES),
    "other names": ("map", f"vein.gpkg {FIELD}", f"{BOTH_LISTS}.*which class", f"{BOTH_LISTS}.*which class"),
    "names that aren't there": (
        "map", f"vein.gpkg {FIELD} --renamed vein=lake", "no class “lake”; it has: background, dike", "no class “lake”"
    ),
    "one class labelled": (
        "map", f"vein.gpkg {FIELD} --renamed vein=dike", "(?s)one class alone, “dike”.*– +100.00 ", "shows no boundary"
    ),
    "a map of one class": ("one", f"far.gpkg {FIELD}", MISSES, MISSES),
    "an empty map": ("empty", "coarse.tif --renamed 1=background,2=dike", NO_PIXEL, NO_PIXEL),
    "points on nodata": ("map", f"nodata_points.gpkg {FIELD}", NO_PIXEL, "holds points, which have no boundary"),
    "some points off": (
        "map", f"mixed_points.gpkg {FIELD}", "(?s)1 point outside.*2 labelled points; 1 more have no prediction",
        "holds points",
    ),
    "points in degrees": ("map", f"degree_points.gpkg {FIELD}", "(?s)Pixel accuracy 100.*3 labelled points", "points"),
    "a coarser raster": (
        "map", "coarse.tif --renamed 1=background,2=dike", "Pixel accuracy 100.00", "contacts +1.000 +1.000 +1.000"
    ),
    "a raster in degrees": (
        "map", "degrees.tif --renamed 1=background,2=dike", "Pixel accuracy 99", "contacts +1.000 +1.000 +1.000"
    ),
}  # fmt: skip
"""By name: the map, the reference, and what `evaluate` and `assess-boundaries` say."""


@pytest.mark.parametrize("name", REFERENCES)
def test_references(said: Callable[[str], tuple[int, str]], name: str) -> None:
    mapped, labels, *expected = REFERENCES[name]
    for command, words in zip(("evaluate", "assess-boundaries"), expected):
        _code, text = said(f"{command} --prediction {{f}}/{mapped}.tif --labels {{f}}/{labels}")
        assert re.search(words, text), text


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("{f}/none.tif", "none.tif” can't be read"),
        ("{image}", "doesn't hold the probabilities of .* Predict again with probabilities"),
        ("{f}/map.tif", "doesn't hold the probabilities of"),
    ],
)
def test_probabilities(said: Callable[[str], tuple[int, str]], given: str, words: str) -> None:
    code, text = said(
        f"evaluate --prediction {{f}}/map.tif --labels {{polygons}} {FIELD} {AREA} --probabilities {given}"
    )
    assert code == 2
    assert re.search(words, text), text


def answered(source: Path, path: Path, give: Callable[[int, str], Optional[str]]) -> None:
    """Copy a sample and answer its points by number and stratum."""
    shutil.copy(source, path)
    facts, fids, _, values = pyogrio.raw.read(str(path), return_fids=True)
    strata = dict(zip(facts["fields"], values))["stratum"]
    with opened(str(path)) as file:
        file.executemany(
            "UPDATE accuracy_sample SET answer = ? WHERE fid = ?",
            [(give(number, strata[number]), int(fid)) for number, fid in enumerate(fids)],
        )


ANSWERS: dict[str, tuple[Callable[[int, str], Optional[str]], str]] = {
    "none": (lambda _n, _s: None, "At least two points of every stratum .* “background” .0., “dike” .0."),
    "half": (lambda n, s: s if n % 2 else None, "21 of 41 points aren't answered yet; those answered are used"),
    "one stratum": (lambda _n, s: s if s == "dike" else None, "fewer in “background” .0."),
    "can't tell": (lambda _n, _s: "?", "At least two points"),
    "foreign": (lambda _n, _s: "lake", "classes that the map doesn't have: lake. The map has: background, dike"),
    "one class": (lambda _n, _s: "background", "Overall accuracy +0.511 +0.395 – 0.627"),
}  # fmt: skip


@pytest.fixture(scope="module")
def drawn(files: SimpleNamespace) -> SimpleNamespace:
    """Draw a sample of a map, and one where two maps differ."""
    made = SimpleNamespace(one=files.folder / "sample.gpkg", two=files.folder / "two.gpkg")
    first, second = (str(files.folder / f"{name}.tif") for name in ("map", "other"))
    few = ["--points", "40", "--least-per-class", "10"]
    assert main(["draw-sample", "--prediction", first, "--out", str(made.one), *few]) == 0
    assert main(["draw-sample", "--prediction", first, "--other", second, "--out", str(made.two), *few]) == 0
    return made


@pytest.mark.parametrize("name", ANSWERS)
def test_answers(
    said: Callable[[str], tuple[int, str]], drawn: SimpleNamespace, files: SimpleNamespace, name: str
) -> None:
    give, words = ANSWERS[name]
    answered(drawn.one, files.folder / "answered.gpkg", give)
    _code, text = said("assess-sample --prediction {f}/map.tif --sample {f}/answered.gpkg")
    assert re.search(words, text), text


def test_samples_of_other_maps(
    said: Callable[[str], tuple[int, str]], drawn: SimpleNamespace, files: SimpleNamespace
) -> None:
    answered(drawn.one, files.folder / "right.gpkg", lambda _n, s: s)
    assess = "assess-sample --sample {f}/right.gpkg --prediction {f}/"
    for name in ("away", "empty"):
        assert "No answered point lies where the map has a class" in said(f"{assess}{name}.tif")[1]
    assert "The map has: lake, sea" in said(f"{assess}lake.tif")[1]
    assert "drawn for another map" in said(f"{assess}one.tif")[1]
    assert "nothing to draw a sample from" in said("draw-sample --prediction {f}/empty.tif --out {f}/x.gpkg")[1]
    assert (
        "“dike” has too few pixels on the map (0): no point"
        in said("draw-sample --prediction {f}/one.tif --points 40 --out {f}/x.gpkg")[1]
    )


def test_a_sample_without_a_coordinate_system_is_told(
    said: Callable[[str], tuple[int, str]], drawn: SimpleNamespace, files: SimpleNamespace
) -> None:
    facts, _, shapes, values = pyogrio.raw.read(str(drawn.one))
    pyogrio.raw.write(
        str(files.folder / "bare.gpkg"), shapes, values, facts["fields"], geometry_type="Point", crs=None, driver="GPKG"
    )
    code, text = said("assess-sample --prediction {f}/map.tif --sample {f}/bare.gpkg")
    assert code == 2
    assert re.search("bare.gpkg” doesn't say its coordinate system", text), text


def test_two_maps(said: Callable[[str], tuple[int, str]], drawn: SimpleNamespace, files: SimpleNamespace) -> None:
    both = "--prediction {f}/map.tif --other {f}/other.tif"
    answered(drawn.two, files.folder / "tie.gpkg", lambda n, _s: NAMES[n % 2])
    assert re.search(
        r"first is right at 0\.\d+ of the decided points", said(f"assess-sample {both} --sample {{f}}/tie.gpkg")[1]
    )
    assert "has an answer. Answer some first" in said(f"assess-sample {both} --sample {{f}}/two.gpkg")[1]
    assert "give both maps" in said("assess-sample --prediction {f}/map.tif --sample {f}/tie.gpkg")[1]
    draw = "draw-sample --prediction {f}/map.tif --out {f}/x.gpkg --other {f}/"
    assert "don't differ anywhere" in said(f"{draw}map.tif")[1]
    assert "doesn't overlap the other map" in said(f"{draw}away.tif")[1]
    assert "Choose maps and models of the same classes" in said(f"{draw}lake.tif")[1]


@pytest.mark.slow
def test_models(said: Callable[[str], tuple[int, str]], files: SimpleNamespace) -> None:
    settings = "--model maximum_likelihood --set gap_px=2 --set tile_px=16 --image {image}"
    assert said(f"train {settings} --labels {{polygons}} {FIELD} {AREA} --out {{f}}/m.safetensors")[0] == 0
    explain = "--model {f}/m.safetensors --image {image} --block-px 16 --labels {f}/"
    for command in ("band-importance", "applicability --out {f}/a.tif"):
        for labels in (f"far.gpkg {FIELD}", "far.tif"):
            assert re.search(MISSES, said(f"{command} {explain}{labels}")[1])
        assert re.search("(Fewer than two|one) block", said(f"{command} {explain}tiny.gpkg {FIELD}")[1])
    assert "not points" in said(f"band-importance {explain}degree_points.gpkg {FIELD}")[1]
    assert said(f"applicability --out {{f}}/a.tif {explain}degree_points.gpkg {FIELD}")[0] == 0
    text = said(f"band-importance {explain}vein.gpkg {FIELD}")[1]
    assert re.search(BOTH_LISTS, text)
    assert "say which class" not in text
    compare = f"compare {settings} --set block_px=16 --bootstrap-block-px 8 {FIELD} --labels "
    assert re.search(MISSES, said(f"{compare}{{f}}/far.gpkg --out {{f}}/c1")[1])
    assert "only one class with pixels, “dike”" in said(f"{compare}{{polygons}} --out {{f}}/c2")[1]
    model = "--model-file {f}/m.safetensors"
    text = said(f"{compare}{{polygons}} {AREA} {model} --out {{f}}/c3")[1]
    assert re.search(r"mIoU 0\.000 \(−(0\.1\d\d) – \1\), p 1\.000 after Holm, McNemar 1\.000", text), text
    assert json.loads((files.folder / "c3" / "comparison.json").read_text())["pairs"][0]["p_holm"] == 1.0
    code, text = said(f"{compare}{{f}}/vein.gpkg {AREA} {model} --out {{f}}/c4")
    assert code == 0
    assert re.search("(?s)Measured on .*m: The classes here are background, vein", text), text
