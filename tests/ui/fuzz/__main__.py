"""``python -m tests.ui.fuzz --gestures 5000 --seed 1``; exit status 0 where all went well."""

from __future__ import annotations

import argparse
import faulthandler
import random
import secrets
import sys
import tempfile
from pathlib import Path

import tests.conftest  # noqa: F401  (no display, no settings of the user's own)
from tests.ui.fuzz.play import play


def main() -> int:
    """Play as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.ui.fuzz")
    parser.add_argument("--gestures", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", action="store_true", help="run the graphs meanwhile")
    chosen = parser.parse_args()
    faulthandler.enable()
    # The same seed makes the same ids, and so plays the same gestures.
    secrets.choice = random.Random(chosen.seed).choice
    with tempfile.TemporaryDirectory() as folder:
        report = play(Path(folder), chosen.gestures, chosen.seed, _tell, runs=chosen.runs)
    _tell(str(report))
    return 0


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
