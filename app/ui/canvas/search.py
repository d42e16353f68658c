"""The search that adds nodes: it floats over the canvas where the mouse is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.graph.spec import NodeSpec
from app.ui import theme
from app.ui.canvas.fitting import End
from app.ui.canvas.ranking import rank
from app.ui.canvas.text import shortened, text_width

_SPEC = Qt.ItemDataRole.UserRole
_ROW, _WIDTH, _ROWS = 42, 380, 8
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS,
    Qt.Key.Key_PageUp: -_ROWS,
}


class Search(QFrame):
    """A field and the kinds that match it. ``chosen`` carries the type and the place on canvas."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget, specs: Callable[[], Sequence[NodeSpec]]) -> None:
        super().__init__(parent)
        self._parent = parent
        self._specs = specs
        self._end: End | None = None
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Add a node…")
        self.field.setFont(theme.font(14))
        self.list = QListWidget(self)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._nothing = QLabel("Nothing is called that.", self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._dress()
        self.field.textChanged.connect(self._refill)
        self.list.itemClicked.connect(lambda _: self._accept())
        self.list.setMouseTracking(True)
        self.list.itemEntered.connect(self._point_at)
        self._opened_at = QPoint()
        self.field.installEventFilter(self)
        self.hide()

    def _dress(self) -> None:
        """Layout and look."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        for widget in (self.field, self.list, self._nothing):
            layout.addWidget(widget)
        self.setObjectName("search")
        self.setFixedWidth(_WIDTH)

    def open(self, place: QPoint, end: End | None = None) -> None:
        """Show the search near a place of the parent, for a wire's loose end where one is given."""
        self._end = end
        what = "" if end is None else f"{'takes' if end.side == 'out' else 'gives'} {end.type}"
        self.field.setPlaceholderText(f"Add a node that {what}…" if what else "Add a node…")
        self.field.clear()
        self._refill()
        room = self._parent.size()
        x = max(8, min(place.x() - 40, room.width() - self.width() - 8))
        y = max(8, min(place.y() - 24, room.height() - self.height() - 8))
        self.move(x, y)
        self._opened_at = QCursor.pos()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def end(self) -> End | None:
        """The loose end that the search was opened for."""
        return self._end

    def _refill(self) -> None:
        """List what matches."""
        found = rank(self.field.text(), self._specs(), self._end)
        self.list.clear()
        for spec in found:
            item = QListWidgetItem(spec.title)
            item.setData(_SPEC, spec)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self.list.setFixedHeight(_ROW * min(_ROWS, max(1, len(found))) + 2)
        self.adjustSize()

    def _point_at(self, item: QListWidgetItem) -> None:
        """Follow the mouse, but not before it moves: the list may open right under it."""
        if QCursor.pos() != self._opened_at:
            self.list.setCurrentItem(item)

    def _accept(self) -> None:
        """Take the current row."""
        item = self.list.currentItem()
        if item is None:
            return
        spec: NodeSpec = item.data(_SPEC)
        self.close_search()
        self.chosen.emit(spec.type)

    def pointed_at(self) -> str:
        """The kind that Enter would add; empty while the search is closed."""
        item = self.list.currentItem() if self.isVisible() else None
        spec = item.data(_SPEC) if item is not None else None
        return spec.type if spec is not None else ""

    def close_search(self) -> None:
        """Hide, and give the focus back."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's keys move through the list; losing the focus closes the search."""
        if event.type() == QEvent.Type.FocusOut:
            self.close_search()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        """Whether a key was used by the search rather than by its field."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab):
            self.close_search()
        elif key in _MOVES:
            last = self.list.count() - 1
            row = self.list.currentRow() + _MOVES[Qt.Key(key)]
            self.list.setCurrentRow(max(0, min(last, row)))
        else:
            return False
        return True


class _Row(QStyledItemDelegate):
    """Paints one kind: its title, its category at the right, the first line of its help below."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are equally high."""
        return QSize(_WIDTH - 40, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row, on a lighter ground where it is the current one."""
        spec: NodeSpec = index.data(_SPEC)
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
        painter.drawText(box, top | Qt.AlignmentFlag.AlignRight, spec.category)
        painter.setPen(theme.DIM)
        first = spec.help.strip().split("\n")[0]
        painter.drawText(box, bottom, shortened(first, small, box.width()))
        bold = theme.font(13, bold=True)
        painter.setFont(bold)
        painter.setPen(theme.TEXT)
        room = box.width() - text_width(spec.category, small) - 12
        painter.drawText(box, top, shortened(spec.title, bold, room))
