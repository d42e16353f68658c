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
    widget: elsewhere one types with them."""

    id: str
    text: str
    shortcuts: tuple[str, ...] = ()
    when: str = ""
    icon: str = ""
    tip: str = ""
    scope: Scope = "window"


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
    ActionSpec("tidy", "&Lay out the selected", ("L",), scope="canvas"),
    ActionSpec("tidy_all", "Lay out &everything", ("Ctrl+L",), scope="canvas"),
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
    ActionSpec("reset_layout", "&Reset the layout"),
)

RUN = (
    ActionSpec("run", "&Run", ("Ctrl+Enter", "Ctrl+Return"), icon="run", tip="Run the graph"),
    ActionSpec(
        "run_selected",
        "Run to &selected nodes",
        ("Ctrl+Shift+Enter", "Ctrl+Shift+Return"),
        when="has_selection",
        tip="Make only what the selected nodes need",
    ),
    ActionSpec(
        "stop",
        "S&top",
        ("Ctrl+Alt+Enter", "Ctrl+Alt+Return"),
        when="is_busy",
        icon="stop",
        tip="Stop; the steps that are done are kept",
    ),
)

HELP = (ActionSpec("about", "&About Latent Loom"),)

MENUS = (
    ("&File", FILE),
    ("&Edit", EDIT),
    ("&Node", NODE),
    ("&View", VIEW),
    ("&Run", RUN),
    ("&Help", HELP),
)

SUBMENUS = frozenset({"open_recent", "starters", "panels"})
"""Entries that open a menu of their own; the window fills them."""


def every_action() -> dict[str, ActionSpec]:
    """All actions that can be done, by id, in the order of the menus."""
    return {
        spec.id: spec
        for _, specs in MENUS
        for spec in specs
        if spec is not SEPARATOR and spec.id not in SUBMENUS
    }
