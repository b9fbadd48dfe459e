"""Tips are shown as text, whatever names are in them: Qt takes what looks like HTML for HTML."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from outcrop.ui.texts import as_caption, as_plain
from qgis.PyQt.QtWidgets import QPushButton

UI = Path(__file__).resolve().parents[2] / "ui"
SAFE = {"as_plain"}
FIXED = {
    "tip", "tooltip", "text", "f\"{text.rstrip('…')}: {tip}{keys}\"", "f'{tooltip} ({NEXT_KEYS})'", "entry.paper",
    "f'{text} ({keys})'", "f'{tr(kind.title)} ({kind.key}). {tr(kind.help)}'", "_tooltip(parameter)",
}  # fmt: skip
"""What is put together of texts of our own alone."""


def is_plain(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant) or ast.unparse(node) in FIXED or ast.unparse(node).endswith(".toolTip()"):
        return True
    if isinstance(node, ast.IfExp):
        return is_plain(node.body) and is_plain(node.orelse)
    if isinstance(node, ast.Name):
        return node.id == "empty"
    called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
    return called in SAFE or (called == "tr" and isinstance(node, ast.Call) and not node.keywords)


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: str(path.relative_to(UI)))
def test_names_in_tips_are_plain(path: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    tips = [call.args[-1] for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "setToolTip"]
    tips += [call.args[1] for call in calls if ast.unparse(call).endswith("ToolTipRole)") and len(call.args) == 3]
    assert [ast.unparse(tip) for tip in tips if not is_plain(tip)] == []


@pytest.mark.parametrize("name", ["<b>rock</b>", "<5 m & >2 m", "<a href='x'>link</a>", "a < b > c"])
def test_a_name_keeps_its_signs(name: str, qgis_app: object) -> None:
    shown = QPushButton()
    shown.setToolTip(as_plain(name))
    assert shown.toolTip() == name or "&lt;" in shown.toolTip()
    shown.setText(as_caption("sand & gravel"))
    assert shown.text().replace("&&", "&") == "sand & gravel"
