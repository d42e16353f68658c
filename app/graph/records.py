"""Graphs as plain JSON data and back, checked field by field; unknown fields stay in ``extra``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from app.graph.document import (
    Exposed,
    Frame,
    Graph,
    Node,
    Note,
    Snapshot,
    Socket,
    Source,
    Wire,
)
from app.graph.fields import (
    Place,
    Record,
    numbers_to_plain,
    read_colour,
    read_flag,
    read_numbers,
    read_object,
    read_pair,
    read_rectangle,
    read_text_field,
    unknown_fields,
)
from app.graph.models import check_notes
from app.graph.naming import NO_PATH, PATH_MARK
from app.graph.phrases import Phrase
from app.graph.spec import Plain

T = TypeVar("T")

FLAGS = ("bypassed", "muted", "collapsed")
_NODE = frozenset(
    {"type", "schema", "title", "position", "colour", "parameters", "controls", *FLAGS}
)
_FRAME = frozenset({"title", "rectangle", "colour"})
_NOTE = frozenset({"text", "rectangle", "colour"})
_WIRE = frozenset({"from", "to"})
_EXPOSED = frozenset({"node", "parameter", "title"})
_GRAPH = frozenset({"nodes", "wires", "frames", "notes", "title", "exposed"})
_SNAPSHOT = frozenset({"format", "root", "graphs"})


def node_to_plain(node: Node) -> Record:
    """A node as in the file; fields that say nothing are left out, parameters never."""
    record: Record = {"type": node.type, "schema": node.schema}
    if node.title:
        record["title"] = node.title
    record["position"] = numbers_to_plain(node.position)
    if node.colour is not None:
        record["colour"] = node.colour
    record.update({flag: True for flag in FLAGS if getattr(node, flag)})
    if node.controls:
        record["controls"] = dict(sorted(node.controls.items()))
    record["parameters"] = dict(sorted(node.parameters.items()))
    return {**record, **node.extra}


def node_from_plain(id: str, value: Plain, place: Place) -> Node:
    """A node out of the file; raises WrongShape."""
    if PATH_MARK in id:
        raise place.refusal(NO_PATH, id)
    record = read_object(value, place)
    schema = record.get("schema", 1)
    if isinstance(schema, bool) or not isinstance(schema, int) or schema < 1:
        raise (place / "schema").refusal(Phrase("a whole number from 1"), schema)
    if not isinstance(record.get("type"), str) or not record["type"]:
        raise (place / "type").refusal(Phrase("the name of a kind of node"), record.get("type"))
    check_notes(record, place)
    return Node(
        id=id,
        type=record["type"],
        title=read_text_field(record, "title", place),
        schema=schema,
        parameters=read_object(record.get("parameters", {}), place / "parameters"),
        position=read_numbers(record.get("position", (0, 0)), 2, place / "position"),
        colour=read_colour(record, place),
        bypassed=read_flag(record, "bypassed", place),
        muted=read_flag(record, "muted", place),
        collapsed=read_flag(record, "collapsed", place),
        controls=_controls(record, place),
        extra=unknown_fields(record, _NODE),
    )


def _controls(record: Record, place: Place) -> dict[str, str]:
    here = place / "controls"
    held = read_object(record.get("controls", {}), here)
    return {name: read_text_field(held, name, here, None) for name in held}


def frame_to_plain(frame: Frame) -> Record:
    """A frame as in the file."""
    record: Record = {"title": frame.title, "rectangle": numbers_to_plain(frame.rectangle)}
    if frame.colour is not None:
        record["colour"] = frame.colour
    return {**record, **frame.extra}


def frame_from_plain(id: str, value: Plain, place: Place) -> Frame:
    """A frame out of the file; raises WrongShape."""
    record = read_object(value, place)
    return Frame(
        id=id,
        title=read_text_field(record, "title", place),
        rectangle=read_rectangle(record, Frame.rectangle, place),
        colour=read_colour(record, place),
        extra=unknown_fields(record, _FRAME),
    )


def note_to_plain(note: Note) -> Record:
    """A note as in the file."""
    record: Record = {"text": note.text, "rectangle": numbers_to_plain(note.rectangle)}
    if note.colour is not None:
        record["colour"] = note.colour
    return {**record, **note.extra}


def note_from_plain(id: str, value: Plain, place: Place) -> Note:
    """A note out of the file; raises WrongShape."""
    record = read_object(value, place)
    return Note(
        id=id,
        text=read_text_field(record, "text", place),
        rectangle=read_rectangle(record, Note.rectangle, place),
        colour=read_colour(record, place),
        extra=unknown_fields(record, _NOTE),
    )


def graph_to_plain(graph: Graph) -> Record:
    """A graph as in the file: everything sorted by id, wires by where they arrive."""
    named = {"title": graph.title} if graph.title else {}
    shown = {"exposed": exposed_to_plain(graph.exposed)} if graph.exposed else {}
    return {
        **named,
        "nodes": {id: node_to_plain(node) for id, node in sorted(graph.nodes.items())},
        "wires": wires_to_plain(graph),
        "frames": {id: frame_to_plain(frame) for id, frame in sorted(graph.frames.items())},
        "notes": {id: note_to_plain(note) for id, note in sorted(graph.notes.items())},
        **shown,
        **graph.extra,
    }


def graph_from_plain(value: Plain, place: Place) -> Graph:
    """A graph out of the file; raises WrongShape."""
    record = read_object(value, place)
    wires, wire_extra = _wires(record.get("wires", []), place / "wires")
    return Graph(
        nodes=_table(record, "nodes", node_from_plain, place),
        wires=wires,
        frames=_table(record, "frames", frame_from_plain, place),
        notes=_table(record, "notes", note_from_plain, place),
        title=read_text_field(record, "title", place),
        exposed=exposed_from_plain(record.get("exposed", []), place / "exposed"),
        extra=unknown_fields(record, _GRAPH),
        wire_extra=wire_extra,
    )


def exposed_to_plain(exposed: Iterable[Exposed]) -> list[Record]:
    """The exposed parameters as in the file, in their order."""
    return [
        {
            "node": item.node,
            "parameter": item.parameter,
            **({"title": item.title} if item.title else {}),
            **item.extra,
        }
        for item in exposed
    ]


def exposed_from_plain(value: Plain, place: Place) -> tuple[Exposed, ...]:
    """The exposed parameters out of the file; raises WrongShape."""
    if not isinstance(value, list):
        raise place.refusal(Phrase("a list"), value)
    return tuple(_exposed(item, place / index) for index, item in enumerate(value))


def _exposed(value: Plain, place: Place) -> Exposed:
    record = read_object(value, place)
    return Exposed(
        node=read_text_field(record, "node", place, None),
        parameter=read_text_field(record, "parameter", place, None),
        title=read_text_field(record, "title", place),
        extra=unknown_fields(record, _EXPOSED),
    )


def snapshot_from_plain(value: Plain, place: Place) -> Snapshot:
    """A document out of the file; raises WrongShape. The format number is not looked at."""
    record = read_object(value, place)
    here = place / "graphs"
    contents = read_object(record.get("graphs"), here)
    graphs = {id: graph_from_plain(graph, here / id) for id, graph in contents.items()}
    root = record.get("root")
    if not isinstance(root, str) or root not in graphs:
        raise (place / "root").refusal(Phrase("the name of one of the graphs in the file"), root)
    return Snapshot(graphs, root, unknown_fields(record, _SNAPSHOT))


def wires_to_plain(graph: Graph) -> list[Record]:
    """All wires, sorted by where they arrive; those of one socket in their order."""
    records: list[Record] = []
    for socket, sources in sorted(graph.wires.items()):
        # Equal wires into one socket are told apart by their number, for each may have fields that
        # this program does not know and has to keep.
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
        raise place.refusal(Phrase("a list"), value)
    arriving: dict[Socket, list[Source]] = {}
    extras: dict[Wire, Mapping[str, Plain]] = {}
    equal: Counter[tuple[Source, Socket]] = Counter()
    for index, item in enumerate(value):
        if not isinstance(item, dict):
            raise (place / index).refusal(Phrase("an object"), item)
        source = Source(*read_pair(item.get("from"), place / index / "from"))
        socket = Socket(*read_pair(item.get("to"), place / index / "to"))
        if len(item) > len(_WIRE):
            extras[Wire(source, socket, equal[source, socket])] = unknown_fields(item, _WIRE)
        equal[source, socket] += 1
        arriving.setdefault(socket, []).append(source)
    return {socket: tuple(sources) for socket, sources in arriving.items()}, extras


def _table(
    record: Record, name: str, read: Callable[[str, Plain, Place], T], place: Place
) -> dict[str, T]:
    here = place / name
    items = read_object(record.get(name, {}), here)
    if "" in items:
        raise here.refusal(Phrase("a table without empty ids"), "")
    return {id: read(id, item, here / id) for id, item in items.items()}
