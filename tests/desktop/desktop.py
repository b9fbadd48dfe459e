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
_INI = """[PythonPlugins]
outcrop=true
processing=false

[qgis]
checkVersion=false
digitizing\\disable_enter_attribute_values_dialog=true
enableMacros=never

[UI]
UITheme={theme}

[locale]
overrideFlag=true
userLocale={locale}

[outcrop]
first-steps-seen=1
work-folder={work}
"""


def make_profile(folder: Path, work: Path, theme: str = "default", locale: str = "en_GB") -> Path:
    """Make a QGIS profile that holds nothing but this plugin; give the folder for `--profiles-path`."""
    profile = folder / "profiles" / "default"
    (profile / "python" / "plugins").mkdir(parents=True, exist_ok=True)
    (profile / "QGIS").mkdir(exist_ok=True)
    link = profile / "python" / "plugins" / "outcrop"
    if not link.is_symlink():
        link.symlink_to(ROOT)
    (profile / "QGIS" / "QGIS3.ini").write_text(_INI.format(theme=theme, locale=locale, work=work), encoding="utf-8")
    return folder


def run_script(
    script: Path, profiles: Path, facts: Mapping[str, object], timeout_s: float, **variables: str
) -> dict[str, object]:
    """Run QGIS with a script of this folder until the script ends it; give what the script reports.

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
    told: dict[str, object] = json.loads(report.read_text()) if report.exists() else {"error": "It never reported."}
    if told.get("error"):
        raise RuntimeError(f"{script.name}: {told['error']}\n{log.read_text(errors='replace')[-3000:]}")
    return told
