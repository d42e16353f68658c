"""Which journal belongs to which open graph, and what is to be kept of each."""

from __future__ import annotations

from app.graph.undo import UndoHistory
from app.ui.files.session_file import KeptTab
from app.ui.tab import Tab


class Numbers:
    """Gives every graph a number of its own, which none gets again; ``next`` is the next one."""

    def __init__(self) -> None:
        self.next = 1
        self._numbers: dict[Tab, int] = {}
        self._histories: dict[Tab, UndoHistory] = {}

    def of(self, tab: Tab) -> int:
        """The number of a graph."""
        if tab not in self._numbers:
            self.take(tab, self.next)
        return self._numbers[tab]

    def take(self, tab: Tab, number: int) -> None:
        """Note the number that a graph has from before."""
        self._numbers[tab] = number
        self.next = max(self.next, number + 1)
        tab.closed.connect(lambda: self._forget(tab))

    def tab(self, number: int) -> Tab | None:
        """The graph of a number, None where it is not open."""
        return next((tab for tab, each in self._numbers.items() if each == number), None)

    def history(self, tab: Tab) -> UndoHistory | None:
        """What can be undone and redone of a graph; amid a group of changes, what could before."""
        history = tab.document.history or self._histories.get(tab)
        if history is not None:
            self._histories[tab] = history
        return history

    def kept(self, tab: Tab) -> KeptTab:
        """What the session keeps of a graph beside its journal."""
        return KeptTab(
            path=str(tab.file.path) if tab.file.path else "",
            name=tab.file.given_name,
            is_modified=tab.is_modified,
            stamp=tab.file.stamp,
            view=() if tab.canvas.path else tab.canvas.kept_view(),
            journal=self.of(tab),
        )

    def _forget(self, tab: Tab) -> None:
        self._numbers.pop(tab, None)
        self._histories.pop(tab, None)
