"""How the figures in `docs/reproduction.md` read: for each paper what agrees and what doesn't."""

from __future__ import annotations

READINGS: dict[str, str] = {
    "pegmatite": (
        "**Agrees:** MobileNetV3 U-Net is ahead of U-Net, and without leaks all four networks are ahead of the forest "
        "by value, though only MobileNetV3's interval lies above the forest's.\n"
        "**Doesn't:** the improved U-Net and VGG U-Net, the paper's two best, are behind U-Net after 45 s of training, "
        "and the forest, which the paper has 54 points behind, keeps up with networks that have seen so few steps."
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
        "**Agrees:** the improved U-Net is ahead of LinkNet from nothing under both protocols; it is what the paper "
        "has, by a quarter of a point.\n"
        "**Doesn't:** AlbuNet is no better than LinkNet, and the SVM, which the paper has last by nine points, is "
        "level with the improved U-Net without leaks; the two splits measure at places so different (42 and 69 for the "
        "SVM) that a single split says little. The transfer isn't measured: it needs ImageNet's weights, which "
        "were out of reach."
    ),
    "landslide_deeplab": (
        "**Agrees:** the plain DeepLabV3+ is ahead of the improved one by F1 under both protocols, as in the paper.\n"
        "**Doesn't:** SegNet, the paper's last, is first under both, and U-Net and FCN have found next to no landslide "
        "after 45 s of training; the improved DeepLabV3+ has found none under the paper's own protocol. These rows "
        "need a GPU or more time."
    ),
}
