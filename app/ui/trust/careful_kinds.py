"""Kinds of nodes that look at no file which a graph from elsewhere names, while nothing runs."""

from __future__ import annotations

from collections.abc import Mapping

from app.allowed import KnownPlaces
from app.graph.kinds import Kinds, KindsAround, KindsOver, ListedKinds
from app.graph.outside import PLACES, leads_outside
from app.graph.spec import Plain
from app.graph.types import ValueType


class CarefulKinds(KindsOver):
    """Kinds whose nodes are not asked about files that the user has not agreed to."""

    def __init__(self, kinds: ListedKinds, places: KnownPlaces) -> None:
        super().__init__(kinds)
        self._places = places

    def describe(
        self, type: str, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """What can be told without the places that are not known."""
        return self.under.describe(type, self._without(type, parameters), inputs)

    def needs(self, type: str, parameters: Mapping[str, Plain]) -> frozenset[str] | None:
        """What can be told without the places that are not known."""
        return self.under.needs(type, self._without(type, parameters))

    def check(self, type: str, parameters: Mapping[str, Plain]) -> None:
        """Raise a LoomError where the kind cannot work with what can be told."""
        self.under.check(type, self._without(type, parameters))

    def _without(self, type: str, parameters: Mapping[str, Plain]) -> Mapping[str, Plain]:
        spec = self.under.spec(type)
        if spec is None:
            return parameters
        held = {
            each.name: each.default
            for each in spec.parameters
            if each.kind in PLACES and not self.is_known(parameters.get(each.name))
        }
        return {**parameters, **held} if held else parameters

    def is_known(self, value: Plain) -> bool:
        """Whether a place may be looked at: it lies inside, or the user has agreed to it."""
        return not leads_outside(value) or str(value).strip() in self._places


def may_look(kinds: Kinds, value: Plain) -> bool:
    """Whether the window itself may look at a file that a graph names, for a small picture."""
    while isinstance(kinds, KindsAround | KindsOver):
        if isinstance(kinds, CarefulKinds):
            return kinds.is_known(value)
        kinds = kinds.base if isinstance(kinds, KindsAround) else kinds.under
    return True
