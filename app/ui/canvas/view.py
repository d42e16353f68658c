"""The canvas as the window sees it: one widget that shows a document and edits it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.engine.services import Models
from app.graph.changes import Change
from app.graph.document import Snapshot
from app.graph.editor import Document
from app.graph.kinds import Kinds
from app.ui.canvas.editing import Editing
from app.ui.canvas.gestures import Desk
from app.ui.canvas.keys import action_for
from app.ui.canvas.menu import build_menu, entries_for
from app.ui.canvas.mouse import Mouse
from app.ui.canvas.popups import Popups
from app.ui.canvas.shown import ShownGraph
from app.ui.canvas.wire import Wire
from app.ui.words import tr


class Canvas(ShownGraph):
    """Shows the document's graph; gestures become changes, and what is seen follows the document.

    ``models`` offers the names for model parameters. ``kinds`` should also offer ``specs()``, the
    list of all kinds, which the search shows.
    """

    refused = Signal(str)
    node_double_clicked = Signal(str)

    def __init__(
        self,
        document: Document,
        kinds: Kinds,
        models: Models | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kinds, parent)
        self.document = document
        self._editing = Editing(document, kinds, self._refuse)
        desk = Desk(self.viewer, self.projection, self._editing)
        self._mouse = Mouse(desk)
        self.popups = Popups(desk, self._mouse, kinds, models)
        self._mouse.opened.connect(self.node_double_clicked)
        self.popups.added.connect(lambda added: self._select_new([added]))
        self.viewer.key_pressed.connect(self._key)
        self.viewer.menu_wanted.connect(self._menu)
        self.destroyed.connect(document.subscribe(self._document_changed))
        self.show_graph(document.snapshot.main)

    # --- following the document

    def _document_changed(self, before: Snapshot, after: Snapshot, change: Change) -> None:
        """Draw what changed; a gesture that began before it is given up."""
        self._mouse.cancel()
        self.show_graph(after.main)
        if not change.operations:
            # Another graph: a node of it may have the id of one that was selected.
            self.select([])
            QTimer.singleShot(0, self.fit_all)
        elif self.document.can_redo and (back := after.main.nodes.keys() - before.main.nodes):
            # What undo brings back is what the next key is meant for.
            self.select(back)

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
        """Delete the selected nodes and wires."""
        chosen = [item for item in self.viewer.scene().selectedItems() if isinstance(item, Wire)]
        ends = self.projection.ends
        wires = [ends[wire.ends] for wire in chosen if wire.ends in ends]
        self._editing.delete(self.selected(), wires)

    def copy(self) -> None:
        """Copy the selected nodes."""
        if self.selected():
            QGuiApplication.clipboard().setText(self._editing.copy_text(self.selected()))
        else:
            self._refuse(tr("Nothing is selected: click on a node to copy it."))

    def cut(self) -> None:
        """Copy the selected nodes and delete them."""
        self.copy()
        self._editing.delete(self.selected())

    def paste(self, *, keep_wires: bool = False) -> None:
        """Add what the clipboard holds, where the mouse is."""
        text = QGuiApplication.clipboard().text()
        if text:
            place = self._mouse_place()
            self._select_new(self._editing.paste(text, place, keep_wires=keep_wires))

    def paste_wired(self) -> None:
        """Paste, and feed the copies by what feeds their originals."""
        self.paste(keep_wires=True)

    def duplicate(self) -> None:
        """Copy the selected nodes beside themselves."""
        self._select_new(self._editing.duplicate(self.selected()))

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

    def commit_edit(self) -> None:
        """Keep the value that is being typed; call this before the graph is run or saved."""
        self.popups.editor.commit()

    def open_search(self, scene_pos: QPointF | None = None) -> None:
        """Search for a node to add: at a place of the canvas, or where the mouse is."""
        place = QPointF(*self._mouse_place()) if scene_pos is None else scene_pos
        self.popups.open_search(self.viewer.to_view(QRectF(place, place)).topLeft().toPoint())

    def rename_selected(self) -> None:
        """Edit the title of the first selected node."""
        for key in self.selected()[:1]:
            self.popups.rename(self.projection.cards[key])

    # --- keys and menu

    def _key(self, event: QKeyEvent) -> None:
        """Do what a key stands for; other keys go on to the window."""
        name = action_for(event)
        if name is not None:
            getattr(self, name)()
        if name is not None or self._mouse.hold(event):
            event.accept()

    def _menu(self, place: QPoint, globally: QPoint) -> None:
        """Show the menu that suits what lies under the mouse."""
        self.cancel()
        card = self.viewer.card_at(self.viewer.to_scene(QPointF(place)))
        if card is not None and not card.isSelected():
            self.select([card.id])
        build_menu(self, entries_for(self, place, on_card=card is not None)).popup(globally)
