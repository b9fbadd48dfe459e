"""What is said of a model's figures: classes that weren't learned, next to nothing held back, and what is too good."""

from __future__ import annotations

from ..assessment.headline import missed_classes
from ..assessment.spread import FEW_PLACES, WIDE
from ..events import Events
from ..labels.parts import PART_NAMES, VALIDATION
from ..message import Message, joined
from ..model.catalogue import architecture
from ..model.model_card import AGREEMENT, ModelCard
from .data.labelling import Labelling
from .results.trained import Trained

_MUCH_BETTER = 0.1
"""An F1 that is so much above the one on which a committee's models agree is told to be too good (ours)."""


def warn_of_figures(card: ModelCard, trained: Trained, labelling: Labelling, events: Events) -> None:
    """Say what of a model's figures isn't what it seems.

    Args:
        card: With the figures.
        trained: What they were measured of.
        labelling: The labels, some of which were held back.
        events: Hears it.
    """
    _warn_of_missed(card, trained, labelling, events)
    _warn_of_thin(card, trained, labelling, events)
    _warn_of_disagreement(card, events)


def _warn_of_missed(card: ModelCard, trained: Trained, labelling: Labelling, events: Events) -> None:
    """Say which classes weren't learned at all, and what helps."""
    missed = missed_classes(trained.confusion, labelling.legend)
    if not missed:
        return
    helps = Message("Draw more of it" if len(missed) == 1 else "Draw more of them")
    if not architecture(card.architecture).is_fitted:
        rate = float(card.recipe["learning_rate"])
        helps = Message(
            "{helps}, train longer, or lower the learning rate ({low:g} instead of {rate:g})",
            helps=helps, low=rate / 10, rate=rate,
        )  # fmt: skip
    names = ", ".join(f"“{name}”" for name in missed)
    events.warning(
        "Not one pixel of class {names} was found where the model is measured. {helps}.", names=names, helps=helps
    )


def _warn_of_thin(card: ModelCard, trained: Trained, labelling: Labelling, events: Events) -> None:
    """Say that the figures rest on next to nothing, where they do."""
    if "spread" not in card.measures or trained.blocks is None:
        return
    held = PART_NAMES[VALIDATION]
    polygons, pixels = card.provenance["polygons"].get(held), sum(card.provenance["pixels"][held].values())
    low, high = card.measures["spread"]["f1"]
    are_few = 0 < polygons < FEW_PLACES if polygons is not None else len(trained.blocks) == 1
    if not are_few and high - low < WIDE:
        return
    amount = Message("{pixels} pixels", pixels=pixels)
    if polygons:
        amount = Message(
            "1 polygon with {pixels} pixels" if polygons == 1 else "{polygons} polygons with {pixels} pixels",
            polygons=polygons, pixels=pixels,
        )  # fmt: skip
    told = Message(
        "The figures rest on {places} held back, which is next to nothing: F1 {f1:.2f} may as well be anything from "
        "{low:.2f} to {high:.2f}. Draw polygons in more places, or judge the map by an accuracy sample.",
        places=amount, f1=card.measures["f1"], low=low, high=high,
    )  # fmt: skip
    shared = Message("Other parts of the same polygons train, so that the figures are likely too good.")
    events.warning(joined((told, shared)) if sum(labelling.polygons_by_part.values()) > labelling.polygons else told)


def _warn_of_disagreement(card: ModelCard, events: Events) -> None:
    """Say that a committee's models agree on less than what was found on the few labels."""
    agreed, found = card.measures.get(AGREEMENT, {}).get("f1", 1.0), card.measures["f1"]
    if found - agreed < _MUCH_BETTER:
        return
    events.warning(
        "Where it was measured the model has an F1 of {found:.2f}, but on the imagery as a whole the network and the "
        "classifiers beside it agree at {agreed:.2f} only: expect no more of the map. Draw polygons where they "
        "differ (Where to look next), or judge the map by an accuracy sample.",
        found=found, agreed=agreed,
    )  # fmt: skip
