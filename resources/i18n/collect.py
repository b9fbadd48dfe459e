"""Collect every text that the interface shows, and bring the translations' files up to date.

Texts are found in the source of `ui` and of the plugin (what stands in `tr` and `QT_TRANSLATE_NOOP`), in the pages that
core makes (`wording.tr`, `translatable`), in the messages of core and models (`message_argument` tells which calls take
one), and in the tables of core and models that forms and lists are made from. What is translated already is kept; what
nothing shows any more is dropped. Run it by `make translations`; nothing is needed to use its results, which are part
of the plugin.
"""

from __future__ import annotations

import argparse
import ast
import dataclasses
import importlib
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Optional
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).resolve().parent
CONTEXT = "Outcrop"
LANGUAGES = ("zh_CN",)
_PLACEHOLDER = re.compile(r"{(\w*(?::[^{}]*)?)}")

_WORD = re.compile(r"[A-Za-z]{2,}")
_EVENTS = {"warning": 0, "log": 0, "progress": 1}
_NOT_TOLD = {
    "AssertionError", "DatabaseError", "ImportError", "KeyError", "LookupError", "OSError", "RuntimeError",
    "TimeoutError", "TypeError", "ValueError", "GdalError", "ProjError",
}  # fmt: skip
"""Python's and libraries' own errors: whoever catches them puts them into words."""
Texts = dict[str, list[str]]
"""The files in which each text stands, in the order in which they were found."""


def collect() -> Texts:
    """Give every text that the interface shows."""
    found: Texts = {}
    for text, place in (*_texts_of_source(), *_texts_of_messages(), *_texts_of_tables()):
        if text and place not in found.setdefault(text, []):
            found[text].append(place)
    found.pop("", None)
    return found


def sources() -> list[Path]:
    """Give the files of the interface."""
    return [ROOT / "plugin.py", *sorted((ROOT / "ui").rglob("*.py"))]


def pages() -> list[Path]:
    """Give the files that make pages to read, in the language of whoever shows them."""
    return sorted((ROOT / "core").rglob("*_page.py"))


def working_files() -> list[Path]:
    """Give the files of core and models, whose messages are translated where they are shown."""
    return sorted([*(ROOT / "core").rglob("*.py"), *(ROOT / "models").rglob("*.py")])


def placeholders(text: str) -> list[str]:
    """Give the names of the placeholders in a text, sorted."""
    return sorted(_PLACEHOLDER.findall(text))


def read_translations(path: Path) -> dict[str, str]:
    """Read the translations of a .ts file by source text, empty where one is still to be made."""
    if not path.exists():
        return {}
    messages = ET.parse(path).getroot().iter("message")  # noqa: S314  (a file of the repository)
    return {message.findtext("source") or "": message.findtext("translation") or "" for message in messages}


def write_translations(path: Path, language: str, texts: Texts, translated: dict[str, str]) -> None:
    """Write a .ts file: every text with its translation, or marked as unfinished."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines += [f'<TS version="2.1" language="{language}" sourcelanguage="en">', "<context>"]
    lines.append(f"    <name>{CONTEXT}</name>")
    for text, places in texts.items():
        translation = translated.get(text, "")
        mark = "" if translation else ' type="unfinished"'
        lines += ["    <message>", f'        <location filename="../../{places[0]}"/>']
        lines.append(f"        <source>{escape(text)}</source>")
        lines += [f"        <translation{mark}>{escape(translation)}</translation>", "    </message>"]
    lines += ["</context>", "</TS>", ""]
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def main() -> int:
    """Bring the .ts files up to date and make the .qm files; 1 where a text has no translation yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lrelease", default="lrelease", help="Qt's program that makes .qm files")
    lrelease = shutil.which(parser.parse_args().lrelease)
    if lrelease is None:
        print("Qt's lrelease is missing. Debian and Ubuntu have it in qttools5-dev-tools.", file=sys.stderr)
        return 2
    texts, is_complete = collect(), True
    for language in LANGUAGES:
        path = FOLDER / f"outcrop_{language}.ts"
        translated = read_translations(path)
        write_translations(path, language, texts, translated)
        subprocess.run([lrelease, "-silent", str(path), "-qm", str(path.with_suffix(".qm"))], check=True)
        missing = [text for text in texts if not translated.get(text)]
        print(f"{language}: {len(texts) - len(missing)} of {len(texts)} texts are translated.")
        print("".join(f"  still to be translated: {text}\n" for text in missing), end="")
        is_complete = is_complete and not missing
    return 0 if is_complete else 1


def _texts_of_source() -> Iterator[tuple[str, str]]:
    for path in (*sources(), *pages()):
        place = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
            argument = _translated_argument(node)
            if argument is not None:
                yield from ((text, place) for text in _literals(argument))


def _texts_of_messages() -> Iterator[tuple[str, str]]:
    for path in working_files():
        place = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
            argument = message_argument(node)
            if argument is not None:
                yield from ((text, place) for text in _literals(argument) if _WORD.search(_PLACEHOLDER.sub("", text)))


def message_argument(node: ast.AST) -> Optional[ast.expr]:
    """Give the text of a call that tells something: an error, an event, or a `Message`; None for any other node."""
    if not isinstance(node, ast.Call):
        return None
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in _EVENTS:
        is_event = isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value).endswith("events")
        place = _EVENTS[name] if is_event else None
    else:
        is_error = name.endswith("Error") and name[:1].isupper() and name not in _NOT_TOLD
        is_base = name == "__init__" and ast.unparse(node.func) == "super().__init__"
        place = 0 if name in {"Message", "translatable"} or is_error or is_base else None
    return node.args[place] if place is not None and len(node.args) > place else None


def _translated_argument(node: ast.AST) -> Optional[ast.expr]:
    """Give what a call hands to the translation; None for any other node."""
    if not isinstance(node, ast.Call):
        return None
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    place = {"tr": 0, "translatable": 0, "QT_TRANSLATE_NOOP": 1}.get(name)
    return node.args[place] if place is not None and len(node.args) > place else None


def _literals(argument: ast.expr) -> list[str]:
    if isinstance(argument, ast.Constant):
        return [str(argument.value)]
    return [*_literals(argument.body), *_literals(argument.orelse)] if isinstance(argument, ast.IfExp) else []


def _texts_of_tables() -> Iterator[tuple[str, str]]:
    """Give the texts of core and models that forms and lists are made from."""
    if "outcrop" not in sys.modules:
        runpy.run_path(str(ROOT / "core" / "__main__.py"))["bind_package"]()
    named = importlib.import_module("outcrop.core.training.settings.titles").CHOICE_TITLES
    for place in _parameter_modules():
        for entry in _described(importlib.import_module(f"outcrop.{place[:-3].replace('/', '.')}")):
            choices = (choice.replace("_", " ") for choice in entry.choices if choice not in named)
            for text in (entry.group, entry.label, entry.help, entry.unit, *choices):
                yield text, place
    for architecture in importlib.import_module("outcrop.core.model.catalogue").architectures().values():
        yield architecture.title, "models/table.py"
        yield architecture.good_for, "models/table.py"
    for function in importlib.import_module("outcrop.core.preparation.functions").FUNCTIONS:
        shown = ("title", "summary", "imagery", "imagery_help", "more", "more_help", "tags")
        for text in (getattr(function, name) for name in shown):
            yield text, "core/preparation/functions.py"
    for scene in importlib.import_module("outcrop.core.sample.jobs").SCENES.values():
        yield scene.title, "core/sample/jobs.py"
    for name in importlib.import_module("outcrop.core.labels.parts").PART_NAMES:
        yield name, "core/labels/parts.py"


def _parameter_modules() -> Iterator[str]:
    """Give the files of core and models that define parameters; QGIS reads them all, so none imports torch."""
    for path in working_files():
        for node in ast.parse(path.read_text(encoding="utf-8"), str(path)).body:
            if isinstance(node, ast.ImportFrom) and any(name.name == "parameter" for name in node.names):
                yield path.relative_to(ROOT).as_posix()


def _described(module: Any) -> Iterator[Any]:
    """Give the parameters of the dataclasses that a module defines."""
    describe = importlib.import_module("outcrop.core.parameters").describe
    for value in vars(module).values():
        if isinstance(value, type) and dataclasses.is_dataclass(value) and value.__module__ == module.__name__:
            yield from describe(value)


if __name__ == "__main__":
    sys.exit(main())
