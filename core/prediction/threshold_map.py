"""A map thresholded anew: one class against the rest, from the probabilities that were kept."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from rasterio import DatasetReader

from ..errors import BadInputError
from ..events import Events
from ..geodata.file_names import probabilities_of
from ..geodata.grid import Grid
from ..geodata.raster_file import open_raster
from ..plain_name import xml_text
from .raster.class_file import ClassFile, open_class_file
from .raster.output import Outputs
from .raster.tags import PROBABILITIES_TAG
from .raster.threshold import Threshold, check_threshold, rest_of, thresholded

_BLOCK = 1024


def kept_probabilities(prediction: str, given: str = "") -> str:
    """Give the raster of probabilities of a prediction: the one given, or the one beside it or noted in it.

    Raises:
        BadInputError: When there is none.
    """
    if given:
        return given
    with open_raster(prediction) as dataset:
        found = probabilities_of(prediction, dataset.tags().get(PROBABILITIES_TAG, ""))
    if found:
        return found
    raise BadInputError(
        "No probabilities were kept with “{prediction}”. Predict again with probabilities, or give their raster.",
        prediction=prediction,
    )


def write_thresholded(prediction: str, probabilities: str, out: str, threshold: Threshold, events: Events) -> Outputs:
    """Write a map anew: class c where p_c ≥ t, else the likeliest of the rest; memory doesn't grow with its size.

    Where the map has another class than c already, that is the likeliest of the rest, and it stays.

    Args:
        prediction: The class raster.
        probabilities: The raster of probabilities that was kept with it.
        out: The class raster to write.
        threshold: c and t.
        events: Told how far it is.

    Raises:
        BadInputError: For rasters that don't belong together, or a class that isn't there.
    """
    given = open_class_file(prediction)
    check_threshold(threshold, given.legend)
    own = given.legend.id_of(threshold.class_name)
    wanted = given.rewritten(Path(out))
    metadata = {**wanted.metadata, PROBABILITIES_TAG: str(Path(probabilities).resolve())}
    with ExitStack() as stack:
        before = stack.enter_context(open_raster(prediction))
        kept = stack.enter_context(open_raster(probabilities))
        _check_fit(given, kept, probabilities)
        made = stack.enter_context(Outputs(replace(wanted, metadata=metadata, threshold=threshold), given.grid))
        blocks = list(given.grid.blocks(_BLOCK))
        for number, block in enumerate(blocks):
            events.progress(number / len(blocks), "Writing the map")
            labels, values = before.read(1, window=block.rasterio()), kept.read(window=block.rasterio())
            rest = rest_of(values, own - 1)
            made.write(block, thresholded(labels, values[own - 1], rest, own, threshold.byte), labels > 0)
    return made


def _check_fit(given: ClassFile, kept: DatasetReader, path: str) -> None:
    """Refuse probabilities of another map."""
    names = tuple(map(xml_text, given.legend.names))
    if tuple(kept.descriptions) != names or set(kept.dtypes) != {"uint8"}:
        raise BadInputError(
            "“{path}” doesn't hold the probabilities of {names}, the classes of “{prediction}”. Choose the raster that "
            "was made with it.",
            path=path, names=", ".join(f"“{name}”" for name in names), prediction=given.path,
        )  # fmt: skip
    if not Grid.of(kept).same_as(given.grid):
        raise BadInputError(
            "“{path}” has other pixels than “{prediction}”. Choose the probabilities that were made with it.",
            path=path, prediction=given.path,
        )  # fmt: skip
