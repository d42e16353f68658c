"""What each node did the last time, so that the next time it can say why it runs."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.engine.outside import ABSENT
from app.engine.performing import Job
from app.engine.reasons import limited, reason
from app.engine.tally import FoldRecord, Tally
from app.graph.errors import Message
from app.graph.spec import NodeSpec, ParameterKind, ParameterSpec, Plain

_LONGEST_SHOWN = 40
_NAMES_FILE = frozenset({ParameterKind.FILE, ParameterKind.FOLDER, ParameterKind.MODEL})


@dataclass(slots=True)
class Attempt:
    """The work of a node when it was last settled, or was last begun and came to nothing.

    ``contents`` are the hashes of the files that it read, ``prints`` the fingerprints on each of
    its sockets, ``key`` that of the whole work, "" where it ``finished`` not. Plain tuples of texts
    are no burden to the collector of garbage, though there is one of these for every node.
    """

    spec: NodeSpec
    environment: str
    parameters: Mapping[str, Plain]
    contents: tuple[str, ...]
    prints: tuple[tuple[str, tuple[str, ...]], ...]
    key: str = ""

    @classmethod
    def at(cls, job: Job, environment: str, key: str = "") -> Attempt:
        """The attempt to do ``job``."""
        prints = tuple((name, tuple(found)) for name, found in job.prints.items())
        return cls(job.kind.spec, environment, job.parameters, job.contents, prints, key)

    @property
    def finished(self) -> bool:
        """Whether it came to a result."""
        return bool(self.key)


class History:
    """The last attempt of every node, and the last steps. Outlives runs; one thread at a time."""

    def __init__(self) -> None:
        self._attempts: dict[str, Attempt] = {}
        self._folds: dict[tuple[str, int, int], FoldRecord] = {}

    def finished(self, address: str, key: str) -> None:
        """The node came to a result with what it had begun."""
        self._attempts[address].key = key

    def found(self, address: str, attempt: Attempt) -> bool:
        """The result was known; whether it is that of the same work as the last time."""
        before = self._attempts.get(address)
        self._attempts[address] = attempt
        return before is not None and before.key == attempt.key

    def causes(
        self, address: str, attempt: Attempt, known: bool, whole: bool
    ) -> tuple[Message, ...]:
        """Why a node now runs; ``attempt`` counts as its last one from now on.

        ``known`` tells that its result was on record, ``whole`` that its bytes were there too.
        """
        before = self._attempts.get(address)
        self._attempts[address] = attempt
        if before is None:
            return (reason("NoLongerKept" if known else "FirstRun"),)
        changes = list(_changes(before, attempt))
        if changes:
            return limited(changes)
        if not before.finished:
            return (reason("DidNotFinish"),)
        return (reason("SavedFileChanged" if whole else "NoLongerKept"),)

    def tally(self, address: str) -> Tally:
        """What counts the steps of a node that begins to run."""
        return Tally(address, self._folds)

    def trim(self, addresses: Container[str], most: int) -> None:
        """Forget the nodes that are not in the plan, where there are more than ``most``."""
        if len(self._attempts) > most:
            self._attempts = {a: past for a, past in self._attempts.items() if a in addresses}
            self._folds = {a: fold for a, fold in self._folds.items() if a[0] in addresses}


def _changes(before: Attempt, now: Attempt) -> Iterator[Message]:
    """What differs between two attempts of one node."""
    spec, old = now.spec, before.parameters
    if before.spec.type != spec.type:
        yield reason("KindReplaced")
        return
    if before.environment != now.environment:
        yield reason("EnvironmentChanged")
    yield from _changed_kind(before.spec, spec)
    new = now.parameters
    altered = [p for p in spec.parameters if p.counts and old.get(p.name) != new[p.name]]
    yield from (_parameter(p, old.get(p.name), new[p.name]) for p in altered)
    yield from _changed_inputs(dict(before.prints), dict(now.prints))
    named = any(p.kind in _NAMES_FILE or p.kind is ParameterKind.TEXT for p in altered)
    if before.contents != now.contents and not named:  # else another file was named
        gone = now.contents.count(ABSENT) > before.contents.count(ABSENT)
        yield reason("FileGone" if gone else "FileChanged")


def _changed_kind(old: NodeSpec, new: NodeSpec) -> Iterator[Message]:
    if old.version != new.version:
        yield reason("KindUpdated", version=new.version)
    elif old.content != new.content:
        yield reason("KindEdited")


def _changed_inputs(
    old: Mapping[str, Sequence[str]], new: Mapping[str, Sequence[str]]
) -> Iterator[Message]:
    for name in new:
        if name not in old:
            yield reason("InputConnected", name=name)
        elif old[name] != new[name]:
            yield reason("InputChanged", name=name)
    yield from (reason("InputDisconnected", name=name) for name in old if name not in new)


def _parameter(parameter: ParameterSpec, before: Plain, after: Plain) -> Message:
    """How a parameter changed; long texts are not repeated."""
    shown = _shown(parameter, before), _shown(parameter, after)
    if max(map(len, shown)) > _LONGEST_SHOWN or "\n" in "".join(shown):
        return reason("ParameterAltered", name=parameter.name)
    return reason("ParameterChanged", name=parameter.name, before=shown[0], after=shown[1])


def _shown(parameter: ParameterSpec, value: Plain) -> str:
    """A value as its parameter shows it: ``7``, ``512 x 768``, ``"a cat"``."""
    match value:
        case bool():
            return str(value).lower()
        case float():
            return f"{value:.10g}"
        case list() | tuple():
            return " x ".join(map(str, value))
        case str() if parameter.kind is ParameterKind.TEXT:
            return f'"{value}"'
        case _:
            return str(value)
