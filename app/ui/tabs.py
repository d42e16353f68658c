"""The open graphs side by side, each under its tab."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

from app.ui.plain import tip_text
from app.ui.tab import Tab
from app.ui.words import tr

_LONGEST_NAME = 32


class Tabs(QTabWidget):
    """Shows one graph at a time; a single one needs no tab.

    ``shown`` tells which graph is seen now, ``close_wanted`` which one the user wants to close,
    ``changed`` that anything is different.
    """

    shown = Signal(Tab)
    close_wanted = Signal(Tab)
    changed = Signal()
    """Which graphs there are, what is in them, or what is seen of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("graphs")
        self._tabs: dict[QWidget, Tab] = {}
        bar = _TabBar(self)
        bar.setAccessibleName(tr("Open graphs"))
        self.setTabBar(bar)
        self.setDocumentMode(True)
        self.setMovable(True)
        self.setTabsClosable(True)
        self.setTabBarAutoHide(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        bar.setExpanding(False)
        self.currentChanged.connect(self._show)
        bar.tabMoved.connect(self.changed)
        self.tabCloseRequested.connect(lambda row: self.close_wanted.emit(self.at(row)))

    @property
    def tab(self) -> Tab:
        """The graph that is seen."""
        return self.at(self.currentIndex())

    def all(self) -> list[Tab]:
        """Every open graph, from left to right."""
        return [self.at(row) for row in range(self.count())]

    def at(self, row: int) -> Tab:
        """The graph at a place of the bar."""
        page = self.widget(row)
        if page is None:
            raise IndexError(row)
        return self._tabs[page]

    def add(self, tab: Tab) -> None:
        """Put a graph to the right of all others."""
        self._tabs[tab.page] = tab
        self.addTab(tab.page, "")
        tab.changed.connect(lambda: self._name(tab))
        tab.changed.connect(self.changed)
        tab.canvas.viewer.view_changed.connect(self.changed)
        self._name(tab)

    def show_tab(self, tab: Tab) -> None:
        """Let a graph be seen, and give it the keyboard."""
        self.setCurrentWidget(tab.page)
        tab.page.setFocus()

    def put(self, tab: Tab, place: int) -> None:
        """Move a tab to a place of the bar."""
        self.tabBar().moveTab(self.indexOf(tab.page), place)

    def remove(self, tab: Tab) -> None:
        """Take a graph out; there is always another one left."""
        self.removeTab(self.indexOf(tab.page))
        self._tabs.pop(tab.page)
        tab.close()
        self.changed.emit()

    def step(self, by: int) -> None:
        """Show the next graph, or the one before."""
        self.show_tab(self.at((self.currentIndex() + by) % self.count()))

    def _show(self, row: int) -> None:
        if row >= 0:
            self.shown.emit(self.at(row))
            self.changed.emit()

    def _name(self, tab: Tab) -> None:
        row = self.indexOf(tab.page)
        if row < 0:
            return
        name = tab.name if len(tab.name) <= _LONGEST_NAME else f"{tab.name[:_LONGEST_NAME]}…"
        name = name.replace("&", "&&")
        self.setTabText(row, f"{name} •" if tab.is_modified else name)
        self.setTabToolTip(row, tip_text(str(tab.file.path or tab.name)))


class _TabBar(QTabBar):
    """A bar on which the middle button closes."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close the tab under the middle button."""
        row = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and row >= 0:
            self.tabCloseRequested.emit(row)
            return
        super().mouseReleaseEvent(event)
