"""The headline: the few measures that are followed from epoch to epoch and shown first, and what they hide."""

from __future__ import annotations

from ..labels.legend import Legend
from .confusion import Confusion


def headline(confusion: Confusion, legend: Legend) -> dict[str, float]:
    """Give mIoU over all classes, F1 over the classes but background, pixel accuracy and kappa."""
    measures = confusion.measures(legend)
    averages = measures["averages"]
    return {
        "miou": averages["all_classes"]["iou"],
        "f1": averages.get("foreground", averages["all_classes"])["f1"],
        "accuracy": measures["pixel_accuracy"],
        "kappa": measures["kappa"],
    }


def missed_classes(confusion: Confusion, legend: Legend) -> tuple[str, ...]:
    """Name the classes that occur and of which not one pixel was found."""
    by_class = zip(legend.names, confusion.of_classes())
    return tuple(name for name, measures in by_class if measures.true_px and not measures.recall)
