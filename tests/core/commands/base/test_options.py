"""Tests of options that many commands have."""

from __future__ import annotations

import argparse

import pytest
from outcrop.core.assessment.jobs import EvaluateJob
from outcrop.core.commands.base.options import add_described, add_device, add_extent, read_extent
from outcrop.core.training.settings.recipe import Recipe


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


@pytest.mark.parametrize("corners", ["0 10 20 30", "0 30 20 10", "20 30 0 10"])
def test_an_extent_is_the_same_from_whichever_corners(corners: str) -> None:
    parser = argparse.ArgumentParser()
    add_extent(parser)
    assert read_extent(parser.parse_args(["--extent", *corners.split()])) == (0, 10, 20, 30)


def test_mappings_say_what_they_hold() -> None:
    parser = argparse.ArgumentParser()
    add_described(parser, EvaluateJob)
    add_described(parser, Recipe)
    shapes = {action.dest: action.metavar for action in parser._actions}
    assert shapes["renamed"] == "NAME=NAME,…"
    assert shapes["model_parameters"] == "NAME=VALUE,…"
