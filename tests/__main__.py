"""python -m tests: set up the environment with the test tools, then run pytest."""

from __future__ import annotations

import os
import sys
from pathlib import Path

EXTRAS = ("dev", "solvers", "video", "gguf")
"""What the tests need beside the program; they skip what other extras are for."""

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Make sure that the test tools are there, then hand the arguments to pytest."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    from app import bootstrap

    bootstrap.ensure(ROOT, ["-m", "tests", *sys.argv[1:]], extras=EXTRAS)
    import pytest

    return int(pytest.main(sys.argv[1:]))


if __name__ == "__main__":
    raise SystemExit(main())
