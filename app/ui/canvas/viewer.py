"""The view: what lies under the mouse, and the events of mouse and keyboard.

Mouse events go to one gesture at a time (see ``gestures``); NodeGraphQt's own mouse code, which
removes and draws wires on its own account, is not used.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGraphicsItem, QGraphicsView, QToolTip, QWidget

from app.ui.canvas.camera import Camera
from app.ui.canvas.cards.items import Card, Port
from app.ui.canvas.cards.pulse import Pulse
from app.ui.canvas.popups.telling import told_at
from app.ui.canvas.wires.wire import Wire

_REACH = 11.0


class Viewer(Camera):
    """Shows the scene and says where the mouse is; what a gesture means is decided elsewhere."""

    pressed = Signal(QMouseEvent)
    dragged = Signal(QMouseEvent)
    released = Signal(QMouseEvent)
    double_clicked = Signal(QMouseEvent)
    key_pressed = Signal(QKeyEvent)
    key_released = Signal(QKeyEvent)
    focus_lost = Signal()
    menu_wanted = Signal(QPoint, QPoint)
    menu_wanted_by_key = Signal()
    all_wanted = Signal()
    value_tried = Signal(str, str, object)
    """A number is dragged: node, parameter, and the value of now; None once that is given up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setAcceptDrops(False)
        self.setMinimumSize(80, 60)
        self.hot: Wire | None = None
        self.values_at: Callable[[Port], Mapping[str, str]] = lambda port: {}
        self._near: Card | None = None
        self.pulse = Pulse(self)

    # --- what lies under the mouse

    def card_at(self, place: QPointF) -> Card | None:
        """The card at a place of the canvas."""
        found = (i for i in self.scene().items(place) if isinstance(i, Card))
        return next(
            (card for card in found if card.shape().contains(card.mapFromScene(place))), None
        )

    def port_at(self, place: QPointF) -> Port | None:
        """The port at a place of the canvas; its reach grows as the zoom falls."""
        reach = min(_REACH / min(self.zoom, 1.0), 24.0)
        area = QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach)
        for item in self.scene().items(area):
            if isinstance(item, Card):
                port = item.port_at(item.mapFromScene(place), reach)
                if port is not None:
                    return port
        return None

    def wire_at(self, place: QPointF) -> Wire | None:
        """The wire at a place of the canvas, unless a card lies over it."""
        if self.card_at(place) is not None:
            return None
        reach = 5 / self.zoom
        area = QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach)
        return next(
            (i for i in self.scene().items(area) if isinstance(i, Wire) and i.ends is not None),
            None,
        )

    def select_only(self, wanted: Collection[QGraphicsItem]) -> None:
        """Select exactly these items, telling it once."""
        before = set(self.scene().selectedItems())
        with self.telling_once():
            for item in before - set(wanted):
                item.setSelected(False)
            for item in set(wanted) - before:
                item.setSelected(True)

    @contextmanager
    def telling_once(self) -> Iterator[None]:
        """Tell of all that is selected or goes within this in one go, at its end."""
        scene = self.scene()
        before = set(scene.selectedItems())
        scene.blockSignals(True)
        try:
            yield
        finally:
            scene.blockSignals(False)
        if before != set(scene.selectedItems()):
            scene.selectionChanged.emit()

    def warm(self, wire: Wire | None) -> None:
        """Show one wire as being under the mouse."""
        before, self.hot = self.hot, wire
        for item, hot in ((before, False), (wire, True)):
            if item is not None and item.hot is not hot:
                item.hot = hot
                item.update()

    def hover(self, card: Card | None) -> None:
        """Show one card as being under the mouse."""
        before, self._near = self._near, card
        if before is not card:
            for item, hovered in ((before, False), (card, True)):
                if item is not None:
                    item.set_hovered(hovered)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint what moves by itself over the finished picture."""
        self.pulse.paint(painter)

    def _wake(self, awake: bool) -> None:
        """Let the selected cards show whether the keys go to them."""
        for item in self.scene().items():
            if isinstance(item, Card):
                item.set_awake(awake)

    # --- events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand the press to the gestures."""
        self.pressed.emit(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hand the movement to the gestures."""
        self.dragged.emit(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand the release to the gestures."""
        self.released.emit(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Hand the second click to the gestures."""
        self.double_clicked.emit(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the cursor; two fingers on a touchpad pan."""
        pixels = event.pixelDelta()
        if not pixels.isNull() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pan_by(QPointF(pixels))
        else:
            turned = event.angleDelta().y() or event.angleDelta().x()
            self.zoom_by(1.0015**turned, event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the key to the canvas; what it does not want goes on to the window."""
        event.ignore()  # whoever hears the signal accepts what it uses
        self.key_pressed.emit(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Hand the key to the canvas."""
        event.ignore()
        self.key_released.emit(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab adds a node instead of leaving the canvas."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus without the library's menu bar."""
        QGraphicsView.focusInEvent(self, event)
        self._wake(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget keys that are released elsewhere."""
        QGraphicsView.focusOutEvent(self, event)
        inside = QApplication.focusWidget()
        popup = event.reason() == Qt.FocusReason.PopupFocusReason
        self._wake(popup or (inside is not None and self.isAncestorOf(inside)))
        self.focus_lost.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu that suits the place."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_wanted_by_key.emit()
        else:
            self.menu_wanted.emit(event.pos(), event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what lies under the mouse."""
        if event.type() == QEvent.Type.Leave:
            self.hover(None)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell(event)
            return True
        if isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        return bool(super().viewportEvent(event))

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        """Zoom by as much as two fingers on a touchpad spread; a double tap shows everything."""
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1.0 + event.value(), event.position())
        elif event.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture:
            self.all_wanted.emit()
        return True

    def _tell(self, event: QHelpEvent) -> None:
        """Show the tooltip of a card, a port, a parameter or a wire."""
        place = self.to_scene(QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), told_at(self, place), self.viewport())
