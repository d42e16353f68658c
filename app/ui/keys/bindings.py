"""Which keys each action has: those of the table, or those that the user chose instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QKeySequence

from app.ui.actions.table import ActionSpec, every_action

Changed = Mapping[str, Sequence[str]]
"""The keys that the user chose, by the id of the action; an empty list takes its keys away."""


def keys_of(id: str, changed: Changed) -> tuple[str, ...]:
    """The keys of an action."""
    return tuple(changed.get(id, every_action()[id].shortcuts))


def holder_of(key: str, id: str, changed: Changed) -> ActionSpec | None:
    """The other action that a key would clash with if the action ``id`` had it."""
    scopes = every_action()
    wanted = plain_key(key)
    for other in scopes.values():
        clash = "window" in (other.scope, scopes[id].scope) or other.scope == scopes[id].scope
        taken = {plain_key(each) for each in keys_of(other.id, changed)}
        if other.id != id and clash and wanted in taken:
            return other
    return None


def with_keys(changed: Changed, id: str, keys: Sequence[str]) -> dict[str, list[str]]:
    """The user's keys once the action ``id`` has these; its own ones need no entry."""
    others = {other: list(known) for other, known in changed.items() if other != id}
    if list(map(plain_key, keys)) == list(map(plain_key, every_action()[id].shortcuts)):
        return others
    return {**others, id: list(keys)}


def without_key(changed: Changed, id: str, key: str) -> dict[str, list[str]]:
    """The user's keys once the action ``id`` does without one."""
    kept = [each for each in keys_of(id, changed) if plain_key(each) != plain_key(key)]
    return with_keys(changed, id, kept)


def shown(keys: Sequence[str]) -> list[str]:
    """The keys as this system calls them; Enter stands for both keys of that meaning."""
    texts = (QKeySequence(key.replace("Return", "Enter")) for key in keys)
    names = (text.toString(QKeySequence.SequenceFormat.NativeText) for text in texts)
    return list(dict.fromkeys(names))


def plain_key(key: str) -> str:
    """A key as it is compared, however it was written."""
    return QKeySequence(key).toString()
