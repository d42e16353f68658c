"""The editor of models: a list that is searched by typing, with the family of each."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.engine.services import Models
from app.graph.spec import ParameterSpec, Plain
from app.ui import theme
from app.ui.editors.base import Editor, leave_open, teach_manners, tool
from app.ui.editors.searched_list import search_by_part
from app.ui.words import tr

_FAMILY = Qt.ItemDataRole.UserRole + 1
_GAP = 24
_WIDEST = 520
_LATER = 1500
"""Milliseconds after which models that were looked for are on the list."""


class ModelEditor(Editor):
    """One of the models that lie in the user's folders; a path may be typed as well."""

    def __init__(
        self, parameter: ParameterSpec, models: Models, parent: QWidget | None = None
    ) -> None:
        super().__init__(parameter, parent)
        self._models = models
        self.field = ModelList(self)
        self.line = QLineEdit(self.field)
        self.field.setLineEdit(self.line)
        self._found = search_by_part(self.field).popup()
        if self._found is not None:
            self._found.setItemDelegate(FamilyRow(self._found))
        self.line.setPlaceholderText(tr("Name or path of a model"))
        self.field.textActivated.connect(self.edited.emit)
        self.field.opening.connect(self.look_again)
        self.line.textEdited.connect(self.edited.emit)
        self.refresh = tool("refresh", tr("Look again for models"), self)
        self.refresh.clicked.connect(self._search_folders)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.refresh)
        self.setFocusProxy(self.field)
        self.look_again()

    def look_again(self) -> None:
        """Ask anew which models there are; what is chosen stays chosen."""
        kind = self.parameter.model_kind
        chosen, names = self.field.currentText(), self._models.names(kind)
        self.field.blockSignals(True)
        self.field.clear()
        for row, name in enumerate(names):
            known = self._models.model(kind, name)
            self.field.addItem(name)
            self.field.setItemData(row, known.family if known else "", _FAMILY)
            self.field.setItemData(row, name, Qt.ItemDataRole.ToolTipRole)
        self.field.setEditText(chosen)
        self.field.blockSignals(False)
        if self._found is not None:
            self._found.setMinimumWidth(self.field.room())

    def show_value(self, value: Plain) -> None:
        """Show the name or path of a model."""
        if self.field.currentText() != value:
            self.field.setEditText(str(value))

    def show_several(self) -> None:
        """Show that several models are chosen."""
        leave_open(self.line)

    def _search_folders(self) -> None:
        """Let the folders be looked through, and show what was found."""
        self._models.look_again()
        self.look_again()
        QTimer.singleShot(_LATER, self, self.look_again)


class ModelList(QComboBox):
    """A drop-down list whose names have their families behind them; ``opening`` before it opens."""

    opening = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        expanding, fixed = self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed
        self.setSizePolicy(expanding, fixed)
        shown = QListView(self)
        shown.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setView(shown)
        self.setItemDelegate(FamilyRow(shown))
        teach_manners(self)

    def showPopup(self) -> None:
        """Open the list, with the models that are there now."""
        self.opening.emit()
        self.view().setMinimumWidth(max(self.width(), self.room()))
        super().showPopup()

    def room(self) -> int:
        """How wide a list is that shows whole names, within limits."""
        return min(_WIDEST, self.view().sizeHintForColumn(0) + _GAP)


class FamilyRow(QStyledItemDelegate):
    """A line of the list: the name, and at its end the family in a softer colour."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Room for both."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + _room(option, _family(index)), size.height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the line as usual, then the family."""
        super().paint(painter, option, index)
        family = _family(index)
        if not family:
            return
        painter.save()
        painter.setFont(option.font)
        painter.setPen(theme.DIM)
        box = QRectF(option.rect).adjusted(0, 0, -10, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, family)
        painter.restore()

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Shorten a name that would reach below its family."""
        super().initStyleOption(option, index)
        room = option.rect.width() - _room(option, _family(index))
        if room > 0 and _family(index):
            option.text = option.fontMetrics.elidedText(
                option.text, Qt.TextElideMode.ElideMiddle, room
            )


def _family(index: QModelIndex | QPersistentModelIndex) -> str:
    return str(index.data(_FAMILY) or "")


def _room(option: QStyleOptionViewItem, family: str) -> int:
    """As wide as a family is, with a gap before it."""
    return option.fontMetrics.horizontalAdvance(family) + _GAP if family else 0
