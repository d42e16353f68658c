"""Where wires really come from, once bypassed and muted nodes are taken out of their way."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import NamedTuple

from app.graph.document import Graph, Node, Source
from app.graph.spec import NodeSpec, OutputSpec
from app.graph.types import ValueType


class Feed(NamedTuple):
    """What a wire brings: the output that it leads back to, and what is known about that.

    ``type`` is the kind of the node there, None if there is no such node. A ``muted`` feed brings
    nothing; its source is then the node that the user switched off.
    """

    source: Source
    type: str | None
    muted: bool = False


class Routes:
    """Follows the wires of one graph. Long chains of bypassed nodes are walked once."""

    def __init__(self, graph: Graph, spec_of: Callable[[str], NodeSpec | None]) -> None:
        self._graph = graph
        self._spec_of = spec_of
        self._known: dict[Source, Feed] = {}

    def feeds(self, id: str) -> dict[str, tuple[Feed, ...]]:
        """What arrives at every connected socket and parameter of a node, in order."""
        inputs = self._graph.inputs_of.get(id, {})
        return {name: tuple(map(self.feed, sources)) for name, sources in inputs.items()}

    def feed(self, source: Source) -> Feed:
        """What a wire from ``source`` brings."""
        node = self._graph.nodes.get(source.node)
        if node is None:
            return Feed(source, None)
        if not node.bypassed or node.muted:
            return Feed(source, node.type, node.muted)
        return self._follow(source)

    def _follow(self, source: Source) -> Feed:
        """Walk back through bypassed nodes; those that only pass each other's output are mute."""
        walked: dict[Source, None] = {}
        while source not in self._known:
            node = self._graph.nodes.get(source.node)
            if node is None or not node.bypassed or node.muted:
                self._known[source] = self.feed(source)
                break
            walked[source] = None
            onward = self._passed(node, source.output)
            if onward is None or onward in walked:
                self._known[source] = Feed(source, node.type, muted=True)
                break
            source = onward
        found = self._known[source]
        self._known.update(dict.fromkeys(walked, found))
        return found

    def _passed(self, node: Node, output: str) -> Source | None:
        """What a bypassed node hands on: the named input, else the first of the output's type."""
        spec = self._spec_of(node.type)
        declared = spec.outputs_by_name.get(output) if spec else None
        if spec is None or declared is None:
            return None
        inputs = self._graph.inputs_of.get(node.id, {})
        name = handed_on(spec, declared, {name for name, sources in inputs.items() if sources})
        return inputs[name][0] if name is not None else None


def handed_on(spec: NodeSpec, output: OutputSpec, wired: Container[str]) -> str | None:
    """The input that a bypassed node hands on as an output; ``wired`` are those with a wire."""
    if output.passes is not None:
        return output.passes if output.passes in wired else None
    for name in (*spec.sockets_by_name, *spec.parameters_by_name):
        if name in wired and _same(spec.input_type(name), output.type):
            return name
    return None


def _same(given: ValueType | None, wanted: ValueType) -> bool:
    return given is not None and (given.name, given.many) == (wanted.name, wanted.many)
