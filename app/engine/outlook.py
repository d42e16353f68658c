"""Makes the forecast of a run: looks ahead along its plan without doing any work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.engine.context import Surroundings
from app.engine.findings import Finding, Findings
from app.engine.forecast import Forecast, NodeForecast
from app.engine.history import History
from app.engine.items import has_lists
from app.engine.ledger import Known, links_of
from app.engine.performing import Job
from app.engine.plan import Plan, PlanNode
from app.engine.rehearsal import rehearse
from app.engine.services import NodeKinds


class Outlook:
    """Looks ahead at one plan; used once, on the thread of the runs."""

    def __init__(
        self,
        around: Surroundings,
        plan: Plan,
        kinds: NodeKinds,
        memory: Mapping[str, Known],
        history: History,
    ) -> None:
        self._around = around
        self._plan = plan
        self._history = history
        self._kinds = kinds
        self._seen = Findings(around, kinds, memory)

    def forecast(self) -> Forecast:
        """What there is to do; raises Stopped once nobody waits for it any more."""
        for address, node in self._plan.nodes.items():
            self._around.check()
            self._seen.findings[address] = self._seen.find(node)
        to_run = self._to_run()
        running = (node for address, node in self._plan.nodes.items() if address in to_run)
        return Forecast(tuple(self._foretold(node, to_run) for node in running))

    def _to_run(self) -> set[str]:
        """The nodes that will work: those whose result is not known, and those whose result is
        gone though another needs it."""
        asked = self._asked_for()
        running = [a for a in asked if self._works(self._seen.findings[a])]
        known = set(running)
        while running:
            for source in self._gone(self._plan.nodes[running.pop()]):
                if source not in known:
                    known.add(source)
                    self._seen.findings[source] = self._seen.find_anew(self._plan.nodes[source])
                    running.append(source)
        return known

    @staticmethod
    def _works(found: Finding) -> bool:
        return (found.outputs is None or found.tried) and not found.is_blocked

    def _asked_for(self) -> dict[str, None]:
        """All that is settled on the way back from the targets."""
        asked: dict[str, None] = {}
        waiting = list(self._plan.targets)
        while waiting:
            address = waiting.pop()
            if address in self._seen.findings and address not in asked:
                asked[address] = None
                node, used = self._plan.nodes[address], self._seen.findings[address].used
                waiting.extend(link.address for link in links_of(node, used))
        return asked

    def _gone(self, node: PlanNode) -> Iterator[str]:
        """The sources of a node whose result is known, but not its bytes."""
        for address, output in links_of(node, self._seen.findings[node.address].used):
            # Where a wired value is not known yet, nobody knows whether a refused source is needed.
            found = self._seen.findings.get(address)
            if found is None or found.outputs is None or found.tried:
                continue
            if not self._around.cache.holds(found.outputs.get(output, "")):
                yield address

    def _foretold(self, node: PlanNode, to_run: set[str]) -> NodeForecast:
        """What a node that works has to do."""
        found = self._seen.findings[node.address]
        sources = {link.address for link in links_of(node, found.used)}
        unknown = {
            address for address in sources & to_run if not self._seen.findings[address].tried
        }
        job = None if unknown else found.job
        steps, total, whole = self._steps(node, job)
        pace = self._around.paces.pace(node.type, self._seen.given(node, found.used))
        seconds = pace.seconds(steps) if pace else None
        reasons = self._history.foretold(job, self._around.environment) if job else ()
        return NodeForecast(node.address, steps, total, seconds, whole and not unknown, reasons)

    def _steps(self, node: PlanNode, job: Job | None) -> tuple[int, int, bool]:
        """Steps to do, of how many, and whether that is sure; all where it cannot be told yet."""
        node_class = self._kinds.node_class(node.type)
        if node_class is None or not node_class.in_steps:
            return 0, 0, True
        inputs = self._seen.inputs(node, job) if job else None
        if (
            job is not None
            and inputs is not None
            and not has_lists(job.kind.spec, job.parameters, inputs)
        ):
            seen = rehearse(job.kind, job.parameters, inputs, self._around)
            if seen.whole:
                return seen.steps, seen.total, True
        declared = node.parameters.get("steps")
        count = declared if isinstance(declared, int) else 0
        return count, count, False
