"""Take the documentation's pictures: a real QGIS, driven through the whole loop, and the dock in every look.

Run on an X display of 2800×1600 or more, as `make screenshots` does. The pictures go to docs/screenshots.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from desktop import HERE, ROOT, make_profile, run_script

WORK = ROOT / "build" / "screenshots"
PICTURES = ROOT / "docs" / "screenshots"
MINUTES = 5.0
"""For training, at most: about what a quiet machine with two cores needs for all epochs."""
MOST_BYTES, WIDTHS = 200_000, (1440, 1100, 1000, 900, 800)
"""What a picture may have on the disk, and how wide it is made for that, from the widest."""
LOOKS = {
    "light": {},
    "dark": {"theme": "Night Mapping"},
    "chinese": {"locale": "zh_CN"},
    "right-to-left": {"right_to_left": True},
    "high-dpi": {"QT_SCALE_FACTOR": "2"},
    "narrow": {"width": 300},
}
"""Every look of the dock: theme and language of the profile, facts, and environment variables."""
CORRECTED_MODELS = ("random_forest", "maximum_likelihood")
CORRECTIONS_SHOWN = (
    "correct-start", "correct-brush", "correct-region", "correct-similar", "correct-becomes", "correct",
    "correct-swipe", "correct-help", "correct-again", "correct-applied", "correct-dark", "correct-chinese",
)  # fmt: skip
"""Pictures of the Correct page that the documentation shows."""
PAGES = ("data", "settings", "training", "predicted")
STATES = {
    "before": ("no-environment", "setting-up", "light-empty", "light-interrupted"),
    "states": ("light-elsewhere", "light-trained", "light-failed"),
    "failed": ("light-failed-window",),
}
"""Pictures of states that need nothing but the dock, by the name of the picture in which they stand side by side."""
DOCK_PX = 360


def main() -> None:
    """Make the sample once, then go on each tour."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("loop", "first", "looks", "correct"), help="some of the pictures")
    only = parser.parse_args().only
    sample = WORK / "sample"
    if not (sample / "image.tif").exists():
        sample.mkdir(parents=True, exist_ok=True)
        print("Making the sample scene …")
        subprocess.run(
            [str(ROOT / ".venv/bin/outcrop"), "sample", "--out", str(sample)], check=True, capture_output=True
        )
    if only in (None, "loop"):
        take_loop(sample)
    if only in (None, "first"):
        take_first_start()
    if only in (None, "looks"):
        for look in LOOKS:
            take_look(look, sample)
    if only in (None, "correct"):
        take_correction(sample)
    for name, states in STATES.items():
        pictures = [WORK / "looks" / f"{state}.png" for state in states]
        if all(picture.exists() for picture in pictures):
            publish(pictures, name)


def take_loop(sample: Path) -> None:
    """Go through the whole loop with the real worker, and once more in the dark."""
    shutil.rmtree(WORK / "work", ignore_errors=True)
    pictures = WORK / "loop"
    shutil.rmtree(pictures, ignore_errors=True)
    facts = {"sample": str(sample), "pictures": str(pictures), "minutes": MINUTES}
    print(f"Through the loop (at most {MINUTES + 2:.0f} minutes) …")
    told = run(HERE / "tour.py", make_profile(WORK / "light", WORK / "work"), facts, 60 * MINUTES + 900)
    print(f"  {told['achieved']}\n  Event loop while training: {told['stalls']}")
    print("In the dark …")
    dark = make_profile(WORK / "dark", WORK / "work", theme="Night Mapping")
    run(HERE / "tour.py", dark, {**facts, "again": True}, 300.0)
    for picture in sorted(pictures.glob("*.png")):
        publish([picture], picture.stem)


def take_correction(sample: Path) -> None:
    """Correct predictions of two quick models with every tool, go on in a second start, and look in other looks."""
    print("Correcting by hand …")
    folder = WORK / "correction"
    shutil.rmtree(folder, ignore_errors=True)
    models = folder / "results" / "models"
    models.mkdir(parents=True)
    for model in CORRECTED_MODELS:
        command = [str(ROOT / ".venv/bin/outcrop"), "train", "--image", f"{sample}/image.tif", "--class-field", "kind"]
        command += ["--labels", f"{sample}/training.gpkg", "--labelled-area", f"{sample}/labelled_area.gpkg"]
        command += ["--model", model, "--minutes", "1", "--out", str(models / f"{model}.safetensors")]
        subprocess.run(command, check=True, capture_output=True)
    facts = {
        "sample": str(sample), "models": len(CORRECTED_MODELS), "project": str(folder / "corrected.qgz"),
        "pictures": str(folder / "light"),
    }  # fmt: skip
    told = run(HERE / "correct.py", make_profile(folder / "qgis", folder / "results"), facts, 600.0)
    print(f"  {told['corrections']} corrections with {', '.join(told['tools'])}")
    run(HERE / "correct.py", make_profile(folder / "qgis", folder / "results"), {**facts, "again": True}, 300.0)
    again = {"again": True, "only_look": True}
    for name, look in (("dark", {"theme": "Night Mapping"}), ("chinese", {"locale": "zh_CN"})):
        profile = make_profile(folder / f"qgis-{name}", folder / "results", **look)
        run(HERE / "correct.py", profile, {**facts, **again, "pictures": str(folder / name)}, 300.0)
        shutil.copy(folder / name / "correct-again.png", folder / "light" / f"correct-{name}.png")
    for name in CORRECTIONS_SHOWN:
        publish([folder / "light" / f"{name}.png"], name)


def take_first_start() -> None:
    """Begin with a copy of the plugin, as QGIS installs it, that finds no environment and begins to make one."""
    print("The first start …")
    folder = WORK / "first"
    shutil.rmtree(folder, ignore_errors=True)
    copy = folder / "outcrop"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "build", "dist", "docs", "tests", "__pycache__"))
    facts = {"pictures": str(WORK / "looks"), "width": DOCK_PX}
    with tempfile.TemporaryDirectory(prefix="analyst-") as home:
        profile = make_profile(folder, Path(home) / "Outcrop", plugin=copy, seen=False)
        run(HERE / "first.py", profile, facts, 600.0, XDG_DATA_HOME=home)
    for name in ("first-steps", "set-up"):
        publish([WORK / "looks" / f"{name}.png"], name)


def take_look(look: str, sample: Path) -> None:
    """Go through the dock's states in one look with a worker that only talks, and lay the pictures side by side."""
    print(f"The dock, {look} …")
    chosen = LOOKS[look]
    pictures, profiles = WORK / "looks", WORK / f"look-{look}"
    shutil.rmtree(profiles, ignore_errors=True)
    facts = {
        "sample": str(sample), "pictures": str(pictures), "name": look, "width": chosen.get("width", DOCK_PX),
        "right_to_left": bool(chosen.get("right_to_left")),
    }  # fmt: skip
    variables = {name: str(value) for name, value in chosen.items() if name.startswith("QT_")}
    variables |= {"OUTCROP_STUB": "slow", "OUTCROP_STUB_BANDS": "Blue,Green,Red,NIR"}
    variables["OUTCROP_PYTHON"] = str(ROOT / "tests" / "ui" / "stub_worker.py")
    settings = {name: str(value) for name, value in chosen.items() if name in ("theme", "locale")}
    run(HERE / "looks.py", make_profile(profiles, profiles / "work", **settings), facts, 900.0, **variables)
    publish([pictures / f"{look}-{page}.png" for page in PAGES], f"look-{look}")


def run(
    script: Path, profiles: Path, facts: Mapping[str, object], timeout_s: float, **variables: str
) -> dict[str, Any]:
    """Go on a tour, from which QGIS has to come back whole."""
    told = run_script(script, profiles, facts, timeout_s, **variables)
    if told["exit_status"]:
        raise SystemExit(f"{script.name}: QGIS ended with status {told['exit_status']}.")
    return told


def publish(pictures: Sequence[Path], name: str) -> None:
    """Lay pictures side by side, as wide and with as many colours as the size allows."""
    out = PICTURES / f"{name}.png"
    for shrink in (
        ("-colors", "256"),
        ("-colors", "96"),
        *(("-resize", f"{wide}x>", "-colors", "64") for wide in WIDTHS),
    ):
        side_by_side = [*map(str, pictures), "-background", "#808080", "+append", "+dither"]
        subprocess.run(["convert", *side_by_side, *shrink, f"PNG8:{out}"], check=True)
        if out.stat().st_size <= MOST_BYTES:
            break
    print(f"  {out.relative_to(ROOT)}, {out.stat().st_size // 1000} KB")


if __name__ == "__main__":
    main()
