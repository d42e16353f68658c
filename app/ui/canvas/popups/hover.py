"""What the cursor says about the place under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from app.ui.canvas.boxes.resizing import REACH, cursor_for
from app.ui.canvas.cards.items import Card
from app.ui.canvas.gestures.gestures import Desk


def shape_at(desk: Desk, place: QPointF) -> Qt.CursorShape:
    """The cursor that tells what a press would do."""
    if desk.viewer.port_at(place) is not None:
        return Qt.CursorShape.CrossCursor
    card = desk.viewer.card_at(place)
    if card is None:
        edge = desk.boxes.edge_at(place, REACH / desk.viewer.zoom)
        if edge is None or desk.viewer.hot is not None:
            return Qt.CursorShape.ArrowCursor
        return cursor_for(edge[1])
    opens = card.layout.field_at(card.mapFromScene(place)) is not None or on_more(card, place)
    return Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor


def on_more(card: Card, place: QPointF) -> bool:
    """Whether a place of the canvas is on the line that unfolds a card's parameters."""
    more = card.layout.more
    return more is not None and more.contains(card.mapFromScene(place))
