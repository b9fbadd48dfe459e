"""A forest as plain arrays: what the model file holds, and what the engines read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Forest:
    """Trees over features that are cut into levels.

    The nodes of a tree follow one another depth first, so that a left child follows its parent. A pixel goes right
    where its feature is above the edge of that level.

    Attributes:
        edges: Ascending edges of each feature, one after the other (E,) float32; a feature of n edges has n + 1 levels.
        edge_counts: Number of edges of each feature (F,).
        tree_starts: First node of each tree, and the number of nodes (T + 1,).
        features: Feature that a node asks for (N,), −1 at leaves.
        levels: Edge that it compares with (N,), counted within the feature.
        nexts: Its right child (N,), or at leaves the row of `values`.
        values: The distinct class shares of leaves (V, K) float64.
    """

    edges: np.ndarray
    edge_counts: np.ndarray
    tree_starts: np.ndarray
    features: np.ndarray
    levels: np.ndarray
    nexts: np.ndarray
    values: np.ndarray

    @property
    def trees(self) -> int:
        """The number of trees."""
        return len(self.tree_starts) - 1

    @property
    def edge_starts(self) -> np.ndarray:
        """The first edge of each feature, and the number of edges (F + 1,)."""
        return np.concatenate([[0], np.cumsum(self.edge_counts)])

    def edges_of(self, feature: int) -> np.ndarray:
        """Give the ascending edges of one feature."""
        starts = self.edge_starts
        return self.edges[starts[feature] : starts[feature + 1]]

    def levels_of(self, samples: np.ndarray) -> np.ndarray:
        """Give the level (n, F) uint8 in which each feature of samples (n, F) lies: the number of edges below it."""
        levels = [np.searchsorted(self.edges_of(f), samples[:, f]) for f in range(len(self.edge_counts))]
        return np.stack(levels, axis=1).astype(np.uint8)

    def arrays(self) -> dict[str, np.ndarray]:
        """Give the arrays by name."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, np.ndarray]) -> Forest:
        """Take back what `arrays` gave.

        Raises:
            KeyError: An array is missing.
            ValueError: They don't describe trees.
        """
        forest = cls(**{name: arrays[name] for name in cls.__dataclass_fields__})
        forest.check()
        return forest

    @classmethod
    def from_estimator(cls, estimator: Any, edges: Sequence[np.ndarray]) -> Forest:
        """Take the trees of a scikit-learn forest that was fitted on levels."""
        parts = [_depth_first(member.tree_) for member in estimator.estimators_]
        sizes = [len(part[0]) for part in parts]
        starts = np.concatenate([[0], np.cumsum(sizes)])
        features, levels, rights, shares = (np.concatenate([part[k] for part in parts]) for k in range(4))
        leaves = features < 0
        values, rows = np.unique(shares[leaves], axis=0, return_inverse=True)
        nexts = rights + np.repeat(starts[:-1], sizes)
        nexts[leaves] = rows.ravel()
        return cls(
            edges=np.concatenate(edges).astype(np.float32),
            edge_counts=np.array([len(part) for part in edges], np.int32),
            tree_starts=starts.astype(np.int32),
            features=features.astype(np.int16),
            levels=levels.astype(np.uint8),
            nexts=nexts.astype(np.int32),
            values=values,
        )

    def check(self) -> None:
        """Refuse arrays that would lead out of a tree or round in circles.

        Raises:
            ValueError: They do.
        """
        nodes, inner = np.arange(len(self.features)), self.features >= 0
        tree = np.searchsorted(self.tree_starts, nodes, side="right")
        children = np.concatenate([nodes[inner] + 1, self.nexts[inner], self.tree_starts[:-1]])
        sound = (
            self.tree_starts[-1] == len(nodes) == len(self.levels) == len(self.nexts)
            and np.array_equal(np.sort(children), nodes)  # every node has one parent, or is a root
            and bool((self.nexts[inner] > nodes[inner] + 1).all())
            and np.array_equal(tree[self.nexts[inner]], tree[inner])
            and bool((self.features[inner] < len(self.edge_counts)).all())
            and bool((self.levels[inner] < self.edge_counts[self.features[inner]]).all())
            and bool(((self.nexts[~inner] >= 0) & (self.nexts[~inner] < len(self.values))).all())
            and len(self.edges) == self.edge_counts.sum()
        )
        if not sound:
            raise ValueError("its trees are damaged")


def _depth_first(tree: Any) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Give features, levels, right children and class shares of a scikit-learn tree, its nodes in depth-first order."""
    left, right = tree.children_left.tolist(), tree.children_right.tolist()
    order: list[int] = []
    rights: list[int] = []
    waiting = [(0, -1)]  # nodes, and for right children the place of their parent
    while waiting:
        node, parent = waiting.pop()
        if parent >= 0:
            rights[parent] = len(order)
        if left[node] >= 0:
            waiting += [(right[node], len(order)), (left[node], -1)]
        order.append(node)
        rights.append(-1)
    features = np.where(tree.children_left < 0, -1, tree.feature)[order]
    levels = np.floor(np.where(features < 0, 0, tree.threshold[order]))
    shares = tree.value[order, 0, :]
    totals = shares.sum(axis=1, keepdims=True)
    if np.abs(totals - 1).max() > 1e-6:  # scikit-learn before 1.3 keeps counts
        shares = shares / totals
    return features, levels, np.array(rights), shares


def level_edges(samples: np.ndarray, levels: int) -> list[np.ndarray]:
    """Choose the edges (≤ levels − 1,) of each feature of samples (n, F), with as many distinct values in every level.

    An edge is the mean of the two values beside it, so that no training value lies on one.
    """
    chosen = []
    for column in samples.T:
        values = np.unique(column)
        cuts = np.arange(1, len(values))
        if len(values) > levels:
            cuts = np.unique(np.round(np.linspace(0, len(values), levels + 1)[1:-1]).astype(np.intp))
        below, above = values[cuts - 1], values[cuts]
        middle = ((below.astype(np.float64) + above) / 2).astype(np.float32)
        chosen.append(np.where(middle < above, middle, below))
    return chosen
