"""The inspector's page for one node, or for several at once: all that can be seen and changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.engine.services import Models
from app.graph.document import Graph
from app.graph.spec import NodeSpec, ParameterSpec
from app.ui.editors.prompt_help import PromptHelp
from app.ui.inspector.fold import Fold
from app.ui.inspector.node_deeds import NodeDeeds
from app.ui.inspector.node_head import NodeHead
from app.ui.inspector.parameter_edits import shared_parameters, values_of
from app.ui.inspector.parameter_row import ParameterRow
from app.ui.inspector.socket_list import SocketList
from app.ui.running.facts import NodeFacts
from app.ui.words import sentence, tr


class NodePanel(QWidget):
    """Head, parameters, and for a single node its inputs, outputs and last run."""

    unfolded = Signal(bool)

    def __init__(
        self,
        specs: Sequence[NodeSpec],
        deeds: NodeDeeds,
        models: Models,
        prompts: PromptHelp,
        parent: QWidget,
        *,
        advanced_open: bool,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("nodePanel")
        self.specs, self.deeds, self._models = tuple(specs), deeds, models
        self._prompts = prompts
        several = len(specs) > 1
        title = tr("{count} nodes", count=len(specs)) if several else specs[0].title
        self.head = NodeHead(title, self, several=several)
        self._error = self._text("errorBox")
        self._reason = self._text("dim")
        self.rows: dict[str, ParameterRow] = {}
        self.advanced = Fold(tr("Advanced"), is_open=advanced_open, parent=self)
        self.advanced.toggled.connect(self.unfolded)
        self.inputs = SocketList(() if several else specs[0].inputs, deeds, self)
        self.outputs = SocketList(() if several else specs[0].outputs, deeds, self)
        self._arrange(shared_parameters(specs))
        for label in (self._error, self._reason):
            label.hide()

    @property
    def nodes(self) -> tuple[str, ...]:
        """The ids of the nodes that it is about."""
        return self.deeds.nodes

    def show_nodes(self, graph: Graph, facts: NodeFacts) -> None:
        """Show the nodes as the document has them, and what the last run said of a single one."""
        self.head.show_nodes([graph.nodes[id] for id in self.nodes])
        for row in self.rows.values():
            row.show_values(values_of(graph, self.nodes, row.parameter))
        self.show_prompts(graph)
        self._note_changes()
        if len(self.specs) == 1:
            self.inputs.show_inputs(self.specs[0].inputs)
            self.outputs.show_outputs(
                self.specs[0].outputs, lambda name: facts.summaries.get(name, "")
            )
            _say(self._error, facts.error)
            _say(self._reason, sentence(facts.reason))

    def show_prompts(self, graph: Graph) -> None:
        """Show what is known of prompts beyond their text."""
        for row in self.rows.values():
            values = values_of(graph, self.nodes, row.parameter)
            if len(values) == 1:
                self._prompts.show(row.editor, self.nodes[0], row.parameter, str(values[0]))

    def focus_first(self) -> None:
        """Begin to edit the first parameter that can be edited here."""
        for row in self.rows.values():
            if row.editor.isVisible():
                row.editor.begin()
                return

    def error_text(self) -> str:
        """Why the node failed in its last run; empty where it did not."""
        return self._error.text()

    def reason_text(self) -> str:
        """Why the node ran; empty where that is not known."""
        return self._reason.text()

    def input_text(self, name: str) -> str:
        """What is said of an input."""
        return self.inputs.text(name)

    def output_text(self, name: str) -> str:
        """What is said of an output."""
        return self.outputs.text(name)

    def _note_changes(self) -> None:
        """Say beside the folded section how much in it is not as usual."""
        rows = [row for row in self.rows.values() if row.parameter.advanced]
        changed = sum(row.is_changed for row in rows)
        self.advanced.set_note(tr("{count} changed", count=changed) if changed else "")
        self.advanced.setVisible(bool(rows))

    def _arrange(self, parameters: Sequence[ParameterSpec]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 12, 16)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self._about())
        column.addWidget(self._error)
        column.addWidget(self._reason)
        for parameter in parameters:
            row = ParameterRow(parameter, self._models, self.deeds, self)
            self.rows[parameter.name] = row
            (self.advanced.column if parameter.advanced else column).addWidget(row)
        column.addWidget(self.advanced)
        for heading, ends in ((tr("Inputs"), self.inputs), (tr("Outputs"), self.outputs)):
            if ends.labels:
                column.addSpacing(6)
                column.addWidget(self._text("section", heading))
                column.addWidget(ends)
        column.addStretch(1)

    def _about(self) -> QLabel:
        """What the node does, or what is edited of several nodes."""
        if len(self.specs) > 1:
            return self._text("dim", tr("What is changed here is changed on all of them."))
        about = self.specs[0].help.partition("\n\n")[0].replace("\n", " ")
        label = self._text("dim", about)
        label.setToolTip(self.specs[0].help)
        return label

    def _text(self, style: str, text: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setObjectName(style)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label


def _say(label: QLabel, text: str) -> None:
    """Show a text, or nothing at all."""
    label.setText(text)
    label.setVisible(bool(text))
