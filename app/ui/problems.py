"""The list of problems: what went wrong, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
from app.ui.editors.base import tool
from app.ui.icons import drawing
from app.ui.words import tr

Origin = Literal["run", "file", "program"]

_PROBLEM = Qt.ItemDataRole.UserRole
_ROW = 30


@dataclass(frozen=True)
class Problem:
    """One entry. ``origin`` says what clears it; ``details`` is a traceback, for a report."""

    origin: Origin
    sentence: str
    title: str = ""
    node: str = ""
    details: str = ""
    is_warning: bool = False

    def report(self) -> str:
        """Everything there is to say, as text for the clipboard."""
        head = f"{self.title}: {self.sentence}" if self.title else self.sentence
        return f"{head}\n\n{self.details}".strip()


class Problems(QWidget):
    """Shows problems; ``node_wanted`` asks for a node, ``count_changed`` tells how many."""

    node_wanted = Signal(str)
    count_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        self.list = QListWidget(self)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setUniformItemSizes(True)
        self.list.itemDoubleClicked.connect(self._go_to)
        self.list.itemActivated.connect(self._go_to)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self._head = QLabel(self)
        self._head.setObjectName("problemsHead")
        copy = tool("copy", tr("Copy all problems with their details"), self)
        copy.clicked.connect(self.copy_all)
        close = tool("close", tr("Clear the list"), self)
        close.clicked.connect(lambda: self.clear())
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 6, 2)
        head.addWidget(self._head, 1)
        head.addWidget(copy)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list)

    def sizeHint(self) -> QSize:
        """Room for two to five problems."""
        return QSize(400, 44 + _ROW * min(5, max(2, self.list.count())))

    def all(self) -> tuple[Problem, ...]:
        """Every problem, oldest first."""
        return tuple(self.list.item(row).data(_PROBLEM) for row in range(self.list.count()))

    def add(self, problem: Problem) -> None:
        """Append a problem, unless the same one is there already."""
        if problem in self.all():
            return
        item = QListWidgetItem(problem.sentence)
        item.setData(_PROBLEM, problem)
        item.setToolTip(problem.sentence)
        self.list.addItem(item)
        self.list.scrollToItem(item)
        self._count()

    def clear(self, origin: Origin | None = None) -> None:
        """Forget all problems, or those of one origin."""
        for row in reversed(range(self.list.count())):
            if origin is None or self.list.item(row).data(_PROBLEM).origin == origin:
                self.list.takeItem(row)
        self._count()

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
        """One line, as wide as the list."""
        return QSize(option.rect.width(), _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one problem; a long sentence ends in dots and is whole in the tooltip."""
        problem: Problem = index.data(_PROBLEM)
        area: QRect = option.rect
        state = option.state
        if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            painter.fillRect(area, theme.HOVER)
        sign = "warning" if problem.is_warning else "error"
        colour = theme.WARNING if problem.is_warning else theme.BAD
        ratio = painter.device().devicePixelRatio()
        pixmap = drawing(sign, colour.name(), round(18 * ratio))
        painter.drawPixmap(QRect(area.left() + 10, area.center().y() - 8, 18, 18), pixmap)
        text = area.adjusted(38, 0, -10, 0)
        if problem.title:
            painter.setFont(theme.font(13, bold=True))
            painter.setPen(theme.TEXT)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, problem.title)
            text.setLeft(text.left() + painter.fontMetrics().horizontalAdvance(problem.title) + 10)
        painter.setFont(theme.font(13))
        painter.setPen(theme.SOFT)
        shown = painter.fontMetrics().elidedText(
            problem.sentence, Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)
