"""Every action in one table: menus, toolbar, shortcuts and the command palette are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from app.ui.actions.canvas import ARRANGE, NODE, SELECT, SUBGRAPHS
from app.ui.actions.pictures import MASK, SLOTS
from app.ui.actions.pictures import PICTURE as PICTURE
from app.ui.actions.spec import SEPARATOR as SEPARATOR
from app.ui.actions.spec import ActionSpec as ActionSpec
from app.ui.actions.spec import Scope as Scope

FILE = (
    ActionSpec("new", "&New", ("Ctrl+N", "Ctrl+T"), tip="Begin with an empty graph in a new tab"),
    ActionSpec("open", "&Open …", ("Ctrl+O",), icon="open", tip="Open a graph or a saved picture"),
    ActionSpec("open_recent", "Open &recent"),
    ActionSpec("starters", "S&tarter graphs"),
    SEPARATOR,
    ActionSpec("save", "&Save", ("Ctrl+S",), icon="save", tip="Save the graph"),
    ActionSpec("save_as", "Save &as …", ("Ctrl+Shift+S",)),
    ActionSpec("save_all", "Save a&ll", ("Ctrl+Alt+S",), when="any_modified"),
    ActionSpec(
        "export_graph",
        "&Export a copy without private data …",
        tip="Without prompts, paths, notes and titles, to hand to others",
    ),
    ActionSpec("earlier", "Earl&ier copies"),
    SEPARATOR,
    ActionSpec(
        "reveal",
        "Show in the &folder",
        icon="folder",
        when="has_file",
        tip="Show the file in its folder",
    ),
    SEPARATOR,
    ActionSpec(
        "download", "&Download a model …", icon="download", tip="Fetch a model from the internet"
    ),
    ActionSpec(
        "add_model_folder", "Add a &model folder …", tip="Look for models in one more folder"
    ),
    ActionSpec(
        "node_packs",
        "Node pac&ks …",
        tip="Add nodes of others, see what they bring, and say which of them may run",
    ),
    ActionSpec(
        "convert_pickle",
        "Con&vert a pickle …",
        tip="Make .safetensors of weights in a .ckpt, .pt or .bin, without running what is in it",
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
    ActionSpec(
        "settings",
        "S&ettings …",
        ("Ctrl+,",),
        tip="Language, colours, keys, folders, and what is kept",
    ),
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
    ActionSpec(
        "next_station",
        "Keyboard to the next pa&nel",
        ("F6",),
        tip="From the graph to one panel after the other; Escape leads back",
    ),
    ActionSpec("previous_station", "Keyboard to the panel &before", ("Shift+F6",)),
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

HELP = (
    ActionSpec("node_help", "&Help about the node", ("F1",), tip="What it does, and what it did"),
    ActionSpec("welcome", "&Welcome", tip="Graphs to begin with"),
    ActionSpec("shortcuts", "&Keys", ("?",), tip="All keys on one sheet", scope="canvas"),
    ActionSpec(
        "documentation",
        "&Tour and documentation",
        tip="Ten minutes with pictures, and how everything is done",
    ),
    SEPARATOR,
    ActionSpec(
        "diagnostics",
        "&Diagnostics for a report …",
        tip="Versions, device, settings and last errors; no prompts, no paths",
    ),
    ActionSpec("show_log", "Show the &log", tip="The folder with what the program noted"),
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

GROUPS = (*MENUS, ("Slots of the viewer", SLOTS), ("Painting a mask", MASK))
"""All actions in groups that have a name: those of the menus, and those that only have keys."""

SUBMENUS = frozenset({"open_recent", "starters", "earlier", "panels", "run_times", "kept_blocks"})
"""Entries that open a menu of their own; the window fills them."""


@cache
def every_action() -> Mapping[str, ActionSpec]:
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
