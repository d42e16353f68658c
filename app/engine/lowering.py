"""From a document to a plan: the flat list of work that its targets need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from app.engine.plan import Plan, PlanNode
from app.engine.planning import Draft, plan_node
from app.engine.routes import Routes
from app.engine.targets import Names, Overrides, requested, switched
from app.engine.walk import Walk
from app.graph.document import Graph, Snapshot
from app.graph.errors import LoomError, Message
from app.graph.flattening import Flattening, Made
from app.graph.interface import definition_of
from app.graph.kinds import Kinds, base_of
from app.graph.spec import NodeSpec
from app.graph.subgraphs import DocumentKinds, within


def lower(
    snapshot: Snapshot,
    kinds: Kinds,
    targets: Sequence[str] | None = None,
    overrides: Overrides | None = None,
    graph_text: str = "",
) -> Plan:
    """The plan of ``targets``: all nodes marked as targets where None, else all that feed nothing.

    Nodes are named by id or by a unique title, those in subgraphs by a path of these. Subgraphs are
    expanded as if their nodes lay in the root, under addresses that are paths of ids. Bypassed and
    muted nodes are taken out, overrides stand in for values and for wires, inputs that are not
    needed are left out. What cannot run is in ``refused``; a request that names what does not
    exist, or a value that is not allowed, raises a LoomError. Linear in nodes and wires. Nodes that
    did not change since the last call with the same ``kinds`` give the same objects, an unchanged
    snapshot the same plan.
    """
    memory = _MEMORIES.setdefault(base_of(kinds), Memory())
    return _Lowering(within(kinds, snapshot), memory).plan(
        snapshot, targets, overrides or {}, graph_text
    )


@dataclass(frozen=True, eq=False)
class _Entry:
    """What a node came down to the last time: a plan node, or the reason why it cannot run."""

    draft: Draft
    made: PlanNode | Message


class Memory:
    """What earlier lowerings came to. Holds no registry, so that one may go while this stays."""

    def __init__(self) -> None:
        self.specs: dict[str, NodeSpec | None] = {}
        self.entries: dict[str, _Entry] = {}
        self.flat: dict[str, Made] = {}
        self.last: tuple[Snapshot, object, Plan] | None = None

    def check(self, kinds: Kinds) -> None:
        """Start over where a kind was installed, removed or replaced since the last time."""
        if any(kinds.spec(type) is not spec for type, spec in self.specs.items()):
            self.specs.clear()
            self.entries.clear()
            self.last = None

    def trim(self, graph: Graph) -> None:
        """Stay in proportion to the graph: undo may bring nodes back, but not for ever."""
        if len(self.entries) > 2 * len(graph.nodes) + 1000:
            self.entries = {id: e for id, e in self.entries.items() if id in graph.nodes}
        if len(self.flat) > 2 * len(graph.nodes) + 1000:
            self.flat = {id: made for id, made in self.flat.items() if id in graph.nodes}


_MEMORIES: WeakKeyDictionary[Kinds, Memory] = WeakKeyDictionary()


@dataclass(frozen=True)
class _Lowering:
    """One call of ``lower``."""

    kinds: DocumentKinds
    memory: Memory

    def plan(
        self, snapshot: Snapshot, targets: Sequence[str] | None, overrides: Overrides, text: str
    ) -> Plan:
        """The plan, or the last one where the same is asked of the same snapshot."""
        memory = self.memory
        memory.check(self.kinds.base)
        asked = (None if targets is None else tuple(targets), dict(overrides), text)
        if memory.last and memory.last[0] is snapshot and memory.last[1] == asked:
            return memory.last[2]
        flat = Flattening(self.kinds, memory.flat)
        graph = flat.graph
        names = Names(flat, self.kinds)
        routes = Routes(graph, self._spec)
        replaced = names.replaced(overrides)
        ids = requested(graph, names, targets)
        wanted, muted = switched(graph, self.kinds, routes, ids)
        walk = Walk(graph, routes, replaced, self._made)
        for target in wanted:
            walk.reach(target)
        walk.refuse_loops(self.kinds)
        muted |= walk.muted
        plan = Plan(walk.nodes, tuple(wanted), walk.refused, frozenset(muted), text)
        memory.trim(graph)
        memory.last = (snapshot, asked, plan)
        return plan

    def _made(self, draft: Draft) -> PlanNode | Message:
        """What a node comes down to: the same object as before where nothing changed."""
        id = draft.node.id
        entry = self.memory.entries.get(id)
        if entry is None or not entry.draft.same_work(draft):
            self._spec(draft.node.type)
            entry = _Entry(draft, self._make(id, draft))
            self.memory.entries[id] = entry
        return entry.made

    def _make(self, address: str, draft: Draft) -> PlanNode | Message:
        try:
            return plan_node(draft, self.kinds, address)
        except LoomError as error:
            return error.message

    def _spec(self, type: str) -> NodeSpec | None:
        if definition_of(type) is not None:
            return self.kinds.spec(type)
        if type not in self.memory.specs:
            self.memory.specs[type] = self.kinds.spec(type)
        return self.memory.specs[type]
