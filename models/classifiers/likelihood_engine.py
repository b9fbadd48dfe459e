"""Fast prediction with Gaussians: all classes' distances in one matrix product, in double precision."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .parallel import calm_length, in_slices
from .standardisation import Standardisation

_CHUNK, _CUDA_CHUNK = 1 << 13, 1 << 20


@dataclass(frozen=True)
class Gaussians:
    """One normal distribution for each of K classes over F features, in float64.

    Attributes:
        priors: How likely each class is beforehand (K,).
        centres: Means (K, F).
        variances: Eigenvalues of the covariances (K, F).
        directions: Their eigenvectors, in columns (K, F, F).
    """

    priors: np.ndarray
    centres: np.ndarray
    variances: np.ndarray
    directions: np.ndarray

    @property
    def whitening(self) -> np.ndarray:
        """The matrix (K · F, F) that turns each class's covariance into a sphere of deviation 1."""
        scaled = self.directions / np.sqrt(self.variances)[:, None, :]
        return np.ascontiguousarray(scaled.transpose(0, 2, 1).reshape(-1, self.centres.shape[1]))

    @property
    def constants(self) -> np.ndarray:
        """What is added to half the negative squared distance (K, 1): logarithm of prior and density."""
        logs: np.ndarray = (np.log(self.priors) - 0.5 * np.log(self.variances).sum(axis=1))[:, None]
        return logs


class Likelihoods:
    """Gaussians ready for prediction on a device."""

    def __init__(self, gaussians: Gaussians, standardisation: Standardisation, device: str) -> None:
        classes, features = gaussians.centres.shape
        used = standardisation.factor > 0
        if used.sum() != features or gaussians.directions.shape != (classes, features, features):
            raise ValueError("its distributions are damaged")
        self._device, self._classes = device, classes
        # Standardisation and whitening together: one matrix for raw features, one offset.
        whitening, factor = gaussians.whitening, standardisation.factor
        self._matrix = np.zeros((classes * features, len(used)))
        self._matrix[:, used] = whitening * factor[used]
        centres = whitening.reshape(classes, features, features) @ gaussians.centres[:, :, None]
        self._offset = (centres.reshape(-1) + self._matrix @ standardisation.mean)[:, None]
        self._sums = np.kron(np.eye(classes), np.full((1, features), -0.5))
        self._constants = gaussians.constants
        self._calm = calm_length(self._matrix.size)

    def __call__(self, samples: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give the winner (n,) among K classes and the probabilities (n, K) float32 of samples (n, F) float32."""
        count = len(samples)
        winners, shares = np.empty(count, np.intp), np.empty((count, self._classes), np.float32)

        def work(part: slice) -> None:
            winners[part], shares[part] = _decided(self._densities(samples[part]))

        if self._device != "cpu":
            for first in range(0, count, _CUDA_CHUNK):
                part = slice(first, first + _CUDA_CHUNK)
                winners[part], shares[part] = self._on_cuda(samples[part])
            return winners, shares
        in_slices(work, count, _CHUNK)
        return winners, shares

    def _densities(self, samples: np.ndarray) -> np.ndarray:
        """Compute the logarithm of prior times density (K, n)."""
        columns = np.array(samples.T, np.float64, order="C")
        densities = np.empty((self._classes, len(samples)))
        for first in range(0, len(samples), self._calm):
            part = slice(first, first + self._calm)
            whitened = self._matrix @ columns[:, part]
            whitened -= self._offset
            np.multiply(whitened, whitened, out=whitened)
            np.matmul(self._sums, whitened, out=densities[:, part])
        densities += self._constants
        return densities

    def _on_cuda(self, samples: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        import torch

        matrix, offset, sums, constants = (
            torch.from_numpy(array).to(self._device)
            for array in (self._matrix, self._offset, self._sums, self._constants)
        )
        columns = torch.from_numpy(samples).to(self._device).t().double()
        densities = sums @ (matrix @ columns - offset).square_() + constants
        shares = torch.softmax(densities, dim=0).t().float()
        return densities.argmax(dim=0).cpu().numpy(), shares.cpu().numpy()


def _decided(densities: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give winners (n,) and probabilities (n, K) of densities (K, n); class by class, since n is long and K short."""
    best, winners = densities[0].copy(), np.zeros(densities.shape[1], np.intp)
    for number, density in enumerate(densities[1:], start=1):
        better = density > best
        np.copyto(winners, number, where=better)
        np.maximum(best, density, out=best)
    shares = (densities - best).astype(np.float32)
    np.exp(shares, out=shares)
    shares /= shares.sum(axis=0)
    return winners, shares.T
