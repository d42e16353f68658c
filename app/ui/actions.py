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
    widget: elsewhere one types with them. ``icon`` names the drawing, if it is not called as the
    action. ``checked`` names the condition that tells whether a switch is on."""

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
    ActionSpec(
        "reveal",
        "Show in the &folder",
        icon="folder",
        when="has_file",
        tip="Show the file in its folder",
    ),
    SEPARATOR,
    ActionSpec("close_tab", "&Close", ("Ctrl+W", "Ctrl+F4"), icon="close", tip="Close this graph"),
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
    ActionSpec("delete", "De&lete", ("Del", "Backspace"), icon="clear", scope="canvas"),
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
    ActionSpec(
        "connect",
        "&Connect …",
        ("W",),
        tip="Draw or remove a wire of the node by the keyboard",
        scope="canvas",
    ),
    ActionSpec(
        "edit_values",
        "Edit &values",
        ("Return", "Enter"),
        tip="Tab goes on to the next one; a subgraph without values is opened",
        scope="canvas",
    ),
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
        ("Ctrl+Down",),
        when="has_subgraph",
        scope="canvas",
    ),
    ActionSpec("leave_subgraph", "&Leave", ("Ctrl+Up",), when="in_subgraph", scope="canvas"),
    SEPARATOR,
    ActionSpec("add_input", "Add an &input", when="in_subgraph", scope="canvas"),
    ActionSpec("add_output", "Add an &output", when="in_subgraph", scope="canvas"),
    SEPARATOR,
    ActionSpec(
        "save_block",
        "&Keep as a block",
        when="has_subgraph",
        tip="Offer a subgraph in the search of every graph",
        scope="canvas",
    ),
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
    SEPARATOR,
    ActionSpec("grow_right", "Widen the frame", ("Ctrl+Alt+Right",), scope="canvas"),
    ActionSpec("shrink_right", "Narrow the frame", ("Ctrl+Alt+Left",), scope="canvas"),
    ActionSpec("grow_down", "Heighten the frame", ("Ctrl+Alt+Down",), scope="canvas"),
    ActionSpec("shrink_down", "Lower the frame", ("Ctrl+Alt+Up",), scope="canvas"),
)

SELECT = (
    ActionSpec("walk_left", "Node to the &left", ("Left",), scope="canvas"),
    ActionSpec("walk_right", "Node to the &right", ("Right",), scope="canvas"),
    ActionSpec("walk_up", "Node &above", ("Up",), scope="canvas"),
    ActionSpec("walk_down", "Node &below", ("Down",), scope="canvas"),
    SEPARATOR,
    ActionSpec("go_upstream", "What &feeds the node", ("Alt+Left",), scope="canvas"),
    ActionSpec("go_downstream", "What the node f&eeds", ("Alt+Right",), scope="canvas"),
    SEPARATOR,
    ActionSpec("extend_left", "Add the node to the left", ("Ctrl+Shift+Left",), scope="canvas"),
    ActionSpec("extend_right", "Add the node to the right", ("Ctrl+Shift+Right",), scope="canvas"),
    ActionSpec("extend_up", "Add the node above", ("Ctrl+Shift+Up",), scope="canvas"),
    ActionSpec("extend_down", "Add the node below", ("Ctrl+Shift+Down",), scope="canvas"),
)

VIEW = (
    ActionSpec("fit_all", "&Whole graph", ("H", "Home"), icon="fit", scope="canvas"),
    ActionSpec("frame_selected", "&Selected nodes", ("F",), icon="goto", scope="canvas"),
    ActionSpec("minimap", "&Minimap", ("Alt+M",), tip="Show or hide the minimap", scope="canvas"),
    SEPARATOR,
    ActionSpec("next_tab", "&Next graph", ("Ctrl+Tab", "Ctrl+PgDown"), when="several_tabs"),
    ActionSpec(
        "previous_tab", "Pre&vious graph", ("Ctrl+Shift+Tab", "Ctrl+PgUp"), when="several_tabs"
    ),
    SEPARATOR,
    ActionSpec("palette", "Find a &command …", ("Ctrl+Shift+P",), tip="Find any action by name"),
    ActionSpec("panels", "&Panels"),
    ActionSpec(
        "panel_mode",
        "&Form instead of the graph",
        ("Ctrl+Shift+A",),
        tip="Show what is pinned as a form with a large viewer",
    ),
    ActionSpec("focus", "Only the &graph", ("Ctrl+\\",), tip="Put all panels away, or back"),
    ActionSpec("full_screen", "&Full screen", ("F11",)),
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
        icon="to-front",
        tip="Run the graph before all others that wait",
    ),
    ActionSpec("run_times", "Run se&veral times"),
    ActionSpec(
        "sweep",
        "S&weep …",
        tip="Run the graph with several values, and see the results in a grid",
    ),
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

PICTURE = (
    ActionSpec("fit_picture", "&Fit", ("F",), when="has_picture", icon="fit", scope="viewer"),
    ActionSpec(
        "actual_size",
        "&One pixel for one pixel",
        ("Ctrl+1",),
        when="has_picture",
        icon="actual",
        scope="viewer",
    ),
    ActionSpec("zoom_in", "Zoom &in", ("+", "="), when="has_picture", scope="viewer"),
    ActionSpec("zoom_out", "Zoom &out", ("-",), when="has_picture", scope="viewer"),
    SEPARATOR,
    ActionSpec("previous_picture", "&Previous of the batch", ("Left",), scope="viewer"),
    ActionSpec("next_picture", "&Next of the batch", ("Right",), scope="viewer"),
    ActionSpec("show_batch", "All of the &batch", ("G",), scope="viewer"),
    SEPARATOR,
    ActionSpec(
        "wipe", "&Wipe between A and B", ("W",), tip="Part A and B by a line", scope="viewer"
    ),
    ActionSpec("turn_wipe", "T&urn the line", ("Shift+W",), scope="viewer"),
    ActionSpec("swap", "&Swap A and B", ("C",), scope="viewer"),
    ActionSpec(
        "next_mode",
        "Compare in another wa&y",
        ("M",),
        tip="Line, side, difference, all",
        scope="viewer",
    ),
    SEPARATOR,
    ActionSpec(
        "paint_mask", "Paint a &mask …", ("P",), when="has_picture", icon="brush", scope="viewer"
    ),
    ActionSpec(
        "edit_mask", "&Edit the painted mask …", when="has_mask", tip="Paint on in the viewer"
    ),
    SEPARATOR,
    ActionSpec(
        "copy_picture", "&Copy", ("Ctrl+C",), icon="copy", when="has_picture", scope="viewer"
    ),
    ActionSpec("save_picture", "Save pictu&re as …", ("Ctrl+E",), icon="save", when="has_picture"),
    ActionSpec("reveal_picture", "Show in its fol&der", icon="folder", when="has_picture_file"),
    ActionSpec(
        "trash_picture", "Move the file to the &trash", icon="clear", when="has_picture_file"
    ),
)

SLOTS = (
    ActionSpec("send_1", "Send to slot 1", ("1",), when="has_selection", scope="canvas"),
    ActionSpec("send_2", "Send to slot 2", ("2",), when="has_selection", scope="canvas"),
    ActionSpec("send_3", "Send to slot 3", ("3",), when="has_selection", scope="canvas"),
    ActionSpec("send_4", "Send to slot 4", ("4",), when="has_selection", scope="canvas"),
    ActionSpec("send_5", "Send to slot 5", ("5",), when="has_selection", scope="canvas"),
    ActionSpec("send_6", "Send to slot 6", ("6",), when="has_selection", scope="canvas"),
    ActionSpec("send_7", "Send to slot 7", ("7",), when="has_selection", scope="canvas"),
    ActionSpec("send_8", "Send to slot 8", ("8",), when="has_selection", scope="canvas"),
    ActionSpec("send_9", "Send to slot 9", ("9",), when="has_selection", scope="canvas"),
    ActionSpec("look_0", "Look at what is new", ("0",), scope="viewer"),
    ActionSpec("look_1", "Look at slot 1", ("1",), scope="viewer"),
    ActionSpec("look_2", "Look at slot 2", ("2",), scope="viewer"),
    ActionSpec("look_3", "Look at slot 3", ("3",), scope="viewer"),
    ActionSpec("look_4", "Look at slot 4", ("4",), scope="viewer"),
    ActionSpec("look_5", "Look at slot 5", ("5",), scope="viewer"),
    ActionSpec("look_6", "Look at slot 6", ("6",), scope="viewer"),
    ActionSpec("look_7", "Look at slot 7", ("7",), scope="viewer"),
    ActionSpec("look_8", "Look at slot 8", ("8",), scope="viewer"),
    ActionSpec("look_9", "Look at slot 9", ("9",), scope="viewer"),
)
"""Too many for a menu; the sheet of keys and the palette have them."""

HELP = (
    ActionSpec("node_help", "&Help about the node", ("F1",), tip="What it does, and what it did"),
    ActionSpec("welcome", "&Welcome", tip="Graphs to begin with"),
    ActionSpec("shortcuts", "&Keys", ("?",), tip="All keys on one sheet", scope="canvas"),
    ActionSpec("documentation", "&Documentation", tip="How everything is done"),
    SEPARATOR,
    ActionSpec("about", "&About Latent Loom"),
)

MENUS = (
    ("&File", FILE),
    ("&Edit", EDIT),
    ("&Node", NODE),
    ("&Arrange", ARRANGE),
    ("&Select", SELECT),
    ("Su&bgraph", SUBGRAPHS),
    ("&View", VIEW),
    ("&Run", RUN),
    ("&Picture", PICTURE),
    ("&Help", HELP),
)

GROUPS = (*MENUS, ("Slots of the viewer", SLOTS))
"""All actions in groups that have a name: those of the menus, and those that only have keys."""

SUBMENUS = frozenset({"open_recent", "starters", "panels", "run_times"})
"""Entries that open a menu of their own; the window fills them."""


def every_action() -> dict[str, ActionSpec]:
    """All actions that can be done, by id, group by group."""
    return {
        spec.id: spec
        for _, specs in GROUPS
        for spec in specs
        if spec is not SEPARATOR and spec.id not in SUBMENUS
    }


def every_path() -> dict[str, str]:
    """The group in which each action is found, by its id."""
    known = every_action()
    return {spec.id: menu for menu, specs in GROUPS for spec in specs if spec.id in known}
