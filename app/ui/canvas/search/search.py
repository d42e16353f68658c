"""The search that adds nodes: it floats over the canvas where the mouse is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.graph.spec import NodeSpec
from app.ui import theme
from app.ui.canvas.search.kind_help import KindHelp
from app.ui.canvas.search.ranking import rank
from app.ui.canvas.search.recent_kinds import RecentKinds
from app.ui.canvas.search.row import HEIGHT, SPEC, SearchRow
from app.ui.canvas.wires.fitting import End
from app.ui.list_keys import moved_through
from app.ui.words import tr, type_words

_WIDTH, _HELP, _ROWS = 380, 290, 8


class Search(QFrame):
    """A field and the kinds that match it. ``chosen`` carries the type and the place on canvas."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(
        self, parent: QWidget, specs: Callable[[], Sequence[NodeSpec]], recent: RecentKinds
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._specs = specs
        self._recent = recent
        self._end: End | None = None
        self.field = QLineEdit(self)
        self.field.setFont(theme.font(14))
        self.list = QListWidget(self)
        self.list.setItemDelegate(SearchRow(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(tr("Nodes that can be added"))
        self.help = KindHelp(_HELP, self)
        self._nothing = QLabel(tr("Nothing is called that."), self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._dress()
        self.field.textChanged.connect(self._refill)
        self.list.currentItemChanged.connect(lambda item, _: self._explain(item))
        self.list.itemClicked.connect(lambda _: self._accept())
        self.list.setMouseTracking(True)
        self.list.itemEntered.connect(self._point_at)
        self._opened_at = QPoint()
        self.field.installEventFilter(self)
        self.hide()

    def _dress(self) -> None:
        """Layout and look."""
        column = QVBoxLayout()
        column.setSpacing(6)
        for widget in (self.field, self.list, self._nothing):
            widget.setFixedWidth(_WIDTH - 16)
            column.addWidget(widget)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(0)
        row.addLayout(column)
        row.addWidget(self.help)
        self.setObjectName("search")

    def open(self, place: QPoint, end: End | None = None) -> None:
        """Show the search near a place of the parent, for a wire's loose end where one is given."""
        self._end = end
        self.field.setPlaceholderText(_asked(end))
        self.field.setAccessibleName(_asked(end))
        self.help.setVisible(self._parent.width() > _WIDTH + _HELP + 60)
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
        found = rank(self.field.text(), self._specs(), self._end, self._recent.types)
        self.list.clear()
        for spec in found:
            item = QListWidgetItem(spec.title)
            item.setData(SPEC, spec)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        rows = min(_ROWS, max(1, len(found)))
        if self.help.isVisibleTo(self):
            rows = _ROWS
        self.list.setFixedHeight(rows * HEIGHT + 2)
        self.help.setFixedHeight(_ROWS * HEIGHT + 40)
        self.adjustSize()

    def _explain(self, item: QListWidgetItem | None) -> None:
        """Tell about the current row."""
        self.help.show_kind(item.data(SPEC) if item is not None else None)

    def _point_at(self, item: QListWidgetItem) -> None:
        """Follow the mouse, but not before it moves: the list may open right under it."""
        if QCursor.pos() != self._opened_at:
            self.list.setCurrentItem(item)

    def _accept(self) -> None:
        """Take the current row."""
        item = self.list.currentItem()
        if item is None:
            return
        spec: NodeSpec = item.data(SPEC)
        self.close_search()
        self.chosen.emit(spec.type)

    def pointed_at(self) -> str:
        """The kind that Enter would add; empty while the search is closed."""
        item = self.list.currentItem() if self.isVisible() else None
        spec = item.data(SPEC) if item is not None else None
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
        else:
            return moved_through(self.list, event, _ROWS)
        return True


def _asked(end: End | None) -> str:
    """What the search is for."""
    if end is None:
        return tr("Add a node…")
    if end.side == "out":
        return tr("Add a node that takes {kind}…", kind=type_words(end.type))
    return tr("Add a node that gives {kind}…", kind=type_words(end.type))
