"""The graph that the window shows, as panels around the canvas read, change and follow it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.graph.changes import Change
from app.graph.document import Graph, Node, Snapshot
from app.graph.kinds import Kinds
from app.graph.naming import title_of
from app.graph.spec import NodeSpec
from app.ui.canvas.editing import Editing
from app.ui.connections import Connections
from app.ui.running.facts import NodeFacts

if TYPE_CHECKING:
    from app.ui.tab import Tab


class GraphInView(QObject):
    """Follows the current tab, and the graph in it that the canvas shows.

    ``replaced`` tells that it is another graph now, ``edited`` that it changed, ``selected`` which
    nodes were selected, ``facts_changed`` of which node a run told something, by its address in the
    plan, and ``looked`` which one looks otherwise, be it by a step of progress. With ``root`` it is
    always the graph that runs, whichever part of it the canvas shows.
    """

    replaced = Signal()
    edited = Signal()
    selected = Signal()
    facts_changed = Signal(str)
    looked = Signal(str)

    def __init__(self, parent: QObject | None = None, *, root: bool = False) -> None:
        super().__init__(parent)
        self._root = root
        self.tab: Tab | None = None
        self.editing: Editing | None = None
        self._connections = Connections()
        self._leave: Callable[[], None] = _nothing
        self._boxes: list[str] = []

    def show_tab(self, tab: Tab) -> None:
        """Follow another tab."""
        self.close()
        self.tab = tab
        self.editing = Editing(tab.document, tab.canvas.kinds, tab.canvas.refused.emit)
        self._leave = tab.document.subscribe(self._changed)
        canvas, make = tab.canvas, self._connections.make
        make(canvas.selection_changed, lambda _: self.selected.emit())
        make(canvas.path_changed, lambda _: self._go_in())
        make(canvas.viewer.scene().selectionChanged, self._boxes_moved)
        make(tab.runs.facts_changed, self.facts_changed)
        make(tab.runs.look_changed, lambda node, _: self.looked.emit(node))
        self._go_in()

    def close(self) -> None:
        """Follow nothing any more."""
        self._leave()
        self._leave = _nothing
        self._connections.cut()

    @property
    def snapshot(self) -> Snapshot:
        """The document."""
        return self.tab.document.snapshot if self.tab else Snapshot()

    @property
    def graph_id(self) -> str:
        """Which graph of the document is seen."""
        if self._root or self.tab is None:
            return self.snapshot.root
        return self.tab.canvas.graph_id

    @property
    def graph(self) -> Graph:
        """The graph that is seen."""
        snapshot = self.snapshot
        return snapshot.graphs.get(self.graph_id, snapshot.main)

    @property
    def kinds(self) -> Kinds | None:
        """The kinds of nodes of the document."""
        return self.tab.canvas.kinds if self.tab else None

    def node(self, id: str) -> Node | None:
        """The node of that id, where there is one."""
        return self.graph.nodes.get(id)

    def spec(self, id: str) -> NodeSpec | None:
        """The kind of a node, where it is known."""
        node = self.node(id)
        return self.kinds.spec(node.type) if node and self.kinds else None

    def title(self, id: str) -> str:
        """What a node is called."""
        return title_of(self.graph, self.kinds, id)

    def facts(self, id: str) -> NodeFacts:
        """What the last run said of a node."""
        return self.tab.runs.facts.get(self.address(id), NodeFacts()) if self.tab else NodeFacts()

    def address(self, id: str) -> str:
        """Where a node stands in a plan."""
        return id if self._root or self.tab is None else self.tab.canvas.address(id)

    def selection(self) -> list[str]:
        """The ids of the selected nodes."""
        return self.tab.canvas.selected() if self.tab else []

    def selected_boxes(self) -> list[str]:
        """The ids of the selected frames and notes."""
        return [box.id for box in self.tab.canvas.boxes.selected()] if self.tab else []

    def select(self, ids: Sequence[str]) -> None:
        """Select nodes on the canvas, and show them where they are out of sight."""
        if self.tab:
            self.tab.canvas.select(ids)
            self.tab.canvas.reveal(ids)

    def go_to(self, id: str) -> None:
        """Select a node and bring it into the middle."""
        if self.tab and id in self.graph.nodes:
            self.tab.canvas.select([id])
            self.tab.canvas.centre_on(id)

    def do(self, make: Callable[[], Change]) -> bool:
        """Make a change, or say why it cannot be; whether it was made."""
        return self.editing is not None and self.editing.do(make) is not None

    def _boxes_moved(self) -> None:
        """Tell when other frames or notes are selected; of nodes the canvas tells itself."""
        chosen = self.selected_boxes()
        if chosen != self._boxes:
            self._boxes = chosen
            self.selected.emit()

    def _go_in(self) -> None:
        if self.editing is not None:
            self.editing.graph_id = self.graph_id or None
        self.replaced.emit()

    def _changed(self, before: Snapshot, after: Snapshot, change: Change) -> None:
        known = self.editing is None or self.editing.graph_id == (self.graph_id or None)
        if change.operations and known:
            self.edited.emit()
        else:
            self._go_in()


def _nothing() -> None:
    """Leave nothing behind."""
