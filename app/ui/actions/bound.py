"""The actions of the table as Qt has them: each with its keys, bound where they are to act."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui.actions.table import ActionSpec, Scope, every_action
from app.ui.icons import icon
from app.ui.keys.bindings import Changed, keys_of, plain_key
from app.ui.words import plain, tr

Commands = Mapping[str, Callable[[], object]]
Conditions = Mapping[str, Callable[[], bool]]

_CONTEXTS: dict[Scope, Qt.ShortcutContext] = {
    "window": Qt.ShortcutContext.WindowShortcut,
    # Not with its children: a key pressed in a field that floats over the canvas is for the field.
    "canvas": Qt.ShortcutContext.WidgetShortcut,
    "viewer": Qt.ShortcutContext.WidgetWithChildrenShortcut,
}


class Actions:
    """The actions that ``commands`` has a function for."""

    def __init__(self, owner: QWidget, commands: Commands, conditions: Conditions) -> None:
        self._conditions = conditions
        self.specs = {id: spec for id, spec in every_action().items() if id in commands}
        self.by_id = {id: _make(owner, spec, commands[id]) for id, spec in self.specs.items()}
        self.bind("window", owner)
        self._changed: Changed | None = None

    def rebind(self, changed: Changed) -> None:
        """Give the actions their keys, or those that the user chose instead.

        Of two actions with one key, which Qt would give to neither, the one that was chosen has it.
        """
        if changed == self._changed:  # settings change often, the keys among them hardly ever
            return
        self._changed = changed
        taken: list[tuple[str, Scope]] = []
        for id in sorted(self.specs, key=lambda id: id not in changed):
            spec = self.specs[id]
            keys = [key for key in keys_of(id, changed) if not _clashes(key, spec.scope, taken)]
            taken += [(plain_key(key), spec.scope) for key in keys]
            set_keys(self.by_id[id], spec, keys)

    def bind(self, scope: Scope, widget: QWidget) -> None:
        """Let the keys of a scope act in this widget."""
        for id, spec in self.specs.items():
            if spec.scope == scope:
                widget.addAction(self.by_id[id])

    def tell_key(self, id: str, button: QAbstractButton) -> None:
        """Let the tip of a button that does what an action does say its key, whichever it is."""
        action, words = self.by_id[id], button.toolTip()

        def tell() -> None:
            """Say the key of now."""
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{words} ({key})" if key else words)

        action.changed.connect(tell)
        tell()

    def update(self) -> None:
        """Enable what can be used now."""
        holds = cache(lambda name: self._conditions[name]())  # many actions ask for the same
        for id, spec in self.specs.items():
            if spec.when:
                self.by_id[id].setEnabled(holds(spec.when))
            if spec.checked:
                self.by_id[id].setChecked(holds(spec.checked))


def _clashes(key: str, scope: Scope, taken: Sequence[tuple[str, Scope]]) -> bool:
    """Whether a key acts already where it would act."""
    wanted = plain_key(key)
    return any(
        wanted == other and (scope == where or "window" in (scope, where)) for other, where in taken
    )


def _make(owner: QWidget, spec: ActionSpec, call: Callable[[], object]) -> QAction:
    action = QAction(tr(spec.text), owner)
    action.setObjectName(spec.id)
    action.setShortcutContext(_CONTEXTS[spec.scope])
    action.setIcon(icon(spec.icon or spec.id.replace("_", "-")))
    action.setCheckable(bool(spec.checked))
    action.setIconVisibleInMenu(not spec.checked)  # the tick stands in the place of the icon
    set_keys(action, spec, spec.shortcuts)
    action.triggered.connect(lambda: call())
    return action


def set_keys(action: QAction, spec: ActionSpec, keys: Sequence[str]) -> None:
    """Give an action these keys, and say the first of them in its tip."""
    action.setShortcuts([QKeySequence(each) for each in keys])
    about = tr(spec.tip) if spec.tip else plain(tr(spec.text))
    first = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{about} ({first})" if first else about)
