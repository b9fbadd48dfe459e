"""Work in slices."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from outcrop.core.model.catalogue import build
from outcrop.models.classifiers.parallel import calm_blas, calm_length, core_count, in_slices
from threadpoolctl import threadpool_info, threadpool_limits


@pytest.mark.parametrize("cores", ["1", "3"])
@pytest.mark.parametrize(("count", "length"), [(0, 4), (1, 4), (8, 4), (11, 4)])
def test_slices_cover_everything_once(monkeypatch: pytest.MonkeyPatch, cores: str, count: int, length: int) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", cores)
    seen = np.zeros(count, int)

    def work(part: slice) -> None:
        assert part.stop - part.start <= length
        seen[part] += 1

    in_slices(work, count, length)
    np.testing.assert_array_equal(seen, 1)


def test_an_error_in_a_thread_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "2")

    def work(part: slice) -> None:
        if threading.current_thread() is not threading.main_thread() and part.start:
            raise ValueError(part)

    with pytest.raises(ValueError, match="slice"):
        in_slices(work, 10, 1)


def test_the_number_of_cores_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    assert core_count() == 7
    monkeypatch.setenv("OMP_NUM_THREADS", "0")
    assert core_count() >= 1
    monkeypatch.delenv("OMP_NUM_THREADS")
    assert core_count() >= 1


def test_slices_shrink_as_rows_cost_more() -> None:
    assert calm_length(1) > calm_length(500) > calm_length(1000) >= calm_length(10**9) > 0


def test_blas_is_calm_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    def threads() -> list[int]:
        return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]

    with threadpool_limits(2, "blas"):
        before = threads()
        assert before
        with calm_blas():
            assert set(threads()) == {1}
        assert threads() == before
        during: list[int] = []
        monkeypatch.setattr(
            "sklearn.linear_model.LogisticRegression.fit", lambda *_given: during.extend(threads()) or 1 / 0
        )
        classifier = build("logistic_regression", ("1 a", "2 b"), 2, {})
        samples = np.random.default_rng(0).random((40, len(classifier.feature_names)), np.float32)
        with pytest.raises(ZeroDivisionError):
            classifier.fit(samples, np.arange(40) % 2 + 1, 0)
        assert set(during) == {1}
