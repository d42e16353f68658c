"""How a kind of node looks in the list of the search."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.graph.spec import NodeSpec
from app.ui import theme
from app.ui.canvas.cards.text import shortened, text_width
from app.ui.words import path_of

SPEC = Qt.ItemDataRole.UserRole
"""Where a row keeps its kind."""
HEIGHT = 42


class SearchRow(QStyledItemDelegate):
    """Paints one kind: its title, its category at the right, the first line of its help below."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are equally high."""
        return QSize(200, HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row, on a lighter ground where it is the current one."""
        spec: NodeSpec = index.data(SPEC)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.HOVER)
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 6, 6)
        painter.setBrush(theme.category_colour(spec.category))
        painter.drawRoundedRect(QRect(rect.x() + 9, rect.y() + 10, 4, rect.height() - 20), 2, 2)
        self._write(painter, rect.adjusted(23, 4, -10, -4), spec)
        painter.restore()

    def _write(self, painter: QPainter, box: QRect, spec: NodeSpec) -> None:
        """The three texts of a row."""
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        small = theme.font(11)
        painter.setFont(small)
        painter.setPen(theme.FAINT)
        painter.drawText(box, top | Qt.AlignmentFlag.AlignRight, path_of(spec.category))
        painter.setPen(theme.DIM)
        first = spec.help.strip().split("\n")[0]
        painter.drawText(box, bottom, shortened(first, small, box.width()))
        bold = theme.font(13, bold=True)
        painter.setFont(bold)
        painter.setPen(theme.TEXT)
        room = box.width() - text_width(path_of(spec.category), small) - 12
        painter.drawText(box, top, shortened(spec.title, bold, room))
