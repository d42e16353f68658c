"""One run: finds out, from the targets backwards, what is known already, and does the rest.

Nodes stand on a plain list while they wait for others, so that a chain of any length needs no
recursion, and what a node does not ask for is never evaluated. The work of a node is a generator:
it yields what it has to wait for and goes on where it was.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.engine.beside import Beside
from app.engine.calling import Kind, kind_of
from app.engine.context import Surroundings
from app.engine.doing import Doing
from app.engine.errors import MissingInput
from app.engine.failures import Failure
from app.engine.history import History
from app.engine.inscribing import Inscriber
from app.engine.items import accepted, needed_by
from app.engine.ledger import Known, Ledger, Stages, links_of
from app.engine.performing import Job
from app.engine.plan import Link, Plan, PlanNode
from app.engine.services import NodeKinds
from app.graph.spec import Plain

Steps = Generator["str | Steps", None, None]
"""Work that yields what has to be done first: nodes to settle, or other work."""


class Evaluation:
    """One run of one plan; ``close`` must be called at its end.

    ``memory`` outlives it and makes unchanged nodes cheap to pass; so does ``history``, by which
    nodes that run can say why, and what goes on ``beside`` the device.
    """

    def __init__(
        self,
        around: Surroundings,
        plan: Plan,
        kinds: NodeKinds,
        memory: dict[str, Known],
        history: History,
        beside: Beside,
    ) -> None:
        around = replace(around, inscriber=Inscriber(plan, kinds, self._came_out))
        self.ledger = Ledger(around, plan, kinds, memory, history)
        self._doing = Doing(around, plan, kinds, self.ledger, beside)
        self._around = around
        self._plan = plan
        self._kinds = kinds
        self._memory = memory

    def _came_out(self, link: Link) -> Any:
        """The value behind a link, if it is still at hand; asked from any thread."""
        fingerprint = self.ledger.outcomes.get(link.address, {}).get(link.output)
        kept = self._around.cache.find(fingerprint) if fingerprint else None
        return kept.value if kept else None

    def settle(self, target: str) -> None:
        """Evaluate ``target`` and what it asks for; raises Stopped."""
        stack: list[str | Steps] = [target]
        while stack:
            top = stack[-1]
            if isinstance(top, str):
                self._visit(top, stack)
                continue
            first = next(top, None)
            if first is None:
                stack.pop()
            else:
                stack.append(first)

    def finish(self) -> None:
        """Wait for what goes on beside the device; raises Stopped."""
        self._doing.finish()

    def close(self) -> None:
        """End what goes on beside the device, after Stop or not."""
        self._doing.close()

    def _visit(self, address: str, stack: list[str | Steps]) -> None:
        """Settle the node on top of ``stack``, put on top what it waits for, or begin its work.

        This is all that happens to a node where nothing that it used has changed, so it is kept
        short and free of objects.
        """
        outcomes = self.ledger.outcomes
        node = self._plan.nodes.get(address)
        if node is None or address in outcomes:
            stack.pop()
            if address not in outcomes:
                self.ledger.refuse(address)
            return
        known = self._memory.get(address)
        # Plans share the nodes that no edit has touched: the same object is the same node.
        if known is not None and known.node is node:
            waiting = _waiting_for(known, outcomes)
            if waiting:
                stack.extend(waiting)
                return
            if known.job is not None:
                self._doing.before_reading(known.job)
            if waiting is not None and self.ledger.recall(node, known):
                stack.pop()
                return
        stack[-1] = self._work(node)

    def _work(self, node: PlanNode, again: bool = False) -> Steps:
        """Find out what a node gives from the key of its work, or by running it.

        ``again`` runs it in any case: its result is known, but the bytes are gone.
        """
        if again:
            self.ledger.holding.expect(node)
        kind = self.ledger.attempt(
            node, lambda: kind_of(self._kinds, node, self._around.environment, self._around.place)
        )
        if kind is None:
            return
        named = kind.spec.parameters_by_name
        wired = tuple(name for name in node.inputs if name in named)
        sockets = tuple(name for name in node.inputs if name not in named)
        yield from self._settle_all(node, wired)
        yield from self._bring(node, wired)
        if self.ledger.is_blocked(node, wired):
            if self._kinds.needs(node.type, node.parameters) is None:
                yield from self._settle_all(node, sockets)  # they do not depend on what failed
            self.ledger.skip(node, wired)
            return
        parameters = self.ledger.attempt(node, lambda: self._parameters(node, kind, wired))
        if parameters is None:
            return
        if wired:
            needed = needed_by(self._kinds, node.type, parameters)
            sockets = tuple(name for name in sockets if needed is None or name in needed)
            if self._lacks_input(node, kind, needed):
                return
        yield from self._settle_all(node, sockets)
        job = Job(node.address, node.title, kind, parameters)
        yield from self._make(node, job, (wired, sockets), again)

    def _make(self, node: PlanNode, job: Job, used: Stages, again: bool) -> Steps:
        """Look the result up by its key, else bring the values in hand and run the node."""
        sockets = used[1]
        self._doing.before_reading(job)
        contents = self.ledger.attempt(node, lambda: self.ledger.contents(job))
        if contents is None:
            return
        job = replace(job, contents=contents)
        while not self.ledger.skip(node, sockets):
            job = replace(job, prints=self.ledger.prints(node, sockets))
            self._doing.before_look_up(job)
            if not again and self.ledger.look_up(node, job, used):
                return
            yield from self._bring(node, sockets)
            # A producer that had to run once more may have come out differently, or not at all.
            if self.ledger.is_blocked(node, sockets):
                continue
            if job.prints == self.ledger.prints(node, sockets):
                self._run(node, job, used)
                return

    def _run(self, node: PlanNode, job: Job, used: Stages) -> None:
        self.ledger.holding.begin(self._plan.nodes.values(), self.ledger.outcomes)
        self._doing.do(node, job, used, self._values(node, job.kind, used[1]))

    def _settle_all(self, node: PlanNode, names: Iterable[str]) -> Steps:
        """Settle whatever feeds the inputs ``names``."""
        for address, _ in links_of(node, names):
            if address not in self.ledger.outcomes:
                yield address

    def _bring(self, node: PlanNode, names: Iterable[str]) -> Steps:
        """Take the values on the inputs ``names`` in hand; those that are gone are made again."""
        for link in links_of(node, names):
            fingerprint = self.ledger.outcomes[link.address].get(link.output)
            if fingerprint is not None and not self.ledger.holding.take(link, fingerprint):
                self.ledger.holding.begin(self._plan.nodes.values(), self.ledger.outcomes)
                yield self._work(self._plan.nodes[link.address], again=True)

    def _values(self, node: PlanNode, kind: Kind, sockets: Iterable[str]) -> dict[str, Any]:
        """What lies on the sockets: one value each, or a tuple on a variadic one."""
        found: dict[str, Any] = {}
        for name in sockets:
            values = tuple(map(self.ledger.holding.value, node.inputs[name]))
            found[name] = values if kind.spec.sockets_by_name[name].variadic else values[0]
        return found

    def _parameters(self, node: PlanNode, kind: Kind, wired: Sequence[str]) -> Mapping[str, Plain]:
        """All parameters in canonical form; raises BadValue for what a wire must not bring."""
        if not wired:
            return node.parameters
        found = dict(node.parameters)
        for name in wired:
            value = self.ledger.holding.value(node.inputs[name][0])
            found[name] = accepted(kind.spec.parameters_by_name[name], value)
        return found

    def _lacks_input(self, node: PlanNode, kind: Kind, needed: frozenset[str] | None) -> bool:
        """Fail a node that needs an input, as only the run could tell, which is not connected."""
        for socket in kind.spec.inputs:
            wanted = socket.required and (needed is None or socket.name in needed)
            if wanted and socket.name not in node.inputs:
                message = MissingInput(node=node.title, input=socket.name).message
                self.ledger.fail(node, Failure(message))
                return True
        return False


def _waiting_for(known: Known, outcomes: Mapping[str, Mapping[str, str]]) -> list[str] | None:
    """The nodes to settle before it can be told whether ``known`` holds; None if it does not."""
    waiting: list[str] = []
    for links in known.stages:
        changed = False
        for source, output, fingerprint in links:
            found = outcomes.get(source)
            if found is None:
                waiting.append(source)
            elif found.get(output) != fingerprint:
                changed = True
        if waiting or changed:
            waiting.reverse()  # the last one on the stack comes first
            return waiting or None
    return waiting
