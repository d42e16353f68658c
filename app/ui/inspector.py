"""The inspector: everything about the selected node, made from its declaration.

The document is the truth: an edit becomes a change of the document, and what is shown is what the
document says afterwards. Showing never edits, so nothing can run in a circle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QWidget

from app.engine.services import Models
from app.graph import edits
from app.graph.changes import Change
from app.graph.document import Graph, Snapshot
from app.graph.editor import Document
from app.graph.errors import GraphError
from app.graph.kinds import Kinds
from app.graph.naming import title_of
from app.graph.spec import NodeSpec, Plain
from app.ui.node_panel import NodePanel
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.tab import Tab


@dataclass
class NodeFacts:
    """What the last run said of a node: results in words by output, why it failed, why it ran."""

    summaries: Mapping[str, str] = field(default_factory=dict)
    error: str = ""
    reason: str = ""


class Inspector(QStackedWidget):
    """Shows the selected node, or a quiet line where none or several are selected."""

    refused = Signal(str)

    def __init__(
        self,
        document: Document,
        kinds: Kinds,
        models: Models,
        facts: Mapping[str, NodeFacts],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self._document, self._kinds, self._models = document, kinds, models
        self._facts = facts
        self._selected: tuple[str, ...] = ()
        self._quiet = QLabel(self)
        self._quiet.setObjectName("quiet")
        self._quiet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._quiet.setWordWrap(True)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.addWidget(self._quiet)
        self.addWidget(self._scroll)
        self.panel: NodePanel | None = None
        self._leave = document.subscribe(self._changed)
        self.show_nodes(())

    def show_tab(self, tab: Tab) -> None:
        """Show the selected node of another graph."""
        self._leave()
        self._drop_panel()
        self._document, self._kinds, self._facts = tab.document, tab.kinds, tab.runs.facts
        self._leave = self._document.subscribe(self._changed)
        self.show_nodes(tab.canvas.selected())

    def close_document(self) -> None:
        """Stop listening to the document."""
        self._leave()

    def show_nodes(self, ids: Sequence[str]) -> None:
        """Show the node of that id, or how many are selected."""
        self._selected = tuple(ids)
        self.refresh()

    def refresh(self) -> None:
        """Show what the document and the last run say now; rebuild only where that is needed."""
        graph = self._document.snapshot.main
        present = [id for id in self._selected if id in graph.nodes]
        if len(present) != 1:
            self._show_quiet(len(present))
            return
        node = graph.nodes[present[0]]
        spec = self._kinds.spec(node.type)
        if spec is None:
            self._show_unknown(node.type)
            return
        if self.panel is None or (self.panel.node, self.panel.spec) != (node.id, spec):
            self._build(node.id, spec)
        if self.panel is not None:
            facts = self._facts.get(node.id, NodeFacts())
            sources = source_titles(graph, self._kinds, node.id)
            self.panel.show_node(node, sources, facts.summaries, facts.error)
            self.panel.show_reason(facts.reason)
            self.setCurrentWidget(self._scroll)

    def refresh_node(self, node: str) -> None:
        """Show anew what the last run said, where it is about the node that is shown."""
        if self.panel is not None and self.panel.node == node:
            self.refresh()

    def _build(self, node: str, spec: NodeSpec) -> None:
        self._drop_panel()
        panel = NodePanel(node, spec, self._models, self)
        panel.renamed.connect(self._rename)
        panel.edited.connect(self._edit)
        self._scroll.setWidget(panel)
        self.panel = panel

    def _drop_panel(self) -> None:
        if self.panel is not None:
            self._scroll.takeWidget()
            self.panel.deleteLater()
            self.panel = None

    def _show_quiet(self, count: int) -> None:
        self._drop_panel()
        self._quiet.setText(
            tr("{count} nodes selected", count=count)
            if count
            else tr("Select a node to see and change its settings.")
        )
        self.setCurrentWidget(self._quiet)

    def _show_unknown(self, type: str) -> None:
        self._drop_panel()
        self._quiet.setText(
            tr(
                "{type} is not installed.\nThe node is kept as it is in the file; add the node "
                "pack that brings it, or delete the node.",
                type=type,
            )
        )
        self.setCurrentWidget(self._quiet)

    def _changed(self, before: Snapshot, after: Snapshot, change: Change) -> None:
        self.refresh()

    def _rename(self, title: str) -> None:
        if self.panel is None:
            return
        node = self._document.snapshot.main.nodes[self.panel.node]
        if title != node.title:
            self._document.apply(edits.rename(self._document.snapshot, node.id, title))

    def _edit(self, name: str, value: Plain) -> None:
        if self.panel is None:
            return
        snapshot = self._document.snapshot
        node = snapshot.main.nodes[self.panel.node]
        if name in node.parameters and node.parameters[name] == value:
            return
        try:
            change = edits.set_parameter(snapshot, self._kinds, node.id, name, value)
            self._document.apply(change)
        except GraphError as error:
            self.refused.emit(str(error))
            self.refresh()


def source_titles(graph: Graph, kinds: Kinds, node_id: str) -> dict[str, str]:
    """The titles of what feeds each input of a node, by input name."""
    inputs = graph.inputs_of.get(node_id, {})
    return {
        name: ", ".join(title_of(graph, kinds, source.node) for source in sources)
        for name, sources in inputs.items()
    }
