"""What is known of the nodes of a plan before it runs: by keys, and by trying what is quick."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.engine.calling import Kind, kind_of
from app.engine.context import Surroundings
from app.engine.items import accepted, has_lists, needed_by
from app.engine.ledger import Known, links_of
from app.engine.outside import contents, is_intact, model_contents, written
from app.engine.performing import Job
from app.engine.plan import PlanNode
from app.engine.rehearsal import rehearse
from app.engine.services import NodeKinds
from app.graph.spec import Plain

_PATIENCE = 0.05
"""Seconds to spend on the hashes of one node's files."""


_QUICK = 0.02
"""Seconds that a node may have taken for it to be tried beforehand."""


class _TakesLong(BaseException):
    """A file is so large that the run itself has to read it first."""


@dataclass(frozen=True)
class Finding:
    """What is known of a node beforehand: its ``outputs``, where its work was done before.

    ``used`` are the inputs that it takes, ``job`` is there where all of them are known. One that
    was ``tried`` has to work, but is so quick that what it gives is known already.
    """

    used: tuple[str, ...] = ()
    job: Job | None = None
    outputs: Mapping[str, str] | None = None
    is_blocked: bool = False
    tried: bool = False


class Findings:
    """Looks at one node after another, sources first; ``findings`` holds what came of it.

    ``memory`` knows how nodes came out that did not change.
    """

    def __init__(self, around: Surroundings, kinds: NodeKinds, memory: Mapping[str, Known]) -> None:
        self.findings: dict[str, Finding] = {}
        self._memory = memory
        self._around = around
        self._kinds = kinds
        self._made: dict[str, Any] = {}

    def find(self, node: PlanNode) -> Finding:
        """What is known of a node whose sources were all looked at."""
        known = self._memory.get(node.address)
        if known is not None and self._still_holds(known, node):
            return Finding(tuple(node.inputs), outputs=known.outputs)
        return self.find_anew(node)

    def _still_holds(self, known: Known, node: PlanNode) -> bool:
        """Whether a node would come out as it did: the same one, on equal values, on all inputs."""
        if known.node is not node or known.job is not None:
            return False
        links = [link for stage in known.stages for link in stage]
        return len(links) == sum(map(len, node.inputs.values())) and all(
            self._print(address, output) == fingerprint for address, output, fingerprint in links
        )

    def _print(self, address: str, output: str) -> str | None:
        """The fingerprint of an output; None where it is not known, or the node was refused."""
        found = self.findings.get(address)
        return found.outputs.get(output) if found and found.outputs else None

    def find_anew(self, node: PlanNode) -> Finding:
        """What is known of a node by its key, with the job that makes it."""
        try:
            kind = kind_of(self._kinds, node, self._around.environment, self._around.place)
            return self._look(node, kind)
        except Exception:  # the run will meet the same, and tell
            return Finding(tuple(node.inputs), is_blocked=True)

    def _look(self, node: PlanNode, kind: Kind) -> Finding:
        named = kind.spec.parameters_by_name
        wired = tuple(name for name in node.inputs if name in named)
        used = tuple(node.inputs)
        if self._is_blocked(node, wired):
            return Finding(used, is_blocked=True)
        parameters = self._parameters(node, kind, wired)
        if parameters is None:
            return Finding(used)
        needed = needed_by(self._kinds, node.type, parameters) if wired else None
        used = tuple(n for n in used if n in named or needed is None or n in needed)
        if self._is_blocked(node, used):
            return Finding(used, is_blocked=True)
        sockets = tuple(name for name in used if name not in named)
        prints = self._prints(node, sockets)
        if prints is None:
            return Finding(used)
        read = self._contents(kind, parameters)
        if read is None:
            return Finding(used)
        job = Job(node.address, node.title, kind, parameters, read, prints)
        outputs = self._outputs(job)
        if outputs is None and self._is_quick(node, kind, used):
            outputs = self._try(node, job)
            return Finding(used, job, outputs, tried=outputs is not None)
        return Finding(used, job, outputs)

    def _is_quick(self, node: PlanNode, kind: Kind, used: Iterable[str]) -> bool:
        """Whether a node may be tried: others like it took next to no time, and changed nothing."""
        if kind.spec.acts or kind.node_class.in_steps:
            return False
        pace = self._around.paces.pace(node.type, self.given(node, used))
        return pace is not None and pace.apart < _QUICK

    def _try(self, node: PlanNode, job: Job) -> Mapping[str, str] | None:
        """What a quick node gives, held for this forecast alone; None where it wants more."""
        inputs = self.inputs(node, job)
        if inputs is None or has_lists(job.kind.spec, job.parameters, inputs):
            return None
        made = rehearse(job.kind, job.parameters, inputs, self._around).made
        if made is None:
            return None
        self._made.update((made.fingerprints[name], made.values[name]) for name in made.values)
        return made.fingerprints

    def _is_blocked(self, node: PlanNode, names: Iterable[str]) -> bool:
        sources = (self.findings.get(link.address) for link in links_of(node, names))
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
                fingerprint = self._print(address, output)
                if fingerprint is None:
                    return None
                prints.setdefault(name, []).append(fingerprint)
        return prints

    def _values(self, node: PlanNode, name: str) -> list[Any] | None:
        """The values on an input; None where they are not at hand."""
        prints = self._prints(node, (name,))
        if prints is None:
            return None
        found: list[Any] = []
        for fingerprint in prints[name]:
            held = self._around.cache.find(fingerprint)
            if held is None and fingerprint not in self._made:
                return None
            found.append(held.value if held is not None else self._made[fingerprint])
        return found

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

    def inputs(self, node: PlanNode, job: Job) -> dict[str, Any] | None:
        """The values on the sockets of a node; None where one is not at hand."""
        inputs: dict[str, Any] = {}
        for name in job.prints:
            values = self._values(node, name)
            if values is None:
                return None
            variadic = job.kind.spec.sockets_by_name[name].variadic
            inputs[name] = tuple(values) if variadic else values[0]
        return inputs

    def given(self, node: PlanNode, used: Iterable[str]) -> float | None:
        """How many bytes come in; None where that cannot be told yet."""
        prints = self._prints(node, used)
        if prints is None:
            return None
        return self._around.cache.weight(f for found in prints.values() for f in found)
