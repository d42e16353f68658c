"""What each node did the last time, so that the next time it can say why it runs."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from app.engine.outside import ABSENT
from app.engine.performing import Job
from app.engine.reasons import limited, reason
from app.engine.tally import FoldRecord, Place, Tally
from app.graph.errors import Message
from app.graph.phrases import Phrase
from app.graph.spec import NodeSpec, ParameterKind, ParameterSpec, Plain

_LONGEST_SHOWN = 40
_NAMES_FILE = frozenset({ParameterKind.FILE, ParameterKind.FOLDER, ParameterKind.MODEL})


@cache
def _shared(*kind: Any) -> Any:
    """One and the same tuple for all nodes of a kind."""
    return kind


@dataclass(slots=True)
class Attempt:
    """The work of a node when it was last settled, or was last begun and came to nothing.

    ``kind`` is its type, its version and the content of its file, ``contents`` are the hashes of
    the files that it read, ``prints`` the fingerprints on each of its sockets, ``key`` is that of
    the whole work, "" where it ``finished`` not. Plain tuples of texts are no burden to the
    collector of garbage, though there is one of these for every node.
    """

    kind: tuple[str, int, str]
    environment: str
    parameters: Mapping[str, Plain]
    contents: tuple[str, ...]
    prints: tuple[tuple[str, tuple[str, ...]], ...]
    key: str = ""

    @classmethod
    def at(cls, job: Job, environment: str, key: str = "") -> Attempt:
        """The attempt to do ``job``."""
        spec = job.kind.spec
        kind = _shared(spec.type, spec.version, spec.content)
        prints = tuple((name, tuple(found)) for name, found in job.prints.items())
        return cls(kind, environment, job.parameters, job.contents, prints, key)

    @property
    def finished(self) -> bool:
        """Whether it came to a result."""
        return bool(self.key)


@dataclass
class History:
    """The last attempt of every node of one graph, and its last steps, by address.

    Outlives runs; used by one thread at a time. ``changed`` tells that something was added.
    """

    attempts: dict[str, Attempt] = field(default_factory=dict)
    folds: dict[Place, FoldRecord] = field(default_factory=dict)
    changed: bool = False

    def finished(self, address: str, key: str) -> None:
        """The node came to a result with what it had begun."""
        self.attempts[address].key = key

    def found(self, job: Job, environment: str, key: str) -> bool:
        """The result was known; whether it is that of the same work as the last time."""
        before = self.attempts.get(job.address)
        if before is not None and before.key == key:
            return True
        self.attempts[job.address] = Attempt.at(job, environment, key)
        self.changed = True
        return False

    def causes(self, job: Job, environment: str, known: bool, whole: bool) -> tuple[Message, ...]:
        """Why a node now runs, which counts as its last attempt from now on.

        ``known`` tells that its result was on record, ``whole`` that its bytes were there too.
        """
        before = self.attempts.get(job.address)
        attempt = self.attempts[job.address] = Attempt.at(job, environment)
        self.changed = True
        if before is None:
            return (reason("NoLongerKept" if known else "FirstRun"),)
        return _causes(before, attempt, job.kind.spec, whole)

    def foretold(self, job: Job, environment: str) -> tuple[Message, ...]:
        """Why a node would run, which is not noted as an attempt."""
        before = self.attempts.get(job.address)
        if before is None:
            return (reason("FirstRun"),)
        return _causes(before, Attempt.at(job, environment), job.kind.spec, whole=False)

    def tally(self, address: str) -> Tally:
        """What counts the steps of a node that begins to run."""
        return Tally(address, self.folds)

    def trim(self, addresses: Container[str], most: int) -> None:
        """Forget the nodes that are not in the plan, where there are more than ``most``."""
        if len(self.attempts) > most:
            self.attempts = {a: past for a, past in self.attempts.items() if a in addresses}
            self.folds = {a: fold for a, fold in self.folds.items() if a[0] in addresses}


def _causes(before: Attempt, now: Attempt, spec: NodeSpec, whole: bool) -> tuple[Message, ...]:
    changes = list(_changes(before, now, spec))
    if changes:
        return limited(changes)
    if not before.finished:
        return (reason("DidNotFinish"),)
    return (reason("SavedFileChanged" if whole else "NoLongerKept"),)


def _changes(before: Attempt, now: Attempt, spec: NodeSpec) -> Iterator[Message]:
    """What differs between two attempts of one node."""
    type, version, content = before.kind
    if type != spec.type:
        yield reason("KindReplaced")
        return
    if before.environment != now.environment:
        yield reason("EnvironmentChanged")
    if version != spec.version:
        yield reason("KindUpdated", version=spec.version)
    elif content != spec.content:
        yield reason("KindEdited")
    old, new = before.parameters, now.parameters
    altered = [p for p in spec.parameters if p.counts and old.get(p.name) != new[p.name]]
    yield from (_parameter(p, old.get(p.name), new[p.name]) for p in altered)
    yield from _changed_inputs(dict(before.prints), dict(now.prints))
    named = any(p.kind in _NAMES_FILE or p.kind is ParameterKind.TEXT for p in altered)
    if before.contents != now.contents and not named:  # else another file was named
        gone = now.contents.count(ABSENT) > before.contents.count(ABSENT)
        yield reason("FileGone" if gone else "FileChanged")


def _changed_inputs(
    old: Mapping[str, Sequence[str]], new: Mapping[str, Sequence[str]]
) -> Iterator[Message]:
    for name in new:
        if name not in old:
            yield reason("InputConnected", name=Phrase(name))
        elif old[name] != new[name]:
            yield reason("InputChanged", name=Phrase(name))
    yield from (reason("InputDisconnected", name=Phrase(name)) for name in old if name not in new)


def _parameter(parameter: ParameterSpec, before: Plain, after: Plain) -> Message:
    """How a parameter changed; long texts are not repeated."""
    name = Phrase(parameter.name)
    shown = _shown(parameter, before), _shown(parameter, after)
    if max(map(len, shown)) > _LONGEST_SHOWN or "\n" in "".join(shown):
        return reason("ParameterAltered", name=name)
    return reason("ParameterChanged", name=name, before=shown[0], after=shown[1])


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
