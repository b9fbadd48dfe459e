"""Expressions: arithmetic as Python does it, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError
from outcrop.core.preparation.spectral.expression import parse_expression, parse_expressions

B1, B2 = np.array([[1.0, 4.0], [9.0, 2.0]]), np.array([[2.0, 2.0], [3.0, 0.0]])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("b1 / b2", [[0.5, 2.0], [3.0, np.inf]]),
        ("(b1 - b2) / (b1 + b2)", (B1 - B2) / (B1 + B2)),
        ("-b1 + 2 * b2 ** 2", -B1 + 2 * B2**2),
        ("b1 ^ 2", B1**2),
        ("sqrt(b1) + abs(b2 - 3)", np.sqrt(B1) + np.abs(B2 - 3)),
        ("max(ln(b1), min(b2, 1))", np.maximum(np.log(B1), np.minimum(B2, 1))),
        ('"b1" * 1e-4', B1 * 1e-4),
    ],
)
def test_values(text: str, value: np.ndarray) -> None:
    with np.errstate(divide="ignore"):
        assert np.allclose(parse_expression(text).value({"b1": B1, "b2": B2}), value)


def test_a_large_power_is_infinite_and_takes_no_time() -> None:
    with np.errstate(over="ignore"):
        assert np.isinf(parse_expression("b1 * 9 ** 9 ** 9").value({"b1": B1})).all()


@pytest.mark.parametrize(
    "text",
    [
        "", "b1 +", "__import__('os').system('x')", "b1.shape", "b1[0]", "open('f')", "lambda: b1", "[b1]",
        "b1 if b1 else b2", "b1 and b2", "b1 < b2", "f(b1)", "sqrt(b1, b2)", "sqrt(x=b1)", "b1 := 2", "{b1}",
        "True * b1", "1j * b1", "b1 // 2", "b1 % 2", "~b1", "3 + 4", "-" * 300 + "b1", "b1 + " * 400 + "b1", "b1\0",
        "b'x' * b1", "sqrt(*b1)", "max(*[b1, b2])", "await b1", "f'{b1}' * b2",
    ],
)  # fmt: skip
def test_what_isnt_arithmetic_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadInputError, match=r"expression|There is no band"):
        parse_expression(text)


@given(st.text(alphabet="b12+-*/()., '\"sqrtmaxln=;[]{}_:\n", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = parse_expressions(text)
    except BadInputError:
        return
    with np.errstate(all="ignore"):
        for one in found:
            assert one.value(dict.fromkeys(one.bands, B1)).shape in {B1.shape, ()}


def test_names_and_several() -> None:
    first, second = parse_expressions("iron = b4 / b2;\n b1 + b2;")
    assert (first.name, first.text, first.bands) == ("iron", "b4 / b2", ("b4", "b2"))
    assert second.name == "b1 + b2"
    with pytest.raises(BadInputError, match="Two expressions are called “a”"):
        parse_expressions("a = b1; a = b2")
