"""A map thresholded anew: one class against the rest, from the probabilities that were kept."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from rasterio import DatasetReader

from ..errors import BadInputError
from ..events import Events
from ..files.beside import probabilities_of
from ..files.plain_name import xml_text
from ..geodata.grid import Grid
from ..geodata.raster_file import open_raster, read_told
from .raster.class_file import ClassFile, open_class_file
from .raster.output import Outputs
from .raster.tags import PROBABILITIES_TAG
from .raster.threshold import Threshold, check_threshold, rest_of, thresholded

_BLOCK = 1024


def kept_probabilities(prediction: str, path: str = "") -> str:
    """Give the raster of probabilities of a prediction: the one given, or the one beside it or noted in it.

    Raises:
        BadInputError: When there is none.
    """
    if path:
        return path
    with open_raster(prediction) as dataset:
        noted = probabilities_of(prediction, dataset.tags().get(PROBABILITIES_TAG, ""))
    if noted:
        return noted
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
        DiskError: When one is damaged or gone.
    """
    class_file = open_class_file(prediction)
    check_threshold(threshold, class_file.legend)
    class_id = class_file.legend.id_of(threshold.class_name)
    wanted = class_file.rewritten(Path(out))
    metadata = {**wanted.metadata, PROBABILITIES_TAG: str(Path(probabilities).resolve())}
    with ExitStack() as stack:
        before = stack.enter_context(open_raster(prediction))
        kept = stack.enter_context(open_raster(probabilities))
        _check_fit(class_file, kept, probabilities)
        outputs = stack.enter_context(Outputs(replace(wanted, metadata=metadata, threshold=threshold), class_file.grid))
        blocks = list(class_file.grid.blocks(_BLOCK))
        for number, block in enumerate(blocks):
            events.progress(number / len(blocks), "Writing the map")
            labels, values = read_told(before, prediction, block), read_told(kept, probabilities, block, None)
            rest = rest_of(values, class_id - 1)
            outputs.write(block, thresholded(labels, values[class_id - 1], rest, class_id, threshold.byte), labels > 0)
    return outputs


def _check_fit(class_file: ClassFile, kept: DatasetReader, path: str) -> None:
    """Refuse probabilities of another map."""
    names = tuple(map(xml_text, class_file.legend.names))
    if tuple(kept.descriptions) != names or set(kept.dtypes) != {"uint8"}:
        raise BadInputError(
            "“{path}” doesn't hold the probabilities of {names}, the classes of “{prediction}”. Choose the raster that "
            "was made with it.",
            path=path, names=", ".join(f"“{name}”" for name in names), prediction=class_file.path,
        )  # fmt: skip
    if not Grid.of(kept).same_as(class_file.grid):
        raise BadInputError(
            "“{path}” has other pixels than “{prediction}”. Choose the probabilities that were made with it.",
            path=path, prediction=class_file.path,
        )  # fmt: skip
