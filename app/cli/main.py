"""The door of the command line: reads the arguments, runs a command, says what went wrong."""

from __future__ import annotations

import io
import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TextIO

from app.cli import COMMANDS
from app.cli.arguments import read_arguments
from app.cli.cache import tend_cache
from app.cli.check import check_graph
from app.cli.convert import convert_pickle
from app.cli.diagnostics import tell_diagnostics
from app.cli.nodes import show_nodes
from app.cli.outcome import refusal
from app.cli.program import Program
from app.cli.run import run_graph
from app.cli.statuses import FAILED, INVALID, STOPPED
from app.graph.errors import LoomError

Command = Callable[[Namespace, Program, TextIO, TextIO], int]

_FUNCTIONS: tuple[Command, ...] = (
    run_graph,
    show_nodes,
    check_graph,
    tend_cache,
    convert_pickle,
    tell_diagnostics,
)
_BY_NAME = dict(zip(COMMANDS, _FUNCTIONS, strict=True))


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
    out, log = out or _forgiving(sys.stdout), log or _forgiving(sys.stderr)
    try:
        options = read_arguments(arguments)
        status = _BY_NAME[options.command](options, make_program(), out, log)
        out.flush()  # here, where it is known what to do if nobody reads
        return status
    except LoomError as error:
        return _refuse(str(error), INVALID, arguments, out, log)
    except KeyboardInterrupt:
        return _refuse("Stopped.", STOPPED, arguments, out, log)
    except BrokenPipeError:  # whoever read the output has seen enough, as ``head`` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _forgiving(stream: TextIO) -> TextIO:
    """A standard stream that writes a substitute for what the terminal cannot show."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    return stream


def _refuse(sentence: str, status: int, arguments: Sequence[str], out: TextIO, log: TextIO) -> int:
    """Say why nothing came of it, in the form that was asked for."""
    log.write(sentence + "\n")
    if arguments[:1] == ["run"] and "--json" in arguments:
        out.write(json.dumps(refusal(sentence)) + "\n")
    if arguments[:1] == ["cache"] and "--json" in arguments:
        out.write(json.dumps({"ok": False, "error": sentence}) + "\n")
    return status
