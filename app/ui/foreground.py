"""Connects the graph in front to what all tabs share: title, status bar, toolbar, panels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.ui.connections import Connections
from app.ui.plain import shortened
from app.ui.running.pace import Progress
from app.ui.sweeps.commands import open_sweep
from app.ui.tab import Tab

if TYPE_CHECKING:
    from app.ui.window import MainWindow


class Foreground(QObject):
    """Follows one tab at a time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._tab: Tab | None = None
        self._connections = Connections()

    def show(self, tab: Tab) -> None:
        """Let the window be about this graph."""
        window = self._window
        self.leave()
        self._tab = tab
        self._connect(tab)
        tab.gallery.show()
        window.panels.show_tab(tab)
        window.running.show_tab(tab)
        window.bar.set_busy(tab.runs.is_busy)
        self._show_state(tab)
        self._count_problems()
        self._update()

    def leave(self) -> None:
        """Follow no graph."""
        self._connections.cut()
        if self._tab is not None:
            self._tab.gallery.hide()
            self._tab = None

    def _connect(self, tab: Tab) -> None:
        window, make = self._window, self._connections.make
        make(tab.changed, self._update)
        make(tab.told, window.status.tell)
        make(tab.file.saved, window.status.tell_saved)
        make(tab.canvas.selection_changed, self._selected)
        make(tab.canvas.path_changed, self._selected)
        make(tab.canvas.node_double_clicked, self._edit_node)
        make(tab.canvas.sweep_wanted, partial(open_sweep, window))
        make(tab.problems.changed, self._count_problems)
        make(tab.began, self._began)
        make(tab.progressed, self._progressed)
        make(tab.ended, self._ended)

    def _show_state(self, tab: Tab) -> None:
        """Say what goes on in a graph that was in the background."""
        status = self._window.status
        if tab.progress is not None:
            self._progressed(tab.progress)
        elif tab.runs.is_busy:
            status.show_waiting()
        else:
            status.show_ended(tab.last_end, tab.runs.worked)

    def _update(self) -> None:
        window = self._window
        name = shortened(window.tab.name).replace("[*]", "[*][*]")  # as Qt takes it by the letter
        window.setWindowTitle(f"{name}[*] — Latent Loom")
        window.setWindowModified(window.tab.is_modified)
        window.setWindowFilePath(str(window.tab.file.path or ""))
        window.actions_table.update()

    def _selected(self, nodes: Sequence[str]) -> None:
        self._window.actions_table.update()

    def _edit_node(self) -> None:
        """Take the keyboard to the settings of the selected node."""
        self._window.panels.show("inspector")
        if self._window.inspector.panel is not None:
            self._window.inspector.panel.focus_first()

    def _count_problems(self) -> None:
        self._window.panels.show_problems(len(self._window.tab.problems.all()))

    def _began(self) -> None:
        self._window.status.show_waiting()
        self._window.bar.set_busy(True)
        self._window.actions_table.update()

    def _progressed(self, progress: Progress) -> None:
        self._window.status.show_progress(self._window.tab.title_of(progress.node), progress)

    def _ended(self, event: Any) -> None:
        window = self._window
        window.viewer.end_preview()
        window.status.show_ended(event, window.tab.runs.worked)
        window.bar.set_busy(False)
        window.actions_table.update()
