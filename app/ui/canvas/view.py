"""The canvas as the window sees it: one widget that shows a document and edits it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.engine.services import Models
from app.graph.changes import Change
from app.graph.document import Snapshot
from app.graph.editor import Document
from app.graph.kinds import Kinds
from app.ui.canvas.editing import Editing
from app.ui.canvas.gestures import Desk
from app.ui.canvas.hint import Hint
from app.ui.canvas.items import Card
from app.ui.canvas.keys import action_for
from app.ui.canvas.look import Look
from app.ui.canvas.menu import build_menu, entries_for
from app.ui.canvas.minimap import Minimap
from app.ui.canvas.mouse import Mouse
from app.ui.canvas.popups import Popups
from app.ui.canvas.projection import Projection
from app.ui.canvas.viewer import Viewer
from app.ui.canvas.wire import Wire


class Canvas(QWidget):
    """Shows the document's graph; gestures become changes, and what is seen follows the document.

    ``models`` offers the names for model parameters. ``kinds`` should also offer ``specs()``, the
    list of all kinds, which the search shows.
    """

    selection_changed = Signal(list)
    refused = Signal(str)
    node_double_clicked = Signal(str)

    def __init__(
        self,
        document: Document,
        kinds: Kinds,
        models: Models | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self._editing = Editing(document, kinds, self.refused.emit)
        self.viewer = Viewer(self)
        self.projection = Projection(self.viewer, kinds)
        desk = Desk(self.viewer, self.projection, self._editing)
        self._mouse = Mouse(desk)
        self.popups = Popups(desk, self._mouse, kinds, models)
        self._minimap = Minimap(self.viewer, self.projection)
        self._hint = Hint(self.viewer)
        self._chosen: list[str] = []
        self._seen = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.viewer)
        self.setFocusProxy(self.viewer)
        self._mouse.opened.connect(self.node_double_clicked)
        self.popups.added.connect(lambda added: self.select([added]))
        self.viewer.key_pressed.connect(self._key)
        self.viewer.menu_wanted.connect(self._menu)
        self.viewer.scene().selectionChanged.connect(self._selection_moved)
        self.destroyed.connect(document.subscribe(self._document_changed))
        self._show(document.snapshot)

    # --- following the document

    def _document_changed(self, before: Snapshot, after: Snapshot, change: Change) -> None:
        """Draw what changed; a gesture that began before it is given up."""
        self._mouse.cancel()
        self._show(after)
        if not change.operations:
            QTimer.singleShot(0, self.fit_all)

    def _show(self, snapshot: Snapshot) -> None:
        """Make the canvas show a snapshot."""
        self.projection.show(snapshot.main)
        self._hint.setVisible(not self.projection.cards)
        self._minimap.settle()

    def refresh_kinds(self) -> None:
        """Draw everything anew, after node files were added or changed."""
        self.projection.show_again()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the whole graph once the canvas has its size."""
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.fit_all)

    # --- selection and view

    def selected(self) -> list[str]:
        """Ids of the selected nodes, in the document's order."""
        return [key for key, card in self.projection.cards.items() if card.isSelected()]

    def select(self, ids: Iterable[str]) -> None:
        """Select exactly these nodes."""
        cards = self.projection.cards
        self.viewer.select_only([cards[key] for key in ids if key in cards])

    def select_all(self) -> None:
        """Select every node."""
        self.select(self.projection.cards)

    def _selection_moved(self) -> None:
        """Tell the window once for each real change of the selection."""
        now = self.selected()
        if now != self._chosen:
            self._chosen = now
            self.selection_changed.emit(now)

    def fit_all(self) -> None:
        """Show the whole graph."""
        self._frame(self.projection.cards.values())

    def frame_selected(self) -> None:
        """Show the selected nodes, or all where none is."""
        chosen = [self.projection.cards[key] for key in self.selected()]
        self._frame(chosen or self.projection.cards.values())

    def _frame(self, cards: Iterable[Card]) -> None:
        """Show some cards."""
        area = QRectF()
        for card in cards:
            area = area.united(card.mapRectToScene(card.layout.card))
        self.viewer.frame(area)

    def centre_on(self, node_id: str) -> None:
        """Select a node and show it in the middle."""
        card = self.projection.cards.get(node_id)
        if card is not None:
            self.select([node_id])
            self.viewer.centre(card.mapRectToScene(card.layout.card).center())

    # --- what the run says

    def set_look(self, node_id: str, look: Look) -> None:
        """Show a node's state."""
        if node_id in self.projection.cards:
            self.projection.cards[node_id].set_look(look)

    def set_preview(self, node_id: str, image: QImage | None) -> None:
        """Show a picture on a node, or none."""
        if node_id in self.projection.cards:
            self.projection.cards[node_id].set_preview(image)

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
        """Select what was just added."""
        if ids:
            self.select(ids)

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
