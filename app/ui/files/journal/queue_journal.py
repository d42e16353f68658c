"""The journal of the queue: every run that waits, and what ran when the program ended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from app.graph.fields import Record
from app.ui.files.journal.record_file import RecordFile, read_records

FORMAT = 1
_SLACK = 2**20
"""Bytes that the journal may grow before it is written anew, beside once its own length."""


@dataclass(frozen=True)
class KeptRun:
    """A run that is to come back. ``graph`` is the number of the journal of its graph, ``text`` the
    graph as it was when it was asked for.

    ``began`` says that it ran, or was interrupted in an earlier session.
    """

    number: int
    graph: int
    text: str
    targets: tuple[str, ...] | None = None
    about: str = ""
    queued: bool = True
    began: bool = False


class QueueJournal:
    """Follows the queue on the disk; for one thread, not that of the screen."""

    def __init__(self, path: Path) -> None:
        self._file = RecordFile(path)
        self._written: tuple[KeptRun, ...] | None = None
        self._limit = 0

    def write(self, runs: tuple[KeptRun, ...]) -> None:
        """Bring the journal to the queue as it is; raises OSError, and then it is as before."""
        before = self._written
        if runs == before:
            return
        if before is None or self._file.size > self._limit or not self._file.is_there:
            self._file.replace([{"queue": FORMAT}, _difference((), runs)])
            self._limit = 2 * self._file.size + _SLACK
        else:
            self._file.append(_difference(before, runs))
        self._written = runs


def read_queue(path: Path) -> tuple[KeptRun, ...]:
    """The runs that a journal tells of, in their order; raises OSError.

    What is damaged in it is left out, with all that comes behind.
    """
    found = read_records(path)
    if not found.records or found.records[0].get("queue") != FORMAT:
        return ()
    runs: dict[int, KeptRun] = {}
    for record in found.records[1:]:
        try:
            runs = _changed(runs, record)
        except (KeyError, TypeError, ValueError):
            break
    return tuple(runs.values())


def _difference(before: Iterable[KeptRun], after: Iterable[KeptRun]) -> Record:
    """What leads from one queue to the other."""
    old, new = {run.number: run for run in before}, {run.number: run for run in after}
    stay = {number: run for number, run in old.items() if number in new}
    added = [run for number, run in new.items() if number not in old]
    record: Record = {
        "gone": [number for number in old if number not in new],
        "add": [asdict(run) for run in added],
        "began": [number for number, run in stay.items() if new[number].began and not run.began],
    }
    # As a rule runs join at the end and leave anywhere: then the order needs no words.
    if [*stay, *(run.number for run in added)] != [*new]:
        record["order"] = [*new]
    return record


def _changed(runs: Mapping[int, KeptRun], record: Record) -> dict[int, KeptRun]:
    """The queue after a record; raises an error of data where the record is none."""
    gone = set(record["gone"])
    after = {number: run for number, run in runs.items() if number not in gone}
    after.update({run.number: run for run in map(_run, record["add"])})
    for number in record["began"]:
        after[number] = replace(after[number], began=True)
    order = record.get("order")
    return after if order is None else {number: after[number] for number in order}


def _run(data: Any) -> KeptRun:
    texts = [data["text"], data["about"], *(data["targets"] or ())]
    if not all(isinstance(each, str) for each in texts):
        raise TypeError("not a text")
    return KeptRun(
        number=int(data["number"]),
        graph=int(data["graph"]),
        text=data["text"],
        targets=None if data["targets"] is None else tuple(data["targets"]),
        about=data["about"],
        queued=bool(data["queued"]),
        began=bool(data["began"]),
    )
