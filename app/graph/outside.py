"""Which places outside the program's own folders a graph names, told without looking at any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import PurePosixPath, PureWindowsPath

from app.graph.changes import Change
from app.graph.document import Graph, Node, Snapshot, Socket
from app.graph.kinds import Kinds
from app.graph.naming import title_of
from app.graph.operations import Put, PutGraph, SetParameter, SetWires
from app.graph.spec import ParameterKind, ParameterSpec, Plain
from app.graph.subgraphs import within

PLACES = frozenset({ParameterKind.FILE, ParameterKind.FOLDER, ParameterKind.MODEL})
"""Kinds of parameters whose value says where something lies."""

_ADDING, _PASTING = "Add ", "Paste"


@dataclass(frozen=True)
class OutsidePlace:
    """A place that the node called ``title`` is to read; ``parameter`` says where it stands.

    ``text`` is what the parameter holds. Where a wire feeds it, nobody can tell before a run what
    comes: ``text`` is then the hash of all values in the document, from which it is worked out.
    """

    socket: tuple[str, str, str]
    title: str
    text: str
    is_wired: bool = False


def leads_outside(value: Plain) -> bool:
    """Whether a text names a place that does not lie below the folder it is read from.

    Absolute paths of all systems do, those of drives and of other computers, the folders of users,
    and whatever goes up on the way. ``resources:`` is such a folder, too, and can be left as well.
    """
    if not isinstance(value, str) or not value.strip():
        return False
    text = value.strip().removeprefix("resources:")
    windows, posix = PureWindowsPath(text), PurePosixPath(text)
    goes_up = ".." in windows.parts or ".." in posix.parts
    rooted = bool(windows.drive or windows.root) or posix.is_absolute() or text.startswith("~")
    return rooted or goes_up


def outside_places(snapshot: Snapshot, kinds: Kinds) -> tuple[OutsidePlace, ...]:
    """All such places in a document, also inside subgraphs. Asked for after every edit."""
    known = within(kinds, snapshot)
    # Most nodes name no place: what a kind has is looked up once for all of its nodes.
    parameters = cache(lambda type: _place_parameters(known, type))
    places = tuple(
        place
        for id, graph in snapshot.graphs.items()
        for node in graph.nodes.values()
        for parameter in parameters(node.type)
        if (place := _place(id, graph, node, parameter, known)) is not None
    )
    if not any(place.is_wired for place in places):
        return places
    content = _content(snapshot)
    return tuple(replace(each, text=content) if each.is_wired else each for each in places)


def _place_parameters(kinds: Kinds, type: str) -> tuple[ParameterSpec, ...]:
    """The parameters of a kind that say where something lies."""
    spec = kinds.spec(type)
    return () if spec is None else tuple(each for each in spec.parameters if each.kind in PLACES)


def _place(
    id: str, graph: Graph, node: Node, parameter: ParameterSpec, kinds: Kinds
) -> OutsidePlace | None:
    """The place outside that a parameter of a node names; a wired one still without its text."""
    value = node.parameters.get(parameter.name, parameter.default)
    is_wired = bool(graph.wires.get(Socket(node.id, parameter.name)))
    if not is_wired and not leads_outside(value):
        return None
    socket, title = (id, node.id, parameter.name), title_of(graph, kinds, node.id)
    return OutsidePlace(socket, title, "" if is_wired else str(value).strip(), is_wired)


def _content(snapshot: Snapshot) -> str:
    """The hash of all that a text in a document can be worked out from."""
    held = [
        (id, node.id, node.type, sorted(node.parameters.items()))
        for id, graph in snapshot.graphs.items()
        for node in graph.nodes.values()
    ]
    wires = [sorted(graph.wires.items()) for graph in snapshot.graphs.values()]
    return sha256(repr((sorted(held, key=repr), wires)).encode("utf-8", "replace")).hexdigest()


def pasted_wires(change: Change) -> Iterator[tuple[str, str, str]]:
    """The sockets that pasted text wired: who pastes need not have seen what the wires bring."""
    if change.travels or change.name != _PASTING:
        return
    for operation in change.operations:
        if isinstance(operation, SetWires):
            yield (operation.graph, *operation.socket)
        if isinstance(operation, PutGraph) and operation.content is not None:
            yield from ((operation.graph, *socket) for socket in operation.content.wires)


def chosen_in(change: Change) -> Iterator[str]:
    """The places outside that the user himself chose with a change.

    What he pastes or takes back he may never have seen.
    """
    if change.travels or change.name == _PASTING:
        return
    for operation in change.operations:
        if isinstance(operation, SetParameter) and leads_outside(operation.value):
            yield str(operation.value).strip()
        if isinstance(operation, Put) and isinstance(operation.item, Node):
            held = operation.item.parameters.values()
            chosen = held if change.name.startswith(_ADDING) else ()
            yield from (str(value).strip() for value in chosen if leads_outside(value))
