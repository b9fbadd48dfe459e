"""Take the documentation's pictures: a real QGIS, driven through the whole loop, in light and dark.

Run on an X display, as `make screenshots` does. The pictures go to docs/screenshots.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from desktop import HERE, ROOT, make_profile, run_script

WORK = ROOT / "build" / "screenshots"
PICTURES = ROOT / "docs" / "screenshots"
MINUTES = 15.0
"""For training, at most: a quiet machine with two cores has done all epochs after about five."""


def main() -> None:
    """Make the sample once, then go on each tour."""
    sample = WORK / "sample"
    if not (sample / "image.tif").exists():
        sample.mkdir(parents=True, exist_ok=True)
        print("Making the sample scene …")
        subprocess.run(
            [str(ROOT / ".venv/bin/outcrop"), "sample", "--out", str(sample)], check=True, capture_output=True
        )
    shutil.rmtree(WORK / "work", ignore_errors=True)
    facts = {"sample": str(sample), "pictures": str(PICTURES), "minutes": MINUTES}
    print(f"Through the loop (at most {MINUTES + 2:.0f} minutes) …")
    told = run_script(HERE / "tour.py", make_profile(WORK / "light", WORK / "work"), facts, 60 * MINUTES + 900)
    print(f"  {told['achieved']}\n  Event loop while training: {told['stalls']}")
    print("In the dark …")
    dark = make_profile(WORK / "dark", WORK / "work", theme="Night Mapping")
    run_script(HERE / "tour.py", dark, {**facts, "again": True}, 300.0)
    for picture in sorted(PICTURES.glob("*.png")):
        subprocess.run(["convert", str(picture), "-colors", "256", f"PNG8:{picture}"], check=True)
        print(f"  {picture.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
