"""The names that a recipe chooses from, readable without torch; the module that does each is named with it."""

from __future__ import annotations

LOSSES = ("cross_entropy", "dice", "ce_dice", "bce_dice", "iou", "focal")
"""What is minimised: `losses`."""
OPTIMISERS = ("adam", "adamw", "sgd")
"""How weights are moved: `optimisers`."""
SCHEDULES = ("constant", "cosine", "one_cycle", "plateau")
"""How the learning rate changes during a run: `schedules`."""
FREEZE = ("none", "encoder", "all_but_head")
"""What fine-tuning leaves as it is: nothing, the encoder, or everything but the last layer: `fine_tuning`."""
REFIT = ("never", "auto", "always")
"""Whether a model learns from everything in the end: `refit`."""
ALONE, AUTO_COMMITTEE = "alone", "auto"
WITH_CLASSIFIERS, FOREST_ELSEWHERE = "with_classifiers", "forest_elsewhere"
COMMITTEES = ALONE, AUTO_COMMITTEE, WITH_CLASSIFIERS, FOREST_ELSEWHERE
"""Whether a network is trained alone or together with classifiers, and where these vote: `committee`."""
THIS_SCENE, OTHER_SCENES = USED_ON = ("this_scene", "other_scenes")
"""Where a model is meant to be used: `other_scenes`."""
CLASS_WEIGHTS = ("none", "balanced", "median_frequency")
"""How much a pixel counts by the rarity of its class: `class_weights`."""
