"""Draws one entry of the history: its small picture, a star, and what it is at the bottom."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import (
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTime,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.ui import theme
from app.ui.history.model import ENTRY, HistoryModel
from app.ui.history.store import Entry
from app.ui.icons import icon
from app.ui.tile_painting import ROUND, paint_ground, paint_square
from app.ui.viewer.pictures import PLAYS
from app.ui.words import tr

SIDE = 112
_CAPTION = 18
_VEIL = QColor(0, 0, 0, 160)
"""Lies on pictures, which are of any colour, beneath white words."""


class HistoryTile(QStyledItemDelegate):
    """A square picture with a line of words beneath."""

    def __init__(self, model: HistoryModel) -> None:
        super().__init__(model)
        self._model = model

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All tiles are equally large."""
        return QSize(SIDE, SIDE + _CAPTION)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the entry."""
        entry: Entry = index.data(ENTRY)
        tile = QRectF(option.rect).adjusted(4, 4, -4, -4)
        square = QRectF(tile.left(), tile.top(), tile.width(), tile.height() - _CAPTION)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_ground(painter, option, tile.adjusted(-2, -2, 2, 2), 2.0, ROUND + 2)
        paint_square(painter, self._model.picture(entry), square)
        if entry.is_video:
            _paint_length(painter, entry, square)
        if entry.starred:
            star = icon("star", theme.WARNING)
            star.paint(painter, QRectF(square.right() - 20, square.top() + 4, 16, 16).toRect())
        self._paint_caption(painter, entry, tile)
        painter.restore()

    def _paint_caption(self, painter: QPainter, entry: Entry, tile: QRectF) -> None:
        made = datetime.fromtimestamp(entry.made)
        today = made.date() == datetime.now().date()
        form = QLocale.FormatType.ShortFormat
        system = QLocale()
        when = (
            system.toString(QTime(made.hour, made.minute), form)
            if today
            else system.toString(made.date(), form)
        )
        words = tr("{when} · seed {seed}", when=when, seed=entry.seed) if entry.seed else when
        box = QRectF(tile.left() + 2, tile.bottom() - _CAPTION + 3, tile.width() - 4, _CAPTION - 2)
        painter.setFont(theme.font(11))
        painter.setPen(theme.DIM)
        elided = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)


def _paint_length(painter: QPainter, entry: Entry, square: QRectF) -> None:
    """Mark a video by how long it lasts, in a corner of its picture."""
    words = f"{PLAYS} {entry.count / entry.rate:.3g} s"
    painter.setFont(theme.font(10))
    width = painter.fontMetrics().horizontalAdvance(words) + 10
    box = QRectF(square.left() + 4, square.bottom() - 20, width, 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_VEIL)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
