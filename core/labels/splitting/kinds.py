"""The kinds of split: how labels are parted, and what takes the place of one that isn't possible."""

from __future__ import annotations

from typing import NamedTuple

from ...wording import translatable


class SplitKind(NamedTuple):
    """One kind; `split_plan` plans it.

    Attributes:
        text: Its name within a sentence.
        tried: What is tried where it is asked for, one after the other.
    """

    text: str
    tried: tuple[str, ...]


KINDS: dict[str, SplitKind] = {
    "blocks": SplitKind(translatable("a split by blocks"), ("blocks", "polygons")),
    "polygons": SplitKind(translatable("a split by polygons"), ("polygons", "blocks")),
    "scenes": SplitKind(translatable("a split by scenes"), ("scenes", "blocks", "polygons")),
    "random_tiles": SplitKind(translatable("a split into random tiles"), ("random_tiles",)),
    "none": SplitKind(translatable("training without validation"), ()),
}
"""In the order in which they are offered."""
