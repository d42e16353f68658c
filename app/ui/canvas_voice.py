"""Says aloud what is selected on the canvas, for those who do not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from app.ui.graph_in_view import GraphInView
from app.ui.outline.tree import Entry, Part
from app.ui.outline.words import OutlineWords
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.tab import Tab


class CanvasVoice(QObject):
    """Gives one canvas an accessible name, and announces each change of its selection."""

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab)
        self._view = GraphInView(self)
        self._words = OutlineWords(self._view)
        self._canvas = tab.canvas.viewer
        self.said = ""
        self._view.replaced.connect(self._name)
        self._view.edited.connect(self._name)
        self._view.selected.connect(self._announce)
        self._view.show_tab(tab)
        tab.canvas.told.connect(self._say)

    def _name(self) -> None:
        """Let the canvas be called by its graph."""
        name = tr("Canvas: {graph}", graph=self._words.name(Entry(Part.GRAPH)))
        if self._canvas.accessibleName() != name:
            self._canvas.setAccessibleName(name)

    def _announce(self) -> None:
        """Say which node is selected and how it stands, or how many are."""
        chosen = self._view.selection()
        if len(chosen) == 1:
            text = self._words.spoken(Entry(Part.NODE, chosen[0]))
        elif chosen:
            text = tr("{count} nodes selected", count=len(chosen))
        else:
            text = tr("Nothing is selected")
        if text != self.said:
            self._say(text)

    def _say(self, text: str) -> None:
        self.said = text
        self._canvas.setAccessibleDescription(text)
        changed = QAccessibleEvent(self._canvas, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(changed)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._canvas, text))
