"""One small editor for each kind of parameter: a widget, and how its value is read."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QRegularExpression, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QToolButton,
    QWidget,
)

from app.graph.spec import LARGEST_INTEGER, ParameterKind, ParameterSpec, Plain
from app.ui import theme
from app.ui.canvas.signs import paint_dice

ModelNames = Callable[[str], Sequence[str]]
"""The names of all known models of a kind."""
_SPIN_LIMIT = 2**31 - 1


@dataclass(frozen=True)
class Editor:
    """A widget that edits a value, the part of it that takes the keys, and how it is read."""

    widget: QWidget
    focus: QWidget
    read: Callable[[], Plain]
    tall: bool = False


class _Row(QWidget):
    """Several widgets side by side."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in parts:
            layout.addWidget(part)
        self.setFocusProxy(parts[0])


def make_editor(
    parameter: ParameterSpec, value: Plain, names: ModelNames, finish: Callable[[], None]
) -> Editor:
    """The editor for a parameter, showing ``value``; it calls ``finish`` after a final choice."""
    match parameter.kind:
        case ParameterKind.INTEGER if _fits_spin_box(parameter):
            return _integer(parameter, value)
        case ParameterKind.INTEGER:
            return _whole_number(value)
        case ParameterKind.FLOAT:
            return _decimal(parameter, value)
        case ParameterKind.SEED:
            return _seed(parameter, value)
        case ParameterKind.SIZE:
            return _size(parameter, value)
        case ParameterKind.CHOICE:
            return _choice(parameter.choices, value, finish)
        case ParameterKind.MODEL:
            return _choice(tuple(names(parameter.model_kind)), value, finish, free=True)
        case ParameterKind.FILE | ParameterKind.FOLDER:
            return _path(parameter, value, finish)
        case ParameterKind.COLOUR:
            return _colour(value, finish)
        case _:
            return _text(parameter, value)


def _fits_spin_box(parameter: ParameterSpec) -> bool:
    """Whether the range is one that Qt's spin box can hold."""
    low, high = parameter.low, parameter.high
    return low is not None and high is not None and max(abs(low), abs(high)) <= _SPIN_LIMIT


def _spin(parameter: ParameterSpec, value: int) -> QSpinBox:
    """A spin box with the parameter's range."""
    box = QSpinBox()
    low = -_SPIN_LIMIT if parameter.low is None else int(parameter.low)
    high = _SPIN_LIMIT if parameter.high is None else int(parameter.high)
    box.setRange(low, high)
    box.setSingleStep(int(parameter.step or 1))
    box.setValue(value)
    box.selectAll()
    return box


def _integer(parameter: ParameterSpec, value: Plain) -> Editor:
    box = _spin(parameter, int(value))
    return Editor(box, box, box.value)


def _whole_number(value: Plain) -> Editor:
    """A whole number that is too large for a spin box."""
    line = QLineEdit(str(value))
    line.setValidator(QRegularExpressionValidator(QRegularExpression(r"-?\d{1,19}")))
    line.selectAll()
    return Editor(line, line, lambda: int(line.text()) if line.hasAcceptableInput() else value)


def _decimal(parameter: ParameterSpec, value: Plain) -> Editor:
    box = QDoubleSpinBox()
    step = parameter.step or 0.1
    written = f"{step:.8f}".rstrip("0").partition(".")[2]
    box.setDecimals(max(3, len(written), len(f"{value:.8f}".rstrip("0").partition(".")[2])))
    low = -1e12 if parameter.low is None else parameter.low
    box.setRange(low, 1e12 if parameter.high is None else parameter.high)
    box.setSingleStep(step)
    box.setValue(float(value))
    box.selectAll()
    return Editor(box, box, box.value)


def _button(text: str, tip: str, act: Callable[[], None]) -> QToolButton:
    """A small button beside a field."""
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.clicked.connect(lambda: act())
    return button


def _seed(parameter: ParameterSpec, value: Plain) -> Editor:
    number = _whole_number(value)
    line = number.widget
    assert isinstance(line, QLineEdit)
    dice = _button("", "Another seed", lambda: line.setText(str(another_seed(parameter))))
    dice.setIcon(dice_icon())
    return Editor(_Row(line, dice), line, number.read)


def another_seed(parameter: ParameterSpec) -> int:
    """Any seed that is allowed, short enough to be read out."""
    low = int(parameter.low or 0)
    high = LARGEST_INTEGER if parameter.high is None else int(min(parameter.high, LARGEST_INTEGER))
    return random.randint(low, min(high, 2**32))


def dice_icon() -> QIcon:
    """A die that shows five."""
    picture = QPixmap(32, 32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_dice(painter, QRectF(3, 3, 26, 26), theme.SOFT)
    painter.end()
    return QIcon(picture)


def _size(parameter: ParameterSpec, value: Plain) -> Editor:
    width, height = (_spin(parameter, int(side)) for side in value)
    return Editor(_Row(width, height), width, lambda: [width.value(), height.value()])


def _choice(
    choices: Sequence[str], value: Plain, finish: Callable[[], None], *, free: bool = False
) -> Editor:
    """A list to choose from; ``free`` lets other names be typed."""
    box = QComboBox()
    box.setEditable(free)
    box.addItems(list(choices))
    if free:
        box.setCurrentText(str(value))
    else:
        box.setCurrentIndex(list(choices).index(value) if value in choices else 0)
    box.activated.connect(lambda _: finish())
    return Editor(box, box, box.currentText)


def _path(parameter: ParameterSpec, value: Plain, finish: Callable[[], None]) -> Editor:
    line = QLineEdit(str(value))
    line.selectAll()

    def browse() -> None:
        """Let the system's dialog find the path."""
        if parameter.kind is ParameterKind.FOLDER:
            found = QFileDialog.getExistingDirectory(line, "Choose a folder", line.text())
        else:
            endings = " ".join(f"*{suffix}" for suffix in parameter.suffixes) or "*"
            found = QFileDialog.getOpenFileName(
                line, "Choose a file", line.text(), f"Files ({endings});;All files (*)"
            )[0]
        if found:
            line.setText(found)
            finish()

    return Editor(_Row(line, _button("…", "Browse", browse)), line, line.text)


def _colour(value: Plain, finish: Callable[[], None]) -> Editor:
    line = QLineEdit(str(value))
    line.setValidator(QRegularExpressionValidator(QRegularExpression("#[0-9a-fA-F]{6}")))
    line.selectAll()

    def choose() -> None:
        """Let the colour dialog find it."""
        found = QColorDialog.getColor(QColor(line.text()), line, "Choose a colour")
        if found.isValid():
            line.setText(found.name())
            finish()

    row = _Row(line, _button("…", "Choose a colour", choose))
    return Editor(row, line, lambda: line.text() if line.hasAcceptableInput() else value)


def _text(parameter: ParameterSpec, value: Plain) -> Editor:
    if not parameter.many_lines:
        line = QLineEdit(str(value))
        line.selectAll()
        return Editor(line, line, line.text)
    box = QPlainTextEdit(str(value))
    box.setTabChangesFocus(True)
    box.moveCursor(box.textCursor().MoveOperation.End)
    return Editor(box, box, box.toPlainText, tall=True)
