"""The shares in which training shows the classes, where these aren't the scene's."""

from __future__ import annotations

import numpy as np

from ...assessment.prior_shift import shown_shares
from ..settings.jobs import TrainJob
from .labelling import Labelling


def shares_shown(job: TrainJob, labelling: Labelling) -> tuple[float, ...]:
    """Give the shares in which training shows the classes, where the scene's are looked for; empty where they aren't.

    They are, by choice, where labels of the scene that is mapped are so few that they say little of how often anything
    occurs.
    """
    recipe = job.recipe
    adapts = recipe.adapt_to_few and labelling.amount(job).is_few
    if not adapts or recipe.maps_other_scenes:
        return ()
    shares = np.array([labelling.shares[name] for name in labelling.legend.names])
    return tuple(shown_shares(shares, recipe.balance).tolist())
