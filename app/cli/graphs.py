"""Opening a graph for a command, and the plan that it comes down to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from app.cli.program import CommandError, Program
from app.engine.lowering import lower
from app.engine.plan import Plan
from app.graph.document import Snapshot
from app.graph.file import Opened, open_file, read_text, to_text
from app.graph.spec import Plain
from app.interchange.pictures import PICTURE_SUFFIXES, read_graph_text


class NothingToRun(CommandError):
    """The graph has no node that makes anything."""

    english = "{graph} has nothing to run: add a Save Image or a Preview and connect it."


class InvalidGraph(CommandError):
    """Nodes of the graph cannot run; their reasons are sentences of their own."""

    english = "{reasons}"


def open_graph(path: Path, program: Program, log: TextIO) -> Snapshot:
    """The graph in a file or in a picture of ours; raises LoomError. Warnings go to ``log``."""
    opened = _open(path, program)
    for warning in opened.warnings:
        log.write(f"Warning: {warning}\n")
    return opened.snapshot


def _open(path: Path, program: Program) -> Opened:
    if path.suffix.lower() in PICTURE_SUFFIXES:
        return read_text(read_graph_text(path), program.kinds)
    return open_file(path, program.kinds)


def make_plan(
    snapshot: Snapshot,
    program: Program,
    name: Path,
    targets: Sequence[str] | None = None,
    overrides: dict[tuple[str, str], Plain] | None = None,
) -> Plan:
    """The plan of a graph of which every needed node can run; raises InvalidGraph, NothingToRun."""
    text = to_text(snapshot, program.kinds)
    plan = lower(snapshot, program.kinds, targets, overrides, graph_text=text)
    if plan.refused:
        raise InvalidGraph(reasons=" ".join(str(message) for message in plan.refused.values()))
    if not plan.targets:
        raise NothingToRun(graph=name)
    return plan
