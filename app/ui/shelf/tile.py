"""Draws one model: its small picture, name, family and size."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.models.records import ModelRecord
from app.ui import theme
from app.ui.shelf.model import RECORD, ShelfModel, size_text
from app.ui.shelf.words import kind_word, variant_word
from app.ui.tile_painting import paint_ground, paint_square

HEIGHT = 64
_SIDE = 48
_GAP = 10.0


class ShelfTile(QStyledItemDelegate):
    """A row as wide as the list: a picture, and two lines beside it."""

    def __init__(self, model: ShelfModel) -> None:
        super().__init__(model)
        self._model = model

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are equally high."""
        return QSize(160, HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the model."""
        record: ModelRecord = index.data(RECORD)
        row = QRectF(option.rect).adjusted(6, 2, -6, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_ground(painter, option, row)
        square = QRectF(row.left() + 6, row.center().y() - _SIDE / 2, _SIDE, _SIDE)
        self._paint_picture(painter, record, square)
        words = QRectF(square.right() + _GAP, row.top() + 9, 0, row.height() - 18)
        words.setRight(row.right() - 8)
        self._paint_words(painter, record, words)
        painter.restore()

    def _paint_picture(self, painter: QPainter, record: ModelRecord, square: QRectF) -> None:
        """The middle of the picture, cut to a square; without one the first letter of its kind."""
        pixmap = self._model.picture(record)
        paint_square(painter, pixmap, square)
        if pixmap is None:
            painter.setPen(theme.DIM)
            painter.setFont(theme.font(17, bold=True))
            painter.drawText(square, Qt.AlignmentFlag.AlignCenter, kind_word(record.kind)[:1])

    def _paint_words(self, painter: QPainter, record: ModelRecord, words: QRectF) -> None:
        folder, _, name = record.name.rpartition("/")
        first = QRectF(words.left(), words.top(), words.width(), words.height() / 2)
        second = first.translated(0, first.height())
        _line(painter, first, name, theme.font(13, bold=True), theme.TEXT)
        if record.traits.family:
            second.setLeft(second.left() + _badge(painter, second, record.traits.family))
        variant = variant_word(record.traits.variant)
        facts = [kind_word(record.kind), variant, size_text(record.size), folder]
        text = " · ".join(fact for fact in facts if fact)
        _line(painter, second, text, theme.font(11), theme.DIM)


def _line(painter: QPainter, box: QRectF, text: str, font: QFont, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    elided = painter.fontMetrics().elidedText(
        text, Qt.TextElideMode.ElideMiddle, max(0, int(box.width()))
    )
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)


def _badge(painter: QPainter, line: QRectF, text: str) -> float:
    """A family in a small coloured box at the begin of a line; how much room it took."""
    painter.setFont(theme.font(11, bold=True))
    width = painter.fontMetrics().horizontalAdvance(text) + 12.0
    box = QRectF(line.left(), line.center().y() - 8, width, 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.faded(theme.ACCENT, 0.22))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(theme.TEXT)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return width + 8.0
