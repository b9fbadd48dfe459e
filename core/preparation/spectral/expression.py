"""The expression: arithmetic on bands, read safely: what isn't arithmetic is refused, nothing is ever evaluated."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...errors import BadInputError

if TYPE_CHECKING:
    import numpy as np

_LONGEST, _DEEPEST = 1_000, 50
_OPERATORS = {ast.Add: "add", ast.Sub: "subtract", ast.Mult: "multiply", ast.Div: "divide", ast.Pow: "power"}
_SIGNS = {ast.USub: "negative", ast.UAdd: "positive"}
_FUNCTIONS = {
    "abs": ("absolute", 1), "sqrt": ("sqrt", 1), "exp": ("exp", 1), "ln": ("log", 1), "log10": ("log10", 1),
    "min": ("minimum", 2), "max": ("maximum", 2),
}  # fmt: skip
"""What may be called: NumPy's name and the number of arguments."""


@dataclass(frozen=True)
class Expression:
    """An expression with its name.

    Attributes:
        name: What its result is called.
        text: As it was written.
        bands: The names of the bands in it, as written, in order.
    """

    name: str
    text: str
    bands: tuple[str, ...]
    _tree: ast.expr

    def value(self, values: Mapping[str, np.ndarray]) -> np.ndarray:
        """Give its value (H, W) for the values of its bands by name; what has none, as n/0, is NaN or infinite."""
        import numpy as np

        return np.asarray(_value(self._tree, values, np))


def parse_expression(text: str, name: str = "") -> Expression:
    """Read an expression: numbers, bands, + - * / **, brackets, abs, sqrt, exp, ln, log10, min, max.

    A band is a word such as `b4` or `nir`, or its name in quotation marks.

    Raises:
        BadInputError: Naming what can't be understood.
    """
    text = text.strip()
    try:
        if len(text) > _LONGEST:
            raise ValueError(len(text))
        tree = ast.parse(text.replace("^", "**"), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise BadInputError(
            "“{text}” isn't an expression. Write one such as (b4 - b2) / (b4 + b2), with brackets closed.",
            text=text[:100],
        ) from error
    bands: dict[str, None] = {}
    _check(tree, bands, 0)
    if not bands:
        raise BadInputError("There is no band in “{text}”. Name one, such as b1.", text=text)
    return Expression(name or text, text, tuple(bands), tree)


def parse_expressions(text: str) -> tuple[Expression, ...]:
    """Read expressions with semicolons between, each as “name = expression” or an expression alone.

    Raises:
        BadInputError: For one that can't be understood, or two of one name.
    """
    by_name: dict[str, Expression] = {}
    for part in filter(None, (part.strip() for part in text.replace("\n", ";").split(";"))):
        name, equals, rest = part.partition("=")
        expression = parse_expression(rest, name.strip()) if equals else parse_expression(part)
        if expression.name in by_name:
            raise BadInputError("Two expressions are called “{name}”. Give each its own name.", name=expression.name)
        by_name[expression.name] = expression
    return tuple(by_name.values())


def _check(node: ast.expr, bands: dict[str, None], depth: int) -> None:
    """Collect the bands of a tree, and refuse what isn't arithmetic."""
    if depth > _DEEPEST:
        raise BadInputError("The expression has too many brackets in brackets. Write it as several.")
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        bands[node.value] = None
    elif isinstance(node, ast.Name):
        bands[node.id] = None
    elif isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        _check(node.left, bands, depth + 1)
        _check(node.right, bands, depth + 1)
    elif isinstance(node, ast.UnaryOp) and type(node.op) in _SIGNS:
        _check(node.operand, bands, depth + 1)
    elif isinstance(node, ast.Call) and _is_known_call(node):
        for argument in node.args:
            _check(argument, bands, depth + 1)
    else:
        raise BadInputError(
            "“{part}” can't stand in an expression. There are numbers, bands, + - * / **, brackets and {functions}.",
            part=ast.unparse(node)[:100],
            functions=", ".join(_FUNCTIONS),
        )


def _is_known_call(node: ast.Call) -> bool:
    known = _FUNCTIONS.get(node.func.id) if isinstance(node.func, ast.Name) else None
    return known is not None and len(node.args) == known[1] and not node.keywords


def _value(node: ast.expr, values: Mapping[str, np.ndarray], numpy: Any) -> Any:
    if isinstance(node, ast.Constant):
        return values[node.value] if isinstance(node.value, str) else numpy.float64(node.value)
    if isinstance(node, ast.Name):
        return values[node.id]
    if isinstance(node, ast.BinOp):
        inner = [_value(part, values, numpy) for part in (node.left, node.right)]
        function: Callable[..., Any] = getattr(numpy, _OPERATORS[type(node.op)])
    elif isinstance(node, ast.UnaryOp):
        inner, function = [_value(node.operand, values, numpy)], getattr(numpy, _SIGNS[type(node.op)])
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        inner = [_value(part, values, numpy) for part in node.args]
        function = getattr(numpy, _FUNCTIONS[node.func.id][0])
    else:
        raise TypeError(node)
    return function(*inner)
