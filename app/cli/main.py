"""The door of the command line: reads the arguments, runs a command, says what went wrong."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TextIO

from app.cli.arguments import read_arguments
from app.cli.check import check_graph
from app.cli.nodes import show_nodes
from app.cli.outcome import refusal
from app.cli.program import Program
from app.cli.run import INVALID, STOPPED, run_graph
from app.graph.errors import LoomError

COMMANDS: dict[str, Callable[[Namespace, Program, TextIO, TextIO], int]] = {
    "run": run_graph,
    "nodes": show_nodes,
    "check": check_graph,
}


def main(
    arguments: Sequence[str],
    make_program: Callable[[], Program],
    out: TextIO | None = None,
    log: TextIO | None = None,
) -> int:
    """Do what the arguments ask for; the exit status.

    Results go to ``out`` (standard output), progress and what is wrong to ``log`` (standard
    error). ``make_program`` is called once the arguments are known to be good.
    """
    out, log = out or sys.stdout, log or sys.stderr
    try:
        options = read_arguments(arguments)
        return COMMANDS[options.command](options, make_program(), out, log)
    except LoomError as error:
        return _refuse(str(error), INVALID, arguments, out, log)
    except KeyboardInterrupt:
        return _refuse("Stopped.", STOPPED, arguments, out, log)


def _refuse(sentence: str, status: int, arguments: Sequence[str], out: TextIO, log: TextIO) -> int:
    """Say why nothing came of it, in the form that was asked for."""
    log.write(sentence + "\n")
    if arguments[:1] == ["run"] and "--json" in arguments:
        out.write(json.dumps(refusal(sentence), ensure_ascii=False) + "\n")
    return status
