"""Titles of panels: where tabs tell them already, they are not said again below the tabs."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget


class DockTitles(QObject):
    """Takes the bar with the title from panels that share a place, and gives it back to the others.

    A panel without the bar is torn off by dragging its tab out of the row.
    """

    def __init__(self, window: QMainWindow, docks: Iterable[QDockWidget]) -> None:
        super().__init__(window)
        self._window, self._docks = window, tuple(docks)
        # Docks move one by one: only when all of them stand can be told which share a place.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        for dock in self._docks:
            dock.visibilityChanged.connect(self._soon.start)
            dock.topLevelChanged.connect(self._soon.start)
            dock.dockLocationChanged.connect(self._soon.start)

    def refresh(self) -> None:
        """Give every panel the bar, or the lack of it, that fits where it stands."""
        for dock in self._docks:
            bare = dock.titleBarWidget() is not None
            if self._has_tab(dock) is not bare:
                self._show_bar(dock, bare)

    def _has_tab(self, dock: QDockWidget) -> bool:
        others = self._window.tabifiedDockWidgets(dock)
        return not dock.isFloating() and any(not other.isHidden() for other in others)

    def _show_bar(self, dock: QDockWidget, shown: bool) -> None:
        old = dock.titleBarWidget()
        bar = None if shown else QWidget(dock)
        dock.setTitleBarWidget(bar)  # type: ignore[arg-type]  # None brings Qt's own bar back
        if old is not None:
            old.deleteLater()
