"""A spin box for numbers with decimals, in which a sum may be typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from app.ui.editors.arithmetic import calculated, may_become_sum
from app.ui.editors.base import leave_open


class DecimalBox(QDoubleSpinBox):
    """A number; a sum is worked out when the field is left, or Enter is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def validate(self, text: str, position: int) -> object:
        """Let the signs of a sum be typed: it is only on its way to a number."""
        plain = super().validate(text, position)
        state = plain[0] if isinstance(plain, tuple) else plain
        if state == QValidator.State.Invalid and may_become_sum(self._bare(text)):
            return QValidator.State.Intermediate, text, position
        return plain

    def fixup(self, text: str) -> str:
        """The value of a sum, brought into the range; any other text gives way to the old value."""
        value = calculated(self._bare(text))
        if value is None:
            return super().fixup(text)
        inside = min(max(value, self.minimum()), self.maximum())
        return f"{self.textFromValue(inside)}{self.suffix()}"

    def show_several(self) -> None:
        """Show that there are several numbers; only one that is typed is taken."""
        leave_open(self)

    def _bare(self, text: str) -> str:
        return text.removesuffix(self.suffix()).strip()
