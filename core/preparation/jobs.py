"""The job that makes a raster of rasters, as it travels to the worker."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..file_roles import reads, writes
from ..parameters import from_dict
from .functions import raster_function


@dataclass(frozen=True)
class LayerJob:
    """Make a layer by a raster function, of rasters on the first one's grid; `settings` are its parameters by name."""

    function: str
    images: tuple[str, ...] = reads()
    out: str = writes()
    bands: tuple[str, ...] = ()
    settings: dict[str, Any] = field(default_factory=dict)

    def parameters(self) -> Any:
        """Give the function's parameters, checked.

        Raises:
            BadInputError: For an unknown function or setting, a value out of range, or values that don't go together.
        """
        return from_dict(raster_function(self.function).parameters, self.settings).checked()
