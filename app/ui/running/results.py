"""What a run made, as far as the screen needs it: which picture belongs to which node."""

from __future__ import annotations

from collections.abc import Mapping

from app.engine.plan import Plan
from app.graph.kinds import Kinds

_PICTURES = frozenset({"Image", "Mask", "Video"})


class Results:
    """Fingerprints of the results of one run, by node address and output."""

    def __init__(self, plan: Plan, kinds: Kinds) -> None:
        self._plan, self._kinds = plan, kinds
        self._found: dict[str, Mapping[str, str]] = {}

    def add(self, address: str, results: Mapping[str, str]) -> None:
        """Remember the results of a node."""
        self._found[address] = results

    def is_target(self, address: str) -> bool:
        """Whether the run was meant to make this node."""
        return address in self._plan.targets

    def picture_of(self, address: str) -> str | None:
        """Fingerprint of the picture to show on a node; None where it has none.

        It is the first picture that it made, else the first that it was given: a node that saves
        pictures shows what it saved.
        """
        return self._made(address) or self._given(address)

    def _made(self, address: str) -> str | None:
        for name, fingerprint in self._found.get(address, {}).items():
            if self._may_be_picture(address, name):
                return fingerprint
        return None

    def _given(self, address: str) -> str | None:
        node = self._plan.nodes.get(address)
        for links in node.inputs.values() if node else ():
            for link in links:
                if self._may_be_picture(link.address, link.output):
                    return self._found.get(link.address, {}).get(link.output)
        return None

    def _may_be_picture(self, address: str, output: str) -> bool:
        """Whether an output declares a picture, or anything at all."""
        node = self._plan.nodes.get(address)
        spec = self._kinds.spec(node.type) if node else None
        found = spec.outputs_by_name.get(output) if spec else None
        if found is None:
            return False
        return found.type.name in _PICTURES or found.type.is_variable or found.type.name == "Any"
