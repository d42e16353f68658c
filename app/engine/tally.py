"""Counts the steps that a node did and those that were kept, and tells why they were done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from app.engine.reasons import MOST_CAUSES, reason
from app.graph.errors import Message
from app.sdk.context import Explained, Fold

_LONGEST_SHOWN = 40

Parts = Mapping[str, str]

Place = tuple[str, int, int]
"""Which fold: the address of its node, the picture, and how many this picture had before it."""


@dataclass
class FoldRecord:
    """A fold as it was done: what acted in its start and in every step, and how far it came.

    ``reused`` steps were kept from before; ``done`` counts these and those that were done since,
    which took so many ``seconds``.
    """

    stamp: str
    origin: str
    recipes: tuple[str, ...]
    start: Parts
    parts: tuple[Parts, ...]
    reused: int = 0
    done: int = 0
    seconds: float = 0.0

    def did(self, step: int, seconds: float) -> None:
        """The fold has come to this step, which took so long."""
        self.done = step
        self.seconds += seconds


class Mark(NamedTuple):
    """How many folds there were: ``records`` in all, ``counts`` of each picture."""

    records: int
    counts: Counter[int]


@dataclass
class Tally:
    """The folds of the node ``address`` in one run.

    ``last`` holds the last ones of every node, ``loading`` is how many seconds the node waited for
    weights, which the next run finds there, ``numerics`` how it computed where not as usual.
    """

    address: str
    last: dict[Place, FoldRecord]
    records: list[FoldRecord] = field(default_factory=list)
    loading: float = 0.0
    numerics: list[str] = field(default_factory=list)
    _told: list[tuple[Message, ...]] = field(default_factory=list)
    _counts: Counter[int] = field(default_factory=Counter)

    def desk(self, picture: int) -> Desk:
        """Where the fold of a picture is to be noted."""
        return Desk(self, picture)

    def begin(self, picture: int, fold: Fold[Any], stamp: str, reused: int) -> FoldRecord:
        """A fold begins, of which the first ``reused`` steps are kept."""
        place = (self.address, picture, self._counts[picture])
        self._counts[picture] += 1
        before = self.last.get(place)
        record = _record(fold, stamp, before)
        record.reused = record.done = reused
        self.last[place] = record
        self.records.append(record)
        self._told.append(_steps(before, record))
        return record

    def mark(self) -> Mark:
        """Where the counting stands."""
        return Mark(len(self.records), self._counts.copy())

    def back_to(self, mark: Mark) -> None:
        """Work is done once more; the steps that were done since are kept, and counted as such."""
        del self.records[mark.records :]
        del self._told[mark.records :]
        self._counts = mark.counts

    @property
    def reused(self) -> int:
        """Steps that were kept, of all folds."""
        return sum(record.reused for record in self.records)

    @property
    def run(self) -> int:
        """Steps that were done, of all folds."""
        return sum(record.done - record.reused for record in self.records)

    @property
    def seconds(self) -> float:
        """How long the steps that were done took, of all folds."""
        return sum(record.seconds for record in self.records)

    def reasons(self, causes: Sequence[Message]) -> tuple[Message, ...]:
        """Which steps were kept and why the others were done; equal reasons once.

        That all were done because of what is among the ``causes`` of the node need not be repeated.
        """
        names = {cause.fields.get("name") for cause in causes}
        told = [[m for m in messages if not _repeats(m, names)] for messages in self._told]
        return self._of_all(told)

    def _of_all(self, messages_by_fold: Sequence[Sequence[Message]]) -> tuple[Message, ...]:
        if len(messages_by_fold) < 2:
            return tuple(message for messages in messages_by_fold for message in messages)
        pairs = list(zip(self.records, messages_by_fold, strict=True))
        whole = [record for record, _ in pairs if record.reused == len(record.recipes)]
        counts = {"kept": len(whole), "count": len(self.records)}
        told = [reason("PicturesKept", **counts)] if whole else []
        for record, messages in pairs:
            if record.reused < len(record.recipes):
                told += [message for message in messages if message not in told]
        return tuple(told[: MOST_CAUSES + 1])


class Desk(NamedTuple):
    """Where one picture's fold is noted."""

    tally: Tally
    picture: int

    @property
    def loading(self) -> float:
        """How long the node has waited for weights until now."""
        return self.tally.loading

    def begin(self, fold: Fold[Any], stamp: str, reused: int) -> FoldRecord:
        """The fold begins, of which the first ``reused`` steps are kept."""
        return self.tally.begin(self.picture, fold, stamp, reused)


def _record(fold: Fold[Any], stamp: str, before: FoldRecord | None) -> FoldRecord:
    """The fold with its parts; those of an equal fold need not be asked for again."""
    origin, recipes = fold.origin, tuple(fold.recipes)
    if before is not None and (before.origin, before.recipes) == (origin, recipes):
        return FoldRecord(stamp, origin, recipes, before.start, before.parts)
    if not isinstance(fold, Explained):
        return FoldRecord(stamp, origin, recipes, {}, ({},) * len(recipes))
    parts = tuple(fold.parts(index) for index in range(len(recipes)))
    return FoldRecord(stamp, origin, recipes, fold.start_parts(), parts)


def _steps(before: FoldRecord | None, now: FoldRecord) -> tuple[Message, ...]:
    """Which steps are kept, and why the others have to be done."""
    total = len(now.recipes)
    told = [_range("Step{}Kept", 0, now.reused)] if now.reused else []
    if before is None or before.stamp != now.stamp:
        return tuple(told)  # the node itself says why
    agreed = _agreed(before, now)
    if now.reused < agreed:
        cause = reason("NotDoneYet" if before.done <= now.reused else "StatesLeft")
        told.append(_range("Step{}Ran", now.reused, agreed, cause=cause))
    first = max(now.reused, agreed)
    if first < total:
        told.append(_range("Step{}Ran", first, total, cause=_cause(before, now, agreed)))
    return tuple(told)


def _repeats(message: Message, names: Container[Any]) -> bool:
    """Whether a message only says that all steps were done because of one of ``names``."""
    cause = message.fields.get("cause")
    return cause is not None and message.fields["first"] == 0 and cause.fields.get("part") in names


def _range(id: str, first: int, end: int, **fields: Message) -> Message:
    if end - first == 1:
        return reason(id.format(""), first=first, **fields)
    return reason(id.format("s"), first=first, last=end - 1, **fields)


def _agreed(before: FoldRecord, now: FoldRecord) -> int:
    """How many of the first steps are the same work."""
    if before.origin != now.origin:
        return 0
    pairs = enumerate(zip(before.recipes, now.recipes, strict=False))
    shorter = min(len(before.recipes), len(now.recipes))
    return next((index for index, (old, new) in pairs if old != new), shorter)


def _cause(before: FoldRecord, now: FoldRecord, step: int) -> Message:
    """Why ``step`` is the first that is not the same work as before."""
    if before.origin != now.origin:
        for name in _differing(before.start, now.start):
            return _altered(name, before.start.get(name, ""), now.start.get(name, ""))
    if step >= len(before.recipes):
        return reason("GoesFurther")
    for name in _differing(before.parts[step], now.parts[step]):
        old, new = before.parts[step].get(name), now.parts[step].get(name)
        if old is not None and new is not None:
            return _altered(name, old, new)
        if new is None:
            return reason(
                _vanished(name, step, now.parts, "Earlier", "Later", "Removed"), part=name
            )
        return reason(_vanished(name, step, before.parts, "Later", "Earlier", "Added"), part=name)
    return reason("PartAltered", part="something")


def _differing(old: Parts, new: Parts) -> list[str]:
    """The names of what differs, in the order in which the fold tells them."""
    return [name for name in {**new, **old} if old.get(name) != new.get(name)]


def _altered(name: str, old: str, new: str) -> Message:
    if not (0 < len(old) < _LONGEST_SHOWN and 0 < len(new) < _LONGEST_SHOWN):
        return reason("PartAltered", part=name)
    return reason("PartChanged", part=name, before=old, after=new)


def _vanished(
    name: str, step: int, other: Sequence[Parts], ends: str, starts: str, never: str
) -> str:
    """What became of a part that acts in ``step`` of one fold, but not in that of ``other``."""
    if step and name in other[step - 1]:
        return f"PartEnds{ends}"
    if any(name in parts for parts in other[step:]):
        return f"PartStarts{starts}"
    return f"Part{never}"
