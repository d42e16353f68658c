"""The inspector: everything about what is selected, made from its declaration.

The document is the truth: an edit becomes a change of the document, and what is shown is what the
document says afterwards. Showing never edits, so nothing can run in a circle.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QWidget

from app.engine.services import Models
from app.graph import edits
from app.graph.document import Frame, Note
from app.graph.spec import NodeSpec
from app.ui import theme
from app.ui.editors.prompt_help import PromptHelp
from app.ui.editors.token_counts import TokenCounts
from app.ui.graph_in_view import GraphInView
from app.ui.inspector.box_panel import BoxPanel
from app.ui.inspector.box_writing import written
from app.ui.inspector.node_deeds import NodeDeeds
from app.ui.inspector.node_panel import NodePanel
from app.ui.running.facts import NodeFacts as NodeFacts  # what it shows of a run
from app.ui.settings.remembered import Remembered
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.tab import Tab


class Inspector(QStackedWidget):
    """Shows the selected nodes, or the selected frame or note, or a quiet line."""

    def __init__(
        self,
        models: Models,
        remembered: Remembered,
        counts: TokenCounts | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName(tr("Inspector"))
        self._models, self._remembered = models, remembered
        self.view = GraphInView(self)
        self._prompts = PromptHelp(self.view, counts)
        self.panel: NodePanel | None = None
        self.box_panel: BoxPanel | None = None
        self._quiet = QLabel(self)
        self._quiet.setObjectName("quiet")
        self._quiet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._quiet.setWordWrap(True)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.addWidget(self._quiet)
        self.addWidget(self._scroll)
        self.view.replaced.connect(self._start_anew)
        self.view.selected.connect(self.refresh)
        self.view.edited.connect(self.refresh)
        self.view.facts_changed.connect(self.refresh_node)
        theme.current.theme_changed.connect(self._start_anew)
        self.refresh()

    def show_tab(self, tab: Tab) -> None:
        """Show what is selected in another graph."""
        self.view.show_tab(tab)

    def close_document(self) -> None:
        """Stop listening to the document."""
        self.view.close()

    def refresh(self) -> None:
        """Show what the document and the last run say now; rebuild only where that is needed."""
        graph = self.view.graph
        nodes = [id for id in self.view.selection() if id in graph.nodes]
        box = self._selected_box() if not nodes else None
        specs = [spec for id in nodes if (spec := self.view.spec(id)) is not None]
        if box is not None:
            self._show_box(box)
        elif not nodes:
            self._show_quiet(tr("Select a node to see and change its settings."))
        elif len(specs) < len(nodes):
            self._show_unknown(nodes)
        else:
            self._show_nodes(nodes, specs)

    def refresh_node(self, address: str) -> None:
        """Show anew what the last run said of a node, which may be one that feeds a prompt."""
        panel, graph = self.panel, self.view.graph
        if panel is None or len(panel.nodes) != 1 or panel.nodes[0] not in graph.nodes:
            return
        # A run tells something of every node in turn: only of this one all is shown anew.
        if address == self.view.address(panel.nodes[0]):
            panel.show_nodes(graph, self.view.facts(panel.nodes[0]))
        else:
            panel.show_prompts(graph)

    def _show_nodes(self, nodes: Sequence[str], specs: Sequence[NodeSpec]) -> None:
        panel = self.panel
        if panel is None or (panel.nodes, panel.specs) != (tuple(nodes), tuple(specs)):
            panel = self._build(nodes, specs)
        facts = self.view.facts(nodes[0]) if len(nodes) == 1 else NodeFacts()
        panel.show_nodes(self.view.graph, facts)
        self.setCurrentWidget(self._scroll)

    def _build(self, nodes: Sequence[str], specs: Sequence[NodeSpec]) -> NodePanel:
        self._drop()
        is_open = self._remembered.settings.advanced_open
        deeds = NodeDeeds(self.view, nodes)
        panel = NodePanel(specs, deeds, self._models, self._prompts, self, advanced_open=is_open)
        panel.unfolded.connect(lambda on: self._remembered.change(advanced_open=on))
        panel.head.renamed.connect(self._rename)
        panel.head.coloured.connect(lambda colour: self._colour(nodes, colour))
        panel.head.flagged.connect(self._flag)
        self._scroll.setWidget(panel)
        self.panel = panel
        return panel

    def _show_box(self, box: Frame | Note) -> None:
        if self.box_panel is None or self.box_panel.id != box.id:
            self._drop()
            panel = BoxPanel(box, self)
            panel.written.connect(lambda text: self._write(box.id, text))
            panel.coloured.connect(lambda colour: self._colour([box.id], colour))
            self._scroll.setWidget(panel)
            self.box_panel = panel
        self.box_panel.show_box(box)
        self.setCurrentWidget(self._scroll)

    def _selected_box(self) -> Frame | Note | None:
        """The frame or note that is selected, where it is the only one."""
        chosen, graph = self.view.selected_boxes(), self.view.graph
        if len(chosen) != 1:
            return None
        return graph.frames.get(chosen[0]) or graph.notes.get(chosen[0])

    def _show_quiet(self, text: str) -> None:
        self._drop()
        self._quiet.setText(text)
        self.setCurrentWidget(self._quiet)

    def _show_unknown(self, nodes: Sequence[str]) -> None:
        if len(nodes) > 1:
            self._show_quiet(tr("{count} nodes selected", count=len(nodes)))
            return
        node = self.view.graph.nodes[nodes[0]]
        self._show_quiet(
            tr(
                "{type} is not installed.\nThe node is kept as it is in the file; add the node "
                "pack that brings it, or delete the node.",
                type=node.type,
            )
        )

    def _start_anew(self) -> None:
        """Another graph: a node of it may have the id of one that was shown."""
        self._drop()
        self.refresh()

    def _drop(self) -> None:
        if self.panel is not None or self.box_panel is not None:
            gone = self._scroll.takeWidget()
            gone.deleteLater()
            self.panel = self.box_panel = None

    def _rename(self, title: str) -> None:
        view = self.view
        if self.panel is not None:
            node = self.panel.nodes[0]
            here = view.graph_id or None
            view.do(lambda: edits.rename(view.snapshot, node, title, graph_id=here))

    def _flag(self, name: str, on: bool) -> None:
        view = self.view
        flag: edits.Flag = "muted" if name == "muted" else "bypassed"
        if self.panel is not None:
            nodes, here = self.panel.nodes, view.graph_id or None
            view.do(lambda: edits.set_flag(view.snapshot, nodes, flag, on, graph_id=here))

    def _colour(self, ids: Sequence[str], colour: str | None) -> None:
        view, here = self.view, self.view.graph_id or None
        view.do(lambda: edits.set_colour(view.snapshot, ids, colour, graph_id=here))

    def _write(self, id: str, text: str) -> None:
        view = self.view
        view.do(lambda: written(view.snapshot, view.graph, id, text, view.graph_id or None))
