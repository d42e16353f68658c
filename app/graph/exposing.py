"""Edits of what a graph shows outside: the panel view of the root, the parameters of instances."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from app.graph.boxes import graph_of
from app.graph.changes import Change
from app.graph.document import Exposed, Graph, Snapshot
from app.graph.errors import UnknownSocket
from app.graph.following import follow_inputs
from app.graph.interface import INPUT, ends
from app.graph.kinds import Kinds
from app.graph.naming import free_name, title_of
from app.graph.operations import Operation, SetGraphField
from app.graph.phrases import Phrase
from app.graph.rules import known_spec
from app.graph.subgraphs import within

Place = tuple[str, str]
"""A node's id and the name of its parameter."""


def expose(
    snapshot: Snapshot,
    kinds: Kinds,
    node: str,
    parameter: str,
    title: str = "",
    *,
    graph_id: str | None = None,
) -> Change:
    """Show a parameter outside, behind those that are shown already, or give it another title.

    A name that another exposed parameter has gets a number. Raises UnknownNode, UnknownKind or
    UnknownSocket.
    """
    graph, here = graph_of(snapshot, graph_id)
    kinds = within(kinds, snapshot)
    if parameter not in known_spec(graph, kinds, node).parameters_by_name:
        raise UnknownSocket(
            node=title_of(graph, kinds, node), role=Phrase("parameter"), name=parameter
        )
    held = next((item for item in graph.exposed if _place(item) == (node, parameter)), None)
    others = {item.name for item in graph.exposed if item is not held}
    name = free_name(title or parameter, {*others, *ends(graph, INPUT)})
    shown = "" if name == parameter else name
    if held is None:
        exposed = (*graph.exposed, Exposed(node, parameter, shown))
    else:
        titled = replace(held, title=shown)
        exposed = tuple(titled if item is held else item for item in graph.exposed)
    change = _change(
        Phrase("Expose {parameter}", parameter=Phrase(parameter)), graph, here, exposed
    )
    if held is None or held.name == name:
        return change
    return _with_instances(snapshot, here, change, {held.name: name})


def unexpose(
    snapshot: Snapshot, node: str, parameter: str, *, graph_id: str | None = None
) -> Change:
    """Show a parameter outside no more; nothing happens where it was not shown."""
    graph, here = graph_of(snapshot, graph_id)
    exposed = tuple(item for item in graph.exposed if _place(item) != (node, parameter))
    name = Phrase("Stop exposing {parameter}", parameter=Phrase(parameter))
    change = _change(name, graph, here, exposed)
    gone = {item.name: None for item in graph.exposed if item not in exposed}
    return _with_instances(snapshot, here, change, gone)


def order_exposed(
    snapshot: Snapshot, places: Sequence[Place], *, graph_id: str | None = None
) -> Change:
    """Show the parameters named by ``places`` first, in that order, and the others behind them."""
    graph, here = graph_of(snapshot, graph_id)
    rank = {place: index for index, place in enumerate(places)}
    exposed = sorted(graph.exposed, key=lambda item: rank.get(_place(item), len(rank)))
    return _change(Phrase("Order exposed parameters"), graph, here, tuple(exposed))


def set_graph_title(snapshot: Snapshot, title: str, *, graph_id: str | None = None) -> Change:
    """Name a definition; its instances without a title of their own are called so, too."""
    graph, here = graph_of(snapshot, graph_id)
    if graph.title == title:
        return Change("Rename")
    return Change("Rename", (SetGraphField(here, "title", title),), merge=f"title/{here}")


def hidden(graph: Graph, here: str, gone: Container[str]) -> Iterable[Operation]:
    """What stops exposing parameters of nodes that go away."""
    kept = tuple(item for item in graph.exposed if item.node not in gone)
    return (SetGraphField(here, "exposed", kept),) if kept != graph.exposed else ()


def _with_instances(
    snapshot: Snapshot, here: str, change: Change, names: Mapping[str, str | None]
) -> Change:
    """The change, with what it means for the instances of the definition ``here``."""
    following = follow_inputs(snapshot, here, names)
    return replace(change, operations=(*change.operations, *following))


def _place(item: Exposed) -> Place:
    return item.node, item.parameter


def _change(name: str, graph: Graph, here: str, exposed: tuple[Exposed, ...]) -> Change:
    same = exposed == graph.exposed
    return Change(name, () if same else (SetGraphField(here, "exposed", exposed),))
