"""Tests of options that many commands have."""

from __future__ import annotations

import argparse

import pytest
from outcrop.core.commands.base.options import add_device


@pytest.mark.parametrize(("given", "threads"), [([], 0), (["--threads", "0"], 0), (["--threads", "3"], 3)])
def test_threads_are_counted(given: list[str], threads: int) -> None:
    parser = argparse.ArgumentParser()
    add_device(parser)
    assert parser.parse_args(given).threads == threads


@pytest.mark.parametrize(("given", "said"), [("-3", "or 0 for all cores"), ("two", "invalid threads value: 'two'")])
def test_what_is_no_number_of_threads_is_refused(given: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    add_device(parser)
    with pytest.raises(SystemExit):
        parser.parse_args([f"--threads={given}"])
    assert said in capsys.readouterr().err
