"""Prediction with a forest node by node: for very large trees, and for CUDA."""

from __future__ import annotations

from typing import Any

import numpy as np

from .forest import Forest
from .parallel import in_slices

_CHUNK = 8192
_STRIDE = 4
"""Steps between two looks at which pixels have arrived (ours)."""


class ForestWalk:
    """A forest ready for prediction on the CPU, tree after tree."""

    def __init__(self, forest: Forest) -> None:
        self._forest = forest
        starts = forest.tree_starts.tolist()
        self._trees = [_Tree(forest, first, end) for first, end in zip(starts, starts[1:])]

    def __call__(self, samples: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give the winner (n,) among K classes and the mean class shares (n, K) float32 of samples (n, F) float32."""
        forest, count = self._forest, len(samples)
        winners, shares = np.empty(count, np.intp), np.empty((count, forest.values.shape[1]), np.float32)

        def work(part: slice) -> None:
            levels = np.ascontiguousarray(forest.levels_of(samples[part]).T)
            totals = np.zeros((levels.shape[1], forest.values.shape[1]))
            for tree in self._trees:
                totals += forest.values[tree.values_reached(levels)]
            totals /= forest.trees
            winners[part], shares[part] = totals.argmax(axis=1), totals

        in_slices(work, count, _CHUNK)
        return winners, shares


class _Tree:
    """One tree, laid out for walking: leaves lead to themselves."""

    def __init__(self, forest: Forest, first: int, end: int) -> None:
        span, nodes = slice(first, end), np.arange(end - first)
        inner = forest.features[span] >= 0
        nexts = forest.nexts[span].astype(np.intp)
        self._inner = inner
        self._features = np.where(inner, forest.features[span], 0).astype(np.intp)
        self._edges = np.where(inner, forest.levels[span], 255).astype(np.uint8)  # no level is above 255
        self._children = np.stack(
            [np.where(inner, nodes + 1, nodes), np.where(inner, nexts - first, nodes)], axis=1
        ).ravel()
        self._values = np.where(inner, 0, nexts)

    def values_reached(self, levels: np.ndarray) -> np.ndarray:
        """Give the row of the forest's values (n,) that each pixel reaches, from the levels (F, n) of its features."""
        count = levels.shape[1]
        reached, pixels, nodes = np.empty(count, np.intp), np.arange(count), np.zeros(count, np.intp)
        while pixels.size:
            for _ in range(_STRIDE):
                indices = self._features.take(nodes)
                indices *= count
                indices += pixels
                above = levels.take(indices) > self._edges.take(nodes)
                nodes *= 2
                nodes += above
                nodes = self._children.take(nodes)
            under_way = self._inner.take(nodes)
            reached[pixels] = nodes
            pixels, nodes = pixels[under_way], nodes[under_way]
        return self._values.take(reached)


class TorchForest:
    """A forest ready for prediction on a torch device, all trees at once."""

    def __init__(self, forest: Forest, device: str) -> None:
        import torch

        self._forest, self._device = forest, torch.device(device)
        nodes = np.arange(len(forest.features))
        inner = forest.features >= 0

        def there(array: np.ndarray) -> Any:
            return torch.from_numpy(np.ascontiguousarray(array)).to(self._device)

        self._edges = [there(forest.edges_of(feature)) for feature in range(len(forest.edge_counts))]
        self._roots = there(forest.tree_starts[:-1].astype(np.int64))
        self._features = there(np.maximum(forest.features, 0).astype(np.int64))
        self._levels = there(np.where(inner, forest.levels.astype(np.int64), 256))  # leaves lead to themselves
        self._left = there(np.where(inner, nodes + 1, nodes))
        self._right = there(np.where(inner, forest.nexts, nodes).astype(np.int64))
        self._rows = there(np.where(inner, 0, forest.nexts).astype(np.int64))
        self._values = there(forest.values)

    def __call__(self, samples: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give the winner (n,) among K classes and the mean class shares (n, K) float32 of samples (n, F) float32."""
        import torch

        length = max(1, (1 << 26) // (self._forest.trees * self._values.shape[1]))
        parts = np.split(samples, range(length, len(samples), length))
        shares = torch.cat([self._totals(torch.from_numpy(part)) for part in parts]).cpu().numpy()
        winners = shares.argmax(axis=1)
        close = np.flatnonzero((shares >= shares.max(axis=1, keepdims=True) - 1e-9).sum(axis=1) > 1)
        if close.size:  # trees are added in another order here
            winners[close] = ForestWalk(self._forest)(samples[close])[0]
        return winners, shares.astype(np.float32)

    def _totals(self, samples: Any) -> Any:
        import torch

        columns = samples.to(self._device).t().contiguous()
        levels = torch.stack([torch.searchsorted(edges, column) for edges, column in zip(self._edges, columns)], dim=1)
        nodes = self._roots.expand(len(samples), -1)
        while True:
            right = levels.gather(1, self._features[nodes]) > self._levels[nodes]
            following = torch.where(right, self._right[nodes], self._left[nodes])
            if torch.equal(following, nodes):
                return self._values[self._rows[nodes]].sum(dim=1) / self._forest.trees
            nodes = following
