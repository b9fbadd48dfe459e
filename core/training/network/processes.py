"""Several processes training one model, as `torchrun` starts them: one a GPU, gradients averaged, measures pooled."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...assessment.confusion import Confusion

if TYPE_CHECKING:
    import torch

    from ...model.devices import Device


def started_together() -> int:
    """Give how many processes `torchrun` has started; 1 without it."""
    return int(os.environ.get("WORLD_SIZE", "1"))


@dataclass(frozen=True)
class Processes:
    """This process's number among all that train together; one alone is (0, 1)."""

    rank: int = 0
    count: int = 1

    @classmethod
    def join(cls, device: Device) -> Processes:
        """Join the others if `torchrun` started this process, else stay alone."""
        if started_together() == 1:
            return cls()
        from torch import distributed

        if not distributed.is_initialized():
            distributed.init_process_group("nccl" if device.torch.type == "cuda" else "gloo")
        return cls(distributed.get_rank(), distributed.get_world_size())

    @property
    def is_first(self) -> bool:
        """Whether this is the one process that writes files and tells."""
        return self.rank == 0

    def wait(self) -> None:
        """Wait until all processes are here."""
        if self.count > 1:
            from torch import distributed

            distributed.barrier()

    @contextmanager
    def first_alone(self) -> Iterator[None]:
        """Let the first process do a `with` block before the others, which then find its work done."""
        if not self.is_first:
            self.wait()
        yield
        if self.is_first:
            self.wait()

    def wrap(self, network: torch.nn.Module, device: Device) -> torch.nn.Module:
        """Make a network's gradients the average over all processes, and so a GPU's batch normalisation."""
        if self.count == 1:
            return network
        import torch
        from torch.nn.parallel import DistributedDataParallel

        if device.torch.type == "cuda":
            network = torch.nn.SyncBatchNorm.convert_sync_batchnorm(network)
            return DistributedDataParallel(network, device_ids=[device.torch.index])
        return DistributedDataParallel(network)

    def total(self, number: float) -> float:
        """Sum a number over all processes."""
        return self._summed([number])[0]

    def agreed(self, loss: float, stop: bool) -> tuple[float, bool]:
        """Give the mean loss of all processes, and whether any of them wants to stop."""
        mean, wishes = self._summed([loss, float(stop)])
        return mean / self.count, wishes > 0

    def pooled(self, confusion: Confusion, loss_sum: float, pixels: int) -> tuple[Confusion, float, int]:
        """Sum what all processes have found in validation."""
        *numbers, together_loss, together_pixels = self._summed([*confusion.counts.ravel(), loss_sum, pixels])
        together = Confusion(confusion.classes)
        together.counts.ravel()[:] = numbers
        return together, together_loss, int(together_pixels)

    def leave(self) -> None:
        """Part from the others."""
        if self.count > 1:
            from torch import distributed

            distributed.destroy_process_group()

    def _summed(self, numbers: list[float]) -> list[float]:
        """Sum numbers over the processes as float64: whole numbers stay exact up to 2⁵³."""
        if self.count == 1:
            return numbers
        import torch
        from torch import distributed

        device = "cuda" if distributed.get_backend() == "nccl" else "cpu"
        values = torch.tensor(numbers, dtype=torch.float64, device=device)
        distributed.all_reduce(values)
        return [float(value) for value in values.cpu()]
