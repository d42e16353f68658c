"""The command line's own grammar: which commands there are and what they take."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from app.cli.program import CommandError

DEFAULT_OUTPUT = Path("output")

NODE_HELP = "NODE is the id of a node or its title, where only one node has it."


class BadArguments(CommandError):
    """The command line cannot be read."""

    english = "{problem}: see {program} --help."


class Parser(argparse.ArgumentParser):
    """Raises where argparse would print and leave, so that --json can answer there too."""

    def error(self, message: str) -> NoReturn:
        """Turn argparse's message into ours."""
        raise BadArguments(problem=message[:1].upper() + message[1:], program=self.prog)


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """The parsed command line; raises BadArguments."""
    return make_parser().parse_args(arguments)


def make_parser() -> Parser:
    """The parser for everything that works without a window."""
    parser = Parser(prog="main.py", description="Latent Loom without a window.")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=Parser)
    _add_run(commands)
    nodes = commands.add_parser("nodes", help="every node: sockets, parameters, ranges, help")
    nodes.add_argument("--json", action="store_true", help="as one JSON object")
    nodes.add_argument(
        "--allow",
        metavar="FILE",
        type=Path,
        help="let this file of your node folder run, as it is now (read it first)",
    )
    check = commands.add_parser("check", help="validate a graph without running it")
    check.add_argument(
        "graph", metavar="GRAPH", type=Path, help="a .loom file or a picture of ours"
    )
    cache = commands.add_parser("cache", help="what is kept on disk: look, empty it, check it")
    cache.add_argument("action", choices=("info", "clear", "verify"))
    cache.add_argument("--json", action="store_true", help="as one JSON object")
    convert = commands.add_parser(
        "convert", help="turn a pickle of weights (.ckpt, .pt, .bin) into .safetensors"
    )
    convert.add_argument("pickle", metavar="FILE", type=Path, help="the pickle; it stays as it is")
    convert.add_argument(
        "--to", metavar="FILE", type=Path, help="where it goes (default: beside the pickle)"
    )
    commands.add_parser(
        "diagnostics", help="versions, device, settings and last errors, without anything private"
    )
    return parser


def _add_run(commands: argparse._SubParsersAction[Parser]) -> None:
    run = commands.add_parser("run", help="run a graph and save what it makes", epilog=NODE_HELP)
    run.add_argument("graph", metavar="GRAPH", type=Path, help="a .loom file or a picture of ours")
    run.add_argument(
        "--set",
        dest="settings",
        metavar="NODE.PARAM=VALUE",
        action="append",
        default=[],
        help="a parameter for this run: a number, true or false, 64x64, or text",
    )
    run.add_argument(
        "--sweep",
        dest="sweeps",
        metavar="NODE.PARAM=VALUES",
        action="append",
        default=[],
        help="several values, such as 1,2,4 or 2:8:4 (first, last, how many); for a text one on "
        "each line, or cat -> dog to replace words; saves one grid, with a second axis for rows",
    )
    run.add_argument(
        "--target",
        dest="targets",
        metavar="NODE",
        action="append",
        default=[],
        help="make only this node and what it needs",
    )
    run.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        default=DEFAULT_OUTPUT,
        help="folder for saved files (default: %(default)s in the current folder)",
    )
    run.add_argument(
        "--json", action="store_true", help="last line of stdout: one JSON object with the outcome"
    )
