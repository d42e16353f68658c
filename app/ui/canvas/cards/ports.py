"""Where wires end: the ports of a card."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from app.ui.canvas.cards.layout import Spot
from app.ui.canvas.cards.signs import Mark
from app.ui.canvas.patches import PipeItem

if TYPE_CHECKING:
    from app.ui.canvas.cards.items import Card

_DOT_REACH = 5.0


class Port:
    """A port of a card. It is no item of the scene: the card paints its ports and finds them.

    A large graph has thousands of ports; as items each of them would cost time on every frame.
    The names are those that the library's wires ask for.
    """

    def __init__(self, card: Card, spot: Spot) -> None:
        self.card = card
        self.spot = spot
        self.mark = Mark.PLAIN
        self.connected_pipes: list[PipeItem] = []

    @property
    def name(self) -> str:
        """The name of the socket, the output or the parameter."""
        return self.spot.name

    @property
    def port_type(self) -> str:
        """``in`` or ``out``."""
        return self.spot.side

    @property
    def key(self) -> tuple[str, str, str]:
        """Node, side and name."""
        return self.card.id, self.spot.side, self.spot.name

    def scenePos(self) -> QPointF:
        """Its middle on the canvas."""
        return self.card.pos() + self.spot.point

    def add_pipe(self, pipe: PipeItem) -> None:
        """A wire was plugged in."""
        self.connected_pipes.append(pipe)

    def remove_pipe(self, pipe: PipeItem) -> None:
        """A wire was pulled out."""
        self.connected_pipes.remove(pipe)


def nearest(ports: Iterable[Port], point: QPointF, reach: float, *, dot: bool) -> Port | None:
    """The port nearest to a point on its card, within ``reach``; ``dot`` if the card is one."""
    best, least = None, reach
    for port in ports:
        offset = port.spot.point - point
        distance = (offset.x() ** 2 + offset.y() ** 2) ** 0.5
        # The small ports of parameters must not steal clicks meant for the value beside them.
        allowed = min(reach, 8.0) if port.spot.parameter and offset.x() < 0 else reach
        if dot and offset.x() * (port.spot.point.x() or -1.0) < 0:
            # The middle of a dot is where it is taken to be moved.
            allowed = min(reach, _DOT_REACH)
        if distance <= min(allowed, least):
            best, least = port, distance
    return best
