"""The journal of one open graph: the graph itself, and then what became of its history.

The steps that can be undone and those that can be redone stand in one line, of which some are done.
An edit cuts that line where the document is and adds a step, undo and redo only walk along it. So
whatever happened since the last writing is one record: how many steps stay, which ones come after
them, and how many are done now.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app.graph.document import Snapshot
from app.graph.errors import LoomError
from app.graph.fields import Record
from app.graph.file import read_text, to_text
from app.graph.journal import step_from_plain, step_to_plain
from app.graph.operations import Operation, apply_all
from app.graph.undo import UndoHistory, UndoStep
from app.ui.files.journal.record_file import RecordFile, read_records

FORMAT = 1
MOST_HISTORY = 8 * 2**20
"""Bytes of steps that stay when a journal is written anew; the oldest ones are left out."""

_SLACK = 2**20
"""Bytes that a journal may grow before it is written anew, beside once its own length."""


class DamagedJournal(Exception):
    """A journal that holds no graph which this program can read."""


@dataclass(frozen=True)
class About:
    """The file of a graph, or else what it is called; ``stamp`` is the time and size of that file
    when it was read or written last."""

    path: str = ""
    name: str = ""
    stamp: tuple[int, ...] = ()


@dataclass(frozen=True)
class ReadJournal:
    """What a journal holds; ``is_damaged`` where later edits are lost."""

    about: About
    history: UndoHistory
    is_damaged: bool


class GraphJournal:
    """Follows the history of one document on the disk; for one thread, not that of the screen."""

    def __init__(self, path: Path, most_history: int = MOST_HISTORY) -> None:
        self._file = RecordFile(path)
        self._most = most_history
        self._about = About()
        self._written: UndoHistory | None = None
        self._first = self._last = 0  # which of the written steps stand in the file
        self._limit = 0

    @property
    def path(self) -> Path:
        """Where the journal lies."""
        return self._file.path

    def write(self, about: About, history: UndoHistory) -> None:
        """Bring the journal to what is open now; raises OSError, and then it is as before."""
        before = self._written
        if history is before and about == self._about:
            return
        kept = 0 if before is None else _agreeing(before.steps, history.steps)
        # What lies before the first step in the file, only a new file can tell.
        reached = min(kept, history.at) >= self._first
        same = before is not None and before.origin is history.origin and reached
        if before is not None and same and self._may_grow:
            self._append(about, before, history, kept)
        else:
            self._rewrite(about, history)
        self._about, self._written = about, history

    @property
    def _may_grow(self) -> bool:
        return self._file.size < self._limit and self._file.is_there

    def _append(self, about: About, before: UndoHistory, after: UndoHistory, kept: int) -> None:
        """Note what is different."""
        start = min(kept, self._last)
        unchanged = kept == len(before.steps) == len(after.steps) and after.at <= self._last
        added = () if unchanged else after.steps[start:]
        record = {
            "keep": (self._last if unchanged else start) - self._first,
            "add": [step_to_plain(step) for step in added],
            "at": after.at - self._first,
            **_ends(after),
        }
        if about != self._about:
            record["about"] = asdict(about)
        self._file.append(record)
        if not unchanged:
            self._last = len(after.steps)

    def _rewrite(self, about: About, history: UndoHistory) -> None:
        """Write the graph as it is now, with as many steps around it as there is room for."""
        first, last, steps = _fitting(history, self._most)
        head = {
            "journal": FORMAT,
            "about": asdict(about),
            "graph": to_text(history.snapshot, None),
            **_ends(history),
        }
        around = {"around": steps, "at": history.at - first, **_ends(history)}
        self._file.replace([head, around])
        self._first, self._last = first, last
        self._limit = 2 * self._file.size + _SLACK


def read_journal(path: Path) -> ReadJournal:
    """The graph of a journal with its history, as far as it is whole.

    Raises OSError where the file cannot be read, DamagedJournal where it holds no graph.
    """
    found = read_records(path)
    if not found.records or found.records[0].get("journal") != FORMAT:
        raise DamagedJournal(path.name)
    head, *changes = found.records
    try:
        replay = _Replay(head, path.name)
    except (LoomError, KeyError, TypeError, ValueError) as error:
        raise DamagedJournal(path.name) from error
    damaged = found.is_damaged
    for record in changes:
        try:
            replay.take(record)
        except (LoomError, KeyError, TypeError, ValueError, IndexError):
            damaged = True
            break
    return ReadJournal(replay.about, replay.history, damaged)


class _Replay:
    """A document that goes through what a journal tells of it; a record counts whole or not."""

    def __init__(self, head: Record, name: str) -> None:
        self.about = _about(head["about"])
        snapshot = read_text(_text(head["graph"]), None, file=name).snapshot
        self.history = UndoHistory(snapshot, (), 0, *_numbers(head))

    def take(self, record: Record) -> None:
        """Do what a record tells; raises an error of data where it cannot be."""
        about = _about(record["about"]) if "about" in record else self.about
        at, ends = int(record["at"]), _numbers(record)
        snapshot, steps = self._around(record) if "around" in record else self._changed(record)
        if not 0 <= at <= len(steps):
            raise ValueError("there are fewer steps")
        self.about, self.history = about, UndoHistory(snapshot, steps, at, *ends)

    def _around(self, record: Record) -> tuple[Snapshot, tuple[UndoStep, ...]]:
        return self.history.snapshot, tuple(map(step_from_plain, record["around"]))

    def _changed(self, record: Record) -> tuple[Snapshot, tuple[UndoStep, ...]]:
        """The way leads back to the last step that stays, and from there to where it ends."""
        before, keep, at = self.history, int(record["keep"]), int(record["at"])
        if not 0 <= keep <= len(before.steps):
            raise ValueError("there are fewer steps")
        steps = (*before.steps[:keep], *map(step_from_plain, record["add"]))
        turn = min(keep, before.at)
        way = [*_back(before.steps, before.at, turn), *_forth(steps, turn, at)]
        way += _back(steps, turn, at)
        return apply_all(before.snapshot, way)[0], steps


def _back(steps: Sequence[UndoStep], start: int, end: int) -> list[Operation]:
    """What leads from a place in the line back to an earlier one; nothing where it is later."""
    return [operation for step in reversed(steps[end:start]) for operation in step.backward]


def _forth(steps: Sequence[UndoStep], start: int, end: int) -> list[Operation]:
    return [operation for step in steps[start:end] for operation in step.forward]


def _agreeing(before: Sequence[UndoStep], after: Sequence[UndoStep]) -> int:
    """How many of the first steps are the very same."""
    pairs = zip(before, after, strict=False)
    different = (place for place, (one, other) in enumerate(pairs) if one is not other)
    return next(different, min(len(before), len(after)))


def _fitting(history: UndoHistory, most: int) -> tuple[int, int, list[Record]]:
    """The steps around the document that fit into so many bytes, with the places of their ends.

    Those to be redone come first, as they are few and would be gone with the next edit.
    """
    first = last = history.at
    steps: deque[Record] = deque()
    while last < len(history.steps) and most > 0:
        plain = step_to_plain(history.steps[last])
        most -= len(json.dumps(plain))
        if most > 0:
            steps.append(plain)
            last += 1
    while first > 0 and most > 0:
        plain = step_to_plain(history.steps[first - 1])
        most -= len(json.dumps(plain))
        if most > 0:
            steps.appendleft(plain)
            first -= 1
    return first, last, list(steps)


def _ends(history: UndoHistory) -> Record:
    return {"state": history.state, "saved": history.saved}


def _numbers(record: Record) -> tuple[int, int]:
    return int(record["state"]), int(record["saved"])


def _about(value: Any) -> About:
    stamp = tuple(int(number) for number in value["stamp"])
    return About(_text(value["path"]), _text(value["name"]), stamp)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value
