"""Editors of numbers: integer and float, with a slider where the range is small."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QWidget

from app.graph.spec import ParameterSpec, Plain
from app.ui.editors.base import Editor, bare_row, teach_manners
from app.ui.editors.decimal_box import DecimalBox
from app.ui.editors.whole_number_box import WholeNumberBox, bounds
from app.ui.scale import Scale, scale_of

_FIELD_WIDTH = 92


class IntegerEditor(Editor):
    """A whole number: a field, and a slider where the range is small enough."""

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        low, high = bounds(parameter)
        step = int(parameter.step or 1)
        self.field = WholeNumberBox(low, high, step, parameter.unit, self)
        self.field.changed.connect(self._changed)
        self._scale = scale_of(parameter, step)
        self.slider = _slider(self._scale, self)
        if self.slider is not None:
            self.slider.valueChanged.connect(self._slid)
        _row(self, self.slider, self.field)

    def show_value(self, value: Plain) -> None:
        """Show a whole number in field and slider."""
        self.field.set_value(int(value))
        self._follow(int(value))

    def show_several(self) -> None:
        """Show that there are several numbers."""
        self.field.show_several()

    def settle(self) -> None:
        """Work out what is typed."""
        self.field.settle()

    def _changed(self, value: Plain) -> None:
        self._follow(value)
        self.edited.emit(value)

    def _slid(self, place: int) -> None:
        if self._scale is None:
            return
        value = round(self._scale.value(place))
        self.field.set_value(value)
        self.edited.emit(value)

    def _follow(self, value: int) -> None:
        if self.slider is not None and self._scale is not None:
            _move(self.slider, self._scale.place(value))


class FloatEditor(Editor):
    """A number with decimals: a field, and a slider where the range is small enough."""

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self._step = parameter.step or 0.01
        self.field = DecimalBox(self)
        self.field.setDecimals(decimals(self._step))
        self.field.setRange(
            -1e12 if parameter.low is None else parameter.low,
            1e12 if parameter.high is None else parameter.high,
        )
        self.field.setSingleStep(self._step)
        self.field.setSuffix(f" {parameter.unit}" if parameter.unit else "")
        self.field.valueChanged.connect(self._changed)
        self._scale = scale_of(parameter, self._step)
        self.slider = _slider(self._scale, self)
        if self.slider is not None:
            self.slider.valueChanged.connect(self._slid)
        _row(self, self.slider, self.field)

    def show_value(self, value: Plain) -> None:
        """Show a number, with as many digits as it needs."""
        shown = float(value)
        needed = min(8, len(f"{shown:.8f}".rstrip("0").partition(".")[2]))
        self.field.blockSignals(True)
        if needed > self.field.decimals():
            self.field.setDecimals(needed)
        if self.field.value() != shown or not self.field.text():
            self.field.setValue(shown)
        self.field.blockSignals(False)
        self._follow(shown)

    def show_several(self) -> None:
        """Show that there are several numbers."""
        self.field.show_several()

    def settle(self) -> None:
        """Work out what is typed."""
        self.field.interpretText()

    def _changed(self, value: float) -> None:
        rounded = round(value, self.field.decimals())
        self._follow(rounded)
        self.edited.emit(rounded)

    def _slid(self, place: int) -> None:
        if self._scale is None:
            return
        value = round(self._scale.value(place), self.field.decimals())
        self.show_value(value)
        self.edited.emit(value)

    def _follow(self, value: float) -> None:
        if self.slider is not None and self._scale is not None:
            _move(self.slider, self._scale.place(value))


def decimals(step: float) -> int:
    """How many digits behind the point a step of this size needs, at least two."""
    return max(2, min(8, len(f"{step:.8f}".rstrip("0").partition(".")[2])))


def _slider(scale: Scale | None, parent: QWidget) -> QSlider | None:
    steps = scale.places if scale is not None else None
    if steps is None:
        return None
    slider = QSlider(Qt.Orientation.Horizontal, parent)
    slider.setRange(0, steps)
    slider.setPageStep(max(1, steps // 10))
    teach_manners(slider)
    return slider


def _move(slider: QSlider, place: int) -> None:
    slider.blockSignals(True)
    slider.setValue(place)
    slider.blockSignals(False)


def _row(parent: QWidget, slider: QSlider | None, field: QWidget) -> None:
    row = bare_row(parent)
    if slider is not None:
        row.addWidget(slider, 1)
        field.setFixedWidth(_FIELD_WIDTH)
    row.addWidget(field, 0 if slider is not None else 1)
    parent.setFocusProxy(field)
    teach_manners(field)
