"""Dragging what lies on the canvas: cards, frames with what they hold, and notes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGraphicsItem

from app.ui.canvas.boxes.boxes import Box
from app.ui.canvas.cards.items import Card
from app.ui.canvas.gestures.gestures import ADDING, START, Desk
from app.ui.canvas.gestures.snapping import rest
from app.ui.canvas.wires.fitting import way_through
from app.ui.canvas.wires.wire import Wire

Movable = Card | Box


def area_of(item: Movable) -> QRectF:
    """Where a card, a frame or a note lies on the canvas."""
    return item.mapRectToScene(item.layout.card) if isinstance(item, Card) else item.area


def chosen(desk: Desk) -> list[Movable]:
    """All that is selected, wires aside."""
    cards = [card for card in desk.projection.cards.values() if card.isSelected()]
    return [*cards, *desk.boxes.selected()]


def held_by(desk: Desk, frame: Box) -> list[Movable]:
    """What lies inside a frame: cards and notes by their middle, frames as a whole."""
    area = frame.area
    found: list[Movable] = [
        card for card in desk.projection.cards.values() if area.contains(area_of(card).center())
    ]
    for box in desk.boxes.shown.values():
        inside = area.contains(box.area) if box.is_frame else area.contains(box.area.center())
        if box is not frame and inside:
            found.append(box)
    return found


def with_contents(desk: Desk, items: Iterable[Movable]) -> list[Movable]:
    """The items, and all that the frames among them hold."""
    found: dict[Movable, None] = {}
    for item in items:
        found[item] = None
        if isinstance(item, Box) and item.is_frame:
            found.update(dict.fromkeys(held_by(desk, item)))
    return list(found)


class Move:
    """Move what is selected; without movement, select what was clicked.

    Frames take along what they hold, unless ``alone``. A card on its own can be put into a wire.
    """

    def __init__(
        self, desk: Desk, event: QMouseEvent, item: Movable, *, alone: bool = False
    ) -> None:
        self._desk = desk
        self._item = item
        self._press = event.position()
        self._start = desk.viewer.to_scene(event.position())
        self._adding = bool(event.modifiers() & ADDING)
        self._was_selected = item.isSelected()
        if not self._was_selected:
            kept: list[QGraphicsItem] = desk.viewer.scene().selectedItems() if self._adding else []
            desk.viewer.select_only([*kept, item])
        moved = chosen(desk) if alone else with_contents(desk, chosen(desk))
        self._origins = {moving: moving.pos() for moving in moved}
        self._area = _united(moved)
        self._others: list[QRectF] = []
        self._moving = False
        self._into: tuple[Wire, tuple[str, str]] | None = None

    def move(self, event: QMouseEvent) -> None:
        """Move everything along, and show the wire that the card would be put into."""
        if not self._moving:
            if (event.position() - self._press).manhattanLength() < START:
                return
            self._moving = True
            self._others = self._neighbours()
            self._desk.viewer.lift(item for item in self._origins if isinstance(item, Card))
        step = self._settled(self._desk.viewer.to_scene(event.position()) - self._start, event)
        for item, origin in self._origins.items():
            item.setPos(QPointF(round(origin.x() + step.x()), round(origin.y() + step.y())))
        held = event.modifiers() & Qt.KeyboardModifier.AltModifier
        card = self._item if isinstance(self._item, Card) else None
        single = card is not None and len(self._origins) == 1 and not held
        self._into = wire_under(self._desk, card) if card and single else None
        self._desk.viewer.warm(self._into[0] if self._into else None)

    def _neighbours(self) -> list[QRectF]:
        """Where the others lie that are seen, except for the frames around what is dragged."""
        items: list[Movable] = [*self._desk.projection.cards.values()]
        items += self._desk.boxes.shown.values()
        areas = [area_of(item) for item in items if item not in self._origins]
        shown = self._desk.viewer.shown
        return [area for area in areas if shown.intersects(area) and not area.contains(self._area)]

    def _settled(self, step: QPointF, event: QMouseEvent) -> QPointF:
        """The step to where things come to rest; Ctrl lets them lie anywhere."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._desk.guides.show_lines(())
            return step
        area = self._area.translated(step)
        zoom = self._desk.viewer.zoom
        found = rest(area, self._others, self._desk.snapping, zoom)
        self._desk.guides.show_lines(found.lines)
        return step + found.shift

    def release(self, event: QMouseEvent) -> None:
        """Keep the new places as one step, or select what was clicked."""
        if not self._moving:
            self._click()
            return
        places = {item.id: (item.x(), item.y()) for item in self._origins}
        self._hide_signs()
        drawn = self._into[0].ends if self._into else None
        if self._into and drawn in self._desk.projection.ends:
            wire = self._desk.projection.ends[drawn]
            self._desk.editing.insert(places, wire, self._into[1])
        else:
            self._desk.editing.move(places)

    def _click(self) -> None:
        """Without movement a click selects, or takes out of the selection."""
        if self._adding:
            self._item.setSelected(not self._was_selected)
        else:
            self._desk.viewer.select_only([self._item])

    def _hide_signs(self) -> None:
        """Take the lines away, and the light on a wire, and lay down what was lifted."""
        self._desk.viewer.lift(())
        self._desk.guides.show_lines(())
        self._desk.viewer.warm(None)

    def cancel(self) -> None:
        """Put everything back."""
        self._hide_signs()
        for item, origin in self._origins.items():
            item.setPos(origin)


def wire_under(desk: Desk, card: Card) -> tuple[Wire, tuple[str, str]] | None:
    """The wire that a card without wires lies on and could be put into, with its way through."""
    spec = card.face.content.spec
    if spec is None or any(port.connected_pipes for port in card.ports.values()):
        return None
    inner = area_of(card).adjusted(12, 4, -12, -4)
    for wire in desk.projection.wires.values():
        if wire.isVisible() and wire.path().intersects(inner):
            types = desk.projection.types_of(wire)
            way = way_through(spec, *types) if types else None
            if way is not None:
                return wire, way
    return None


def _united(items: Iterable[Movable]) -> QRectF:
    """Around all of them."""
    area = QRectF()
    for item in items:
        area = area.united(area_of(item))
    return area
