"""The raster function: one entry of the list of what can be made of rasters, readable without any library."""

from __future__ import annotations

from dataclasses import dataclass

from ...parameters import Parameter, describe


@dataclass(frozen=True)
class RasterFunction:
    """A raster made of rasters: what it is called, its parameters, and where it is computed.

    Command, Processing algorithm and documentation are made from it; there is no second list.

    Attributes:
        key: Its name on the command line, in job files and (without hyphens) in the toolbox; never changes.
        title: What it is called in lists.
        summary: What it does, a paragraph a line, the first sentence standing for itself.
        imagery: What the raster that it is made of is called.
        imagery_help: What that raster has to be.
        parameters: A dataclass of described fields with a `checked` method for what ranges can't say.
        start: “room.module:function”, which looks at the open stack and gives a `Method`.
        paper: Where the method comes from.
        tags: Further words by which it is found.
        points: What the points that it is made of are called; empty where it takes none. `start` then gets their
            `Samples`, too, and what it reports becomes a page.
        more: What further rasters are called where it hardly does without them; else they are seldom given.
        more_help: What these have to be.
        needs_more: Whether it is nothing without them.
        of_imagery: Whether it is made of imagery such as is mapped, not of another survey.
        place: What the place is called whose coordinates are its parameters x and y; empty where it has none.
        finest_grid: Whether the raster with the smallest pixels gives the grid, wherever it stands; else the first.
    """

    key: str
    title: str
    summary: str
    imagery: str
    imagery_help: str
    parameters: type
    start: str
    paper: str
    tags: str = ""
    points: str = ""
    more: str = ""
    more_help: str = ""
    needs_more: bool = False
    of_imagery: bool = True
    place: str = ""
    finest_grid: bool = False

    @property
    def algorithm(self) -> str:
        """Its id in the toolbox."""
        return self.key.replace("-", "")

    @property
    def described(self) -> tuple[Parameter, ...]:
        """Its parameters."""
        return describe(self.parameters)
