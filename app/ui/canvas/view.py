"""The canvas as the window sees it: one widget that shows a document and edits it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.engine.services import Models
from app.graph.changes import Change
from app.graph.document import Snapshot
from app.graph.editor import Document
from app.graph.kinds import Kinds
from app.ui.brief_menu import open_menu
from app.ui.canvas.arranging import Arranging
from app.ui.canvas.boxes.commands import BoxCommands
from app.ui.canvas.cards.items import Card
from app.ui.canvas.editable import EditableGraph
from app.ui.canvas.gestures.moving import area_of, chosen
from app.ui.canvas.joining import Joining
from app.ui.canvas.popups.menu import menu_at, of_selection
from app.ui.canvas.popups.popups import Popups
from app.ui.canvas.search.own_kinds import FRAME
from app.ui.canvas.subgraphs import Subgraphs
from app.ui.canvas.values import LastValues
from app.ui.canvas.walking import Walking


class Canvas(EditableGraph):
    """Shows the document's graph; gestures become changes, and what is seen follows the document.

    ``models`` offers the names for model parameters. ``kinds`` should also offer ``specs()``, the
    list of all kinds, which the search shows.
    """

    node_double_clicked = Signal(str)
    sweep_wanted = Signal(str, str)
    told = Signal(str)

    def __init__(
        self,
        document: Document,
        kinds: Kinds,
        models: Models | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document, kinds, parent)
        desk = self._desk
        self.popups = Popups(desk, self._mouse, self.kinds, models)
        self.popups.enter = self.open_subgraph
        self.popups.box_wanted.connect(self._add_box)
        self._values = LastValues(self.projection, self.address)
        self.viewer.values_at = self._values.at
        self.arranging = Arranging(desk)
        self.walking = Walking(desk, self.popups)
        self.joining = Joining(desk, self.popups)
        self.box_commands = BoxCommands(desk, self.popups, self._mouse_place)
        self.subgraphs = Subgraphs(self, self._editing, self._with_contents)
        for rail in desk.rails.rails:
            rail.clicked.connect(partial(self.subgraphs.add_end, rail.kind))
        self.path_changed.connect(lambda path: desk.rails.show_in(bool(path)))
        self._mouse.opened.connect(self._node_opened)
        self.popups.added.connect(lambda added: self._select_new([added]))
        self.viewer.key_pressed.connect(self._key)
        self.viewer.menu_wanted.connect(self._menu)
        self.viewer.menu_wanted_by_key.connect(self.menu_by_key)
        self.destroyed.connect(document.subscribe(self._document_changed))
        self.show_graph(document.snapshot.main)

    def set_facts(self, address: str, summaries: Mapping[str, str]) -> None:
        """Take what the node at a plan address gave in the last run, in words by output."""
        self._values.tell(address, summaries)

    def forget_nodes(self, gone: Sequence[str]) -> None:
        """Forget what runs said about nodes that are no more, by their plan addresses."""
        self._values.forget_nodes(gone)
        self._states.forget_nodes(gone)

    # --- following the document

    def _document_changed(self, before: Snapshot, after: Snapshot, change: Change) -> None:
        """Draw what changed; a gesture that began before it is given up."""
        self._mouse.cancel()
        self.follow(after, change)
        # The same instance may stand for another definition now.
        self._editing.graph_id = self.graph_id
        if not change.operations:
            self._values.forget()
            # Another graph: a node of it may have the id of one that was selected.
            self.select([])
        elif change.travels and self.graph_id in before.graphs:
            # What undo brings back is what the next key is meant for.
            back = self.graph.nodes.keys() - before.graphs[self.graph_id].nodes
            self.select(back or self.selected())

    def _entered(self, graph_id: str) -> None:
        """Edit the graph that is shown next."""
        self._mouse.cancel()
        self.commit_edit()
        self._editing.graph_id = graph_id

    def _node_opened(self, node: str) -> None:
        """A double click goes into a subgraph; of other nodes the window is told."""
        if not self.open_subgraph(node):
            self.node_double_clicked.emit(node)

    def may_move_view(self) -> bool:
        """Not under a drag, and not while something is typed or chosen on the canvas."""
        return not (self._mouse.busy or self.popups.open)

    # --- editing

    def connect_from_here(self) -> None:
        """Draw a wire by the keyboard."""
        here = self.walking.here
        self.joining.begin(here if isinstance(here, Card) else None)

    def select_next_wire(self) -> None:
        """Go through the wires of a node by the keyboard."""
        named = self.walking.next_wire()
        if named:
            self.told.emit(named)

    def escape(self) -> None:
        """Give up what the mouse is doing, or where it does nothing, leave the subgraph."""
        if self._mouse.busy:
            self._mouse.cancel()
        else:
            self.leave_subgraph()

    def commit_edit(self) -> None:
        """Keep the value that is being typed; call this before the graph is run or saved."""
        self.popups.editor.commit()

    def add_kind(self, type: str) -> None:
        """Add a node of a kind where the mouse is, or in the middle of what is seen."""
        added = self._editing.add(type, self._mouse_place(), None)
        if added is not None:
            self._select_new([added])

    def open_search(self, scene_pos: QPointF | None = None) -> None:
        """Search for a node to add: at a place of the canvas, or where the mouse is."""
        place = QPointF(*self._mouse_place()) if scene_pos is None else scene_pos
        self.popups.open_search(self.viewer.to_view(QRectF(place, place)).topLeft().toPoint())

    def _add_box(self, type: str, place: QPointF) -> None:
        """Add a frame or a note that was chosen in the search."""
        self.select([])
        self.box_commands.add(place, is_frame=type == FRAME)

    def rename_selected(self) -> None:
        """Edit the title of the first selected node, or what is written on a frame or a note;
        where nothing is selected, the name of the subgraph that is shown."""
        items = chosen(self._desk)
        if not items and self.path:
            self.breadcrumb.begin_renaming()
        for item in items[:1]:
            if isinstance(item, Card):
                self.popups.rename(item)
            else:
                self.popups.write(item)

    # --- keys and menu

    def _key(self, event: QKeyEvent) -> None:
        """Escape, and keys that are held; those of actions never come here."""
        if event.key() == Qt.Key.Key_Escape:
            self.escape()
            event.accept()
        elif self._mouse.hold(event):
            event.accept()

    def _menu(self, place: QPoint, globally: QPoint) -> None:
        """Show the menu that suits what lies under the mouse."""
        self.cancel()
        open_menu(menu_at(self, self.viewer.to_scene(QPointF(place))), globally)

    def menu_by_key(self) -> None:
        """Show the menu of what is selected beside it, or that of the place that is seen."""
        here = self.walking.here
        if here is None:
            middle = self.viewer.viewport().rect().center()
            open_menu(menu_at(self, self.viewer.shown.center()), self.viewer.mapToGlobal(middle))
            return
        corner = self.viewer.to_view(area_of(here)).topLeft() + QPointF(24, 24)
        menu = of_selection(self, on_card=isinstance(here, Card))
        open_menu(menu, self.viewer.mapToGlobal(corner.toPoint()))
