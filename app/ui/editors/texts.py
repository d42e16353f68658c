"""Editors of text: one line, many lines, a path."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.graph.spec import ParameterKind, ParameterSpec, Plain
from app.places import home
from app.ui.editors.base import Editor, leave_open, several, teach_manners, tool
from app.ui.words import tr

_LINES = 5
_NO_LIMIT = 2**24 - 1
"""Qt's own largest height of a widget."""


class LineEditor(Editor):
    """Text of one line."""

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self.field = QLineEdit(self)
        self.field.textEdited.connect(self.edited.emit)
        teach_manners(self.field)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)
        self.row.addWidget(self.field, 1)
        self.setFocusProxy(self.field)

    def show_value(self, value: Plain) -> None:
        """Show a text, unless it is the one that is being typed."""
        if self.field.text() != value:
            self.field.setText(str(value))

    def show_several(self) -> None:
        """Show that there are several texts."""
        leave_open(self.field)


class ParagraphEditor(Editor):
    """Text of many lines, such as a prompt. Tab leaves the field instead of indenting."""

    is_tall = True

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self._text = ""
        self.field: Paragraph = self.make_field()
        self.field.setTabChangesFocus(True)
        self.field.setPlaceholderText(tr("Empty"))
        height = QFontMetrics(self.field.font()).lineSpacing() * _LINES + 18
        self.field.setFixedHeight(height)
        self.field.textChanged.connect(self._typed)
        teach_manners(self.field)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.column.addWidget(self.field)
        self.setFocusProxy(self.field)

    def make_field(self) -> Paragraph:
        """The field to type in."""
        return Paragraph(self)

    def show_value(self, value: Plain) -> None:
        """Show a text, unless it is the one that is being typed."""
        self._text = str(value)
        if self.field.toPlainText() != value:
            self.field.blockSignals(True)
            self.field.setPlainText(str(value))
            self.field.blockSignals(False)

    def show_several(self) -> None:
        """Show that there are several texts."""
        self.show_value("")
        self.field.setPlaceholderText(several())

    def fill(self) -> None:
        """Let the field grow with the room around it."""
        self.field.setMinimumHeight(0)
        self.field.setMaximumHeight(_NO_LIMIT)

    def begin(self) -> None:
        """Take the keyboard, with the cursor behind the text."""
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def _typed(self) -> None:
        """Tell a new text; colours in it are no news."""
        text = self.field.toPlainText()
        if text != self._text:
            self._text = text
            self.edited.emit(text)


class PathEditor(LineEditor):
    """The path of a file or folder, and a button to choose it."""

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self.browse = tool("folder", tr("Choose …"), self)
        self.browse.clicked.connect(self._choose)
        self.row.addWidget(self.browse)

    def _choose(self) -> None:
        here = self.field.text() or str(home())
        if self.parameter.kind is ParameterKind.FOLDER:
            chosen = QFileDialog.getExistingDirectory(self, tr("Choose a folder"), here)
        else:
            patterns = " ".join(f"*{suffix}" for suffix in self.parameter.suffixes)
            offered = f"{tr('Files')} ({patterns or '*'});;{tr('All files')} (*)"
            chosen, _ = QFileDialog.getOpenFileName(self, tr("Choose a file"), here, offered)
        if chosen:
            self.field.setText(chosen)
            self.edited.emit(chosen)
            self.chosen.emit()


class Paragraph(QPlainTextEdit):
    """A text field that leaves Ctrl+Enter to the window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, except for Enter with a modifier."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        super().keyPressEvent(event)
