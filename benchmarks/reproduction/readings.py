"""How the figures in `docs/reproduction.md` read: for each paper what agrees and what doesn't."""

from __future__ import annotations

READINGS: dict[str, str] = {
    "pegmatite": (
        "**Agrees:** little can be said at 45 s of training: without leaks U-Net is ahead of the forest, but its "
        "interval holds the forest's figure.\n"
        "**Doesn't:** the improved U-Net isn't ahead of U-Net here, let alone by 18 points, and the forest, which the "
        "paper has 54 points behind, keeps up with networks that have seen so few steps."
    ),
    "lithology": (
        "**Agrees:** under the paper's protocol the forest reaches accuracies nearer to the published kind.\n"
        "**Doesn't:** on blocks that it never saw it loses more than half of its F1: what tiles at a stride of a few "
        "pixels measure is mostly how well pixels are known that have trained; FCN-8s has learned next to nothing in "
        "45 s."
    ),
    "tailings_pond": (
        "**Agrees:** under the paper's protocol the forest is ahead of the SVM and that one of maximum likelihood, in "
        "the published order.\n"
        "**Doesn't:** U-Net isn't first after 45 s of training, and without leaks all four lie within two points, each "
        "inside the others' intervals, 9 to 15 points below what random tiles showed."
    ),
    "landslide_transfer": (
        "**Agrees, doesn't:** open. Only the SVM has been measured, and the two splits measure it at places so "
        "different (42 and 69) that a single split says little; the transfer needs ImageNet's weights, which were out "
        "of reach."
    ),
    "landslide_deeplab": (
        "**Agrees, doesn't:** open. The networks found next to no landslide after 45 s of training; these rows need a "
        "GPU or more time."
    ),
}
