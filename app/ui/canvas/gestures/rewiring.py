"""Dragging all wires of a port to another one."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent

from app.graph.document import Socket, Source
from app.ui.canvas.cards.items import Port
from app.ui.canvas.cards.signs import Mark
from app.ui.canvas.gestures.gestures import Desk, near
from app.ui.canvas.wires.fitting import end_of, fitting_ports
from app.ui.canvas.wires.wire import Wire, curve
from app.ui.words import tr


class WiresDrag:
    """Take up all wires at one port and plug them into another port of the same side."""

    def __init__(self, desk: Desk, event: QMouseEvent, port: Port) -> None:
        self._desk = desk
        self._port = port
        self._start = event.position()
        self._moved = False
        wires = [wire for wire in port.connected_pipes if isinstance(wire, Wire)]
        self._taken = {wire: _far_port(wire, port) for wire in wires}
        self._ends = [desk.projection.ends[w.ends] for w in wires if w.ends in desk.projection.ends]
        self._loose = {wire: Wire() for wire in wires}
        self._fitting: set[Port] = set()

    def move(self, event: QMouseEvent) -> None:
        """Let all ends follow the mouse."""
        if not self._moved:
            if near(event.position(), self._start):
                return
            self._begin()
        place = self._desk.viewer.to_scene(event.position())
        target = self._target(event)
        loose = target.scenePos() if target in self._fitting and target else place
        for wire, drawn in self._loose.items():
            far = self._taken[wire]
            if far is not None:
                fixed = far.scenePos()
                out = self._port.spot.side == "out"
                drawn.setPath(curve(loose, fixed) if out else curve(fixed, loose))
                drawn.hot = target in self._fitting

    def _begin(self) -> None:
        """Hide the wires, draw them loose, and light up where they may go."""
        self._moved = True
        for wire, drawn in self._loose.items():
            wire.setVisible(False)
            drawn.colours = wire.colours
            drawn.setZValue(5)
            self._desk.viewer.scene().addItem(drawn)
        self._fitting = self._find_fitting()
        self._mark(True)

    def _find_fitting(self) -> set[Port]:
        """The ports to which all wires may go."""
        projection = self._desk.projection
        fixed = [far for far in self._taken.values() if far is not None]
        found = [fitting_ports(projection, end_of(projection, far)) for far in fixed]
        several = len(self._ends) > 1 and self._port.spot.side == "in"
        fitting = set.intersection(*found) if found else set()
        return {
            port for port in fitting if port is not self._port and (port.spot.many or not several)
        }

    def _pairs(self, port: Port) -> list[tuple[Source, Socket]]:
        """The wires as they would run with their ends at another port."""
        key, name = port.card.id, port.name
        if port.spot.side == "out":
            return [(Source(key, name), ends.socket) for ends in self._ends]
        return [(ends.source, Socket(key, name)) for ends in self._ends]

    def _mark(self, on: bool) -> None:
        """Light up what fits and dim the rest, or end that."""
        for card in self._desk.projection.cards.values():
            for port in card.ports.values():
                shown = Mark.FITS if port in self._fitting else Mark.DIM
                port.mark = shown if on else Mark.PLAIN
            card.set_dimmed(on and self._fitting.isdisjoint(card.ports.values()))

    def _target(self, event: QMouseEvent) -> Port | None:
        """The port under the mouse."""
        return self._desk.viewer.port_at(self._desk.viewer.to_scene(event.position()))

    def release(self, event: QMouseEvent) -> None:
        """Plug all of them in, as one step, or leave them where they were."""
        target, moved = self._target(event), self._moved
        self.cancel()
        if not moved or target is None or target is self._port:
            return
        if target.spot.side == self._port.spot.side:
            self._desk.editing.rewire(self._pairs(target), self._ends)
        else:
            self._desk.editing.refuse(
                tr("These wires can only be moved to a port of the same side of a node.")
            )

    def cancel(self) -> None:
        """Show the wires where they are."""
        for wire, drawn in self._loose.items():
            if drawn.scene() is not None:
                drawn.scene().removeItem(drawn)
            wire.setVisible(True)
        if self._moved:
            self._mark(False)
        self._moved = False


def _far_port(wire: Wire, port: Port) -> Port | None:
    """The port at a wire's other end."""
    far = wire.input_port if port.spot.side == "out" else wire.output_port
    return far if isinstance(far, Port) else None
