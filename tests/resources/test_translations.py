"""Every text that the interface shows can be translated, and is, with its placeholders."""

from __future__ import annotations

import ast
import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COLLECT = runpy.run_path(str(ROOT / "resources" / "i18n" / "collect.py"))
SHOWN_BY = {
    "setText", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setTitle", "setPlaceholderText",
    "setSpecialValueText", "setTabToolTip", "setHeaderLabels", "setSuffix", "setPrefix", "setLabelText",
    "setAccessibleName", "setAccessibleDescription", "addItem", "addItems", "addTab", "addAction", "addRow", "add_row",
    "add_under", "addMenu", "addButton", "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QAction", "QGroupBox",
    "QgsCollapsibleGroupBox", "QMessageBox", "question", "getText", "getSaveFileName", "getOpenFileName",
    "getExistingDirectory", "grey_label", "next_button", "pushMessage", "pushInfo", "pushWarning", "reportError",
    "setProgressText", "success", "warning", "error", "show_text", "Problem", "BadInputError", "OutcropError",
    "NoInterpreterError", "MissingPackageError", "DiskFullError",
}  # fmt: skip
"""Calls whose text the analyst reads."""
WORD = re.compile(r"[A-Za-z]{2,}")
SAME_IN_EVERY_LANGUAGE = re.compile(r"GeoPackage \(\*\.gpkg\)|#[0-9a-f]{6}|/m[A-Za-z]+\.svg|\.[a-z]+")


def untranslated(tree: ast.AST) -> list[tuple[int, str]]:
    """Give the texts, with their lines, that a module shows without `tr`."""
    return [
        (part.lineno, part.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _name(node.func) in SHOWN_BY
        for argument in node.args
        for part in _shown(argument)
        if WORD.search(part.value) and not SAME_IN_EVERY_LANGUAGE.fullmatch(part.value.strip())
    ]


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _shown(argument: ast.expr) -> list[ast.Constant]:
    """Give the literals that an argument shows; keys and user data behind the first text of `addItem` aren't."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return [argument] if " " in argument.value or argument.value[:1].isupper() else []
    if isinstance(argument, ast.JoinedStr):
        return [part for value in argument.values for part in _shown(value)]
    if isinstance(argument, (ast.List, ast.Tuple)):
        return [part for value in argument.elts for part in _shown(value)]
    if isinstance(argument, ast.IfExp):
        return _shown(argument.body) + _shown(argument.orelse)
    return _shown(argument.left) + _shown(argument.right) if isinstance(argument, ast.BinOp) else []


def test_bare_text_is_found() -> None:
    found = untranslated(ast.parse('label.setText("Two words" if a else tr("fine")); box.addItem(f"{n} more", "key")'))
    assert found == [(1, "Two words"), (1, " more")]


@pytest.mark.parametrize("path", COLLECT["sources"](), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_shown_without_translation(path: Path) -> None:
    found = untranslated(ast.parse(path.read_text(encoding="utf-8")))
    assert not found, f"{path.relative_to(ROOT)} shows these without tr(): {found}"


def test_texts_of_forms_and_tables_are_collected() -> None:
    texts = COLLECT["collect"]()
    assert texts["Random forest"] == ["models/table.py"]
    assert texts["Learning rate"][0] == "core/training/settings/recipe.py"
    assert texts["Pegmatite dikes"] == ["core/training/settings/titles.py"]


def finished_texts(tree: ast.AST) -> list[tuple[int, str]]:
    """Give the messages, with their lines, that are put together before anybody could translate them."""
    return [
        (argument.lineno, ast.unparse(argument))
        for node in ast.walk(tree)
        if (argument := COLLECT["message_argument"](node)) is not None and _is_finished(argument)
    ]


def _is_finished(argument: ast.expr) -> bool:
    if isinstance(argument, ast.IfExp):
        return _is_finished(argument.body) or _is_finished(argument.orelse)
    formats = isinstance(argument, ast.Call) and _name(argument.func) in {"format", "join", "replace"}
    return formats or isinstance(argument, (ast.JoinedStr, ast.BinOp))


def test_finished_messages_are_found() -> None:
    code = (
        'raise BadInputError(f"{a} is bad" if a else "fine")\nevents.log("a" + b)\nevents.progress(0.1, "x {y}", y=1)'
    )
    assert [line for line, _text in finished_texts(ast.parse(code))] == [1, 2]


@pytest.mark.parametrize("path", COLLECT["working_files"](), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_messages_keep_their_values_apart(path: Path) -> None:
    found = finished_texts(ast.parse(path.read_text(encoding="utf-8")))
    assert not found, f'{path.relative_to(ROOT)}: write these as ("… {{name}} …", name=name): {found}'


def test_messages_of_the_worker_are_collected() -> None:
    texts = COLLECT["collect"]()
    assert "There is no {kind} “{name}”. Choose one of: {valid}." in texts
    assert "The disk is full: “{place}” can't be written. {advice}" in texts
    assert "Loading the model" in texts


def test_translations_survive_a_new_text(tmp_path: Path) -> None:
    path = tmp_path / "outcrop_zh_CN.ts"
    COLLECT["write_translations"](path, "zh_CN", {"a < b\nc": ["ui/x.py"], "new": ["ui/y.py"]}, {"a < b\nc": "甲 & 乙"})
    assert COLLECT["read_translations"](path) == {"a < b\nc": "甲 & 乙", "new": ""}


@pytest.mark.parametrize("language", COLLECT["LANGUAGES"])
def test_every_text_is_translated(language: str) -> None:
    translated = COLLECT["read_translations"](COLLECT["FOLDER"] / f"outcrop_{language}.ts")
    missing = [text for text in COLLECT["collect"]() if not translated.get(text)]
    assert not missing, f"Run `make translations`, then translate in outcrop_{language}.ts: {missing}"


@pytest.mark.parametrize("language", COLLECT["LANGUAGES"])
def test_placeholders_and_shortcuts_are_kept(language: str) -> None:
    translated = COLLECT["read_translations"](COLLECT["FOLDER"] / f"outcrop_{language}.ts")
    wrong = [
        text
        for text, translation in translated.items()
        if translation and (_marks(text) != _marks(translation) or text.count("\n") != translation.count("\n"))
    ]
    assert not wrong


def _marks(text: str) -> tuple[list[str], int]:
    """Give what a translation has to keep: its placeholders, and a shortcut's letter."""
    return COLLECT["placeholders"](text), len(re.findall(r"&\w", text))
