"""Every action of the window in one table: menus, toolbar and shortcuts are made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from app.ui.icons import icon
from app.ui.words import tr


@dataclass(frozen=True)
class ActionSpec:
    """One action. ``call`` names the function in the window's table of commands; ``when`` names the
    condition under which it can be used, empty for always."""

    id: str
    text: str
    shortcuts: tuple[str, ...] = ()
    when: str = ""
    icon: str = ""
    tip: str = ""


SEPARATOR = ActionSpec("", "")

FILE = (
    ActionSpec("new", "&New", ("Ctrl+N",), tip="Begin with an empty graph"),
    ActionSpec("open", "&Open …", ("Ctrl+O",), icon="open", tip="Open a graph or a saved picture"),
    ActionSpec("open_recent", "Open &recent"),
    ActionSpec("starters", "S&tarter graphs"),
    SEPARATOR,
    ActionSpec("save", "&Save", ("Ctrl+S",), icon="save", tip="Save the graph"),
    ActionSpec("save_as", "Save &as …", ("Ctrl+Shift+S",)),
    SEPARATOR,
    ActionSpec("quit", "&Quit", ("Ctrl+Q",)),
)

EDIT = (
    ActionSpec("undo", "&Undo", ("Ctrl+Z",), when="can_undo", icon="undo"),
    ActionSpec("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), when="can_redo", icon="redo"),
    SEPARATOR,
    ActionSpec("add", "&Add node …", ("Shift+A",), icon="add", tip="Search for a node to add"),
    SEPARATOR,
    ActionSpec("cut", "Cu&t", ("Ctrl+X",), when="has_selection"),
    ActionSpec("copy", "&Copy", ("Ctrl+C",), when="has_selection"),
    ActionSpec("paste", "&Paste", ("Ctrl+V",)),
    ActionSpec("duplicate", "&Duplicate", ("Ctrl+D",), when="has_selection"),
    ActionSpec("delete", "De&lete", ("Del", "Backspace")),
    ActionSpec("select_all", "Select &all", ("Ctrl+A",)),
    SEPARATOR,
    ActionSpec(
        "bypass", "&Bypass", ("Ctrl+B",), when="has_selection", tip="Hand the input straight on"
    ),
    ActionSpec(
        "mute", "&Mute", ("Ctrl+M",), when="has_selection", tip="Switch off, and all that needs it"
    ),
    SEPARATOR,
    ActionSpec("settings", "S&ettings …", ("Ctrl+,",), tip="Results kept, folders"),
)

VIEW = (
    ActionSpec("fit_all", "&Whole graph", ("Home",), icon="fit"),
    ActionSpec("frame_selected", "&Selected nodes", ()),
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

MENUS = (("&File", FILE), ("&Edit", EDIT), ("&View", VIEW), ("&Run", RUN), ("&Help", HELP))

SUBMENUS = frozenset({"open_recent", "starters", "panels"})
"""Entries that open a menu of their own; the window fills them."""

Commands = Mapping[str, Callable[[], object]]
Conditions = Mapping[str, Callable[[], bool]]


class Actions:
    """The actions of a window, made from the tables above."""

    def __init__(self, window: QMainWindow, commands: Commands, conditions: Conditions) -> None:
        self._conditions = conditions
        self._specs: dict[str, ActionSpec] = {}
        self.by_id: dict[str, QAction] = {}
        for _, specs in MENUS:
            for spec in specs:
                if spec is not SEPARATOR and spec.id not in SUBMENUS:
                    self.by_id[spec.id] = self._make(window, spec, commands[spec.id])
                    self._specs[spec.id] = spec

    def update(self) -> None:
        """Enable what can be used now."""
        for id, spec in self._specs.items():
            if spec.when:
                self.by_id[id].setEnabled(self._conditions[spec.when]())

    def _make(self, window: QMainWindow, spec: ActionSpec, call: Callable[[], object]) -> QAction:
        action = QAction(tr(spec.text), window)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        if spec.icon:
            action.setIcon(icon(spec.icon))
            action.setIconVisibleInMenu(False)
        about = tr(spec.tip) if spec.tip else tr(spec.text).replace("&", "")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{about} ({keys})" if keys else about)
        action.triggered.connect(lambda: call())
        window.addAction(action)
        return action
