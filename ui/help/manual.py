"""The manual: pages in the plugin's own folder, opened in the browser; online where they aren't there.

`make manual` puts them there, and the package of the plugin has them.
"""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QLocale, QUrl
from qgis.PyQt.QtGui import QDesktopServices

from .standing import qgis_locale

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "manual"
ONLINE = "https://outcrop-plugin.github.io/outcrop/"
ENGLISH, CHINESE = "en", "zh"


def manual_url(page: str = "index", part: str = "", *, locale: QLocale, folder: Path = FOLDER) -> QUrl:
    """Give the address of a page of the manual in a language that it has, and of a part of the page.

    Args:
        page: The page's name, such as "first-map"; one that a language lacks is given in English.
        part: The name of a heading or an algorithm on it.
        locale: The language of the interface.
        folder: Where the pages lie.
    """
    wanted = CHINESE if locale.language() == QLocale.Language.Chinese else ENGLISH
    for language in dict.fromkeys((wanted, ENGLISH)):
        file = folder / language / f"{page}.html"
        if file.is_file():
            url = QUrl.fromLocalFile(str(file))
            break
    else:
        url = QUrl(f"{ONLINE}{wanted}/{page}.html")
    url.setFragment(part or None)
    return url


def open_manual(page: str = "index", part: str = "") -> bool:
    """Open a page of the manual in the language of QGIS; False where the computer has nothing to open it with."""
    return QDesktopServices.openUrl(manual_url(page, part, locale=qgis_locale()))
