"""The bar below the viewer's picture: its place in the batch, its size, what the mouse is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.ui.small_button import small_button
from app.ui.viewer.known_picture import KnownPicture
from app.ui.words import tr


class ViewerBar(QWidget):
    """Small tools and small words."""

    turn_wanted = Signal(int)
    sharp_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.previous = small_button("previous", tr("Previous picture of the batch"), self)
        self.previous.clicked.connect(lambda: self.turn_wanted.emit(-1))
        self.place = self._label()
        self.next = small_button("next", tr("Next picture of the batch"), self)
        self.next.clicked.connect(lambda: self.turn_wanted.emit(1))
        self.batch = small_button("grid", tr("All pictures of the batch"), self, checkable=True)
        self.play = small_button("run", tr("Play the batch"), self)
        self.facts = self._label()
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.sharp = small_button(
            "pixels", tr("Show the pixels of enlarged pictures"), self, checkable=True
        )
        self.sharp.toggled.connect(self.sharp_changed)
        self.fit = small_button("fit", tr("Show the whole picture"), self)
        self.actual = small_button("actual", tr("One pixel for one pixel"), self)
        self.compare = small_button("wipe", tr("Compare with the picture before"), self)
        self.brush = small_button("brush", tr("Paint a mask on the picture"), self)
        self._turning = (self.previous, self.place, self.next, self.batch, self.play)
        self._tools = (self.compare, self.brush, self.sharp, self.fit, self.actual)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 8, 6)
        row.setSpacing(2)
        for widget in (*self._turning, self.facts, *self._tools):
            row.addWidget(widget, 1 if widget is self.facts else 0)

    def show_place(self, picture: KnownPicture | None) -> None:
        """Show which picture of a batch is seen."""
        several = picture is not None and picture.count > 1
        self.setHidden(picture is None)
        is_video = picture is not None and picture.is_video
        for widget in self._turning:
            widget.setVisible(several and (not is_video or widget is self.batch))
        for tool in self._tools:
            tool.setVisible(picture is not None)
        if picture is not None and several:
            self.place.setText(f"{picture.index + 1} / {picture.count}")
            self.previous.setEnabled(picture.index > 0)
            self.next.setEnabled(picture.index + 1 < picture.count)

    def show_facts(self, size: QSize, per_cent: int, note: str = "") -> None:
        """Show how large the picture is, how large it is seen, and a note about it."""
        if size.isEmpty():
            self._tell("")
            return
        words = f"{size.width()} × {size.height()}   {per_cent} %"
        self._tell(f"{note}   {words}" if note else words)

    def show_pixel(self, pixel: QPoint, colours: Sequence[QColor]) -> None:
        """Show what is under the mouse: place, and red, green and blue of every picture."""
        place = f"{pixel.x()}, {pixel.y()}"
        values = "  |  ".join(_channels(colour) for colour in colours[:3])
        swatch = colours[0].name() if colours else "transparent"
        self._tell(f"{place}   {values}", swatch)

    def _tell(self, text: str, swatch: str = "") -> None:
        mark = f'<span style="color: {swatch}">■</span> ' if swatch else ""
        self.facts.setText(f'<span style="white-space: pre">{mark}{text}</span>' if text else "")
        self.facts.setToolTip(text)

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setObjectName("dim")
        return label


def _channels(colour: QColor) -> str:
    """Red, green and blue of 255, and how opaque where it is not quite."""
    red, green, blue, alpha = colour.getRgb()
    words = f"{red} {green} {blue}"
    return words if alpha == 255 else f"{words} · {alpha}"
