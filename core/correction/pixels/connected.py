"""Connected parts of a graph, in NumPy alone: QGIS's process has no SciPy."""

from __future__ import annotations

import numpy as np


def connected(count: int, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Number the connected parts of a graph from 0, in the order of their smallest nodes.

    Every node points to a smaller one of its part until all point to the smallest: hooking and pointer jumping, after
    Shiloach & Vishkin 1982, Journal of Algorithms 3(1), 57–67, doi 10.1016/0196-6774(82)90008-6.

    Args:
        count: How many nodes.
        first: Nodes at one end of the edges, (M,).
        second: Nodes at the other, (M,).

    Returns:
        The part of every node, int32 (count,).
    """
    root = np.arange(count)
    while len(first):
        one, other = root[first], root[second]
        apart = one != other
        first, second, one, other = first[apart], second[apart], one[apart], other[apart]
        if not len(first):
            break
        np.minimum.at(root, np.maximum(one, other), np.minimum(one, other))
        while True:
            shorter = root[root]
            if np.array_equal(shorter, root):
                break
            root = shorter
    number = np.cumsum(root == np.arange(count)) - 1
    return number[root].astype(np.int32)
