"""Names of tensors that can be asked how they begin and end, without walking through them all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

NETWORK = "model.diffusion_model."
"""How the names of the network begin in whole checkpoints."""

_ENDS = 3
"""As many parts of a name, between dots, can be asked for at its end."""


class TensorNames:
    """The names in a weight file, with the shapes of their tensors."""

    def __init__(self, shapes: Mapping[str, tuple[int, ...]]) -> None:
        self._shapes = shapes
        self._sorted = sorted(shapes)
        self._ends = {end for name in shapes for end in _ends(name)}

    def __len__(self) -> int:
        return len(self._sorted)

    def any_begins(self, start: str) -> bool:
        """Whether a name begins with ``start``."""
        place = bisect_left(self._sorted, start)
        return place < len(self._sorted) and self._sorted[place].startswith(start)

    def any_ends(self, end: str) -> bool:
        """Whether the last parts of a name, between its dots, are ``end``."""
        return end in self._ends

    def shape(self, name: str) -> tuple[int, ...]:
        """The shape of one tensor; () where it is not there."""
        return self._shapes.get(name, ())

    def first_of_network(self, name: str) -> tuple[int, ...]:
        """The shape of a tensor of the network, in a whole checkpoint or alone."""
        return self.shape(NETWORK + name) or self.shape(name)

    def shapes(self) -> Iterable[tuple[int, ...]]:
        """All shapes."""
        return self._shapes.values()

    def holding(self, *parts: str) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Names that hold all of ``parts``, in order, with their shapes."""
        for name in self._sorted:
            if all(part in name for part in parts):
                yield name, self._shapes[name]


def _ends(name: str) -> Iterator[str]:
    parts = name.rsplit(".", _ENDS)
    return (".".join(parts[-count:]) for count in range(1, len(parts) + 1))
