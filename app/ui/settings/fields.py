"""The fields that settings are chosen in. Each has ``chosen`` and ``show_value``.

``chosen`` brings what the user chose, ``show_value`` shows a setting without telling. A field that
can be given something useless has ``refused`` as well: it brings one sentence, or "" when all is
well again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QWidget

from app.settings import GIBIBYTE
from app.ui.editors.base import teach_manners

_WIDTH = 190


class Field(Protocol):
    """What a row needs of its field."""

    @property
    def chosen(self) -> Any:
        """The signal that brings what the user chose."""

    def show_value(self, value: object) -> None:
        """Show a value without telling."""


class Switch(QCheckBox):
    """On or off."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clicked.connect(lambda: self.chosen.emit(self.isChecked()))

    def show_value(self, value: object) -> None:
        """Show whether it is on."""
        self.setChecked(bool(value))


class Choice(QComboBox):
    """One of several words; ``words`` says what each value is called."""

    chosen = Signal(object)

    def __init__(self, words: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for value, word in words.items():
            self.addItem(word, value)
        self.setFixedWidth(_WIDTH)
        teach_manners(self)
        self.activated.connect(lambda: self.chosen.emit(self.currentData()))

    def show_value(self, value: object) -> None:
        """Show a value; the first one where it is not known."""
        self.setCurrentIndex(max(0, self.findData(value)))


class Number(QDoubleSpinBox):
    """A number between two others, with its unit."""

    chosen = Signal(object)

    def __init__(
        self, low: float, high: float, unit: str = "", decimals: int = 0, step: float = 1.0
    ) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setDecimals(decimals)
        self.setSingleStep(step)
        self.setSuffix(f" {unit}" if unit else "")
        self.setKeyboardTracking(False)
        self.setFixedWidth(_WIDTH)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        teach_manners(self)
        self.valueChanged.connect(self._tell)

    def show_value(self, value: object) -> None:
        """Show a number without telling."""
        with QSignalBlocker(self):
            self.setValue(float(str(value)))

    def _tell(self, value: float) -> None:
        self.chosen.emit(value if self.decimals() else round(value))


class Gigabytes(Number):
    """A number of bytes, shown in gigabytes."""

    def __init__(self) -> None:
        super().__init__(0.1, 100_000.0, "GB", decimals=1)

    @property
    def bytes(self) -> int:
        """The number in bytes."""
        return round(self.value() * GIBIBYTE)

    def show_value(self, value: object) -> None:
        """Show a number of bytes."""
        super().show_value(float(str(value)) / GIBIBYTE)

    def _tell(self, value: float) -> None:
        self.chosen.emit(self.bytes)
