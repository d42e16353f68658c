"""The editor of a prompt: weights in colour, keys that change them, and the tokens it takes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QWidget

from app.graph.spec import ParameterSpec
from app.sdk.prompt_parts import Reading
from app.ui.editors.prompt_colours import PromptColours
from app.ui.editors.texts import Paragraph, ParagraphEditor
from app.ui.editors.weights import Marked, reweighed
from app.ui.words import tr

_FINE, _COARSE = 0.05, 0.1


_CORNER = 14
"""Beside the number of tokens, where the grip of a floating editor lies."""


class PromptField(Paragraph):
    """Text in which Ctrl+Up and Ctrl+Down weigh the selected words, or the word at the cursor.

    With Shift the steps are twice as large.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = PromptColours(self.document())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Weigh, or type."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            size = _COARSE if shift else _FINE
            self.weigh(size if event.key() == Qt.Key.Key_Up else -size)
            event.accept()
            return
        super().keyPressEvent(event)

    def weigh(self, change: float) -> None:
        """Change the weight of the selected words; they stay selected."""
        cursor = self.textCursor()
        before = Marked(self.toPlainText(), cursor.selectionStart(), cursor.selectionEnd())
        after = reweighed(before, change, self.colours.reading)
        if after == before:
            return
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(after.text)
        cursor.endEditBlock()
        cursor.setPosition(after.start)
        cursor.setPosition(after.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)


class PromptEditor(ParagraphEditor):
    """Edits a prompt. What it means depends on the ``reading`` that the node is set to."""

    field: PromptField

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self.tokens = QLabel(self)
        self.tokens.setObjectName("tokens")
        self.tokens.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.tokens.setContentsMargins(0, 0, _CORNER, 0)
        self.tokens.hide()
        self.column.addWidget(self.tokens)
        self.field.setToolTip(
            tr("Ctrl+Up and Ctrl+Down weigh the selected words, or the word at the cursor")
        )

    def make_field(self) -> PromptField:
        """The field to type in."""
        return PromptField(self)

    def read_as(self, reading: Reading) -> None:
        """Show brackets as a reading of prompts understands them."""
        self.field.colours.read_as(reading)

    def show_tokens(self, count: int, windows: int, room: int) -> None:
        """Show how many tokens the prompt takes; one window holds ``room`` of them."""
        if windows > 1:
            text = tr("{count} tokens, {windows} × {room}", count=count, windows=windows, room=room)
        else:
            text = tr("{count} / {room}", count=count, room=room)
        self.tokens.setText(text)
        self.tokens.setAccessibleName(tr("Tokens: {tokens}", tokens=text))
        self.tokens.show()

    def hide_tokens(self) -> None:
        """Say nothing about tokens: nobody knows, as the model is not loaded."""
        self.tokens.hide()
