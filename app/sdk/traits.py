"""What nodes foretell of their outputs from their inputs, where it is no more than a family."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from app.graph.types import ValueType

if TYPE_CHECKING:
    from app.sdk.declare import Node


def family_from(
    kind: type[Node], inputs: Mapping[str, ValueType], names: Iterable[str]
) -> Mapping[str, ValueType]:
    """The only output of a node kind, of the family of the first of these inputs that has one."""
    known = traits_from(inputs, names)
    return {output.name: output.type.with_traits(**known) for output in kind.spec.outputs}


def families_kept(kind: type[Node], inputs: Mapping[str, ValueType]) -> Mapping[str, ValueType]:
    """The outputs that are called like an input, each of the family of that input."""
    return {
        output.name: output.type.with_traits(**traits_from(inputs, [output.name]))
        for output in kind.spec.outputs
        if output.name in inputs
    }


def traits_from(inputs: Mapping[str, ValueType], names: Iterable[str]) -> Mapping[str, str | None]:
    """What is known of families from the first of these inputs that says it."""
    saying = (inputs[name] for name in names if name in inputs and inputs[name].trait("family"))
    first = next(saying, None)
    return {name: first.trait(name) if first else None for name in ("family", "network")}
