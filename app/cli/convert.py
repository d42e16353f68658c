"""The ``convert`` command: a pickle of weights as safetensors, read by a confined process."""

from __future__ import annotations

from argparse import Namespace
from typing import TextIO

from app.cli.program import Program
from app.models.conversion.converting import convert


def convert_pickle(options: Namespace, program: Program, out: TextIO, log: TextIO) -> int:
    """Convert and tell where the result lies; exit status 0. Raises ConversionErrors."""
    out.write(f"{convert(options.pickle, options.to)}\n")
    return 0
