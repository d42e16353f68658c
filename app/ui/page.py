"""The parts that pages of settings are made of."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.settings import GIBIBYTE
from app.ui.editors.base import teach_manners
from app.ui.words import tr

_LABEL_WIDTH = 110
_LEAST_BUDGET = 0.1
_MOST_BUDGET = 100_000.0


class Page(QWidget):
    """A title, what the page is about, and sections of labelled rows below each other."""

    def __init__(self, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = QLabel(title, self)
        head.setObjectName("settingsTitle")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 4, 8)
        self.column.setSpacing(6)
        self.column.addWidget(head)
        self.column.addWidget(dim(about))

    def add_section(self, title: str) -> QFormLayout:
        """A new section; rows are added to what is returned."""
        label = QLabel(title, self)
        label.setObjectName("section")
        label.setContentsMargins(0, 14, 0, 0)
        self.column.addWidget(label)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.column.addLayout(form)
        return form


def add_row(form: QFormLayout, text: str, field: QWidget) -> None:
    """One row: a label as wide as all others, and a field."""
    label = QLabel(text)
    label.setObjectName("parameterLabel")
    label.setFixedWidth(_LABEL_WIDTH)
    label.setBuddy(field)
    form.addRow(label, field)


def dim(text: str = "") -> QLabel:
    """A quiet sentence that may take several lines."""
    label = QLabel(text)
    label.setObjectName("dim")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class BudgetBox(QDoubleSpinBox):
    """A number of gigabytes; ``chosen`` tells that it was typed to its end."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(_LEAST_BUDGET, _MOST_BUDGET)
        self.setDecimals(1)
        self.setSuffix(" GB")
        self.setKeyboardTracking(False)
        self.setFixedWidth(140)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        teach_manners(self)
        self.valueChanged.connect(lambda _: self.chosen.emit())

    @property
    def bytes(self) -> int:
        """The number in bytes."""
        return round(self.value() * GIBIBYTE)

    def show_bytes(self, budget: int) -> None:
        """Show a budget without telling."""
        self.blockSignals(True)
        self.setValue(budget / GIBIBYTE)
        self.blockSignals(False)


class FolderRow(QWidget):
    """A folder and the button that changes it; a long path is shortened in its middle."""

    change_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._label = QLabel(self)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(tr("Change …"), self)
        self.button.clicked.connect(self.change_wanted)
        self.setFocusProxy(self.button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)

    @property
    def path(self) -> Path:
        """The folder that is shown."""
        return Path(self._path)

    def show_path(self, path: Path) -> None:
        """Show a folder."""
        self._path = str(path)
        self._label.setToolTip(self._path)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the path anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self._label.font())
        middle = Qt.TextElideMode.ElideMiddle
        self._label.setText(metrics.elidedText(self._path, middle, self._label.width()))
