"""Random gestures on a canvas, by mouse and keyboard."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, Qt

from tests.ui.canvas.toys import Hand

_PLAIN = Qt.KeyboardModifier.NoModifier
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_SLICING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class Player:
    """Does something at random, by mouse and keyboard."""

    def __init__(self, hand: Hand, chance: random.Random, titles: Sequence[str]) -> None:
        self.hand = hand
        self.random = chance
        self.titles = titles

    def play(self) -> None:
        """One gesture."""
        moves: list[tuple[int, Callable[[], None]]] = [
            (4, self.add),
            (8, self.connect),
            (5, self.drag_between_ports),
            (3, self.drag_from_port),
            (4, self.move_node),
            (1, self.slice),
            (2, self.rubber_band),
            (3, self.press_key),
            (3, self.click_value),
            (4, self.travel),
            (2, self.interrupt),
            (2, self.add_box),
            (3, self.take_box),
            (2, self.add_dot),
            (2, self.drag_copy),
            (2, self.move_wires),
            (3, self.walk),
        ]
        weights = [weight for weight, _ in moves]
        self.random.choices([move for _, move in moves], weights)[0]()

    def node(self) -> str | None:
        """A node that can be seen."""
        nodes = list(self.hand.graph.nodes)
        return self.random.choice(nodes) if nodes else None

    def place(self) -> QPoint:
        """Some place of the viewport."""
        return QPoint(self.random.randrange(1080), self.random.randrange(780))

    def port(self) -> QPoint | None:
        """Some port of some node."""
        node = self.node()
        ports = list(self.hand.canvas.projection.cards[node].ports) if node else []
        return self.hand.port(node, *self.random.choice(ports)) if node and ports else None

    def add(self) -> None:
        """Add a node by search."""
        if len(self.hand.graph.nodes) > 14:
            return
        self.hand.double_click(self.place())
        if self.hand.canvas.popups.search.isVisible():
            self.hand.type(self.random.choice(self.titles))
            self.hand.key(Qt.Key.Key_Return)

    def connect(self) -> None:
        """Draw a wire between two ports of the same type."""
        cards = self.hand.canvas.projection.cards.values()
        ports = [port for card in cards for port in card.ports.values()]
        outs = [port for port in ports if port.spot.side == "out"]
        if not outs:
            return
        start = self.random.choice(outs)
        ends = [p for p in ports if p.spot.side == "in" and p.spot.type == start.spot.type]
        if ends:
            places = [
                self.hand.place(port.scenePos()) for port in (start, self.random.choice(ends))
            ]
            self.hand.drag(*self.random.sample(places, 2))

    def drag_between_ports(self) -> None:
        """Try to draw a wire, or to move one."""
        start, end = self.port(), self.port()
        if start is not None and end is not None:
            self.hand.drag(start, end)

    def drag_from_port(self) -> None:
        """Drop a wire anywhere; take what the search offers, or not."""
        start = self.port()
        if start is None:
            return
        self.hand.drag(start, self.place())
        if self.hand.canvas.popups.search.isVisible():
            keys = (Qt.Key.Key_Return, Qt.Key.Key_Escape)
            self.hand.key(self.random.choice(keys))

    def move_node(self) -> None:
        """Move whatever is selected with a node."""
        node = self.node()
        if node:
            self.hand.drag(self.hand.title(node), self.place())

    def slice(self) -> None:
        """Cut across the canvas."""
        self.hand.drag(self.place(), self.place(), _SLICING)

    def rubber_band(self) -> None:
        """Drag over whatever is there."""
        self.hand.drag(self.place(), self.place())

    def press_key(self) -> None:
        """Press one of the keys that change the graph."""
        keys = [
            (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
            (Qt.Key.Key_M, Qt.KeyboardModifier.NoModifier),
            (Qt.Key.Key_D, Qt.KeyboardModifier.NoModifier),
            (Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier),
            (Qt.Key.Key_C, _CONTROL),
            (Qt.Key.Key_D, _CONTROL),
            (Qt.Key.Key_V, _CONTROL),
        ]
        if len(self.hand.graph.nodes) > 14:
            self.hand.canvas.select(list(self.hand.graph.nodes)[:8])
            keys = keys[:1]
        self.hand.canvas.viewer.setFocus()
        self.hand.key(*self.random.choice(keys))

    def add_box(self) -> None:
        """Put a frame or a note somewhere, and write on it or not."""
        if len(self.hand.graph.frames) + len(self.hand.graph.notes) < 6:
            self.hand.move(self.place(), held=False)
            self.hand.canvas.viewer.setFocus()
            key, modifiers = self.random.choice(
                ((Qt.Key.Key_G, _CONTROL), (Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier))
            )
            self.hand.key(key, modifiers)
            self.hand.type("so")
            editor = self.hand.canvas.popups.editor
            self.random.choice((editor.commit, editor.cancel))()

    def take_box(self) -> None:
        """Move or resize a frame or a note."""
        boxes = list(self.hand.canvas.boxes.shown.values())
        if boxes:
            area = self.random.choice(boxes).area
            spots = (area.topLeft() + QPointF(60, 12), area.bottomRight(), area.center())
            start = self.hand.place(self.random.choice(spots))
            self.hand.drag(start, self.place(), self.random.choice((_PLAIN, _ALT)))

    def add_dot(self) -> None:
        """Lead a wire through a dot."""
        wires = list(self.hand.canvas.projection.wires.values())
        if wires and len(self.hand.graph.nodes) < 18:
            middle = self.hand.place(self.random.choice(wires).path().pointAtPercent(0.5))
            self.hand.click(middle, _ALT)

    def drag_copy(self) -> None:
        """Drag a copy off a node."""
        node = self.node()
        if node and len(self.hand.graph.nodes) < 14:
            start = self.hand.title(node)
            self.hand.drag(start, self.place(), self.random.choice((_ALT, _ALT | _CONTROL)))

    def move_wires(self) -> None:
        """Drag all wires of a port to another one, or give that up."""
        start, end = self.port(), self.port()
        if start is not None and end is not None:
            self.hand.press(start, _CONTROL)
            self.hand.move(end, _CONTROL)
            if self.random.random() < 0.3:
                self.hand.canvas.viewer.setFocus()
                self.hand.key(Qt.Key.Key_Escape)
            self.hand.release(end, _CONTROL)
            self.hand.canvas.popups.search.close_search()

    def walk(self) -> None:
        """Go somewhere by keys, and do something there."""
        self.hand.canvas.viewer.setFocus()
        shift = Qt.KeyboardModifier.ShiftModifier
        keys = [
            (Qt.Key.Key_Left, _PLAIN),
            (Qt.Key.Key_Down, _PLAIN),
            (Qt.Key.Key_Right, shift),
            (Qt.Key.Key_Left, _ALT),
            (Qt.Key.Key_L, _PLAIN),
            (Qt.Key.Key_L, _CONTROL),
            (Qt.Key.Key_X, _CONTROL | shift),
            (Qt.Key.Key_Period, _PLAIN),
        ]
        if len(self.hand.graph.nodes) > 16:
            keys.pop()
        self.hand.key(*self.random.choice(keys))

    def click_value(self) -> None:
        """Edit a value, with or without keeping it."""
        node = self.node()
        fields = self.hand.canvas.projection.cards[node].layout.fields if node else ()
        if node and fields:
            self.hand.click(self.hand.pill(node, self.random.choice(fields).parameter.name))
            editor = self.hand.canvas.popups.editor
            self.random.choice((editor.commit, editor.cancel))()

    def travel(self) -> None:
        """Undo or redo a few steps."""
        for _ in range(self.random.randrange(1, 4)):
            self.random.choice((self.hand.document.undo, self.hand.document.redo))()

    def interrupt(self) -> None:
        """Begin a drag, change the document, and let go."""
        self.hand.press(self.port() or self.place())
        self.hand.move(self.place())
        self.hand.document.undo()
        self.hand.release(self.place())
        self.hand.canvas.popups.search.close_search()
