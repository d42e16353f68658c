"""Has the work of nodes done: here, or beside the device. The books are kept on this thread only.

What runs beside the device is what reads, decodes, encodes or writes and says so
(``off_device``): head starts of nodes without inputs, and nodes for whose result nobody waits.
Both come out as if they had run here, one after the other.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from queue import SimpleQueue
from typing import Any

from app.engine.beside import Beside
from app.engine.calling import summaries
from app.engine.context import Surroundings
from app.engine.events import Event, NodeProgressed
from app.engine.head_starts import Done, Head
from app.engine.items import has_lists, variants
from app.engine.ledger import Ledger, Stages
from app.engine.performing import Job, perform
from app.engine.plan import Plan, PlanNode
from app.engine.pool import Task
from app.engine.report import Account
from app.engine.services import NodeKinds
from app.sdk.context import Stopped

_MOST_ERRANDS = 4
"""Results that wait to be put away: they take memory."""

_LOOK_SECONDS = 0.05


@dataclass(frozen=True, eq=False)
class Errand:
    """A node that runs, and all that its entry in the books needs."""

    node: PlanNode
    job: Job
    used: Stages
    account: Account
    task: Task[Done]


class Doing:
    """Runs the nodes of one run, whose inputs are in hand. ``close`` must be called at its end."""

    def __init__(
        self, around: Surroundings, plan: Plan, kinds: NodeKinds, ledger: Ledger, beside: Beside
    ) -> None:
        self._quiet = around
        self._around = replace(around, attend=self.attend)
        self._plan = plan
        self._kinds = kinds
        self._ledger = ledger
        self._beside = beside
        self._term = beside.begin_run(around)
        self._has_begun = False
        self._errands: deque[Errand] = deque()
        self._told: SimpleQueue[Event] = SimpleQueue()

    def do(self, node: PlanNode, job: Job, used: Stages, inputs: Mapping[str, Any]) -> None:
        """Run a node, or have it run beside the device; raises Stopped."""
        self._around.check()
        self._begin()
        aside, spec = self._may_go_aside(node, job, inputs), job.kind.spec
        if aside:
            self._wait_while(lambda: len(self._errands) >= _MOST_ERRANDS)
        elif spec.acts or (spec.off_device and has_lists(spec, job.parameters, inputs)):
            # Files are numbered in order, and an item of a list may be what is under way.
            self._wait_while(lambda: bool(self._errands))
        account = self._ledger.begin(job)
        around = replace(self._quiet, emit=self._told.put) if aside else self._around
        task = Task(lambda: self._perform(job, inputs, account, around))
        errand = Errand(node, job, used, account, task)
        if aside:
            self._errands.append(errand)
            if not self._beside.put_away(task):
                task()
        else:
            self._do_here(errand)

    def before_look_up(self, job: Job) -> None:
        """The result of ``job`` is about to be looked up: wait if it is being made."""
        if self._errands:
            key = job.key()
            self._wait_while(lambda: any(errand.job.key() == key for errand in self._errands))

    def before_reading(self, job: Job) -> None:
        """What ``job`` reads is about to be looked at: wait if it may be written just now."""
        if self._errands and self._reads_saved_files(job):
            self._wait_while(lambda: bool(self._errands))

    def finish(self) -> None:
        """Wait until all is done; raises Stopped."""
        self._wait_while(lambda: bool(self._errands))

    def close(self) -> None:
        """End what goes on beside: whole where it began, not at all where it did not."""
        begun = [errand for errand in self._errands if not errand.task.cancel()]
        self._errands.clear()
        for errand in begun:
            errand.task.wait()
        self._beside.end_run(self._term)
        self._forward()
        for errand in begun:
            with suppress(Stopped):
                self._book(errand)

    def attend(self) -> None:
        """Take note of what has come to its end beside the device, and of what is to run next."""
        self._beside.look_ahead(self._plan, self._quiet)
        if not self._errands:
            return
        ended = [errand for errand in self._errands if errand.task.done]
        self._forward()
        for errand in ended:
            self._errands.remove(errand)
            self._book(errand)

    def _begin(self) -> None:
        """Give head starts, once there is really something to do."""
        if not self._has_begun:
            self._has_begun = True
            outcomes = self._ledger.outcomes
            self._beside.bring_near(self._plan, self._quiet, self._term, outcomes)
            self._beside.look_ahead(self._plan, self._quiet)

    def _may_go_aside(self, node: PlanNode, job: Job, inputs: Mapping[str, Any]) -> bool:
        """Whether nobody waits for a node that needs no device. One with lists has several keys."""
        spec = job.kind.spec
        fits = self._beside.is_open and spec.off_device and bool(node.inputs)
        if not fits or has_lists(spec, job.parameters, inputs):
            return False
        return not self._ledger.holding.is_awaited(node.address)

    def _do_here(self, errand: Errand) -> None:
        """Run a node on this thread, or take its head start."""
        spec = errand.job.kind.spec
        early = spec.off_device and not errand.node.inputs and not spec.acts
        head = self._beside.take(errand.job.key()) if early else None
        if head is not None:
            self._wait_for(head)
            if not head.task.gave_up:
                self._retell(head, errand.node.address)
                self._book(replace(errand, task=head.task))
                return
        errand.task()
        self._book(errand)

    def _wait_for(self, head: Head) -> None:
        while not head.task.wait(_LOOK_SECONDS):
            self._around.check()
            self.attend()

    def _retell(self, head: Head, address: str) -> None:
        """Tell of the progress of a head start, perhaps another node's, as that of this one."""
        for event in head.told:
            if isinstance(event, NodeProgressed):
                self._around.emit(replace(event, run=self._around.run, node=address))

    def _perform(
        self, job: Job, inputs: Mapping[str, Any], account: Account, around: Surroundings
    ) -> Done:
        result = perform(job, inputs, around, self._ledger, account.tally)
        return Done(result, summaries(result.values))

    def _book(self, errand: Errand) -> None:
        """Enter how a node came out, on this thread."""
        node, task = errand.node, errand.task
        self._around.order.put_back()  # of what ran beside, only now it can be
        done = self._ledger.attempt(node, task.result, time.perf_counter() - task.seconds)
        if done is not None:
            made, words = done
            self._ledger.finish(
                node, errand.job, made, errand.used, task.seconds, errand.account.tally
            )
            self._ledger.report.finished(
                node.address, task.seconds, made.fingerprints, words, errand.account
            )

    def _forward(self) -> None:
        while not self._told.empty():
            self._around.emit(self._told.get())

    def _wait_while(self, busy: Callable[[], bool]) -> None:
        """Wait for what goes on beside the device; raises Stopped."""
        while busy():
            self._around.check()
            self._errands[0].task.wait(_LOOK_SECONDS)
            self.attend()

    def _reads_saved_files(self, job: Job) -> bool:
        """Whether a node reads in the folder where files are saved."""
        try:
            saved = self._around.folder.resolve()
            paths = [
                path.resolve()
                for parameters in variants(job.parameters)
                for path in self._kinds.reads(job.kind.spec.type, parameters)
            ]
        except Exception:  # whoever reads will meet the same, and tell
            return False
        return any(p.is_relative_to(saved) or saved.is_relative_to(p) for p in paths)
