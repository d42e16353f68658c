"""Does the work of one node once its inputs are in hand, also for every item of a list."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from app.engine.cache import Cache
from app.engine.calling import Kind, Made, call, made
from app.engine.context import AsideContext, NodeContext, Surroundings
from app.engine.failures import let_go
from app.engine.items import Item, items
from app.engine.keys import key_as_made, node_key
from app.engine.outside import written
from app.engine.services import Relieving, Services
from app.engine.tally import Tally
from app.graph.errors import Message
from app.graph.spec import Plain
from app.sdk.fingerprint import fingerprint


@dataclass(frozen=True)
class Job:
    """The work of one node: its values by parameter and socket, and what identifies them.

    ``contents`` are the hashes of the files that it reads, ``prints`` the fingerprints of the
    values on each socket.
    """

    address: str
    title: str
    kind: Kind
    parameters: Mapping[str, Plain]
    contents: tuple[str, ...] = ()
    prints: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def key(self, prints: Mapping[str, Sequence[str]] | None = None) -> str:
        """The content address of this work, or of the same work on other inputs."""
        kind = self.kind
        return node_key(
            kind.spec, kind.stamp, self.parameters, self.contents, prints or self.prints
        )

    def lasts(self, result: Made) -> bool:
        """Whether the next start of the program may go by this result.

        What a node did to the world, and left no file of, nobody can see to be still there.
        """
        return not self.kind.spec.acts or any(written(result.values.values()))


class Books(Protocol):
    """What is known of work that was done before, and of what it reads."""

    def kept(self, job: Job, key: str) -> Made | None:
        """A result with all its bytes; None where anything of it is gone."""

    def contents(self, job: Job) -> tuple[str, ...]:
        """Hashes of the files that ``job`` reads; raises what its class raises."""


class NoBooks:
    """Nothing is known."""

    def kept(self, job: Job, key: str) -> Made | None:
        """Everything has to be done."""
        return None

    def contents(self, job: Job) -> tuple[str, ...]:
        """What the job itself says."""
        return job.contents


def perform(
    job: Job,
    inputs: Mapping[str, Any],
    around: Surroundings,
    books: Books,
    tally: Tally,
) -> Made:
    """The outputs of ``job``; raises what its node raises.

    Where a list arrives at an input that takes one thing, the node runs once for every item and
    each output is a tuple of what came out. Every item has a key of its own, the one that the same
    work has outside of a list, so that ``books`` may know it already. ``tally`` counts the steps of
    folds. What the node changed for the whole program is as it was afterwards.
    """
    try:
        return _perform(job, inputs, around, books, tally)
    finally:
        around.order.put_back()


def _perform(
    job: Job, inputs: Mapping[str, Any], around: Surroundings, books: Books, tally: Tally
) -> Made:
    found = items(job.kind.spec, job.parameters, inputs, job.title)
    if found is None:
        return _attempt(job, inputs, _context(job, around, tally))
    parts: list[Made] = []
    for index, item in enumerate(found):
        around.check()
        one = _job_of(job, item, books)
        part = books.kept(one, one.key())
        if part is None:
            began, noted = time.perf_counter(), len(tally.numerics)
            context = _context(job, around, tally, index, len(found))
            part = _attempt(one, {**inputs, **item.inputs}, context)
            key = key_as_made(one.key(), tally.numerics[noted:])
            keep(around.cache, key, part, time.perf_counter() - began, job.lasts(part))
        parts.append(part)
    names = job.kind.spec.outputs_by_name
    return made({name: tuple(part.values[name] for part in parts) for name in names})


def _attempt(job: Job, inputs: Mapping[str, Any], context: NodeContext) -> Made:
    """Run a node; where memory ran out once more, if that can be done with less of it.

    Steps that were done are kept, so that folds go on where they were.
    """
    mark = context.tally.mark()
    try:
        return call(job.kind, job.parameters, inputs, context)
    except Exception as error:
        message = _relief(error, context.around.services)
        if message is None:
            raise
        let_go(error)
    # Outside of the handler: while the error lives, so do the tensors in its frames.
    context.tally.back_to(mark)
    context.note(message)
    return call(job.kind, job.parameters, inputs, context)


def _relief(error: Exception, services: Services) -> Message | None:
    """What another attempt would do otherwise; None where there is none to be made."""
    try:
        return services.relieve(error) if isinstance(services, Relieving) else None
    except Exception:  # a stranger's error that cannot even be looked at
        return None


def _job_of(job: Job, item: Item, books: Books) -> Job:
    """The work of one item, as it would be without a list."""
    prints = {**job.prints, **{name: [fingerprint(v)] for name, v in item.inputs.items()}}
    one = replace(job, parameters=item.parameters, prints=prints)
    return one if item.parameters == job.parameters else replace(one, contents=books.contents(one))


def keep(cache: Cache, key: str, result: Made, seconds: float, lasting: bool) -> None:
    """Remember a result and hold its values; ``lasting`` ones outlive the program."""
    cache.remember(key, result.fingerprints, lasting=lasting)
    for name, value in result.values.items():
        found, size = result.fingerprints[name], result.sizes[name]
        cache.keep(found, value, size, seconds, lasting=lasting, work=key)


def _context(
    job: Job, around: Surroundings, tally: Tally, done: int = 0, items: int = 1
) -> NodeContext:
    if job.kind.spec.off_device:
        return AsideContext(
            around, job.address, job.kind.stamp, tally, done, items, title=job.title
        )
    return NodeContext(around, job.address, job.kind.stamp, tally, done, items)
