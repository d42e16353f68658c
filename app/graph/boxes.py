"""Edits of where things lie and how they look: positions, colours, frames and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.graph.changes import Change
from app.graph.document import Frame, Graph, Note, Snapshot
from app.graph.errors import BadValue, UnknownNode
from app.graph.fields import coordinates
from app.graph.operations import FRAMES, NOTES, Operation, Put, SetAttribute
from app.graph.phrases import Phrase


def move_nodes(
    snapshot: Snapshot,
    positions: Mapping[str, tuple[float, float]],
    *,
    graph_id: str | None = None,
) -> Change:
    """Move nodes, and frames and notes too, to new positions of their upper left corners.

    Raises UnknownNode, or BadValue for a position that is no place on a canvas.
    """
    graph, here = graph_of(snapshot, graph_id)
    operations: list[Operation] = []
    for id, position in positions.items():
        x, y = coordinates(position)
        if id in graph.nodes:
            if graph.nodes[id].position != (x, y):
                operations.append(SetAttribute(here, id, "position", (x, y)))
        else:
            table, box = _box(graph, id)
            if box.rectangle[:2] != (x, y):
                moved = replace(box, rectangle=(x, y, *box.rectangle[2:]))
                operations.append(Put(here, table, id, moved))
    return Change("Move", tuple(operations))


def set_colour(
    snapshot: Snapshot,
    ids: Iterable[str],
    colour: str | None,
    *,
    graph_id: str | None = None,
) -> Change:
    """Colour nodes, frames and notes as #rrggbb; None brings the usual colour back.

    Raises UnknownNode, or BadValue for what is no colour.
    """
    if colour is not None and not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        expected = Phrase("like #7aa2ff")
        raise BadValue(parameter=Phrase("The colour"), expected=expected, value=repr(colour))
    graph, here = graph_of(snapshot, graph_id)
    operations: list[Operation] = []
    for id in dict.fromkeys(ids):
        if id in graph.nodes:
            if graph.nodes[id].colour != colour:
                operations.append(SetAttribute(here, id, "colour", colour))
        else:
            table, box = _box(graph, id)
            operations.append(Put(here, table, id, replace(box, colour=colour)))
    return Change("Colour", tuple(operations))


def put_frame(snapshot: Snapshot, frame: Frame, *, graph_id: str | None = None) -> Change:
    """Add a frame, or change the one with its id; typing a title is one undo step."""
    graph, here = graph_of(snapshot, graph_id)
    held = graph.frames.get(frame.id)
    typed = held is not None and replace(held, title=frame.title) == frame
    coordinates(frame.rectangle)
    return Change(
        "Change frame" if held else "Add frame",
        (Put(here, FRAMES, frame.id, frame),) if frame != held else (),
        merge=f"frame/{here}/{frame.id}" if typed else None,
    )


def remove_frames(snapshot: Snapshot, ids: Iterable[str], *, graph_id: str | None = None) -> Change:
    """Remove frames; the nodes in them stay."""
    graph, here = graph_of(snapshot, graph_id)
    gone = [id for id in dict.fromkeys(ids) if id in graph.frames]
    return Change("Delete frame", tuple(Put(here, FRAMES, id, None) for id in gone))


def put_note(snapshot: Snapshot, note: Note, *, graph_id: str | None = None) -> Change:
    """Add a note, or change the one with its id; typing its text is one undo step."""
    graph, here = graph_of(snapshot, graph_id)
    held = graph.notes.get(note.id)
    typed = held is not None and replace(held, text=note.text) == note
    coordinates(note.rectangle)
    return Change(
        "Change note" if held else "Add note",
        (Put(here, NOTES, note.id, note),) if note != held else (),
        merge=f"note/{here}/{note.id}" if typed else None,
    )


def remove_notes(snapshot: Snapshot, ids: Iterable[str], *, graph_id: str | None = None) -> Change:
    """Remove notes."""
    graph, here = graph_of(snapshot, graph_id)
    gone = [id for id in dict.fromkeys(ids) if id in graph.notes]
    return Change("Delete note", tuple(Put(here, NOTES, id, None) for id in gone))


def graph_of(snapshot: Snapshot, graph_id: str | None) -> tuple[Graph, str]:
    """The graph that is edited (None is the root), and its id; raises UnknownNode."""
    id = snapshot.root if graph_id is None else graph_id
    if id not in snapshot.graphs:
        raise UnknownNode(node=id)
    return snapshot.graphs[id], id


def _box(graph: Graph, id: str) -> tuple[str, Frame | Note]:
    if id in graph.frames:
        return FRAMES, graph.frames[id]
    if id in graph.notes:
        return NOTES, graph.notes[id]
    raise UnknownNode(node=id)
