"""Editors of choices: one of a list, yes or no, a colour."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QColor, QRegularExpressionValidator
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

from app.graph.spec import ParameterSpec, Plain
from app.ui.editors.base import Editor, leave_open, several, teach_manners
from app.ui.editors.searched_list import SearchedList
from app.ui.words import choice_text, tr

_COLOUR = "#[0-9a-fA-F]{6}"

MANY = 8
"""In a list with more choices than this one can search by typing."""


class ChoiceEditor(Editor):
    """One of a list; a long list is searched by typing a part of a name."""

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        many = len(parameter.choices) > MANY
        self.field: QComboBox = SearchedList(self) if many else QComboBox(self)
        _as_drop_down(self.field)
        for choice in parameter.choices:
            self.field.addItem(choice_text(choice), choice)
        self.field.textActivated.connect(self._choose)
        _single(self, self.field)

    def show_value(self, value: Plain) -> None:
        """Show the chosen one."""
        self.field.setCurrentIndex(self.field.findData(str(value)))

    def show_several(self) -> None:
        """Show that several are chosen."""
        self.field.setCurrentIndex(-1)
        self.field.setPlaceholderText(several())

    def settle(self) -> None:
        """Take the first name that fits what is typed."""
        if isinstance(self.field, SearchedList):
            self.field.take_first()

    def _choose(self, name: str) -> None:
        self.edited.emit(self.field.itemData(self.field.findText(name)))
        self.chosen.emit()

    def begin(self) -> None:
        """Take the keyboard, with the list open; in a long one a name can be typed."""
        super().begin()
        if isinstance(self.field, SearchedList):
            self.field.offer_all()
        else:
            self.field.showPopup()


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
        self.field.setTristate(False)
        self.field.setChecked(bool(value))

    def show_several(self) -> None:
        """Show neither a tick nor none."""
        self.field.setCheckState(Qt.CheckState.PartiallyChecked)


class ColourEditor(Editor):
    """A colour: its name, and a patch of it that opens the chooser."""

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self.field = QLineEdit(self)
        self.field.setValidator(QRegularExpressionValidator(QRegularExpression(_COLOUR), self))
        self.field.textEdited.connect(self._typed)
        self.patch = QPushButton(self)
        self.patch.setToolTip(tr("Choose a colour"))
        self.patch.setAccessibleName(tr("Choose a colour"))
        self.patch.setFixedWidth(40)
        self.patch.clicked.connect(self._choose)
        row = _single(self, self.field)
        row.setSpacing(6)
        row.addWidget(self.patch)
        teach_manners(self.field)

    def show_value(self, value: Plain) -> None:
        """Show a colour, unless it is the one that is being typed."""
        if self.field.text().lower() != value:
            self.field.setText(str(value))
        self.patch.setStyleSheet(f"background: {value};")

    def show_several(self) -> None:
        """Show that there are several colours."""
        leave_open(self.field)
        self.patch.setStyleSheet("")

    def _typed(self, text: str) -> None:
        if self.field.hasAcceptableInput():
            self.patch.setStyleSheet(f"background: {text};")
            self.edited.emit(text)

    def _choose(self) -> None:
        here = QColor(self.field.text() or str(self.parameter.default))
        chosen = QColorDialog.getColor(here, self, tr("Choose a colour"))
        if chosen.isValid():
            self.show_value(chosen.name())
            self.edited.emit(chosen.name())
            self.chosen.emit()


def _as_drop_down(field: QComboBox) -> None:
    """Give a list the size and the manners of a field in a panel."""
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.setMinimumContentsLength(8)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    field.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
    teach_manners(field)


def _single(parent: QWidget, field: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field)
    parent.setFocusProxy(field)
    return row
