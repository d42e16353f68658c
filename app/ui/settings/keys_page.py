"""The page of the settings on which every action can be given other keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton

from app.ui.actions.table import GROUPS, ActionSpec, every_action
from app.ui.keys.bindings import holder_of, keys_of, shown, with_keys, without_key
from app.ui.keys.field import KeyField
from app.ui.keys.sheet import SCOPES
from app.ui.settings.housekeeping import Housekeeping
from app.ui.settings.page import Page
from app.ui.settings.row import Row
from app.ui.words import plain, tr


class KeysPage(Page):
    """One row for each action, below the heading of its menu.

    The rows are there only while they are looked at: they are most of what the settings consist
    of, and a change of the theme would have to style them all.
    """

    def __init__(self, keeper: Housekeeping) -> None:
        about = tr("Click into a field and press the keys. Every change is in force at once.")
        super().__init__(tr("Keys"), keeper.remembered, about)
        self.by_id: dict[str, _KeyRow] = {}
        self.reset_all = QPushButton(tr("Reset all keys"), self)
        self.reset_all.clicked.connect(lambda: self.remembered.change(keys={}))
        self.column.addWidget(self.reset_all, 0, Qt.AlignmentFlag.AlignRight)
        leave = self.remembered.subscribe(lambda _: self._show())
        self.destroyed.connect(lambda: leave())
        self._show()

    def search(self, words: Sequence[str]) -> int:
        """Show the rows with all ``words`` in their name, their keys or their menu."""
        self.reset_all.setVisible(not words)
        if words and self._has(words):
            self._build()
        return super().search(words)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows once they are looked at."""
        self._build()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the rows when another page is turned to."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.clear()
            self.by_id.clear()

    def _has(self, words: Sequence[str]) -> bool:
        """Whether any row has all ``words``; asked before there are rows."""
        changed = self.remembered.settings.keys
        texts = [
            _texts(spec, keys_of(spec.id, changed), self.title).casefold()
            for _, specs in _groups()
            for spec in specs
        ]
        return any(all(word in text for word in words) for text in texts)

    def _build(self) -> None:
        """Make the rows, unless they are there."""
        if self.by_id:
            return
        for title, specs in _groups():
            self.section(plain(tr(title)))
            for spec in specs:
                self._add_row(spec)
        self._show()

    def _add_row(self, spec: ActionSpec) -> None:
        row = _KeyRow(spec)
        row.key_field.chosen.connect(lambda keys: self._choose(row, keys))
        row.key_field.taken.connect(lambda: self._take(row))
        row.reset_wanted.connect(lambda: self._write(row, spec.shortcuts))
        self.by_id[spec.id] = row
        self.put(row)

    def _choose(self, row: _KeyRow, keys: Sequence[str]) -> None:
        """Give an action these keys, unless another has one of them."""
        changed = self.remembered.settings.keys
        row.wanted = tuple(keys)
        for key in keys:
            holder = holder_of(key, row.spec.id, changed)
            if holder is not None:
                words = tr(
                    "{key} belongs to “{action}”.", key=shown([key])[0], action=_name(holder)
                )
                row.refuse(words)
                row.key_field.take.show()
                return
        self._write(row, keys)

    def _take(self, row: _KeyRow) -> None:
        """Give an action the keys that it is to have, and take them from those that had them."""
        changed = self.remembered.settings.keys
        for key in row.wanted:
            while (holder := holder_of(key, row.spec.id, changed)) is not None:
                changed = without_key(changed, holder.id, key)
        self.remembered.change(keys=with_keys(changed, row.spec.id, row.wanted))
        self._show()

    def _write(self, row: _KeyRow, keys: Sequence[str]) -> None:
        changed = self.remembered.settings.keys
        self.remembered.change(keys=with_keys(changed, row.spec.id, keys))
        self._show()

    def _show(self) -> None:
        changed = self.remembered.settings.keys
        for row in self.by_id.values():
            row.show_keys(keys_of(row.spec.id, changed), is_own=row.spec.id in changed)
        self.reset_all.setEnabled(bool(changed))


class _KeyRow(Row):
    """An action and its keys."""

    def __init__(self, spec: ActionSpec) -> None:
        self.spec = spec
        self.key_field = KeyField()
        self.wanted: tuple[str, ...] = ()
        super().__init__(_name(spec), _where(spec), self.key_field)
        self.key_field.name(_name(spec))
        self._keys = ""

    def show_keys(self, keys: Sequence[str], *, is_own: bool) -> None:
        """Show the keys that the action has."""
        self.key_field.show_value(_distinct(keys))
        self.key_field.take.hide()
        self.refuse("")
        self.show_reset(is_own)
        self._keys = " ".join(shown(keys))

    def search(self, words: Sequence[str], beside: str = "") -> bool:
        """Find the row by its keys as well."""
        return super().search(words, f"{beside} {getattr(self, '_keys', '')}")


def _distinct(keys: Sequence[str]) -> list[str]:
    """The keys without the second one of Enter and Return."""
    return [key for key in keys if "Return" not in key or len(keys) == 1]


def _groups() -> list[tuple[str, list[ActionSpec]]]:
    """The title of each menu, and those of its actions that can have keys."""
    known = every_action()
    return [(title, [spec for spec in specs if spec.id in known]) for title, specs in GROUPS]


def _texts(spec: ActionSpec, keys: Sequence[str], beside: str) -> str:
    """All that a row is found by."""
    return " ".join([_name(spec), _where(spec), beside, *shown(keys)])


def _where(spec: ActionSpec) -> str:
    where = SCOPES[spec.scope]
    return tr(where) if where else ""


def _name(spec: ActionSpec) -> str:
    return plain(tr(spec.text))
