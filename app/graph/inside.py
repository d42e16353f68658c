"""Setting a value of one node by its address, also inside subgraphs that others share."""

from __future__ import annotations

from app.graph.definitions import exposed_names
from app.graph.document import Node, Snapshot, Socket
from app.graph.edits import set_parameter
from app.graph.errors import UnknownNode
from app.graph.interface import definition_of
from app.graph.kinds import Kinds
from app.graph.operations import Operation, SetWires, apply_all
from app.graph.spec import Plain
from app.graph.subgraphs import within
from app.graph.ungrouping import copy_definition, uses


def node_at(snapshot: Snapshot, address: str) -> Node:
    """The node at the end of a path of ids; raises UnknownNode."""
    here, way, node = snapshot.root, *_way_to(snapshot, address)
    for step in way:
        here = _definition(snapshot, here, step)
    found = snapshot.graphs[here].nodes.get(node)
    if found is None:
        raise UnknownNode(node=address)
    return found


def with_value(snapshot: Snapshot, kinds: Kinds, address: str, name: str, value: Plain) -> Snapshot:
    """The document in which one parameter of one node holds ``value`` in place of a wire.

    ``address`` is the path of ids. Other instances of the subgraphs on the way stay as they are: an
    exposed parameter is set on the instance, and a definition that others share is copied first.
    Raises what ``set_parameter`` does.
    """
    return apply_all(snapshot, setting(snapshot, kinds, address, name, value))[0]


def setting(
    snapshot: Snapshot, kinds: Kinds, address: str, name: str, value: Plain
) -> tuple[Operation, ...]:
    """What makes the document one in which that parameter holds ``value``; see ``with_value``."""
    way, node = _way_to(snapshot, address)
    copied: tuple[Operation, ...] = ()
    graphs = [snapshot.root]
    for step in way:
        graphs.append(_definition(snapshot, graphs[-1], step))
    while way and (outer := _outside(snapshot, kinds, graphs[-1], (node, name))):
        name, node = outer, way.pop()
        graphs.pop()
    here = snapshot.root
    for step in way:
        if uses(snapshot, _definition(snapshot, here, step)) > 1:
            change = copy_definition(snapshot, step, graph_id=here)
            snapshot, _ = apply_all(snapshot, change.operations)
            copied += change.operations
        here = _definition(snapshot, here, step)
    change = set_parameter(snapshot, kinds, node, name, value, graph_id=here)
    unplug = SetWires(here, Socket(node, name), ())
    return (*copied, *change.operations, unplug)


def _way_to(snapshot: Snapshot, address: str) -> tuple[list[str], str]:
    """The instances to go through, and the node itself; the id of a node may hold a stroke."""
    if address in snapshot.main.nodes:
        return [], address
    *way, node = address.split("/")
    return way, node


def _definition(snapshot: Snapshot, here: str, instance: str) -> str:
    node = snapshot.graphs[here].nodes.get(instance)
    found = definition_of(node.type) if node else None
    if found not in snapshot.graphs:
        raise UnknownNode(node=instance)
    return found or ""


def _outside(snapshot: Snapshot, kinds: Kinds, here: str, place: tuple[str, str]) -> str | None:
    """What an inner parameter is called on the instances; None where it is not exposed."""
    names = exposed_names(snapshot.graphs[here], within(kinds, snapshot))
    return next((name for name, held in names.items() if held == place), None)
