"""Opening a graph for a command, and the plan that it comes down to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from app.cli.choosing import Overrides
from app.cli.program import CommandError
from app.engine.lowering import lower
from app.engine.plan import Plan
from app.graph.file import Opened, open_file, read_text, to_text
from app.interchange.pictures import PICTURE_SUFFIXES, read_graph_text
from app.sdk.registry import Registry


class NothingToRun(CommandError):
    """The graph has no node that makes anything."""

    english = "The graph has nothing to run: add a Save Image or a Preview and connect it."


class InvalidGraph(CommandError):
    """Nodes of the graph cannot run; their reasons are sentences of their own."""

    english = "{reasons}"


@dataclass(frozen=True)
class Request:
    """What a run is asked for: nodes to make (None: all targets), and values for this run."""

    targets: tuple[str, ...] | None = None
    overrides: Overrides = field(default_factory=dict)


def open_graph(path: Path, kinds: Registry) -> Opened:
    """The graph in a ``.loom`` file or in a picture of ours; raises LoomError."""
    if path.suffix.lower() in PICTURE_SUFFIXES:
        return read_text(read_graph_text(path), kinds, file=path.name)
    return open_file(path, kinds)


def make_plan(opened: Opened, kinds: Registry, request: Request, log: TextIO) -> Plan:
    """The plan of a graph in which every needed node can run; warnings go to ``log``.

    Raises InvalidGraph, NothingToRun, or the LoomError that says what is wrong with the request.
    """
    snapshot = opened.snapshot
    text = to_text(snapshot, kinds)
    plan = lower(snapshot, kinds, request.targets, request.overrides, graph_text=text)
    reasons = list(dict.fromkeys(str(message) for message in plan.refused.values()))
    for warning in opened.warnings:
        if str(warning) not in reasons:
            log.write(f"Warning: {warning}\n")
    if reasons:
        raise InvalidGraph(reasons="\n".join(reasons))
    if not plan.targets:
        raise NothingToRun()
    return plan
