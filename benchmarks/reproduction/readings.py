"""How the figures in `docs/reproduction.md` read: for each paper what agrees and what doesn't."""

from __future__ import annotations

READINGS: dict[str, str] = {
    "pegmatite": (
        "**Agrees:** the improved U-Net is first under both protocols, ahead of U-Net, and its intervals lie above the "
        "forest's under both; without leaks all four networks are ahead of the forest by value.\n"
        "**Doesn't:** VGG U-Net, the paper's second, is the last of the networks after 45 s of training, MobileNetV3 "
        "U-Net is behind U-Net, and the forest, which the paper has 54 points behind the first, is 23 to 25 behind it."
    ),
    "lithology": (
        "**Agrees:** under the paper's protocol FCN-8s is ahead of the forest, with intervals that don't meet, and at "
        "the published figures after 45 s of training.\n"
        "**Doesn't:** on blocks that neither saw, both lose most of their F1 and FCN-8s is no better than the forest: "
        "what tiles at a stride of a few pixels measure is how well pixels are known that have trained."
    ),
    "tailings_pond": (
        "**Agrees:** under the paper's protocol all four stand in the published order: U-Net, forest, SVM, maximum "
        "likelihood.\n"
        "**Doesn't:** each lies inside the interval of the next one, where the paper has 3 to 5 points between them, "
        "and without leaks all four lie within two points, 9 to 16 points below what random tiles showed."
    ),
    "landslide_transfer": (
        "**Agrees:** AlbuNet and the improved U-Net are ahead of LinkNet from nothing under both protocols, as the "
        "paper has them.\n"
        "**Doesn't:** the improved U-Net is ahead of AlbuNet, and the SVM, which the paper has last by nine points, is "
        "level with LinkNet, and without leaks with the improved U-Net; the two splits measure at places so different "
        "(42 and 69 for the SVM) that a single split says little. The transfer isn't measured: it needs ImageNet's "
        "weights, which were out of reach."
    ),
    "landslide_deeplab": (
        "**Agrees:** the plain DeepLabV3+ is ahead of the improved one by F1 under both protocols, as in the paper.\n"
        "**Doesn't:** SegNet, the paper's last, is first under both, and U-Net and FCN have found next to no landslide "
        "after 45 s of training; the improved DeepLabV3+ has found none under the paper's own protocol. These rows "
        "need a GPU or more time."
    ),
}
