"""Does the work of one node once its inputs are in hand, also for every item of a list."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.engine.cache import Cache
from app.engine.calling import Kind, Made, call, made
from app.engine.context import AsideContext, NodeContext, Surroundings
from app.engine.errors import UnequalLists
from app.engine.keys import node_key
from app.engine.outside import written
from app.engine.tally import Tally
from app.graph.spec import NodeSpec, Plain, SocketSpec
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


def perform(
    job: Job,
    inputs: Mapping[str, Any],
    around: Surroundings,
    known: Callable[[Job, str], Made | None],
    tally: Tally,
) -> Made:
    """The outputs of ``job``; raises what its node raises.

    Where a list arrives at a socket that takes one item at a time, the node runs once for every
    item and each output is a tuple of what came out. Every item has a key of its own, so that
    ``known`` may have it already. ``tally`` counts the steps of folds.
    """
    items = _items(job.kind.spec, inputs, job.title)
    if items is None:
        return call(job.kind, job.parameters, inputs, _context(job, around, tally))
    parts: list[Made] = []
    for index, item in enumerate(items):
        around.check()
        key = job.key({**job.prints, **{name: [fingerprint(v)] for name, v in item.items()}})
        part = known(job, key)
        if part is None:
            began = time.perf_counter()
            context = _context(job, around, tally, index, len(items))
            part = call(job.kind, job.parameters, {**inputs, **item}, context)
            keep(around.cache, key, part, time.perf_counter() - began, job.lasts(part))
        parts.append(part)
    names = job.kind.spec.outputs_by_name
    return made({name: tuple(part.values[name] for part in parts) for name in names})


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


def lists(spec: NodeSpec, inputs: Mapping[str, Any]) -> dict[str, Sequence[Any]]:
    """What arrived as a list at sockets that take one item at a time."""
    return {
        socket.name: inputs[socket.name]
        for socket in spec.inputs
        if _takes_one(socket) and isinstance(inputs.get(socket.name), list | tuple)
    }


def _items(spec: NodeSpec, inputs: Mapping[str, Any], title: str) -> list[dict[str, Any]] | None:
    """What each run of a mapped node gets in place of the lists; None where none arrived."""
    found = lists(spec, inputs)
    if not found:
        return None
    lengths = sorted({len(items) for items in found.values()})
    if len(lengths) > 1:
        raise UnequalLists(node=title, lengths=", ".join(map(str, lengths)))
    return [{name: items[i] for name, items in found.items()} for i in range(lengths[0])]


def _takes_one(socket: SocketSpec) -> bool:
    """Whether a list at this socket means one run for every item; a size is no list of numbers."""
    return socket.each and not socket.type.many and socket.type.name != "Size"
