"""Take the manual's pictures: every subject's walk-through in a real QGIS, in English and in Chinese.

Run on an X display of 1600×1000 or more, as `make manual-pictures` does. The pictures go to docs/manual/pictures.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Optional

sys.path.insert(0, str(Path(__file__).resolve().parent))

from desktop import HERE, ROOT, make_profile, run_script

WORK = ROOT / "build" / "manual"
PICTURES = ROOT / "docs" / "manual" / "pictures"
LANGUAGES = {"en": "en_GB", "zh": "zh_CN"}
SUBJECTS = {
    "pegmatite": "unet_improved", **dict.fromkeys(("lithology", "tailings", "landslides"), "random_forest"),
}  # fmt: skip
"""What is trained for each subject."""
SHOWN = {
    "pegmatite": ("first-steps", "pegmatite-data", "pegmatite-train", "pegmatite-map"),
    **{name: (f"{name}-data", f"{name}-map") for name in ("lithology", "tailings", "landslides")},
}
"""The pictures that pages show."""
MINUTES = 3.0
WIDEST_PX, QUALITY = 1040, 74


def main() -> None:
    """Go through the subjects, each first in English with its training, then in Chinese with the same model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=SUBJECTS, help="one subject")
    parser.add_argument("--trained", type=Path, help="a model of that subject, in place of training one")
    given = parser.parse_args()
    only = given.only
    for subject in [only] if only else SUBJECTS:
        folder = WORK / subject
        shutil.rmtree(folder, ignore_errors=True)
        for language, locale in LANGUAGES.items():
            take(subject, language, locale, folder, given.trained)


def take(subject: str, language: str, locale: str, folder: Path, trained: Optional[Path]) -> None:
    """Take the pictures of one subject in one language."""
    pictures = folder / language
    profile = make_profile(folder / f"qgis-{language}", folder / "work", locale=locale)
    if trained is not None:
        (folder / "work" / "models").mkdir(parents=True, exist_ok=True)
        shutil.copy(trained, folder / "work" / "models" / "Improved U-Net.safetensors")
    is_first = language == next(iter(LANGUAGES))
    facts = {
        "subject": subject, "model": SUBJECTS[subject], "minutes": MINUTES, "pictures": str(pictures), "patience": 600,
        "again": trained is not None or not is_first,
    }  # fmt: skip
    told = run_script(HERE / "walk.py", profile, facts, 1200.0)
    if told["exit_status"]:
        raise SystemExit(f"{subject}: QGIS ended with status {told['exit_status']}.")
    print(f"{subject}, {language}: {told.get('achieved', '')}")
    (PICTURES / language).mkdir(parents=True, exist_ok=True)
    for picture in sorted(path for path in pictures.glob("*.png") if path.stem in SHOWN[subject]):
        target = PICTURES / language / f"{picture.stem}.webp"
        shrink = ("-resize", f"{WIDEST_PX}x>", "-quality", str(QUALITY), "-define", "webp:method=6")
        subprocess.run(["convert", str(picture), *shrink, str(target)], check=True)
        print(f"  {target.relative_to(ROOT)}, {target.stat().st_size // 1000} KB")


if __name__ == "__main__":
    main()
