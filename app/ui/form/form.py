"""The panel: a graph as a form, made of the parameters that it shows outside."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app.engine.services import Models
from app.graph import exposing
from app.graph.document import Exposed
from app.graph.spec import ParameterSpec
from app.ui import theme
from app.ui.editors.prompt_help import PromptHelp
from app.ui.editors.token_counts import TokenCounts
from app.ui.form.row import PanelRow
from app.ui.graph_in_view import GraphInView
from app.ui.inspector.node_deeds import NodeDeeds
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.tab import Tab


class PanelForm(QScrollArea):
    """Sections by node, in the order of the graph; what is edited here is a change as any other."""

    def __init__(
        self, models: Models, counts: TokenCounts | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panelForm")
        self.setAccessibleName(tr("Panel"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._models = models
        self.view = GraphInView(self, root=True)
        self._prompts = PromptHelp(self.view, counts)
        self.rows: list[PanelRow] = []
        self._built: object = None
        self._body = QWidget(self)
        self._line = QFrame(self.viewport())
        self._line.setObjectName("dropLine")
        self._line.hide()
        self.view.replaced.connect(self.refresh)
        self.view.edited.connect(self.refresh)
        self.view.facts_changed.connect(lambda _: self.refresh())
        theme.current.theme_changed.connect(self._build_anew)

    def show_tab(self, tab: Tab) -> None:
        """Show the form of another graph."""
        self.view.show_tab(tab)

    def close_document(self) -> None:
        """Stop listening to the document."""
        self.view.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited while nobody looked."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show what the document says; build anew only where other parameters are shown."""
        if not self.isVisible():
            return
        shown = [(item, parameter, title) for item, parameter, title in self._exposed()]
        if shown != self._built:
            self._built = shown
            self._build(shown)
        self._show_values()

    def _build_anew(self) -> None:
        """Take other colours."""
        self._built = None
        self.refresh()

    def _exposed(self) -> list[tuple[Exposed, ParameterSpec, str]]:
        """What is shown, with its declaration and the title of its node; what is gone is not."""
        found = []
        for item in self.view.graph.exposed:
            spec = self.view.spec(item.node)
            parameter = spec.parameters_by_name.get(item.parameter) if spec else None
            if parameter is not None:
                found.append((item, parameter, self.view.title(item.node)))
        return found

    def _build(self, shown: list[tuple[Exposed, ParameterSpec, str]]) -> None:
        body = QWidget(self)
        body.setObjectName("nodePanel")
        column = QVBoxLayout(body)
        column.setContentsMargins(8, 12, 12, 16)
        column.setSpacing(8)
        self.rows = []
        if not shown:
            column.addWidget(self._hint(body), 1)
        for (node, title), section in groupby(shown, key=lambda each: (each[0].node, each[2])):
            rows = list(section)
            if len(rows) > 1 or rows[0][0].title != title:
                column.addWidget(self._heading(node, title, body))
            for item, parameter, _ in rows:
                row = self._row(item, parameter, body)
                self.rows.append(row)
                column.addWidget(row)
            column.addSpacing(8)
        column.addStretch(0 if not shown else 1)
        self._body = body
        self.setWidget(body)
        self._line.raise_()

    def _row(self, item: Exposed, parameter: ParameterSpec, body: QWidget) -> PanelRow:
        row = PanelRow(item, parameter, self._models, NodeDeeds(self.view, [item.node]), body)
        row.renamed.connect(partial(self._rename, row))
        row.moved.connect(partial(self._move, row))
        row.dragged.connect(partial(self._drag, row))
        return row

    def _heading(self, node: str, title: str, body: QWidget) -> QToolButton:
        heading = QToolButton(body)
        heading.setObjectName("formHeading")
        heading.setText(title.replace("&", "&&"))
        heading.setToolTip(tr("Show the node on the canvas"))
        heading.clicked.connect(lambda: self.view.go_to(node))
        return heading

    def _hint(self, body: QWidget) -> QLabel:
        hint = QLabel(
            tr("Nothing is shown here yet. The pin beside a parameter in the inspector adds it."),
            body,
        )
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return hint

    def _show_values(self) -> None:
        for row in self.rows:
            node = self.view.node(row.item.node)
            if node is not None:
                parameter = row.row.parameter
                value = node.parameters.get(parameter.name, parameter.default)
                row.show_value(value)
                self._prompts.show(row.row.editor, node.id, parameter, str(value))

    def _rename(self, row: PanelRow, title: str) -> None:
        kinds, view = self.view.kinds, self.view
        if kinds is not None:
            here = view.graph_id or None
            view.do(lambda: exposing.expose(view.snapshot, kinds, *row.place, title, graph_id=here))

    def _move(self, row: PanelRow, steps: int) -> None:
        """Move a row by keys; it keeps the keyboard."""
        place = self.rows.index(row)
        self._put(row, place + steps + (1 if steps > 0 else 0))
        again = next(other for other in self.rows if other.place == row.place)
        again.handle.setFocus()

    def _drag(self, row: PanelRow, place: QPoint, done: bool) -> None:
        """Show where a dragged row would go, or put it there."""
        y = self._body.mapFromGlobal(place).y()
        before = sum(other.geometry().center().y() < y for other in self.rows)
        if done:
            self._line.hide()
            self._put(row, before)
            return
        lines = [other.geometry().top() - 4 for other in self.rows]
        lines.append(self.rows[-1].geometry().bottom() + 4)
        top = self._body.mapTo(self.viewport(), QPoint(8, lines[before]))
        self._line.setGeometry(top.x(), top.y() - 1, self.viewport().width() - 16, 2)
        self._line.show()

    def _put(self, row: PanelRow, before: int) -> None:
        """Order the rows so that this one stands before the one at a place."""
        places = [other.place for other in self.rows]
        moved = [*places[:before], row.place, *places[before:]]
        old = self.rows.index(row)
        del moved[old if old < before else old + 1]
        if 0 <= before <= len(places) and moved != places:
            view, here = self.view, self.view.graph_id or None
            view.do(lambda: exposing.order_exposed(view.snapshot, moved, graph_id=here))
