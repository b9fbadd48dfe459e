"""A committee as one ONNX graph: the network's, and beside it the forest as the operator that ONNX has for trees."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..errors import BadInputError
from ..geodata.normalisation import GIVEN, LIMIT
from ..model.members import Member
from .import_parameters import USUAL_DIVISOR

_TREES_DOMAIN, _TREES_OPSET = "ai.onnx.ml", 3
_FOREST = "random_forest"
_LEAST = 1e-30


def with_forests(content: bytes, forests: list[Member]) -> bytes:
    """Average the probabilities of a network's graph with those of forests, each with its weight.

    Args:
        content: The graph, “images” (N, B, H, W) divided by 255 to “result” (N, C, H, W).
        forests: What stands beside it.

    Raises:
        BadInputError: When one is no forest of the bands alone.
    """
    import onnx
    from onnx import helper, numpy_helper

    model = onnx.load_from_string(content)
    graph = model.graph
    for node in graph.node:
        node.output[:] = ["of network" if name == "result" else name for name in node.output]
        node.input[:] = ["of network" if name == "result" else name for name in node.input]
    votes = {"of network": 1.0}
    for number, member in enumerate(forests, start=1):
        _add_forest(graph, member, f"forest {number}")
        votes[f"forest {number}"] = member.weight
    for name, weight in votes.items():
        share = numpy_helper.from_array(np.array(weight / sum(votes.values()), np.float32), f"share of {name}")
        graph.initializer.append(share)
        graph.node.append(helper.make_node("Mul", [name, share.name], [f"{name} weighted"], name=f"{name} weighted"))
    weighted = [f"{name} weighted" for name in votes]
    graph.node.append(helper.make_node("Sum", weighted, ["result"], name="mean of the committee"))
    model.opset_import.append(helper.make_opsetid(_TREES_DOMAIN, _TREES_OPSET))
    encoded: bytes = model.SerializeToString()
    return encoded


def _add_forest(graph: Any, member: Member, name: str) -> None:
    """Add the nodes that turn “images” into a forest's probabilities (N, C, H, W) of this name."""
    from onnx import helper, numpy_helper

    card, model = member.card, member.model
    if card.architecture != _FOREST or tuple(model.feature_names) != card.bands:
        raise BadInputError(
            "“{name}” holds a {architecture} that sees more than the bands, which ONNX programs can't run. Export a "
            "network alone.",
            name=card.name,
            architecture=card.architecture,
        )
    look, bands, classes = card.normalisation, len(card.bands), len(card.legend)

    def constant(what: str, values: Any, kind: Any = np.float32) -> str:
        graph.initializer.append(numpy_helper.from_array(np.asarray(values, kind), f"{name} {what}"))
        return f"{name} {what}"

    def add(operator: str, inputs: list[str], what: str, **attributes: Any) -> str:
        output = what if what == name else f"{name} {what}"
        graph.node.append(helper.make_node(operator, inputs, [output], name=f"{output} node", **attributes))
        return output

    plain = add("Mul", ["images", constant("divisor", USUAL_DIVISOR)], "plain")
    moved = add("Sub", [plain, constant("offset", np.reshape(look.offset, (1, bands, 1, 1)))], "moved")
    scaled = add("Div", [moved, constant("scale", np.reshape(look.scale, (1, bands, 1, 1)))], "scaled")
    if look.method != GIVEN:
        scaled = add("Clip", [scaled, constant("low", -LIMIT), constant("high", LIMIT)], "clipped")
    last = add("Transpose", [scaled], "bands last", perm=[0, 2, 3, 1])
    shape = add("Shape", [last], "shape")
    sides = add("Slice", [shape, constant("first", [0], np.int64), constant("third", [3], np.int64)], "sides")
    pixels = add("Reshape", [last, constant("rows", [-1, bands], np.int64)], "pixels")
    graph.node.append(helper.make_node(
        "TreeEnsembleRegressor", [pixels], [f"{name} shares"], name=f"{name} trees", domain=_TREES_DOMAIN,
        **_trees(model.arrays(), classes),
    ))  # fmt: skip
    shares = f"{name} shares"
    if card.temperature != 1.0:
        above = add("Max", [shares, constant("least", _LEAST)], "above nothing")
        powered = add("Pow", [above, constant("power", 1.0 / card.temperature)], "powered")
        total = add("ReduceSum", [powered, constant("axis", [1], np.int64)], "total", keepdims=1)
        shares = add("Div", [powered, total], "tempered")
    whole = add("Concat", [sides, constant("classes", [classes], np.int64)], "whole shape", axis=0)
    placed = add("Reshape", [shares, whole], "placed")
    add("Transpose", [placed], name, perm=[0, 3, 1, 2])


def _trees(arrays: dict[str, np.ndarray], classes: int) -> dict[str, Any]:
    """Give the attributes of ONNX's operator for a forest's arrays (see `Forest` in `models`)."""
    starts, features, nexts = (arrays[key].astype(np.int64) for key in ("tree_starts", "features", "nexts"))
    counts = arrays["edge_counts"].astype(np.int64)
    sizes, trees = np.diff(starts), len(starts) - 1
    tree = np.repeat(np.arange(trees), sizes)
    first = starts[tree]
    numbers, inner = np.arange(len(features)) - first, features >= 0
    known = np.where(inner, features, 0)
    edges = np.concatenate([[0], np.cumsum(counts)])[known] + arrays["levels"]
    values = np.where(inner, arrays["edges"][np.where(inner, edges, 0)], 0.0)
    leaves = np.flatnonzero(~inner)
    ids = arrays["class_ids"].astype(np.int64) - 1
    shares = arrays["values"][nexts[leaves]] / trees
    return {
        "n_targets": classes, "aggregate_function": "SUM", "post_transform": "NONE",
        "nodes_treeids": tree.tolist(), "nodes_nodeids": numbers.tolist(), "nodes_featureids": known.tolist(),
        "nodes_values": values.astype(np.float32).tolist(),
        "nodes_modes": ["BRANCH_LEQ" if splits else "LEAF" for splits in inner],
        "nodes_truenodeids": np.where(inner, numbers + 1, 0).tolist(),
        "nodes_falsenodeids": np.where(inner, nexts - first, 0).tolist(),
        "target_treeids": np.repeat(tree[leaves], len(ids)).tolist(),
        "target_nodeids": np.repeat(numbers[leaves], len(ids)).tolist(),
        "target_ids": np.tile(ids, len(leaves)).tolist(),
        "target_weights": shares.astype(np.float32).ravel().tolist(),
    }  # fmt: skip
