"""Selecting wires by keys: those of a node one after the other, and from a wire to its ends."""

from __future__ import annotations

from app.graph.document import Wire as WireEnds
from app.ui.canvas.cards.items import Card
from app.ui.canvas.cards.text import words
from app.ui.canvas.gestures.gestures import Desk
from app.ui.canvas.wires.wire import Wire
from app.ui.words import tr


class WireSteps:
    """Remembers whose wires are gone through while one of them is selected."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._node = ""

    def next(self, here: Card | None) -> str:
        """Select the next wire of a node, or of the one whose wire is selected; what that is."""
        at = self.selected()
        if here is not None:
            self._node, at = here.id, None
        wires = self._wires()
        if not wires:
            return ""
        place = (wires.index(at) + 1) % len(wires) if at in wires else 0
        ends = wires[place]
        self._desk.viewer.select_only([self._desk.projection.wires[ends]])
        return self._named(ends)

    def selected(self) -> WireEnds | None:
        """The one wire that is selected."""
        chosen = self._desk.viewer.scene().selectedItems()
        wires = [item.ends for item in chosen if isinstance(item, Wire)]
        return wires[0] if len(wires) == len(chosen) == 1 else None

    def end(self, direction: str) -> Card | None:
        """The node at an end of the selected wire: to the left the one that feeds it."""
        ends = self.selected()
        if ends is None:
            return None
        nodes = {"left": ends.source.node, "right": ends.socket.node}
        return self._desk.projection.cards.get(nodes.get(direction, self._node))

    def _wires(self) -> list[WireEnds]:
        """The wires at the node, those that come in first, from the top down."""
        drawn = self._desk.projection.wires
        found = [e for e in drawn if self._node in (e.source.node, e.socket.node)]
        return sorted(found, key=self._rank)

    def _rank(self, ends: WireEnds) -> tuple[bool, float, float]:
        wire = self._desk.projection.wires[ends]
        leaves = ends.source.node == self._node
        near, far = wire.input_port, wire.output_port
        if leaves:
            near, far = far, near
        return leaves, near.scenePos().y(), far.scenePos().y()

    def _named(self, ends: WireEnds) -> str:
        """A wire in words."""
        titles = {key: card.face.content.title for key, card in self._desk.projection.cards.items()}
        return tr(
            "Wire from {output} of {source} to {input} of {node}",
            output=words(ends.source.output),
            source=titles[ends.source.node],
            input=words(ends.socket.name),
            node=titles[ends.socket.node],
        )
