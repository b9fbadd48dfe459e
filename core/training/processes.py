"""Several processes training one model, as `torchrun` starts them: one a GPU, gradients averaged, measures pooled."""

from __future__ import annotations

import os
from dataclasses import dataclass

import torch
from torch import distributed
from torch.nn.parallel import DistributedDataParallel

from ..assessment.confusion import Confusion
from .devices import Device


@dataclass(frozen=True)
class Processes:
    """This process's number among all that train together; one alone is (0, 1)."""

    rank: int = 0
    count: int = 1

    @classmethod
    def join(cls, device: Device) -> Processes:
        """Join the others if `torchrun` started this process, else stay alone."""
        count = int(os.environ.get("WORLD_SIZE", "1"))
        if count == 1:
            return cls()
        if not distributed.is_initialized():
            distributed.init_process_group("nccl" if device.torch.type == "cuda" else "gloo")
        return cls(distributed.get_rank(), distributed.get_world_size())

    @property
    def is_first(self) -> bool:
        """Whether this is the one process that writes files and tells."""
        return self.rank == 0

    def wrap(self, network: torch.nn.Module, device: Device) -> torch.nn.Module:
        """Make a network's gradients the average over all processes."""
        if self.count == 1:
            return network
        if device.torch.type == "cuda":
            network = torch.nn.SyncBatchNorm.convert_sync_batchnorm(network)
            return DistributedDataParallel(network, device_ids=[device.torch.index])
        return DistributedDataParallel(network)

    def pooled(self, loss: float, confusion: Confusion) -> tuple[float, Confusion]:
        """Give the mean loss and the summed confusion matrix of all processes."""
        if self.count == 1:
            return loss, confusion
        counts = torch.from_numpy(confusion.counts.copy())
        mean = torch.tensor([loss], dtype=torch.float64)
        if distributed.get_backend() == "nccl":
            counts, mean = counts.cuda(), mean.cuda()
        distributed.all_reduce(counts)
        distributed.all_reduce(mean)
        together = Confusion(confusion.classes)
        together.counts[:] = counts.cpu().numpy()
        return float(mean) / self.count, together

    def any_says(self, flag: bool) -> bool:
        """Say whether any process says so, so that all of them stop at the same step."""
        if self.count == 1:
            return flag
        said = torch.tensor([int(flag)])
        if distributed.get_backend() == "nccl":
            said = said.cuda()
        distributed.all_reduce(said, op=distributed.ReduceOp.MAX)
        return bool(said)

    def leave(self) -> None:
        """Part from the others."""
        if self.count > 1 and distributed.is_initialized():
            distributed.destroy_process_group()
