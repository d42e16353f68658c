"""The change that writes into a frame or a note."""

from __future__ import annotations

from dataclasses import replace

from app.graph import edits
from app.graph.changes import Change
from app.graph.document import Graph, Snapshot


def written(snapshot: Snapshot, graph: Graph, id: str, text: str, graph_id: str | None) -> Change:
    """Give a frame another title, or a note another text; typing on is the same step."""
    if id in graph.frames:
        change = edits.put_frame(snapshot, replace(graph.frames[id], title=text), graph_id=graph_id)
    else:
        change = edits.put_note(snapshot, replace(graph.notes[id], text=text), graph_id=graph_id)
    return replace(change, merge=f"text/{graph_id}/{id}")
