"""Which gesture a press of the mouse begins, and the keys that change its meaning."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from app.graph.interface import definition_of
from app.graph.spec import ParameterKind
from app.ui.canvas.copying import CopyDrag
from app.ui.canvas.edge import EdgePan
from app.ui.canvas.fitting import End
from app.ui.canvas.gestures import Desk, Gesture, Pan, RubberBand, Slice
from app.ui.canvas.hover import on_more, shape_at
from app.ui.canvas.items import Card, Port
from app.ui.canvas.layout import HEADER, Field
from app.ui.canvas.leading import dot_corner
from app.ui.canvas.links import LinkPress
from app.ui.canvas.moving import Move
from app.ui.canvas.pills import MorePress, PillPress
from app.ui.canvas.resizing import REACH, Resize
from app.ui.canvas.rewiring import WiresDrag
from app.ui.canvas.viewer import Viewer
from app.ui.canvas.wire import Wire
from app.ui.canvas.wire_press import WirePress
from app.ui.canvas.wiring import WireDrag

_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
_HELD = (Qt.Key.Key_Space, Qt.Key.Key_Y)
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_SLICING = _ALT | Qt.KeyboardModifier.ShiftModifier
_TAP = 350
"""How many milliseconds a key is held at most when it is only tapped."""


class Mouse(QObject):
    """Leads one gesture at a time from press to release."""

    search_wanted = Signal(QPoint, object)
    edit_wanted = Signal(object, object)
    rename_wanted = Signal(object)
    write_wanted = Signal(object)
    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.viewer)
        self._desk = desk
        self._gesture: Gesture | None = None
        self._held: set[int] = set()
        self._tap = QElapsedTimer()
        self._edge = EdgePan(desk.viewer, self._drag_on)
        self.place = QPointF(desk.viewer.width() / 2, desk.viewer.height() / 2)
        viewer = desk.viewer
        viewer.pressed.connect(self._press)
        viewer.dragged.connect(self._drag)
        viewer.released.connect(self._release)
        viewer.double_clicked.connect(self._double_click)
        viewer.key_released.connect(self._key_up)
        viewer.focus_lost.connect(self._forget_keys)

    @property
    def viewer(self) -> Viewer:
        """The view that the mouse works on."""
        return self._desk.viewer

    @property
    def busy(self) -> bool:
        """Whether a gesture is in progress."""
        return self._gesture is not None

    def cancel(self) -> None:
        """Give up the gesture in progress and put everything back."""
        gesture, self._gesture = self._gesture, None
        self._edge.stop()
        if gesture is not None:
            gesture.cancel()

    def hold(self, event: QKeyEvent) -> bool:
        """Remember a key that changes what the mouse does; says whether this is one."""
        if event.key() not in _HELD:
            return False
        self._held.add(event.key())
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._tap.start()
            self._desk.viewer.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        return True

    def _forget_keys(self) -> None:
        """Keys that are let go elsewhere are not held any more."""
        self._held.clear()
        self._tap.invalidate()
        self._desk.viewer.viewport().unsetCursor()

    def _key_up(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self._held.discard(event.key())
            if event.key() == Qt.Key.Key_Space and not self.busy:
                self._desk.viewer.viewport().unsetCursor()
                self._tapped()

    def _tapped(self) -> None:
        """Search, if Space was only tapped and nothing was dragged with it."""
        tapped = self._tap.isValid() and self._tap.elapsed() < _TAP
        self._tap.invalidate()
        if tapped:
            self.search_wanted.emit(self.place.toPoint(), None)

    def _press(self, event: QMouseEvent) -> None:
        self.place = event.position()
        self._tap.invalidate()
        self._desk.viewer.warm(None)
        if self.busy:
            return
        if event.button() == _MIDDLE or (
            event.button() == _LEFT and Qt.Key.Key_Space in self._held
        ):
            self._gesture = Pan(self._desk, event)
        elif event.button() == _LEFT:
            self._gesture = self._begin(event)

    def _begin(self, event: QMouseEvent) -> Gesture:
        """The gesture that the left button begins at this place."""
        viewer = self._desk.viewer
        if event.modifiers() & _SLICING == _SLICING or Qt.Key.Key_Y in self._held:
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

    def _drag(self, event: QMouseEvent) -> None:
        self.place = event.position()
        if self._gesture is not None and not event.buttons():
            # The button was let go where no one told us, such as over a dialog.
            self.cancel()
        if self._gesture is not None:
            self._gesture.move(event)
            if not isinstance(self._gesture, Pan):
                self._edge.follow(event)
        else:
            self._hover()

    def _drag_on(self, event: QMouseEvent) -> None:
        """The view moved under the mouse: so did what it drags."""
        if self._gesture is not None:
            self._gesture.move(event)

    def _hover(self) -> None:
        """Show what a press would take hold of, without a gesture in progress."""
        viewer = self._desk.viewer
        place = viewer.to_scene(self.place)
        viewer.warm(viewer.wire_at(place))
        viewer.hover(viewer.card_at(place))
        shape = shape_at(self._desk, place)
        if Qt.Key.Key_Space not in self._held and viewer.viewport().cursor().shape() != shape:
            viewer.viewport().setCursor(shape)

    def _release(self, event: QMouseEvent) -> None:
        if event.buttons() & (_LEFT | _MIDDLE):
            return
        gesture, self._gesture = self._gesture, None
        self._edge.stop()
        if gesture is not None:
            gesture.release(event)

    def _double_click(self, event: QMouseEvent) -> None:
        """On a title rename, on a card tell the window (of a subgraph anywhere on it), on nothing
        add a node."""
        viewer = self._desk.viewer
        place = viewer.to_scene(event.position())
        card = viewer.card_at(place)
        if event.button() != _LEFT or viewer.port_at(place) is not None:
            return self._press(event)
        if card is None:
            return self._double_click_beside(event, place)
        inside = card.mapFromScene(place)
        if card.face.content.is_dot:
            return None
        is_subgraph = definition_of(card.face.content.node.type) is not None
        if inside.y() < HEADER and not is_subgraph:
            self.rename_wanted.emit(card)
        elif card.layout.field_at(inside) is not None or on_more(card, place):
            return self._press(event)
        else:
            self.opened.emit(card.id)
        return None

    def _double_click_beside(self, event: QMouseEvent, place: QPointF) -> None:
        """Beside all cards: on a box write, on nothing search."""
        box = self._desk.boxes.taken_at(place)
        wire = self._desk.viewer.wire_at(place)
        if wire is not None:
            self.lead(wire, event.position())
            return
        if box is not None:
            self.write_wanted.emit(box)
        else:
            self.search_wanted.emit(event.position().toPoint(), None)
