"""The pretrained weights that an encoder can start from: where they are, what they were learned on, their licence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ...core.message import Message
from ..network_parameters import DINOV3, IMAGENET, SENTINEL1, SENTINEL2, SENTINEL_BOTH, SOFTCON, SSL4EO

_RGB = ("red", "green", "blue")
_S1 = ("VV", "VH")
_S2 = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")
_S2_ALL = ("B01", *_S2[:8], "B09", "B10", "B11", "B12")
FILTERS = {
    IMAGENET: _RGB, DINOV3: _RGB, SENTINEL1: _S1, SENTINEL2: _S2, SENTINEL_BOTH: _S1 + _S2, SSL4EO: _S2_ALL,
    SOFTCON: _S2_ALL,
}  # fmt: skip
"""What each filter of the first convolution was learned on, in order."""

_BSD = "BSD-3-Clause"
_CC_BY, _DINOV3 = "CC-BY-4.0", "DINOv3 License"
ALLOWED = {
    _BSD: Message("any use"),
    "MIT": Message("any use"),
    "Apache-2.0": Message("any use"),
    _CC_BY: Message("any use, if their authors are named"),
    _DINOV3: Message(
        "maps and studies, which must name DINOv3; no military, nuclear (which may touch work on uranium), weapons or "
        "espionage use; models that hold these weights may be passed on under the same licence alone, with a copy of it"
    ),
}
"""What each licence allows, in short; the licence itself decides."""
_BIGEARTHNET = "BIFOLD-BigEarthNetv2-0"


@dataclass(frozen=True)
class PretrainedWeights:
    """One weight file.

    Attributes:
        stored_as: Its name in the cache.
        source: Its repository on the hub with the commit that is fetched, `owner/name@revision`; without a commit the
            newest is taken, and which that was is noted.
        megabytes: About how large it is, for the message before it is fetched.
        licence: The weights' licence, as their publisher states it.
        size_bytes: Its exact size, where known.
        file: Its name in that repository.
        digest: Its digest as `sha256:…`, where known; else the hub's own statement is checked, and what came is noted
            beside it.
    """

    stored_as: str
    source: str
    megabytes: int
    licence: str
    size_bytes: Optional[int] = None
    digest: Optional[str] = None
    file: str = "model.safetensors"

    @property
    def repository(self) -> str:
        """Its repository on the hub, `owner/name`."""
        return self.source.partition("@")[0]

    @property
    def revision(self) -> Optional[str]:
        """The commit that is fetched; None for the newest."""
        return self.source.partition("@")[2] or None

    @property
    def sha256(self) -> Optional[str]:
        """Its digest in hexadecimal digits, where known."""
        return self.digest.partition(":")[2] if self.digest else None


WEIGHTS: dict[tuple[str, str], PretrainedWeights] = {
    ("resnet18", IMAGENET): PretrainedWeights(
        "resnet18.tv_in1k.safetensors", "timm/resnet18.tv_in1k@bbd144b3e5565108aad885f145491d11bc6ce807", 47, _BSD,
        size_bytes=46_807_446, digest="sha256:694f673df6520a3158624e8a89af086f59923ee4cd7436fe5bc3bc71d295ad81",
    ),
    ("resnet34", IMAGENET): PretrainedWeights(
        "resnet34.tv_in1k.safetensors", "timm/resnet34.tv_in1k@1b7b21cca82ff974d341713f777bf740c2db38c4", 87, _BSD,
        size_bytes=87_278_522, digest="sha256:0bb82595a564991a9d424708b33f5d843f5aaed7f6c0886ff10849ff97022235",
    ),
    ("resnet50", IMAGENET): PretrainedWeights(
        "resnet50.tv_in1k.safetensors", "timm/resnet50.tv_in1k@78f3ecfdb38e06d9b8397f662e7ab8fee96026fa", 102, _BSD,
        size_bytes=102_469_840, digest="sha256:5d061a3c593d795bfe682d9b152bafbcf550579873492def3515b46db1189888",
    ),
    ("resnet101", IMAGENET): PretrainedWeights(
        "resnet101.tv_in1k.safetensors", "timm/resnet101.tv_in1k", 179, _BSD,
    ),
    ("vgg16", IMAGENET): PretrainedWeights(
        "vgg16.tv_in1k.safetensors", "timm/vgg16.tv_in1k@b8d8aa2dd860af9233c8c67385a8097fd6c35d3f", 553, _BSD,
        digest="sha256:57b026918159a6bf9faf8405c3a551903768e7138989d9c6224a14227203fad8",
    ),
    ("vgg19", IMAGENET): PretrainedWeights(
        "vgg19.tv_in1k.safetensors", "timm/vgg19.tv_in1k@128d4708565b3a414bcbb9bbad440b2fe37b9f18", 575, _BSD,
    ),
    ("mobilenetv3_large_100", IMAGENET): PretrainedWeights(
        "mobilenetv3_large_100.ra_in1k.safetensors",
        "timm/mobilenetv3_large_100.ra_in1k@96f46a1c52932f27492dff66c72378eb99b443a7", 22, "Apache-2.0",
        size_bytes=22_058_321, digest="sha256:f425af34cc1cead2b5d6211f789a1f30b94835dc32f9c0fcc5a916e4fd2dde85",
    ),
    ("resnet18", SENTINEL1): PretrainedWeights(
        "resnet18.bigearthnet2_s1.safetensors",
        f"{_BIGEARTHNET}/resnet18-s1-v0.2.0@20e3c3ba8143ae600d7cf8e70d01a4278e6b0279", 45, "MIT",
    ),
    ("resnet18", SENTINEL2): PretrainedWeights(
        "resnet18.bigearthnet2_s2.safetensors",
        f"{_BIGEARTHNET}/resnet18-s2-v0.2.0@511825fd73a3c7b3c5353a2ba2f8d8c8c79bc806", 45, "MIT",
    ),
    ("resnet18", SENTINEL_BOTH): PretrainedWeights(
        "resnet18.bigearthnet2_all.safetensors",
        f"{_BIGEARTHNET}/resnet18-all-v0.2.0@ef959b5f06e98860945e3b7fe4749b1d609b123a", 45, "MIT",
    ),
    ("resnet50", SENTINEL1): PretrainedWeights(
        "resnet50.bigearthnet2_s1.safetensors",
        f"{_BIGEARTHNET}/resnet50-s1-v0.2.0@d417b3c32f2172cbceb14e5b106dd9aa7b77c647", 94, "MIT",
    ),
    ("resnet50", SENTINEL2): PretrainedWeights(
        "resnet50.bigearthnet2_s2.safetensors",
        f"{_BIGEARTHNET}/resnet50-s2-v0.2.0@f5a590cd5876845f62702260ff62ea5a325433bb", 95, "MIT",
    ),
    ("resnet50", SENTINEL_BOTH): PretrainedWeights(
        "resnet50.bigearthnet2_all.safetensors",
        f"{_BIGEARTHNET}/resnet50-all-v0.2.0@762acdc186cce6b31ecbc896ddab1721847d4c5e", 95, "MIT",
    ),
    ("resnet50", SSL4EO): PretrainedWeights(
        "resnet50.ssl4eo_s12_moco.pth", "torchgeo/resnet50_sentinel2_all_moco@da4f3c9dbe09272eb902f3b37f46635fa4726879",
        94, _CC_BY, file="resnet50_sentinel2_all_moco-df8b932e.pth",
    ),
    ("resnet50", SOFTCON): PretrainedWeights(
        "resnet50.softcon_s2.pth", "wangyi111/softcon@62ff465b2e7467dbfc70758ec1e9d08ab87fc46b", 94, _CC_BY,
        file="B13_rn50_softcon.pth",
    ),
    ("convnext_tiny", DINOV3): PretrainedWeights(
        "convnext_tiny.dinov3_lvd1689m.safetensors", "timm/convnext_tiny.dinov3_lvd1689m", 111, _DINOV3,
    ),
    ("vit_small_patch16_dinov3", DINOV3): PretrainedWeights(
        "vit_small_patch16_dinov3.lvd1689m.safetensors", "timm/vit_small_patch16_dinov3.lvd1689m", 86, _DINOV3,
    ),
}  # fmt: skip
"""By encoder and by what it starts from.

ImageNet: torchvision's first weights, the ones that the papers' authors could load, as timm publishes them; for
MobileNetV3 timm's own. Sentinel: learned on BigEarthNet v2.0 (Clasen et al. 2025, arXiv 2407.03653), whose channels
are in the order that its authors give for version 0.2.0; SSL4EO-S12 (Wang et al. 2023, arXiv 2211.07044, by momentum
contrast) and SoftCon (Wang et al. 2024, arXiv 2405.20462) on all thirteen bands of Sentinel-2, as torchgeo lists them.
DINOv3 (Siméoni et al. 2025, arXiv 2508.10104) learned from photographs of the web without labels. Any other
encoder starts from timm's first choice for it.
"""
