"""What recipes and the choices among settings are called, for forms, pages and reports alike."""

from __future__ import annotations

from ...wording import translatable

RECIPE_TITLES = {
    "quick": translatable("Quick: minutes on a laptop"),
    "best": translatable("Best: half an hour"),
    "pegmatite": translatable("Pegmatite dikes"),
    "lithology": translatable("Lithological units"),
    "tailings_pond": translatable("Tailings ponds"),
    "landslide_transfer": translatable("Landslides, few labels"),
    "landslide_deeplab": translatable("Landslides, many labels"),
}
CHOICE_TITLES = {
    "adam": "Adam",
    "alone": translatable("the network alone"),
    "adamw": "AdamW",
    "bce_dice": translatable("binary cross-entropy + Dice"),
    "ce_dice": translatable("cross-entropy + Dice"),
    "cross_entropy": translatable("cross-entropy"),
    "dice": "Dice",
    "f1": "F1",
    "imagenet": "ImageNet",
    "iou": "IoU",
    "last": translatable("the last"),
    "mean_deviation": translatable("mean and deviation"),
    "miou": "mIoU",
    "forest_elsewhere": translatable("forest elsewhere"),
    "other_scenes": translatable("other scenes too"),
    "plateau": translatable("lower on a plateau"),
    "sgd": "SGD",
    "sentinel1": "Sentinel-1",
    "sentinel2": translatable("Sentinel-2, 10 bands"),
    "sentinel1_sentinel2": translatable("Sentinel-1 and 2"),
    "ssl4eo_s12": translatable("Sentinel-2, 13 bands (SSL4EO-S12)"),
    "softcon": translatable("Sentinel-2, 13 bands (SoftCon)"),
    "dinov3": "DINOv3",
    "this_scene": translatable("this scene only"),
    "with_classifiers": translatable("with classifiers"),
    "aster": translatable("ASTER"),
    "landsat_8": translatable("Landsat 8 and 9"),
    "sentinel_2": translatable("Sentinel-2"),
}


def choice_title(key: str) -> str:
    """Give what a choice is called, in English."""
    return CHOICE_TITLES.get(key, key.replace("_", " "))
