"""Checkpoints: nested state goes out and comes back exactly."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from outcrop.core.errors import BadInputError
from outcrop.core.training.runs.checkpoints import load_checkpoint, save_checkpoint


def test_optimiser_state_comes_back_exactly(tmp_path: Path) -> None:
    torch.manual_seed(0)
    network = torch.nn.Linear(3, 2)
    optimiser = torch.optim.AdamW(network.parameters(), lr=0.1)
    for _ in range(3):
        network(torch.randn(4, 3)).square().mean().backward()
        optimiser.step()
    path = tmp_path / "c.safetensors"
    save_checkpoint(
        path,
        {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "score": float("-inf"), "best": None},
    )
    state = load_checkpoint(path)
    assert (state["score"], state["best"]) == (float("-inf"), None)
    other = torch.nn.Linear(3, 2)
    other.load_state_dict(state["network"])
    again = torch.optim.AdamW(other.parameters(), lr=0.5)
    again.load_state_dict(state["optimiser"])
    batch = torch.randn(4, 3)
    for net, opt in ((network, optimiser), (other, again)):
        opt.zero_grad()
        net(batch).square().mean().backward()
        opt.step()
    assert torch.equal(network.weight, other.weight)


def test_damaged_checkpoints_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "c.safetensors"
    with pytest.raises(BadInputError, match="can't be read"):
        load_checkpoint(path)
    save_checkpoint(path, {"a": torch.zeros(100)})
    path.write_bytes(path.read_bytes()[:-50])
    with pytest.raises(BadInputError, match="can't be read"):
        load_checkpoint(path)
