"""One row of the panel: an exposed parameter under a name of its own, moved by its handle."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.engine.services import Models
from app.graph.document import Exposed
from app.graph.spec import ParameterKind, ParameterSpec
from app.ui.brief_menu import open_menu
from app.ui.editors.base import tool
from app.ui.form.picture_thumb import PictureThumb, is_picture
from app.ui.inspector.node_deeds import NodeDeeds
from app.ui.inspector.parameter_menu import parameter_menu
from app.ui.inspector.parameter_row import ParameterRow
from app.ui.words import label_of, tr


class PanelRow(QWidget):
    """``moved`` tells how many rows up or down, ``dragged`` where the handle was dragged to."""

    renamed = Signal(str)
    moved = Signal(int)
    dragged = Signal(QPoint, bool)

    def __init__(
        self,
        item: Exposed,
        parameter: ParameterSpec,
        models: Models,
        deeds: NodeDeeds,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.item, self.deeds = item, deeds
        self.handle = _Handle(self)
        self.handle.dragged.connect(self.dragged)
        self.handle.moved.connect(self.moved)
        title = item.title or label_of(item.parameter)
        self.row = ParameterRow(parameter, models, deeds, self, title)
        self._drop_pin()
        self.row.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.thumb = PictureThumb(self) if is_picture(parameter) else None
        if self.thumb is not None:
            self.thumb.dropped.connect(lambda path: deeds.edit(item.parameter, path))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(self.handle, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.addWidget(self.row)
        if self.thumb is not None:
            column.addWidget(self.thumb)
        whole.addLayout(column, 1)

    def _drop_pin(self) -> None:
        """Give the room of the pin to the editor: what is here is pinned."""
        policy = self.row.pin.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.row.pin.setSizePolicy(policy)
        self.row.pin.hide()

    @property
    def place(self) -> tuple[str, str]:
        """The node and the parameter."""
        return self.item.node, self.item.parameter

    def show_value(self, value: object) -> None:
        """Show what the document holds."""
        self.row.show_values([value])
        self.row.pin.hide()
        if self.thumb is not None and self.row.parameter.kind is ParameterKind.FILE:
            self.thumb.show_file(str(value) if self.deeds.may_look(value) else "")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the row."""
        menu = parameter_menu(self.deeds, self.item.parameter, self)
        first = menu.actions()[0]
        rename = QAction(tr("Rename …"), menu)
        rename.triggered.connect(self.rename)
        menu.insertAction(first, rename)
        menu.insertSeparator(first)
        open_menu(menu, event.globalPos())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames."""
        if event.key() == Qt.Key.Key_F2:
            self.rename()
            return
        super().keyPressEvent(event)

    def rename(self, checked: bool = False) -> None:
        """Ask for another name."""
        title, answered = QInputDialog.getText(
            self,
            tr("Rename"),
            tr("What the parameter is called in the panel; empty for its own name"),
            QLineEdit.EchoMode.Normal,
            self.item.title or label_of(self.item.parameter),
        )
        if answered:
            own = title.strip() == label_of(self.item.parameter)
            self.renamed.emit("" if own else title.strip())


class _Handle(QToolButton):
    """Drags its row by the mouse, and moves it by Alt with an arrow key."""

    moved = Signal(int)
    dragged = Signal(QPoint, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        model = tool("drag", tr("Drag to order; or Alt with an arrow key"), self)
        self.setIcon(model.icon())
        self.setToolTip(model.toolTip())
        self.setAccessibleName(model.toolTip())
        model.deleteLater()
        self.setObjectName("handle")
        self.setAutoRaise(True)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._held = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the row."""
        self._held = event.button() == Qt.MouseButton.LeftButton
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where it is."""
        if self._held:
            self.dragged.emit(event.globalPosition().toPoint(), False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it down."""
        if self._held:
            self._held = False
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.dragged.emit(event.globalPosition().toPoint(), True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by keys."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if steps is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(steps)
            return
        super().keyPressEvent(event)
