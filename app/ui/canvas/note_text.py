"""The Markdown of a note as it is painted: nothing in it is ever loaded or followed by itself."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

from app.ui import theme
from app.ui.words import tr

_INDENT, _AIR = 18.0, 5.0
"""How far lists are moved in, and the room below each paragraph."""


class _Sealed(QTextDocument):
    """A document that loads no picture and no other file, wherever its text points."""

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Nothing."""
        return None


class NoteText:
    """Markdown, laid out for the width in which it was asked for last."""

    def __init__(self) -> None:
        self._document = _Sealed()
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        self._document.setDefaultFont(theme.font(13))
        self._empty = True

    def set_markdown(self, text: str) -> None:
        """Show another text; markup of the web in it is shown as it stands."""
        plain = QTextDocument.MarkdownFeature.MarkdownNoHTML
        dialect = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        self._empty = not text.strip()
        shown = tr("Double-click to write") if self._empty else text
        self._document.setMarkdown(shown, dialect | plain)
        self._document.setIndentWidth(_INDENT)
        everything = QTextCursor(self._document)
        everything.select(QTextCursor.SelectionType.Document)
        air = QTextBlockFormat()
        air.setBottomMargin(_AIR)
        everything.mergeBlockFormat(air)

    def paint(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        """Paint as much as fits into ``area``."""
        self._lay_out(area.width())
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        shade = theme.faded(colour, 0.5) if self._empty else colour
        palette.setColor(QPalette.ColorRole.Text, shade)
        palette.setColor(QPalette.ColorRole.Link, theme.ACCENT)
        context.palette = palette
        context.clip = QRectF(0, 0, area.width(), area.height())
        painter.save()
        painter.translate(area.topLeft())
        painter.setClipRect(context.clip, Qt.ClipOperation.IntersectClip)
        self._document.documentLayout().draw(painter, context)
        painter.restore()

    def link_at(self, place: QPointF, width: float) -> str:
        """The address of the link at a place of the text."""
        self._lay_out(width)
        return self._document.documentLayout().anchorAt(place)

    def _lay_out(self, width: float) -> None:
        """Break the lines anew where the width is another one."""
        if self._document.textWidth() != width:
            self._document.setTextWidth(width)
