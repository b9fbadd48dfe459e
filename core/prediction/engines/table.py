"""The table of the engines that compute networks, read without loading any of them."""

from __future__ import annotations

from dataclasses import dataclass

TORCH, TORCH_EXACT, ONNX = "torch", "torch float32", "onnxruntime"
OPENVINO, OPENVINO_SHORT = "openvino", "openvino bfloat16"
OPENVINOS = OPENVINO, OPENVINO_SHORT


@dataclass(frozen=True)
class EngineEntry:
    """One engine.

    Attributes:
        opener: Its module beside this one and the function there, which takes member, request and device.
        packages: What has to be installed for it besides the worker's own packages.
        is_offered: Whether it can be asked for by name; the others are for measuring alone.
        is_on_gpu: Whether it computes on a GPU too.
        is_short: Whether it needs a device with a precision of fewer bits than float32, to be worth measuring.
    """

    opener: str
    packages: tuple[str, ...] = ()
    is_offered: bool = True
    is_on_gpu: bool = False
    is_short: bool = False


TABLE: dict[str, EngineEntry] = {
    TORCH_EXACT: EngineEntry("torch_engine:open_exact", is_offered=False, is_on_gpu=True),
    TORCH: EngineEntry("torch_engine:open_engine", is_on_gpu=True, is_short=True),
    ONNX: EngineEntry("onnx_engine:open_engine", ("onnx", "onnxruntime")),
    OPENVINO: EngineEntry("openvino_engine:open_engine", ("openvino",)),
    OPENVINO_SHORT: EngineEntry("openvino_engine:open_short", ("openvino",), is_offered=False, is_short=True),
}
"""By name, the exact one first: what the others compute is compared with it."""
