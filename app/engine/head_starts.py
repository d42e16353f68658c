"""Head starts: what a run will surely ask for is done before it does, beside the device."""

from __future__ import annotations

import threading
from collections.abc import Container
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import NamedTuple

from app.engine.calling import Made, kind_of, summaries
from app.engine.context import Surroundings
from app.engine.demand import early
from app.engine.events import Event
from app.engine.outside import contents, model_contents
from app.engine.performing import Job, NoBooks, perform
from app.engine.plan import Plan, PlanNode
from app.engine.pool import Task
from app.engine.services import NodeKinds
from app.engine.tally import Tally
from app.sdk.context import Stopped

_MOST = 4
"""Finished head starts of one run that wait to be taken: pictures may be large."""

_LOOK_SECONDS = 0.05


class Done(NamedTuple):
    """What a node gave, also in words."""

    made: Made
    words: dict[str, str]


@dataclass(frozen=True, eq=False)
class Term:
    """How long head starts for a run are of use: until it is ``over``, or the user stops it."""

    stop: threading.Event
    over: threading.Event

    @property
    def ended(self) -> bool:
        """Whether nobody will ask for them any more."""
        return self.stop.is_set() or self.over.is_set()


@dataclass(frozen=True, eq=False)
class Head:
    """A head start for ``term``, and what the node has ``told`` of its progress."""

    term: Term
    task: Task[Done]
    told: list[Event]


class HeadStarts:
    """Head starts by the keys of their work, for the runs that are and the one that comes next.

    Each piece of work is begun once: beside the device, or by the run itself when it comes first.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._heads: dict[str, Head] = {}
        self._asked: set[str] = set()

    def has_room(self, term: Term) -> bool:
        """Whether another head start for ``term`` may be begun."""
        return sum(head.term is term for head in list(self._heads.values())) < _MOST

    def wait_for_room(self, term: Term) -> None:
        """Wait until another may be begun, or none need be."""
        with self._changed:
            while not (term.ended or self.has_room(term)):
                self._changed.wait(_LOOK_SECONDS)

    def begin(self, key: str, head: Head) -> None:
        """Do the work of ``head`` on the calling thread, unless it was begun or is of no use."""
        with self._changed:
            if head.term.ended or key in self._heads or key in self._asked:
                return
            self._heads[key] = head
        head.task()

    def take(self, key: str) -> Head | None:
        """The head start with this key; where there is none, there will be none any more."""
        with self._changed:
            self._asked.add(key)
            self._changed.notify_all()
            return self._heads.pop(key, None)

    def forget(self) -> None:
        """A run has ended: drop what was for it, and what is of no use for other reasons."""
        with self._changed:
            self._asked.clear()
            self._heads = {key: h for key, h in self._heads.items() if not h.term.ended}
            self._changed.notify_all()


@dataclass(frozen=True)
class Scout:
    """Begins what ``plan`` will ask for; called on a thread of the pool.

    ``patient`` ones wait while too many head starts have not been taken.
    """

    plan: Plan
    kinds: NodeKinds
    around: Surroundings
    heads: HeadStarts
    term: Term
    patient: bool

    def go(self, settled: Container[str] = ()) -> None:
        """Begin one after the other, but none of those that are ``settled`` by then."""
        with suppress(Stopped):
            for node in early(self.plan, self.kinds):
                if self.patient:
                    self.heads.wait_for_room(self.term)
                if self.term.ended or not self.heads.has_room(self.term):
                    return
                if node.address not in settled:
                    self._begin(node)

    def _begin(self, node: PlanNode) -> None:
        try:
            job = self._job(node)
            key = job.key()
        except Exception:  # the run will meet the same, and tell
            return
        if self.around.cache.outputs(key) is None:
            told: list[Event] = []
            around = replace(self.around, emit=told.append)
            task = Task(lambda: done(job, around))
            self.heads.begin(key, Head(self.term, task, told))

    def _job(self, node: PlanNode) -> Job:
        around = self.around
        kind = kind_of(self.kinds, node, around.environment, around.place)
        job = Job(node.address, node.title, kind, node.parameters)
        read = contents(self.kinds, node.type, job.parameters, around.files, around.check)
        models = model_contents(
            kind.spec, job.parameters, around.models, around.files, around.check
        )
        return replace(job, contents=read + models)


def done(job: Job, around: Surroundings) -> Done:
    """The work of a node without inputs; raises what the node raises."""
    result = perform(job, {}, around, NoBooks(), Tally(job.address, {}))
    return Done(result, summaries(result.values))
