"""The graph that the canvas edits: where its changes go, and what happens when one is refused."""

from __future__ import annotations

from collections.abc import Callable

from app.graph.changes import Change
from app.graph.document import Graph, Snapshot
from app.graph.editor import Document
from app.graph.errors import GraphError
from app.graph.kinds import Kinds
from app.graph.operations import Put
from app.ui.words import say


class EditedGraph:
    """One graph of a document; a refusal becomes a sentence, and nothing is changed.

    ``graph_id`` says which graph of the document it is; None stands for the root.
    """

    def __init__(self, document: Document, kinds: Kinds, refuse: Callable[[str], None]) -> None:
        self.document = document
        self.kinds = kinds
        self.graph_id: str | None = None
        self.refuse = refuse

    @property
    def snapshot(self) -> Snapshot:
        """The document as it is now."""
        return self.document.snapshot

    @property
    def graph(self) -> Graph:
        """The graph that is edited."""
        return self.snapshot.graphs[self.graph_id] if self.graph_id else self.snapshot.main

    def do(self, make: Callable[[], Change]) -> Change | None:
        """Make a change and apply it, or say why it cannot be."""
        try:
            change = make()
            self.document.apply(change)
        except GraphError as error:
            self.refuse(say(error.message))
            return None
        return change

    def do_together(self, name: str, make: Callable[[], object]) -> bool:
        """Make several changes as one step; none where one is refused. Says whether it worked."""
        try:
            with self.document.group(name):
                make()
        except GraphError as error:
            self.refuse(say(error.message))
            return False
        return True


def added(change: Change | None) -> tuple[str, ...]:
    """Ids of the nodes, frames and notes that a change puts into a graph."""
    operations = change.operations if change else ()
    return tuple(o.id for o in operations if isinstance(o, Put) and o.item is not None)
