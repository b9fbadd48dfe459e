"""The scene: imagery with its labels, as files that a training or another job of labels reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ..files.roles import reads
from .extent import Extent


@dataclass(frozen=True)
class Scene:
    """One stack of images with its labels.

    Attributes:
        images: Raster files; the first one is the reference grid to which the others are aligned.
        bands: Chosen bands in order as “image:band” numbers from 1, such as “1:4”; empty takes all.
        sources: How images or bands are read where not as their files say, such as “2=category”.
        labels: Vector file with class polygons or points, or a label raster.
        layer: Layer of the vector file; empty takes the only or first one.
        class_field: Field that holds the class (text or number); empty for label rasters.
        labelled_area: Polygons inside which labelling is complete; empty where only polygons are labelled.
        labelled_area_layer: Layer of that file.
        extent: Only labels in here are used.
        colours: Class colours by name, “#rrggbb”, as the label layer's style has them.
        corrections: Correction sessions whose pixels are labels too and go before all others; with them `labels` may
            be empty.
        reviews: Files of reviews, where what was found right counts as a label, and of accuracy samples, whose pixels
            never do.
    """

    images: tuple[str, ...] = reads()
    labels: str = reads()
    class_field: str = ""
    layer: str = ""
    labelled_area: str = reads("")
    labelled_area_layer: str = ""
    bands: tuple[str, ...] = ()
    extent: Optional[Extent] = None
    colours: Optional[dict[str, str]] = None
    corrections: tuple[str, ...] = reads(())
    reviews: tuple[str, ...] = reads(())
    sources: tuple[str, ...] = ()
