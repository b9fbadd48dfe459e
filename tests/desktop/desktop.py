"""A real QGIS on a virtual screen, with a profile to throw away, driven by a script inside it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).resolve().parent
SETTINGS = ("QGIS3.ini", "QGIS4.ini")
"""What QGIS calls its settings in a profile, by its own first number."""
_INI = """[PythonPlugins]
outcrop=true
processing=false

[qgis]
checkVersion=false
enableMacros=never

[UI]
UITheme={theme}

[locale]
overrideFlag=true
userLocale={locale}

[outcrop]
work-folder={work}
"""


def make_profile(
    folder: Path, work: Path, theme: str = "default", locale: str = "en_GB", *, plugin: Path = ROOT, seen: bool = True
) -> Path:
    """Make a QGIS profile that holds nothing but this plugin; give the folder for `--profiles-path`.

    Args:
        folder: Where it goes.
        work: The plugin's work folder.
        theme: QGIS's theme.
        locale: Its language.
        plugin: The plugin's folder; the checkout, whose own environment is found, or a copy of it.
        seen: Whether the first steps were seen before, so that they don't open by themselves.
    """
    profile = folder / "profiles" / "default"
    (profile / "python" / "plugins").mkdir(parents=True, exist_ok=True)
    (profile / "QGIS").mkdir(exist_ok=True)
    link = profile / "python" / "plugins" / "outcrop"
    link.unlink(missing_ok=True)
    link.symlink_to(plugin)
    text = _INI.format(theme=theme, locale=locale, work=work)
    for name in SETTINGS:
        (profile / "QGIS" / name).write_text(text, encoding="utf-8")
    (profile / "outcrop.json").write_text(json.dumps({"first-steps-seen": seen}), encoding="utf-8")
    return folder


def run_script(
    script: Path, profiles: Path, facts: Mapping[str, object], timeout_s: float, **variables: str
) -> dict[str, object]:
    """Run QGIS with a script of this folder until the script ends it; give what the script reports.

    `exit_status` is among it: how QGIS itself ended, which a crash while it closes would spoil.

    Args:
        script: The script; it finds `facts` as JSON in the file that `OUTCROP_DESKTOP` names.
        profiles: What `make_profile` gave.
        facts: What the script needs to know.
        timeout_s: After this long QGIS is ended.
        variables: Further environment variables.

    Raises:
        RuntimeError: The script failed or never ended; with what QGIS printed.
    """
    report = profiles / "report.json"
    report.unlink(missing_ok=True)
    order = profiles / "order.json"
    order.write_text(json.dumps({**facts, "report": str(report)}), encoding="utf-8")
    ours = {"OUTCROP_DESKTOP": str(order), "OUTCROP_DESKTOP_SCRIPTS": str(HERE), "QT_QPA_PLATFORM": "xcb"}
    system = {"PATH": os.pathsep.join(["/usr/bin", os.environ.get("PATH", "")])}
    environment = {**os.environ, **system, **variables, **ours}  # QGIS takes its Python's home from the first python3
    command = ["qgis", "--profiles-path", str(profiles), "--nologo", "--noversioncheck", "--code", str(script)]
    if not environment.get("DISPLAY"):
        command = ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", *command]
    log = profiles / "qgis.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=output, start_new_session=True)
        try:
            process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    told: dict[str, object] = json.loads(report.read_text()) if report.exists() else {"error": "It never reported."}
    if told.get("error"):
        raise RuntimeError(f"{script.name}: {told['error']}\n{log.read_text(errors='replace')[-3000:]}")
    return {**told, "exit_status": process.returncode}
