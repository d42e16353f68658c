"""Documents with subgraphs, for tests."""

from __future__ import annotations

from collections.abc import Sequence

from app.graph import edits
from app.graph.document import ROOT, Snapshot
from app.graph.interface import instances
from app.graph.spec import NodeSpec
from app.graph.subgraphs import within
from tests.graph.strategies import after
from tests.graph.toys import KINDS


def grouped(snapshot: Snapshot, *ids: str, title: str = "Part", into: str = ROOT) -> Snapshot:
    """The document with nodes put into a subgraph."""
    return after(snapshot, edits.make_subgraph(snapshot, KINDS, ids, title, graph_id=into))


def only(snapshot: Snapshot, here: str = ROOT) -> tuple[str, str]:
    """The only instance in a graph, and its definition."""
    (found,) = instances(snapshot.graphs[here]).items()
    return found


def spec_of(snapshot: Snapshot, id: str, here: str = ROOT) -> NodeSpec:
    """The declaration of a node in the document."""
    spec = within(KINDS, snapshot).spec(snapshot.graphs[here].nodes[id].type)
    assert spec is not None
    return spec


def names(items: Sequence[object]) -> list[str]:
    return [item.name for item in items]  # type: ignore[attr-defined]
