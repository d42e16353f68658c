"""Where wires end: the ports of a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from app.ui.canvas.layout import Spot
from app.ui.canvas.patches import PipeItem
from app.ui.canvas.signs import Mark

if TYPE_CHECKING:
    from app.ui.canvas.items import Card


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
