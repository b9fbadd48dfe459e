"""Loading pretrained weights into an encoder for other bands than they were learned on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from ...core.errors import BadInputError
from ...core.files.named_files import PICKLED
from ..network_parameters import RANDOM
from .first_convolution import adapt_first_convolution
from .torch_archive import read_torch_archive

_WRAPPED = "model."


def load_weights(
    encoder: nn.Module, name: str, path: Path, bands: Sequence[str], how: str, filters: Optional[Sequence[str]] = None
) -> dict[str, str]:
    """Load a weight file into an encoder, its first convolution adapted to the bands.

    Names in the file may have a prefix, and may be those of the whole timm network, classifier and all.

    Args:
        encoder: Built for as many bands as there are names.
        name: The encoder's name, for messages.
        path: A safetensors file, or an archive of torch's.
        bands: Names of the bands in order.
        how: A name of `network_parameters.FIRST_CONVOLUTIONS`.
        filters: What the first convolution's filters were learned on; None where that isn't known.

    Returns:
        Which band got which filter.

    Raises:
        BadInputError: When the file can't be read or holds the weights of something else.
    """
    wanted = encoder.state_dict()
    weights = _matching_names(_read(path), wanted)
    first = first_convolution_name(encoder)
    origins = dict.fromkeys(bands, RANDOM)
    if how == RANDOM:
        weights[first] = wanted[first]
    elif first in weights:
        known = filters if filters is not None and len(filters) == weights[first].shape[1] else None
        names = known or [f"filter {position}" for position in range(1, weights[first].shape[1] + 1)]
        weights[first], origins = adapt_first_convolution(weights[first], names, bands, how)
    _check_fit(weights, wanted, name, path)
    encoder.load_state_dict(weights, strict=False)
    return origins


def first_convolution_name(encoder: nn.Module) -> str:
    """Give the name of the weight of an encoder's first convolution."""
    first = next(name for name, layer in encoder.named_modules() if isinstance(layer, nn.Conv2d))
    return f"{first}.weight"


def _read(path: Path) -> dict[str, Tensor]:
    if path.suffix.lower() in PICKLED:
        return read_torch_archive(path)
    try:
        return load_file(path)
    except (OSError, SafetensorError) as error:
        raise BadInputError(
            "The weight file “{path}” can't be read ({error}). Fetch or choose it again.", path=path, error=error
        ) from error


def _matching_names(tensors: dict[str, Tensor], wanted: dict[str, Tensor]) -> dict[str, Tensor]:
    """Give the file's tensors under the encoder's names.

    timm joins the first two parts of a name by “_” where it takes a sequence of layers apart, hence the comparison
    without dots, and puts “model.” before those of a transformer; what stands before the names in the file is found
    from those that hold the encoder's own.
    """
    plain = {name.replace(".", "_"): tensor for name, tensor in tensors.items()}
    wrapped = all(name.startswith(_WRAPPED) for name in wanted)
    targets = {name[len(_WRAPPED) * wrapped :].replace(".", "_"): name for name in wanted}
    anchor = next(iter(targets))
    prefixes = {name[: -len(anchor)] for name in plain if name.endswith(anchor)} or {""}
    prefix = max(sorted(prefixes), key=lambda text: sum(text + target in plain for target in targets))
    return {name: plain[prefix + target] for target, name in targets.items() if prefix + target in plain}


def _check_fit(weights: dict[str, Tensor], wanted: dict[str, Tensor], name: str, path: Path) -> None:
    wrong = [
        key for key, tensor in wanted.items()
        if not key.endswith("num_batches_tracked") and (key not in weights or weights[key].shape != tensor.shape)
    ]  # fmt: skip
    if wrong:
        raise BadInputError(
            (
                "“{name}” doesn't hold the weights of the encoder “{name_2}”: {wrong_count} of its {wanted_count} "
                "tensors are missing or have another shape, such as “{wrong}”. Choose the file made for this encoder."
            ),
            name=path.name,
            name_2=name,
            wrong_count=len(wrong),
            wanted_count=len(wanted),
            wrong=wrong[0],
        )
