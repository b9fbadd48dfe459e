"""A batch: many rasters with the same models, one after another in one worker that keeps them open."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..errors import BadInputError, CancelledError, OutcropError
from ..events import PROGRESS, Events, message_of
from ..files.disk import make_folder
from ..files.file_list import listed, ways_to_write, without_quotes
from ..files.text_file import read_text
from ..message import Message
from ..model.card_file import read_card
from ..prediction.jobs import PredictJob
from .serving import ServingWorker, WorkerDiedError

_SUFFIX = ".tif"
_TRIES = 2


def stacks_of(images: Sequence[Sequence[str]], image_list: str) -> list[tuple[str, ...]]:
    """Give the images of every map: those that stand at the same place after each --image, or in a line of the list.

    Args:
        images: What follows each --image.
        image_list: A text file with an image in each line, and a tab between the images of a stack; beside it they are
            looked for first. Empty lines and those that begin with # are left out.

    Raises:
        BadInputError: When there are none, or the stacks aren't of one size.
    """
    if bool(images) == bool(image_list):
        raise BadInputError("Give the imagery either with --image or with --image-list.")
    if image_list:
        folder = Path(image_list).parent
        rows = [line.split("\t") for line in listed(read_text(image_list))]
        if not rows:
            raise BadInputError("“{path}” lists no image. Write the path of one into each line.", path=image_list)
        return [tuple(_place(without_quotes(name), folder) for name in names) for names in rows]
    if len({len(group) for group in images}) > 1:
        counts = ", ".join(str(len(group)) for group in images)
        raise BadInputError(
            "Each --image names the same number of rasters, one for each map; these name {counts}.", counts=counts
        )
    return list(zip(*images))


def jobs_of(job: PredictJob, stacks: Sequence[tuple[str, ...]], folder: str) -> list[PredictJob]:
    """Give a job for every map, which is called as its first image and lies in one folder.

    Raises:
        BadInputError: When two maps would have one name, or a model can't be read, which would cost every map.
    """
    for model in job.models:
        read_card(model)
    names = [Path(images[0]).stem for images in stacks]
    twice = next((name for name in names if [one.lower() for one in names].count(name.lower()) > 1), None)
    if twice is not None:
        raise BadInputError(
            "Two images are called “{name}”, and so would be their maps. Rename one, or map them apart.", name=twice
        )
    return [
        replace(job, images=images, out=str(Path(folder) / f"{name}{_SUFFIX}")) for images, name in zip(stacks, names)
    ]


def predict_all(
    jobs: Sequence[PredictJob], events: Events, *, skip_existing: bool = False, worker: ServingWorker | None = None
) -> dict[str, Any]:
    """Do the jobs of a batch; what fails is told and costs its own map alone.

    A worker that dies in the middle costs its raster, which is tried once more in a new one.

    Args:
        jobs: What is to be done.
        events: Gets the progress of the whole batch, and what is told of each map with its name.
        skip_existing: Whether maps that are there already stay.
        worker: What does them; one of this batch alone where it isn't given.

    Returns:
        outputs (by the first image's path), failed (why, by the same), skipped, pixels, seconds (of the maps).

    Raises:
        BadInputError: The folder can't be made.
        CancelledError: The batch was told to stop; what is finished stays.
    """
    for folder in {Path(job.out).parent for job in jobs}:
        make_folder(folder)
    outputs: dict[str, str] = {}
    failed: dict[str, str] = {}
    skipped, pixels, seconds = 0, 0, 0.0
    with worker or ServingWorker() as serving:
        for number, job in enumerate(jobs):
            if skip_existing and Path(job.out).exists():
                skipped += 1
                continue
            try:
                result = _one(serving, job, events, number, len(jobs))
            except CancelledError:
                raise
            except OutcropError as error:
                failed[job.images[0]] = str(error)
                events.warning("{image}: {error}", image=Path(job.images[0]).name, error=error)
                continue
            outputs[job.images[0]] = result["out"]
            pixels, seconds = pixels + result["pixels"], seconds + result["seconds"]
    return {
        "maps": len(outputs), "not_mapped": len(failed), "skipped": skipped, "pixels": pixels, "seconds": seconds,
        "outputs": outputs, "failed": failed,
    }  # fmt: skip


def _one(worker: ServingWorker, job: PredictJob, events: Events, number: int, count: int) -> dict[str, Any]:
    name = Path(job.images[0]).name

    def hear(event: dict[str, Any]) -> None:
        text = Message("{name}: {text}", name=name, text=message_of(event))
        if event["event"] == PROGRESS:
            fraction = (number + float(event.get("fraction") or 0.0)) / count
            events.send(PROGRESS, fraction=fraction, text=text, seconds_left=None)
        else:
            events.send(event["event"], text=text)

    for tried in range(1, _TRIES + 1):
        events.check_cancelled()
        try:
            return worker.do(job, events, hear)
        except WorkerDiedError as error:
            if tried == _TRIES:
                raise
            events.log("{name}: {error} Trying once more.", name=name, error=error)
    raise AssertionError  # pragma: no cover


def _place(image: str, folder: Path) -> str:
    """Give an image's path: beside the list where it is there, else as it was written."""
    for way in ways_to_write(image):
        with suppress(OSError):
            if (folder / way).exists():
                return str(folder / way)
    return image
