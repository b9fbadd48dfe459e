"""What is copied for others tells nothing of the user's home and no secret, whatever surrounds them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.environment.diagnostics import write_diagnostics
from outcrop.core.environment.pip.redaction import redact

PLAIN = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=60)
SECRET = st.from_regex(r"[A-Za-z0-9]{8,20}Q9z", fullmatch=True)
USER = st.from_regex(r"[a-z]{4,10}X7", fullmatch=True)


@given(PLAIN, USER, PLAIN, st.sampled_from(["/home/{}", "C:\\Users\\{}", "/Users/{} b", "D:\\Büro\\{}"]), st.booleans())
def test_home_is_gone_however_it_is_spelled(before: str, user: str, after: str, home: str, upper: bool) -> None:
    home = home.format(user)
    spellings = [home, home.replace("\\", "/"), home.replace("\\", "\\\\"), home.replace(" ", "%20")]
    text = before + f" {after}".join(spellings) + after
    text = text.upper() if upper else text

    assert user.lower() not in redact(text, home).lower()


@given(PLAIN, USER, SECRET, PLAIN)
def test_no_secret_survives(before: str, user: str, secret: str, after: str) -> None:
    forms = [
        f"https://{user}:{secret}@proxy.example:3128/simple", f"http://{user}:p@{secret}@host/x", f"PASSWORD={secret}",
        f'"api_key": "{secret}"', f"token = {secret}", f"Authorization: Basic {secret}",
        f"Proxy-Authorization: Bearer {secret}", f"https://{secret}@index.example/simple",
        f"index?access_token={secret}&x=1",
    ]  # fmt: skip
    for form in forms:
        assert secret not in redact(f"{before}\n{form}\n{after}", "/home/somebody")


@given(st.from_regex(r"[a-z /.=\n]{0,80}", fullmatch=True))
def test_what_is_not_private_stays(text: str) -> None:
    if not re.search(r"passw|secret|token|key|://|home|authori", text):
        assert redact(text, "/home/ana") == text


@pytest.mark.parametrize("home", ["", "/", "C:\\"])
def test_no_home_to_speak_of_leaves_the_text(home: str) -> None:
    assert redact("/usr/bin C:\\x", home) == "/usr/bin C:\\x"


def test_diagnostics_hold_facts_variables_and_the_logs_end(tmp_path: Path) -> None:
    log = tmp_path / "environment.log"
    log.write_text("\n".join(f"line {number}" for number in range(500)), encoding="utf-8")
    variables = {"HTTPS_PROXY": "http://ana:geheim@p:1", "PIP_CERT": f"{tmp_path}/c.pem", "HOME": "x", "EDITOR": "vi"}

    text = write_diagnostics({"Python": "3.11.2", "Folder": tmp_path / "e"}, variables, log, str(tmp_path))

    assert "Python: 3.11.2\nFolder: ~/e\n" in text
    assert "HTTPS_PROXY=http://***@p:1\nPIP_CERT=~/c.pem" in text
    assert "line 499" in text
    assert "line 299\n" not in text
    assert "EDITOR" not in text
    assert str(tmp_path) not in text


def test_diagnostics_without_a_log_say_so(tmp_path: Path) -> None:
    assert "(there is none: " in write_diagnostics({}, {}, tmp_path / "no.log", "/home/ana")
