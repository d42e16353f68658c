"""Which graph of a document the canvas shows: the root, or the inside of an instance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.graph.changes import Change
from app.graph.document import Graph, Snapshot
from app.graph.editor import Document
from app.graph.interface import definition_of, instances
from app.graph.kinds import Kinds
from app.graph.naming import title_of
from app.graph.subgraphs import DocumentKinds
from app.graph.ungrouping import uses
from app.ui.canvas.breadcrumb import Breadcrumb
from app.ui.canvas.inner_states import InnerStates
from app.ui.canvas.look import Look
from app.ui.canvas.shown import ShownGraph

Path = tuple[str, ...]
"""Ids of instances, from the root inwards."""


class OpenedGraph(ShownGraph):
    """Shows one graph of a document, and remembers for each how it was seen."""

    path_changed = Signal(tuple)

    def __init__(self, document: Document, kinds: Kinds, parent: QWidget | None = None) -> None:
        self.document = document
        self.kinds = of_document(kinds, document)
        super().__init__(self.kinds, parent)
        self.path: Path = ()
        self._views: dict[Path, tuple[QPointF, float] | None] = {}
        self._states = InnerStates()
        self.breadcrumb = Breadcrumb(self)
        self.breadcrumb.title.left.connect(self.setFocus)
        self.breadcrumb.chosen.connect(lambda depth: self.go_to(self.path[:depth]))
        layout = self.layout()
        if layout is not None:
            layout.removeWidget(self.viewer)
            layout.addWidget(self.breadcrumb)
            layout.addWidget(self.viewer)

    # --- where one is

    @property
    def graph_id(self) -> str:
        """Which graph of the document is shown."""
        return graph_ids(self.document.snapshot, self.path)[-1]

    @property
    def graph(self) -> Graph:
        """The graph that is shown."""
        return self.document.snapshot.graphs[self.graph_id]

    def address(self, node_id: str) -> str:
        """Where a node of this graph stands in a plan."""
        return "/".join((*self.path, node_id))

    def look_of(self, node_id: str) -> Look:
        """How a node looks: its own state, or that of what is inside of it."""
        return self._states.look(self.address(node_id))

    def pictured(self, node_id: str) -> str:
        """The plan address whose picture a node shows: its own, or in a subgraph the last one."""
        return self._states.pictured(self.address(node_id))

    def open_subgraph(self, node_id: str) -> bool:
        """Go into an instance; says whether the node is one."""
        path = (*self.path, node_id)
        if len(graph_ids(self.document.snapshot, path)) <= len(path):
            return False
        self.go_to(path)
        return True

    def leave_subgraph(self) -> bool:
        """Go one step out, to the instance that one came from; says whether there was one."""
        if not self.path:
            return False
        *outer, left = self.path
        self.go_to(outer)
        self.select([left])
        return True

    def go_to(self, path: Sequence[str]) -> None:
        """Show the graph at the end of a path, as it was seen the last time."""
        whole = graph_ids(self.document.snapshot, path)
        path = tuple(path)[: len(whole) - 1]
        if path == self.path:
            return
        # A graph that was seen whole is fitted again: the window may have another size by then.
        self._views[self.path] = (
            None if self._whole else (self.viewer.shown.topLeft(), self.viewer.zoom)
        )
        self.path = path
        self._enter()

    def show_node(self, address: str) -> None:
        """Go to a node wherever it lies, and select it."""
        *path, node = address.split("/")
        self.go_to(path)
        if self.path == tuple(path):
            self.centre_on(node)

    def _enter(self) -> None:
        """Show the graph at ``path``."""
        self.select([])
        self._entered(self.graph_id)
        self._show_path()
        self.show_graph(self.graph)
        self._show_states()
        view = self._views.get(self.path)
        if view is None:
            self.fit_all()
        else:
            self.viewer.show_part(*view)
        self.path_changed.emit(self.path)

    def _entered(self, graph_id: str) -> None:
        """Told before another graph is shown."""

    def _show_path(self) -> None:
        """Bring the bar up to date."""
        snapshot = self.document.snapshot
        ids = graph_ids(snapshot, self.path)
        titles = [
            title_of(snapshot.graphs[here], self.kinds, node)
            for here, node in zip(ids, self.path, strict=False)
        ]
        self.breadcrumb.show_path(titles, uses(snapshot, ids[-1]) if self.path else 0)

    # --- following the document

    def follow(self, after: Snapshot, change: Change) -> None:
        """Draw what changed; going back in the history leads to where something changes."""
        if not change.operations:
            self._views.clear()
            self._states.forget()
            self._go(())
            QTimer.singleShot(0, self, self.fit_all)
            return
        valid = self.path[: len(graph_ids(after, self.path)) - 1]
        changed = [operation.graph for operation in change.operations]
        if change.travels and graph_ids(after, valid)[-1] not in changed:
            found = (way for id in changed if (way := nearest(after, id)) is not None)
            valid = next(found, valid)
        self._go(valid)

    def _go(self, path: Path) -> None:
        if path != self.path:
            self.path = path
            self._enter()
        else:
            self._show_path()
            self.show_graph(self.graph)

    # --- what a run says

    def set_look(self, address: str, look: Look) -> None:
        """Show the state of the node at a plan address."""
        self._states.set_look(address, look)
        node = self._in_view(address)
        if node is not None:
            super().set_look(node, self._states.look(self.address(node)))

    def set_preview(self, address: str, image: QImage | None, *, again: bool = False) -> None:
        """Show a picture on the node at a plan address, or none.

        One that is only shown ``again`` stays of a previous run where it was.
        """
        self._states.set_preview(address, image, again=again)
        node = self._in_view(address)
        if node is not None:
            own = self.address(node)
            previous = self._states.is_previous(own)
            self.show_preview(node, self._states.preview(own), previous=previous)

    def _in_view(self, address: str) -> str | None:
        """The node of the shown graph that stands for an address: itself, or what it lies in."""
        parts, depth = tuple(address.split("/")), len(self.path)
        return parts[depth] if len(parts) > depth and parts[:depth] == self.path else None

    def _show_states(self) -> None:
        """Let every card look as the last run left it."""
        for node, card in self.projection.cards.items():
            address = self.address(node)
            card.set_preview(
                self._states.preview(address), previous=self._states.is_previous(address)
            )
            super().set_look(node, self._states.look(address))


def of_document(kinds: Kinds, document: Document) -> DocumentKinds:
    """The kinds as this document knows them."""
    if isinstance(kinds, DocumentKinds):
        return kinds
    return DocumentKinds(kinds, lambda: document.snapshot)


def graph_ids(snapshot: Snapshot, path: Iterable[str]) -> list[str]:
    """The graphs that one passes on a path, the root first, as far as the path leads."""
    found = [snapshot.root]
    for id in path:
        node = snapshot.graphs[found[-1]].nodes.get(id)
        definition = definition_of(node.type) if node else None
        if definition not in snapshot.graphs:
            break
        found.append(definition or "")
    return found


def nearest(snapshot: Snapshot, graph_id: str) -> Path | None:
    """The shortest path to a graph; None where none leads there."""
    seen = {snapshot.root}
    layer: list[tuple[str, Path]] = [(snapshot.root, ())]
    while layer:
        following: list[tuple[str, Path]] = []
        for here, path in layer:
            if here == graph_id:
                return path
            for node, inner in instances(snapshot.graphs[here]).items():
                if inner in snapshot.graphs and inner not in seen:
                    seen.add(inner)
                    following.append((inner, (*path, node)))
        layer = following
    return None
