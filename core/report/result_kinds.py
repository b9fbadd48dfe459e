"""The results that a comparison's report shows besides the comparison: the one list for job, command line and QGIS."""

from __future__ import annotations

from dataclasses import dataclass

from ..wording import translatable


@dataclass(frozen=True)
class ResultKind:
    """One kind of result.

    Attributes:
        key: Its name, by which the report draws it.
        title: The heading of its section.
        command: What writes it on the command line.
        algorithm: What writes it in the toolbox.
    """

    key: str
    title: str
    command: str
    algorithm: str


RESULT_KINDS = (
    ResultKind("areas", translatable("Map accuracy and areas"), "assess-sample --out", "sampleaccuracy"),
    ResultKind("accuracy", translatable("Accuracy against labels"), "evaluate --out", "accuracy"),
    ResultKind("boundaries", translatable("Boundaries and objects"), "assess-boundaries --out", "boundaryaccuracy"),
    ResultKind("bands", translatable("Which bands matter"), "band-importance --out", "bandimportance"),
    ResultKind("trusted", translatable("Where the model may be trusted"), "applicability", "applicability"),
    ResultKind("saliency", translatable("What the network looks at"), "saliency", "saliency"),
)
"""In the order in which the report shows them."""


def commands() -> str:
    """List what writes such results on the command line."""
    return ", ".join(f"outcrop {kind.command}" for kind in RESULT_KINDS)
