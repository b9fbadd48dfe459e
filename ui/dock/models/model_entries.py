"""The model files in the work folder: their cards, and whether they fit an imagery."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ....core.errors import BadInputError
from ....core.model.architecture import NETWORK
from ....core.model.card_file import SUFFIX, read_card
from ....core.model.catalogue import architectures
from ....core.model.model_card import ModelCard
from ...band_numbers import bands_line
from ...layers.imagery import Imagery
from ...layers.imagery_stack import keys_for
from ...texts import count_text, error_text, number_text, short_number, tr

_HARDLY = 0.15
"""A network that saw a smaller share of its epochs has hardly begun."""
_READ: dict[Path, tuple[tuple[int, int], Optional[ModelEntry]]] = {}
"""What was read of model files, by when they were changed and their size: they are listed whenever a page is shown."""
FEW_HELD_BACK = 2
"""A figure that rests on no more polygons than these says nothing."""


def models_title(card: ModelCard) -> str:
    """Give the titles of what a model file holds; a committee's holds several models."""
    known = architectures()
    return " + ".join(tr(known[key].title) if key in known else key for key in card.architectures)


@dataclass(frozen=True)
class ModelEntry:
    """One model file; without a card it can't be used, and `trouble` says why."""

    path: Path
    changed: float
    card: Optional[ModelCard] = None
    trouble: str = ""

    @property
    def name(self) -> str:
        """What the model is called."""
        return self.card.name if self.card is not None else self.path.stem

    @property
    def miou(self) -> Optional[float]:
        """Its mIoU on what was held back, if that was measured."""
        value = self.card.measures.get("miou") if self.card is not None else None
        return float(value) if isinstance(value, (int, float)) else None

    @property
    def hardly_trained(self) -> Optional[tuple[int, int]]:
        """How few of a network's epochs were done, and how many there were to be; None where it was trained."""
        known = architectures().get(self.card.architecture) if self.card is not None else None
        if self.card is None or known is None or known.kind != NETWORK:
            return None
        epochs, done = self.card.recipe.get("epochs"), self.card.provenance.get("epochs")
        if not isinstance(epochs, (int, float)) or not isinstance(done, (int, float)):
            return None
        return (int(done), int(epochs)) if 0 < done <= max(1, _HARDLY * epochs) and done < epochs else None

    def measured(self) -> str:
        """Say how good it is and on what that was measured; empty where it wasn't."""
        if self.card is None or self.miou is None:
            return ""
        pixels = sum(((self.card.provenance.get("pixels") or {}).get("validation") or {}).values())
        polygons = (self.card.provenance.get("polygons") or {}).get("validation")
        value = number_text(self.miou, 2)
        if pixels and isinstance(polygons, int):
            one = tr("mIoU {value} on pixels held back ({pixels} pixels, {n} polygon)")
            many = tr("mIoU {value} on pixels held back ({pixels} pixels, {n} polygons)")
            text = count_text(polygons, one, many).format(value=value, pixels=number_text(pixels))
            few = tr("{figure}, too few to be a measure", figure=text)
            return few if 0 < polygons <= FEW_HELD_BACK else text
        if pixels:
            return tr("mIoU {value} on pixels held back ({pixels} pixels)", value=value, pixels=number_text(pixels))
        return tr("mIoU {value} on the pixels it learned from, which flatters it", value=number_text(self.miou, 2))

    def obstacle(self, imagery: Optional[Imagery]) -> str:
        """Say why it can't map this imagery; empty when it can."""
        if self.card is None:
            return self.trouble
        if imagery is None:
            return ""
        try:
            keys_for(self.card.bands, imagery)
        except BadInputError as error:
            return error_text(error)
        return ""

    def summary(self) -> str:
        """Describe it in a few lines."""
        if self.card is None:
            return self.trouble
        lines = [
            tr("{model}, trained at {size} m", model=models_title(self.card),
               size=short_number(self.card.pixel_size_m)),
            bands_line(self.card.bands),
            tr("Classes: {classes}", classes=", ".join(self.card.legend.names)),
        ]  # fmt: skip
        if self.hardly_trained is not None:
            lines.append(tr("Hardly trained: {done} of {epochs} epochs",
                            done=self.hardly_trained[0], epochs=self.hardly_trained[1]))  # fmt: skip
        if self.miou is not None:
            lines.append(self.measured())
        return "\n".join(lines)


def read_entry(path: Path) -> Optional[ModelEntry]:
    """Read one model file, anew where it has changed; None where it has gone."""
    try:
        status = path.stat()
    except OSError:
        return None
    state = status.st_mtime_ns, status.st_size
    known = _READ.get(path)
    if known is None or known[0] != state:
        known = _READ[path] = state, _read(path, status.st_mtime)
    return known[1]


def _read(path: Path, changed: float) -> Optional[ModelEntry]:
    try:
        return ModelEntry(path, changed, read_card(path))
    except BadInputError as error:
        return ModelEntry(path, changed, trouble=error_text(error))
    except OSError:
        return None


def list_models(folder: Path) -> list[ModelEntry]:
    """Read the model files in a folder, the newest first; one that can't be read is listed with the reason."""
    paths = folder.glob(f"*{SUFFIX}") if folder.is_dir() else ()
    entries = [entry for entry in map(read_entry, paths) if entry is not None and not entry.path.name.startswith(".")]
    return sorted(entries, key=lambda entry: entry.changed, reverse=True)
