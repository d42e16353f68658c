"""One row of the settings: what it is, what it means, its field, and the way back."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.ui import theme
from app.ui.icons import icon
from app.ui.settings.fields import Field
from app.ui.words import tr


class Row(QWidget):
    """A label with the sentence that explains it, and a field beside it or, if wide, below it."""

    reset_wanted = Signal()

    def __init__(self, text: str, tip: str, field: Field | QWidget, *, wide: bool = False) -> None:
        super().__init__()
        self.text, self.tip = text, tip
        self.field = field
        self.label, self._about = QLabel(text, self), QLabel(tip, self)
        self.label.setObjectName("settingLabel")
        self._about.setObjectName("dim")
        self._about.setVisible(bool(tip))
        for label in (self.label, self._about):
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setWordWrap(True)
        self.sentence = QLabel(self)
        self.sentence.setObjectName("dim")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.hide()
        self.reset = _reset_button(self, text)
        self.reset.clicked.connect(self.reset_wanted)
        self._assemble(wide)
        self._mark(())

    def search(self, words: Sequence[str], beside: str = "") -> bool:
        """Show the row if it has all ``words``, there or in ``beside``, and mark them."""
        there = f"{self.text} {self.tip} {beside}".casefold()
        found = all(word in there for word in words)
        self.setVisible(found)
        self._mark(words)
        return found

    def show_reset(self, there: bool) -> None:
        """Whether there is a way back to the default."""
        self.reset.setVisible(there)

    def refuse(self, sentence: str) -> None:
        """Say why something cannot be taken; nothing once it can."""
        self._show_sentence(sentence, "refusal")

    def say(self, sentence: str) -> None:
        """Say what came of a change."""
        self._show_sentence(sentence, "dim")

    def _mark(self, words: Sequence[str]) -> None:
        self.label.setText(marked(self.text, words))
        self._about.setText(marked(self.tip, words))

    def _show_sentence(self, sentence: str, look: str) -> None:
        self.sentence.setObjectName(look)
        self.sentence.style().polish(self.sentence)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))

    def _assemble(self, wide: bool) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(2, 26)
        grid.addWidget(self.label, 0, 0, 1 if self.tip or wide else 2, 1)
        grid.addWidget(self._about, 1, 0, 1, 2 if wide else 1)
        field = self.field
        if isinstance(field, QWidget):
            self._name(field)
            place = (2, 0, 1, 2) if wide else (0, 1, 2, 1)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(field, *place, Qt.AlignmentFlag(0) if wide else side)
        grid.addWidget(self.reset, 2 if wide else 0, 2, 1 if wide else 2, 1)
        grid.addWidget(self.sentence, 3, 0, 1, 2)

    def _name(self, field: QWidget) -> None:
        self.label.setBuddy(field)
        named = field.focusProxy() or field
        named.setAccessibleName(self.text)
        named.setAccessibleDescription(self.tip)
        refused = getattr(field, "refused", None)
        if refused is not None:
            refused.connect(self.refuse)


def marked(text: str, words: Sequence[str]) -> str:
    """``text`` as rich text in which the ``words`` stand out."""
    if not words:
        return html.escape(text)
    pattern = re.compile("|".join(re.escape(word) for word in words), re.IGNORECASE)
    ground, parts, end = theme.SELECTED.name(), [], 0
    for match in pattern.finditer(text):
        parts.append(html.escape(text[end : match.start()]))
        inner = html.escape(match.group())
        parts.append(f'<span style="background-color: {ground};">{inner}</span>')
        end = match.end()
    return "".join([*parts, html.escape(text[end:])])


def _reset_button(parent: QWidget, text: str) -> QToolButton:
    button = QToolButton(parent)
    button.setIcon(icon("reset"))
    button.setIconSize(QSize(15, 15))
    button.setToolTip(tr("Back to the default"))
    button.setAccessibleName(tr("Back to the default: {setting}", setting=text))
    policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    policy.setRetainSizeWhenHidden(True)
    button.setSizePolicy(policy)
    button.hide()
    return button
