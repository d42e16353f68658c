"""Which gesture a press of the left button begins, by what lies under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from app.graph.spec import ParameterKind
from app.ui.canvas.boxes.links import LinkPress
from app.ui.canvas.boxes.resizing import REACH, Resize
from app.ui.canvas.cards.items import Card, Port
from app.ui.canvas.cards.layout import Field
from app.ui.canvas.cards.pills import MorePress, PillPress
from app.ui.canvas.gestures.copying import CopyDrag
from app.ui.canvas.gestures.gestures import Desk, Gesture, RubberBand, Slice
from app.ui.canvas.gestures.moving import Move
from app.ui.canvas.gestures.rewiring import WiresDrag
from app.ui.canvas.gestures.wire_press import WirePress
from app.ui.canvas.gestures.wiring import WireDrag
from app.ui.canvas.popups.hover import on_more
from app.ui.canvas.viewer import Viewer
from app.ui.canvas.wires.fitting import End
from app.ui.canvas.wires.leading import dot_corner
from app.ui.canvas.wires.wire import Wire

_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_SLICING = _ALT | Qt.KeyboardModifier.ShiftModifier


class Presses(QObject):
    """Makes the gestures, and asks for what they open."""

    search_wanted = Signal(QPoint, object)
    edit_wanted = Signal(object, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.viewer)
        self._desk = desk

    @property
    def viewer(self) -> Viewer:
        """The view that is pressed on."""
        return self._desk.viewer

    def begin(self, event: QMouseEvent, *, slicing: bool) -> Gesture:
        """The gesture that the left button begins; ``slicing`` says that its key is held."""
        viewer = self._desk.viewer
        if event.modifiers() & _SLICING == _SLICING or slicing:
            return Slice(self._desk, event)
        place = viewer.to_scene(event.position())
        port = viewer.port_at(place)
        if port is not None:
            return self._from_port(event, port)
        card = viewer.card_at(place)
        if card is not None:
            return self._on_card(event, card, place)
        wire = viewer.wire_at(place)
        if wire is not None:
            return WirePress(self, event, wire)
        return self._on_box(event, place) or RubberBand(self._desk, event)

    def _on_card(self, event: QMouseEvent, card: Card, place: QPointF) -> Gesture:
        """What begins on a card: with Alt a copy is dragged off, a value is edited, or it moves."""
        if event.modifiers() & _ALT:
            return CopyDrag(self._desk, event, card)
        field = card.layout.field_at(card.mapFromScene(place))
        if field is not None:
            return PillPress(self._desk, event, card, field, self._edit)
        if on_more(card, place):
            return MorePress(self._desk, event, card)
        return Move(self._desk, event, card)

    def _on_box(self, event: QMouseEvent, place: QPointF) -> Gesture | None:
        """What begins on a frame or a note: its edges resize it, the rest moves it."""
        boxes, held = self._desk.boxes, event.modifiers()
        edge = boxes.edge_at(place, REACH / self._desk.viewer.zoom)
        if edge is not None:
            return Resize(self._desk, event, *edge)
        box = boxes.taken_at(place)
        if box is None:
            return None
        if held & _CONTROL and box.link_at(place):
            return LinkPress(box.link_at(place), self._desk.editing.refuse)
        if held & _ALT and not box.is_frame:
            return CopyDrag(self._desk, event, box)
        return Move(self._desk, event, box, alone=bool(held & _ALT))

    def _from_port(self, event: QMouseEvent, port: Port) -> Gesture:
        """A new wire; from an occupied input the wire plugged in there, with Ctrl all of them."""
        wires = [wire for wire in port.connected_pipes if isinstance(wire, Wire)]
        if event.modifiers() & _CONTROL and wires:
            return WiresDrag(self._desk, event, port)
        if port.spot.side == "in" and not port.spot.many and wires:
            return self.take_up(event, wires[0], keep="out")
        return WireDrag(self._desk, event, port, None, self._offer)

    def take_up(self, event: QMouseEvent, wire: Wire, keep: str) -> Gesture:
        """Drag one end of a wire, the other staying where it is."""
        port = wire.output_port if keep == "out" else wire.input_port
        assert isinstance(port, Port)
        return WireDrag(self._desk, event, port, wire, self._offer)

    def lead(self, wire: Wire, place: QPointF) -> None:
        """Lead a wire through a dot at a place of the viewport."""
        drawn = self._desk.projection.ends.get(wire.ends) if wire.ends else None
        if drawn is not None:
            spot = self._desk.viewer.to_scene(place)
            corner = dot_corner(spot.x(), spot.y())
            self._desk.editing.add_dots({drawn.source: [drawn]}, {drawn.source: corner})

    def _offer(self, place: QPointF, end: End) -> None:
        """Ask for a search that knows the wire's loose end."""
        self.search_wanted.emit(place.toPoint(), end)

    def _edit(self, card: Card, field: Field) -> None:
        """Edit a value; a switch just changes over."""
        if field.parameter.kind is ParameterKind.BOOLEAN:
            value = not card.face.content.value(field.parameter)
            self._desk.editing.set_value(card.id, field.parameter.name, value)
        else:
            self.edit_wanted.emit(card, field)
