"""The canvas as the window sees it: one widget that shows a document and edits it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.engine.services import Models
from app.graph.changes import Change
from app.graph.document import Snapshot
from app.graph.editor import Document
from app.graph.kinds import Kinds
from app.graph.seeds import Control
from app.graph.seeds import Control
from app.ui.canvas.arranging import Arranging
from app.ui.canvas.box_commands import BoxCommands
from app.ui.canvas.boxing import Boxing
from app.ui.canvas.editing import Editing
from app.ui.canvas.gestures import Desk
from app.ui.canvas.items import Card
from app.ui.canvas.joining import Joining
from app.ui.canvas.leading import dots_for
from app.ui.canvas.menu import menu_at, of_selection
from app.ui.canvas.mouse import Mouse
from app.ui.canvas.moving import area_of, chosen, with_contents
from app.ui.canvas.opened import OpenedGraph
from app.ui.canvas.own_kinds import FRAME
from app.ui.canvas.popups import Popups
from app.ui.canvas.snapping import Guides, Snapping
from app.ui.canvas.subgraphs import Subgraphs
from app.ui.canvas.values import LastValues
from app.ui.canvas.walking import Walking
from app.ui.canvas.wire import Wire
from app.ui.words import tr


class Canvas(OpenedGraph):
    """Shows the document's graph; gestures become changes, and what is seen follows the document.

    ``models`` offers the names for model parameters. ``kinds`` should also offer ``specs()``, the
    list of all kinds, which the search shows.
    """

    refused = Signal(str)
    node_double_clicked = Signal(str)
    sweep_wanted = Signal(str, str)
    sweep_wanted = Signal(str, str)

    def __init__(
        self,
        document: Document,
        kinds: Kinds,
        models: Models | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document, kinds, parent)
        kinds = self.kinds
        self._editing = Editing(document, kinds, self._refuse)
        desk = self._desk = self._lay_desk()
        self._mouse = Mouse(desk)
        self.popups = Popups(desk, self._mouse, kinds, models)
        self.popups.enter = self.open_subgraph
        self.popups.box_wanted.connect(self._add_box)
        self._values = LastValues(self.projection, self.address)
        self.viewer.values_at = self._values.at
        self.arranging = Arranging(desk)
        self.walking = Walking(desk, self.popups)
        self.joining = Joining(desk, self.popups)
        self.box_commands = BoxCommands(desk, self.popups, self._mouse_place)
        self.subgraphs = Subgraphs(self, self._editing, self._with_contents)
        self._mouse.opened.connect(self._node_opened)
        self.popups.added.connect(lambda added: self._select_new([added]))
        self.viewer.key_pressed.connect(self._key)
        self.viewer.menu_wanted.connect(self._menu)
        self.viewer.menu_wanted_by_key.connect(self._menu_by_key)
        self.destroyed.connect(document.subscribe(self._document_changed))
        self.show_graph(document.snapshot.main)

    def set_facts(self, address: str, summaries: Mapping[str, str]) -> None:
        """Take what the node at a plan address gave in the last run, in words by output."""
        self._values.tell(address, summaries)

    def _lay_desk(self) -> Desk:
        """All that gestures work on."""
        guides, self.snapping = Guides(), Snapping()
        self.viewer.scene().addItem(guides)
        boxing = Boxing(self._editing)
        return Desk(
            self.viewer, self.projection, self.boxes, self._editing, boxing, guides, self.snapping
        )

    # --- following the document

    def _document_changed(self, before: Snapshot, after: Snapshot, change: Change) -> None:
        """Draw what changed; a gesture that began before it is given up."""
        self._mouse.cancel()
        self.follow(after, change)
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

    def _refuse(self, sentence: str) -> None:
        """Say why not: to the window, and beside the mouse, where one looks."""
        self.refused.emit(sentence)
        mouse = QCursor.pos()
        if self.viewer.viewport().rect().contains(self.viewer.viewport().mapFromGlobal(mouse)):
            QToolTip.showText(mouse, sentence, self.viewer.viewport())

    def may_move_view(self) -> bool:
        """Not under a drag, and not while something is typed or chosen on the canvas."""
        return not (self._mouse.busy or self.popups.open)

    # --- editing

    def delete_selected(self) -> None:
        """Delete what is selected; what lies in a frame stays."""
        chosen = [item for item in self.viewer.scene().selectedItems() if isinstance(item, Wire)]
        ends = self.projection.ends
        wires = [ends[wire.ends] for wire in chosen if wire.ends in ends]
        self._editing.delete(self.selected(), wires, [box.id for box in self.boxes.selected()])

    def _with_contents(self) -> list[str]:
        """Ids of what is selected and of what lies in the selected frames."""
        return [item.id for item in with_contents(self._desk, chosen(self._desk))]

    def copy(self) -> None:
        """Copy what is selected, frames with all that is in them."""
        ids = self._with_contents()
        if ids:
            QGuiApplication.clipboard().setText(self._editing.copy_text(ids))
        else:
            self._refuse(tr("Nothing is selected: click on a node to copy it."))

    def cut(self) -> None:
        """Copy what is selected and delete it."""
        self.copy()
        ids = self._with_contents()
        nodes = [key for key in ids if key in self.projection.cards]
        self._editing.delete(nodes, boxes=[key for key in ids if key not in nodes])

    def paste(self, *, keep_wires: bool = False) -> None:
        """Add what the clipboard holds, where the mouse is."""
        text = QGuiApplication.clipboard().text()
        if text:
            place = self._mouse_place()
            self._select_new(self._editing.paste(text, place, keep_wires=keep_wires))

    def paste_wired(self) -> None:
        """Paste, and feed the copies by what feeds their originals."""
        self.paste(keep_wires=True)

    def set_control(self, node: str, name: str, control: Control) -> None:
        """Say what becomes of a seed before a run."""
        self._editing.set_control(node, name, control)

    def set_control(self, node: str, name: str, control: Control) -> None:
        """Say what becomes of a seed before a run."""
        self._editing.set_control(node, name, control)

    def duplicate(self) -> None:
        """Copy what is selected beside itself."""
        self._select_new(self._editing.duplicate(self._with_contents()))

    def duplicate_wired(self) -> None:
        """Copy what is selected, fed by what feeds the originals."""
        self._select_new(self._editing.duplicate(self._with_contents(), keep_wires=True))

    def add_dots(self) -> None:
        """Lead the selected wires, or those that leave the selected nodes, through dots."""
        wires = [wire for wire in self.viewer.scene().selectedItems() if isinstance(wire, Wire)]
        made = self._editing.add_dots(*dots_for(self._desk, wires, self.selected()))
        if made:
            self._select_new(made)
        else:
            self._refuse(tr("No wire is selected, and none leaves what is: click on a wire first."))

    def connect_from_here(self) -> None:
        """Draw a wire by the keyboard."""
        here = self.walking.here
        self.joining.begin(here if isinstance(here, Card) else None)

    def extract(self) -> None:
        """Take the selected nodes out of their wires."""
        if self.selected():
            self._editing.extract(self.selected())
        else:
            self._refuse(tr("Nothing is selected: click on a node to take it out of its wires."))

    def _select_new(self, ids: Sequence[str]) -> None:
        """Select what was just added, and see to it that it is seen."""
        if ids:
            self.select(ids)
            self.reveal(ids)

    def _mouse_place(self) -> tuple[float, float]:
        """Where the mouse is on the canvas, or the middle of what is seen."""
        inside = self.viewer.viewport().rect().contains(self._mouse.place.toPoint())
        place = self.viewer.to_scene(self._mouse.place) if inside else self.viewer.shown.center()
        return float(round(place.x())), float(round(place.y()))

    def toggle_bypass(self) -> None:
        """Bypass the selected nodes, or end that."""
        self._editing.toggle(self.selected(), "bypassed")

    def toggle_mute(self) -> None:
        """Mute the selected nodes, or end that."""
        self._editing.toggle(self.selected(), "muted")

    def toggle_collapsed(self) -> None:
        """Fold the selected nodes to their headers, or unfold them."""
        self._editing.toggle(self.selected(), "collapsed")

    def cancel(self) -> None:
        """Give up what the mouse is doing."""
        self._mouse.cancel()

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
        """Edit the title of the first selected node, or what is written on a frame or a note."""
        for item in chosen(self._desk)[:1]:
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
        menu_at(self, self.viewer.to_scene(QPointF(place))).popup(globally)

    def _menu_by_key(self) -> None:
        """Show the menu of what is selected beside it, or that of the place that is seen."""
        here = self.walking.here
        if here is None:
            middle = self.viewer.viewport().rect().center()
            menu_at(self, self.viewer.shown.center()).popup(self.viewer.mapToGlobal(middle))
            return
        corner = self.viewer.to_view(area_of(here)).topLeft() + QPointF(24, 24)
        menu = of_selection(self, on_card=isinstance(here, Card))
        menu.popup(self.viewer.mapToGlobal(corner.toPoint()))
