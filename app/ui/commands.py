"""What the actions of the window do, and when they can be used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.ui.about import show_about
from app.ui.actions import Commands, Conditions
from app.ui.settings_dialog import show_settings

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def commands_of(window: MainWindow) -> Commands:
    """The function behind every action, by its id."""
    canvas, files, document = window.canvas, window.files, window.document
    return {
        "new": files.new,
        "open": files.open,
        "save": _typed_first(window, files.save),
        "save_as": _typed_first(window, files.save_as),
        "quit": window.close,
        "undo": document.undo,
        "redo": document.redo,
        "add": lambda: canvas.open_search(),
        "cut": canvas.cut,
        "copy": canvas.copy,
        "paste": canvas.paste,
        "duplicate": canvas.duplicate,
        "delete": canvas.delete_selected,
        "select_all": canvas.select_all,
        "bypass": canvas.toggle_bypass,
        "mute": canvas.toggle_mute,
        "settings": lambda: show_settings(window, window.housekeeping),
        "fit_all": canvas.fit_all,
        "frame_selected": canvas.frame_selected,
        "reset_layout": lambda: window.panels.arrange(),
        "run": window.run,
        "run_selected": window.run_selected,
        "stop": window.runs.stop,
        "about": lambda: show_about(window, window.worker.device()),
    }


def conditions_of(window: MainWindow) -> Conditions:
    """When actions can be used, by the name of the condition."""
    return {
        "can_undo": lambda: window.document.can_undo,
        "can_redo": lambda: window.document.can_redo,
        "has_selection": lambda: bool(window.canvas.selected()),
        "is_busy": lambda: window.runs.is_busy,
    }


def _typed_first(window: MainWindow, command: Callable[[], object]) -> Callable[[], object]:
    """The command, after what is being typed on the canvas was taken."""

    def then() -> object:
        """Take what is being typed, then do it."""
        window.canvas.commit_edit()
        return command()

    return then
