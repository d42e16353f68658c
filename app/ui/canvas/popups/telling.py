"""What the tooltip says about a place of the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from app.ui.canvas.popups.tips import port_name, port_tip, wire_tip

if TYPE_CHECKING:
    from app.ui.canvas.viewer import Viewer
    from app.ui.canvas.wires.wire import Wire


def told_at(viewer: Viewer, place: QPointF) -> str:
    """The words about the port, the card or the wire at a place; none where nothing is."""
    port = viewer.port_at(place)
    if port is not None:
        return port_tip(port.spot, viewer.values_at(port))
    card = viewer.card_at(place)
    if card is not None:
        return card.tip(card.mapFromScene(place))
    wire = viewer.wire_at(place)
    return _of_wire(viewer, wire) if wire is not None else ""


def _of_wire(viewer: Viewer, wire: Wire) -> str:
    out, into = wire.output_port, wire.input_port
    start, end = (port_name(p.card.face.content.title, p.name) for p in (out, into))
    return wire_tip(out.spot, (start, end), viewer.values_at(out))
