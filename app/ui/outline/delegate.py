"""Edits titles and values where they stand in the outline."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.engine.services import Models
from app.graph import edits
from app.ui import theme
from app.ui.editors import Editor, make_editor
from app.ui.graph_in_view import GraphInView
from app.ui.inspector.box_writing import written
from app.ui.inspector.node_deeds import NodeDeeds
from app.ui.outline.lines import VALUE
from app.ui.outline.model import OutlineModel
from app.ui.outline.tree import Entry, Part
from app.ui.words import label_of, tr

Index = QModelIndex | QPersistentModelIndex


class OutlineDelegate(QStyledItemDelegate):
    """Opens the editor of the inspector on a value, and a line for a title."""

    def __init__(
        self, model: OutlineModel, view: GraphInView, models: Models, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model, self._view, self._models = model, view, models

    def createEditor(
        self, parent: QWidget | None, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """An editor for a title, or for the literal of a parameter that no wire feeds."""
        entry = self._model.entry(index)
        if entry.part is not Part.PARAMETER:
            line = QLineEdit(parent)
            line.setAccessibleName(tr("Title"))
            return line
        spec = self._view.spec(entry.id)
        parameter = spec.parameters_by_name[entry.name] if spec else None
        fed = self._view.graph.inputs_of.get(entry.id, {}).get(entry.name)
        if parameter is None or fed or parent is None:
            return None  # type: ignore[return-value]  # Qt takes this for: cannot be edited
        editor = make_editor(parameter, self._models, parent)
        editor.setAutoFillBackground(True)
        editor.setAccessibleName(label_of(entry.name))
        deeds = NodeDeeds(self._view, [entry.id])
        editor.edited.connect(lambda value: deeds.edit(entry.name, value))
        editor.chosen.connect(lambda: self.closeEditor.emit(editor, self.EndEditHint.NoHint))
        QTimer.singleShot(0, editor, editor.begin)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the document holds."""
        entry = self._model.entry(index)
        if isinstance(editor, QLineEdit):
            if not editor.isModified():
                editor.setText(self._title(entry))
        elif isinstance(editor, Editor):
            node = self._view.node(entry.id)
            if node is not None:
                default = editor.parameter.default
                editor.show_value(node.parameters.get(entry.name, default))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take a title over; a value was taken over while it was typed."""
        entry = self._model.entry(index)
        if isinstance(editor, Editor):
            editor.settle()
        elif isinstance(editor, QLineEdit) and entry.part is Part.NODE:
            view, text, here = self._view, editor.text().strip(), self._view.graph_id
            view.do(lambda: edits.rename(view.snapshot, entry.id, text, graph_id=here))
        elif isinstance(editor, QLineEdit):
            view, text, here = self._view, editor.text().strip(), self._view.graph_id
            view.do(lambda: written(view.snapshot, view.graph, entry.id, text, here))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lie on the line; text of many lines takes more room."""
        area = option.rect
        if isinstance(editor, Editor):
            area.setHeight(max(area.height(), editor.sizeHint().height()))
        editor.setGeometry(area)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Quieter words for values and ends."""
        super().initStyleOption(option, index)
        part = self._model.entry(index).part
        strong = part in (Part.NODE, Part.FRAME, Part.GRAPH) and index.column() != VALUE
        colour = theme.TEXT if strong else theme.DIM
        palette = option.palette
        palette.setColor(palette.ColorRole.Text, colour)
        palette.setColor(palette.ColorRole.HighlightedText, theme.TEXT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The line, and the colour of the type before an end."""
        super().paint(painter, option, index)
        colour = self._colour(index)
        if colour is not None:
            area = option.rect
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(colour)
            painter.setBrush(colour)
            painter.drawEllipse(area.left() - 8, area.center().y() - 3, 6, 6)
            painter.restore()

    def _colour(self, index: Index) -> QColor | None:
        entry = self._model.entry(index)
        spec = self._view.spec(entry.id)
        if index.column() == VALUE or spec is None or entry.part is Part.NODE:
            return None
        output = spec.outputs_by_name.get(entry.name) if entry.part is Part.OUTPUT else None
        kind = output.type if output else spec.input_type(entry.name)
        return theme.type_colour(kind.name) if kind else None

    def _title(self, entry: Entry) -> str:
        graph = self._view.graph
        held = graph.nodes.get(entry.id) or graph.frames.get(entry.id)
        return held.title if held is not None and not isinstance(held, str) else ""
