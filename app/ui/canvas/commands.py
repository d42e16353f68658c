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
        "add_dots": lambda: canvas().add_dots(),
        "extract": lambda: canvas().extract(),
        "tidy": lambda: canvas().arranging.tidy_selected(),
        "tidy_all": lambda: canvas().arranging.tidy_all(),
        "connect": lambda: canvas().connect_from_here(),
        **_arranging(canvas),
        **_walking(canvas),
        **_subgraphs(canvas),
        "rename": lambda: canvas().rename_selected(),
        "collapse": lambda: canvas().toggle_collapsed(),
        "bypass": lambda: canvas().toggle_bypass(),
        "mute": lambda: canvas().toggle_mute(),
        "fit_all": lambda: canvas().fit_all(),
        "minimap": lambda: canvas().toggle_minimap(),
        "frame_selected": lambda: canvas().frame_selected(),
    }


def _arranging(canvas: Callable[[], Canvas]) -> Mapping[str, Callable[[], object]]:
    """What puts things in line, and moves them by the keyboard."""
    return {
        "align_left": lambda: canvas().arranging.align("left"),
        "align_centre": lambda: canvas().arranging.align("centre"),
        "align_right": lambda: canvas().arranging.align("right"),
        "align_top": lambda: canvas().arranging.align("top"),
        "align_middle": lambda: canvas().arranging.align("middle"),
        "align_bottom": lambda: canvas().arranging.align("bottom"),
        "distribute_across": lambda: canvas().arranging.distribute(across=True),
        "distribute_down": lambda: canvas().arranging.distribute(across=False),
        "move_left": lambda: canvas().arranging.nudge(-1, 0),
        "move_right": lambda: canvas().arranging.nudge(1, 0),
        "move_up": lambda: canvas().arranging.nudge(0, -1),
        "move_down": lambda: canvas().arranging.nudge(0, 1),
        "grow_right": lambda: canvas().arranging.grow(1, 0),
        "grow_down": lambda: canvas().arranging.grow(0, 1),
        "shrink_right": lambda: canvas().arranging.grow(-1, 0),
        "shrink_down": lambda: canvas().arranging.grow(0, -1),
    }


def _subgraphs(canvas: Callable[[], Canvas]) -> Mapping[str, Callable[[], object]]:
    """What is done with subgraphs."""
    return {
        "make_subgraph": lambda: canvas().subgraphs.make(),
        "unpack_subgraph": lambda: canvas().subgraphs.unpack(),
        "unique_subgraph": lambda: canvas().subgraphs.make_unique(),
        "open_subgraph": lambda: canvas().subgraphs.open(),
        "leave_subgraph": lambda: canvas().subgraphs.leave(),
        "add_input": lambda: canvas().subgraphs.add_input(),
        "add_output": lambda: canvas().subgraphs.add_output(),
        "end_up": lambda: canvas().subgraphs.step_ends(-1),
        "end_down": lambda: canvas().subgraphs.step_ends(1),
        "save_block": lambda: canvas().subgraphs.save_block(),
        "remove_unused": lambda: canvas().subgraphs.remove_unused(),
    }


def _walking(canvas: Callable[[], Canvas]) -> Mapping[str, Callable[[], object]]:
    """What goes from node to node, and edits the values of one."""
    return {
        "walk_left": lambda: canvas().walking.walk("left"),
        "walk_right": lambda: canvas().walking.walk("right"),
        "walk_up": lambda: canvas().walking.walk("up"),
        "walk_down": lambda: canvas().walking.walk("down"),
        "extend_left": lambda: canvas().walking.walk("left", adding=True),
        "extend_right": lambda: canvas().walking.walk("right", adding=True),
        "extend_up": lambda: canvas().walking.walk("up", adding=True),
        "extend_down": lambda: canvas().walking.walk("down", adding=True),
        "go_upstream": lambda: canvas().walking.follow(upstream=True),
        "go_downstream": lambda: canvas().walking.follow(upstream=False),
        "edit_values": lambda: canvas().walking.edit(),
        "node_menu": lambda: canvas().menu_by_key(),
        "next_wire": lambda: canvas().select_next_wire(),
    }


def canvas_conditions(canvas: Callable[[], Canvas]) -> Mapping[str, Callable[[], bool]]:
    """When actions of the canvas can be used, by the name of the condition."""
    return {
        "has_selection": lambda: bool(canvas().selected()),
        "has_subgraph": lambda: bool(canvas().subgraphs.selected()),
        "in_subgraph": lambda: bool(canvas().path),
        "has_unused": lambda: canvas().subgraphs.has_unused(),
    }
