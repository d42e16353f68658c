"""What the actions of the window do, and when they can be used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.ui.actions.bound import Commands, Conditions
from app.ui.canvas.commands import canvas_commands, canvas_conditions
from app.ui.desktop.outside import show_in_folder
from app.ui.help.node_help import show_node_help
from app.ui.running.commands import run_commands, run_conditions
from app.ui.shelf.commands import add_folder, convert_pickle, download
from app.ui.viewer.commands import viewer_commands, viewer_conditions
from app.ui.welcome.welcoming import show_welcome

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def commands_of(window: MainWindow) -> Commands:
    """The function behind every action, by its id."""
    files, tabs = window.files, window.tabs
    return {
        **canvas_commands(lambda: window.tab.canvas),
        "new": files.new,
        "open": files.open,
        "save": _typed_first(window, lambda: files.save(window.tab)),
        "save_as": _typed_first(window, lambda: files.save_as(window.tab)),
        "save_all": _typed_first(window, files.save_all),
        "export_graph": lambda: _export_graph(window),
        "download": lambda: download(window),
        "add_model_folder": lambda: add_folder(window),
        "node_packs": lambda: _show_node_packs(window),
        "convert_pickle": lambda: convert_pickle(window),
        "close_tab": lambda: files.close_tab(window.tab),
        "quit": window.close,
        "undo": lambda: window.tab.document.undo(),
        "redo": lambda: window.tab.document.redo(),
        "settings": lambda: _show_settings(window),
        "panel_mode": lambda: window.panel_mode.toggle(),
        "reveal": lambda: show_in_folder(window.tab.file.path),
        "reset_layout": lambda: window.panels.arrange(),
        "focus": lambda: window.panels.put_away(),
        "full_screen": lambda: window.setWindowState(
            window.windowState() ^ Qt.WindowState.WindowFullScreen
        ),
        "palette": lambda: _show_palette(window),
        "welcome": lambda: show_welcome(window),
        "shortcuts": lambda: _show_shortcuts(window),
        "documentation": lambda: _show_guide(window),
        "next_tab": lambda: tabs.step(1),
        "previous_tab": lambda: tabs.step(-1),
        "next_station": lambda: window.stations.step(1),
        "previous_station": lambda: window.stations.step(-1),
        **run_commands(window),
        **viewer_commands(window),
        "node_help": lambda: show_node_help(window),
        "diagnostics": lambda: _show_diagnostics(window),
        "show_log": lambda: _show_log(),
        "about": lambda: _show_about(window),
    }


def conditions_of(window: MainWindow) -> Conditions:
    """When actions can be used, by the name of the condition."""
    return {
        **canvas_conditions(lambda: window.tab.canvas),
        "can_undo": lambda: window.tab.document.can_undo,
        "can_redo": lambda: window.tab.document.can_redo,
        **run_conditions(window),
        **viewer_conditions(window),
        "any_modified": lambda: any(tab.is_modified for tab in window.tabs.all()),
        "has_file": lambda: window.tab.file.path is not None,
        "several_tabs": lambda: window.tabs.count() > 1,
    }


def _typed_first(window: MainWindow, command: Callable[[], object]) -> Callable[[], object]:
    """The command, after what is being typed on the canvas was taken."""

    def then() -> object:
        """Take what is being typed, then do it."""
        window.tab.canvas.commit_edit()
        return command()

    return then


# What is not seen at the start is loaded once it is wanted: the window is there the sooner.


def _export_graph(window: MainWindow) -> None:
    from app.ui.files.exporting import export_private

    export_private(window.tab, window)


def _show_settings(window: MainWindow) -> None:
    from app.ui.settings.dialog import show_settings

    show_settings(window, window.housekeeping)


def _show_palette(window: MainWindow) -> None:
    from app.ui.palette.palette import show_palette

    show_palette(window)


def _show_shortcuts(window: MainWindow) -> None:
    from app.ui.keys.overlay import show_shortcuts

    show_shortcuts(window)


def _show_guide(window: MainWindow) -> None:
    from app.ui.help.guide import open_guide

    open_guide(window, window.status.tell)


def _show_diagnostics(window: MainWindow) -> None:
    from app.ui.diagnostics.dialog import show_diagnostics

    show_diagnostics(window)


def _show_log() -> None:
    from app.ui.diagnostics.dialog import show_log

    show_log()


def _show_node_packs(window: MainWindow) -> None:
    from app.ui.trust.pack_dialog import show_node_packs

    show_node_packs(window)


def _show_about(window: MainWindow) -> None:
    from app.ui.about import show_about

    show_about(window, window.worker.device())
