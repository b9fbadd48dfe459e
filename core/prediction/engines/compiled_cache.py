"""The compiled cache: what an engine has made of a network, kept on the disk for the next process.

Following a network and compiling it takes longer than mapping a small raster. What is kept is known by everything that
it depends on: the weights, the architecture, the code, the packages, the machine, and what is computed of it.
"""

from __future__ import annotations

import hashlib
import os
import time
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import BadInputError, OutcropError
from ...files.whole_file import whole_file
from ...model.members import Member
from ...model.weights import weights_digest
from .engine import EngineRequest
from .probe import cache_folder, here_digest

if TYPE_CHECKING:
    import torch

_FOLDER, _SUFFIX = "engines", ".compiled"
_MOST_BYTES = 1 << 30
_OLDEST_S = 60 * 86_400.0
"""What nobody has used for two months goes, such as what older versions have made."""
_DIGEST_BYTES = 32
_SOURCES = Path(__file__).resolve().parents[3]


def compiled_key(member: Member, request: EngineRequest, *details: str) -> str:
    """Give a key for a network as an engine computes it for a request, a hex digest."""
    network: torch.nn.Module = member.model
    card = member.card
    weights = weights_digest({name: value.cpu().numpy() for name, value in network.state_dict().items()})
    digest = hashlib.sha256(weights.encode())
    said = [card.architecture, repr(sorted(card.architecture_parameters.items())), repr(card.bands), repr(request)]
    digest.update("\n".join([*said, *details, _code_digest(), here_digest()]).encode())
    return digest.hexdigest()


def read_compiled(key: str) -> bytes | None:
    """Give what was kept; None where nothing was, or where it isn't whole."""
    path = _path(key)
    try:
        content = path.read_bytes()
    except OSError:
        return None
    digest, kept = content[:_DIGEST_BYTES], content[_DIGEST_BYTES:]
    if hashlib.sha256(kept).digest() != digest:
        forget_compiled(key)
        return None
    with suppress(OSError):
        os.utime(path)  # so that what is used stays
    return kept


def keep_compiled(key: str, content: bytes) -> None:
    """Keep something; where the disk is full or can't be written, nothing is lost but time."""
    if len(content) > _MOST_BYTES // 2:
        return
    try:
        _path(key).parent.mkdir(parents=True, exist_ok=True)
        with whole_file(_path(key)) as partial:
            partial.write_bytes(hashlib.sha256(content).digest() + content)
        clean_up()
    except (OSError, BadInputError, OutcropError):
        return


def forget_compiled(key: str) -> None:
    """Remove what can't be used."""
    with suppress(OSError):
        _path(key).unlink()


def clean_up() -> None:
    """Remove what was used longest ago until the rest fits its limit, and what nobody has used for long."""
    entries = []
    for path in (cache_folder() / _FOLDER).glob(f"*{_SUFFIX}"):
        with suppress(OSError):
            state = path.stat()
            entries.append((state.st_mtime, state.st_size, path))
    total = 0
    for used, size, path in sorted(entries, reverse=True):
        total += size
        if total > _MOST_BYTES or time.time() - used > _OLDEST_S:
            with suppress(OSError):
                path.unlink()


def _path(key: str) -> Path:
    return cache_folder() / _FOLDER / f"{key}{_SUFFIX}"


@lru_cache(maxsize=1)
def _code_digest() -> str:
    """Give a digest of the code that a network is followed through, so that no other version's is taken for it."""
    digest = hashlib.sha256()
    for folder in ("models", "core/prediction/engines"):
        for path in sorted((_SOURCES / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()
