"""The inspector's page for one node: title, help, parameters, inputs and outputs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.engine.services import Models
from app.graph.document import Node
from app.graph.spec import NodeSpec, OutputSpec, SocketSpec
from app.graph.types import ValueType
from app.ui import theme
from app.ui.editors.base import teach_manners
from app.ui.parameter_row import ParameterRow
from app.ui.words import label_of, sentence, tr


class NodePanel(QWidget):
    """All that can be seen and changed of one node."""

    renamed = Signal(str)
    edited = Signal(str, object)

    def __init__(self, node: str, spec: NodeSpec, models: Models, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("nodePanel")
        self.node, self.spec = node, spec
        self.title = QLineEdit(self)
        self.title.setObjectName("nodeTitle")
        self.title.setPlaceholderText(spec.title)
        self.title.setToolTip(tr("The name of this node; empty for the name of its kind"))
        self.title.textEdited.connect(self.renamed.emit)
        teach_manners(self.title)
        self._error = self._text("", "errorBox")
        self._reason = self._text("", "dim")
        self.rows = {
            parameter.name: ParameterRow(parameter, models, self) for parameter in spec.parameters
        }
        for row in self.rows.values():
            row.edited.connect(self.edited.emit)
        self._sockets: dict[str, QLabel] = {}
        self._outputs: dict[str, QLabel] = {}
        self._arrange()

    def show_node(
        self,
        node: Node,
        sources: Mapping[str, str],
        summaries: Mapping[str, str],
        error: str,
    ) -> None:
        """Show the node as the document has it, and what its last run said."""
        if self.title.text() != node.title:
            self.title.setText(node.title)
        for name, row in self.rows.items():
            value = node.parameters.get(name, row.parameter.default)
            row.show_value(value, sources.get(name))
        for name, label in self._sockets.items():
            socket = self.spec.sockets_by_name[name]
            label.setText(sources.get(name) or _unfed(socket))
        for name, label in self._outputs.items():
            label.setText(summaries.get(name) or type_words(self.spec.outputs_by_name[name].type))
        self._error.setText(error)
        self._error.setVisible(bool(error))

    def show_reason(self, reason: str) -> None:
        """Show why the node ran in the last run, or why it did not."""
        self._reason.setText(sentence(reason))
        self._reason.setVisible(bool(reason))

    def focus_first(self) -> None:
        """Begin to edit the first parameter that can be edited here."""
        for row in self.rows.values():
            for field in row.editor.findChildren(QWidget):
                if field.isVisible() and field.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    field.setFocus()
                    return

    def error_text(self) -> str:
        """Why the node failed in its last run; empty where it did not."""
        return self._error.text()

    def reason_text(self) -> str:
        """Why the node ran; empty where that is not known."""
        return self._reason.text()

    def input_text(self, name: str) -> str:
        """What is said of an input."""
        return self._sockets[name].text()

    def output_text(self, name: str) -> str:
        """What is said of an output."""
        return self._outputs[name].text()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 16)
        column.setSpacing(8)
        column.addWidget(self.title)
        about = self.spec.help.partition("\n\n")[0].replace("\n", " ")
        help_label = self._text(about, "dim")
        help_label.setToolTip(self.spec.help)
        column.addWidget(help_label)
        column.addWidget(self._error)
        column.addWidget(self._reason)
        for row in self.rows.values():
            column.addWidget(row)
        self._list(column, tr("Inputs"), self.spec.inputs, self._sockets)
        self._list(column, tr("Outputs"), self.spec.outputs, self._outputs)
        column.addStretch(1)

    def _list(
        self,
        column: QVBoxLayout,
        heading: str,
        ends: Iterable[SocketSpec | OutputSpec],
        labels: dict[str, QLabel],
    ) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for place, end in enumerate(ends):
            name = QLabel(self)
            name.setObjectName("parameterLabel")
            dot = theme.type_colour(end.type.name).name()
            name.setText(f'<span style="color: {dot}">●</span>&nbsp; {escape(label_of(end.name))}')
            name.setToolTip(end.tip)
            labels[end.name] = self._text("", "dim")
            labels[end.name].setToolTip(f"{end.tip}\n{type_words(end.type)}".strip())
            labels[end.name].setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(labels[end.name], place, 1)
        if labels:
            column.addSpacing(6)
            column.addWidget(self._text(heading, "section"))
            column.addLayout(grid)

    def _text(self, text: str, style: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName(style)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label


def type_words(kind: ValueType) -> str:
    """The type of a socket, for people."""
    if kind.is_variable:
        return tr("any type")
    return tr("anything") if kind.name == "Any" else str(kind)


def _unfed(socket: SocketSpec) -> str:
    state = tr("not connected") if socket.required else tr("optional")
    return f"{type_words(socket.type)} · {state}"
