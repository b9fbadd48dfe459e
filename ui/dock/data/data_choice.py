"""What was chosen on the Data page, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Optional

from qgis.core import QgsMapLayer, QgsRasterLayer, QgsRectangle, QgsVectorLayer

from ....core.errors import BadInputError
from ....core.labels.legend import BACKGROUND, MOST_CLASSES, Legend
from ....core.labels.names.spelling import alike, listed
from ...compat import POINT_GEOMETRY
from ...layers.classes.class_counts import Counts
from ...layers.classes.class_field import MOST_LIKELY
from ...layers.classes.class_style import can_rename
from ...layers.imagery import Imagery
from ...layers.polygons import check_area, check_polygons
from ...texts import count_text, error_text, tr
from ...widgets.problems import ERROR, HINT, WARNING, Problem
from .elsewhere import LabelledAreaChoice

REST_IS_BACKGROUND, MERGE_INTO, TAKE_FOR_IMAGERY = "rest_is_background", "merge_into", "take_for_imagery"
"""What the button of a problem does: the rest of the imagery is background; classes that are written alike get the
name behind a colon; the raster whose id stands there is imagery."""


@dataclass(frozen=True)
class DataChoice:
    """Imagery, labels and what they mean; layers by id, because they may be removed at any time.

    `polygons` is how many lie over the imagery, `area` inside what everything is labelled, `corrections` the files of
    the sessions that are learned from too.
    """

    imagery: Optional[Imagery] = None
    polygons_id: str = ""
    class_field: str = ""
    only_selected: bool = False
    area: LabelledAreaChoice = field(default_factory=LabelledAreaChoice)
    colours: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    polygons: int = 0
    corrections: tuple[str, ...] = ()

    def is_same(self, other: DataChoice) -> bool:
        """Whether it is the same imagery and polygons, whatever was drawn or changed meanwhile."""
        return self._identity == other._identity

    @property
    def _identity(self) -> tuple[str, str, str]:
        imagery = self.imagery.layer_id if self.imagery is not None else ""
        return imagery, self.polygons_id, self.class_field

    @property
    def ready(self) -> bool:
        """Whether training can start from it."""
        return not any(problem.blocks for problem in self.problems)

    @property
    def first_obstacle(self) -> str:
        """What to do first, in one line; empty when training can start."""
        return next((problem.text for problem in self.problems if problem.blocks), "")


def missing_imagery(maps: Sequence[QgsRasterLayer]) -> Problem:
    """Say what to do where there is no imagery but, perhaps, rasters that look like maps of classes."""
    if not maps:
        return Problem(HINT, tr("Load imagery first: drag a GeoTIFF into QGIS, or use Layer ▸ Add Layer."))
    text = tr("“{name}” looks like a map of classes, not like imagery. Load imagery, or take it all the same.",
              name=maps[0].name())  # fmt: skip
    return Problem(HINT, text, button=tr("Take it"), action=f"{TAKE_FOR_IMAGERY}:{maps[0].id()}")


def layer_problems(layer: Optional[QgsMapLayer], class_field: str) -> list[Problem]:
    """Look at the polygon layer and its class field, or at the label raster."""
    if layer is None:
        return [Problem(HINT, tr("Choose polygons or points, or press New to draw polygons over the imagery."))]
    if isinstance(layer, QgsRasterLayer):
        broken = tr("“{name}” can't be read. Check that its file is whole.", name=layer.name())
        return [] if layer.isValid() else [Problem(ERROR, broken)]
    if layer.isValid() and not class_field and not layer.fields().isEmpty():
        listed = ", ".join(entry.name() for entry in layer.fields())
        return [Problem(HINT, tr("Choose the field that holds the class (there are: {listed}).", listed=listed))]
    try:
        check_polygons(layer, class_field)
    except BadInputError as error:
        return [Problem(ERROR, error_text(error))]
    return []


def area_problems(layer: Optional[QgsVectorLayer], pixels: float, labelled: float) -> list[Problem]:
    """Look at the labelled area: its layer, and how many pixels it and the class polygons cover of the imagery."""
    if layer is not None:
        try:
            check_area(layer)
        except BadInputError as error:
            return [Problem(ERROR, error_text(error))]
    if pixels < 1:
        return [Problem(ERROR, tr("The labelled area lies outside the imagery. Choose another one."))]
    if pixels <= labelled:
        text = tr("The labelled area is no larger than the polygons: nothing in it is background. Choose a larger one.")
        return [Problem(HINT, text)]
    return []


def label_problems(layer: QgsMapLayer, counts: Counts, imagery_name: str, *, has_area: bool) -> list[Problem]:
    """Look at what polygons or a label raster hold over the imagery."""
    if not isinstance(layer, QgsVectorLayer):
        return raster_problems(counts, layer.name(), imagery_name, has_area=has_area)
    if layer.geometryType() == POINT_GEOMETRY:
        problems = point_problems(counts, layer.name(), imagery_name, has_area=has_area)
    else:
        problems = count_problems(counts, layer.name(), imagery_name, has_area=has_area)
    return problems + spelling_problems(counts, can_merge=can_rename(layer))


def count_problems(counts: Counts, layer_name: str, imagery_name: str, *, has_area: bool) -> list[Problem]:
    """Look at what the polygons hold over the imagery."""
    if not counts.polygons:
        return [Problem(HINT, tr("“{name}” has no polygons yet. Draw some over the imagery.", name=layer_name))]
    problems = _problems_of_number(counts)
    if any(problem.blocks for problem in problems):
        return problems
    if counts.outside == counts.polygons:
        text = tr("The polygons of “{name}” lie outside “{imagery}”. Choose others, or check both coordinate systems.",
                  name=layer_name, imagery=imagery_name)  # fmt: skip
        return [Problem(ERROR, text, counts.outside_box)]
    problems += [
        Problem(
            ERROR,
            tr("Class “{name}” covers no pixel: its polygons are smaller than one. Draw larger ones.", name=entry.name),
        )
        for entry in counts.classes
        if entry.pixels < 0.5
    ]
    if _classes_in(counts, has_area=has_area) < 2:
        problems.append(_too_few_classes(counts))
    one, many = tr("{n} polygon lies outside the imagery."), tr("{n} polygons lie outside the imagery.")
    problems += _warned(counts.outside, one, many, counts.outside_box)
    one, many = tr("{n} polygon has no class and is left out."), tr("{n} polygons have no class and are left out.")
    problems += _warned(counts.unnamed, one, many, counts.unnamed_box)
    one = tr("{n} polygon crosses itself; it is repaired for training, the layer stays as it is.")
    many = tr("{n} polygons cross themselves; they are repaired for training, the layer stays as it is.")
    return problems + _warned(counts.invalid, one, many, counts.invalid_box)


def point_problems(counts: Counts, layer_name: str, imagery_name: str, *, has_area: bool) -> list[Problem]:
    """Look at what points hold over the imagery."""
    if not counts.points:
        return [Problem(HINT, tr("“{name}” has no points yet. Choose other labels.", name=layer_name))]
    if counts.outside == counts.points:
        text = tr("The points of “{name}” lie outside “{imagery}”. Choose others, or check both coordinate systems.",
                  name=layer_name, imagery=imagery_name)  # fmt: skip
        return [Problem(ERROR, text, counts.outside_box)]
    problems = _problems_of_number(counts)
    if any(problem.blocks for problem in problems):
        return problems
    if _classes_in(counts, has_area=has_area) < 2:
        text = tr("There is one class only. Choose points of more classes, or say that everything else is background.")
        problems.append(Problem(HINT, text, button=tr("It is"), action=REST_IS_BACKGROUND))
    one, many = tr("{n} point lies outside the imagery."), tr("{n} points lie outside the imagery.")
    problems += _warned(counts.outside, one, many, counts.outside_box)
    one, many = tr("{n} point has no class and is left out."), tr("{n} points have no class and are left out.")
    return problems + _warned(counts.unnamed, one, many, counts.unnamed_box)


def raster_problems(counts: Counts, layer_name: str, imagery_name: str, *, has_area: bool) -> list[Problem]:
    """Look at what a label raster holds over the imagery."""
    problems = []
    if not counts.classes:
        text = tr("“{name}” has no labels over “{imagery}”. Choose others, or check both coordinate systems.",
                  name=layer_name, imagery=imagery_name)  # fmt: skip
        return [Problem(ERROR, text)]
    if len(counts.classes) > MOST_CLASSES:
        text = tr("“{name}” holds more than {most} different values, too many for classes. Choose a raster whose "
                  "values are classes, not measurements.", name=layer_name, most=MOST_CLASSES)  # fmt: skip
        return [Problem(ERROR, text)]
    if len(counts.classes) > MOST_LIKELY:
        text = tr("There are {n} classes. Do this raster's values stand for classes?", n=len(counts.classes))
        problems.append(Problem(WARNING, text))
    if _classes_in(counts, has_area=has_area) < 2:
        text = tr("There is one class only, “{name}”. Choose labels of more classes, or say that everything else is "
                  "background.", name=counts.classes[0].name)  # fmt: skip
        problems.append(Problem(HINT, text, button=tr("It is"), action=REST_IS_BACKGROUND))
    return problems + spelling_problems(counts, can_merge=False)


def spelling_problems(counts: Counts, *, can_merge: bool) -> list[Problem]:
    """Look whether the names of some classes differ only in how they are written; offer to merge them."""
    drawn = {entry.name: (entry.polygons, entry.pixels) for entry in counts.classes}
    problems = []
    for group in alike(drawn):
        text = tr("{names} differ only in how they are written, and are taken for {n} classes.",
                  names=listed(group), n=len(group))  # fmt: skip
        kept = max(group, key=drawn.__getitem__)
        if can_merge:
            merge = tr("Merge gives all of them the name “{name}”; it can be undone.", name=kept)
            problems.append(Problem(WARNING, f"{text} {merge}", button=tr("Merge"), action=f"{MERGE_INTO}:{kept}"))
        else:
            problems.append(Problem(WARNING, f"{text} {tr('If they are one, give all of it one name.')}"))
    return problems


def _warned(count: int, one: str, many: str, box: QgsRectangle) -> list[Problem]:
    """Warn of so many polygons or points, and where they lie; of none nothing."""
    return [Problem(WARNING, count_text(count, one, many), box)] if count else []


def _problems_of_number(counts: Counts) -> list[Problem]:
    """Say where there are more classes than fit, or than are likely."""
    number = len(counts.classes)
    if number > MOST_CLASSES:
        text = tr("There are {n} classes; at most {most} fit. Choose another class field.", n=number, most=MOST_CLASSES)
        return [Problem(ERROR, text)]
    if number > MOST_LIKELY:
        return [Problem(WARNING, tr("There are {n} classes. Is this the field that holds the class?", n=number))]
    return []


def class_colours_of(counts: Counts, known: dict[str, str]) -> dict[str, str]:
    """Give every class a colour: the one given, or the palette's next."""
    return {entry.name: entry.colour for entry in Legend.from_names(_names(counts)[:MOST_CLASSES], known).classes}


def _classes_in(counts: Counts, *, has_area: bool) -> int:
    """Count the classes, with the background that a labelled area adds where no class is that."""
    has_background = any(name.casefold() == BACKGROUND for name in _names(counts))
    return len(counts.classes) + (has_area and not has_background)


def _names(counts: Counts) -> list[str]:
    return [entry.name for entry in counts.classes]


def _too_few_classes(counts: Counts) -> Problem:
    if not counts.classes:
        return Problem(HINT, tr("No polygon over the imagery has a class yet. Fill in the class field."))
    text = tr(
        "There is one class only, “{name}”. Draw polygons of another class too, or say that everything else is "
        "background.",
        name=counts.classes[0].name,
    )
    return Problem(HINT, text, button=tr("It is"), action=REST_IS_BACKGROUND)
