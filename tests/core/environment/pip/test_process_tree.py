"""Children and how they are ended, on systems that the tests don't run on."""

from __future__ import annotations

import subprocess
import sys

import pytest
from outcrop.core.environment.pip.process_tree import apart, kill_command


@pytest.mark.parametrize(
    ("platform", "options", "kill"),
    [
        ("win32", {"creationflags": 0x08000200}, ["taskkill", "/PID", "42", "/T", "/F"]),
        ("darwin", {"start_new_session": True}, None),
        ("linux", {"start_new_session": True}, None),
    ],
)
def test_a_child_is_started_apart_and_ended_with_its_children(platform: str, options: dict, kill: object) -> None:
    assert apart(platform) == options
    assert kill_command(42, platform) == kill


def test_this_system_takes_the_options() -> None:
    assert subprocess.run([sys.executable, "-c", ""], check=False, **apart(sys.platform)).returncode == 0


@pytest.mark.parametrize(
    "argument",
    [
        "C:\\Program Files\\QGIS 3.40\\a b.tif", "C:\\ends with backslash\\", 'say "hello"', "50 % & more ^ !",
        "\\\\server\\share\\déjà vu", "",
    ],
)  # fmt: skip
def test_what_windows_gets_as_one_line_is_read_as_the_same_words(argument: str) -> None:
    """Commands are lists; Python joins them for Windows, whose programs take them apart by fixed rules."""
    line = subprocess.list2cmdline(["python.exe", argument, "end"])

    assert split_as_windows(line) == ["python.exe", argument, "end"]


def split_as_windows(line: str) -> list[str]:
    """Take a command line apart as CommandLineToArgvW does."""
    words, word, quoted, slashes, begun = [], "", False, 0, False
    for sign in line:
        if sign == "\\":
            slashes, begun = slashes + 1, True
            continue
        if sign == '"':
            word += "\\" * (slashes // 2)
            if slashes % 2:
                word += '"'
            else:
                quoted = not quoted
            slashes, begun = 0, True
            continue
        word, slashes = word + "\\" * slashes, 0
        if sign in " \t" and not quoted:
            if begun:
                words.append(word)
            word, begun = "", False
            continue
        word, begun = word + sign, True
    return [*words, word + "\\" * slashes] if begun else words
