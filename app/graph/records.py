"""Graphs as plain JSON data and back, checked field by field; unknown fields stay in ``extra``."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from app.graph.document import Frame, Graph, Node, Note, Snapshot, Socket, Source, Wire
from app.graph.errors import BadValue, WrongShape
from app.graph.spec import Plain

Record = dict[str, Plain]
T = TypeVar("T")

FLAGS = ("bypassed", "muted", "collapsed")
LARGEST_COORDINATE = 1e9
"""Canvas units; far beyond any graph, and still exact on a screen."""

_NODE = frozenset({"type", "schema", "title", "position", "colour", "parameters", *FLAGS})
_FRAME = frozenset({"title", "rectangle", "colour"})
_NOTE = frozenset({"text", "rectangle", "colour"})
_WIRE = frozenset({"from", "to"})
_GRAPH = frozenset({"nodes", "wires", "frames", "notes"})
_SNAPSHOT = frozenset({"format", "root", "graphs"})

_WORDS: Mapping[type, str] = {
    dict: "an object",
    list: "a list",
    str: "text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    type(None): "null",
}


@dataclass(frozen=True)
class Place:
    """Where in which file a value stands; only used for messages."""

    file: str
    path: tuple[str, ...] = ()

    def __truediv__(self, name: object) -> Place:
        return Place(self.file, (*self.path, str(name)))

    def refusal(self, expected: str, value: Plain) -> WrongShape:
        """The error that says what should stand here instead of ``value``."""
        where = ".".join(self.path) or "the whole text"
        found = _WORDS.get(type(value), "something else")
        if isinstance(value, bool | int | float | str):
            found = repr(value) if len(str(value)) <= 40 else found
        return WrongShape(file=self.file, where=where, expected=expected, found=found)


def node_to_plain(node: Node) -> Record:
    """A node as in the file; fields that say nothing are left out, parameters never."""
    record: Record = {"type": node.type, "schema": node.schema}
    if node.title:
        record["title"] = node.title
    record["position"] = _numbers_to_plain(node.position)
    if node.colour is not None:
        record["colour"] = node.colour
    record.update({flag: True for flag in FLAGS if getattr(node, flag)})
    record["parameters"] = dict(sorted(node.parameters.items()))
    return {**record, **node.extra}


def node_from_plain(id: str, value: Plain, place: Place) -> Node:
    """A node out of the file; raises WrongShape."""
    record = _object(value, place)
    schema = record.get("schema", 1)
    if isinstance(schema, bool) or not isinstance(schema, int) or schema < 1:
        raise (place / "schema").refusal("a whole number from 1", schema)
    if not isinstance(record.get("type"), str) or not record["type"]:
        raise (place / "type").refusal("the name of a kind of node", record.get("type"))
    return Node(
        id=id,
        type=record["type"],
        title=_text(record, "title", place),
        schema=schema,
        parameters=_object(record.get("parameters", {}), place / "parameters"),
        position=_numbers(record.get("position", (0, 0)), 2, place / "position"),
        colour=_colour(record, place),
        bypassed=_flag(record, "bypassed", place),
        muted=_flag(record, "muted", place),
        collapsed=_flag(record, "collapsed", place),
        extra=_rest(record, _NODE),
    )


def frame_to_plain(frame: Frame) -> Record:
    """A frame as in the file."""
    record: Record = {"title": frame.title, "rectangle": _numbers_to_plain(frame.rectangle)}
    if frame.colour is not None:
        record["colour"] = frame.colour
    return {**record, **frame.extra}


def frame_from_plain(id: str, value: Plain, place: Place) -> Frame:
    """A frame out of the file; raises WrongShape."""
    record = _object(value, place)
    return Frame(
        id=id,
        title=_text(record, "title", place),
        rectangle=_rectangle(record, Frame.rectangle, place),
        colour=_colour(record, place),
        extra=_rest(record, _FRAME),
    )


def note_to_plain(note: Note) -> Record:
    """A note as in the file."""
    record: Record = {"text": note.text, "rectangle": _numbers_to_plain(note.rectangle)}
    if note.colour is not None:
        record["colour"] = note.colour
    return {**record, **note.extra}


def note_from_plain(id: str, value: Plain, place: Place) -> Note:
    """A note out of the file; raises WrongShape."""
    record = _object(value, place)
    return Note(
        id=id,
        text=_text(record, "text", place),
        rectangle=_rectangle(record, Note.rectangle, place),
        colour=_colour(record, place),
        extra=_rest(record, _NOTE),
    )


def graph_to_plain(graph: Graph) -> Record:
    """A graph as in the file: everything sorted by id, wires by where they arrive."""
    return {
        "nodes": {id: node_to_plain(node) for id, node in sorted(graph.nodes.items())},
        "wires": wires_to_plain(graph),
        "frames": {id: frame_to_plain(frame) for id, frame in sorted(graph.frames.items())},
        "notes": {id: note_to_plain(note) for id, note in sorted(graph.notes.items())},
        **graph.extra,
    }


def graph_from_plain(value: Plain, place: Place) -> Graph:
    """A graph out of the file; raises WrongShape."""
    record = _object(value, place)
    wires, wire_extra = _wires(record.get("wires", []), place / "wires")
    return Graph(
        nodes=_table(record, "nodes", node_from_plain, place),
        wires=wires,
        frames=_table(record, "frames", frame_from_plain, place),
        notes=_table(record, "notes", note_from_plain, place),
        extra=_rest(record, _GRAPH),
        wire_extra=wire_extra,
    )


def snapshot_from_plain(value: Plain, place: Place) -> Snapshot:
    """A document out of the file; raises WrongShape. The format number is not looked at."""
    record = _object(value, place)
    here = place / "graphs"
    contents = _object(record.get("graphs"), here)
    graphs = {id: graph_from_plain(graph, here / id) for id, graph in contents.items()}
    root = record.get("root")
    if not isinstance(root, str) or root not in graphs:
        raise (place / "root").refusal("the name of one of the graphs in the file", root)
    return Snapshot(graphs, root, _rest(record, _SNAPSHOT))


def wires_to_plain(graph: Graph) -> list[Record]:
    """All wires, sorted by where they arrive; those of one socket in their order."""
    records: list[Record] = []
    for socket, sources in sorted(graph.wires.items()):
        seen: dict[Source, int] = {}
        for source in sources:
            extra = graph.wire_extra.get(Wire(source, socket, seen.get(source, 0)), {})
            seen[source] = seen.get(source, 0) + 1
            records.append({"from": list(source), "to": list(socket), **extra})
    return records


def _wires(
    value: Plain, place: Place
) -> tuple[dict[Socket, tuple[Source, ...]], dict[Wire, Mapping[str, Plain]]]:
    if not isinstance(value, list):
        raise place.refusal("a list", value)
    arriving: dict[Socket, list[Source]] = {}
    extras: dict[Wire, Mapping[str, Plain]] = {}
    for index, item in enumerate(value):
        if not isinstance(item, dict):
            raise (place / index).refusal("an object", item)
        source = Source(*pair(item.get("from"), place / index / "from"))
        socket = Socket(*pair(item.get("to"), place / index / "to"))
        sources = arriving.setdefault(socket, [])
        if len(item) > len(_WIRE):
            extras[Wire(source, socket, sources.count(source))] = _rest(item, _WIRE)
        sources.append(source)
    return {socket: tuple(sources) for socket, sources in arriving.items()}, extras


def pair(value: Plain, place: Place) -> tuple[str, str]:
    """A node id and the name of its socket or output; raises WrongShape."""
    match value:
        case [str(node), str(name)]:
            return node, name
    raise place.refusal("a list of a node's id and a socket's name", value)


def _table(
    record: Record, name: str, read: Callable[[str, Plain, Place], T], place: Place
) -> dict[str, T]:
    here = place / name
    items = _object(record.get(name, {}), here)
    if "" in items:
        raise here.refusal("a table without empty ids", "")
    return {id: read(id, item, here / id) for id, item in items.items()}


def _object(value: Plain, place: Place) -> Record:
    if not isinstance(value, dict):
        raise place.refusal("an object", value)
    return value


def _rest(record: Record, known: frozenset[str]) -> Record:
    return {name: value for name, value in record.items() if name not in known}


def _text(record: Record, name: str, place: Place) -> str:
    value = record.get(name, "")
    if not isinstance(value, str):
        raise (place / name).refusal("text", value)
    return value


def _flag(record: Record, name: str, place: Place) -> bool:
    value = record.get(name, False)
    if not isinstance(value, bool):
        raise (place / name).refusal("true or false", value)
    return value


def _colour(record: Record, place: Place) -> str | None:
    value = record.get("colour")
    if value is not None and not isinstance(value, str):
        raise (place / "colour").refusal("a colour such as #7aa2ff, or null", value)
    return value


def _rectangle(
    record: Record, default: tuple[float, float, float, float], place: Place
) -> tuple[float, float, float, float]:
    x, y, width, height = _numbers(record.get("rectangle", default), 4, place / "rectangle")
    return x, y, width, height


def coordinates(values: Iterable[float]) -> Any:
    """Coordinates on the canvas as floats; raises BadValue for what is no place on it."""
    numbers = tuple(map(float, values))
    if not all(-LARGEST_COORDINATE <= n <= LARGEST_COORDINATE for n in numbers):
        expected = f"numbers of at most {LARGEST_COORDINATE:g}"
        raise BadValue(parameter="The position", expected=expected, value=str(numbers))
    return numbers


def _numbers(value: Plain, count: int, place: Place) -> Any:
    """A tuple of ``count`` coordinates."""
    if (
        isinstance(value, list | tuple)
        and len(value) == count
        and all(isinstance(n, int | float) and not isinstance(n, bool) for n in value)
        and all(-LARGEST_COORDINATE <= n <= LARGEST_COORDINATE for n in value)
    ):
        return tuple(map(float, value))
    raise place.refusal(f"a list of {count} numbers of at most {LARGEST_COORDINATE:g}", value)


def _numbers_to_plain(values: Iterable[float]) -> list[float]:
    """Whole numbers without their ``.0``, which would only be noise in the file."""
    return [int(n) if math.isfinite(n) and n == int(n) else n for n in values]
