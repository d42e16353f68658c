"""What is dragged, and the lines it comes to rest along, lifted off the picture of the canvas.

The picture behind the view is drawn without them, and they are painted over it on every frame. So a
frame costs what is dragged, and not all that it passes.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from app.ui.canvas.cards.items import Card
from app.ui.canvas.drawing import PLAIN, Drawing
from app.ui.canvas.wires.wire import Wire

_PORT = 7.0
"""How far the dots of ports stand out from a card."""

Place = tuple[float, float, float, float]


class Lifted:
    """The cards that are dragged, with their wires; and signs, which are never in the picture."""

    def __init__(self, scene: QGraphicsScene, drawing: Drawing) -> None:
        self._scene, self._drawing = scene, drawing
        self._cards: list[Card] = []
        self._wires: list[Wire] = []
        self._signs: list[QGraphicsItem] = []
        self._places: set[Place] = set()

    def __bool__(self) -> bool:
        return bool(self._cards or self._signs)

    def add_sign(self, item: QGraphicsItem) -> None:
        """Take an item that is seen above every card."""
        self._scene.addItem(item)
        self._signs.append(item)
        self.lift(self._cards)

    def lift(self, cards: Iterable[Card]) -> list[QRectF]:
        """Lift these cards and no others; the areas of the canvas that look different by that."""
        spoilt = self._areas()
        self._cards = list(cards)
        ports = [port for card in self._cards for port in card.ports.values()]
        wires = (w for port in ports for w in port.connected_pipes if isinstance(w, Wire))
        self._wires = list(dict.fromkeys(wires))
        self._drawing.left_out = frozenset([*self._cards, *self._wires, *self._signs])
        self._places = self._now()
        return spoilt + self._areas()

    def without_own(self, areas: Iterable[QRectF]) -> list[QRectF]:
        """Areas that changed on the canvas, less those that what is dragged has left or reached."""
        now = self._now()
        known = self._places | now
        self._places = now
        return [area for area in areas if area.getRect() not in known]

    def paint(self, painter: QPainter, shown: QRectF, zoom: float) -> None:
        """Paint them over the picture; the painter is in the canvas's units."""
        if self._cards:
            self._paint_cards(painter, shown, zoom)
        for item in self._signs:
            if _is_seen(item, shown):
                self._drawing.draw_other(painter, item)

    def _paint_cards(self, painter: QPainter, shown: QRectF, zoom: float) -> None:
        cards = [card for card in self._cards if _is_seen(card, shown)]
        wires = [wire for wire in self._wires if _is_seen(wire, shown)]
        if zoom < PLAIN:
            self._drawing.draw_plain(painter, [*wires, *cards], zoom)
            return
        for wire in wires:
            self._drawing.draw_wire(painter, wire, zoom)
        self._cover(painter, wires, shown, zoom)
        for card in sorted(cards, key=QGraphicsItem.zValue):
            self._drawing.draw_card(painter, card, zoom)

    def _cover(self, painter: QPainter, wires: Iterable[Wire], shown: QRectF, zoom: float) -> None:
        """Let the cards that stay lie over the wires that are dragged."""
        under: dict[QGraphicsItem, None] = {}
        for wire in wires:
            under.update(dict.fromkeys(self._scene.items(wire.boundingRect() & shown)))
        for card in under:
            if isinstance(card, Card) and card not in self._drawing.left_out:
                painter.save()
                painter.setClipPath(_body(card))
                self._drawing.draw_card(painter, card, zoom)
                painter.restore()

    def _areas(self) -> list[QRectF]:
        return [item.sceneBoundingRect() for item in (*self._cards, *self._wires, *self._signs)]

    def _now(self) -> set[Place]:
        return {area.getRect() for area in self._areas()}


def _body(card: Card) -> QPainterPath:
    """A card with the dots of its ports, without its shadow, which lies there already."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRect(card.box)
    for port in card.ports.values():
        path.addEllipse(port.scenePos(), _PORT, _PORT)
    return path


def _is_seen(item: QGraphicsItem, shown: QRectF) -> bool:
    """Whether it is still there, and in sight."""
    return item.scene() is not None and item.sceneBoundingRect().intersects(shown)
