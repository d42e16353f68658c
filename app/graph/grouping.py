"""Putting nodes into a subgraph: a definition with what was selected, and one instance of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from app.graph.boxes import graph_of, remove_frames, remove_notes
from app.graph.changes import Change
from app.graph.document import Exposed, Graph, Node, Snapshot, Socket, Source, Wire
from app.graph.interface import ENDS, INPUT, NAME, OUTPUT, PLACE, TIP, VALUE, instance_type
from app.graph.kinds import Kinds
from app.graph.naming import free_name, new_id, title_of
from app.graph.operations import NODES, Operation, Put, PutGraph, SetGraphField, SetWires
from app.graph.subgraph_errors import NothingToGroup, NotTogether
from app.graph.subgraphs import within

_LEFT, _RIGHT = 300.0, 460.0
"""How far the ends lie from the nodes, so that cards of usual width do not touch."""
_ROW = 64.0


def make_subgraph(
    snapshot: Snapshot,
    kinds: Kinds,
    ids: Iterable[str],
    title: str = "",
    *,
    graph_id: str | None = None,
) -> Change:
    """Put nodes, with frames and notes among ``ids``, into a new subgraph in their place.

    Wires across the border become inputs, one for each source, and outputs. Parameters that were
    exposed stay so. Raises NothingToGroup where no node is named, NotTogether where a node that is
    not named lies between two that are.
    """
    graph, here = graph_of(snapshot, graph_id)
    ids = tuple(ids)
    chosen = _chosen(graph, ids)
    kinds = within(kinds, snapshot)
    _refuse_between(graph, kinds, chosen)
    titles = {held.title for held in snapshot.graphs.values()}
    named = title or free_name("Subgraph", titles)
    definition = new_id(f"x.{named}", snapshot.graphs)
    group = _Group(graph, kinds, chosen)
    content = group.content(named, {id for id in ids if id not in chosen})
    instance = new_id(f"x.{named}", graph.nodes)
    middle = _middle(node.position for node in chosen.values())
    node = Node(instance, instance_type(definition), position=middle)
    boxes = remove_frames(snapshot, ids, graph_id=here).operations
    boxes += remove_notes(snapshot, ids, graph_id=here).operations
    return Change(
        "Make a subgraph",
        (
            PutGraph(definition, content),
            *group.rewired(here, instance),
            *group.removed(here),
            *boxes,
            Put(here, NODES, instance, node),
            *group.wired(here, instance),
            *group.exposed_again(here, instance),
        ),
    )


def _chosen(graph: Graph, ids: Iterable[str]) -> dict[str, Node]:
    """The nodes that go into the subgraph; raises NothingToGroup where there are none."""
    named = {id: graph.nodes[id] for id in ids if id in graph.nodes}
    # The ends of this graph are its own: in another one they would mean something else.
    chosen = {id: node for id, node in named.items() if node.type not in ENDS}
    if not chosen:
        raise NothingToGroup()
    return chosen


@dataclass
class _Group:
    """Some nodes of a graph, and the wires across their border by name."""

    graph: Graph
    kinds: Kinds
    nodes: Mapping[str, Node]
    inputs: dict[str, Source] = field(default_factory=dict)
    outputs: dict[str, Source] = field(default_factory=dict)

    def __post_init__(self) -> None:
        exposed = (item for item in self.graph.exposed if item.node in self.nodes)
        self.exposed: dict[str, Exposed] = {}
        for item in exposed:
            self.exposed[free_name(item.name, self.exposed)] = item
        for socket, source in self._entering():
            if source not in self.inputs.values():
                self.inputs[free_name(socket.name, {*self.inputs, *self.exposed})] = source
        for wire in self._leaving():
            if wire.source not in self.outputs.values():
                self.outputs[free_name(wire.source.output, self.outputs)] = wire.source

    def _entering(self) -> Iterator[tuple[Socket, Source]]:
        """From top to bottom, the sockets of each node in their order."""
        for node in sorted(self.nodes.values(), key=lambda node: (node.position[1], node.id)):
            held = self.graph.inputs_of.get(node.id, {})
            spec = self.kinds.spec(node.type)
            declared = [*spec.sockets_by_name, *spec.parameters_by_name] if spec else []
            known = [name for name in declared if name in held]
            for name in (*known, *sorted(held.keys() - known)):
                for source in held[name]:
                    if source.node not in self.nodes:
                        yield Socket(node.id, name), source

    def _leaving(self) -> Iterator[Wire]:
        for id in self.nodes:
            for wire in self.graph.consumers_of.get(id, ()):
                if wire.socket.node not in self.nodes:
                    yield wire

    def content(self, title: str, boxes: set[str]) -> Graph:
        """The definition."""
        ends = {**self._ends(INPUT, list(self.inputs)), **self._ends(OUTPUT, list(self.outputs))}
        by_name = {(n.type, str(n.parameters[NAME])): id for id, n in ends.items()}
        inner = {source: by_name[INPUT, name] for name, source in self.inputs.items()}
        wires = {
            socket: tuple(Source(inner[s], VALUE) if s in inner else s for s in sources)
            for socket, sources in self.graph.wires.items()
            if socket.node in self.nodes
        }
        for name, source in self.outputs.items():
            wires[Socket(by_name[OUTPUT, name], VALUE)] = (source,)
        graph = self.graph
        return Graph(
            {**self.nodes, **ends},
            wires,
            {id: frame for id, frame in graph.frames.items() if id in boxes},
            {id: note for id, note in graph.notes.items() if id in boxes},
            title,
            tuple(
                replace(item, title="" if name == item.parameter else name)
                for name, item in self.exposed.items()
            ),
            wire_extra={w: held for w, held in graph.wire_extra.items() if w.socket in wires},
        )

    def _ends(self, kind: str, names: list[str]) -> dict[str, Node]:
        """Ends beside the nodes: inputs to the left, outputs to the right of what feeds them."""
        across = [node.position[0] for node in self.nodes.values()]
        x = min(across) - _LEFT if kind == INPUT else max(across) + _RIGHT
        y = min(node.position[1] for node in self.nodes.values())
        found: dict[str, Node] = {}
        for row, name in enumerate(names):
            id = new_id(kind, {**self.nodes, **found})
            if kind == OUTPUT:
                y = max(y, self.nodes[self.outputs[name].node].position[1])
            held = {NAME: name, TIP: "", PLACE: row}
            found[id] = Node(id, kind, parameters=held, position=(x, y))
            y += _ROW
        return found

    def rewired(self, here: str, instance: str) -> Iterator[Operation]:
        """The nodes behind the border take what they took from the instance."""
        names = {source: name for name, source in self.outputs.items()}
        for socket in dict.fromkeys(wire.socket for wire in self._leaving()):
            sources = (
                Source(instance, names[s]) if s in names else s for s in self.graph.wires[socket]
            )
            yield SetWires(here, socket, tuple(sources))

    def removed(self, here: str) -> Iterator[Operation]:
        """The nodes leave the graph, with the wires into them."""
        for id in self.nodes:
            for name in self.graph.inputs_of.get(id, {}):
                yield SetWires(here, Socket(id, name), ())
        for id in self.nodes:
            yield Put(here, NODES, id, None)

    def wired(self, here: str, instance: str) -> Iterator[Operation]:
        """What fed the nodes feeds the instance."""
        for name, source in self.inputs.items():
            yield SetWires(here, Socket(instance, name), (source,))

    def exposed_again(self, here: str, instance: str) -> Iterator[Operation]:
        """What the graph showed of the nodes it now shows of the instance, by the same name."""
        # By identity: two exposed parameters may be equal in all that is said of them.
        inner = {id(item): name for name, item in self.exposed.items()}
        shown = tuple(
            _of_instance(item, instance, inner[id(item)]) if id(item) in inner else item
            for item in self.graph.exposed
        )
        if shown != self.graph.exposed:
            yield SetGraphField(here, "exposed", shown)


def _of_instance(item: Exposed, instance: str, parameter: str) -> Exposed:
    title = "" if item.name == parameter else item.name
    return replace(item, node=instance, parameter=parameter, title=title)


def _refuse_between(graph: Graph, kinds: Kinds, chosen: Mapping[str, Node]) -> None:
    """Raise NotTogether where a wire leaves the nodes and comes back to them."""
    fed = _beyond(chosen, lambda id: (w.socket.node for w in graph.consumers_of.get(id, ())))
    feeding = _beyond(
        chosen,
        lambda id: (s.node for held in graph.inputs_of.get(id, {}).values() for s in held),
    )
    between = next((id for id in fed if id in feeding and id in graph.nodes), None)
    if between is not None:
        raise NotTogether(node=title_of(graph, kinds, between))


def _beyond(chosen: Mapping[str, Node], step: Callable[[str], Iterable[str]]) -> dict[str, None]:
    """What can be reached from the nodes outside of them, going in one direction."""
    found: dict[str, None] = {}
    todo = [next_id for id in chosen for next_id in step(id)]
    while todo:
        id = todo.pop()
        if id not in chosen and id not in found:
            found[id] = None
            todo.extend(step(id))
    return found


def _middle(places: Iterable[tuple[float, float]]) -> tuple[float, float]:
    xs, ys = zip(*places, strict=True)
    return float(round((min(xs) + max(xs)) / 2)), float(round((min(ys) + max(ys)) / 2))
