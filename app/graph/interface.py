"""The kinds of nodes that belong to a document itself: dots, and the two ends of a subgraph.

A definition is a graph of the document. Every ``loom.SubgraphInput`` in it is an input of its
instances, every ``loom.SubgraphOutput`` an output; an instance is a node of the kind
``subgraph:<id of the graph>``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from app.graph.document import Graph, Node
from app.graph.naming import free_name
from app.graph.spec import NodeSpec, OutputSpec, ParameterKind, ParameterSpec, SocketSpec
from app.graph.types import ValueType

DOT = "loom.Dot"
INPUT = "loom.SubgraphInput"
OUTPUT = "loom.SubgraphOutput"
ENDS = (INPUT, OUTPUT)
VALUE = "value"
"""The one socket of all these kinds."""

NAME, TIP, PLACE = "name", "tip", "place"
"""Parameters of the ends: what the socket is called and tells, and where it stands."""

_INSTANCE = "subgraph:"
_MEMO = "instances"
_ANY_ONE = ValueType("~T")
_CATEGORY = "Graph"

_END_PARAMETERS = (
    ParameterSpec(
        NAME,
        ParameterKind.TEXT,
        "",
        "What the socket of the subgraph is called.",
        takes_wire=False,
    ),
    ParameterSpec(
        TIP,
        ParameterKind.TEXT,
        "",
        "What the socket says about itself.",
        advanced=True,
        takes_wire=False,
    ),
    ParameterSpec(
        PLACE,
        ParameterKind.INTEGER,
        0,
        "Where the socket stands among the others: lower numbers come first.",
        advanced=True,
        takes_wire=False,
    ),
)

OWN_SPECS = (
    NodeSpec(
        DOT,
        "Dot",
        _CATEGORY,
        "A point that a wire is led through. It changes nothing.",
        inputs=(SocketSpec(VALUE, _ANY_ONE, "What is led through.", required=False),),
        outputs=(OutputSpec(VALUE, _ANY_ONE, "The same, unchanged.", passes=VALUE),),
        aliases=("reroute",),
    ),
    NodeSpec(
        INPUT,
        "Subgraph Input",
        _CATEGORY,
        "An input of this subgraph: what is wired to the subgraph's node arrives here.",
        parameters=_END_PARAMETERS,
        outputs=(OutputSpec(VALUE, _ANY_ONE, "What arrives from outside."),),
        aliases=("group input",),
    ),
    NodeSpec(
        OUTPUT,
        "Subgraph Output",
        _CATEGORY,
        "An output of this subgraph: what is wired to this leaves the subgraph's node.",
        inputs=(SocketSpec(VALUE, _ANY_ONE, "What leaves to the outside.", required=False),),
        parameters=_END_PARAMETERS,
        aliases=("group output",),
    ),
)
"""What every document knows, whichever node packs are installed."""


def instance_type(graph_id: str) -> str:
    """The kind of the nodes that stand for a definition."""
    return _INSTANCE + graph_id


def definition_of(type: str) -> str | None:
    """The id of the definition that a kind of node stands for; None for all other kinds."""
    return type[len(_INSTANCE) :] if type.startswith(_INSTANCE) else None


def instances(graph: Graph) -> Mapping[str, str]:
    """Ids of the nodes of a graph that stand for subgraphs -> ids of their definitions."""
    known = graph.memo.get(_MEMO)
    if known is None:
        found = ((node.id, definition_of(node.type)) for node in graph.nodes.values())
        known = graph.memo[_MEMO] = {id: held for id, held in found if held is not None}
    return cast("Mapping[str, str]", known)


def carry_instances(before: Graph, after: Graph, put: Iterable[str]) -> None:
    """Hand on what is known of ``before`` to ``after``, which differs in the nodes ``put``."""
    known = before.memo.get(_MEMO)
    if known is None:
        return
    fresh = dict(known)
    for id in put:
        fresh.pop(id, None)
        held = definition_of(after.nodes[id].type) if id in after.nodes else None
        if held is not None:
            fresh[id] = held
    after.memo[_MEMO] = fresh if fresh != known else known


def ends(graph: Graph, kind: str) -> Mapping[str, Node]:
    """The inputs (or outputs) of a definition by name, in their order.

    Names that a file holds twice, or that are empty, are told apart by numbers.
    """
    known: dict[str, Node] | None = graph.memo.get(kind)
    if known is None:
        known = graph.memo[kind] = {}
        nodes = (node for node in graph.nodes.values() if node.type == kind)
        for node in sorted(nodes, key=_rank):
            known[free_name(end_name(node), known)] = node
    return known


def end_name(node: Node) -> str:
    """What an end is called, apart from others of the same name."""
    return str(node.parameters.get(NAME) or VALUE)


def _rank(node: Node) -> tuple[float, str]:
    place = node.parameters.get(PLACE, 0)
    return (place if isinstance(place, int | float) else 0, node.id)
