"""Outputs that a job reads, that another job writes, or that can't be written are refused before any work."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
import typing
import zipfile
from pathlib import Path

import pytest
from outcrop.core.comparison.jobs import CompareJob
from outcrop.core.errors import BadInputError
from outcrop.core.files.output_guard import check_outputs, guarded
from outcrop.core.files.roles import names_read, outputs
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.specs import JOBS
from outcrop.core.labels.datasets.jobs import ExportTilesJob, ImportTilesJob
from outcrop.core.labels.jobs import CheckLabelsJob, RasteriseJob
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.review.jobs import NextTilesJob
from outcrop.core.sample.jobs import SampleJob
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.vectorise.jobs import PolygonsJob

NO_FILES = {
    "scene",
    "bands", "class_field", "layer", "device", "name", "freeze", "scheduler", "class_name", "weights_folder",
    "language", "function", "field", "fields", "sources",
}  # fmt: skip
"""Text fields of jobs that name no file; a cache of downloads is neither input nor output."""


def specs_within(cls: type) -> set[type]:
    hints = typing.get_type_hints(cls)
    found = {cls}
    for field in dataclasses.fields(cls):
        for kind in (hints[field.name], *typing.get_args(hints[field.name])):
            if dataclasses.is_dataclass(kind) and kind.__name__ == "Scene":
                found |= specs_within(typing.cast(type, kind))
    return found


@pytest.mark.parametrize("kind", list(JOBS))
def test_every_job_says_what_it_reads_and_writes(kind: str) -> None:
    for cls in specs_within(JOBS[kind]):
        hints = typing.get_type_hints(cls)
        for field in dataclasses.fields(cls):
            is_text = hints[field.name] in (str, tuple[str, ...])
            is_plain = "label" in field.metadata or field.name in NO_FILES or field.name.endswith("_layer")
            if is_text and not is_plain:
                assert "role" in field.metadata, f"{cls.__name__}.{field.name}"


def predict_job(image: str, out: Path, **more: typing.Any) -> PredictJob:
    return PredictJob(("m.safetensors",), ("other.tif", image), str(out), **more)


@pytest.fixture
def image(tmp_path: Path) -> Path:
    path = tmp_path / "bild é.tif"
    path.write_bytes(b"pixels")
    return path


def spellings(image: Path) -> dict[str, str]:
    """Name one file in many ways."""
    folder = image.parent
    (folder / "sub").mkdir()
    (folder / "link.tif").symlink_to(image)
    os.link(image, folder / "hard.tif")
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("i.tif", b"pixels")
    (folder / "mosaic.vrt").write_text(
        f'<VRTDataset><SourceFilename relativeToVRT="1">{image.name}</SourceFilename></VRTDataset>', encoding="utf-8"
    )
    (folder / "outer.vrt").write_text(
        f"<VRTDataset><SourceFilename>{folder / 'mosaic.vrt'}</SourceFilename></VRTDataset>", encoding="utf-8"
    )
    (folder / "list.txt").write_text(f"\ufeff{image.name}\n", encoding="utf-8")
    (folder / "quoted.txt").write_text(f'# tiles\n"{image.name}"\n', encoding="utf-8")
    (folder / "windows.txt").write_text(f"sub\\..\\{image.name}\r\n", encoding="utf-8")
    (folder / "item.json").write_text(json.dumps({"assets": {"a": {"href": f"./{image.name}"}}}), encoding="utf-8")
    return {
        "itself": str(image),
        "relative": os.path.relpath(image),
        "detour": f"{folder}/sub/../{image.name}",
        "link": str(folder / "link.tif"),
        "hard link": str(folder / "hard.tif"),
        "folder": str(folder),
        "subfile": f"/vsisubfile/0_10,{image}",
        "cached": f"/vsicached?file={image}",
        "prefixed": f"GTIFF_DIR:1:{image}",
        "subdataset": f'NETCDF:"{image}":band',
        "mosaic in words": f"<VRTDataset><SourceFilename>{image}</SourceFilename></VRTDataset>",
        "options": f"vrt://{image}?bands=1",
        "layer": f"{image}|layername=x",
        "address": image.as_uri(),
        "mosaic": str(folder / "mosaic.vrt"),
        "mosaic of mosaics": str(folder / "outer.vrt"),
        "list": str(folder / "list.txt"),
        "quoted list": str(folder / "quoted.txt"),
        "list of Windows": str(folder / "windows.txt"),
        "item": str(folder / "item.json"),
    }


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_an_input_is_known_however_it_is_named(image: Path, tmp_path: Path) -> None:
    for name in spellings(image).values():
        with pytest.raises(BadInputError, match="is an input of this job"):
            check_outputs(predict_job(name, image))
    with pytest.raises(BadInputError, match="is an input"):
        check_outputs(PolygonsJob(f"/vsizip/{tmp_path}/a.zip/i.tif", str(tmp_path / "a.zip")))
    with pytest.raises(BadInputError, match="is an input"):
        check_outputs(PolygonsJob(str(image), str(tmp_path / "link.tif")))


def test_every_input_counts_and_every_file_that_is_written(image: Path, tmp_path: Path) -> None:
    (tmp_path / "map_uncertainty.tif").write_bytes(b"old")
    refused = [
        TrainJob((Scene(("i.tif",), "l.gpkg", labelled_area=str(image)),), str(image)),
        TrainJob((Scene(("i.tif",), "l.gpkg"),), str(image), start_from=str(image)),
        predict_job("i.tif", image, mask=str(image)),
        PredictJob(("a.safetensors", str(image)), ("i.tif",), str(image)),
        predict_job(str(tmp_path / "map_uncertainty.tif"), tmp_path / "map.tif", uncertainty=True),
        RasteriseJob(Scene((str(image),), "l.gpkg"), str(image)),
        CheckLabelsJob(Scene(("i.tif",), str(image)), str(image)),
        PolygonsJob("p.tif", str(image), probabilities=str(image)),
    ]
    for job in refused:
        with pytest.raises(BadInputError, match="is an input"):
            check_outputs(job)
    with pytest.raises(BadInputError, match="which this job fills"):
        check_outputs(ExportTilesJob(Scene((str(image),), "l.gpkg"), str(tmp_path)))
    check_outputs(predict_job(str(tmp_path / "map_uncertainty.tif"), tmp_path / "map.tif"))
    check_outputs(predict_job(str(image), tmp_path / "new.tif"))


def test_labels_may_lie_in_the_run_s_folder(image: Path, tmp_path: Path) -> None:
    """The dock writes layers that are no files there."""
    folder = tmp_path / "own run"
    folder.mkdir()
    labels = folder / "polygons.gpkg"
    labels.write_bytes(b"")
    scene = Scene((str(image),), str(labels))
    check_outputs(TrainJob((scene,), str(tmp_path / "model.safetensors"), run_folder=str(folder)))


def test_the_style_of_an_input_is_not_written_over(image: Path, tmp_path: Path) -> None:
    job = predict_job(str(image), image.with_suffix(".tiff"))
    check_outputs(job)
    image.with_suffix(".qml").write_text("drawn with care")
    with pytest.raises(BadInputError, match="belongs to an input"):
        check_outputs(job)


@pytest.mark.parametrize(
    "ending", [".tif.aux.xml", ".TIF.OVR", ".tif.msk", ".tfw", ".wld", ".hdr", ".prj", ".aux.xml", ".tif.vat.dbf"]
)
def test_what_belongs_to_an_input_is_not_written_over(image: Path, tmp_path: Path, ending: str) -> None:
    part = image.with_name(image.stem + ending)
    job = predict_job(str(image), part)
    check_outputs(job)
    part.write_text("statistics")
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.tif"
    link.symlink_to(image)
    for name in (str(image), str(link), f"/vsicached?file={image}", f"vrt://{image}?bands=1"):
        with pytest.raises(BadInputError, match="belongs to an input"):
            check_outputs(predict_job(name, part))
    assert part.read_text() == "statistics"


def test_parts_of_labels_and_layers_are_not_written_over(tmp_path: Path) -> None:
    for labels, part in (("l.shp", "l.dbf"), ("l.shp", "l.SHX"), ("l.tab", "l.dat"), ("l.gpkg", "l.gpkg-wal")):
        for file in (labels, part):
            (tmp_path / file).write_bytes(b"")
        scene = Scene(("i.tif",), str(tmp_path / labels))
        with pytest.raises(BadInputError, match="belongs to an input"):
            check_outputs(TrainJob((scene,), str(tmp_path / part)))


def test_a_map_of_the_same_name_but_for_the_format_is_no_part(image: Path) -> None:
    for ending in (".shp", ".gpkg", ".img", ".html", "_2.tif"):
        other = image.with_name(image.stem + ending)
        other.write_bytes(b"older")
        check_outputs(predict_job(str(image), other))


def test_names_are_found_in_the_specs_within() -> None:
    job = TrainJob((Scene(("a", "b"), "c", labelled_area="d"), Scene(("e",), "f")), "m", start_from="g", run_folder="r")
    assert sorted(names_read(job)) == list("abcdefg")
    assert [str(path) for path in outputs(job)] == ["m", "r"]


def test_a_name_that_is_too_long_is_refused_before_any_work(tmp_path: Path) -> None:
    fits = tmp_path / f"{'岩' * 80}.tif"
    check_outputs(predict_job("i.tif", fits))
    with pytest.raises(BadInputError, match="too long"):
        check_outputs(predict_job("i.tif", fits, probabilities=True))  # its own name is longer
    with pytest.raises(BadInputError, match="too long"):
        check_outputs(predict_job("i.tif", tmp_path / f"{'x' * 252}.tif"))
    with pytest.raises(BadInputError, match="can't be the name"):
        check_outputs(predict_job("i.tif", tmp_path / "a\0.tif"))


def test_a_place_for_a_folder_that_is_a_file_is_refused_before_any_work(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("")
    scene = Scene(("i.tif",), "l.gpkg")
    for folder in (taken, taken / "below", taken / "further" / "below"):
        for job in (
            SampleJob(str(folder)), ExportTilesJob(scene, str(folder)), ImportTilesJob("tiles", str(folder)),
            CompareJob((scene,), str(folder)), TrainJob((scene,), str(tmp_path / "m"), run_folder=str(folder)),
        ):  # fmt: skip
            with pytest.raises(BadInputError, match=r"“.*taken” is a file and can't be a folder\. Choose"):
                check_outputs(job)
    with pytest.raises(BadInputError, match="doesn't exist"):
        check_outputs(NextTilesJob(scene, "map.tif", str(taken / "reviews.gpkg")))
    check_outputs(NextTilesJob(scene, "map.tif", str(taken)))


def test_two_jobs_to_one_output_are_one_too_many(tmp_path: Path) -> None:
    job = predict_job("i.tif", tmp_path / "map.tif")
    with guarded(job):
        with pytest.raises(BadInputError, match="written by another job"), guarded(job):
            pass
        with guarded(predict_job("i.tif", tmp_path / "other.tif")):
            pass
    with guarded(job):
        pass
    assert list(tmp_path.iterdir()) == []


def test_an_output_by_way_of_a_folder_that_is_not_there_is_the_input_all_the_same(image: Path) -> None:
    with pytest.raises(BadInputError, match="is an input"):
        check_outputs(predict_job(str(image), image.parent / "no such folder" / ".." / image.name))


@pytest.mark.parametrize("name", ["m.safetensors", "report.html", "polygons.gpkg", "m.onnx"])
def test_what_lies_in_a_folder_of_imagery_and_is_none_can_be_written_again(image: Path, name: str) -> None:
    beside = image.with_name(name)
    beside.write_bytes(b"older")
    check_outputs(TrainJob((Scene((str(image.parent),), "labels"),), str(beside)))
    with pytest.raises(BadInputError, match="is an input"):
        check_outputs(TrainJob((Scene((str(image.parent),), str(beside)),), str(beside)))


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are no files there")
def test_inputs_that_nobody_can_open_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.tif")
    (tmp_path / "link.tif").symlink_to(tmp_path / "pipe.tif")
    for name in ("pipe.tif", "link.tif"):
        with pytest.raises(BadInputError, match="is a pipe or a device"):
            check_outputs(predict_job(str(tmp_path / name), tmp_path / "out.tif"))
    with pytest.raises(BadInputError, match="is a pipe or a device"):
        check_outputs(predict_job("/dev/zero", tmp_path / "out.tif"))
    for job in (
        predict_job(os.fsdecode(bytes(tmp_path) + b"/b\xe9ton.tif"), tmp_path / "out.tif"),
        predict_job("i.tif", Path(os.fsdecode(bytes(tmp_path) + b"/b\xe9ton.tif"))),
    ):
        with pytest.raises(BadInputError, match=r"b\ufffdton\.tif”.*Rename"):
            check_outputs(job)


@pytest.mark.parametrize("out", ["/", "."])
def test_an_output_without_a_name_is_refused(out: str, image: Path) -> None:
    with pytest.raises(BadInputError, match="is a folder"):
        check_outputs(PredictJob((str(image),), (str(image),), out))
