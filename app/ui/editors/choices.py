"""Editors of choices: one of a list, one of the known models, yes or no, a colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from app.engine.services import Models
from app.graph.spec import ParameterSpec, Plain
from app.ui.editors.base import Editor, teach_manners, tool
from app.ui.words import tr


class ChoiceEditor(Editor):
    """One of a list."""

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self.field = _drop_down(self)
        self.field.addItems(list(parameter.choices))
        self.field.textActivated.connect(self.edited.emit)
        _single(self, self.field)

    def show_value(self, value: Plain) -> None:
        """Show the chosen one."""
        self.field.setCurrentText(str(value))


class ModelEditor(Editor):
    """One of the models that lie in the user's folders; a path may be typed as well."""

    def __init__(
        self, parameter: ParameterSpec, models: Models, parent: QWidget | None = None
    ) -> None:
        super().__init__(parameter, parent)
        self._models = models
        self.field = _drop_down(self)
        self.line = QLineEdit(self.field)
        self.field.setLineEdit(self.line)
        self.field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line.setPlaceholderText(tr("Name or path of a model"))
        self.field.textActivated.connect(self.edited.emit)
        self.line.textEdited.connect(self.edited.emit)
        self.refresh = tool("refresh", tr("Look again for models"), self)
        self.refresh.clicked.connect(self.look_again)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.refresh)
        self.look_again()

    def look_again(self) -> None:
        """Ask anew which models there are; what is chosen stays chosen."""
        chosen = self.field.currentText()
        self.field.blockSignals(True)
        self.field.clear()
        self.field.addItems(list(self._models.names(self.parameter.model_kind)))
        self.field.setEditText(chosen)
        self.field.blockSignals(False)

    def show_value(self, value: Plain) -> None:
        """Show the name or path of a model."""
        if self.field.currentText() != value:
            self.field.setEditText(str(value))


class BooleanEditor(Editor):
    """Yes or no."""

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self.field = QCheckBox(self)
        self.field.clicked.connect(lambda: self.edited.emit(self.field.isChecked()))
        row = _single(self, self.field)
        row.addStretch(1)

    def show_value(self, value: Plain) -> None:
        """Show a tick or none."""
        self.field.setChecked(bool(value))


class ColourEditor(Editor):
    """A colour, shown as a button that opens the chooser."""

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self.field = QPushButton(self)
        self.field.clicked.connect(self._choose)
        self._value = "#000000"
        _single(self, self.field)

    def show_value(self, value: Plain) -> None:
        """Show a colour, its name readable upon it."""
        self._value = str(value)
        self.field.setText(self._value)
        text = "#101218" if QColor(self._value).lightnessF() > 0.5 else "#f2f4fa"
        self.field.setStyleSheet(f"background: {self._value}; color: {text};")

    def _choose(self) -> None:
        chosen = QColorDialog.getColor(QColor(self._value), self, tr("Choose a colour"))
        if chosen.isValid():
            self.show_value(chosen.name())
            self.edited.emit(chosen.name())


def _drop_down(parent: QWidget) -> QComboBox:
    field = QComboBox(parent)
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.setMinimumContentsLength(8)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    field.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
    teach_manners(field)
    return field


def _single(parent: QWidget, field: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field)
    return row
