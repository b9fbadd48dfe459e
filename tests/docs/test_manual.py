"""The manual: its pages build without a fault, need no network, and say what the program says."""

from __future__ import annotations

import ast
import json
import re
import runpy
import shlex
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag
from xml.etree import ElementTree as ET

import pytest
from outcrop.core.commands.command_line import parser

ROOT = Path(__file__).resolve().parents[2]
MANUAL = ROOT / "docs" / "manual"
PAGES = sorted(path for language in ("en", "zh") for path in (MANUAL / language).glob("*.md"))
ALGORITHMS = json.loads((ROOT / "tests" / "ui" / "processing" / "algorithms.json").read_text(encoding="utf-8"))
BUILD = runpy.run_path(str(MANUAL / "build.py"))
LARGEST = 4_000_000
"""Bytes of all pages with their pictures, of which the package has to hold both languages."""


def name(page: Path) -> str:
    return f"{page.parent.name}/{page.stem}"


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_are_those_of_the_command_line(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [shlex.split(line) for line in "".join(blocks(page, "sh")).splitlines()]
    commands = [words[words.index("outcrop") + 1 :] for words in lines if "outcrop" in words]

    refused = [" ".join(words) for words in commands if not is_parsed(words)]

    assert refused == [], capsys.readouterr().err


def is_parsed(words: Sequence[str]) -> bool:
    """Say whether the command line takes some words; what it says against them goes to standard error."""
    try:
        parser().parse_args(words)
    except SystemExit:
        return False
    return True


def test_a_command_that_there_is_not_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert is_parsed(["predict", "--image", "i.tif", "--model", "m.safetensors", "--out", "p.tif"])
    assert not is_parsed(["foretell", "--image", "i.tif"])
    assert "foretell" in capsys.readouterr().err


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_scripts_call_algorithms_by_their_names(page: Path) -> None:
    for block in blocks(page, "python"):
        calls = [node for node in ast.walk(ast.parse(block)) if isinstance(node, ast.Call) and len(node.args) == 2]
        for call in calls:
            algorithm, values = ast.literal_eval(call.args[0]), call.args[1]
            assert isinstance(values, ast.Dict)
            given = {key.value for key in values.keys if isinstance(key, ast.Constant)}
            assert given <= set(ALGORITHMS[algorithm.partition(":")[2]]["parameters"])


def interface(language: str) -> set[str]:
    """Give the texts of the interface in a language."""
    messages = ET.parse(ROOT / "resources" / "i18n" / "outcrop_zh_CN.ts").iter("message")  # noqa: S314  (our own file)
    tag = "source" if language == "en" else "translation"
    return {str(message.findtext(tag)).replace("&", "") for message in messages}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_names_of_the_interface_are_its_own(page: Path) -> None:
    named = re.findall(r"\{guilabel\}`([^`]*)`", page.read_text(encoding="utf-8"))
    assert [label for label in named if label not in interface(page.parent.name)] == []


def test_keys_are_those_of_the_tools() -> None:
    source = (ROOT / "ui" / "correction" / "tool_kinds.py").read_text(encoding="utf-8")
    titles = {
        call.args[3].value: call.args[1].args[1].value
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "ToolKind"
    }
    rows = re.findall(
        r"^\| `([A-Z])` \| ([^|]+) \|", (MANUAL / "en" / "correcting.md").read_text(encoding="utf-8"), re.M
    )
    told = {key: title for key, title in rows if key != "S"}
    assert len(told) > 2
    assert told == {key: titles[key] for key in told}


def test_every_picture_is_shown_and_small() -> None:
    shown = {
        (page.parent / path).resolve()
        for page in PAGES
        for path in re.findall(r"\{image\} (\S+)", page.read_text(encoding="utf-8"))
    }
    there = {path.resolve() for path in (MANUAL / "pictures").rglob("*.webp")}
    assert shown == there
    assert max(path.stat().st_size for path in there) < 160_000


def test_the_version_to_cite_is_this_one() -> None:
    version = re.findall(r"^version=(.+)$", (ROOT / "metadata.txt").read_text(encoding="utf-8"), re.MULTILINE)[0]
    cited = (MANUAL / "en" / "cite.md").read_text(encoding="utf-8")
    assert f"version {version}." in cited
    assert f"version = {{{version}}}" in cited


class Links(HTMLParser):
    """What a page leads to, what it loads, and the parts of it that can be led to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.leads: list[str] = []
        self.loads: list[str] = []
        self.parts: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attributes}
        self.parts.add(given.get("id", ""))
        if tag == "a" and "href" in given:
            self.leads.append(given["href"])
        self.loads += [given[key] for key, of in (("src", {"img", "script"}), ("href", {"link"}))
                       if tag in of and key in given]  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("manual") / "pages"
    BUILD["build"](folder)
    return folder


@pytest.mark.slow
def test_every_link_leads_somewhere_and_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    pages = {path: Links(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    lost, foreign = [], []
    for path, links in pages.items():
        for link in links.leads + links.loads:
            address, part = urldefrag(link)
            if re.match(r"https://|mailto:", link):
                foreign += [link] if link in links.loads else []
                continue
            target = (path.parent / unquote(address.partition("?")[0])).resolve() if address else path
            if not target.is_file() or (part and target in pages and unquote(part) not in pages[target].parts):
                lost.append(f"{path.relative_to(site)} → {link}")
    assert (lost, foreign) == ([], [])
    assert len(pages) > 20


@pytest.mark.slow
def test_the_search_of_each_language_has_the_stemmer_that_it_asks_for(site: Path) -> None:
    scripts = list(site.glob("*/_static/language_data.js"))
    assert len(scripts) == 2
    for script in scripts:
        text = script.read_text(encoding="utf-8")
        wanted = re.findall(r"window\.Stemmer = (\w+)", text)
        assert wanted
        assert [name for name in wanted if not re.search(rf"(class|function|var|let|const) {name}\b", text)] == []


@pytest.mark.slow
def test_pages_are_small_and_nothing_is_hidden_among_them(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < LARGEST
    assert [path.name for path in files if path.name.startswith(".") or path.suffix in {".map", ".pickle"}] == []


def test_a_faulty_page_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "index.md").write_text("# Manual\n\n[nowhere](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="has faults"):
        BUILD["_sphinx"](tmp_path / "en", tmp_path / "out", "en")
    assert "nowhere.md" in capfd.readouterr().err
