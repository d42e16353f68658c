"""The bar of brushes above a picture that a mask is painted on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QWidget,
)

from app.ui.masks.tool import Stroke
from app.ui.small_button import small_button
from app.ui.words import tr

_TOLERANCE = 24


class MaskBar(QWidget):
    """Buttons and sliders; what they do is done elsewhere."""

    stroke_chosen = Signal(Stroke)
    size_changed = Signal(float)
    hardness_changed = Signal(float)
    feather_changed = Signal(float)
    opacity_changed = Signal(float)
    tolerance_changed = Signal(int)
    fill_wanted = Signal()
    clear_wanted = Signal()
    invert_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    accepted = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("maskBar")
        self.strokes = QButtonGroup(self)
        self.by_stroke: dict[Stroke, QToolButton] = {}
        self._labels: dict[QSlider, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 2, 8, 6)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        self._add_tools()
        self.width_slider = self._slider(1, 0, tr("Size"), tr("Width of the brush"), 1, 400)
        self.hardness = self._slider(1, 1, tr("Hardness"), tr("How sharp its edge is"), 0, 100)
        self.feather = self._slider(
            2, 0, tr("Feather"), tr("How far the border of the whole mask is softened"), 0, 128
        )
        self.opacity = self._slider(
            2, 1, tr("Overlay"), tr("How dense the mask is shown; changes nothing"), 10, 100
        )
        self.tolerance = self._slider(
            1, 0, tr("Tolerance"), tr("How far a colour may be from the one clicked on"), 0, 128
        )
        self.tolerance.setValue(_TOLERANCE)
        self.show_stroke(Stroke.BRUSH)
        self.tolerance.valueChanged.connect(self.tolerance_changed)
        self.width_slider.valueChanged.connect(lambda value: self.size_changed.emit(float(value)))
        self.hardness.valueChanged.connect(lambda value: self.hardness_changed.emit(value / 100))
        self.feather.valueChanged.connect(lambda value: self.feather_changed.emit(float(value)))
        self.opacity.valueChanged.connect(lambda value: self.opacity_changed.emit(value / 100))

    def set_reach(self, side: int) -> None:
        """Let the sliders go as far as makes sense on a picture with a shorter side like this."""
        self.width_slider.setMaximum(max(16, side))
        self.feather.setMaximum(max(16, side // 4))

    def show_stroke(self, stroke: Stroke) -> None:
        """Mark what is drawn with, and show the sliders that act on it."""
        self.by_stroke[stroke].setChecked(True)
        for slider, label in self._labels.items():
            if slider in (self.tolerance, self.width_slider, self.hardness):
                of_bucket = slider is self.tolerance
                for widget in (slider, label):
                    widget.setVisible(of_bucket is (stroke is Stroke.BUCKET))

    def show_values(self, size: float, hardness: float, feather: float, opacity: float) -> None:
        """Let the sliders stand where these values are."""
        pairs = (
            (self.width_slider, size),
            (self.hardness, hardness * 100),
            (self.feather, feather),
            (self.opacity, opacity * 100),
        )
        for slider, value in pairs:
            slider.blockSignals(True)
            slider.setValue(round(value))
            slider.blockSignals(False)

    def show_history(self, *, can_undo: bool, can_redo: bool) -> None:
        """Whether there are strokes to take back or to make again."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def _add_tools(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        for stroke, tip in (
            (Stroke.BRUSH, tr("Brush; the right button erases")),
            (Stroke.ERASER, tr("Eraser")),
            (Stroke.RECTANGLE, tr("Rectangle")),
            (Stroke.BUCKET, tr("Fill a region of similar colour")),
        ):
            button = small_button(stroke.value, tip, self, checkable=True)
            button.setChecked(stroke is Stroke.BRUSH)
            button.clicked.connect(lambda _=False, stroke=stroke: self.stroke_chosen.emit(stroke))
            self.strokes.addButton(button)
            self.by_stroke[stroke] = button
            row.addWidget(button)
        row.addSpacing(4)
        self._add_whole(row)
        row.addStretch(1)
        self._add_ends(row)
        self._grid.addLayout(row, 0, 0, 1, 4)

    def _add_whole(self, row: QHBoxLayout) -> None:
        """Buttons that change all of the mask."""
        self.undo = self._button(row, "undo", tr("Take the last stroke back (Ctrl+Z)"))
        self.redo = self._button(row, "redo", tr("Make it again (Ctrl+Shift+Z)"))
        self.fill = self._button(row, "fill-all", tr("Paint everything"))
        self.invert = self._button(row, "invert", tr("Invert the mask"))
        self.clear = self._button(row, "clear", tr("Clear the mask"))
        for button, signal in (
            (self.undo, self.undo_wanted),
            (self.redo, self.redo_wanted),
            (self.fill, self.fill_wanted),
            (self.invert, self.invert_wanted),
            (self.clear, self.clear_wanted),
        ):
            button.clicked.connect(lambda _=False, signal=signal: signal.emit())

    def _add_ends(self, row: QHBoxLayout) -> None:
        """Buttons that end the painting."""
        self.cancel = small_button("close", tr("Give the mask up (Esc)"), self)
        self.use = QPushButton(tr("Use mask"), self)
        self.use.setToolTip(tr("Use it in the graph (Enter)"))
        self.use.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self.use)
        row.addWidget(self.cancel)
        self.cancel.clicked.connect(lambda: self.cancelled.emit())
        self.use.clicked.connect(lambda: self.accepted.emit())

    def _button(self, row: QHBoxLayout, name: str, tip: str) -> QToolButton:
        button = small_button(name, tip, self)
        button.setIconSize(QSize(17, 17))
        row.addWidget(button)
        return button

    def _slider(self, row: int, column: int, name: str, tip: str, low: int, high: int) -> QSlider:
        label = QLabel(name, self)
        label.setObjectName("dim")
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(low, high)
        slider.setMinimumWidth(40)
        slider.setToolTip(tip)
        slider.setAccessibleName(name)
        slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        label.setToolTip(tip)
        self._labels[slider] = label
        self._grid.addWidget(label, row, 2 * column)
        self._grid.addWidget(slider, row, 2 * column + 1)
        self._grid.setColumnStretch(2 * column + 1, 1)
        return slider
