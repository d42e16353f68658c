"""Where the keyboard can be in the window, and the keys that lead from one place to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QScrollArea, QWidget

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_TAB = Qt.FocusPolicy.TabFocus


class Stations:
    """The graph and the panels that are shown, in a round; each is left and met as it was."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._last: dict[QWidget, QWidget] = {}

    def step(self, by: int) -> None:
        """Take the keyboard to the next place, or the one before."""
        stations = self._all()
        here = self._leave(stations)
        self._go(stations[(here + by) % len(stations) if here >= 0 else 0])

    def go_to(self, id: str) -> None:
        """Show a panel that was asked for, and take the keyboard there."""
        self._leave(self._all())
        self._window.panels.show(id)
        self._go(self._window.panels.docks[id])

    def to_graph(self) -> None:
        """Take the keyboard back to the graph, or to the page that lies over it."""
        self._leave(self._all())
        self._window.tab.page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _all(self) -> list[QWidget]:
        """The graph and all panels, those behind others as well: going there brings them up."""
        docks = (dock for dock in self._window.panels.docks.values() if not dock.isHidden())
        return [self._window.tab.page, *(dock for dock in docks if _entrance(dock) is not None)]

    def _leave(self, stations: list[QWidget]) -> int:
        """Note where in a place the keyboard is; which place that is, -1 for none of them."""
        focus = QApplication.focusWidget()
        for number, station in enumerate(stations):
            if focus is not None and station.isAncestorOf(focus):
                self._last[station] = focus
                return number
        return -1

    def _go(self, station: QWidget) -> None:
        if not isinstance(station, QDockWidget):
            self.to_graph()
            return
        station.raise_()
        last = self._last.get(station)
        # The inspector makes its fields anew for every node: the last one may be gone.
        if last not in station.findChildren(QWidget):
            last = _entrance(station)
        if last is not None:
            last.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _entrance(dock: QDockWidget) -> QWidget | None:
    """What takes the keyboard first in a panel: what keys are meant for, before buttons and bars.

    Whether it is seen is not asked: in a panel behind another one nothing is, as yet.
    """
    content = dock.widget()
    if content is None:
        return None
    proxy = content.focusProxy() or content
    if _takes_keys(proxy):
        return proxy
    inside = content.findChildren(QWidget)
    shown = [each for each in inside if _takes_keys(each) and each.isVisibleTo(content)]
    shown.sort(key=lambda each: _reading_order(each, content))
    return shown[0] if shown else None


def _takes_keys(widget: QWidget) -> bool:
    # An area that only scrolls would take the keys without anybody seeing it.
    takes = bool(widget.focusPolicy() & _TAB) and widget.isEnabled()
    return takes and not isinstance(widget, QScrollArea)


def _reading_order(widget: QWidget, within: QWidget) -> tuple[int, int]:
    """From the top down, and from left to right."""
    place = widget.mapTo(within, widget.rect().topLeft())
    return place.y(), place.x()
