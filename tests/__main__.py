"""python -m tests: set up the environment with the test tools, then run pytest."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

EXTRAS = ("dev", "solvers", "video", "gguf")
"""What the tests need beside the program; they skip what other extras are for."""

IN_TWO_PROCESSES = ("-n", "2", "--dist", "loadfile", "--max-worker-restart", "0")
"""A file stays in one process, for its tests share what is slow to build.

With a process in place of one that died, pytest-xdist waits for ever for the last tests of a file.
"""

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Make sure that the test tools are there, then hand the arguments to pytest."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    from app import bootstrap

    bootstrap.ensure(ROOT, ["-m", "tests", *sys.argv[1:]], extras=EXTRAS)
    import pytest

    arguments = [*processes(sys.argv[1:]), *sys.argv[1:]]
    deaths = Deaths()
    status = int(pytest.main(arguments, plugins=[deaths]))
    if deaths.count:
        sys.stderr.write("A test process died; its stack is above. All tests run once more.\n")
        status = int(pytest.main(arguments))
    return status


class Deaths:
    """Counts test processes that died, which a thousand windows of Qt in one may bring about."""

    def __init__(self) -> None:
        self.count = 0

    def pytest_testnodedown(self, error: object) -> None:
        """A test process has ended, with an error or at the end of its work."""
        self.count += error is not None


def processes(arguments: Sequence[str]) -> tuple[str, ...]:
    """The options that share out the whole suite; none for a part of it, which starts sooner alone.

    The slow tests of ``-m`` run alone too, for some of them take the time.
    """
    chosen = any(each.startswith(("-n", "-m", "--pdb", "--dist")) for each in arguments)
    part = any((ROOT / each.partition("::")[0]).exists() for each in arguments)
    return () if chosen or part else IN_TWO_PROCESSES


if __name__ == "__main__":
    raise SystemExit(main())
