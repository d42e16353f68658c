"""What the actions about running do, and when they can be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from app.ui.actions.bound import Commands, Conditions
from app.ui.running.queue_entry import Entry
from app.ui.running.queue_panel import QueuePanel
from app.ui.sweeps.commands import open_sweep
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow

SEVERAL = (2, 4, 8, 16)


def run_commands(window: MainWindow) -> Commands:
    """The functions behind the menu Run."""
    queue = window.running.queue
    return {
        "run": lambda: window.tab.run(),
        "run_selected": lambda: window.tab.run(window.tab.targets()),
        "queue": lambda: window.tab.queue(),
        "queue_first": lambda: window.tab.queue(first=True),
        "run_on_edit": window.running.toggle_on_edit,
        "pause_queue": lambda: queue.pause(not queue.is_paused),
        "clear_queue": queue.cancel_waiting,
        "sweep": lambda: open_sweep(window),
        "show_queue": lambda: window.stations.go_to("queue"),
        "stop": lambda: window.tab.runs.stop(),
    }


def run_conditions(window: MainWindow) -> Conditions:
    """When the actions of the menu Run can be used, and whether they are on."""
    return {
        "is_busy": lambda: window.tab.runs.is_busy,
        "runs_on_edit": lambda: window.running.on_edit.is_on,
        "queue_paused": lambda: window.running.queue.is_paused,
        "queue_waits": lambda: bool(window.running.queue.waiting()),
    }


def fill_run_times(window: MainWindow, menu: QMenu) -> None:
    """One entry for each number of runs with other seeds."""
    for times in SEVERAL:
        text = tr("{count} times with other seeds", count=times)
        menu.addAction(text).triggered.connect(
            lambda _=False, times=times: window.tab.queue_times(times)
        )


def make_queue_panel(window: MainWindow) -> QWidget:
    """The panel of the queue, which can open graphs and lead to nodes."""
    panel = QueuePanel(window.running.queue)

    def open_graph(entry: Entry) -> None:
        """Show the graph of a run as it was then."""
        window.files.open_graph(entry.asked.snapshot, entry.title)

    def go_to(entry: Entry) -> None:
        """Show the node that failed."""
        window.tabs.show_tab(entry.tab)
        entry.tab.go_to(entry.node)

    panel.open_wanted.connect(open_graph)
    panel.go_to_wanted.connect(go_to)
    return panel
