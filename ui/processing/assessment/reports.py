"""Reports: what algorithms that assess leave: a page, a table, and everything as the command line gives it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Optional

from qgis.core import QgsProcessingAlgorithm

from ....core.files.plain_name import table_row
from ....core.files.whole_file import write_text
from ...texts import tr
from ..base.declarations import file_output, with_help
from ..base.inputs import Inputs
from ..base.opened_page import PAGE, add_opening

_TABLE, _JSON = "TABLE", "JSON"
_SUFFIXES = {PAGE: ".html", _TABLE: ".csv", _JSON: ".json"}


def add_reports(algorithm: QgsProcessingAlgorithm, page: str, table: Optional[tuple[str, str]] = None) -> None:
    """Declare the reports, of which only the page is written unless told otherwise, and that it be opened.

    Args:
        algorithm: Whose outputs they are.
        page: What the page tells.
        table: The table's name and what it tells, where there is one.
    """
    texts = {PAGE: (tr("Report"), page)}
    if table:
        texts[_TABLE] = table
    texts[_JSON] = tr("Report for programs"), tr("Everything, as the command line gives it.")
    for name, (label, text) in texts.items():
        output = file_output(name, label, label, _SUFFIXES[name], optional=True, by_default=name == PAGE)
        algorithm.addParameter(with_help(output, text))
    add_opening(algorithm)


def write_reports(
    inputs: Inputs, report: Mapping[str, Any], page: str, rows: Iterable[Sequence[Any]] = ()
) -> dict[str, str]:
    """Write those that are wanted, and give their paths by output.

    Args:
        inputs: With the outputs that are wanted.
        report: Everything that was found.
        page: The page's HTML.
        rows: Those of the table.
    """
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows(map(table_row, rows))
    texts = {PAGE: page, _TABLE: table.getvalue(), _JSON: json.dumps(report, indent=2, ensure_ascii=False)}
    written = {}
    for name, text in texts.items():
        target = inputs.output(name, _SUFFIXES[name]) if text else ""
        if target:
            write_text(target, text)
            written[name] = target
    return written
