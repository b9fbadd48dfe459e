"""The anchor: a network pulled towards the weights of its beginning."""

from __future__ import annotations

import pytest
import torch
from outcrop.core.training.optimisation.anchor import Anchor


def network() -> torch.nn.Sequential:
    return torch.nn.Sequential(torch.nn.Conv2d(2, 3, 3), torch.nn.BatchNorm2d(3))


def changed(model: torch.nn.Module) -> dict[str, torch.Tensor]:
    """Change every weight and moving mean; give what they are then."""
    with torch.no_grad():
        for tensor in model.state_dict().values():
            tensor.add_(2)
    return {name: tensor.clone() for name, tensor in model.state_dict().items()}


@pytest.mark.parametrize("share", [0.0, 0.25, 0.9])
def test_it_pulls_weights_and_moving_means_and_lets_go(share: float) -> None:
    model = network()
    begin = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    anchor = Anchor(model, share)
    learned = changed(model)
    with anchor.pulling():
        for name, tensor in model.state_dict().items():
            kept = (1 - share) * learned[name] + share * begin[name] if tensor.is_floating_point() else learned[name]
            torch.testing.assert_close(tensor, kept)
        assert all(torch.equal(tensor, learned[name]) for name, tensor in anchor.learned().items())
    assert all(torch.equal(tensor, learned[name]) for name, tensor in model.state_dict().items())


def test_it_lets_go_after_an_error_and_is_taken_up_again() -> None:
    model = network()
    anchor = Anchor(model, 0.5)
    learned = changed(model)
    with pytest.raises(RuntimeError, match="stopped"), anchor.pulling():
        raise RuntimeError("stopped")
    assert all(torch.equal(tensor, learned[name]) for name, tensor in model.state_dict().items())
    other = network()
    other.load_state_dict(model.state_dict())
    again = Anchor(other, 0.5)
    again.load_state_dict(anchor.state_dict())
    anchor.pull()
    again.pull()
    assert all(torch.equal(tensor, other.state_dict()[name]) for name, tensor in model.state_dict().items())
