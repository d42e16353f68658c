"""Lists that arrive where one thing is taken: the node runs once for every item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.engine.errors import UnequalLists
from app.graph.kinds import Kinds
from app.graph.spec import NodeSpec, ParameterKind, ParameterSpec, Plain


class Items(list[Plain]):
    """Values of one parameter, for one run each."""


@dataclass(frozen=True)
class Item:
    """What one run of a mapped node gets: all its parameters, and what replaces the lists."""

    parameters: Mapping[str, Plain]
    inputs: Mapping[str, Any]


def accepted(parameter: ParameterSpec, value: Any) -> Plain:
    """A wired value in canonical form: equal to the literal that means the same.

    Of a list every item, as Items. Raises BadValue.
    """
    if _is_list(parameter, value):
        return Items(accepted(parameter, item) for item in value)
    # Python takes True for 1; a key would not.
    if isinstance(value, bool) and parameter.type.name == "Integer":
        value = int(value)
    return parameter.accept(value)


def has_lists(spec: NodeSpec, parameters: Mapping[str, Plain], inputs: Mapping[str, Any]) -> bool:
    """Whether a node has to run for every item of a list."""
    return bool(_lists(spec, parameters, inputs))


def items(
    spec: NodeSpec, parameters: Mapping[str, Plain], inputs: Mapping[str, Any], title: str
) -> list[Item] | None:
    """What each run of a mapped node gets; None where no list arrived.

    Lists go side by side. Raises UnequalLists.
    """
    found = _lists(spec, parameters, inputs)
    if not found:
        return None
    lengths = sorted({len(values) for values in found.values()})
    if len(lengths) > 1:
        raise UnequalLists(node=title, lengths=", ".join(map(str, lengths)))
    rows = [{name: values[i] for name, values in found.items()} for i in range(lengths[0])]
    return [_item(spec, parameters, row) for row in rows]


def needed_by(kinds: Kinds, type: str, parameters: Mapping[str, Plain]) -> frozenset[str] | None:
    """Names of the sockets that any of the runs needs; None stands for all."""
    found: frozenset[str] = frozenset()
    for each in variants(parameters):
        needed = kinds.needs(type, each)
        if needed is None:
            return None
        found |= needed
    return found


def variants(parameters: Mapping[str, Plain]) -> Iterator[Mapping[str, Plain]]:
    """The parameters of every run, as far as their lists tell; one where there is no list."""
    found = {name: value for name, value in parameters.items() if isinstance(value, Items)}
    if not found:
        yield parameters
        return
    for index in range(max(map(len, found.values()))):
        # Unequal lengths are refused once all lists are there; until then the last item stays.
        yield {**parameters, **{n: v[min(index, len(v) - 1)] for n, v in found.items() if v}}


def _item(spec: NodeSpec, parameters: Mapping[str, Plain], row: Mapping[str, Any]) -> Item:
    named = spec.parameters_by_name
    return Item(
        {**parameters, **{name: value for name, value in row.items() if name in named}},
        {name: value for name, value in row.items() if name not in named},
    )


def _lists(
    spec: NodeSpec, parameters: Mapping[str, Plain], inputs: Mapping[str, Any]
) -> dict[str, Sequence[Any]]:
    """What arrived as a list where one item is taken at a time."""
    found: dict[str, Sequence[Any]] = {
        name: value for name, value in parameters.items() if isinstance(value, Items)
    }
    for socket in spec.inputs:
        value = inputs.get(socket.name)
        if socket.takes_items and isinstance(value, list | tuple):
            found[socket.name] = value
    return found


def _is_list(parameter: ParameterSpec, value: Any) -> bool:
    """Whether a list came by a wire; a size is a pair of numbers and no list."""
    if not isinstance(value, list | tuple):
        return False
    is_size = parameter.kind is ParameterKind.SIZE
    return not is_size or all(isinstance(item, list | tuple) for item in value)
