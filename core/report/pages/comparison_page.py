"""Every text of the report, so that whoever asks for it can give them in the analyst's language."""

from __future__ import annotations

from ...wording import translatable

TEXTS: dict[str, str] = {
    "title": translatable("Comparison of models"),
    "summary": translatable("Summary"),
    "best": translatable(
        "{name} has the highest mean IoU: {miou} ({low} to {high}, {confidence} % interval over {blocks} blocks)."
    ),
    "runner_up": translatable("It exceeds {name} by {value} ({low} to {high}; p = {p} after Holm's correction)."),
    "may_be_chance": translatable(
        "That it exceeds {name} by {value} ({low} to {high}) may be chance (p = {p} after Holm's correction)."
    ),
    "alone": translatable("Only one model could be measured, so there is nothing to compare it with."),
    "question": translatable(
        "Transfer: the measures say what to expect of the models in places like the labels that were held back, not "
        "how right a map is as a whole. For that draw an accuracy sample over the map."
    ),
    "leak_free": translatable(
        "No leakage: blocks of labels were held back from training as a whole, with a gap between the parts."
    ),
    "leaks": translatable(
        "Leakage: tiles of training and of measuring share pixels, as in some papers. The measures are too good."
    ),
    "test_part": translatable("Measured on the test part, which no model has seen in any way."),
    "validation_part": translatable(
        "Measured on the validation part, which has chosen each model's best epoch: a little too good."
    ),
    "data": translatable("Data and split"),
    "imagery": translatable("Imagery"),
    "labels": translatable("Labels"),
    "classes": translatable("Classes"),
    "split": translatable("Split"),
    "measured_on": translatable("Measured on"),
    "pixels_blocks": translatable("{pixels} pixels in {blocks} blocks of {block_px} px"),
    "seeds": translatable("Seeds"),
    "unknown_models": translatable(
        "Of model files that weren't trained here it isn't known whether they saw the labels before."
    ),
    "few_blocks": translatable("Few blocks hold labels to measure on ({blocks}): the intervals are rough."),
    "table": translatable("Models"),
    "model": translatable("Model"),
    "architecture": translatable("Architecture"),
    "miou": translatable("Mean IoU"),
    "f1": translatable("F1 without background"),
    "accuracy": translatable("Pixel accuracy"),
    "calibration_error": translatable("Calibration error"),
    "measured_on_part": translatable("Measured on the {part} part: {pixels} pixels in {blocks} blocks"),
    "pair_line": translatable("{first} − {second}: mIoU {value} ({interval}), p {p} after Holm, McNemar {mcnemar}"),
    "seconds": translatable("Training (s)"),
    "seconds_a_mpx": translatable("Mapping (s/Mpx)"),
    "memory_mb": translatable("Memory (MB)"),
    "file_mb": translatable("File (MB)"),
    "problem": translatable("Not measured: {problem}"),
    "averages": translatable(
        "The mean IoU is the plain mean over all classes of the labels that are measured on, background included; the "
        "F1 is the mean over these classes without background. A dash stands for a class that is neither in these "
        "labels nor in the map. With several seeds measures are means over them, and intervals hold their spread."
    ),
    "by_class": translatable("By class"),
    "class": translatable("Class"),
    "precision": translatable("Precision (user's accuracy)"),
    "recall": translatable("Recall (producer's accuracy)"),
    "pairs": translatable("Which differences are no chance"),
    "pair": translatable("Pair"),
    "difference": translatable("Difference of the mean IoU"),
    "p": translatable("p"),
    "p_holm": translatable("p after Holm"),
    "mcnemar": translatable("p of McNemar's test"),
    "pairs_note": translatable(
        "Differences are paired over blocks: intervals by drawing blocks with replacement, expanded where blocks are "
        "few; p by a randomisation test, in which two models change places block by block. Both speak of these models, "
        "p not of others that the same recipes would make. McNemar's exact test looks at one pixel a block, so that "
        "its pixels are far enough apart; it has less power."
    ),
    "maps": translatable("Maps"),
    "map_caption": translatable("Imagery, labels, and the maps of the models on the same extent."),
    "disagreement": translatable("Disagreement"),
    "agree": translatable("all agree"),
    "classes_at": translatable("{n} classes"),
    "measures_figure": translatable("Mean IoU and F1 with intervals."),
    "class_figure": translatable("F1 of every class with intervals."),
    "matrix_figure": translatable("Confusion matrix of {name}: shares of the true class."),
    "curve_figure": translatable(
        "Losses and mean IoU of the networks by epoch, of the first seed: training dashed, validation drawn through."
    ),
    "true_class": translatable("true"),
    "predicted_class": translatable("predicted"),
    "epoch": translatable("epoch"),
    "loss": translatable("loss"),
    "calibration_figure": translatable(
        "Share that is right by mean probability; on the dashed line probabilities keep their word."
    ),
    "calibration_note": translatable(
        "The expected calibration error is the mean distance between the probability of the likeliest class and the "
        "share that is right, in 15 bins weighted by their pixels. Probabilities are those that the models give with "
        "the temperature they keep, on the very pixels that are measured on; curves are of all seeds together."
    ),
    "confidence_axis": translatable("mean probability"),
    "right_axis": translatable("share that is right"),
    "areas_note": translatable("Overall accuracy {value} ({low} to {high}); all intervals here are of {confidence} %."),
    "areas_figure": translatable("Area of every class with its interval, and what counting the map's pixels gives."),
    "area_axis": translatable("area (ha)"),
    "estimated": translatable("estimated"),
    "counted": translatable("pixels counted"),
    "bands_figure": translatable("By how much the mean IoU falls for each band, with intervals over {blocks} blocks."),
    "importance": translatable("shuffled"),
    "missing": translatable("missing"),
    "fall_axis": translatable("fall of the mean IoU"),
    "trusted_figure": translatable(
        "{share} % of the area lie within the area of applicability, by the dissimilarity to the training pixels "
        "(Meyer & Pebesma 2021). Beyond it, what was measured can't be expected to hold."
    ),
    "inside": translatable("within the area of applicability"),
    "outside": translatable("outside"),
    "saliency_figure": translatable(
        "Which pixels in and around the tile speak for the class, by integrated gradients (Sundararajan et al. 2017)."
    ),
    "one_of_a_committee": translatable("{name} (its {model} alone)"),
    "speaks_for": translatable("for it"),
    "against": translatable("against it"),
    "band": translatable("Band"),
    "share_of_attribution": translatable("Share (%)"),
    "recipes": translatable("Recipes"),
    "same_settings": translatable("All other settings are the same for all; comparison.json lists them."),
    "setting": translatable("Setting"),
    "versions": translatable("Versions"),
    "cite": translatable("Papers to cite"),
    "files": translatable(
        "Figures are beside this page as SVG and PNG, tables as CSV, all numbers as JSON, in the folder {folder}."
    ),
    "made": translatable("Made by Outcrop on {when}"),
}
"""By the names that the template uses."""
