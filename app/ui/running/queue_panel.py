"""The queue: every run of every open graph, in the order in which they come."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.running.queue import RunQueue
from app.ui.running.queue_entry import Entry
from app.ui.running.queue_return import ReturnNote
from app.ui.running.queue_row import MIME, QueueRow
from app.ui.running.runs import NO_RUN
from app.ui.small_button import small_button
from app.ui.words import tr

_MANY, _PAUSE = 30, 150
"""So many runs are shown anew at most every so many milliseconds."""


class QueuePanel(QWidget):
    """``open_wanted`` brings a run whose graph is to be opened, ``go_to_wanted`` one whose failed
    node is to be shown."""

    open_wanted = Signal(Entry)
    go_to_wanted = Signal(Entry)

    def __init__(self, queue: RunQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queue")
        self.queue = queue
        self.rows: dict[int, QueueRow] = {}
        self._head = QLabel(self)
        self._head.setObjectName("problemsHead")
        self.pause = small_button("pause", tr("Pause the queue"), self, checkable=True)
        self.pause.toggled.connect(queue.pause)
        self.cancel_all = small_button("close", tr("Take all out of the queue"), self)
        self.cancel_all.clicked.connect(queue.cancel_waiting)
        self.clear = small_button("clear", tr("Forget what has ended"), self)
        self.clear.clicked.connect(queue.clear_ended)
        self.list = _Rows(self)
        self.list.dropped.connect(self._dropped)
        self._empty = QLabel(tr("Runs appear here. Queue several, and they run one by one."), self)
        self._empty.setObjectName("dim")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._arrange()
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self._fill)
        queue.rows_changed.connect(self._changed)
        queue.changed.connect(self._renew)
        queue.paused_changed.connect(self._show_paused)
        self._fill()

    def sizeHint(self) -> QSize:
        """Room for a few runs."""
        return QSize(380, 220)

    def _arrange(self) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.list)
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 6, 2)
        head.setSpacing(2)
        head.addWidget(self._head, 1)
        for button in (self.pause, self.cancel_all, self.clear):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(ReturnNote(self.queue, self))
        column.addWidget(self._empty, 1)
        column.addWidget(area, 1)
        self._area = area

    def _changed(self) -> None:
        """Show it at once, but many runs not for each of many changes."""
        if len(self.rows) < _MANY:
            self._fill()
        elif not self._later.isActive():
            self._later.start()

    def _fill(self) -> None:
        """Show the runs that there are, in their order; rows that stay keep the focus."""
        entries = self.queue.entries()
        gone = self.rows.keys() - {entry.run for entry in entries}
        for run in gone:
            self.rows.pop(run).deleteLater()
        for entry in entries:
            if entry.run not in self.rows:
                self.rows[entry.run] = self._row(entry)
        self.list.order([self.rows[entry.run] for entry in entries])
        self._empty.setVisible(not entries)
        self._area.setVisible(bool(entries))
        self._count(entries)

    def _row(self, entry: Entry) -> QueueRow:
        row = QueueRow(entry, self.list)
        row.wanted.connect(self._do)
        return row

    def _renew(self, run: int) -> None:
        entry = self.queue.entry(run)
        if entry is not None and run in self.rows:
            self.rows[run].show_entry(entry)

    def _count(self, entries: list[Entry]) -> None:
        waiting = len(self.queue.waiting())
        ended = any(entry.state not in ("waiting", "running") for entry in entries)
        self.cancel_all.setEnabled(waiting > 0)
        self.clear.setEnabled(ended)
        if self.queue.is_paused:
            self._head.setText(tr("Paused, {count} waiting", count=waiting))
        else:
            self._head.setText(tr("{count} waiting", count=waiting) if waiting else tr("Queue"))

    def _show_paused(self, paused: bool) -> None:
        self.pause.setChecked(paused)
        tip = tr("Go on with the queue") if paused else tr("Pause the queue")
        self.pause.setToolTip(tip)
        self.pause.setAccessibleName(tip)
        self._count(self.queue.entries())

    def _do(self, run: int, name: str) -> None:
        """Do with a run what one of its buttons says."""
        entry, queue = self.queue.entry(run), self.queue
        if entry is None:
            return
        place = queue.waiting().index(run) if run in queue.waiting() else 0
        ways: dict[str, Callable[[], object]] = {
            "stop": lambda: queue.cancel(run),
            "cancel": lambda: queue.cancel(run),
            "front": lambda: queue.move(run, 0),
            "up": lambda: queue.move(run, place - 1),
            "down": lambda: queue.move(run, place + 1),
            "previous": lambda: self.list.step(self.rows[run], -1),
            "next": lambda: self.list.step(self.rows[run], 1),
            "retry": lambda: queue.retry(run),
            "go_on": lambda: queue.go_on(run),
            "forget": lambda: queue.forget_run(run),
            "open": lambda: self.open_wanted.emit(entry),
            "go_to": lambda: self.go_to_wanted.emit(entry),
        }
        ways[name]()

    def _dropped(self, run: int, row: int) -> None:
        """A run was dropped before a row; those that run or have ended do not count."""
        before = [each for each in self.list.runs()[:row] if each in self.queue.waiting()]
        self.queue.move(run, len([each for each in before if each != run]))


class _Rows(QWidget):
    """The rows below each other; a run can be dropped between two of them."""

    dropped = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._line = -1
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def order(self, rows: list[QueueRow]) -> None:
        """Show these rows in this order."""
        for place, row in enumerate(rows):
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)

    def runs(self) -> list[int]:
        """The numbers of the runs, from top to bottom."""
        return [row.run for row in self._rows()]

    def step(self, row: QueueRow, by: int) -> None:
        """Give the focus to a neighbour of a row."""
        rows = self._rows()
        rows[max(0, min(rows.index(row) + by, len(rows) - 1))].setFocus()

    def _rows(self) -> list[QueueRow]:
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, QueueRow)]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a run of the queue."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go."""
        self._show_line(self._place(event.position().y()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It goes elsewhere."""
        self._show_line(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the run where it was dropped."""
        place = self._place(event.position().y())
        self._show_line(-1)
        event.acceptProposedAction()
        run = _run_of(event.mimeData())
        if run in self.runs():
            self.dropped.emit(run, place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line between two rows where a run would go."""
        if self._line < 0:
            return
        rows = self._rows()
        y = rows[self._line].y() if self._line < len(rows) else self._column.sizeHint().height()
        painter = QPainter(self)
        painter.fillRect(8, max(y - 1, 0), self.width() - 16, 2, theme.ACCENT)
        painter.end()

    def _place(self, y: float) -> int:
        return sum(row.y() + row.height() / 2 < y for row in self._rows())

    def _show_line(self, place: int) -> None:
        self._line = place
        self.update()


def _run_of(mime: QMimeData) -> int:
    """The run that is dragged; one that cannot be where another program made the data."""
    try:
        return int(bytes(mime.data(MIME).data()).decode("ascii"))
    except ValueError:
        return NO_RUN
