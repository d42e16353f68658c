"""How a kind of node looks in the list of the search."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter

from app.graph.spec import NodeSpec
from app.ui import theme
from app.ui.canvas.cards.text import shortened, text_width
from app.ui.lit_row import LitRow
from app.ui.words import path_of

SPEC = Qt.ItemDataRole.UserRole
"""Where a row keeps its kind."""
HEIGHT = 42


class SearchRow(LitRow):
    """Paints one kind: its title, its category at the right, the first line of its help below."""

    height = HEIGHT

    def write(
        self, painter: QPainter, area: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Write the row behind a mark in the colour of its category."""
        spec: NodeSpec = index.data(SPEC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.category_colour(spec.category))
        painter.drawRoundedRect(QRect(area.x() + 9, area.y() + 10, 4, area.height() - 20), 2, 2)
        self._write(painter, area.adjusted(23, 4, -10, -4), spec)

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
