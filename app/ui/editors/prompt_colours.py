"""Shows in a prompt what its brackets do: heavier words stand out, stray brackets are marked."""

from __future__ import annotations

from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)

from app.sdk.prompt_parts import Part, Reading, Role, parts_of
from app.ui import theme

_STRONGEST = 1.6
"""A weight from which on words do not stand out more."""


class PromptColours(QSyntaxHighlighter):
    """Colours a whole prompt anew whenever it changes: a bracket may match one far away."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._reading: Reading = "plain"
        self._text = ""
        self._parts: tuple[Part, ...] = ()
        self._again = False
        document.contentsChange.connect(self._changed)
        theme.current.theme_changed.connect(self._recolour)

    @property
    def reading(self) -> Reading:
        """How brackets are read."""
        return self._reading

    def read_as(self, reading: Reading) -> None:
        """Read brackets otherwise."""
        if reading != self._reading:
            self._reading = reading
            self.rehighlight()

    def rehighlight(self) -> None:
        """Read the whole text anew, and colour it."""
        self._read()
        super().rehighlight()

    def _recolour(self) -> None:
        # Qt's own slot, connected by name, would go on being called once this is gone.
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line by the parts of the prompt that reach into it."""
        start = self.currentBlock().position()
        end = start + len(text)
        for part in self._parts:
            first, last = max(part.start, start), min(part.end, end)
            if first < last:
                self.setFormat(first - start, last - first, _format_of(part))

    def _read(self) -> None:
        self._text = self.document().toPlainText()
        self._parts = parts_of(self._text, self._reading)

    def _changed(self, place: int, removed: int, added: int) -> None:
        """Lines before and behind the edited one may mean something else now."""
        if self._again or self._reading == "plain":
            return
        self._again = True
        self.rehighlight()
        self._again = False


def _format_of(part: Part) -> QTextCharFormat:
    """How a part of a prompt looks."""
    made = QTextCharFormat()
    if part.role is Role.STRAY:
        made.setForeground(theme.BAD)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        made.setUnderlineColor(theme.BAD)
    elif part.role is Role.BREAK:
        made.setForeground(theme.ACCENT)
        made.setFontWeight(QFont.Weight.DemiBold)
    elif part.role in (Role.OPEN, Role.CLOSE, Role.NUMBER):
        made.setForeground(theme.FAINT if part.role is not Role.NUMBER else theme.DIM)
    elif part.weight != 1:
        made.setForeground(weight_colour(part.weight))
        made.setFontWeight(QFont.Weight.DemiBold if part.weight > 1 else QFont.Weight.Normal)
    return made


def weight_colour(weight: float) -> QColor:
    """Warm for words that weigh more, cool and pale for those that weigh less."""
    if weight >= 1:
        share = min(1.0, (weight - 1) / (_STRONGEST - 1))
        return theme.mixed(theme.TEXT, theme.WARNING, 0.35 + 0.65 * share)
    return theme.mixed(theme.KEPT, theme.FAINT, min(1.0, 1 - max(weight, 0.0)))
