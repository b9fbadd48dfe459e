"""Output: predictions as cloud-optimised GeoTIFFs with colours, class names, statistics and a QGIS style."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Optional

import numpy as np
import rasterio.shutil

from ...files.beside import (
    CLASSES,
    LACKING,
    PROBABILITIES,
    UNCERTAINTY,
    path_of,
    prediction_files,
    style_of,
    table_of,
)
from ...files.disk import START_AGAIN, disk_trouble_told
from ...files.whole_file import whole_files
from ...geodata.grid import Grid, Window
from ...geodata.written import check_raster
from ...labels.legend import Legend
from .attribute_table import attribute_table
from .lacking import Lacking
from .raw_raster import BLOCK, RawRaster
from .style import LIKELY, UNSURE, class_style, ramp_style
from .tags import LEGEND_TAG, THRESHOLD_TAG
from .threshold import Threshold
from .uncertainty import OFFSET, SCALE, closeness, entropy, labels_of, to_bytes
from .vrt import BandLook

_MANY_BANDS, _SMALL_BLOCK = 32, 128
_COG = {
    "driver": "COG", "compress": "deflate", "level": 1, "blocksize": BLOCK, "bigtiff": "if_safer",
    "num_threads": "all_cpus", "overviews": "auto", "sparse_ok": True,
}  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What is to be written.

    Attributes:
        path: The class raster; the others get its name with `_probabilities` and `_uncertainty`.
        legend: The classes.
        probabilities: Whether one band of probabilities per class is written too.
        uncertainty: Whether two bands of uncertainty are written too.
        metadata: What the rasters say of themselves beside the legend.
        threshold: By which one class is set against the rest; None takes the likeliest class.
        lacking: Which pixels lacked what of the stack, where some may; None writes nothing of it.
    """

    path: Path
    legend: Legend
    probabilities: bool = False
    uncertainty: bool = False
    metadata: Mapping[str, str] = field(default_factory=dict)
    threshold: Optional[Threshold] = None
    lacking: Optional[Lacking] = None

    @property
    def needs_probabilities(self) -> bool:
        """Whether labels alone don't do."""
        return self.probabilities or self.uncertainty or self.threshold is not None

    def tags_of(self, kind: str) -> dict[str, str]:
        """What the raster of a kind says of itself: what was lacking is no map of the legend's classes."""
        return dict(self.metadata) if kind == LACKING else self.tags

    @property
    def tags(self) -> dict[str, str]:
        """What the rasters of classes say of themselves."""
        legend = {LEGEND_TAG: json.dumps(self.legend.to_dicts(), ensure_ascii=False)}
        told = self.threshold and {THRESHOLD_TAG: json.dumps(self.threshold.to_dict(), ensure_ascii=False)}
        return {**legend, **self.metadata, **(told or {})}

    def path_of(self, kind: str) -> Path:
        """Give the file of one kind, such as `PROBABILITIES`."""
        return path_of(self.path, kind)

    @property
    def files(self) -> list[Path]:
        """Every file that is written."""
        return prediction_files(
            self.path, probabilities=self.probabilities, uncertainty=self.uncertainty, lacking=self.lacking is not None
        )

    def looks(self) -> dict[str, list[BandLook]]:
        """Give every raster's bands."""
        colours = tuple(entry.colour for entry in self.legend.classes)
        looks = {CLASSES: [BandLook("class", colours, self.legend.names)]}
        if self.probabilities:
            looks[PROBABILITIES] = [BandLook(name, scale=SCALE, offset=OFFSET) for name in self.legend.names]
        if self.uncertainty:
            names = ("uncertainty (entropy)", "uncertainty (two likeliest classes)")
            looks[UNCERTAINTY] = [BandLook(name, scale=SCALE, offset=OFFSET) for name in names]
        if self.lacking is not None:
            legend = self.lacking.legend
            looks[LACKING] = [BandLook(LACKING, tuple(entry.colour for entry in legend.classes), legend.names)]
        return looks


class Outputs:
    """The rasters of one prediction in the making; all appear when the `with` block ends without an error, or none."""

    def __init__(self, wanted: Wanted, grid: Grid) -> None:
        """Keep what goes where; nothing is made before the block begins."""
        self.wanted, self.grid = wanted, grid
        self._stack = ExitStack()
        self._rasters: dict[str, RawRaster] = {}
        self._partials: dict[Path, Path] = {}

    def __enter__(self) -> Outputs:
        with disk_trouble_told(self.wanted.path, START_AGAIN), ExitStack() as stack:
            paths = self.wanted.files
            self._partials = dict(zip(paths, stack.enter_context(whole_files(paths, check_raster))))
            for kind, looks in self.wanted.looks().items():
                self._rasters[kind] = RawRaster(self.wanted.path_of(kind), self.grid, looks, self.wanted.tags_of(kind))
                stack.callback(self._rasters[kind].remove)
            self._stack = stack.pop_all()
        return self

    @property
    def partial(self) -> Path:
        """The file that shows the classes predicted so far, for as long as the block lasts."""
        return self._rasters[CLASSES].vrt

    @property
    def counts(self) -> np.ndarray:
        """Pixels of every class id so far, (256,); those at 0 have no class."""
        return self._rasters[CLASSES].counts[0]

    @property
    def paths(self) -> dict[str, str]:
        """The finished files by kind."""
        return {kind: str(self.wanted.path_of(kind)) for kind in self._rasters}

    def write(self, window: Window, result: np.ndarray, keep: np.ndarray) -> None:
        """Write a window of this grid.

        Args:
            window: Where.
            result: Class ids (H, W) from 1, or probabilities (C, H, W) float32.
            keep: Where there is something to write (H, W); 0 is written elsewhere.

        Raises:
            DiskError: When it can't be written, on a full disk for example.
        """
        labels = result if result.ndim == 2 else self._labels(result)
        with disk_trouble_told(self.wanted.path, START_AGAIN):
            self._rasters[CLASSES].write(window, (labels * keep)[None])
            if PROBABILITIES in self._rasters:
                self._rasters[PROBABILITIES].write(window, to_bytes(result) * keep)
            if UNCERTAINTY in self._rasters:
                both = np.stack([entropy(result), closeness(result)])
                self._rasters[UNCERTAINTY].write(window, to_bytes(both) * keep)
            if self.wanted.lacking is not None:
                self._rasters[LACKING].write(window, (self.wanted.lacking.codes(window) * keep)[None])

    def _labels(self, probabilities: np.ndarray) -> np.ndarray:
        threshold = self.wanted.threshold
        return labels_of(probabilities) if threshold is None else threshold.labels(probabilities, self.wanted.legend)

    def __exit__(
        self, kind: Optional[type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        if error is not None:
            self._stack.__exit__(kind, error, trace)
            return
        with disk_trouble_told(self.wanted.path, START_AGAIN), self._stack:
            for name in self._rasters:
                self._finish(name)

    def _finish(self, kind: str) -> None:
        raster, path = self._rasters[kind], self.wanted.path_of(kind)
        raster.finish()
        rasterio.shutil.copy(str(raster.vrt), str(self._partials[path]), **_cog(len(self.wanted.looks()[kind])))
        texts = {style_of(path): self._style(kind)}
        if kind == CLASSES:
            table = attribute_table(self.wanted.legend, raster.counts[0].tolist(), self.grid.pixel_area_m2)
            texts[table_of(path)] = table
        for beside, text in texts.items():
            self._partials[beside].write_text(text, encoding="utf-8", errors="replace")

    def _style(self, kind: str) -> str:
        if kind == CLASSES:
            return class_style(self.wanted.legend)
        if self.wanted.lacking is not None and kind == LACKING:
            never = self.wanted.lacking.never(self._rasters[LACKING].counts[0])
            return class_style(self.wanted.lacking.legend, left_out=never)
        if kind == UNCERTAINTY:
            return ramp_style(UNSURE, "0 sure", "1 unsure")
        return ramp_style(LIKELY, f"0 not {self.wanted.legend.names[0]}", f"1 {self.wanted.legend.names[0]}")


def _cog(bands: int) -> dict[str, object]:
    """Give the options of the file to write; blocks hold all bands, so that those of many bands are small."""
    return _COG if bands <= _MANY_BANDS else {**_COG, "blocksize": _SMALL_BLOCK}


def class_shares(legend: Legend, counts: np.ndarray) -> dict[str, float]:
    """Give every class's share of the predicted pixels, by name."""
    total = max(1, int(counts[1:].sum()))
    return {entry.name: float(counts[entry.id]) / total for entry in legend.classes}
