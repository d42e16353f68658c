"""What the mouse does in the viewer: move the picture, drag it out, part two by a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from app.ui.compare.modes import Mode

if TYPE_CHECKING:
    from app.ui.viewer.picture_view import PictureView

_REACH = 10.0
_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


class PictureTool(Protocol):
    """Works on the picture with the mouse; answers whether it took the event.

    The wheel, the middle button and what no tool takes move and zoom the picture.
    """

    def press(self, event: QMouseEvent) -> bool:
        """A button went down."""

    def move(self, event: QMouseEvent) -> bool:
        """The mouse moved, with or without a button."""

    def release(self, event: QMouseEvent) -> bool:
        """A button went up."""

    def leave(self) -> None:
        """The mouse left the view."""

    def paint(self, painter: QPainter) -> None:
        """Draw over the picture."""


class WipeTool:
    """Takes hold of the line between two pictures."""

    def __init__(self, view: PictureView) -> None:
        self._view = view
        self._held = False

    def press(self, event: QMouseEvent) -> bool:
        """Take the line where it is near enough."""
        self._held = event.button() == _LEFT and self._is_near(event.position())
        return self._held

    def move(self, event: QMouseEvent) -> bool:
        """Move the line, or show that it can be moved."""
        if not self._held:
            self._point(near=self._is_near(event.position()))
            return False
        self._view.wipe.put(self._view.area, event.position())
        self._view.update()
        return True

    def release(self, event: QMouseEvent) -> bool:
        """Let go of the line."""
        held, self._held = self._held, False
        return held

    def leave(self) -> None:
        """Nothing is pointed at any more."""
        self._point(near=False)

    def _is_near(self, place: QPointF) -> bool:
        view = self._view
        return view.mode is Mode.WIPE and view.wipe.distance(view.area, place) <= _REACH

    def _point(self, *, near: bool) -> None:
        if self._view.mode is not Mode.WIPE:
            return
        upright = self._view.wipe.upright
        shape = Qt.CursorShape.SplitHCursor if upright else Qt.CursorShape.SplitVCursor
        if near:
            self._view.setCursor(shape)
        else:
            self._view.unsetCursor()


class HandTool:
    """Moves the picture; one that fits its pane is dragged out of the window instead."""

    def __init__(self, view: PictureView) -> None:
        self._view = view
        self._held: QPointF | None = None
        self._start = QPointF()
        self._may_leave = False

    def press(self, event: QMouseEvent) -> bool:
        """Take hold of the picture."""
        if event.button() not in (_LEFT, _MIDDLE) or not self._view.has_picture:
            return False
        self._held = self._start = event.position()
        self._may_leave = event.button() == _LEFT and self._view.camera.fitted
        if not self._may_leave:
            self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Move the picture that is held, or begin to drag it out."""
        if self._held is None:
            return False
        now = event.position()
        if self._may_leave:
            far = (now - self._start).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._held = None
                self._view.drag_wanted.emit(self._view.pane_at(self._start))
        elif now != self._held:
            self._view.move_by(now - self._held)
            self._held = now
        return True

    def release(self, event: QMouseEvent) -> bool:
        """Let go of the picture."""
        held, self._held = self._held is not None, None
        self._view.unsetCursor()
        return held
