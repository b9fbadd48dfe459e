"""Open every page of the manual in headless Chromium, at the width of a phone and of a laptop: `make manual-look`.

Pictures go to build/manual-look. What is wider than its window, a picture that doesn't load and a fault of a script are
printed, and make the status 1.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
MANUAL, PICTURES = ROOT / "resources" / "manual", ROOT / "build" / "manual-look"
WIDTHS = (360, 1366)
SHORTEST, TALLEST = 600, 9000
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_ASK = """
<script>
const faults = [];
addEventListener("error", (event) => faults.push(event.message || "not loaded: " + event.target.src), true);
addEventListener("load", () => setTimeout(() => {
  const root = document.documentElement, wide = [];
  const scrolls = (node) => node && node !== root &&
    (["auto", "scroll", "hidden"].includes(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
  for (const node of document.querySelectorAll("article *")) {
    const box = node.getBoundingClientRect();
    if (box.width && box.right > innerWidth + 1 && !scrolls(node)) {
      wide.push(node.tagName + " " + node.textContent.slice(0, 60));
    }
  }
  for (const image of document.images) {
    if (!image.complete || !image.naturalWidth) faults.push("no picture: " + image.src);
  }
  const found = {height: root.scrollHeight, width: root.scrollWidth, wide: wide.slice(0, 5), faults};
  parent.postMessage(JSON.stringify(found), "*");
}, 300));
</script>
"""
_FRAME = """<!doctype html><meta charset="utf-8"><body style="margin:0">
<iframe src="{page}" width="{width}" height="{height}" style="border:0;display:block"></iframe>
<pre id="said"></pre>
<script>addEventListener("message", (event) => document.getElementById("said").append(event.data));</script>
"""


def main() -> int:
    """Look at all pages; 1 where something is amiss."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="a page, such as zh/dikes")
    only = parser.parse_args().only
    chromium = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if chromium is None:
        raise SystemExit("Chromium is missing. Debian has it in the package chromium.")
    PICTURES.mkdir(parents=True, exist_ok=True)
    amiss = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(MANUAL, Path(folder) / "manual"))
        for page in sorted(copy.glob("*/*.html")):
            name = f"{page.parent.name}/{page.stem}"
            if only and name != only:
                continue
            page.write_text(page.read_text(encoding="utf-8").replace("</head>", f"{_ASK}</head>"), encoding="utf-8")
            for width in WIDTHS:
                found = look(chromium, page, width)
                told = [*found["faults"], *(f"too wide: {text}" for text in found["wide"])]
                told += [f"{found['width']} pixels wide"] if found["width"] > width else []
                amiss += len(told)
                print(
                    f"{name}, {width}: {found['height']} high{''.join(f'{chr(10)}  {text}' for text in told)}",
                    flush=True,
                )
    return 1 if amiss else 0


def look(chromium: str, page: Path, width: int) -> dict[str, Any]:
    """Take a picture of a page and give what it says of itself."""
    said = _run(chromium, page, width, SHORTEST, "--dump-dom")
    found: dict[str, Any] = json.loads(html.unescape(re.findall(r'<pre id="said">(.*?)</pre>', said, re.DOTALL)[0]))
    picture = PICTURES / f"{page.parent.name}-{page.stem}-{width}.png"
    _run(chromium, page, width, min(TALLEST, int(found["height"])), f"--screenshot={picture}")
    return found


def _run(chromium: str, page: Path, width: int, height: int, what: str) -> str:
    frame = page.parent / f"frame-{width}.htm"
    frame.write_text(_FRAME.format(page=page.name, width=width, height=height), encoding="utf-8")
    command = [
        chromium,
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--virtual-time-budget=4000",
    ]
    command += [f"--window-size={max(width, 500)},{height}", what, frame.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


if __name__ == "__main__":
    raise SystemExit(main())
