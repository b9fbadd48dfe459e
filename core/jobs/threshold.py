"""The job that makes a map anew with more or less of one class, and has the model remember the threshold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..errors import BadInputError, OutcropError
from ..events import Events
from ..files.whole_file import check_writable
from ..model.card_file import read_card, write_card
from ..parameters import check
from ..prediction.jobs import ThresholdJob
from ..prediction.operating_points import points_of
from ..prediction.raster.output import class_shares
from ..prediction.raster.threshold import Threshold, check_threshold, remembering
from ..prediction.threshold_map import kept_probabilities, write_thresholded


def threshold(job: ThresholdJob, events: Events) -> dict[str, Any]:
    """Write a map anew: class c where p_c ≥ t, else the likeliest of the rest.

    Returns:
        out and style (paths), pixels, shares (of the pixels, by class name), remembered (whether the model file
        remembers it now), precision and recall on what the model held back (None where it tells nothing).

    Raises:
        BadInputError: For rasters that don't belong together, a class that isn't there, or a model of other classes.
        OutcropError: When a file is damaged or can't be written.
    """
    check(job)
    check_writable(job.out)
    chosen = Threshold(job.class_name, job.threshold)
    kept = kept_probabilities(job.prediction, job.probabilities)
    card = read_card(job.remember_in) if job.remember_in else None
    if card is not None:
        check_threshold(chosen, card.legend)
    result = write_thresholded(job.prediction, kept, job.out, chosen, events)
    points = points_of(card.measures, chosen.class_name) if card is not None else None
    precision, recall = points.at(chosen.byte) if points is not None else (None, None)
    return {
        "out": job.out, "style": str(Path(job.out).with_suffix(".qml")), "pixels": int(result.counts[1:].sum()),
        "shares": class_shares(result.wanted.legend, result.counts), "remembered": _remember(job, chosen, events),
        "precision": precision, "recall": recall,
    }  # fmt: skip


def _remember(job: ThresholdJob, chosen: Threshold, events: Events) -> bool:
    """Note the threshold in the model file; where that fails, the map is there already, and a warning does."""
    if not job.remember_in:
        return False
    try:
        write_card(job.remember_in, remembering(read_card(job.remember_in), chosen))
    except (OutcropError, OSError) as error:
        reason = error.message if isinstance(error, BadInputError) else error
        events.warning("The map is written, but the model can't remember the threshold: {reason}", reason=reason)
        return False
    return True
