"""A spin box for whole numbers of any length: Qt's own stops at 31 bits, seeds do not.

A sum may be typed: it is worked out when the field is left.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from app.graph.spec import LARGEST_INTEGER, ParameterSpec
from app.ui.editors.arithmetic import calculated, may_become_sum
from app.ui.editors.base import leave_open

_REFUSED = QValidator.State.Invalid


class WholeNumberBox(QAbstractSpinBox):
    """A whole number between ``low`` and ``high``, inclusive."""

    changed = Signal(object)

    def __init__(
        self,
        low: int = -LARGEST_INTEGER,
        high: int = LARGEST_INTEGER,
        step: int = 1,
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._low, self._high, self._step = low, high, max(1, step)
        self._unit = f" {unit}" if unit else ""
        self._value = min(max(0, low), high)
        self._open = False
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._write()
        self.lineEdit().textEdited.connect(self._typed)
        self.editingFinished.connect(self.settle)

    def value(self) -> int:
        """The number that is shown."""
        return self._value

    @property
    def is_open(self) -> bool:
        """Whether it stands for several numbers, as none was typed yet."""
        return self._open

    def set_value(self, value: int) -> None:
        """Show a number without emitting ``changed``; keeps what is being typed if it is equal."""
        if value != self._value or self._open:
            self._value, self._open = value, False
            self._write()

    def show_several(self) -> None:
        """Show that there are several numbers; only one that is typed is taken."""
        self._open = True
        leave_open(self)

    def minimumSizeHint(self) -> QSize:
        """Narrower than Qt thinks: long numbers are rare."""
        return QSize(64, super().minimumSizeHint().height())

    def stepBy(self, steps: int) -> None:
        """Go up or down, as far as the range allows."""
        wanted = self._value + steps * self._step
        self._choose(min(max(wanted, self._low), self._high))
        self._write()
        self.lineEdit().selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Which of the two arrows still lead anywhere."""
        enabled = QAbstractSpinBox.StepEnabledFlag.StepNone
        if self._value > self._low:
            enabled |= QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        if self._value < self._high:
            enabled |= QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        return enabled

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let digits and a sign be typed; what is out of range is only on its way."""
        bare = self._bare(text)
        if bare in ("", "-"):
            return QValidator.State.Intermediate, text, position
        if not bare.isascii() or not bare.removeprefix("-").isdigit():
            known = QValidator.State.Intermediate if may_become_sum(bare) else _REFUSED
            return known, text, position
        if len(bare) > 20:
            return _REFUSED, text, position
        inside = self._low <= int(bare) <= self._high
        state = QValidator.State.Acceptable if inside else QValidator.State.Intermediate
        return state, text, position

    def fixup(self, text: str) -> str:
        """The nearest number that is allowed, for a text that is not."""
        if self._open and not text:
            return text
        worked_out = calculated(self._bare(text))
        number = self._value if worked_out is None else round(worked_out)
        self._choose(min(max(number, self._low), self._high))
        return f"{self._value}{self._unit}"

    def _bare(self, text: str) -> str:
        return text.removesuffix(self._unit).strip() if self._unit else text.strip()

    def _typed(self, text: str) -> None:
        if self.validate(text, 0)[0] is QValidator.State.Acceptable:
            self._choose(int(self._bare(text)))

    def settle(self) -> None:
        """Work out what was typed; Qt itself does this for its own kinds of numbers only."""
        text = self.lineEdit().text()
        if self.validate(text, 0)[0] is not QValidator.State.Acceptable:
            self.fixup(text)
        if not self._open:
            self._write()

    def _choose(self, value: int) -> None:
        if value != self._value or self._open:
            self._value, self._open = value, False
            self.changed.emit(value)

    def _write(self) -> None:
        text = f"{self._value}{self._unit}"
        if self.lineEdit().text() != text:
            self.lineEdit().setText(text)


def bounds(parameter: ParameterSpec) -> tuple[int, int]:
    """The range of a whole number, at most 63 bits."""
    low = -LARGEST_INTEGER if parameter.low is None else math.ceil(parameter.low)
    high = LARGEST_INTEGER if parameter.high is None else math.floor(parameter.high)
    return low, high
