"""Editors of numbers: integer and float with a slider where the range is small, seed, size."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from app.graph.spec import LARGEST_INTEGER, ParameterSpec, Plain
from app.ui.editors.base import Editor, teach_manners, tool
from app.ui.editors.decimal_box import DecimalBox
from app.ui.editors.seeds import another_seed
from app.ui.editors.whole_number_box import WholeNumberBox
from app.ui.words import tr

MOST_SLIDER_STEPS = 1500
"""A slider with more places than this cannot be set with a mouse."""

_FIELD_WIDTH = 92


def slider_steps(parameter: ParameterSpec, step: float) -> int | None:
    """How many steps a slider for this range has; None where a slider makes no sense."""
    if parameter.low is None or parameter.high is None:
        return None
    steps = round((parameter.high - parameter.low) / step)
    return steps if 2 <= steps <= MOST_SLIDER_STEPS else None


def bounds(parameter: ParameterSpec) -> tuple[int, int]:
    """The range of a whole number, at most 63 bits."""
    low = -LARGEST_INTEGER if parameter.low is None else math.ceil(parameter.low)
    high = LARGEST_INTEGER if parameter.high is None else math.floor(parameter.high)
    return low, high


class IntegerEditor(Editor):
    """A whole number: a field, and a slider where the range is small enough."""

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        low, high = bounds(parameter)
        step = int(parameter.step or 1)
        self.field = WholeNumberBox(low, high, step, parameter.unit, self)
        self.field.changed.connect(self._changed)
        steps = slider_steps(parameter, step)
        self.slider = None if steps is None else _slider(steps, self)
        self._low, self._step = low, step
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
        value = self._low + place * self._step
        self.field.set_value(value)
        self.edited.emit(value)

    def _follow(self, value: int) -> None:
        if self.slider is not None:
            _move(self.slider, round((value - self._low) / self._step))


class FloatEditor(Editor):
    """A number with decimals: a field, and a slider where the range is small enough."""

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self._step = parameter.step or 0.01
        self._low = parameter.low or 0.0
        self.field = DecimalBox(self)
        self.field.setDecimals(decimals(self._step))
        self.field.setRange(
            -1e12 if parameter.low is None else parameter.low,
            1e12 if parameter.high is None else parameter.high,
        )
        self.field.setSingleStep(self._step)
        self.field.setSuffix(f" {parameter.unit}" if parameter.unit else "")
        self.field.valueChanged.connect(self._changed)
        steps = slider_steps(parameter, self._step)
        self.slider = None if steps is None else _slider(steps, self)
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
        value = round(self._low + place * self._step, self.field.decimals())
        self.show_value(value)
        self.edited.emit(value)

    def _follow(self, value: float) -> None:
        if self.slider is not None:
            _move(self.slider, round((value - self._low) / self._step))


class SeedEditor(Editor):
    """A seed: a long whole number and a die that throws a new one."""

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        low, high = bounds(parameter)
        self.field = WholeNumberBox(max(0, low), high, parent=self)
        self.field.changed.connect(self.edited.emit)
        self.die = tool("dice", tr("A new random seed"), self)
        self.die.clicked.connect(self._throw)
        row = _bare_row(self)
        row.addWidget(self.field, 1)
        row.addWidget(self.die)
        self.setFocusProxy(self.field)
        teach_manners(self.field)

    def show_value(self, value: Plain) -> None:
        """Show a seed."""
        self.field.set_value(int(value))

    def show_several(self) -> None:
        """Show that there are several seeds."""
        self.field.show_several()

    def settle(self) -> None:
        """Work out what is typed."""
        self.field.settle()

    def _throw(self) -> None:
        seed = another_seed(self.parameter)
        self.field.set_value(seed)
        self.edited.emit(seed)


class SizeEditor(Editor):
    """Width and height in pixels, and a button that swaps them."""

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        low, high = bounds(parameter)
        step = int(parameter.step or 8)
        self.fields = [WholeNumberBox(low, high, step, parent=self) for _ in range(2)]
        self.setFocusProxy(self.fields[0])
        times = QLabel("×", self)
        times.setObjectName("dim")
        self.swap = tool("swap", tr("Swap width and height"), self)
        self.swap.clicked.connect(self._swap)
        row = _bare_row(self)
        row.addWidget(self.fields[0], 1)
        row.addWidget(times)
        row.addWidget(self.fields[1], 1)
        row.addWidget(self.swap)
        for field in self.fields:
            field.changed.connect(self._changed)
            teach_manners(field)

    def show_value(self, value: Plain) -> None:
        """Show width and height."""
        for field, number in zip(self.fields, value, strict=True):
            field.set_value(int(number))

    def show_several(self) -> None:
        """Show that there are several sizes."""
        for field in self.fields:
            field.show_several()

    def settle(self) -> None:
        """Work out what is typed."""
        for field in self.fields:
            field.settle()

    def _changed(self) -> None:
        self.edited.emit([field.value() for field in self.fields])

    def _swap(self) -> None:
        width, height = (field.value() for field in self.fields)
        self.show_value([height, width])
        self._changed()


def decimals(step: float) -> int:
    """How many digits behind the point a step of this size needs, at least two."""
    return max(2, min(8, len(f"{step:.8f}".rstrip("0").partition(".")[2])))


def _slider(steps: int, parent: QWidget) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal, parent)
    slider.setRange(0, steps)
    slider.setPageStep(max(1, steps // 10))
    teach_manners(slider)
    return slider


def _move(slider: QSlider, place: int) -> None:
    slider.blockSignals(True)
    slider.setValue(place)
    slider.blockSignals(False)


def _bare_row(parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    return row


def _row(parent: QWidget, slider: QSlider | None, field: QWidget) -> None:
    row = _bare_row(parent)
    if slider is not None:
        row.addWidget(slider, 1)
        field.setFixedWidth(_FIELD_WIDTH)
    row.addWidget(field, 0 if slider is not None else 1)
    parent.setFocusProxy(field)
    teach_manners(field)
