"""The list of models: networks in the order of the papers that map with them, then the per-pixel classifiers."""

from __future__ import annotations

from ..core.errors import UnknownNameError
from ..core.model.architecture import CLASSIFIER, NETWORK, Architecture
from .classifier_parameters import (
    LogisticRegressionParameters,
    MaximumLikelihoodParameters,
    RandomForestParameters,
    SvmParameters,
)
from .network_parameters import (
    AlbuNetParameters,
    DeepLabAttentionParameters,
    DeepLabParameters,
    EncoderHeadParameters,
    FcnParameters,
    LinkNetParameters,
    MobileNetUNetParameters,
    SegNetParameters,
    UNetParameters,
    VggUNetParameters,
)

_UNET = "Ronneberger et al. 2015, MICCAI, doi 10.1007/978-3-319-24574-4_28"
_FCN = "Long et al. 2015, CVPR, doi 10.1109/CVPR.2015.7298965"
_PEGMATITE = "Li W. et al. 2024, Remote Sensing for Natural Resources 36(2), 89–96, doi 10.6046/zrzyyg.2022500"
_LITHOLOGY = "Wang et al. 2021, Remote Sensing 13(23), 4860, doi 10.3390/rs13234860"
_LANDSLIDE_TRANSFER = "Li Z. et al. 2023, National Remote Sensing Bulletin 27(8), 1866–1875, doi 10.11834/jrs.20211020"
_LANDSLIDE_DEEPLAB = "Zhao et al. 2024, National Remote Sensing Bulletin 28(9), 2293–2305, doi 10.11834/jrs.20243393"

_ENTRIES = (
    Architecture(
        key="unet",
        title="U-Net",
        kind=NETWORK,
        paper=_UNET,
        good_for="The classic, and what every paper compares with; learns from nothing, any bands.",
        parameters=UNetParameters,
        builder="networks.unet:build_unet",
        stride=16,
    ),
    Architecture(
        key="unet_improved",
        title="Improved U-Net",
        kind=NETWORK,
        paper=_PEGMATITE,
        good_for="The first to try: learns faster and steadier than the classic U-Net, from nothing, any bands.",
        parameters=UNetParameters,
        builder="networks.unet:build_unet_improved",
        stride=16,
    ),
    Architecture(
        key="unet_vgg",
        title="U-Net on VGG",
        kind=NETWORK,
        paper=f"Simonyan & Zisserman 2015, arXiv 1409.1556; compared in {_PEGMATITE}",
        good_for="Fine detail at full resolution, slow; can start from photographs.",
        parameters=VggUNetParameters,
        builder="networks.unet_vgg:build",
        stride=16,
    ),
    Architecture(
        key="unet_mobilenetv3",
        title="U-Net on MobileNetV3",
        kind=NETWORK,
        paper=f"Howard et al. 2019, ICCV, arXiv 1905.02244; compared in {_PEGMATITE}",
        good_for="Small and fast, for large areas on a computer without a graphics card.",
        parameters=MobileNetUNetParameters,
        builder="networks.unet_mobilenetv3:build",
        stride=32,
    ),
    Architecture(
        key="unet_residual",
        title="Residual U-Net",
        kind=NETWORK,
        paper="Liu et al. 2020, Remote Sensing 12(5), 894, doi 10.3390/rs12050894",
        good_for="Imagery with slope, aspect and surface model as further bands; learns from nothing.",
        parameters=UNetParameters,
        builder="networks.unet_residual:build",
        stride=16,
    ),
    Architecture(
        key="albunet",
        title="AlbuNet",
        kind=NETWORK,
        paper=f"Shvets et al. 2018, ICMLA, doi 10.1109/ICMLA.2018.00098; compared in {_LANDSLIDE_TRANSFER}",
        good_for="Few polygons: a U-Net that starts from what ResNet-34 learned on photographs.",
        parameters=AlbuNetParameters,
        builder="networks.albunet:build",
        stride=32,
    ),
    Architecture(
        key="linknet",
        title="LinkNet",
        kind=NETWORK,
        paper=f"{_LANDSLIDE_TRANSFER}; Chaurasia & Culurciello 2017, VCIP, doi 10.1109/VCIP.2017.8305148",
        good_for="Landslides with few polygons: starts from photographs and is fast for its depth.",
        parameters=LinkNetParameters,
        builder="networks.linknet:build",
        stride=32,
    ),
    Architecture(
        key="fcn8s",
        title="FCN-8s",
        kind=NETWORK,
        paper=f"{_LITHOLOGY}; {_FCN}",
        good_for="Lithological units: large, smooth areas from many fused layers.",
        parameters=FcnParameters,
        builder="networks.fcn:build_fcn8s",
        stride=32,
    ),
    Architecture(
        key="fcn16s",
        title="FCN-16s",
        kind=NETWORK,
        paper=_FCN,
        good_for="As FCN-8s with smoother, coarser boundaries.",
        parameters=FcnParameters,
        builder="networks.fcn:build_fcn16s",
        stride=32,
    ),
    Architecture(
        key="fcn32s",
        title="FCN-32s",
        kind=NETWORK,
        paper=_FCN,
        good_for="As FCN-8s with the smoothest, coarsest boundaries.",
        parameters=FcnParameters,
        builder="networks.fcn:build_fcn32s",
        stride=32,
    ),
    Architecture(
        key="segnet",
        title="SegNet",
        kind=NETWORK,
        paper="Badrinarayanan et al. 2017, IEEE TPAMI 39(12), 2481–2495, doi 10.1109/TPAMI.2016.2644615",
        good_for="A baseline with sharp edges and no skips; learns from nothing.",
        parameters=SegNetParameters,
        builder="networks.segnet:build",
        stride=32,
    ),
    Architecture(
        key="deeplabv3plus",
        title="DeepLabV3+",
        kind=NETWORK,
        paper="Chen et al. 2018, ECCV, doi 10.1007/978-3-030-01234-2_49",
        good_for="Features of very different sizes that need their surroundings to be told apart.",
        parameters=DeepLabParameters,
        builder="networks.deeplabv3plus:build",
        stride=16,
    ),
    Architecture(
        key="deeplabv3plus_attention",
        title="Improved DeepLabV3+",
        kind=NETWORK,
        paper=_LANDSLIDE_DEEPLAB,
        good_for="Landslides: as DeepLabV3+ with better boundaries, at nearly three times the work.",
        parameters=DeepLabAttentionParameters,
        builder="networks.deeplabv3plus_attention:build",
        stride=8,
    ),
    Architecture(
        key="encoder_head",
        title="Head on a frozen encoder",
        kind=NETWORK,
        paper="Hariharan et al. 2015, CVPR, doi 10.1109/CVPR.2015.7298642",
        good_for="Few polygons, within seconds: what a large network has learned elsewhere stays, and a light head "
        "learns your classes.",
        parameters=EncoderHeadParameters,
        builder="networks.encoder_head:build",
        stride=16,
        fits_head=True,
    ),
    Architecture(
        key="random_forest",
        title="Random forest",
        kind=CLASSIFIER,
        paper="Breiman 2001, Machine Learning 45, 5–32, doi 10.1023/A:1010933404324",
        good_for="A first look within seconds, and imagery whose colours alone tell the classes apart.",
        parameters=RandomForestParameters,
        builder="classifiers.random_forest:build",
    ),
    Architecture(
        key="svm",
        title="Support vector machine",
        kind=CLASSIFIER,
        paper="Cortes & Vapnik 1995, Machine Learning 20, 273–297, doi 10.1007/BF00994018",
        good_for="Few training pixels, classes whose colours overlap little.",
        parameters=SvmParameters,
        builder="classifiers.svm:build",
    ),
    Architecture(
        key="maximum_likelihood",
        title="Maximum likelihood",
        kind=CLASSIFIER,
        paper="Strahler 1980, Remote Sensing of Environment 10, 135–163, doi 10.1016/0034-4257(80)90011-7",
        good_for="The fastest: one Gaussian for each class.",
        parameters=MaximumLikelihoodParameters,
        builder="classifiers.maximum_likelihood:build",
    ),
    Architecture(
        key="logistic_regression",
        title="Logistic regression",
        kind=CLASSIFIER,
        paper="Hastie et al. 2009, The Elements of Statistical Learning, ch. 4, doi 10.1007/978-0-387-84858-7",
        good_for="What the live map learns with: a few polygons, colours and several scales, within a second.",
        parameters=LogisticRegressionParameters,
        builder="classifiers.logistic_regression:build",
    ),
)

TABLE: dict[str, Architecture] = {entry.key: entry for entry in _ENTRIES}
"""Every model by key. To add one, write its module and its parameter dataclass and add an entry here."""


def entry(key: str) -> Architecture:
    """Give a model of the list.

    Raises:
        UnknownNameError: Listing the valid keys.
    """
    if key not in TABLE:
        raise UnknownNameError("model", key, TABLE)
    return TABLE[key]
