"""Taking a subgraph apart again, and giving an instance a definition of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.graph.boxes import graph_of
from app.graph.changes import Change
from app.graph.definitions import exposed_names
from app.graph.document import Exposed, Frame, Graph, Node, Note, Snapshot, Socket, Source
from app.graph.errors import UnknownNode
from app.graph.interface import ENDS, INPUT, OUTPUT, VALUE, definition_of, ends, instance_type
from app.graph.interface import instances as instances_in
from app.graph.kinds import Kinds
from app.graph.naming import free_name, new_id
from app.graph.operations import (
    FRAMES,
    NODES,
    NOTES,
    Operation,
    Put,
    PutGraph,
    SetGraphField,
    SetWires,
)
from app.graph.subgraph_errors import NoSubgraph
from app.graph.subgraphs import within


def unpack_subgraph(
    snapshot: Snapshot, kinds: Kinds, instance: str, *, graph_id: str | None = None
) -> Change:
    """Put what lies in a subgraph in the place of its node, with the values and wires of that.

    Ids stay where they are free. A definition that nothing uses any more goes with it. Raises
    UnknownNode, or NoSubgraph where the node stands for none.
    """
    graph, here = graph_of(snapshot, graph_id)
    node, definition = _instance(snapshot, graph, instance)
    content = snapshot.graphs[definition]
    inside = _Inside(graph, here, node, content, within(kinds, snapshot))
    operations = [*inside.cleared(), *inside.placed(), *inside.boxes(), *inside.wired()]
    operations += inside.exposed_again()
    if uses(snapshot, definition) == 1:
        operations.append(PutGraph(definition, None))
    return Change("Unpack the subgraph", tuple(operations))


def copy_definition(snapshot: Snapshot, instance: str, *, graph_id: str | None = None) -> Change:
    """Give an instance a definition of its own, equal to the one it shared with others."""
    graph, here = graph_of(snapshot, graph_id)
    node, definition = _instance(snapshot, graph, instance)
    content = snapshot.graphs[definition]
    titles = {held.title for held in snapshot.graphs.values()}
    title = free_name(content.title or "Subgraph", titles)
    id = new_id(f"x.{title}", snapshot.graphs)
    own = replace(node, type=instance_type(id))
    return Change(
        "Make the subgraph unique",
        (PutGraph(id, replace(content, title=title)), Put(here, NODES, node.id, own)),
    )


def unused(snapshot: Snapshot) -> tuple[str, ...]:
    """Ids of the definitions that no instance anywhere in the document stands for."""
    held = {id for graph in snapshot.graphs.values() for id in instances_in(graph).values()}
    return tuple(id for id in snapshot.graphs if id not in held and id != snapshot.root)


def remove_unused(snapshot: Snapshot) -> Change:
    """Remove the definitions that nothing uses, and those that only these used."""
    left, gone = snapshot, list[str]()
    while found := unused(left):
        gone += found
        graphs = {id: graph for id, graph in left.graphs.items() if id not in found}
        left = replace(left, graphs=graphs)
    return Change("Remove unused subgraphs", tuple(PutGraph(id, None) for id in gone))


def uses(snapshot: Snapshot, definition: str) -> int:
    """How many instances a definition has in the whole document."""
    held = [id for graph in snapshot.graphs.values() for id in instances_in(graph).values()]
    return held.count(definition)


def _instance(snapshot: Snapshot, graph: Graph, id: str) -> tuple[Node, str]:
    node = graph.nodes.get(id)
    if node is None:
        raise UnknownNode(node=id)
    definition = definition_of(node.type)
    if definition not in snapshot.graphs:
        raise NoSubgraph(title=node.title or id, id=definition or node.type)
    return node, definition or ""


@dataclass
class _Inside:
    """What lies in an instance, on its way out."""

    graph: Graph
    here: str
    node: Node
    content: Graph
    kinds: Kinds

    def __post_init__(self) -> None:
        self.names = exposed_names(self.content, self.kinds)
        taken = {*self.graph.nodes, *self.graph.frames, *self.graph.notes} - {self.node.id}
        held: dict[str, str] = {
            **{id: n.type for id, n in self.content.nodes.items() if n.type not in ENDS},
            **dict.fromkeys(self.content.frames, "frame"),
            **dict.fromkeys(self.content.notes, "note"),
        }
        self.fresh: dict[str, str] = {}
        for id, stem in held.items():
            self.fresh[id] = new_id(stem, taken) if id in taken else id
            taken.add(self.fresh[id])
        places = [self.content.nodes[id].position for id in held if id in self.content.nodes]
        left = min((x for x, _ in places), default=0.0)
        top = min((y for _, y in places), default=0.0)
        self.shift = (self.node.position[0] - left, self.node.position[1] - top)

    def cleared(self) -> Iterator[Operation]:
        """The instance leaves; the wires from it are set by ``wired``."""
        for name in self.graph.inputs_of.get(self.node.id, {}):
            yield SetWires(self.here, Socket(self.node.id, name), ())
        yield Put(self.here, NODES, self.node.id, None)

    def placed(self) -> Iterator[Operation]:
        """The nodes, with what the instance said about them."""
        values: dict[str, dict[str, object]] = {}
        for name, (id, parameter) in self.names.items():
            if name in self.node.parameters:
                values.setdefault(id, {})[parameter] = self.node.parameters[name]
        for id, node in sorted(self.content.nodes.items()):
            if id in self.fresh:
                x, y = node.position
                yield Put(
                    self.here,
                    NODES,
                    self.fresh[id],
                    replace(
                        node,
                        id=self.fresh[id],
                        position=(x + self.shift[0], y + self.shift[1]),
                        parameters={**node.parameters, **values.get(id, {})},
                        muted=node.muted or self.node.muted,
                        bypassed=node.bypassed or self.node.bypassed,
                    ),
                )

    def boxes(self) -> Iterator[Operation]:
        """The frames and notes."""
        tables: tuple[tuple[str, list[Frame | Note]], ...] = (
            (FRAMES, list(self.content.frames.values())),
            (NOTES, list(self.content.notes.values())),
        )
        for table, held in tables:
            for box in held:
                x, y, width, height = box.rectangle
                moved = (x + self.shift[0], y + self.shift[1], width, height)
                fresh = self.fresh[box.id]
                yield Put(self.here, table, fresh, replace(box, id=fresh, rectangle=moved))

    def wired(self) -> Iterator[Operation]:
        """All wires inside, and those that went to and from the instance."""
        outer = self.graph.inputs_of.get(self.node.id, {})
        replaced = {
            place: tuple(outer[name]) for name, place in self.names.items() if name in outer
        }
        sockets = {*self.content.wires, *(Socket(*place) for place in replaced)}
        for socket in sorted(sockets):
            if socket.node in self.fresh:
                held = replaced.get((socket.node, socket.name))
                sources = held or self._outside(self.content.wires.get(socket, ()))
                yield SetWires(self.here, Socket(self.fresh[socket.node], socket.name), sources)
        fed = self.graph.consumers_of.get(self.node.id, ())
        for socket in dict.fromkeys(wire.socket for wire in fed):
            yield SetWires(self.here, socket, tuple(self._given(self.graph.wires[socket])))

    def _given(self, sources: tuple[Source, ...]) -> Iterator[Source]:
        """What stands for the outputs of the instance among the sources of a socket."""
        named = ends(self.content, OUTPUT)
        for source in sources:
            if source.node != self.node.id:
                yield source
            elif source.output in named:
                end = named[source.output].id
                yield from self._outside(self.content.inputs_of.get(end, {}).get(VALUE, ()))

    def _outside(self, sources: tuple[Source, ...]) -> tuple[Source, ...]:
        """Sources inside, as they are called outside; an input is what arrives there."""
        found: list[Source] = []
        names = {node.id: name for name, node in ends(self.content, INPUT).items()}
        outer = self.graph.inputs_of.get(self.node.id, {})
        for source in sources:
            if source.node in names:
                found += outer.get(names[source.node], ())
            elif source.node in self.fresh:
                found.append(Source(self.fresh[source.node], source.output))
        return tuple(found)

    def exposed_again(self) -> Iterator[Operation]:
        """What the graph showed of the instance it now shows of the nodes."""
        shown: list[Exposed] = []
        for item in self.graph.exposed:
            if item.node != self.node.id:
                shown.append(item)
            elif item.parameter in self.names:
                id, parameter = self.names[item.parameter]
                title = "" if item.name == parameter else item.name
                shown.append(Exposed(self.fresh[id], parameter, title, item.extra))
        if tuple(shown) != self.graph.exposed:
            yield SetGraphField(self.here, "exposed", tuple(shown))
