"""Two dozen runs in a row, and with ``-m heavy`` two thousand: nothing grows, all is right."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def endure(runs: int, compare_every: int) -> subprocess.CompletedProcess[str]:
    """In a process of its own, whose memory is measured."""
    command = [sys.executable, "-m", "tests.endurance", "--runs", str(runs)]
    return subprocess.run(
        [*command, "--compare-every", str(compare_every)],
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=7000,
    )


@pytest.mark.timeout(280)
def test_two_dozen_runs_leave_nothing_behind_and_are_right() -> None:
    done = endure(24, 8)
    assert done.returncode == 0, done.stderr
    assert "3 compared with a fresh engine, all equal" in done.stderr


@pytest.mark.heavy
@pytest.mark.timeout(7200)
def test_two_thousand_runs_leave_nothing_behind_and_are_right() -> None:
    done = endure(2000, 20)
    assert done.returncode == 0, done.stderr
