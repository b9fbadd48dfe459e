"""The classifiers on real data: scikit-learn's labels for every pixel, and the accuracy that others have reached.

Diamantina (fnaghetini/Mapa-Preditivo): fourteen bands, six rock units, its author's own training and test points.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from outcrop.models import build
from sklearn.discriminant_analysis import QuadraticDiscriminantAnalysis
from sklearn.metrics import f1_score

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "data" / "diamantina_lithology"
NEAR = 0.02

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="The Diamantina data are not beside the checkout.")


@pytest.fixture(scope="module")
def points() -> dict[str, np.ndarray]:
    """Read the pixels at both sets of points, every valid pixel, and the classes."""
    with rasterio.open(FOLDER / "stack14.tif") as source:
        image, transform, nodata = source.read(), source.transform, source.nodata
    found = {"all": image[:, (image != nodata).all(axis=0)].T}
    for layer in ("train", "test"):
        _, _, shapes, fields = pyogrio.raw.read(FOLDER / "points.gpkg", layer=layer, columns=["class_id"])
        x, y = shapely.get_coordinates(shapely.from_wkb(shapes)).T
        rows, columns = rasterio.transform.rowcol(transform, x, y)
        found |= {layer: image[:, rows, columns].T, f"{layer}_labels": fields[0]}
    low, high = np.percentile(found["train"], [2, 98], axis=0)
    for name in ("all", "train", "test"):
        found[name] = ((found[name] - (low + high) / 2) / (high - low) * 2).astype(np.float32)
    return found


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "accuracy", "f1"),
    [("random_forest", 0.704, 0.604), ("svm", 0.645, 0.532), ("maximum_likelihood", 0.513, 0.403)],
)
def test_the_defaults_reach_what_others_have(
    points: dict[str, np.ndarray], key: str, accuracy: float, f1: float
) -> None:
    classifier = build(key, 14, 6)
    classifier.fit(points["train"], points["train_labels"], seed=0)
    assert sum(classifier.fitted_on.values()) == 797
    labels = classifier.labels(points["test"])
    assert (labels == points["test_labels"]).mean() > accuracy - NEAR
    assert f1_score(points["test_labels"], labels, average="macro") > f1 - NEAR


@pytest.mark.slow
@pytest.mark.parametrize("key", ["random_forest", "svm", "maximum_likelihood"])
def test_every_label_is_that_of_scikit_learn(points: dict[str, np.ndarray], key: str) -> None:
    classifier = build(key, 14, 6)
    classifier.fit(points["train"], points["train_labels"], seed=0)
    estimator = classifier.estimator or QuadraticDiscriminantAnalysis(tol=0.0).fit(
        classifier.prepared(points["train"]), points["train_labels"]
    )
    expected = estimator.predict(classifier.prepared(points["all"]))
    assert len(expected) == 11_418
    np.testing.assert_array_equal(classifier.labels(points["all"]), expected)
