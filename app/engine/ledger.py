"""How the nodes of one run come out: what they gave, or what kept them from it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from app.engine.calling import Made, guarded
from app.engine.context import Surroundings
from app.engine.failures import Failure, portable
from app.engine.history import History
from app.engine.holding import Holding
from app.engine.keys import key_as_made
from app.engine.outside import contents, is_intact, model_contents, written
from app.engine.performing import Job, keep
from app.engine.plan import Link, Plan, PlanNode
from app.engine.report import Account, Report
from app.engine.services import NodeKinds
from app.engine.tally import Tally
from app.graph.errors import Cycle

T = TypeVar("T")

Stages = tuple[tuple[str, ...], tuple[str, ...]]
"""What a node takes from its wires: parameters, and then the sockets that these make it need."""

_NOTHING: Mapping[str, str] = {}
_PUT_DOWN_SECONDS = 0.5


@dataclass(frozen=True, eq=False, slots=True)
class Known:
    """How a node came out in an earlier run.

    ``stages`` are the inputs that it used with the fingerprints on them: those of its parameters,
    which decide about the others, come first. ``job`` is there for nodes whose result may go stale
    by itself, as it depends on files.
    """

    node: PlanNode
    stages: tuple[tuple[tuple[str, str, str], ...], ...]
    outputs: Mapping[str, str]
    job: Job | None


class Ledger:
    """The books of one run. ``memory`` and ``history`` outlive it.

    ``outcomes`` holds fingerprints by output name for every node that is settled, none for those
    that give nothing; ``causes`` names for these the node at fault; ``files`` the paths that nodes
    have written, now or before.
    """

    def __init__(
        self,
        around: Surroundings,
        plan: Plan,
        kinds: NodeKinds,
        memory: dict[str, Known],
        history: History,
    ) -> None:
        self.outcomes: dict[str, Mapping[str, str]] = {}
        self.causes: dict[str, str] = {}
        self.files: dict[str, tuple[str, ...]] = {}
        self.report = Report(around.run, around.emit)
        self.holding = Holding(around.cache)
        self._around = around
        self._plan = plan
        self._kinds = kinds
        self._memory = memory
        self._history = history

    def refuse(self, address: str) -> None:
        """A node that is not in the plan gives nothing: it was refused, or switched off.

        Nodes on a circle are refused together, as it is the same fault.
        """
        refusal = self._plan.refused.get(address)
        together = [address]
        if refusal is not None and refusal.id == Cycle.__name__:
            together = [other for other, why in self._plan.refused.items() if why is refusal]
        for node in together:
            self.outcomes[node] = _NOTHING
            self.causes[node] = node
            if refusal is not None:
                self.report.failed(node, Failure(portable(refusal)), 0.0)

    def attempt(
        self, node: PlanNode, work: Callable[[], T], began: float | None = None
    ) -> T | None:
        """What ``work`` gives; None once it raised, and then the node has failed.

        ``began`` is the performance counter's time at which a node began to run.
        """
        done = guarded(self._around, node.title, work)
        if isinstance(done, Failure):
            self.fail(node, done, time.perf_counter() - began if began else 0.0)
            return None
        return done

    def fail(self, node: PlanNode, failure: Failure, seconds: float = 0.0) -> None:
        """The node could not do its work."""
        self.causes[node.address] = node.address
        self._settle(node, _NOTHING)
        self.report.failed(node.address, failure, seconds)

    def is_blocked(self, node: PlanNode, names: Iterable[str]) -> bool:
        """Whether one of the inputs ``names`` of a node gives nothing."""
        return any(address in self.causes for address, _ in links_of(node, names))

    def skip(self, node: PlanNode, names: Iterable[str]) -> bool:
        """Pass over a node if one of its inputs ``names`` gives nothing; whether that is so."""
        cause = next((self.causes[a] for a, _ in links_of(node, names) if a in self.causes), None)
        if cause is None:
            return False
        self.causes[node.address] = cause
        self._settle(node, _NOTHING)
        self.report.skipped(node.address, cause)
        return True

    def prints(self, node: PlanNode, names: Iterable[str]) -> dict[str, list[str]]:
        """The fingerprints on inputs of a node, all of which are settled and give something."""
        outcomes = self.outcomes
        return {name: [outcomes[a][output] for a, output in node.inputs[name]] for name in names}

    def recall(self, node: PlanNode, known: Known) -> bool:
        """Settle an unchanged node with what it gave before, unless that has gone stale."""
        if known.job is not None and not self._is_fresh(known.job, known.outputs):
            return False
        address, outputs = node.address, known.outputs
        self.outcomes[address] = outputs
        self._tell_found(address, outputs)
        self.holding.release(node)
        return True

    def look_up(self, node: PlanNode, job: Job, used: Stages) -> bool:
        """Settle a node with the result that is known for its key; False where there is none."""
        key = job.key()
        outputs = self._around.cache.outputs(key)
        if outputs is None or not self._is_complete(job, outputs):
            return False
        self._note(node, job, outputs, used)
        if not self._history.found(job, self._around.environment, key):
            self.report.elsewhere.add(node.address)
        self._tell_found(node.address, outputs)
        return True

    def _tell_found(self, address: str, outputs: Mapping[str, str]) -> None:
        """The result of a node was there, and where."""
        cache = self._around.cache
        self.report.cached[address] = outputs
        if cache.disk is None:
            return
        for fingerprint in outputs.values():  # no generator: this runs for each unchanged node
            if fingerprint not in cache and cache.holds(fingerprint):
                self.report.on_disk.add(address)

    def begin(self, job: Job) -> Account:
        """A node begins to run: tell why."""
        outputs = self._around.cache.outputs(job.key())
        kept = outputs is not None and all(f in self._around.cache for f in outputs.values())
        whole = kept and job.kind.spec.acts
        environment = self._around.environment
        reasons = self._history.causes(job, environment, outputs is not None, whole)
        self.report.started(job.address, reasons)
        return Account(reasons, self._history.tally(job.address))

    def kept(self, job: Job, key: str) -> Made | None:
        """A result with all its bytes; None where anything of it is gone."""
        outputs = self._around.cache.outputs(key)
        found = {n: self._around.cache.find(f) for n, f in (outputs or {}).items()}
        if outputs is None or not self._is_complete(job, outputs):
            return None
        held = {name: kept for name, kept in found.items() if kept is not None}
        if len(held) < len(found):
            return None
        values = {name: kept.value for name, kept in held.items()}
        return Made(values, outputs, {name: kept.size for name, kept in held.items()})

    def finish(
        self,
        node: PlanNode,
        job: Job,
        result: Made,
        used: Stages,
        seconds: float,
        tally: Tally,
    ) -> None:
        """The node has worked: keep what it gave."""
        key = job.key()
        self._note_pace(job, seconds, tally)
        # What was computed in another way, such as in tiles, must never pass for the usual result.
        made_so = key_as_made(key, tally.numerics)
        keep(self._around.cache, made_so, result, seconds, job.lasts(result))
        self.holding.put(node.address, result.values)
        if job.kind.spec.acts:
            saved = written(result.values.values())
            self.files[node.address] = tuple(file.path for file in saved)
            if (disk := self._around.cache.disk) is not None:
                disk.flush(_PUT_DOWN_SECONDS)  # who goes on after a death must not save twice
        self._note(node, job, result.fingerprints, used)
        self._history.finished(node.address, key)

    def _note_pace(self, job: Job, seconds: float, tally: Tally) -> None:
        """Remember how long the node took on inputs of this size, without loading weights."""
        given = self._around.cache.weight(f for prints in job.prints.values() for f in prints)
        steps, in_steps = tally.run, tally.seconds
        self._around.paces.note(
            job.kind.spec.type, given or 0, seconds - tally.loading, steps, in_steps
        )

    def contents(self, job: Job) -> tuple[str, ...]:
        """Hashes of the files and models that a node reads; raises what its class raises."""
        around, spec = self._around, job.kind.spec
        read = contents(self._kinds, spec.type, job.parameters, around.files, around.check)
        return read + model_contents(
            spec, job.parameters, around.models, around.files, around.check
        )

    def _is_fresh(self, job: Job, outputs: Mapping[str, str]) -> bool:
        """Whether what a node read and wrote is still as it was."""
        now = guarded(self._around, job.title, lambda: self.contents(job))
        return now == job.contents and self._is_complete(job, outputs)

    def _is_complete(self, job: Job, outputs: Mapping[str, str]) -> bool:
        """Whether a known result is whole: declared outputs, and written files still there."""
        if outputs.keys() != job.kind.spec.outputs_by_name.keys():
            return False
        if not job.kind.spec.acts:
            return True
        found = [self._around.cache.find(fingerprint) for fingerprint in outputs.values()]
        files = list(written(kept.value for kept in found if kept is not None))
        self.files[job.address] = tuple(file.path for file in files)
        return None not in found and all(map(is_intact, files))

    def _note(self, node: PlanNode, job: Job, outputs: Mapping[str, str], used: Stages) -> None:
        """Settle a node, and remember how it came out for the runs to come."""
        stages = tuple(
            tuple((a, output, self.outcomes[a][output]) for a, output in links_of(node, names))
            for names in used
            if names
        )
        stale = job if job.kind.depends_on_files else None
        self._memory[node.address] = Known(node, stages, outputs, stale)
        self._settle(node, outputs)

    def _settle(self, node: PlanNode, outputs: Mapping[str, str]) -> None:
        self.outcomes[node.address] = outputs
        self.holding.release(node)


def links_of(node: PlanNode, names: Iterable[str]) -> Iterator[Link]:
    """The links into the inputs ``names`` of a node, in order."""
    return (link for name in names for link in node.inputs[name])
