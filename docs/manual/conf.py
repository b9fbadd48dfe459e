"""How Sphinx builds the manual, in either language: `make manual`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NAMES = {"en": "English", "zh": "简体中文"}

project = "Outcrop"
author = "The Outcrop authors"
copyright = "The Outcrop authors, GPL-2.0-or-later"  # noqa: A001  (Sphinx's name for it)
release = version = re.findall(r"^version=(.+)$", (ROOT / "metadata.txt").read_text(encoding="utf-8"), re.MULTILINE)[0]

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
nitpicky = True
templates_path = ["templates"]
html_static_path = ["static"]
html_css_files = ["narrow.css"]

html_theme = "furo"
html_title = "Outcrop"
html_logo = str(ROOT / "resources" / "icons" / "outcrop.svg")
html_copy_source = False
html_show_sphinx = False
html_use_index = False
html_sidebars = {
    "**": [
        "sidebar/brand.html", "languages.html", "sidebar/search.html", "sidebar/scroll-start.html",
        "sidebar/navigation.html", "sidebar/scroll-end.html",
    ],
}  # fmt: skip


def add_languages(app: Any, page: str, _template: str, context: dict[str, Any], _tree: Any) -> None:
    """Tell a page its counterparts in the other languages, or their first pages where it has none."""
    shown = Path(app.srcdir).name
    up = "../" * (page.count("/") + 1)
    there = {language: page if (HERE / language / f"{page}.md").is_file() else "index" for language in NAMES}
    context["languages"] = [
        (name, "" if language == shown else f"{up}{language}/{there[language]}.html")
        for language, name in NAMES.items()
    ]


def setup(app: Any) -> None:
    """Hear of every page before it is written."""
    app.connect("html-page-context", add_languages)
