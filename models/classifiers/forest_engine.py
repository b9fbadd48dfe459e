"""Fast prediction with a forest: 64 pixels in one machine word.

For every edge of every feature one bit per pixel says whether the pixel lies above it. A set of pixels is then a row of
words, and a node splits its set with one AND and one XOR for 64 pixels at a time. The leaves' sets are folded into the
binary digits of each pixel's leaf number, with which the leaf's class shares are looked up and added. Several trees go
together, level by level, so that NumPy works on long arrays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np

from .forest import Forest
from .forest_walk import ForestWalk
from .parallel import core_count, in_slices

_CHUNK = 16384
_MOST_ROWS = 1100
"""Nodes that are held at a time (ours): with 2 KB each they stay near the processor."""
_MOST_LEAVES = 2500
"""Larger trees are walked node by node: the words' work grows with the leaves, a walk's with their logarithm."""
_GROUP = 8
_ALL = ~np.uint64(0)


@dataclass(frozen=True)
class _Level:
    """Nodes of equal depth that split.

    Attributes:
        parents: Their rows (m,), or a slice where these follow one another.
        edges: Rows of the edges' bits (m,).
        children: First row of their left children; the right children follow them.
    """

    parents: np.ndarray | slice
    edges: np.ndarray
    children: int


@dataclass(frozen=True)
class _Block:
    """Trees that are computed together.

    Attributes:
        first: Number of the first of these b trees.
        levels: From the roots down.
        leaves: Rows of the leaves (L · b,), leaf after leaf; what a tree has less than L points to an empty row.
        rows: Rows of the forest's values (b, L).
        shares: Class shares (b, L, width) float32 of each group of at most eight classes.
    """

    first: int
    levels: list[_Level]
    leaves: np.ndarray
    rows: np.ndarray
    shares: list[np.ndarray]


class SlicedForest:
    """A forest ready for prediction on the CPU, in as many threads as there are cores."""

    def __init__(self, forest: Forest) -> None:
        self._forest = forest
        leaves = np.add.reduceat(forest.features < 0, forest.tree_starts[:-1])
        self._walk = ForestWalk(forest) if leaves.max() > _MOST_LEAVES else None
        if self._walk:
            return
        sizes = np.diff(forest.tree_starts)
        trees = max(1, _MOST_ROWS // int(sizes.max()))
        self._rows = int(max(sizes[first : first + trees].sum() for first in range(0, forest.trees, trees)))
        self._blocks = [
            _plan(forest, range(first, min(first + trees, forest.trees)), self._rows)
            for first in range(0, forest.trees, trees)
        ]
        self._edges = [forest.edges_of(feature)[:, None] for feature in range(len(forest.edge_counts))]

    def __call__(self, samples: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give the winner (n,) among K classes and the mean class shares (n, K) float32 of samples (n, F) float32."""
        if self._walk:
            return self._walk(samples)
        count = len(samples)
        winners, shares = np.empty(count, np.intp), np.empty((count, self._forest.values.shape[1]), np.float32)
        length = min(_CHUNK, max(1024, -(-count // core_count())))
        spaces: list[_Workspace] = []

        def work(part: slice) -> None:
            space = spaces.pop() if spaces else self._workspace(length)
            winners[part] = self._decide(samples[part], space, shares[part])
            spaces.append(space)

        in_slices(work, count, length)
        return winners, shares

    def _workspace(self, pixels: int) -> _Workspace:
        return _Workspace(self._forest, self._blocks, self._rows, -(-pixels // 64))

    def _decide(self, samples: np.ndarray, space: _Workspace, shares: np.ndarray) -> np.ndarray:
        """Give the winners (n,) and fill the mean class shares (n, K)."""
        self._compare(samples, space)
        for block, steps in zip(self._blocks, space.steps):
            _split(steps, space.sets[: len(block.rows)])
            space.numbers[block.first : block.first + len(block.rows)] = _leaf_numbers(block, space)
        self._add_shares(space)
        for first, total in zip(range(0, shares.shape[1], _GROUP), space.totals):
            part = shares[:, first : first + _GROUP]
            np.divide(total[: len(part), : part.shape[1]], np.float32(self._forest.trees), out=part)
        winners, close = _leaders(np.ascontiguousarray(shares.T), self._forest.trees)
        if close.size:
            winners[close] = self._exact(close, space)
        return winners

    def _add_shares(self, space: _Workspace) -> None:
        """Add up the class shares of the leaves that the pixels reach."""
        for total in space.totals:
            total[:] = 0
        for block in self._blocks:
            for tree, group_shares in enumerate(zip(*block.shares)):
                indices = space.numbers[block.first + tree].astype(np.intp)
                for shares, total, buffer in zip(group_shares, space.totals, space.found):
                    shares.take(indices, 0, buffer, "clip")
                    np.add(total, buffer, total)

    def _compare(self, samples: np.ndarray, space: _Workspace) -> None:
        """Find the bits of all edges (E, words)."""
        row = 0
        for edges, values in zip(self._edges, np.ascontiguousarray(samples.T)):
            above = space.above[: len(edges)]
            np.greater(values, edges, out=above[:, : len(values)])
            space.bits[row : row + len(edges)] = np.packbits(above, axis=1, bitorder="little").view(np.uint64)
            row += len(edges)

    def _exact(self, pixels: np.ndarray, space: _Workspace) -> np.ndarray:
        """Give the winners of pixels (k,) whose best classes are too close, adding in the order of scikit-learn."""
        totals = np.zeros((len(pixels), self._forest.values.shape[1]))
        for block in self._blocks:
            for tree, rows in enumerate(block.rows, start=block.first):
                totals += self._forest.values[rows[space.numbers[tree, pixels]]]
        totals /= self._forest.trees
        return totals.argmax(axis=1)


@dataclass(frozen=True)
class _Step:
    """A level with the arrays of one thread: bits (E, words), sets (rows, words), and parts of them (m, words)."""

    bits: np.ndarray
    edges: np.ndarray
    sets: np.ndarray
    rows: Optional[np.ndarray]
    parents: np.ndarray
    left: np.ndarray
    right: np.ndarray


class _Workspace:
    """Arrays of one thread: `words` words for each of `rows` rows, and one empty row more."""

    def __init__(self, forest: Forest, blocks: list[_Block], rows: int, words: int) -> None:
        widest = max((len(level.edges) for block in blocks for level in block.levels), default=1)
        leaves = max(len(block.leaves) for block in blocks)
        pixels = 64 * words
        self.bits = np.zeros((len(forest.edges), words), np.uint64)
        self.above = np.zeros((int(forest.edge_counts.max()), pixels), bool)
        self.sets = np.zeros((rows + 1, words), np.uint64)
        self.parents = np.empty((widest, words), np.uint64)
        self.leaves = np.empty((leaves, words), np.uint64)
        most = max(block.rows.shape[1] for block in blocks)
        self.numbers = np.empty((forest.trees, pixels), np.uint8 if most <= 256 else np.uint16)
        self.totals = [np.empty((pixels, group.shape[2]), np.float32) for group in blocks[0].shares]
        self.found = [np.empty_like(total) for total in self.totals]
        self.steps = [[self._step(level) for level in block.levels] for block in blocks]

    def _step(self, level: _Level) -> _Step:
        count, first, rows = len(level.edges), level.children, level.parents
        together = isinstance(rows, slice)
        return _Step(
            bits=self.bits,
            edges=level.edges,
            sets=self.sets,
            rows=None if isinstance(rows, slice) else rows,
            parents=self.sets[rows] if together else self.parents[:count],
            left=self.sets[first : first + count],
            right=self.sets[first + count : first + 2 * count],
        )


def _split(steps: list[_Step], roots: np.ndarray) -> None:
    """Find the set of pixels of every node of a block, given the rows of its roots."""
    roots[:] = _ALL
    for step in steps:
        step.bits.take(step.edges, 0, step.right, "clip")
        if step.rows is not None:
            step.sets.take(step.rows, 0, step.parents, "clip")
        np.bitwise_and(step.right, step.parents, step.right)
        np.bitwise_xor(step.parents, step.right, step.left)


def _leaf_numbers(block: _Block, space: _Workspace) -> np.ndarray:
    """Give each pixel's leaf (b, pixels), uint8 or uint16, from the sets of pixels of a block's leaves."""
    trees, count = block.rows.shape
    sets = space.sets.take(block.leaves, 0, space.leaves[: trees * count], "clip").reshape(count, -1)
    digits = []
    while count > 1:  # the highest digit tells the upper leaves, the next the upper ones of either half …
        half = 1 << (count - 1).bit_length() - 1
        upper = sets[half:count]
        digits.append(np.bitwise_or.reduce(upper, axis=0))
        np.bitwise_or(sets[: len(upper)], upper, out=sets[: len(upper)])
        count = half
    low = _bytes(digits[-8:]).reshape(trees, -1)
    if len(digits) <= 8:
        return low
    return (_bytes(digits[:-8]).reshape(trees, -1).astype(np.uint16) << np.uint16(8)) | low


def _bytes(digits: list[np.ndarray]) -> np.ndarray:
    """Turn binary digits (words,), highest first, one bit a pixel, into one byte a pixel."""
    numbers = np.unpackbits(digits[-1].view(np.uint8), bitorder="little").view(np.uint64)  # eight pixels in a word
    for index, digit in enumerate(digits[-2::-1], start=1):
        spread = np.unpackbits(digit.view(np.uint8), bitorder="little").view(np.uint64)
        np.left_shift(spread, np.uint64(index), out=spread)
        np.bitwise_or(numbers, spread, out=numbers)
    return numbers.view(np.uint8)


def _leaders(shares: np.ndarray, trees: int) -> tuple[np.ndarray, np.ndarray]:
    """Give the first largest class (n,) of shares (K, n), and the pixels whose best two classes are too close.

    Too close is nearer than single precision can tell after so many additions.
    """
    best, second = shares[0].copy(), np.full(shares.shape[1], -np.inf, np.float32)
    winners = np.zeros(shares.shape[1], np.intp)
    for number, share in enumerate(shares[1:], start=1):
        np.copyto(winners, number, where=share > best)
        np.maximum(second, np.minimum(best, share), out=second)
        np.maximum(best, share, out=best)
    return winners, np.flatnonzero(best - second <= np.float32((trees + 2) * 2.0**-23))


def _plan(forest: Forest, trees: range, empty: int) -> _Block:
    """Lay out a block of trees, given the number of the row that is always empty."""
    edge_starts, nodes = forest.edge_starts, forest.tree_starts[trees.start : trees.stop].astype(np.intp)
    levels: list[_Level] = []
    leaf_rows, leaf_nodes = [], []
    row = 0
    while nodes.size:
        inner = forest.features[nodes] >= 0
        rows = row + np.arange(len(nodes))
        leaf_rows.append(rows[~inner])
        leaf_nodes.append(nodes[~inner])
        row += len(nodes)
        parents, nodes = rows[inner], nodes[inner]
        if nodes.size:
            edges = edge_starts[forest.features[nodes]] + forest.levels[nodes]
            close = parents[-1] - parents[0] == len(parents) - 1
            levels.append(_Level(slice(int(parents[0]), int(parents[-1]) + 1) if close else parents, edges, row))
        nodes = np.concatenate([nodes + 1, forest.nexts[nodes]])
    return _with_leaves(forest, trees, levels, np.concatenate(leaf_rows), np.concatenate(leaf_nodes), empty)


def _with_leaves(
    forest: Forest, trees: range, levels: list[_Level], leaf_rows: np.ndarray, leaf_nodes: np.ndarray, empty: int
) -> _Block:
    """Number the leaves of each tree of a block and look up their class shares."""
    tree = np.searchsorted(forest.tree_starts, leaf_nodes, side="right") - 1 - trees.start
    leaves = max(2, int(np.bincount(tree).max()))
    positions, rows = np.full((leaves, len(trees)), empty, np.intp), np.zeros((len(trees), leaves), np.intp)
    for number in range(len(trees)):
        of_tree = tree == number
        positions[: of_tree.sum(), number] = leaf_rows[of_tree]
        rows[number, : of_tree.sum()] = forest.nexts[leaf_nodes[of_tree]]
    shares = []
    classes = forest.values.shape[1]
    for first in range(0, classes, _GROUP):
        part = forest.values[:, first : first + _GROUP].astype(np.float32)
        width = 1 << (part.shape[1] - 1).bit_length()  # NumPy looks up rows of 2, 4, 8, 16 or 32 bytes fastest
        shares.append(np.pad(part, ((0, 0), (0, width - part.shape[1])))[rows])
    return _Block(trees.start, levels, positions.ravel(), rows, shares)
