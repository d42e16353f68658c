"""Which node and which value a command line means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from app.cli.program import CommandError
from app.engine.targets import Names
from app.graph.document import Graph, Node, Snapshot
from app.graph.errors import BadValue, UnknownNode
from app.graph.flattening import Flattening
from app.graph.kinds import Kinds
from app.graph.naming import title_of
from app.graph.spec import ParameterKind, ParameterSpec, Plain
from app.graph.subgraphs import unknown, within
from app.graph.sweeps import Axis, make_axis

_SHOWN = 60
"""Characters of a value that a message repeats."""

Overrides = dict[tuple[str, str], Plain]
"""Values by node address and parameter name."""


class NoSuchNode(CommandError):
    """No node has this id or title."""

    english = "The graph has no node with the id or title {name}: {hint}."


class NoSuchParameter(CommandError):
    """The node has no parameter of this name."""

    english = "{title} has no parameter called {name}: {hint}."


class NotASetting(CommandError):
    """An argument of --set lacks one of its parts."""

    english = "--set takes NODE.PARAM=VALUE, such as Sampler.steps=20, not {given}."


class NotASweep(CommandError):
    """An argument of --sweep lacks one of its parts."""

    english = "--sweep takes NODE.PARAM=VALUES, such as Sampler.cfg=2:8:4, not {given}."


class NotAValue(CommandError):
    """The text after the equals sign is nothing that the parameter allows."""

    english = "{title}.{name} must be {expected}, not {given}."


class Choice:
    """Finds the nodes of one document, and the values for them, by what the user calls them."""

    def __init__(self, snapshot: Snapshot, kinds: Kinds) -> None:
        self._kinds = within(kinds, snapshot)
        self._root = snapshot.main
        self._names = Names(Flattening(self._kinds, {}), self._kinds)

    def node(self, name: str) -> str:
        """The address of the node meant by id or unique title, or a path of these.

        Raises NoSuchNode or AmbiguousTitle.
        """
        address, _, _ = self._found(name)
        return address

    def _found(self, name: str) -> tuple[str, Graph, Node]:
        try:
            scope, node = self._names.place(name)
        except UnknownNode:
            raise NoSuchNode(name=_shown(name), hint=self._hint(name)) from None
        return scope.path + node.id, scope.graph, node

    def overrides(self, settings: Sequence[str]) -> Overrides:
        """The values that ``NODE.PARAM=VALUE`` arguments give; raises a LoomError."""
        found: Overrides = {}
        for setting in settings:
            place, equals, text = setting.partition("=")
            name, _, parameter = place.rpartition(".")
            if not (equals and name and parameter):
                raise NotASetting(given=_shown(setting))
            address, graph, node = self._found(name)
            found[address, parameter] = self._value(graph, node, parameter, text)
        return found

    def axis(self, snapshot: Snapshot, sweep: str) -> Axis:
        """The axis that a ``NODE.PARAM=VALUES`` argument gives; raises a LoomError."""
        place, equals, text = sweep.partition("=")
        name, _, parameter = place.rpartition(".")
        if not (equals and name and parameter):
            raise NotASweep(given=_shown(sweep))
        address, graph, node = self._found(name)
        self._declared(graph, node, parameter)
        return make_axis(snapshot, self._kinds, address, parameter, text)

    def _value(self, graph: Graph, node: Node, name: str, text: str) -> Plain:
        """What ``text`` means to a parameter; raises NotAValue."""
        parameter = self._declared(graph, node, name)
        try:
            return parameter.accept(parse(parameter, text))
        except ValueError as error:
            expected = str(error)
        except BadValue as error:
            expected = error.message.fields["expected"]
        title = title_of(graph, self._kinds, node.id)
        raise NotAValue(title=title, name=name, expected=expected, given=_shown(text))

    def _declared(self, graph: Graph, node: Node, name: str) -> ParameterSpec:
        """What is known of a parameter; raises NoSuchParameter."""
        title = title_of(graph, self._kinds, node.id)
        spec = self._kinds.spec(node.type)
        if spec is None:
            raise unknown(self._kinds, title, node.type)
        parameter = spec.parameters_by_name.get(name)
        if parameter is None:
            known = list(spec.parameters_by_name)
            raise NoSuchParameter(title=title, name=_shown(name), hint=_hint(name, known, "none"))
        return parameter

    def _hint(self, name: str) -> str:
        titles = {title_of(self._root, self._kinds, id) for id in self._root.nodes}
        return _hint(name, sorted(titles), "no nodes at all", self._root.nodes)


def _hint(name: str, known: Sequence[str], none: str, other: Iterable[str] = ()) -> str:
    """The nearest name among ``known`` and ``other``, else all that are known."""
    near = get_close_matches(name, sorted({*known, *other}), n=1)
    return f"did you mean {near[0]}" if near else f"it has {', '.join(known) or none}"


def _shown(text: str) -> str:
    """What the user typed, cut to what fits into a sentence."""
    return (text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…") or '""'


def parse(parameter: ParameterSpec, text: str) -> Plain:
    """``text`` as the parameter's kind reads it; raises ValueError that says what it takes."""
    match parameter.kind:
        case ParameterKind.INTEGER | ParameterKind.SEED:
            return _number(int, text, "a whole number")
        case ParameterKind.FLOAT:
            return _number(float, text, "a number")
        case ParameterKind.BOOLEAN:
            if text.lower() not in ("true", "false"):
                raise ValueError("true or false")
            return text.lower() == "true"
        case ParameterKind.SIZE:
            size = re.fullmatch(r"\s*(\d{1,9})\s*[xX×]\s*(\d{1,9})\s*", text)
            if size is None:
                raise ValueError("a size such as 64x64")
            return [int(size[1]), int(size[2])]
        case _:
            return text


def _number(kind: type[int] | type[float], text: str, expected: str) -> int | float:
    try:
        return kind(text)
    except ValueError:
        raise ValueError(expected) from None
