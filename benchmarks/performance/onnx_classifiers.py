"""The engines of forest and support vector machine against ONNX Runtime's tree ensemble and SVM.

    .venv/bin/python -m benchmarks.performance.onnx_classifiers [--rounds 5] [--threads 2]

The data are those of `classifiers.py`. Both compute class shares of the same pixels in turn; the best of several rounds
counts. Pixels are told as differing where the largest share is another class's.
"""

from __future__ import annotations

import argparse
from typing import Any

import numpy as np
from outcrop.core.model.catalogue import build
from outcrop.models.classifiers.forest import Forest

from benchmarks.performance.classifiers import BANDS, CLASSES, MODELS, PIXELS, TRAINING, clouds, names, seconds

SVM_PIXELS = 1 << 15


def session(node: Any, threads: int) -> Any:
    """Open a graph of one node of `ai.onnx.ml` from samples (n, 9) to shares (n, 8), or decisions (n, 28)."""
    import onnx
    import onnxruntime
    from onnx import TensorProto, helper

    samples = helper.make_tensor_value_info("samples", TensorProto.FLOAT, [None, BANDS])
    shares = helper.make_tensor_value_info("shares", TensorProto.FLOAT, [None, None])
    winner = helper.make_tensor_value_info("winner", TensorProto.INT64, [None])
    graph = helper.make_graph([node], "classifier", [samples], [winner, shares])
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 3)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
    onnx.checker.check_model(model)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def tree_ensemble(forest: Forest) -> Any:
    """Write a forest as a node; a leaf's shares are divided by the number of trees."""
    from onnx import helper

    tree = np.repeat(np.arange(forest.trees), np.diff(forest.tree_starts))
    node = np.arange(len(tree)) - forest.tree_starts[tree]
    inner = forest.features >= 0
    edges = np.zeros(len(tree), np.float32)
    edges[inner] = forest.edges[forest.edge_starts[forest.features[inner]] + forest.levels[inner]]
    leaf = np.flatnonzero(~inner)
    values = forest.values[forest.nexts[leaf]] / forest.trees
    return helper.make_node(
        "TreeEnsembleClassifier", ["samples"], ["winner", "shares"], domain="ai.onnx.ml",
        classlabels_int64s=list(range(CLASSES)), post_transform="NONE",
        nodes_treeids=tree.tolist(), nodes_nodeids=node.tolist(), nodes_values=edges.tolist(),
        nodes_featureids=np.where(inner, forest.features, 0).tolist(),
        nodes_modes=np.where(inner, "BRANCH_LEQ", "LEAF").tolist(),
        nodes_truenodeids=np.where(inner, node + 1, 0).tolist(),
        nodes_falsenodeids=np.where(inner, forest.nexts - forest.tree_starts[tree], 0).tolist(),
        class_treeids=np.repeat(tree[leaf], CLASSES).tolist(), class_nodeids=np.repeat(node[leaf], CLASSES).tolist(),
        class_ids=np.tile(np.arange(CLASSES), len(leaf)).tolist(), class_weights=values.ravel().tolist(),
    )  # fmt: skip


def support_vectors(arrays: dict[str, np.ndarray]) -> Any:
    """Write a support vector machine as a node; it answers with the decisions of its duels."""
    from onnx import helper

    return helper.make_node(
        "SVMClassifier", ["samples"], ["winner", "shares"], domain="ai.onnx.ml", kernel_type="RBF",
        classlabels_ints=list(range(CLASSES)), post_transform="NONE",
        kernel_params=[float(arrays["gamma"][0]), 0.0, 3.0], support_vectors=arrays["vectors"].ravel().tolist(),
        vectors_per_class=arrays["vector_counts"].tolist(), coefficients=arrays["coefficients"].ravel().tolist(),
        rho=arrays["intercepts"].tolist(),
    )  # fmt: skip


def row(key: str, rounds: int, threads: int) -> str:
    """Fit one classifier and let both predict in turn."""
    samples, labels = clouds(TRAINING, 1)
    pixels, _ = clouds(PIXELS if key == "random_forest" else SVM_PIXELS, 2)
    classifier = build(key, names(BANDS), CLASSES, MODELS[key])
    classifier.fit(samples, labels, 0)
    arrays = classifier.arrays()
    if key == "random_forest":
        fed, node = pixels, tree_ensemble(Forest.from_arrays(arrays))
    else:
        fed = classifier.prepared(pixels).astype(np.float32)
        node = support_vectors(arrays)
    other = session(node, threads)
    winner = other.run(["winner"], {"samples": fed})[0]
    differing = int((winner + 1 != classifier.labels(pixels)).sum())
    ours = theirs = np.inf
    for _ in range(rounds):
        ours = min(ours, seconds(lambda: classifier.probabilities(pixels)))
        theirs = min(theirs, seconds(lambda: other.run(["shares"], {"samples": fed})))
    rates = [1e-6 * len(pixels) / time for time in (ours, theirs)]
    return f"| `{key}` | {rates[0]:.2f} | {rates[1]:.3f} | {theirs / ours:.1f} | {differing:,} of {len(pixels):,} |"


def main() -> None:
    """Print one row a classifier."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    print("| classifier | Outcrop, Mpx/s | ONNX Runtime, Mpx/s | times as long | labels that differ |")
    print("|---|---:|---:|---:|---:|")
    for key in ("random_forest", "svm"):
        print(row(key, arguments.rounds, arguments.threads), flush=True)


if __name__ == "__main__":
    main()
