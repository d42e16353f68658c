"""Going from node to node by keys, and from value to value on a node."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QPointF

from app.ui.canvas.boxes.boxes import Box
from app.ui.canvas.cards.items import Card
from app.ui.canvas.gestures.gestures import Desk
from app.ui.canvas.gestures.moving import Movable, area_of, chosen
from app.ui.canvas.popups.popups import Popups
from app.ui.canvas.wires.stepping import WireSteps
from app.ui.words import tr

Direction = Literal["left", "right", "up", "down"]

_WAYS: dict[Direction, tuple[int, int]] = {
    "left": (-1, 0),
    "right": (1, 0),
    "up": (0, -1),
    "down": (0, 1),
}
_ASIDE = 2.5
"""How much farther away things seem that lie aside of the way."""


class Walking:
    """What the arrow keys, Enter and Tab do on the canvas."""

    def __init__(self, desk: Desk, popups: Popups) -> None:
        self._desk = desk
        self._popups = popups
        self._here = ""
        self._field = ""
        self._wires = WireSteps(desk)
        popups.editor.stepped.connect(self._step)

    @property
    def here(self) -> Movable | None:
        """Where the keyboard is: what it went to last, else the first thing that is selected."""
        items = chosen(self._desk)
        return next((item for item in items if item.id == self._here), items[0] if items else None)

    def walk(self, direction: Direction, *, adding: bool = False) -> None:
        """Select what lies nearest in a direction; ``adding`` keeps what is selected already."""
        everything: list[Movable] = [*self._desk.projection.cards.values()]
        everything += self._desk.boxes.shown.values()
        here = self.here
        end = self._wires.end(direction)
        if end is not None:
            self._go(end)
            return
        if here is None:
            middle = self._desk.viewer.shown.center()
            self._go(min(everything, key=lambda item: _away(middle, item), default=None))
            return
        start = _spot(here)
        others = [item for item in everything if item is not here]
        found = nearest(start, others, direction)
        if found is not None:
            self._go(found, adding=adding)

    def follow(self, *, upstream: bool) -> None:
        """Go along a wire: to what feeds this node, or to what it feeds."""
        here = self.here
        if not isinstance(here, Card):
            self._desk.editing.refuse(tr("No node is selected: press an arrow key to get to one."))
            return
        graph, cards = self._desk.editing.graph, self._desk.projection.cards
        if upstream:
            ids = [s.node for held in graph.inputs_of.get(here.id, {}).values() for s in held]
        else:
            ids = [wire.socket.node for wire in graph.consumers_of.get(here.id, ())]
        ends = [cards[key] for key in dict.fromkeys(ids) if key in cards]
        if ends:
            self._go(min(ends, key=lambda card: abs(_spot(card).y() - _spot(here).y())))
        else:
            way = tr("Nothing feeds this node.") if upstream else tr("This node feeds nothing.")
            self._desk.editing.refuse(way)

    def next_wire(self) -> str:
        """Select the first wire of this node, then the next one; what it is, in words."""
        here = self.here
        named = self._wires.next(here if isinstance(here, Card) else None)
        if not named:
            self._desk.editing.refuse(tr("No node with wires is selected: press an arrow key."))
        return named

    def _go(self, item: Movable | None, *, adding: bool = False) -> None:
        """Select an item and see to it that it is seen."""
        if item is None:
            return
        self._here = item.id
        self._desk.viewer.select_only([*chosen(self._desk), item] if adding else [item])
        self._desk.viewer.reveal(area_of(item))

    # --- values

    def edit(self) -> None:
        """Edit the first value, or what is written on a box; open a subgraph without values."""
        here = self.here
        if isinstance(here, Box):
            self._popups.write(here)
        elif here is None:
            self._desk.editing.refuse(tr("No node is selected: press an arrow key to get to one."))
        elif not self._open(here, 0) and not self._popups.enter(here.id):
            self._desk.editing.refuse(tr("This node has no value to edit here."))

    def _open(self, card: Card, number: int) -> bool:
        """Edit the value at a place of the card, or the next one that no wire feeds."""
        fields = [f for f in card.layout.fields if f.parameter.name not in card.face.sources]
        if not 0 <= number < len(fields):
            return False
        self._here, self._field = card.id, fields[number].parameter.name
        self._desk.viewer.reveal(card.mapRectToScene(fields[number].box))
        self._popups.edit_value(card, fields[number])
        return True

    def _step(self, step: int) -> None:
        """Go on to the value before or after the one that was edited."""
        card = self._desk.projection.cards.get(self._popups.edited)
        if card is None:
            return
        names = [f.parameter.name for f in card.layout.fields]
        free = [name for name in names if name not in card.face.sources]
        if self._popups.edited_value in free:
            self._open(card, free.index(self._popups.edited_value) + step)


def _spot(item: Movable) -> QPointF:
    """Where an item is on the way: a frame is where its title is."""
    area = area_of(item)
    if isinstance(item, Box) and item.is_frame:
        return QPointF(area.center().x(), area.top())
    return area.center()


def _away(place: QPointF, item: Movable) -> float:
    """How far an item lies from a place."""
    way = _spot(item) - place
    return float(abs(way.x()) + abs(way.y()))


def nearest(start: QPointF, items: Iterable[Movable], direction: Direction) -> Movable | None:
    """What lies nearest in a direction; what lies aside of it counts as farther away."""
    x, y = _WAYS[direction]
    best, least = None, float("inf")
    for item in items:
        way = _spot(item) - start
        along = way.x() * x + way.y() * y
        aside = abs(way.x() * y) + abs(way.y() * x)
        if along > 1 and along + aside * _ASIDE < least:
            best, least = item, along + aside * _ASIDE
    return best
