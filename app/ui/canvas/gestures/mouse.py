"""Leads gestures from press to release, and knows the keys that change their meaning."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from app.graph.interface import definition_of
from app.ui.canvas.cards.layout import HEADER
from app.ui.canvas.gestures.edge import EdgePan
from app.ui.canvas.gestures.gestures import Desk, Gesture, Pan
from app.ui.canvas.gestures.presses import Presses
from app.ui.canvas.popups.hover import on_more, shape_at
from app.ui.canvas.viewer import Viewer

_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
_HELD = (Qt.Key.Key_Space, Qt.Key.Key_Y)
_CONTROL = Qt.KeyboardModifier.ControlModifier
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
        self._presses = Presses(desk)
        self._presses.search_wanted.connect(self.search_wanted)
        self._presses.edit_wanted.connect(self.edit_wanted)
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
            # Let go in the middle of a drag, Space was for the drag and not a tap.
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
            slicing = Qt.Key.Key_Y in self._held
            self._gesture = self._presses.begin(event, slicing=slicing)

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
            self._presses.lead(wire, event.position())
            return
        if box is not None:
            self.write_wanted.emit(box)
        else:
            self.search_wanted.emit(event.position().toPoint(), None)
