"""A card with its ports, as finely as the zoom asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter

from app.ui import theme
from app.ui.canvas.cards.layout import Spot
from app.ui.canvas.cards.painting import paint_far, paint_near, paint_plain
from app.ui.canvas.cards.passing import paint_way, ways_through
from app.ui.canvas.cards.ports import Port
from app.ui.canvas.cards.signs import Mark, paint_many, paint_port
from app.ui.canvas.wires.dots import paint_dot

if TYPE_CHECKING:
    from app.ui.canvas.cards.items import Card

FAR = 0.36
"""Below this zoom, cards are drawn without their details."""


def paint_card(painter: QPainter, card: Card, zoom: float) -> None:
    """Paint a card where the painter stands."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if card.face.content.is_dot:
        _paint_dot(painter, card)
        return
    far = zoom < FAR
    (paint_far if far else paint_near)(painter, card.face, card.layout)
    if not far:
        _paint_ways(painter, card)
    for port in card.ports.values():
        if not far or port.connected_pipes or port.mark is Mark.FITS:
            _paint_port(painter, card, port)


def _paint_ways(painter: QPainter, card: Card) -> None:
    """What a bypassed card hands on."""
    wired = {port.name for port in card.ports.values() if port.connected_pipes}
    for start, end in ways_through(card.face.content, card.layout, wired):
        paint_way(painter, start, end, card.layout.width, _colour(card, end))


def paint_plain_card(painter: QPainter, card: Card, zoom: float) -> None:
    """Paint what a plain rectangle does not say: the picture, the progress, the state."""
    painter.save()
    painter.translate(card.pos())
    paint_plain(painter, card.face, card.layout, zoom)
    painter.restore()


def _paint_dot(painter: QPainter, card: Card) -> None:
    """A dot, and those of its ports to which no wire leads, or that light up."""
    paint_dot(painter, card.face, card.layout, card.dot_colour)
    for port in card.ports.values():
        if not port.connected_pipes or port.mark is Mark.FITS:
            _paint_port(painter, card, port)


def _paint_port(painter: QPainter, card: Card, port: Port) -> None:
    """One port, in the colour of what travels through it."""
    spot, wired = port.spot, bool(port.connected_pipes)
    colour = _colour(card, spot)
    colour = theme.mixed(colour, theme.CARD, 0.4) if card.face.faded else colour
    if spot.many and spot.side == "in" and port.mark is not Mark.FITS:
        paint_many(painter, spot.point, colour, wired=wired, mark=port.mark)
    else:
        small = spot.parameter and not wired
        paint_port(painter, spot.point, colour, small=small, wired=wired, mark=port.mark)


def _colour(card: Card, spot: Spot) -> QColor:
    """The colour of what travels through a port."""
    return card.colours.get((spot.side, spot.name), theme.type_colour(spot.type.name))
