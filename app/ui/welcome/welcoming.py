"""Shows the page that welcomes, over a graph in which nothing is yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.engine.events import RunFinished
from app.ui.connections import Connections
from app.ui.settings.remembered import Remembered
from app.ui.tab import Tab
from app.ui.welcome.welcome import Welcome

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_BEGINNINGS = ("add", "paste")
"""Actions that need the canvas."""


def show_welcome(window: MainWindow) -> None:
    """Show the page in front, in the tab where it is already or in an empty one."""
    for tab in window.tabs.all():
        if isinstance(tab.page.currentWidget(), Welcome):
            window.tabs.show_tab(tab)
            return
    tab = window.tab
    if not tab.is_untouched or tab.document.snapshot.main.nodes:
        tab = window.add_tab()
    _lay_over(window, tab)
    window.tabs.show_tab(tab)


def _lay_over(window: MainWindow, tab: Tab) -> None:
    """Put the page over the canvas until there is something on it."""
    page, connections = Welcome(window.remembered), Connections()

    def leave() -> None:
        """Show the canvas from now on."""
        connections.cut()
        tab.page.setCurrentWidget(tab.canvas)
        tab.page.removeWidget(page)
        tab.page.setFocusProxy(tab.canvas)
        page.deleteLater()
        tab.canvas.setFocus()

    def changed() -> None:
        """Leave once there is a graph to be seen."""
        if not tab.is_untouched or tab.document.snapshot.main.nodes:
            leave()

    def run(path: Path) -> None:
        """Open a graph and run it at once."""
        if window.files.open_starter(path):
            window.tab.run()

    page.starter_wanted.connect(window.files.open_starter)
    page.file_wanted.connect(window.files.open_path)
    page.open_wanted.connect(window.files.open)
    page.new_wanted.connect(leave)
    page.run_wanted.connect(run)
    connections.make(tab.changed, changed)
    for id in _BEGINNINGS:
        connections.make(window.actions_table.by_id[id].triggered, leave)
    tab.page.addWidget(page)
    tab.page.setCurrentWidget(page)
    tab.page.setFocusProxy(page)


def remember_pictures(tab: Tab, remembered: Remembered) -> None:
    """Keep in mind which picture the graph of a tab saved last, for its card on the page."""

    def ended(event: object) -> None:
        """A run is over."""
        if isinstance(event, RunFinished) and event.files and tab.file.path is not None:
            remembered.take(remembered.settings.with_picture(tab.file.path, event.files[-1]))

    tab.ended.connect(ended)
