"""The jobs of model files, as they are sent to the worker."""

from __future__ import annotations

from dataclasses import dataclass

from ..files.roles import reads, writes
from ..parameters import parameter
from .import_parameters import OnnxSettings


@dataclass(frozen=True)
class ExportOnnxJob:
    """Write a model file as ONNX, with what Deepness and other programs need to run it."""

    model: str = reads()
    out: str = writes()
    tile_px: int = parameter(
        0, "Tile size", "Side of the tiles that the graph takes; 0 chooses it.", unit="px", low=0, high=8192
    )


@dataclass(frozen=True)
class ImportModelJob:
    """Make a model file of an ONNX file, or take a copy of a model file; `settings` go before the file's metadata."""

    file: str = reads()
    model_file: str = writes()
    settings: OnnxSettings = OnnxSettings()
