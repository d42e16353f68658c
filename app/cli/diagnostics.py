"""The ``diagnostics`` command: what a report of a fault needs, without anything private."""

from __future__ import annotations

from argparse import Namespace
from typing import TextIO

from app.cli.program import Program


def tell_diagnostics(options: Namespace, program: Program, out: TextIO, log: TextIO) -> int:
    """Write what may be told to ``out``; exit status 0."""
    out.write(program.diagnose(""))
    return 0
