"""What a document has to look at again once more is known of models."""

from __future__ import annotations

from app.graph.document import Snapshot
from app.graph.flow import carry_types
from app.graph.kinds import Kinds
from app.graph.subgraphs import DocumentKinds


def look_again(snapshot: Snapshot, kinds: Kinds) -> None:
    """Let the types that depend on models be worked out anew when they are asked for next."""
    if isinstance(kinds, DocumentKinds):
        kinds.forget_forms()
    for graph in snapshot.graphs.values():
        specs = {id: kinds.spec(node.type) for id, node in graph.nodes.items()}
        carry_types(graph, graph, [id for id, spec in specs.items() if spec and spec.models])
