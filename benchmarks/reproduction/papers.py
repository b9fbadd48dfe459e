"""The five papers' comparisons: what they published, and what stands in for their imagery here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Optional


@dataclass(frozen=True)
class Published:
    """One line of a paper's table, in percent as printed; None where it isn't told."""

    f1: Optional[float] = None
    miou: Optional[float] = None
    accuracy: Optional[float] = None


@dataclass(frozen=True)
class Entrant:
    """One model of a paper's comparison.

    Attributes:
        name: As the paper calls it.
        model: Its key in `models/table.py`.
        published: What the paper tells of it.
        pretrained: Whether it starts from ImageNet's weights, which are fetched from the internet.
        parameters: The model's settings by the paper, where they aren't the default.
    """

    name: str
    model: str
    published: Published
    pretrained: bool = False
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Paper:
    """One comparison.

    Attributes:
        key: The recipe that is the paper's.
        subject: What it maps.
        source: Where the figures stand.
        protocol: How the paper splits its data.
        stand_in: The data here, a key of `stand_ins.STAND_INS`.
        tile_px: Tiles of the small form, with the paper's share of overlap.
        stride_px: Their step.
        entrants: The models.
        test_share: What the paper holds back besides the validation part.
        interval_block_px: Side of the squares that the bootstrap draws.
    """

    key: str
    subject: str
    source: str
    protocol: str
    stand_in: str
    tile_px: int
    stride_px: int
    entrants: tuple[Entrant, ...]
    test_share: float = 0.0
    interval_block_px: int = 64


PAPERS = (
    Paper(
        "pegmatite", "Granitic pegmatite, GF-2, 1 m",
        "Li W. et al. 2024, Remote Sensing for Natural Resources 36(2), 89–96, doi 10.6046/zrzyyg.2022500, Table 1",
        "tiles of 512 px that overlap by half, 70 : 30 at random", "dikes", 128, 64,
        (
            Entrant("Improved U-Net", "unet_improved", Published(96.08, 96.18)),
            Entrant("U-Net", "unet", Published(77.70, 81.49)),
            Entrant("VGG U-Net", "unet_vgg", Published(95.06, 95.23)),
            Entrant("MobileNetV3 U-Net", "unet_mobilenetv3", Published(90.38, 91.10)),
            Entrant("Random forest", "random_forest", Published(41.49, 60.84)),
        ),
    ),
    Paper(
        "lithology", "Lithology, 7 units, Landsat with geochemistry and magnetics",
        "Wang et al. 2021, Remote Sensing 13(23), 4860, doi 10.3390/rs13234860, Figure 8 and section 4 (the forest's "
        "accuracy is told as 5 points lower)",
        "tiles of 256 px at a stride of 20 px, 80 : 20 at random", "diamantina", 64, 8,
        (
            Entrant("FCN-8s", "fcn8s", Published(miou=90.0, accuracy=96.0)),
            Entrant("Random forest", "random_forest", Published(miou=85.0, accuracy=91.0)),
        ),
        interval_block_px=16,
    ),
    Paper(
        "tailings_pond", "Tailings ponds, GF-6",
        "“Spatial range recognition of tailing ponds” with GF-6, 2021, Table 3 (the copy at hand is partly unreadable)",
        "unreadable; here tiles of 256 px that overlap by half, 80 : 20 at random", "taiwan", 128, 64,
        (
            Entrant("U-Net", "unet", Published(85.8)),
            Entrant("Random forest", "random_forest", Published(80.6)),
            Entrant("SVM", "svm", Published(76.3)),
            Entrant("Maximum likelihood", "maximum_likelihood", Published(73.5)),
        ),
    ),
    Paper(
        "landslide_transfer", "Landslides, GF-1, the image of 2013",
        "Li Z. et al. 2023, National Remote Sensing Bulletin 27(8), 1866–1875, doi 10.11834/jrs.20211020, Tables 4 "
        "and 5",
        "tiles of 256 px side by side, 80 : 20 at random", "hokkaido", 128, 128,
        (
            Entrant("LinkNet, transfer", "linknet", Published(83.61), pretrained=True),
            Entrant("AlbuNet", "albunet", Published(82.06)),
            Entrant("Improved U-Net (Liu)", "unet_residual", Published(80.21)),
            Entrant("LinkNet, no transfer", "linknet", Published(79.98)),
            Entrant("SVM", "svm", Published(70.97)),
        ),
    ),
    Paper(
        "landslide_deeplab", "Landslides, 11,581 tiles at 2 m",
        "Zhao et al. 2024, National Remote Sensing Bulletin 28(9), 2293–2305, doi 10.11834/jrs.20243393, Table 5",
        "tiles of 512 px side by side, shrunk to 256 px, 80 : 10 : 10 at random", "atsuma", 128, 128,
        (
            Entrant("Improved DeepLabV3+", "deeplabv3plus_attention", Published(90.87, 87.24, 98.91)),
            Entrant("DeepLabV3+", "deeplabv3plus", Published(91.16, 86.60, 98.74)),
            Entrant("FCN", "fcn8s", Published(88.56, 85.20, 98.78)),
            Entrant("U-Net", "unet", Published(87.72, 82.32, 98.36)),
            Entrant("SegNet", "segnet", Published(84.16, 79.12, 98.04)),
        ),
        test_share=0.1,
    ),
)  # fmt: skip
"""In the order in which the list of models has them."""
