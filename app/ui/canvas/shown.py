"""A graph on the screen: its cards and wires, the selection, and what the run says about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGraphicsItem, QVBoxLayout, QWidget

from app.graph.document import Graph
from app.graph.kinds import Kinds
from app.ui.canvas.boxes.boxes import Box, Boxes
from app.ui.canvas.cards.items import Card
from app.ui.canvas.hint import Hint
from app.ui.canvas.look import Look
from app.ui.canvas.minimap import Minimap
from app.ui.canvas.projection import Projection
from app.ui.canvas.viewer import Viewer
from app.ui.canvas.wires.pathway import Pathway
from app.ui.canvas.wires.wire import Wire


class ShownGraph(QWidget):
    """Shows a graph and lets nodes be selected; it changes nothing."""

    selection_changed = Signal(list)
    minimap_toggled = Signal(bool)

    def __init__(self, kinds: Kinds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewer = Viewer(self)
        self.projection = Projection(self.viewer, kinds)
        self.boxes = Boxes(self.viewer.scene())
        self._minimap = Minimap(self.viewer, self.projection)
        self._hint = Hint(self.viewer)
        self.pathway = Pathway(self.projection, self.selected)
        self._chosen: tuple[list[str], list[Box]] = ([], [])
        self._seen = False
        self._kept_view: tuple[float, float, float] | None = None
        self._whole = False
        self._fitted_into = QSize()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.viewer)
        self.setFocusProxy(self.viewer)
        self.viewer.scene().selectionChanged.connect(self._selection_moved)
        self.viewer.steered.connect(self._steered)
        self.viewer.all_wanted.connect(self.fit_all)
        # Several cards grow at once: one look at the end is enough.
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the whole graph once the canvas has its size."""
        super().showEvent(event)
        if self._kept_view is not None:
            QTimer.singleShot(0, self._show_kept)
        elif not self._seen:
            QTimer.singleShot(0, self.fit_all)
        self._seen = True

    def kept_view(self) -> tuple[float, ...]:
        """What is seen: its middle and the zoom; nothing where that is the whole graph."""
        if self._kept_view is not None:
            return self._kept_view
        middle = self.viewer.shown.center()
        return () if self._whole or not self._seen else (middle.x(), middle.y(), self.viewer.zoom)

    def keep_view(self, x: float, y: float, zoom: float) -> None:
        """Show this part, as before, as soon as the canvas is seen."""
        self._kept_view = (x, y, zoom)
        QTimer.singleShot(0, self._show_kept)

    def _show_kept(self) -> None:
        if self._kept_view is None or not self.isVisible():
            return
        x, y, zoom = self._kept_view
        self._kept_view = None
        half = QPointF(self.viewer.viewport().width(), self.viewer.viewport().height()) / zoom / 2
        self.viewer.show_part(QPointF(x, y) - half, zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the whole graph again if it was shown."""
        super().resizeEvent(event)
        self._settling.start()

    def changeEvent(self, event: QEvent) -> None:
        """Draw everything anew once the colours are others."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.theme_changed()

    def theme_changed(self) -> None:
        """Draw everything anew, after colours or fonts changed."""
        self.viewer.theme_changed()
        self._minimap.settle()

    def may_move_view(self) -> bool:
        """Whether the view may follow the graph by itself now."""
        return True

    def _steered(self) -> None:
        """From now on the user decides what is seen."""
        self._whole = False

    def toggle_minimap(self) -> None:
        """Show the minimap while a part of the graph is out of view, or never."""
        self.show_minimap(not self._minimap.allowed)
        self.minimap_toggled.emit(self._minimap.allowed)

    def show_minimap(self, allowed: bool) -> None:
        """Whether the minimap may be shown."""
        self._minimap.allow(allowed)

    def _settle(self) -> None:
        """Keep a graph in view that was in view as a whole, also in a window of another size."""
        if self._whole and self.may_move_view():
            resized = self.viewer.viewport().size() != self._fitted_into
            if resized or not self.viewer.shown.contains(self._area(self._everything())):
                self.fit_all()
        self._minimap.settle()

    def show_graph(self, graph: Graph) -> None:
        """Make the screen show a graph."""
        with self.viewer.telling_once():
            self.projection.show(graph)
            self.boxes.show(graph)
        self.pathway.show()
        self._hint.setVisible(not self.projection.cards and not self.boxes.shown)
        self._minimap.settle()

    def look_again(self) -> None:
        """Colour the wires anew, after more is known of what they carry."""
        self.projection.look_again()

    def refresh_kinds(self) -> None:
        """Draw everything anew, after node files were added or changed."""
        self.projection.show_again()

    def selected(self) -> list[str]:
        """Ids of the selected nodes, in the document's order."""
        return [key for key, card in self.projection.cards.items() if card.isSelected()]

    def select(self, ids: Iterable[str]) -> None:
        """Select exactly these nodes, frames and notes."""
        items = {**self.projection.cards, **self.boxes.shown}
        self.viewer.select_only([items[key] for key in ids if key in items])

    def chosen(self) -> list[str]:
        """Ids of the selected nodes, frames and notes."""
        return [*self.selected(), *(box.id for box in self.boxes.selected())]

    def select_all(self) -> None:
        """Select everything."""
        self.select([*self.projection.cards, *self.boxes.shown])

    def _selection_moved(self) -> None:
        """Tell the window once for each real change of the selection."""
        now = self.selected(), self.boxes.selected()
        if now != self._chosen:
            self._chosen = now
            self.pathway.show()
            self.selection_changed.emit(now[0])

    def fit_all(self) -> None:
        """Show the whole graph, and go on showing it until the user looks elsewhere."""
        self.viewer.frame(self._area(self._everything()))
        self._whole, self._fitted_into = True, self.viewer.viewport().size()

    def frame_selected(self) -> None:
        """Show the selected nodes, or all where none is."""
        chosen = [self.projection.cards[key] for key in self.selected()]
        if chosen:
            self.viewer.frame(self._area(chosen))
            self._whole = False
        else:
            self.fit_all()

    def _everything(self) -> list[QGraphicsItem]:
        """Cards, wires, frames and notes."""
        cards, wires = self.projection.cards.values(), self.projection.wires.values()
        return [*cards, *wires, *self.boxes.shown.values()]

    def _area(self, items: Iterable[QGraphicsItem]) -> QRectF:
        """The part of the canvas that some items cover."""
        area = QRectF()
        for item in items:
            area = area.united(_covered(item))
        return area

    def centre_on(self, node_id: str) -> None:
        """Select a node and show it in the middle, unless all of it is seen already."""
        card = self.projection.cards.get(node_id)
        if card is not None:
            self.select([node_id])
            box = card.mapRectToScene(card.layout.card)
            if not self.viewer.shown.contains(box):
                self.viewer.centre(box.center())

    def reveal(self, ids: Iterable[str]) -> None:
        """Move the view as little as is needed to see these nodes."""
        cards = self.projection.cards
        self.viewer.reveal(self._area(cards[key] for key in ids if key in cards))

    def set_look(self, node_id: str, look: Look) -> None:
        """Show a node's state."""
        card = self.projection.cards.get(node_id)
        if card is not None:
            self._change(card, lambda: card.set_look(look))
            self.viewer.pulse.follow(card)

    def show_preview(self, node_id: str, image: QImage | None, *, previous: bool) -> None:
        """Show a picture on a node, or none; one of a ``previous`` run says so."""
        card = self.projection.cards.get(node_id)
        if card is not None:
            self._change(card, lambda: card.set_preview(image, previous=previous))

    def _change(self, card: Card, change: Callable[[], None]) -> None:
        """Change a card, and settle the view if it took another size."""
        before = card.layout
        change()
        if card.layout is not before:
            self._settling.start()


def _covered(item: QGraphicsItem) -> QRectF:
    """The part of the canvas that an item covers: a card without its shadow, the line of a wire."""
    if isinstance(item, Card):
        return item.box
    if isinstance(item, Wire):
        return item.path().boundingRect()
    return item.mapRectToScene(item.shape().boundingRect())
