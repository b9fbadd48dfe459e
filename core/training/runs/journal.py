"""The journal: what a run keeps of its epochs, as tables, for TensorBoard, and as pictures of the best."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from ...assessment.confusion import Confusion
from ...files.plain_name import table_row
from ...files.whole_file import write_text
from ...geodata.normalisation import Normalisation
from ...labels.legend import Legend
from ..data.samples import SampleTile, draw_samples
from .board import Board
from .run import BOARD, CONFUSION, SAMPLES, Run


class RunJournal:
    """Writes into a run's folder after every epoch, and more after every best one."""

    def __init__(
        self, run: Run, legend: Legend, bands: Sequence[str], normalisation: Normalisation, done: int = 0
    ) -> None:
        """Go on after so many epochs; what the folder holds of later ones is dropped."""
        self._run, self._legend, self._bands, self._normalisation = run, legend, bands, normalisation
        run.keep_epochs(done)
        self._board = Board(run.path(BOARD), done + 1)

    def epoch(self, measures: Mapping[str, Any]) -> None:
        """Write an epoch's measures: `epoch` from 1, numbers by name, and `f1_by_class` as one column a class."""
        numbers = {name: value for name, value in measures.items() if isinstance(value, (int, float))}
        numbers.update({f"f1 {name}": value for name, value in measures["f1_by_class"].items()})
        self._run.append_epoch(numbers)
        self._board.add(measures["epoch"], {name: value for name, value in numbers.items() if name != "epoch"})

    def best(self, epoch: int, confusion: Confusion, samples: Sequence[SampleTile]) -> str:
        """Write the confusion matrix of the best epoch, and its tiles as a picture; give the picture's path."""
        write_text(self._run.path(CONFUSION), _table(confusion, self._legend))
        folder = self._run.path(SAMPLES)
        folder.mkdir(exist_ok=True)
        picture = folder / f"epoch_{epoch:04}.png"
        draw_samples(picture, samples, self._bands, self._normalisation, self._legend)
        return str(picture)

    def close(self) -> None:
        """Close what is open."""
        self._board.close()


def _table(confusion: Confusion, legend: Legend) -> str:
    """Lay out a confusion matrix in pixels as CSV, rows truth, columns predicted."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["true \\ predicted", *table_row(legend.names), "not predicted"])
    for name, row, missing in zip(legend.names, confusion.matrix.tolist(), confusion.unpredicted.tolist()):
        writer.writerow(table_row([name, *row, missing]))
    return text.getvalue()
