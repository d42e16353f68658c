"""Which node and which value a command line means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from app.cli.program import CommandError
from app.graph.document import Graph, Node
from app.graph.errors import UnknownKind
from app.graph.kinds import Kinds
from app.graph.spec import ParameterKind, ParameterSpec, Plain

Overrides = dict[tuple[str, str], Plain]


class NoSuchNode(CommandError):
    """No node has this id or title."""

    english = "The graph has no node with the id or title {name}: {hint}."


class AmbiguousTitle(CommandError):
    """Several nodes have this title."""

    english = "{count} nodes are titled {name}: use one of their ids, {ids}."


class NoSuchParameter(CommandError):
    """The node has no parameter of this name."""

    english = "{title} has no parameter called {name}: it has {known}."


class NotASetting(CommandError):
    """An argument of --set lacks one of its parts."""

    english = "--set takes NODE.PARAM=VALUE, such as Sampler.steps=20, not {given}."


class NotAValue(CommandError):
    """The text after the equals sign is no value of the parameter's kind."""

    english = "{title}.{name} takes {expected}, not {given}."


def find_node(graph: Graph, kinds: Kinds, name: str) -> str:
    """The id of the node that ``name`` means; raises NoSuchNode or AmbiguousTitle."""
    if name in graph.nodes:
        return name
    titles = {id: title_of(node, kinds) for id, node in graph.nodes.items()}
    found = sorted(id for id, title in titles.items() if title == name)
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousTitle(count=len(found), name=name, ids=" or ".join(found))
    known = sorted({*titles.values(), *titles})
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]}" if near else f"it has {', '.join(known) or 'no nodes at all'}"
    raise NoSuchNode(name=name, hint=hint)


def title_of(node: Node, kinds: Kinds) -> str:
    """What the canvas calls a node: its own title, else that of its kind."""
    spec = kinds.spec(node.type)
    return node.title or (spec.title if spec else node.type)


def read_settings(graph: Graph, kinds: Kinds, settings: Sequence[str]) -> Overrides:
    """The values that ``NODE.PARAM=VALUE`` arguments give, by node id and parameter name."""
    found: Overrides = {}
    for setting in settings:
        place, equals, text = setting.partition("=")
        name, dot, parameter = place.rpartition(".")
        if not (equals and dot and name and parameter):
            raise NotASetting(given=setting)
        id = find_node(graph, kinds, name)
        found[id, parameter] = _value(graph.nodes[id], kinds, parameter, text)
    return found


def _value(node: Node, kinds: Kinds, name: str, text: str) -> Plain:
    """What ``text`` means to a parameter; raises a LoomError that says what is wrong with it."""
    title = title_of(node, kinds)
    spec = kinds.spec(node.type)
    if spec is None:
        raise UnknownKind(title=title, kind=node.type)
    parameter = spec.parameters_by_name.get(name)
    if parameter is None:
        known = ", ".join(spec.parameters_by_name) or "none"
        raise NoSuchParameter(title=title, name=name, known=known)
    try:
        value = parse(parameter, text)
    except ValueError as error:
        raise NotAValue(title=title, name=name, expected=str(error), given=text) from None
    return parameter.accept(value)


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
