"""The list of problems: what went wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.ui import theme
from app.ui.canvas.cards.text import line_height, text_width, wrapped
from app.ui.editors.base import tool
from app.ui.icons import drawing
from app.ui.plain import tip_text
from app.ui.running.problem_list import Origin, Problem, ProblemList
from app.ui.running.remedies import ROOM, RemedyButton, offer
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.tab import Tab

_PROBLEM = Qt.ItemDataRole.UserRole
_ROW = 30
_HEAD = 52
_LINES = 4
_SIGN, _END = 38, 10
"""Room for the sign before, and between the sentence and the edge of the list."""


class Problems(QWidget):
    """Shows problems; ``node_wanted`` asks for a node, ``count_changed`` tells how many, and
    ``diagnostics_wanted`` asks for what a report of a fault needs."""

    node_wanted = Signal(str)
    diagnostics_wanted = Signal()
    count_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        self._problems = ProblemList(self)
        self._problems.changed.connect(self._refill)
        self.list = QListWidget(self)
        self._set_up_list()
        self._head = QLabel(self)
        self._head.setObjectName("problemsHead")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        column.addWidget(self.list)

    def _set_up_list(self) -> None:
        self.list.setItemDelegate(_Row(self.list))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shows_newest = True
        bar = self.list.verticalScrollBar()
        bar.actionTriggered.connect(self._let_go)
        bar.rangeChanged.connect(self._show_newest)
        self.list.itemClicked.connect(self._go_to)
        self.list.itemActivated.connect(self._go_to)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)

    def _make_head(self) -> QHBoxLayout:
        """How many there are, and what can be done with all of them."""
        report = tool("about", tr("Diagnostics for a report …"), self)
        report.clicked.connect(self.diagnostics_wanted)
        copy = tool("copy", tr("Copy all problems with their details"), self)
        copy.clicked.connect(self.copy_all)
        close = tool("close", tr("Clear the list"), self)
        close.clicked.connect(lambda: self.clear())
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 6, 2)
        head.addWidget(self._head, 1)
        head.addWidget(report)
        head.addWidget(copy)
        head.addWidget(close)
        return head

    def sizeHint(self) -> QSize:
        """Room for two to five lines."""
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        return QSize(400, _HEAD + min(5 * _ROW, max(2 * _ROW, rows)))

    def show_tab(self, tab: Tab) -> None:
        """Show the problems of another graph."""
        self.show_list(tab.problems)

    def show_list(self, problems: ProblemList) -> None:
        """Show these problems and follow them."""
        self._problems.changed.disconnect(self._refill)
        self._problems = problems
        problems.changed.connect(self._refill)
        self._refill()

    def all(self) -> tuple[Problem, ...]:
        """Every problem, oldest first."""
        return self._problems.all()

    def add(self, problem: Problem) -> None:
        """Append a problem, unless the same one is there already."""
        self._problems.add(problem)

    def clear(self, origin: Origin | None = None) -> None:
        """Forget all problems, or those of one origin."""
        self._problems.clear(origin)

    def retain(self, wanted: Callable[[Problem], bool]) -> None:
        """Forget all problems that are not wanted any more."""
        self._problems.retain(wanted)

    def _refill(self) -> None:
        """Show what is on the list now; what stays keeps its row."""
        shown = [self.list.item(row).data(_PROBLEM) for row in range(self.list.count())]
        wanted = self._problems.all()
        for row in reversed(range(len(shown))):
            if shown[row] not in wanted:
                self.list.takeItem(row)
        for problem in wanted:
            if problem not in shown:
                self._append(problem)
        self._count()

    def _append(self, problem: Problem) -> None:
        item = QListWidgetItem(problem.sentence)
        item.setData(_PROBLEM, problem)
        item.setToolTip(tip_text(problem.sentence))
        self.list.addItem(item)
        if problem.remedies:
            self.list.setItemWidget(item, RemedyButton(problem.remedies, self.list))
        self._shows_newest = True
        self._show_newest()

    def _let_go(self) -> None:
        """The user scrolls: what he looks at stays until something new comes."""
        self._shows_newest = False

    def _show_newest(self) -> None:
        """Scroll to the newest problem; again whenever the room or the rows change."""
        if self._shows_newest:
            self.list.scrollToBottom()

    def copy_all(self) -> None:
        """Put every problem with its details on the clipboard."""
        text = "\n\n".join(problem.report() for problem in self.all())
        QGuiApplication.clipboard().setText(text)

    def _count(self) -> None:
        count = self.list.count()
        self._head.setText(tr("1 problem") if count == 1 else tr("{count} problems", count=count))
        self.count_changed.emit(count)

    def _go_to(self, item: QListWidgetItem) -> None:
        problem: Problem = item.data(_PROBLEM)
        if problem.node:
            self.node_wanted.emit(problem.node)

    def _open_menu(self, place: QPoint) -> None:
        item = self.list.itemAt(place)
        if item is None:
            return
        problem: Problem = item.data(_PROBLEM)
        menu = QMenu(self)
        offer(menu, problem.remedies)
        menu.addSeparator()
        if problem.node:
            menu.addAction(tr("Go to the node"), lambda: self.node_wanted.emit(problem.node))
        menu.addAction(
            tr("Copy details"), lambda: QGuiApplication.clipboard().setText(problem.report())
        )
        menu.exec(self.list.viewport().mapToGlobal(place))
        menu.deleteLater()


class _Row(QStyledItemDelegate):
    """Draws a problem: sign, node, sentence."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As wide as the list, and as high as the sentence needs within limits."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()
        lines = len(_sentence_lines(index.data(_PROBLEM), width))
        return QSize(width, _ROW + (lines - 1) * round(line_height(theme.font(13))))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one problem; a very long sentence ends in dots and is whole in the tooltip."""
        problem: Problem = index.data(_PROBLEM)
        area: QRect = option.rect
        state = option.state
        if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            painter.fillRect(area, theme.HOVER)
        sign = "warning" if problem.is_warning else "error"
        colour = theme.WARNING if problem.is_warning else theme.BAD
        ratio = painter.device().devicePixelRatio()
        pixmap = drawing(sign, colour.name(), round(18 * ratio))
        painter.drawPixmap(QRect(area.left() + 10, area.top() + 6, 18, 18), pixmap)
        end = ROOM if problem.remedies else _END
        first = QRect(area.left() + _SIGN, area.top(), area.width() - _SIGN - end, _ROW)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.TEXT)
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, problem.title)
        painter.setFont(theme.font(13))
        painter.setPen(theme.SOFT)
        first.setLeft(first.left() + _title_width(problem))
        step = round(line_height(theme.font(13)))
        for number, line in enumerate(_sentence_lines(problem, area.width())):
            row = first.translated(0, number * step)
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, line)


def _title_width(problem: Problem) -> int:
    """Room for the name of the node before the sentence."""
    bold = theme.font(13, bold=True)
    return round(text_width(problem.title, bold)) + 10 if problem.title else 0


def _sentence_lines(problem: Problem, width: int) -> tuple[str, ...]:
    """The sentence as it stands in a list of this width."""
    end = ROOM if problem.remedies else _END
    room = max(80, width - _SIGN - end - _title_width(problem))
    return wrapped(problem.sentence, theme.font(13), room, _LINES)
