"""What the command line asks of a stage."""

from __future__ import annotations

import argparse
import math
import time

import pytest
import torch

from resources.models.making.__main__ import main
from resources.models.making.training import command


def asked(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return parser.parse_args(words)


def test_a_stage_has_its_own_number_of_samples_unless_told() -> None:
    assert command.budget_of(asked(), 500).samples == 500
    told = command.budget_of(asked("--minutes", "3"), 500)
    assert (told.minutes, told.samples) == (3.0, math.inf)


def test_a_time_of_day_is_the_next_one() -> None:
    until = command.budget_of(asked("--until", "23:58"), 500).until
    assert 0.0 < until - time.time() <= 24 * 3600 + 1


def test_batches_are_larger_on_a_gpu() -> None:
    _, recipe, _ = command.STAGES["denoiser"]
    cpu = command.recipe_of(asked(), recipe, torch.device("cpu"))
    gpu = command.recipe_of(asked(), recipe, torch.device("cuda"))
    assert gpu.batch > cpu.batch
    assert command.recipe_of(asked("--batch", "3"), recipe, torch.device("cuda")).batch == 3


def test_every_stage_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = capsys.readouterr().out
    assert all(name in shown for name in command.STAGES)
