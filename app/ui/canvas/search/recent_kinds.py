"""Which kinds of nodes were added last: the search offers them first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

_MOST = 12

Keep = Callable[[tuple[str, ...]], None]


class RecentKinds:
    """The types that were added last, the newest first; ``keep`` is told of each change."""

    def __init__(self, types: Sequence[str] = (), keep: Keep = lambda types: None) -> None:
        self.types = tuple(types)
        self._keep = keep

    def add(self, type: str) -> None:
        """A node of this kind was added."""
        self.types = (type, *(other for other in self.types if other != type))[:_MOST]
        self._keep(self.types)

    def share(self, types: Sequence[str], keep: Keep) -> None:
        """Take over what is remembered elsewhere, and keep it there from now on."""
        self.types, self._keep = tuple(types), keep
