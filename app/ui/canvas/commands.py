"""What the actions of the canvas do, by their id in the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.canvas.view import Canvas


def canvas_commands(canvas: Callable[[], Canvas]) -> Mapping[str, Callable[[], object]]:
    """The functions behind the actions; ``canvas`` gives the one that is seen."""
    return {
        "add": lambda: canvas().open_search(),
        "search": lambda: canvas().open_search(),
        "cut": lambda: canvas().cut(),
        "copy": lambda: canvas().copy(),
        "paste": lambda: canvas().paste(),
        "paste_wired": lambda: canvas().paste_wired(),
        "duplicate": lambda: canvas().duplicate(),
        "duplicate_wired": lambda: canvas().duplicate_wired(),
        "delete": lambda: canvas().delete_selected(),
        "select_all": lambda: canvas().select_all(),
        "add_frame": lambda: canvas().box_commands.add_frame(),
        "add_note": lambda: canvas().box_commands.add_note(),
        "extract": lambda: canvas().extract(),
        "tidy": lambda: canvas().arranging.tidy_selected(),
        "tidy_all": lambda: canvas().arranging.tidy_all(),
        "rename": lambda: canvas().rename_selected(),
        "collapse": lambda: canvas().toggle_collapsed(),
        "bypass": lambda: canvas().toggle_bypass(),
        "mute": lambda: canvas().toggle_mute(),
        "fit_all": lambda: canvas().fit_all(),
        "frame_selected": lambda: canvas().frame_selected(),
    }


def canvas_conditions(canvas: Callable[[], Canvas]) -> Mapping[str, Callable[[], bool]]:
    """When actions of the canvas can be used, by the name of the condition."""
    return {"has_selection": lambda: bool(canvas().selected())}
