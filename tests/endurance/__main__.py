"""``python -m tests.endurance --runs 2000 --seed 1``; exit status 0 where nothing grew."""

from __future__ import annotations

import argparse
import faulthandler
import sys
import tempfile
from pathlib import Path

import tests.conftest  # noqa: F401  (no network, one thread, no settings of the user's own)
from tests.endurance.marathon import DISK, Report, play

MOST_GROWTH = 0.05
_PASSING = 3
"""Handles that may be open just when they are counted: a file that is written, say."""


def main() -> int:
    """Run as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance")
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--compare-every", type=int, default=20)
    chosen = parser.parse_args()
    faulthandler.enable()
    with tempfile.TemporaryDirectory() as folder:
        report = play(Path(folder), chosen.runs, chosen.seed, chosen.compare_every, _tell)
    _tell(str(report))
    faults = list(_faults(report))
    _tell("\n".join(faults) or "Nothing grew.")
    return 1 if faults else 0


def _faults(report: Report) -> list[str]:
    """What grew that should not."""
    readings = list(report.readings.values())
    first, last = readings[0], readings[-1]
    found = []
    if report.growth > MOST_GROWTH:
        found.append(f"Memory moved by {report.growth:.1%}.")
    if last.handles > first.handles + _PASSING or last.threads > first.threads:
        found.append(f"{last.handles} handles and {last.threads} threads at the end.")
    if report.most_on_disk > DISK:
        found.append(f"{report.most_on_disk} bytes on the disk, where {DISK} were allowed.")
    return found


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
