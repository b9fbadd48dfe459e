"""A committee as one ONNX graph: the network's, and beside it classifiers of the bands in ONNX's own operators."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Any

import numpy as np

from ..errors import BadInputError
from ..geodata.normalisation import GIVEN, LIMIT
from ..model.members import Member
from .import_parameters import USUAL_DIVISOR

_TREES_DOMAIN, _TREES_OPSET = "ai.onnx.ml", 3
_LEAST = 1e-30


def with_classifiers(content: bytes, classifiers: list[Member]) -> bytes:
    """Average the probabilities of a network's graph with those of classifiers, each with its weight.

    Args:
        content: The graph, “images” (N, B, H, W) divided by 255 to “result” (N, C, H, W).
        classifiers: What stands beside it.

    Raises:
        BadInputError: When one sees more than the bands, or is of a kind that ONNX has no operators for.
    """
    import onnx
    from onnx import helper, numpy_helper

    model = onnx.load_from_string(content)
    graph = model.graph
    for node in graph.node:
        node.output[:] = ["of network" if name == "result" else name for name in node.output]
        node.input[:] = ["of network" if name == "result" else name for name in node.input]
    votes = {"of network": 1.0}
    for number, member in enumerate(classifiers, start=1):
        _add_classifier(graph, member, f"classifier {number}")
        votes[f"classifier {number}"] = member.weight
    for name, weight in votes.items():
        share = numpy_helper.from_array(np.array(weight / sum(votes.values()), np.float32), f"share of {name}")
        graph.initializer.append(share)
        graph.node.append(helper.make_node("Mul", [name, share.name], [f"{name} weighted"], name=f"{name} weighted"))
    weighted = [f"{name} weighted" for name in votes]
    graph.node.append(helper.make_node("Sum", weighted, ["result"], name="mean of the committee"))
    model.opset_import.append(helper.make_opsetid(_TREES_DOMAIN, _TREES_OPSET))
    encoded: bytes = model.SerializeToString()
    return encoded


class _Nodes:
    """Adds constants and nodes to a graph, all called after one classifier."""

    def __init__(self, graph: Any, name: str) -> None:
        self._graph, self._name = graph, name

    def constant(self, what: str, values: Any, kind: Any = np.float32) -> str:
        """Add a constant; give its name."""
        from onnx import numpy_helper

        self._graph.initializer.append(numpy_helper.from_array(np.asarray(values, kind), f"{self._name} {what}"))
        return f"{self._name} {what}"

    def add(self, operator: str, inputs: list[str], what: str = "", **attributes: Any) -> str:
        """Add a node; give the name of its output, which is the classifier's own where it has no other."""
        from onnx import helper

        output = f"{self._name} {what}" if what else self._name
        self._graph.node.append(helper.make_node(operator, inputs, [output], name=f"{output} node", **attributes))
        return output


def _add_classifier(graph: Any, member: Member, name: str) -> None:
    """Add the nodes that turn “images” into a classifier's probabilities (N, C, H, W) of this name."""
    card, model, nodes = member.card, member.model, _Nodes(graph, name)
    if card.architecture not in _SHARES or tuple(model.feature_names) != card.bands:
        raise BadInputError(
            "“{name}” holds a {architecture} that sees more than the bands, which ONNX programs can't run. Export a "
            "network alone.",
            name=card.name,
            architecture=card.architecture,
        )
    look, bands, classes = card.normalisation, len(card.bands), len(card.legend)
    constant, add = nodes.constant, nodes.add
    plain = add("Mul", ["images", constant("divisor", USUAL_DIVISOR)], "plain")
    moved = add("Sub", [plain, constant("offset", np.reshape(look.offset, (1, bands, 1, 1)))], "moved")
    scaled = add("Div", [moved, constant("scale", np.reshape(look.scale, (1, bands, 1, 1)))], "scaled")
    if look.method != GIVEN:
        scaled = add("Clip", [scaled, constant("low", -LIMIT), constant("high", LIMIT)], "clipped")
    last = add("Transpose", [scaled], "bands last", perm=[0, 2, 3, 1])
    shape = add("Shape", [last], "shape")
    sides = add("Slice", [shape, constant("first", [0], np.int64), constant("third", [3], np.int64)], "sides")
    pixels = add("Reshape", [last, constant("rows", [-1, bands], np.int64)], "pixels")
    shares = _SHARES[card.architecture](nodes, pixels, model.arrays(), classes)
    if card.class_factors:
        shares = add("Mul", [shares, constant("factors", np.reshape(card.class_factors, (1, classes)))], "shifted")
    if card.temperature != 1.0 or card.class_factors:
        above = add("Max", [shares, constant("least", _LEAST)], "above nothing")
        powered = add("Pow", [above, constant("power", 1.0 / card.temperature)], "powered")
        total = add("ReduceSum", [powered, constant("axis", [1], np.int64)], "total", keepdims=1)
        shares = add("Div", [powered, total], "tempered")
    whole = add("Concat", [sides, constant("classes", [classes], np.int64)], "whole shape", axis=0)
    placed = add("Reshape", [shares, whole], "placed")
    add("Transpose", [placed], perm=[0, 3, 1, 2])


def _by_trees(nodes: _Nodes, pixels: str, arrays: Mapping[str, np.ndarray], classes: int) -> str:
    """Give a forest's probabilities (n, C) of pixels (n, B)."""
    return nodes.add(
        "TreeEnsembleRegressor", [pixels], "shares", domain=_TREES_DOMAIN, **_trees(arrays, classes)
    )  # fmt: skip


def _by_duels(nodes: _Nodes, pixels: str, arrays: Mapping[str, np.ndarray], classes: int) -> str:
    """Give a support vector machine's probabilities (n, C) of pixels (n, B); see `VotingSvm`."""
    counts, vectors, gamma = arrays["vector_counts"], arrays["vectors"], float(arrays["gamma"][0])
    known, ends = len(counts), np.cumsum(counts)
    pairs = list(combinations(range(known), 2))
    weights = np.zeros((len(vectors), len(pairs)))
    for duel, (first, second) in enumerate(pairs):
        for own, other in ((first, second - 1), (second, first)):
            rows = slice(ends[own] - counts[own], ends[own])
            weights[rows, duel] = arrays["coefficients"][other, rows]
    centred = nodes.add("Sub", [pixels, nodes.constant("mean", arrays["mean"])], "centred")
    points = nodes.add("Mul", [centred, nodes.constant("factor", arrays["factor"])], "points")
    axis = nodes.constant("features", [1], np.int64)
    squares = nodes.add("ReduceSum", [nodes.add("Mul", [points, points], "squared"), axis], "squares", keepdims=1)
    products = nodes.add("MatMul", [points, nodes.constant("vectors", 2 * vectors.T)], "products")
    nearer = nodes.add("Sub", [products, squares], "nearer")
    near = nodes.add("Sub", [nearer, nodes.constant("lengths", (vectors**2).sum(axis=1))], "near")
    kernels = nodes.add("Exp", [nodes.add("Mul", [near, nodes.constant("gamma", gamma)], "exponents")], "kernels")
    weighed = nodes.add("MatMul", [kernels, nodes.constant("weights", weights)], "weighed")
    decided = nodes.add("Add", [weighed, nodes.constant("intercepts", arrays["intercepts"])], "decided")
    margins = nodes.add("Mul", [decided, nodes.constant("two", 2.0)], "margins")
    # The logarithm of 1 / (1 + exp(−margin)) for the class that comes first, of 1 / (1 + exp(margin)) for the other.
    lost_by_first = nodes.add("Softplus", [nodes.add("Neg", [margins], "turned")], "lost by first")
    lost_by_second = nodes.add("Softplus", [margins], "lost by second")
    places = np.eye(known)[np.array(pairs)]  # (P, 2, K)
    of_first = nodes.add("MatMul", [lost_by_first, nodes.constant("firsts", places[:, 0])], "of first")
    of_second = nodes.add("MatMul", [lost_by_second, nodes.constant("seconds", places[:, 1])], "of second")
    scores = nodes.add("Neg", [nodes.add("Add", [of_first, of_second], "losses")], "scores")
    return _softmax(nodes, scores, arrays, classes)


def _by_distances(nodes: _Nodes, pixels: str, arrays: Mapping[str, np.ndarray], classes: int) -> str:
    """Give a maximum likelihood's probabilities (n, C) of pixels (n, B), by their distances from the classes' centres.

    Centres are subtracted before anything else, so that single precision is enough.
    """
    used = arrays["factor"] > 0
    deviations = arrays["directions"] / np.sqrt(arrays["variances"])[:, None, :]  # (K, F, F)
    known, features = deviations.shape[:2]
    centres = arrays["mean"][used] + arrays["centres"] / arrays["factor"][used]  # (K, F), as pixels are
    kept = nodes.add("Gather", [pixels, nodes.constant("used", np.flatnonzero(used), np.int64)], "features", axis=1)
    rows = nodes.constant("each", [1, -1, features], np.int64)
    away = nodes.add(
        "Sub", [nodes.add("Reshape", [kept, rows], "as one"), nodes.constant("centres", centres[:, None, :])], "away"
    )  # (K, n, F)
    whitening = deviations * arrays["factor"][used][None, :, None]
    white = nodes.add("MatMul", [away, nodes.constant("whitening", whitening)], "white")
    squared = nodes.add("Mul", [white, white], "squared")
    distance = nodes.add("ReduceSum", [squared, nodes.constant("last", [2], np.int64)], "distances", keepdims=0)
    logs = np.log(arrays["priors"]) - 0.5 * np.log(arrays["variances"]).sum(axis=1)
    half = nodes.add("Mul", [distance, nodes.constant("half", -0.5)], "halved")
    densities = nodes.add("Add", [half, nodes.constant("logarithms", logs.reshape(known, 1))], "densities")
    scores = nodes.add("Transpose", [densities], "scores", perm=[1, 0])
    return _softmax(nodes, scores, arrays, classes)


def _softmax(nodes: _Nodes, scores: str, arrays: Mapping[str, np.ndarray], classes: int) -> str:
    """Turn scores (n, K) of the classes that were learned into probabilities (n, C) of all."""
    places = np.zeros((len(arrays["class_ids"]), classes))
    places[np.arange(len(places)), arrays["class_ids"].astype(int) - 1] = 1.0
    known = nodes.add("Softmax", [scores], "of known", axis=1)
    return nodes.add("MatMul", [known, nodes.constant("places", places)], "shares")


_SHARES: dict[str, Callable[[_Nodes, str, Mapping[str, np.ndarray], int], str]] = {
    "random_forest": _by_trees, "svm": _by_duels, "maximum_likelihood": _by_distances,
}  # fmt: skip
"""What adds the nodes of each classifier that ONNX has operators for."""


def _trees(arrays: Mapping[str, np.ndarray], classes: int) -> dict[str, Any]:
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
