"""Values in hand during a run: held until nobody in the plan waits for them any more.

The cache may let any value go at any time. What a node is about to use is held here, so that a
small budget never makes a run do its work twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from typing import Any

from app.engine.cache import Cache
from app.engine.plan import Link, PlanNode


class Holding:
    """The values of one run that are still waited for, by the node and output they come from."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._values: dict[str, dict[str, Any]] = {}
        self._waiting: Counter[str] | None = None

    def begin(self, nodes: Iterable[PlanNode], done: Container[str]) -> None:
        """Count who waits for whom; only a run that really has work to do needs to know."""
        if self._waiting is None:
            self._waiting = Counter(
                link.address
                for node in nodes
                if node.address not in done
                for links in node.inputs.values()
                for link in links
            )

    def expect(self, node: PlanNode) -> None:
        """``node`` waits for its inputs once more."""
        if self._waiting is not None:
            self._waiting.update(link.address for links in node.inputs.values() for link in links)

    def is_awaited(self, address: str) -> bool:
        """Whether a node that is not done waits for this one."""
        return self._waiting is not None and self._waiting[address] > 0

    def take(self, link: Link, fingerprint: str) -> bool:
        """Hold the value of ``link``, if its bytes are still somewhere."""
        if link.output in self._values.get(link.address, ()):
            return True
        kept = self._cache.find(fingerprint)
        if kept is not None:
            self._values.setdefault(link.address, {})[link.output] = kept.value
        return kept is not None

    def put(self, address: str, values: Mapping[str, Any]) -> None:
        """Hold what a node has just made, where somebody waits for it."""
        if self.is_awaited(address):
            self._values[address] = dict(values)

    def value(self, link: Link) -> Any:
        """The value of a link that was taken or put."""
        return self._values[link.address][link.output]

    def release(self, node: PlanNode) -> None:
        """``node`` is done: let go of what only it waited for."""
        if self._waiting is None:
            return
        for links in node.inputs.values():
            for link in links:
                self._waiting[link.address] -= 1
                if self._waiting[link.address] <= 0:
                    self._values.pop(link.address, None)
