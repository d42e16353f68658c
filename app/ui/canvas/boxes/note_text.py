"""The Markdown of a note as it is painted: nothing in it is ever loaded or followed by itself."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from app.ui import theme
from app.ui.plain import shortened
from app.ui.words import tr

_INDENT, _AIR = 18.0, 5.0
"""How far lists are moved in, and the room below each paragraph."""


LONGEST = 20_000
"""How many characters are laid out: no note shows more, and laying out takes time."""


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
        self._links: QColor | None = None

    def set_markdown(self, text: str) -> None:
        """Show another text; markup of the web in it is shown as it stands."""
        plain = QTextDocument.MarkdownFeature.MarkdownNoHTML
        dialect = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        self._empty = not text.strip()
        shown = tr("Double-click to write") if self._empty else shortened(text, LONGEST)
        self._document.setMarkdown(shown, dialect | plain)
        self._document.setIndentWidth(_INDENT)
        everything = QTextCursor(self._document)
        everything.select(QTextCursor.SelectionType.Document)
        air = QTextBlockFormat()
        air.setBottomMargin(_AIR)
        everything.mergeBlockFormat(air)
        self._links = None

    def _colour_links(self) -> None:
        """Give links the accent of the theme that is seen; Markdown gives them a fixed colour."""
        if self._links == theme.ACCENT:
            return
        self._links = QColor(theme.ACCENT)
        look = QTextCharFormat()
        look.setForeground(self._links)
        cursor = QTextCursor(self._document)
        for start, end in self._anchors():
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)

    def _anchors(self) -> list[tuple[int, int]]:
        """Where the links of the text begin and end."""
        found: list[tuple[int, int]] = []
        cursor = QTextCursor(self._document)
        while not cursor.atEnd():
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
            if cursor.charFormat().isAnchor():
                found.append((cursor.position() - 1, cursor.position()))
        return found

    def paint(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        """Paint as much as fits into ``area``."""
        self._lay_out(area.width())
        self._colour_links()
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        shade = theme.faded(colour, 0.5) if self._empty else colour
        palette.setColor(QPalette.ColorRole.Text, shade)
        context.palette = palette
        context.clip = QRectF(0, 0, area.width(), area.height())
        painter.save()
        painter.translate(area.topLeft())
        painter.setClipRect(context.clip, Qt.ClipOperation.IntersectClip)
        self._document.documentLayout().draw(painter, context)
        painter.restore()
        if self._document.size().height() > area.height() + 2:
            # More was written than is seen.
            painter.setFont(theme.font(15, bold=True))
            painter.setPen(shade)
            corner = area.adjusted(0, 0, 4, 9)
            end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
            painter.drawText(corner, end, "…")

    def link_at(self, place: QPointF, width: float) -> str:
        """The address of the link at a place of the text."""
        self._lay_out(width)
        return self._document.documentLayout().anchorAt(place)

    def _lay_out(self, width: float) -> None:
        """Break the lines anew where the width is another one."""
        if self._document.textWidth() != width:
            self._document.setTextWidth(width)
