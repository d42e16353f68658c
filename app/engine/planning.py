"""From a node of the document to a node of the plan, or to the reason why it cannot run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from app.engine.errors import MissingInput
from app.engine.plan import Link, PlanNode
from app.engine.routes import Feed
from app.graph.document import Node
from app.graph.errors import (
    BadValue,
    CrowdedSocket,
    LooseWire,
    RefusedValue,
    WrongType,
)
from app.graph.kinds import Kinds
from app.graph.naming import named
from app.graph.phrases import Phrase
from app.graph.spec import NodeSpec, ParameterSpec, Plain, SocketSpec
from app.graph.subgraphs import unknown
from app.graph.types import fits


@dataclass(frozen=True)
class Draft:
    """A node of the document with all that its plan depends on.

    ``replaced`` holds accepted values that stand in for the node's own and for wires. Equal drafts
    give equal plan nodes.
    """

    node: Node
    feeds: Mapping[str, tuple[Feed, ...]]
    replaced: Mapping[str, Plain]

    def same_work(self, other: Draft) -> bool:
        """Whether ``other`` comes down to the same plan node: place and colour do not count."""
        mine, its = self.node, other.node
        return (
            (mine is its or (mine.parameters is its.parameters and _names(mine) == _names(its)))
            and self.feeds == other.feeds
            and self.replaced == other.replaced
        )


def _names(node: Node) -> tuple[str, str, str]:
    return node.id, node.type, node.title


class _Undecided(BaseException):  # no ``except Exception`` of a node class may swallow it
    """A node class asked for a parameter whose value only the run will tell."""


class _Literals(Mapping[str, Any]):
    """Parameters as ``needs`` may see them: those fed by a wire have no value yet."""

    def __init__(self, values: Mapping[str, Plain], wired: Iterable[str]) -> None:
        self._values = values
        self._wired = frozenset(wired)

    def __getitem__(self, name: str) -> Plain:
        if name in self._wired:
            raise _Undecided
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def plan_node(draft: Draft, kinds: Kinds, address: str) -> PlanNode:
    """The plan of one node; raises a LoomError that says why the node cannot run."""
    node, spec = draft.node, kinds.spec(draft.node.type)
    if spec is None:
        title = node.title or node.type.rpartition(".")[2]
        raise unknown(kinds, title, node.type)
    title = node.title or spec.title
    _refuse_loose(draft, spec, title)
    wired = _wired(draft, spec)
    parameters = {p.name: _literal(draft, p, title, p.name in wired) for p in spec.parameters}
    decided, needed = _needs(kinds, spec, parameters, wired)
    inputs = {name: _checked(name, feeds, spec, kinds, title) for name, feeds in wired.items()}
    for socket in (s for s in spec.inputs if needed is None or s.name in needed):
        feeds = _brought(socket, draft.feeds.get(socket.name, ()))
        if feeds:
            inputs[socket.name] = _checked(socket.name, feeds, spec, kinds, title)
        elif socket.required and decided:
            raise MissingInput(node=title, input=socket.name)
    with suppress(_Undecided):
        kinds.check(node.type, _Literals(parameters, wired))
    return PlanNode(address, node.type, title, parameters, inputs)


def _refuse_loose(draft: Draft, spec: NodeSpec, title: str) -> None:
    """Raise where a wire leads to an input that the kind does not have (any more)."""
    loose = next((name for name in draft.feeds if spec.input_type(name) is None), None)
    if loose is not None:
        source = draft.feeds[loose][0].source
        raise LooseWire(
            source=named(source.output, source.node),
            target=named(loose, title),
            missing=Phrase("input called {name}", name=loose),
        )


def _wired(draft: Draft, spec: NodeSpec) -> dict[str, tuple[Feed, ...]]:
    """What feeds the parameters; a replaced value stands in for its wire, too."""
    free = (p.name for p in spec.parameters if p.name not in draft.replaced)
    found = {name: _live(draft.feeds.get(name, ())) for name in free}
    return {name: feeds for name, feeds in found.items() if feeds}


def _live(feeds: tuple[Feed, ...]) -> tuple[Feed, ...]:
    return tuple(feed for feed in feeds if not feed.muted)


def _brought(socket: SocketSpec, feeds: tuple[Feed, ...]) -> tuple[Feed, ...]:
    """What counts as connected: a muted feed only where nothing else meets a requirement."""
    return _live(feeds) or (feeds if socket.required else ())


def _literal(draft: Draft, parameter: ParameterSpec, title: str, wired: bool) -> Plain:
    """The value on the node; what lies beneath a wire need not be right."""
    if parameter.name in draft.replaced:
        return draft.replaced[parameter.name]
    try:
        return parameter.accept(draft.node.parameters.get(parameter.name, parameter.default))
    except BadValue as error:
        if wired:
            return parameter.default
        raise RefusedValue(node=title, **error.message.fields) from None


def _needs(
    kinds: Kinds, spec: NodeSpec, parameters: Mapping[str, Plain], wired: Iterable[str]
) -> tuple[bool, frozenset[str] | None]:
    """Whether it is known which sockets are needed, and which (None for all)."""
    try:
        return True, kinds.needs(spec.type, _Literals(parameters, wired))
    except _Undecided:
        return False, None


def _checked(
    name: str, feeds: tuple[Feed, ...], spec: NodeSpec, kinds: Kinds, title: str
) -> tuple[Link, ...]:
    """The links into one input; raises where a wire cannot be right."""
    socket = spec.sockets_by_name.get(name)
    if len(feeds) > 1 and not (socket and socket.variadic):
        raise CrowdedSocket(input=named(name, title), count=len(feeds))
    for feed in feeds:
        _check_feed(name, feed, spec, kinds, title)
    return tuple(Link(*feed.source) for feed in feeds)


def _check_feed(name: str, feed: Feed, spec: NodeSpec, kinds: Kinds, title: str) -> None:
    source, target = feed.source, named(name, title)
    if feed.type is None:
        absent = Phrase("node {id}", id=source.node)
        raise LooseWire(source=named(source.output, source.node), target=target, missing=absent)
    giver = kinds.spec(feed.type)
    if giver is None or feed.muted:
        return
    output = giver.outputs_by_name.get(source.output)
    if output is None:
        absent = Phrase("output called {name}", name=source.output)
        given = named(source.output, giver.title)
        raise LooseWire(source=given, target=target, missing=absent)
    wanted = spec.input_type(name)
    if wanted and not fits(output.type, wanted, each=spec.takes_items(name)):
        given = named(source.output, giver.title)
        raise WrongType(output=given, source=output.type.words, input=target, target=wanted.words)
