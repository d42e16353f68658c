"""What a run would have to do, told without doing it: only keys are made and looked up."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.engine.calling import Kind, kind_of
from app.engine.context import Surroundings
from app.engine.evaluation import accepted
from app.engine.forecast import Forecast, NodeForecast
from app.engine.ledger import links_of
from app.engine.outside import contents, is_intact, model_contents, written
from app.engine.performing import Job, lists
from app.engine.plan import Plan, PlanNode
from app.engine.rehearsal import rehearse
from app.engine.services import NodeKinds
from app.graph.spec import Plain

_PATIENCE = 0.05
"""Seconds to spend on the hashes of one node's files."""


class _TakesLong(BaseException):
    """A file is so large that the run itself has to read it first."""


@dataclass(frozen=True)
class _Finding:
    """What is known of a node beforehand: its ``outputs``, where its work was done before.

    ``used`` are the inputs that it takes, ``job`` is there where all of them are known.
    """

    used: tuple[str, ...] = ()
    job: Job | None = None
    outputs: Mapping[str, str] | None = None
    is_blocked: bool = False


class Outlook:
    """Looks ahead at one plan; used once, on the thread of the runs."""

    def __init__(self, around: Surroundings, plan: Plan, kinds: NodeKinds) -> None:
        self._around = around
        self._plan = plan
        self._kinds = kinds
        self._found: dict[str, _Finding] = {}

    def forecast(self) -> Forecast:
        """What there is to do; raises Stopped once nobody waits for it any more."""
        for address, node in self._plan.nodes.items():
            self._around.check()
            self._found[address] = self._find(node)
        to_run = self._to_run()
        running = (node for address, node in self._plan.nodes.items() if address in to_run)
        return Forecast(tuple(self._foretold(node, to_run) for node in running))

    def _find(self, node: PlanNode) -> _Finding:
        """What is known of a node whose sources were all looked at."""
        try:
            kind = kind_of(self._kinds, node, self._around.environment, self._around.folder)
            return self._look(node, kind)
        except Exception:  # the run will meet the same, and tell
            return _Finding(tuple(node.inputs), is_blocked=True)

    def _look(self, node: PlanNode, kind: Kind) -> _Finding:
        named = kind.spec.parameters_by_name
        wired = tuple(name for name in node.inputs if name in named)
        used = tuple(node.inputs)
        if self._is_blocked(node, wired):
            return _Finding(used, is_blocked=True)
        parameters = self._parameters(node, kind, wired)
        if parameters is None:
            return _Finding(used)
        needed = self._kinds.needs(node.type, parameters) if wired else None
        used = tuple(n for n in used if n in named or needed is None or n in needed)
        if self._is_blocked(node, used):
            return _Finding(used, is_blocked=True)
        sockets = tuple(name for name in used if name not in named)
        prints = self._prints(node, sockets)
        if prints is None:
            return _Finding(used)
        read = self._contents(kind, parameters)
        if read is None:
            return _Finding(used)
        job = Job(node.address, node.title, kind, parameters, read, prints)
        return _Finding(used, job, self._outputs(job))

    def _is_blocked(self, node: PlanNode, names: Iterable[str]) -> bool:
        sources = (self._found.get(link.address) for link in links_of(node, names))
        return any(found is None or found.is_blocked for found in sources)

    def _parameters(
        self, node: PlanNode, kind: Kind, wired: tuple[str, ...]
    ) -> Mapping[str, Plain] | None:
        """All parameters; None where what a wire brings is not known yet."""
        found = dict(node.parameters)
        for name in wired:
            values = self._values(node, name)
            if values is None:
                return None
            found[name] = accepted(kind.spec.parameters_by_name[name], values[0])
        return found

    def _prints(self, node: PlanNode, names: Iterable[str]) -> dict[str, list[str]] | None:
        """The fingerprints on inputs; None where one is not known yet."""
        prints: dict[str, list[str]] = {}
        for name in names:
            for address, output in node.inputs[name]:
                outputs = self._found[address].outputs
                if outputs is None or output not in outputs:
                    return None
                prints.setdefault(name, []).append(outputs[output])
        return prints

    def _values(self, node: PlanNode, name: str) -> list[Any] | None:
        """The values on an input; None where they are not at hand."""
        prints = self._prints(node, (name,))
        if prints is None:
            return None
        kept = [self._around.cache.find(fingerprint) for fingerprint in prints[name]]
        return None if None in kept else [held.value for held in kept if held is not None]

    def _contents(self, kind: Kind, parameters: Mapping[str, Plain]) -> tuple[str, ...] | None:
        """Hashes of what a node reads; None where it would take long to work them out."""
        around, spec, since = self._around, kind.spec, time.monotonic()

        def check() -> None:
            around.check()
            if time.monotonic() - since > _PATIENCE:
                raise _TakesLong

        try:
            read = contents(self._kinds, spec.type, parameters, around.files, check)
            return read + model_contents(spec, parameters, around.models, around.files, check)
        except _TakesLong:
            return None

    def _outputs(self, job: Job) -> Mapping[str, str] | None:
        """What the work is known to give; a file that it wrote must still be there."""
        outputs = self._around.cache.outputs(job.key(), quietly=True)
        if outputs is None or outputs.keys() != job.kind.spec.outputs_by_name.keys():
            return None
        if job.kind.spec.acts:
            kept = [self._around.cache.find(fingerprint) for fingerprint in outputs.values()]
            files = written(held.value for held in kept if held is not None)
            if None in kept or not all(map(is_intact, files)):
                return None
        return outputs

    def _to_run(self) -> set[str]:
        """The nodes that will work: those whose result is not known, and those whose result is
        gone though another needs it."""
        asked = self._asked_for()
        running = [a for a in asked if self._works(self._found[a])]
        known = set(running)
        while running:
            for source in self._gone(self._plan.nodes[running.pop()]):
                if source not in known:
                    known.add(source)
                    running.append(source)
        return known

    @staticmethod
    def _works(found: _Finding) -> bool:
        return found.outputs is None and not found.is_blocked

    def _asked_for(self) -> dict[str, None]:
        """All that is settled on the way back from the targets."""
        asked: dict[str, None] = {}
        waiting = list(self._plan.targets)
        while waiting:
            address = waiting.pop()
            if address in self._found and address not in asked:
                asked[address] = None
                node, used = self._plan.nodes[address], self._found[address].used
                waiting.extend(link.address for link in links_of(node, used))
        return asked

    def _gone(self, node: PlanNode) -> Iterator[str]:
        """The sources of a node whose result is known, but not its bytes."""
        for address, output in links_of(node, self._found[node.address].used):
            outputs = self._found[address].outputs
            if outputs is not None and not self._around.cache.holds(outputs.get(output, "")):
                yield address

    def _foretold(self, node: PlanNode, to_run: set[str]) -> NodeForecast:
        """What a node that works has to do."""
        found = self._found[node.address]
        sources = {link.address for link in links_of(node, found.used)}
        job = found.job if not sources & to_run else None
        steps, total, whole = self._steps(node, job)
        pace = self._around.paces.pace(node.type, self._given(node, found.used))
        seconds = pace.seconds(steps) if pace else None
        return NodeForecast(node.address, steps, total, seconds, whole and not sources & to_run)

    def _steps(self, node: PlanNode, job: Job | None) -> tuple[int, int, bool]:
        """Steps to do, of how many, and whether that is sure; all where it cannot be told yet."""
        node_class = self._kinds.node_class(node.type)
        if node_class is None or not node_class.in_steps:
            return 0, 0, True
        inputs = self._inputs(node, job) if job else None
        if job is not None and inputs is not None and not lists(job.kind.spec, inputs):
            seen = rehearse(job.kind, job.parameters, inputs, self._around)
            if seen.whole:
                return seen.steps, seen.total, True
        declared = node.parameters.get("steps")
        count = declared if isinstance(declared, int) else 0
        return count, count, False

    def _inputs(self, node: PlanNode, job: Job) -> dict[str, Any] | None:
        inputs: dict[str, Any] = {}
        for name in job.prints:
            values = self._values(node, name)
            if values is None:
                return None
            variadic = job.kind.spec.sockets_by_name[name].variadic
            inputs[name] = tuple(values) if variadic else values[0]
        return inputs

    def _given(self, node: PlanNode, used: Iterable[str]) -> float | None:
        """How many bytes come in; None where that cannot be told yet."""
        prints = self._prints(node, used)
        if prints is None:
            return None
        return self._around.cache.weight(f for found in prints.values() for f in found)
