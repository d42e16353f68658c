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
    named = (inputs[name].trait("family") for name in names if name in inputs)
    family = next(filter(None, named), None)
    return {output.name: output.type.with_traits(family=family) for output in kind.spec.outputs}
