"""The job that makes a raster of rasters, as it travels to the worker."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from ..files.roles import reads, writes
from ..parameters import from_dict
from .compositions.parameters import LogRatioParameters
from .functions import raster_function


@dataclass(frozen=True)
class LayerJob:
    """Make a layer by a raster function, of rasters on the first one's grid; `settings` are its parameters by name.

    A function that takes points reads the numbers of a field of theirs; `page` tells what was found out about them.
    """

    function: str
    images: tuple[str, ...] = reads()
    out: str = writes()
    bands: tuple[str, ...] = ()
    settings: dict[str, Any] = dataclasses.field(default_factory=dict)
    points: str = reads("")
    points_layer: str = ""
    field: str = ""
    page: str = writes("")
    sources: tuple[str, ...] = ()

    def parameters(self) -> Any:
        """Give the function's parameters, checked.

        Raises:
            BadInputError: For an unknown function or setting, a value out of range, or values that don't go together.
        """
        return from_dict(raster_function(self.function).parameters, self.settings).checked()


@dataclass(frozen=True)
class SaveStackJob:
    """Save a stack as a virtual raster: its bands on the first image's grid, each as it is read; no pixel is copied."""

    images: tuple[str, ...] = reads()
    out: str = writes()
    bands: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class TableLogRatiosJob:
    """Take log-ratios of fields of a point layer; `out` is a GeoPackage with the points, all fields and the ratios."""

    points: str = reads()
    out: str = writes()
    fields: tuple[str, ...] = ()
    points_layer: str = ""
    settings: LogRatioParameters = LogRatioParameters()
