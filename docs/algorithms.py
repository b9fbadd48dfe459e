"""Write `docs/algorithms.md`: every algorithm of the toolbox with its parameters, read from the provider.

Run it with the Python that sees QGIS: `QT_QPA_PLATFORM=offscreen .venv-qgis/bin/python docs/algorithms.py`.
"""

from __future__ import annotations

import json
import re
import runpy
import sys
from html import unescape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "algorithms.md"
NAMES = ROOT / "tests" / "ui" / "processing" / "algorithms.json"
_HEAD = """# Algorithms of the Processing Toolbox

Made by `docs/algorithms.py` from the provider. Ids and parameter names never change. In scripts:
`processing.run("outcrop:predict", {…})`; in a terminal: `qgis_process run outcrop:predict --INPUT=… --MODEL_FILE=…`,
where a list is an option for each of its values. A machine without a display needs `QT_QPA_PLATFORM=offscreen`.

QGIS's history writes the Python command of every run, and the one for `qgis_process` from QGIS 3.24.
"""


def document(provider: Any) -> str:
    """Give the page as Markdown: a table of all algorithms, then each with its parameters and outputs."""
    from outcrop.ui.processing.base.algorithm import GROUPS

    order = [group.id for group in GROUPS]
    algorithms = sorted(provider.algorithms(), key=lambda entry: (order.index(entry.groupId()), entry.name()))
    parts = [_HEAD, "| group | id | what it does |", "|---|---|---|"]
    parts += [
        f"| {entry.group()} | [`{entry.id()}`](#{entry.name()}) | {entry.shortDescription()} |" for entry in algorithms
    ]
    parts += [_section(entry) for entry in algorithms]
    return "\n".join(parts)


def names(provider: Any) -> dict[str, dict[str, list[str]]]:
    """Give what users' models and scripts hold of every algorithm: its parameters and outputs by name."""
    return {
        entry.name(): {
            "parameters": [parameter.name() for parameter in entry.parameterDefinitions()],
            "outputs": [output.name() for output in entry.outputDefinitions()],
        }
        for entry in sorted(provider.algorithms(), key=lambda entry: entry.name())
    }


def _section(algorithm: Any) -> str:
    flags = type(algorithm.parameterDefinitions()[0]).Flag
    picture = f"![{algorithm.displayName()}](../resources/help/{algorithm.name()}.svg)"
    lines = [f"\n## {algorithm.name()}", picture, "", f"**{algorithm.displayName()}.** {_plain(algorithm)}", ""]
    lines += ["| parameter | kind | what it is |", "|---|---|---|"]
    for entry in algorithm.parameterDefinitions():
        marks = [word for flag, word in ((flags.FlagOptional, "optional"), (flags.FlagAdvanced, "advanced"))
                 if entry.flags() & flag]  # fmt: skip
        kind = ", ".join([entry.type(), *marks])
        lines.append(f"| `{entry.name()}` | {kind} | {entry.description()}. {entry.help()} |".replace("\n", " "))
    own = {entry.name() for entry in algorithm.parameterDefinitions()}
    outputs = [
        f"`{entry.name()}` ({entry.description()})"
        for entry in algorithm.outputDefinitions()
        if entry.name() not in own
    ]
    if outputs:
        lines += ["", f"Gives besides: {', '.join(outputs)}."]
    return "\n".join(lines)


def _plain(algorithm: Any) -> str:
    text = algorithm.shortHelpString().replace(f"{ROOT}/", "").replace("</p>", " ").replace("<br>", "; ")
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", text))).strip()


def main() -> None:
    """Write the page and the list of names."""
    sys.path.append("/usr/share/qgis/python/plugins")
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    runpy.run_path(str(ROOT / "core" / "__main__.py"))["bind_package"]()
    from outcrop.ui.processing.provider import register

    provider = register()
    PAGE.write_text(document(provider) + "\n", encoding="utf-8")
    NAMES.write_text(json.dumps(names(provider), indent=1) + "\n", encoding="utf-8")
    application.exitQgis()


if __name__ == "__main__":
    main()
