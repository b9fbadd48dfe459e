"""Make the manual's pages, which need no server: a folder for each language, with nothing in it that no page shows.

The same sources give the same bytes. Run by `make manual`, and by `release/pack.py` for the plugin's package.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TARGET = ROOT / "resources" / "manual"
LANGUAGES = {"en": "en", "zh": "zh_CN"}
"""The folder of each language, and what Sphinx calls it."""
_LEFT_OUT = (".buildinfo", ".buildinfo.bak", ".doctrees", "objects.inv", "genindex.html", "_sources")
_OF_DEVELOPERS = ("*.map",)
_OTHERS = ("sphinx", "furo", "sphinx-basic-ng", "pygments", "snowballstemmer")
"""Packages whose style sheets and scripts the pages hold."""
_NO_STEMMER, _STEMMER = "window.Stemmer = ChineseStemmer", "window.Stemmer = EnglishStemmer"
"""Sphinx's search in Chinese asks for a stemmer that there is none of, where it means that of the English words."""
_START = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Outcrop</title>
<script>location.replace((navigator.language.startsWith("zh") ? "zh" : "en") + "/index.html")</script>
<p><a href="en/index.html">English</a> · <a href="zh/index.html" lang="zh">简体中文</a></p>
</html>
"""


def build(target: Path = TARGET) -> None:
    """Make all pages anew; a fault in them, such as a link that leads nowhere, ends it.

    Raises:
        SystemExit: Sphinx found a fault; it has said which.
    """
    shutil.rmtree(target, ignore_errors=True)
    for folder, language in LANGUAGES.items():
        _sphinx(HERE / folder, target / folder, language)
        for name in _LEFT_OUT:
            left = target / folder / name
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink(missing_ok=True)
        for pattern in _OF_DEVELOPERS:
            for file in (target / folder).rglob(pattern):
                file.unlink()
        for script in (target / folder).rglob("*.js"):
            text = script.read_text(encoding="utf-8")
            text = re.sub(r"\n?//# sourceMappingURL=\S+", "", text)
            script.write_text(text.replace(_NO_STEMMER, _STEMMER), encoding="utf-8")
    (target / "index.html").write_text(_START, encoding="utf-8")
    (target / "LICENSES.txt").write_text(_licences(), encoding="utf-8")


def _licences() -> str:
    """Give the licence texts of what the pages hold of others."""
    texts = []
    for name in _OTHERS:
        package = distribution(name)
        files = [file for file in package.files or () if re.search(r"(LICEN[SC]E|COPYING)[^/]*$", str(file))]
        if not files:
            raise SystemExit(f"The package {name} has no licence text to hand on.")
        texts += [f"{name} {package.version}: {Path(str(file)).name}\n\n{file.read_text()}" for file in sorted(files)]
    return "\n\n---\n\n".join(texts)


def _sphinx(source: Path, target: Path, language: str) -> None:
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-c", str(HERE), "-D", f"language={language}"]
    command += ["--fail-on-warning", "--keep-going", "--quiet", "--fresh-env", str(source), str(target)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0"}
    if subprocess.run(command, env=environment, check=False).returncode:
        raise SystemExit(f"The manual in “{source}” has faults.")


if __name__ == "__main__":
    build()
    size = sum(file.stat().st_size for file in TARGET.rglob("*") if file.is_file())
    print(f"{TARGET.relative_to(ROOT)}: {size / 1e6:.1f} MB")
