"""From the package to the first map by mouse, in a profile that knows nothing, with the minutes: `make first-map`.

The package of the last commit is packed and installed in QGIS's plugin manager; the environment is set up, the sample
opened, a model trained with what is proposed, and the canvas mapped. Home folder, caches and environment are fresh ones
below build/first-map, where pictures of every step lie afterwards, too.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from desktop import HERE, ROOT, SETTINGS, run_script

FOLDER = ROOT / "build" / "first-map"
_PROFILE = "[locale]\noverrideFlag=true\nuserLocale=en_GB\n"
_LONGEST_S = 3000.0


def main() -> None:
    """Do it, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--build", default="", help="the build of PyTorch as the window calls it, in place of its own choice"
    )
    parser.add_argument(
        "--model", default="", help="the model as the Train page calls it, in place of what it proposes"
    )
    given = parser.parse_args()
    shutil.rmtree(FOLDER, ignore_errors=True)
    home, profiles, package = FOLDER / "home", FOLDER / "profiles", FOLDER / "outcrop.zip"
    settings = profiles / "profiles" / "default" / "QGIS"
    for folder in (home, settings):
        folder.mkdir(parents=True)
    for name in SETTINGS:
        (settings / name).write_text(_PROFILE, encoding="utf-8")
    subprocess.run([ROOT / ".venv" / "bin" / "python", ROOT / "release" / "pack.py", package], check=True)
    facts = {
        "package": str(package), "pictures": str(FOLDER / "pictures"), "width": 380, "patience": 1500,
        "sets_up": True, "scenes": [], "first_map_only": True, "model": given.model, "build": given.build,
    }  # fmt: skip
    told = run_script(
        HERE / "firstday.py", profiles, facts, _LONGEST_S, HOME=str(home), XDG_DATA_HOME=str(home / "data")
    )
    (FOLDER / "told.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    print(f"{told['qgis']}: installed after {minutes(told['install_s'])}, set up after {minutes(told['set_up_at_s'])}, "
          f"first map after {minutes(told['map_s'])}; {told['sample_clicks']} clicks. {told['sample']}")  # fmt: skip


def minutes(seconds: object) -> str:
    """Write seconds as minutes."""
    return f"{float(str(seconds)) / 60:.1f} min"


if __name__ == "__main__":
    main()
