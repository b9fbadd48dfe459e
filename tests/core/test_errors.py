"""Errors: messages that are read, whatever a damaged file puts into them."""

from __future__ import annotations

import pytest
from outcrop.core.errors import BadInputError, OutcropError, UnknownNameError


@pytest.mark.parametrize("error", [OutcropError("x" * 50_000), UnknownNameError("class", "a", ["b" * 9_000, "c"])])
def test_a_message_is_never_longer_than_a_page(error: OutcropError) -> None:
    assert len(str(error)) <= 2_000
    assert " … " in str(error)


def test_other_messages_stay_as_they_are() -> None:
    assert str(BadInputError("There is no file “a”.")) == "There is no file “a”."
    assert str(BadInputError()) == ""
