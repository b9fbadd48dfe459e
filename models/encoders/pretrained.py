"""Finding pretrained weights before a job starts: in the cache, on the hub, or in a file of the analyst's own."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Optional, Union

from ...core.errors import BadInputError
from ...core.files.digest import sha256_of
from ...core.files.named_files import PICKLED
from ...core.files.whole_file import write_text
from ...core.message import Message
from ...core.parameters import from_dict
from ..network_parameters import IMAGENET, NONE, EncoderParameters
from ..table import entry
from .download import Fetched, Report, fetch
from .known_encoder import known_encoder
from .weights_table import ALLOWED, WEIGHTS, PretrainedWeights

FOLDER_VARIABLE = "OUTCROP_WEIGHTS"
SUFFIX = ".safetensors"
_HUB = "https://huggingface.co"


_OTHERS = Message(
    "Train fetches the weights that timm lists for this encoder from huggingface.co first, once; their licence stands "
    "there."
)


class MissingWeightsError(BadInputError):
    """Pretrained weights aren't on this computer; the message says where to get them and how to go on without."""


def resolve_weights(
    encoder: str, weights: str = IMAGENET, weights_file: Optional[str] = None,
    cache_folder: Union[str, Path, None] = None, report: Optional[Report] = None,
) -> Optional[Path]:  # fmt: skip
    """Find the weights that an encoder is to start from, fetching them if they aren't on this computer yet.

    To be called before a job starts. There is one attempt, and without a network the answer comes within seconds.

    Args:
        encoder: The encoder's name in timm.
        weights: A name of `network_parameters.WEIGHTS`.
        weights_file: A file of the analyst's own, used in place of a download.
        cache_folder: Where fetched files are kept; `weights_folder` says where otherwise.
        report: Called with bytes fetched so far and in all.

    Returns:
        The checked file, or None for `none`.

    Raises:
        MissingWeightsError: When they can't be fetched; the message says how to go on.
        BadInputError: For a file that isn't what it should be, or weights that don't exist.
    """
    try:
        return find_weights(encoder, weights, weights_file, cache_folder)
    except MissingWeightsError as missing:
        entry = weights_entry(encoder, weights)
        path = _place(entry, cache_folder)
        if _is_offline():
            raise missing from None
        with _stated(entry, path):
            path.parent.mkdir(parents=True, exist_ok=True)
            fetched = fetch(address(entry), path, size_bytes=entry.size_bytes, sha256=entry.sha256, report=report)
        _note(path, entry, fetched)
        return path


def find_weights(
    encoder: str, weights: str = IMAGENET, weights_file: Optional[str] = None,
    cache_folder: Union[str, Path, None] = None,
) -> Optional[Path]:  # fmt: skip
    """Find weights on this computer, as `resolve_weights` does, but never over the network.

    Raises:
        MissingWeightsError: When they aren't here.
        BadInputError: For a file that isn't what it should be, or weights that don't exist.
    """
    if weights_file:
        return _own_file(Path(weights_file).expanduser())
    if weights == NONE:
        return None
    entry = weights_entry(encoder, weights)
    path = _place(entry, cache_folder)
    if not path.is_file():
        raise MissingWeightsError(_how_to_go_on(entry, path, Message("aren't on this computer")))
    _check(path, entry)
    return path


def weights_entry(encoder: str, weights: str) -> PretrainedWeights:
    """Give what is known of an encoder's weights: from the table, or for `imagenet` from timm's own list.

    Raises:
        BadInputError: Where there are no such weights.
    """
    if (encoder, weights) in WEIGHTS:
        return WEIGHTS[encoder, weights]
    if weights == IMAGENET:
        return _listed_by_timm(encoder)
    known = ", ".join(sorted(name for name, kind in WEIGHTS if kind == weights))
    raise BadInputError(
        (
            "There are no “{weights}” weights for the encoder “{encoder}”, only for: {known}. Choose one of these "
            "encoders, weights=imagenet, weights=none, or give a weights_file."
        ),
        weights=weights,
        encoder=encoder,
        known=known,
    )


def resolved(
    key: str, values: Mapping[str, Any], cache_folder: Union[str, Path, None] = None, report: Optional[Report] = None
) -> dict[str, Any]:
    """Give a model's parameters, as a recipe holds them, with its weights resolved: `weights_file` names the file.

    Raises:
        MissingWeightsError, BadInputError: As `resolve_weights` does.
    """
    chosen: Any = from_dict(entry(key).parameters, values)
    if not isinstance(chosen, EncoderParameters):
        return dict(values)
    path = resolve_weights(chosen.encoder, chosen.weights, chosen.weights_file, cache_folder, report)
    return {**values, "weights_file": None if path is None else str(path)}


def terms(
    key: str, values: Mapping[str, Any], cache_folder: Union[str, Path, None] = None
) -> Optional[Message]:  # fmt: skip
    """Say what weights a model's training starts from: their licence and what it allows, and what is fetched first.

    None where it starts from nothing, or from a file of the analyst's own. Nothing heavy is loaded to find out.
    """
    chosen: Any = from_dict(entry(key).parameters, values)
    if not isinstance(chosen, EncoderParameters) or chosen.weights == NONE or chosen.weights_file:
        return None
    known = WEIGHTS.get((chosen.encoder, chosen.weights))
    if known is None:
        return _OTHERS if chosen.weights == IMAGENET else None
    facts = {"name": known.stored_as.rpartition(".")[0], "licence": known.licence,
             "allowed": ALLOWED.get(known.licence, Message("see there"))}  # fmt: skip
    if _place(known, cache_folder).is_file():
        return Message("It starts from the weights “{name}”. Licence: {licence} ({allowed}).", **facts)
    server = address(known).split("/")[2]
    return Message(
        "Train fetches the weights “{name}” first, once: {megabytes} MB from {server}. Licence: {licence} ({allowed}).",
        megabytes=known.megabytes, server=server, **facts,
    )  # fmt: skip


def without_pretraining(key: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give a model's parameters for building it with weights of its own: from a model file, or from nothing."""
    if not issubclass(entry(key).parameters, EncoderParameters):
        return dict(values)
    return {**values, "weights": NONE, "weights_file": None}


def weights_folder() -> Path:
    """Give the folder where fetched weights are kept: `OUTCROP_WEIGHTS`, or the system's place for caches."""
    if os.environ.get(FOLDER_VARIABLE):
        return Path(os.environ[FOLDER_VARIABLE]).expanduser()
    if sys.platform == "win32":
        caches = Path(os.environ.get("LOCALAPPDATA", str(Path.home() / "AppData" / "Local")))
    elif sys.platform == "darwin":
        caches = Path.home() / "Library" / "Caches"
    else:
        caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return caches / "outcrop" / "weights"


def address(entry: PretrainedWeights) -> str:
    """Give the address of a weight file; `HF_ENDPOINT` names another server that mirrors the hub."""
    hub = os.environ.get("HF_ENDPOINT", _HUB).rstrip("/")
    return f"{hub}/{entry.repository}/resolve/{entry.revision or 'main'}/{entry.file}"


def source_of(path: Path) -> dict[str, str]:
    """Say what a weight file is, for the model file: its name and digest, and address and licence where noted."""
    known = {"file": path.name, "sha256": sha256_of(path)}
    noted = _read_note(path)
    if noted.get("sha256") == known["sha256"]:
        known.update({name: str(noted[name]) for name in ("address", "revision", "licence") if noted.get(name)})
    return known


def _place(entry: PretrainedWeights, cache_folder: Union[str, Path, None]) -> Path:
    return (Path(cache_folder).expanduser() if cache_folder else weights_folder()) / entry.stored_as


def _is_offline() -> bool:
    return os.environ.get("HF_HUB_OFFLINE", "").lower() in {"1", "true", "yes", "on"}


def _listed_by_timm(encoder: str) -> PretrainedWeights:
    timm = known_encoder(encoder)
    listed = timm.get_pretrained_cfg(encoder)
    if listed is None or not listed.hf_hub_id:
        raise BadInputError(
            (
                "timm has no pretrained weights for the encoder “{encoder}”. Choose weights=none, another encoder, or "
                "give a weights_file."
            ),
            encoder=encoder,
        )
    name = f"{listed.architecture}.{listed.tag}"
    repository = listed.hf_hub_id + name if listed.hf_hub_id.endswith("/") else listed.hf_hub_id
    return PretrainedWeights(name + SUFFIX, repository, 0, listed.license or "not stated")


@contextlib.contextmanager
def _stated(entry: PretrainedWeights, path: Path) -> Iterator[None]:
    """Turn trouble with the network into what the analyst can do about it."""
    try:
        yield
    except OSError as error:
        reason = getattr(error, "reason", None) or error
        raise MissingWeightsError(
            _how_to_go_on(
                entry, path, Message("aren't on this computer and couldn't be fetched ({reason})", reason=reason)
            )
        ) from error


def _how_to_go_on(entry: PretrainedWeights, path: Path, what: str) -> str:
    size = f", {entry.megabytes} MB" if entry.megabytes else ""
    return Message(
        (
            "The pretrained weights “{stored_as}” {what}. Fetch {address} ({licence}{size}) on a computer with a "
            "network, then save it as “{path}”, or point to it as the model's “Weight file” (--set "
            "model_parameters.weights_file=FILE). Or go on without pretraining: “Start from” scratch (--set "
            "model_parameters.weights=none)."
        ),
        stored_as=entry.stored_as,
        what=what,
        address=address(entry),
        licence=entry.licence,
        size=size,
        path=path,
    )


def _own_file(path: Path) -> Path:
    suffix = path.suffix.lower()
    if suffix != SUFFIX and suffix not in PICKLED:
        raise BadInputError(
            "“{name}” isn't a weight file. Choose a {suffix} or .pth file.", name=path.name, suffix=SUFFIX
        )
    if not path.is_file():
        raise BadInputError("The weight file “{path}” doesn't exist. Choose another one, or weights=none.", path=path)
    if suffix in PICKLED and not zipfile.is_zipfile(path):
        raise BadInputError(
            (
                "“{name}” is a pickled file, which can run programs when it is opened. Convert it where you trust it, "
                "with python -c \"import torch, safetensors.torch as s; s.save_file(torch.load('{name}', "
                "weights_only=True), '{stem}{suffix}')\", and choose the {suffix} file."
            ),
            name=path.name,
            stem=path.stem,
            suffix=SUFFIX,
        )
    return path


def _check(path: Path, entry: PretrainedWeights) -> None:
    """Compare a cached file with the table's digest, or with the one noted when it was first used."""
    digest, noted = sha256_of(path), _read_note(path)
    expected = entry.sha256 or noted.get("sha256", digest)
    if digest != expected:
        raise BadInputError(
            (
                "The weight file “{path}” isn't the one that was published or first used: its SHA-256 is {digest}, not "
                "{expected}. Delete it and fetch it again."
            ),
            path=path,
            digest=digest,
            expected=expected,
        )
    if not noted:
        _note(path, entry, Fetched(digest, path.stat().st_size, entry.revision))


def _note(path: Path, entry: PretrainedWeights, fetched: Fetched) -> None:
    """Write beside a cached file what it is; in a folder that can't be written, go without."""
    known = {
        "sha256": fetched.sha256, "size_bytes": fetched.size_bytes, "address": address(entry),
        "revision": fetched.revision or entry.revision, "licence": entry.licence,
    }  # fmt: skip
    with contextlib.suppress(BadInputError):
        write_text(_note_of(path), json.dumps(known, indent=2))


def _read_note(path: Path) -> dict[str, Any]:
    note = _note_of(path)
    try:
        return dict(json.loads(note.read_text(encoding="utf-8"))) if note.is_file() else {}
    except (OSError, ValueError) as error:
        raise BadInputError("“{note}” can't be read. Delete it; it is written again.", note=note) from error


def _note_of(path: Path) -> Path:
    return path.with_name(path.name + ".json")
