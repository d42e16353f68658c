"""Wires between models that do not go together, such as a ControlNet of another family."""

from __future__ import annotations

from collections.abc import Iterator

from app.graph.document import Graph, Snapshot, Wire
from app.graph.errors import GraphError, WrongTrait
from app.graph.kinds import Kinds
from app.graph.naming import title_of
from app.graph.rules import check_wire
from app.graph.subgraphs import within
from app.ui.running.problem_list import Problem
from app.ui.words import say


def misfits(snapshot: Snapshot, kinds: Kinds) -> Iterator[Problem]:
    """A problem for every node whose wires are known to be of different families."""
    known = within(kinds, snapshot)
    for id, graph in snapshot.graphs.items():
        told: set[str] = set()
        for wire in graph.each_wire():
            ends = {wire.source.node, wire.socket.node}
            sentence = _clash(graph, known, wire) if ends <= graph.nodes.keys() - told else ""
            if sentence:
                node = wire.socket.node
                told.add(node)
                title = title_of(graph, known, node)
                here = node if id == snapshot.root else ""
                yield Problem("models", sentence, title, here, is_warning=True)


def _clash(graph: Graph, kinds: Kinds, wire: Wire) -> str:
    """Why the ends of a wire do not go together; empty where they do, or where that is not known.

    What else may be wrong with a wire is told when the file is opened, and again by a run.
    """
    try:
        check_wire(graph, kinds, wire.source, wire.socket)
    except WrongTrait as error:
        return say(error.message)
    except GraphError:
        return ""
    return ""
