"""The help panel: about the selected node, or about a kind that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.graph.spec import NodeSpec
from app.ui import theme
from app.ui.graph_in_view import GraphInView
from app.ui.help.guide import DOCUMENTATION, open_guide
from app.ui.help.help_page import DOCS, KIND, help_html
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.tab import Tab
    from app.ui.window import MainWindow

_MANUAL = DOCUMENTATION / "nodes.md"


class NodeHelp(QTextBrowser):
    """Follows the selection; a link shows another kind until something else is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpPage")
        self.setAccessibleName(tr("Help about the selected node"))
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.view = GraphInView(self)
        self._asked = ""
        self._html = ""
        self.anchorClicked.connect(self._follow)
        self.view.replaced.connect(self._show_selected)
        self.view.selected.connect(self._show_selected)
        self.view.facts_changed.connect(lambda _: self.refresh())
        theme.current.theme_changed.connect(self.refresh)
        self.refresh()

    def show_tab(self, tab: Tab) -> None:
        """Help with another graph."""
        self.view.show_tab(tab)

    def show_kind(self, type: str) -> None:
        """Tell about a kind of node, whatever is selected."""
        self._asked = type
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show what is known now; where it is the same, the place that is read stays."""
        if not self.isVisible():
            return
        html = self._page()
        if html != self._html:
            place = self.verticalScrollBar().value() if self._html else 0
            self._html = html
            self.setHtml(html)
            self.verticalScrollBar().setValue(place)

    def _page(self) -> str:
        kinds = self.view.kinds
        asked = kinds.spec(self._asked) if kinds and self._asked else None
        if asked is not None:
            return help_html(asked, self._specs(), manual=_MANUAL.is_file())
        chosen = self.view.selection()
        spec = self.view.spec(chosen[0]) if len(chosen) == 1 else None
        if spec is None:
            return tr("Select a node to read what it does, and what just happened to it.")
        facts = self.view.facts(chosen[0])
        return help_html(spec, self._specs(), facts, manual=_MANUAL.is_file())

    def _show_selected(self) -> None:
        self._asked = ""
        self.refresh()
        self.verticalScrollBar().setValue(0)

    def _specs(self) -> Sequence[NodeSpec]:
        """All kinds, as far as they can be listed."""
        listed = getattr(self.view.kinds, "specs", None)
        return tuple(listed()) if listed is not None else ()

    def _follow(self, link: QUrl) -> None:
        """Go where a link leads."""
        target = link.toString()
        if target.startswith(KIND):
            self.show_kind(target.removeprefix(KIND))
            self.verticalScrollBar().setValue(0)
        elif target.startswith(DOCS):
            heading = target.removeprefix(DOCS)
            open_guide(self.window(), _nobody, _MANUAL.name, heading)


def _nobody(sentence: str) -> None:
    """The link is only offered where the page is there."""


def make_node_help(window: MainWindow) -> NodeHelp:
    """The help as one of the docks."""
    return NodeHelp()


def show_node_help(window: MainWindow) -> None:
    """Show the help about what the search points at, else about the selected node."""
    pointed = window.canvas.popups.search.pointed_at()
    page = window.panels.show("help")
    if isinstance(page, NodeHelp):
        page.show_kind(pointed)
