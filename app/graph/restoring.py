"""Another version of a document in the place of this one, as a change that can be taken back."""

from __future__ import annotations

from app.graph.changes import Change
from app.graph.document import Snapshot
from app.graph.operations import Operation, PutGraph


def bring_back(now: Snapshot, other: Snapshot, name: str) -> Change | None:
    """The change that makes ``now`` the ``other`` version of it, as one step of undo.

    None where no change can do that: what is not in a graph, such as fields of a newer program,
    stays as long as the document is open.
    """
    if now.root != other.root or now.extra != other.extra:
        return None
    operations: list[Operation] = [
        PutGraph(id, graph) for id, graph in other.graphs.items() if now.graphs.get(id) != graph
    ]
    operations += [PutGraph(id, None) for id in now.graphs if id not in other.graphs]
    return Change(name, tuple(operations))
