"""Painting a mask in the viewer, from the first stroke until it is used or given up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTabletEvent

from app.ui.masks.bar import MaskBar
from app.ui.masks.layer import Brush, MaskLayer
from app.ui.masks.text import mask_in, text_of
from app.ui.masks.tool import MaskTool, Stroke
from app.ui.viewer.known_picture import KnownPicture
from app.ui.viewer.picture_view import PictureView

_GROW = 1.2


@dataclass(frozen=True)
class PaintedMask:
    """A mask that was painted: its text, how far its border is softened, and what it is for.

    ``node`` is the node that holds it already, empty for a new one.
    """

    text: str
    feather: float
    picture: KnownPicture
    node: str = ""


class MaskPainter(QObject):
    """Turns the view into a place to paint, and back."""

    began = Signal()
    used = Signal(PaintedMask)
    ended = Signal()

    def __init__(self, view: PictureView, bar: MaskBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view, self._bar = view, bar
        self._picture: KnownPicture | None = None
        self._node = ""
        self.tool: MaskTool | None = None
        self._brush, self._opacity, self._tolerance = Brush(), 0.6, 24
        self._keys: dict[QKeySequence.StandardKey, Callable[[], None]] = {
            QKeySequence.StandardKey.Undo: self.undo,
            QKeySequence.StandardKey.Redo: self.redo,
            QKeySequence.StandardKey.Cancel: self.cancel,
            QKeySequence.StandardKey.InsertParagraphSeparator: self.accept,
        }
        self._connect()
        bar.hide()

    @property
    def is_painting(self) -> bool:
        """Whether a mask is being painted."""
        return self.tool is not None

    def begin(
        self, picture: KnownPicture, text: str = "", feather: float = 0.0, node: str = ""
    ) -> None:
        """Paint on a picture: a new mask, or on with the one that a node holds."""
        self._picture, self._node = picture, node
        mask, _ = mask_in(text)
        layer = MaskLayer(picture.image.size(), mask)
        self.tool = MaskTool(self._view, layer, self._show_history)
        self.tool.brush, self.tool.opacity, self.tool.feather = self._brush, self._opacity, feather
        self.tool.tolerance = self._tolerance
        short = min(picture.image.width(), picture.image.height())
        self._bar.set_reach(short)
        if not node:
            self.tool.brush = replace(self._brush, size=max(1.0, short / 12))
        self.began.emit()
        self._view.show_image(picture.image)
        self._view.tool = self.tool
        self._view.installEventFilter(self)
        self._view.setCursor(Qt.CursorShape.CrossCursor)
        self._bar.show()
        self._bar.show_stroke(self.tool.kind)
        self._show_values()
        self.tool.refresh()
        self._view.setFocus()

    def accept(self) -> None:
        """Use the mask."""
        if self.tool is None or self._picture is None:
            return
        text = (
            "" if self.tool.layer.is_empty else text_of(self.tool.layer.image, self._picture.name)
        )
        painted = PaintedMask(text, self.tool.feather, self._picture, self._node)
        self._end()
        self.used.emit(painted)

    def cancel(self) -> None:
        """Give the mask up."""
        if self.tool is not None:
            self._end()

    def undo(self) -> None:
        """Take the last stroke back."""
        self._change(lambda layer: layer.undo())

    def redo(self) -> None:
        """Make it again."""
        self._change(lambda layer: layer.redo())

    def invert(self) -> None:
        """White becomes black and black white."""
        self._change(lambda layer: layer.invert())

    def choose(self, stroke: Stroke) -> None:
        """Draw with another tool."""
        if self.tool is not None:
            self.tool.kind = stroke
            self._bar.show_stroke(stroke)
            self._view.update()

    def enlarge(self) -> None:
        """A larger brush."""
        self._resize(_GROW)

    def shrink(self) -> None:
        """A smaller brush."""
        self._resize(1 / _GROW)

    def fill(self) -> None:
        """Paint everything."""
        self._change(lambda layer: layer.fill(255))

    def clear(self) -> None:
        """Paint nothing."""
        self._change(lambda layer: layer.fill(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take undo, Enter and Esc before the window does, and how hard a pen is pressed.

        They mean other things elsewhere in the window; all other keys of painting are actions.
        """
        if isinstance(event, QTabletEvent) and self.tool is not None:
            self.tool.pressure = max(0.05, event.pressure())
            return False
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return False
        do = self._meaning(event)
        if do is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            do()
        return True

    def _meaning(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does while a mask is painted."""
        if event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            return self.redo
        for standard, do in self._keys.items():
            if event.matches(standard):
                return do
        return None

    def _connect(self) -> None:
        bar = self._bar
        bar.stroke_chosen.connect(self.choose)
        bar.size_changed.connect(lambda size: self._set(size=size))
        bar.hardness_changed.connect(lambda hardness: self._set(hardness=hardness))
        bar.feather_changed.connect(self._set_feather)
        bar.opacity_changed.connect(self._set_opacity)
        bar.tolerance_changed.connect(self._set_tolerance)
        bar.fill_wanted.connect(self.fill)
        bar.clear_wanted.connect(self.clear)
        bar.invert_wanted.connect(self.invert)
        bar.undo_wanted.connect(self.undo)
        bar.redo_wanted.connect(self.redo)
        bar.accepted.connect(self.accept)
        bar.cancelled.connect(self.cancel)

    def _change(self, change: Callable[[MaskLayer], None]) -> None:
        if self.tool is not None:
            change(self.tool.layer)
            self.tool.refresh()

    def _set(self, **values: float) -> None:
        if self.tool is not None:
            self.tool.brush = replace(self.tool.brush, **values)  # type: ignore[arg-type]
            self._view.update()

    def _set_feather(self, feather: float) -> None:
        if self.tool is not None:
            self.tool.feather = feather
            self.tool.refresh()

    def _set_opacity(self, opacity: float) -> None:
        if self.tool is not None:
            self.tool.opacity = opacity
            self._view.update()

    def _set_tolerance(self, tolerance: int) -> None:
        if self.tool is not None:
            self.tool.tolerance = tolerance

    def _resize(self, factor: float) -> None:
        if self.tool is not None:
            self.tool.resize(factor)
            self._show_values()

    def _show_values(self) -> None:
        if self.tool is not None:
            brush = self.tool.brush
            self._bar.show_values(brush.size, brush.hardness, self.tool.feather, self.tool.opacity)

    def _show_history(self) -> None:
        if self.tool is not None:
            layer = self.tool.layer
            self._bar.show_history(can_undo=layer.can_undo, can_redo=layer.can_redo)

    def _end(self) -> None:
        if self.tool is not None:
            self._brush, self._opacity = self.tool.brush, self.tool.opacity
            self._tolerance = self.tool.tolerance
        self.tool = self._view.tool = None
        self._view.removeEventFilter(self)
        self._view.unsetCursor()
        self._bar.hide()
        self.ended.emit()
