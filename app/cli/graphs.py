"""Opening a graph for a command, and the plan that it comes down to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from app.cli.choosing import Overrides
from app.cli.program import CommandError, Program
from app.engine.lowering import lower
from app.engine.plan import Plan
from app.graph.document import Snapshot
from app.graph.errors import Message
from app.graph.file import Opened, open_file, read_text, to_text
from app.graph.inside import with_value
from app.models.missing import with_moved
from app.models.shelf import Shelf
from app.sdk.registry import Registry

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".mp4", ".webm"})


class NothingToRun(CommandError):
    """The graph has no node that makes anything."""

    english = "The graph has nothing to run: add a Save Image or a Preview and connect it."


class InvalidGraph(CommandError):
    """Nodes of the graph cannot run; their reasons are sentences of their own, one a line."""

    english = "{count} nodes of the graph cannot run."

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__(count=len(reasons))
        self.reasons = tuple(reasons)

    def __str__(self) -> str:
        return "\n".join(self.reasons)


class NoGraphInside(CommandError):
    """A picture without a graph."""

    english = (
        "{file} holds no graph: take a picture that Latent Loom saved and no other program changed."
    )


def open_graph(path: Path, program: Program) -> Opened:
    """The graph in a ``.loom`` file or in a picture of ours; raises LoomError.

    Models that were renamed or moved are found again by their content.
    """
    opened = _open(path, program.kinds)
    if not isinstance(program.models, Shelf):
        return opened
    snapshot, moved = with_moved(opened.snapshot, program.kinds, program.models.looked_through())
    return Opened(snapshot, (*opened.warnings, *moved))


def _open(path: Path, kinds: Registry) -> Opened:
    if path.suffix.lower() not in PICTURES or not path.is_file():
        return open_file(path, kinds)
    from app.interchange.picture_graph import read_graph  # brings Pillow, which graphs do without

    text = read_graph(path)
    if text is None:
        raise NoGraphInside(file=path.name)
    return read_text(text, kinds, file=path.name)


def with_values(snapshot: Snapshot, kinds: Registry, overrides: Overrides) -> Snapshot:
    """The graph as it is for one run, so that what it saves tells what really was made.

    A value takes the place of a wire. Raises BadValue where a parameter does not allow it.
    """
    for (address, name), value in overrides.items():
        snapshot = with_value(snapshot, kinds, address, name, value)
    return snapshot


def make_plan(
    snapshot: Snapshot,
    kinds: Registry,
    log: TextIO,
    warnings: Sequence[Message] = (),
    targets: Sequence[str] | None = None,
) -> Plan:
    """The plan of a graph in which every needed node can run; raises InvalidGraph, NothingToRun.

    ``warnings`` tell of what the run does without, and go to ``log`` once it is known to begin.
    """
    plan = lower(snapshot, kinds, targets, graph_text=to_text(snapshot, kinds))
    reasons = list(dict.fromkeys(str(message) for message in plan.refused.values()))
    if reasons:
        raise InvalidGraph(reasons)
    if not plan.targets:
        raise NothingToRun()
    for warning in warnings:
        log.write(f"Warning: {warning}\n")
    return plan
