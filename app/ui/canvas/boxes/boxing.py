"""What the user means by a gesture on frames and notes, made into changes of the document."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from app.graph import edits
from app.graph.document import Frame, Note
from app.ui.canvas.edited import EditedGraph, added

Rectangle = tuple[float, float, float, float]
"""x, y, width and height on the canvas."""


class Boxing:
    """Turns intents into changes of frames and notes, and of colours."""

    def __init__(self, edited: EditedGraph) -> None:
        self._edited = edited

    def add_frame(self, rectangle: Rectangle, title: str) -> str | None:
        """Add a frame; answers its id."""
        frame = Frame(self._fresh("frame"), title, rectangle)
        return self._put(frame)

    def add_note(self, rectangle: Rectangle) -> str | None:
        """Add an empty note; answers its id."""
        return self._put(Note(self._fresh("note"), "", rectangle))

    def _fresh(self, stem: str) -> str:
        """An id that nothing in the graph has."""
        graph = self._edited.graph
        return edits.new_id(stem, {*graph.nodes, *graph.frames, *graph.notes})

    def _put(self, box: Frame | Note) -> str | None:
        """Add a box, or change it, as a step of its own."""
        edited = self._edited
        if isinstance(box, Frame):
            change = edits.put_frame(edited.snapshot, box, graph_id=edited.graph_id)
        else:
            change = edits.put_note(edited.snapshot, box, graph_id=edited.graph_id)
        done = edited.do(lambda: replace(change, merge=None))
        return next(iter(added(done)), None)

    def held(self, key: str) -> Frame | Note | None:
        """The frame or note called ``key``."""
        graph = self._edited.graph
        return graph.frames.get(key) or graph.notes.get(key)

    def resize(self, key: str, rectangle: Rectangle) -> None:
        """Give a box another rectangle."""
        box = self.held(key)
        if box is not None:
            self._put(replace(box, rectangle=rectangle))

    def write(self, key: str, text: str) -> None:
        """Give a frame another title, or a note another text."""
        box = self.held(key)
        if isinstance(box, Frame):
            self._put(replace(box, title=text.strip()))
        elif box is not None:
            self._put(replace(box, text=text))

    def colour(self, ids: Collection[str], colour: str | None) -> None:
        """Colour nodes, frames and notes; None brings the usual colour back."""
        edited = self._edited
        if ids:
            here = edited.graph_id
            edited.do(lambda: edits.set_colour(edited.snapshot, ids, colour, graph_id=here))
