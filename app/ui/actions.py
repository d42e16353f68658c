"""Every action in one table: menus, toolbar, shortcuts and the command palette are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scope = Literal["window", "canvas", "viewer"]
"""Where the keys of an action act: anywhere, or only while canvas or viewer has the focus."""


@dataclass(frozen=True)
class ActionSpec:
    """One action. Its ``id`` names the function in the tables of commands; ``when`` names the
    condition under which it can be used, empty for always. Single keys need the ``scope`` of a
    widget: elsewhere one types with them. ``checked`` names the condition that tells whether a
    switch is on."""

    id: str
    text: str
    shortcuts: tuple[str, ...] = ()
    when: str = ""
    icon: str = ""
    tip: str = ""
    scope: Scope = "window"
    checked: str = ""


SEPARATOR = ActionSpec("", "")

FILE = (
    ActionSpec("new", "&New", ("Ctrl+N", "Ctrl+T"), tip="Begin with an empty graph in a new tab"),
    ActionSpec("open", "&Open …", ("Ctrl+O",), icon="open", tip="Open a graph or a saved picture"),
    ActionSpec("open_recent", "Open &recent"),
    ActionSpec("starters", "S&tarter graphs"),
    SEPARATOR,
    ActionSpec("save", "&Save", ("Ctrl+S",), icon="save", tip="Save the graph"),
    ActionSpec("save_as", "Save &as …", ("Ctrl+Shift+S",)),
    ActionSpec("save_all", "Save a&ll", ("Ctrl+Alt+S",), when="any_modified"),
    SEPARATOR,
    ActionSpec("close_tab", "&Close", ("Ctrl+W", "Ctrl+F4"), tip="Close this graph"),
    ActionSpec("quit", "&Quit", ("Ctrl+Q",)),
)

EDIT = (
    ActionSpec("undo", "&Undo", ("Ctrl+Z",), when="can_undo", icon="undo"),
    ActionSpec("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), when="can_redo", icon="redo"),
    SEPARATOR,
    ActionSpec("cut", "Cu&t", ("Ctrl+X",), scope="canvas"),
    ActionSpec("copy", "&Copy", ("Ctrl+C",), scope="canvas"),
    ActionSpec("paste", "&Paste", ("Ctrl+V",), scope="canvas"),
    ActionSpec(
        "paste_wired",
        "Paste with &wires",
        ("Ctrl+Shift+V",),
        tip="Feed the copies by what feeds their originals",
        scope="canvas",
    ),
    ActionSpec("duplicate", "&Duplicate", ("Ctrl+D",), scope="canvas"),
    ActionSpec(
        "duplicate_wired",
        "Duplicate with w&ires",
        ("Ctrl+Shift+D",),
        tip="Feed the copies by what feeds their originals",
        scope="canvas",
    ),
    ActionSpec("delete", "De&lete", ("Del", "Backspace"), scope="canvas"),
    ActionSpec("select_all", "Select &all", ("Ctrl+A",), scope="canvas"),
    SEPARATOR,
    ActionSpec("settings", "S&ettings …", ("Ctrl+,",), tip="Results kept, folders"),
)

NODE = (
    ActionSpec("add", "&Add node …", ("Shift+A",), icon="add", tip="Search for a node to add"),
    ActionSpec("search", "Search at the &mouse …", ("Tab",), scope="canvas"),
    ActionSpec("add_frame", "Add a &frame", ("Ctrl+G",), scope="canvas"),
    ActionSpec("add_note", "Add a &note", ("Shift+N",), scope="canvas"),
    SEPARATOR,
    ActionSpec(
        "extract",
        "E&xtract",
        ("Ctrl+Shift+X",),
        when="has_selection",
        tip="Take nodes out and join what ran through them",
        scope="canvas",
    ),
    ActionSpec(
        "add_dots",
        "Lead through a &dot",
        (".",),
        tip="For selected wires, or those that leave the selected nodes",
        scope="canvas",
    ),
    SEPARATOR,
    ActionSpec("rename", "&Rename", ("F2",), scope="canvas"),
    ActionSpec("collapse", "&Fold", ("Alt+C",), when="has_selection", scope="canvas"),
    ActionSpec(
        "bypass",
        "&Bypass",
        ("Ctrl+B", "D"),
        when="has_selection",
        tip="Hand the input straight on",
        scope="canvas",
    ),
    ActionSpec(
        "mute",
        "&Mute",
        ("Ctrl+M", "M"),
        when="has_selection",
        tip="Switch off, and all that needs it",
        scope="canvas",
    ),
)

SUBGRAPHS = (
    ActionSpec(
        "make_subgraph",
        "&Make a subgraph",
        ("Ctrl+Shift+G",),
        when="has_selection",
        tip="Put the selected nodes into one that holds them",
        scope="canvas",
    ),
    ActionSpec(
        "unpack_subgraph",
        "&Unpack",
        ("Ctrl+Shift+U",),
        when="has_subgraph",
        tip="Put what lies in a subgraph in its place",
        scope="canvas",
    ),
    ActionSpec(
        "unique_subgraph",
        "Make u&nique",
        when="has_subgraph",
        tip="Give a subgraph a definition that it shares with no other",
        scope="canvas",
    ),
    SEPARATOR,
    ActionSpec(
        "open_subgraph",
        "&Open",
        ("Ctrl+Down", "Return", "Enter"),
        when="has_subgraph",
        scope="canvas",
    ),
    ActionSpec("leave_subgraph", "&Leave", ("Ctrl+Up",), when="in_subgraph", scope="canvas"),
    SEPARATOR,
    ActionSpec("add_input", "Add an &input", when="in_subgraph", scope="canvas"),
    ActionSpec("add_output", "Add an &output", when="in_subgraph", scope="canvas"),
    SEPARATOR,
    ActionSpec(
        "remove_unused",
        "&Remove unused definitions",
        when="has_unused",
        tip="Forget the subgraphs that no node stands for any more",
        scope="canvas",
    ),
)

ARRANGE = (
    ActionSpec("tidy", "&Lay out the selected", ("L",), scope="canvas"),
    ActionSpec("tidy_all", "Lay out &everything", ("Ctrl+L",), scope="canvas"),
    SEPARATOR,
    ActionSpec("align_left", "Align &left", scope="canvas"),
    ActionSpec("align_centre", "Align &centres", scope="canvas"),
    ActionSpec("align_right", "Align &right", scope="canvas"),
    ActionSpec("align_top", "Align &top", scope="canvas"),
    ActionSpec("align_middle", "Align &middles", scope="canvas"),
    ActionSpec("align_bottom", "Align &bottom", scope="canvas"),
    SEPARATOR,
    ActionSpec("distribute_across", "Distribute &across", scope="canvas"),
    ActionSpec("distribute_down", "Distribute &down", scope="canvas"),
    SEPARATOR,
    ActionSpec("move_left", "Move to the left", ("Shift+Left",), scope="canvas"),
    ActionSpec("move_right", "Move to the right", ("Shift+Right",), scope="canvas"),
    ActionSpec("move_up", "Move up", ("Shift+Up",), scope="canvas"),
    ActionSpec("move_down", "Move down", ("Shift+Down",), scope="canvas"),
)

VIEW = (
    ActionSpec("fit_all", "&Whole graph", ("H", "Home"), icon="fit", scope="canvas"),
    ActionSpec("frame_selected", "&Selected nodes", ("F",), scope="canvas"),
    SEPARATOR,
    ActionSpec("next_tab", "&Next graph", ("Ctrl+Tab", "Ctrl+PgDown"), when="several_tabs"),
    ActionSpec(
        "previous_tab", "Pre&vious graph", ("Ctrl+Shift+Tab", "Ctrl+PgUp"), when="several_tabs"
    ),
    SEPARATOR,
    ActionSpec("panels", "&Panels"),
    ActionSpec(
        "panel_mode",
        "&Form instead of the graph",
        ("Ctrl+Shift+A",),
        tip="Show what is pinned as a form with a large viewer",
    ),
    ActionSpec("reset_layout", "&Reset the layout"),
)

RUN = (
    ActionSpec("run", "&Run", ("Ctrl+Enter", "Ctrl+Return"), icon="run", tip="Run the graph"),
    ActionSpec(
        "run_selected",
        "Run to &selected nodes",
        ("Shift+Enter", "Shift+Return"),
        when="has_selection",
        tip="Make only what the selected nodes need",
        scope="canvas",
    ),
    ActionSpec(
        "run_on_edit",
        "Run on &edit",
        tip="Run by itself after every change that matters",
        checked="runs_on_edit",
    ),
    SEPARATOR,
    ActionSpec(
        "queue",
        "&Queue",
        ("Alt+Enter", "Alt+Return"),
        tip="Let the graph as it is now wait for its turn",
    ),
    ActionSpec(
        "queue_first",
        "Queue at the &front",
        ("Ctrl+Shift+Enter", "Ctrl+Shift+Return"),
        tip="Run the graph before all others that wait",
    ),
    ActionSpec("run_times", "Run se&veral times"),
    SEPARATOR,
    ActionSpec(
        "stop",
        "S&top",
        ("Ctrl+Alt+Enter", "Ctrl+Alt+Return"),
        when="is_busy",
        icon="stop",
        tip="Stop; the steps that are done are kept",
    ),
    ActionSpec("pause_queue", "&Pause the queue", checked="queue_paused"),
    ActionSpec("clear_queue", "Take &all out of the queue", when="queue_waits"),
    ActionSpec("show_queue", "Show the &queue", ("Q",), scope="canvas"),
)

HELP = (ActionSpec("about", "&About Latent Loom"),)

MENUS = (
    ("&File", FILE),
    ("&Edit", EDIT),
    ("&Node", NODE),
    ("&Arrange", ARRANGE),
    ("&Subgraph", SUBGRAPHS),
    ("&View", VIEW),
    ("&Run", RUN),
    ("&Help", HELP),
)

SUBMENUS = frozenset({"open_recent", "starters", "panels", "run_times"})
"""Entries that open a menu of their own; the window fills them."""


def every_action() -> dict[str, ActionSpec]:
    """All actions that can be done, by id, in the order of the menus."""
    return {
        spec.id: spec
        for _, specs in MENUS
        for spec in specs
        if spec is not SEPARATOR and spec.id not in SUBMENUS
    }
