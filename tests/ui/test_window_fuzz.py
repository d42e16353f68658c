"""A whole window under random gestures: it shows its document after every one, and ends clean."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


def fuzz(gestures: int, seed: int, *more: str) -> subprocess.CompletedProcess[str]:
    """Play in a process of its own, whose end is a part of what is tested."""
    command = [sys.executable, "-m", "tests.ui.fuzz", "--gestures", str(gestures)]
    return subprocess.run(
        [*command, "--seed", str(seed), *more],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def test_a_window_stays_true_to_its_document_and_ends_clean() -> None:
    done = fuzz(200, 1)
    assert done.returncode == 0, done.stderr


def test_a_window_is_edited_while_it_runs_and_closes_at_once() -> None:
    done = fuzz(120, 1, "--runs")
    assert done.returncode == 0, done.stderr


@pytest.mark.heavy
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("more", [(), ("--runs",)], ids=["edits", "runs"])
def test_a_window_stands_five_thousand_gestures(seed: int, more: tuple[str, ...]) -> None:
    done = fuzz(5000, seed, *more)
    assert done.returncode == 0, done.stderr
