"""Steps of undo as plain JSON data and back, so that a journal of them is a full history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.graph.document import Socket, Source
from app.graph.fields import Place, Record, read_object, read_pair, read_text_field
from app.graph.operations import (
    ATTRIBUTES,
    FRAMES,
    NODES,
    NOTES,
    ClearParameter,
    Operation,
    Put,
    PutGraph,
    SetAttribute,
    SetGraphField,
    SetParameter,
    SetWires,
)
from app.graph.phrases import Phrase, phrase_from_plain, phrase_to_plain
from app.graph.records import (
    exposed_from_plain,
    exposed_to_plain,
    frame_from_plain,
    frame_to_plain,
    graph_from_plain,
    graph_to_plain,
    node_from_plain,
    node_to_plain,
    note_from_plain,
    note_to_plain,
)
from app.graph.spec import Plain
from app.graph.undo import UndoStep

_JOURNAL = Place("the journal")

_ITEMS: Mapping[str, tuple[Callable[[Any], Record], Callable[[str, Plain, Place], Any]]] = {
    NODES: (node_to_plain, node_from_plain),
    FRAMES: (frame_to_plain, frame_from_plain),
    NOTES: (note_to_plain, note_from_plain),
}


def step_to_plain(step: UndoStep) -> Record:
    """A step as data that JSON can hold."""
    record: Record = {
        "name": phrase_to_plain(step.name),
        "states": [step.before, step.after],
        "forward": [to_plain(operation) for operation in step.forward],
        "backward": [to_plain(operation) for operation in step.backward],
    }
    return record if step.merge is None else {**record, "merge": step.merge}


def step_from_plain(value: Plain, place: Place = _JOURNAL) -> UndoStep:
    """A step out of a journal; raises WrongShape."""
    record = read_object(value, place)
    merge = record.get("merge")
    try:
        name = phrase_from_plain(record.get("name"))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise (place / "name").refusal(Phrase("text"), record.get("name")) from error
    match record.get("states"):
        case [int(before), int(after)]:
            pass
        case other:
            raise (place / "states").refusal(Phrase("a list of two whole numbers"), other)
    return UndoStep(
        name=name,
        forward=_operations(record, "forward", place),
        backward=_operations(record, "backward", place),
        merge=None if merge is None else read_text_field(record, "merge", place),
        before=before,
        after=after,
    )


def _operations(record: Record, name: str, place: Place) -> tuple[Operation, ...]:
    held, here = record.get(name), place / name
    if not isinstance(held, list):
        raise here.refusal(Phrase("a list"), held)
    return tuple(from_plain(operation, here / index) for index, operation in enumerate(held))


def to_plain(operation: Operation) -> Record:
    """An operation as data that JSON can hold."""
    match operation:
        case Put(graph, table, id, item):
            plain = None if item is None else _ITEMS[table][0](item)
            return {"do": "put", "graph": graph, "table": table, "id": id, "item": plain}
        case SetAttribute(graph, node, name, value):
            shown = list(value) if isinstance(value, tuple) else value
            return {"do": "attribute", "graph": graph, "node": node, "name": name, "value": shown}
        case SetParameter(graph, node, name, value):
            return {"do": "parameter", "graph": graph, "node": node, "name": name, "value": value}
        case ClearParameter(graph, node, name):
            return {"do": "clear", "graph": graph, "node": node, "name": name}
        case SetWires(graph, socket, sources):
            held = [list(source) for source in sources]
            return {"do": "wires", "graph": graph, "to": list(socket), "from": held}
        case SetGraphField(graph, field, value):
            shown = value if isinstance(value, str) else exposed_to_plain(value)
            return {"do": "field", "graph": graph, "name": field, "value": shown}
        case PutGraph(graph, content):
            plain = None if content is None else graph_to_plain(content)
            return {"do": "graph", "graph": graph, "content": plain}


def from_plain(value: Plain, place: Place = _JOURNAL) -> Operation:
    """An operation out of a journal; raises WrongShape."""
    record = read_object(value, place)
    read = _READERS.get(str(record.get("do")))
    if read is None:
        raise (place / "do").refusal("one of " + ", ".join(_READERS), record.get("do"))
    return read(record, read_text_field(record, "graph", place, None), place)


def _put(record: Record, graph: str, place: Place) -> Operation:
    table, id, item = (
        record.get("table"),
        read_text_field(record, "id", place, None),
        record.get("item"),
    )
    if not isinstance(table, str) or table not in _ITEMS:
        raise (place / "table").refusal("one of " + ", ".join(_ITEMS), table)
    read = _ITEMS[table][1]
    return Put(graph, table, id, None if item is None else read(id, item, place / "item"))


def _attribute(record: Record, graph: str, place: Place) -> Operation:
    name, node = (
        read_text_field(record, "name", place, None),
        read_text_field(record, "node", place, None),
    )
    if name not in ATTRIBUTES:
        raise (place / "name").refusal("one of " + ", ".join(sorted(ATTRIBUTES)), name)
    # A node that holds only this field is checked as any node of a file would be.
    trial = node_from_plain(node, {"type": "-", name: record.get("value")}, place)
    return SetAttribute(graph, node, name, getattr(trial, name))


def _parameter(record: Record, graph: str, place: Place) -> Operation:
    if "value" not in record:
        raise (place / "value").refusal("a value", None)
    node, name = (
        read_text_field(record, "node", place, None),
        read_text_field(record, "name", place, None),
    )
    return SetParameter(graph, node, name, record["value"])


def _clear(record: Record, graph: str, place: Place) -> Operation:
    return ClearParameter(
        graph,
        read_text_field(record, "node", place, None),
        read_text_field(record, "name", place, None),
    )


def _wires(record: Record, graph: str, place: Place) -> Operation:
    sources = record.get("from")
    if not isinstance(sources, list):
        raise (place / "from").refusal("a list", sources)
    held = tuple(Source(*read_pair(source, place / "from" / n)) for n, source in enumerate(sources))
    return SetWires(graph, Socket(*read_pair(record.get("to"), place / "to")), held)


def _field(record: Record, graph: str, place: Place) -> Operation:
    match record.get("name"):
        case "title":
            return SetGraphField(graph, "title", read_text_field(record, "value", place, None))
        case "exposed":
            held = exposed_from_plain(record.get("value"), place / "value")
            return SetGraphField(graph, "exposed", held)
    raise (place / "name").refusal("title or exposed", record.get("name"))


def _graph(record: Record, graph: str, place: Place) -> Operation:
    content = record.get("content")
    return PutGraph(graph, None if content is None else graph_from_plain(content, place))


_READERS: Mapping[str, Callable[[Record, str, Place], Operation]] = {
    "put": _put,
    "attribute": _attribute,
    "parameter": _parameter,
    "clear": _clear,
    "wires": _wires,
    "field": _field,
    "graph": _graph,
}
