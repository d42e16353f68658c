"""Which wires are led through dots by a key, and where the dots lie."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from app.graph.document import Source
from app.graph.document import Wire as WireEnds
from app.ui.canvas.cards.layout import DOT_SIZE
from app.ui.canvas.gestures.gestures import Desk
from app.ui.canvas.wires.wire import Wire

_AWAY = 40.0
Led = dict[Source, list[WireEnds]]
Corners = dict[Source, tuple[float, float]]


def dots_for(desk: Desk, wires: Iterable[Wire], nodes: Collection[str]) -> tuple[Led, Corners]:
    """A dot for every output with wires that are selected, or that leave selected nodes."""
    chosen = {desk.projection.ends[wire.ends]: wire for wire in wires if wire.ends}
    led: Led = {}
    corners: Corners = {}
    for ends, drawn in chosen.items():
        led.setdefault(ends.source, []).append(ends)
        middle = drawn.path().pointAtPercent(0.5)
        corners[ends.source] = dot_corner(middle.x(), middle.y())
    if led:
        return led, corners
    for key in nodes:
        for ends in desk.editing.graph.consumers_of.get(key, ()):
            led.setdefault(ends.source, []).append(ends)
            port = desk.projection.cards[key].ports["out", ends.source.output].scenePos()
            corners[ends.source] = dot_corner(port.x() + _AWAY, port.y())
    return led, corners


def dot_corner(x: float, y: float) -> tuple[float, float]:
    """The upper left corner of a dot around a place."""
    return float(round(x - DOT_SIZE[0] / 2)), float(round(y - DOT_SIZE[1] / 2))
