"""Random forest: many trees on bootstrap samples, whose class shares are averaged."""

from __future__ import annotations

import numpy as np

from ..classifier_parameters import RandomForestParameters
from .forest import Forest, level_edges
from .forest_engine import SlicedForest
from .forest_walk import TorchForest
from .parallel import core_count
from .pixel_classifier import Learned, PixelClassifier, Predictor
from .training_sample import SampleSize, TrainingSample


class RandomForest(PixelClassifier):
    """Random forest, grown by scikit-learn on features that are cut into levels.

    A probability is the mean over the trees of the class's share in the leaf. A feature's importance is the mean
    decrease in impurity, on the training pixels. Breiman 2001, doi 10.1023/A:1010933404324.
    """

    def __init__(self, bands: tuple[str, ...], classes: int, parameters: RandomForestParameters) -> None:
        super().__init__(bands, classes, parameters)
        self.parameters = parameters
        self.sample_size = SampleSize(parameters.sample_share, parameters.samples_at_least, parameters.samples_at_most)

    def prepared(self, samples: np.ndarray) -> np.ndarray:
        """Give the levels (n, F) float32 of samples (n, F), on which the trees were grown."""
        forest = Forest.from_arrays(self.arrays())
        return forest.levels_of(np.asarray(samples, np.float32)).astype(np.float32)

    def _learn(self, sample: TrainingSample, seed: int) -> Learned:
        from sklearn.ensemble import RandomForestClassifier

        chosen = self.parameters
        edges = level_edges(sample.samples, chosen.levels)
        levels = np.stack([np.searchsorted(part, column) for part, column in zip(edges, sample.samples.T)], axis=1)
        features = sample.samples.shape[1]
        self.estimator = RandomForestClassifier(
            n_estimators=chosen.trees,
            max_features=min(chosen.variables_per_split, features) if chosen.variables_per_split else "sqrt",
            max_leaf_nodes=chosen.leaves_per_tree,
            min_samples_leaf=chosen.samples_per_leaf,
            class_weight=None if chosen.class_weights == "none" else chosen.class_weights,
            n_jobs=core_count(),
            random_state=seed % 2**32,
        )
        self.estimator.fit(levels.astype(np.float32), sample.labels)
        self.importance = dict(zip(self.feature_names, self.estimator.feature_importances_.tolist()))
        return Forest.from_estimator(self.estimator, edges).arrays()

    def _make_predictor(self, learned: Learned) -> Predictor:
        forest = Forest.from_arrays(learned)
        if len(forest.edge_counts) != len(self.feature_names) or forest.values.shape[1] != len(self.fitted_on):
            raise ValueError("another number of features or classes was expected")
        return SlicedForest(forest) if self.device == "cpu" else TorchForest(forest, self.device)


def build(bands: tuple[str, ...], classes: int, parameters: RandomForestParameters) -> RandomForest:
    """Build a random forest for the named bands and a number of classes."""
    return RandomForest(bands, classes, parameters)
