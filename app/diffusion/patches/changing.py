"""What kinds of patches there are, and what each says it does to a network.

A kind either changes tensors (``register_changes``) or switches something in the module that works
without a change of weights (``register_switch``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from torch import Tensor

from app.sdk.patches import Patch

Change = Callable[[Tensor], Tensor]
"""A tensor before and after; float32, on the device of the network, and never changed in place."""

Changes = Mapping[str, Change]
"""What is done to each tensor that a patch touches, by name."""


@dataclass(frozen=True)
class Network:
    """A part of a model that is to be patched: ``shapes`` are those of its tensors, by name."""

    part: str
    family: str
    shapes: Mapping[str, tuple[int, ...]]

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all tensors."""
        return frozenset(self.shapes)


ChangeMaker = Callable[[Any, Network, ExitStack], Changes]
"""What a patch does to a network; files that it opens stay open as long as the stack does."""


class Switch(NamedTuple):
    """How a patch is switched on in a module, and off again."""

    on: Callable[[Any, Any], None]
    off: Callable[[Any], None]


_MAKERS: dict[type[Patch], ChangeMaker] = {}
_SWITCHES: dict[type[Patch], Switch] = {}


def register_changes(kind: type[Patch], maker: ChangeMaker) -> None:
    """Say what a kind of patch does to tensors."""
    _MAKERS[kind] = maker


def register_switch(kind: type[Patch], switch: Switch) -> None:
    """Say how a kind of patch is switched on and off."""
    _SWITCHES[kind] = switch


def tensor_patches(patches: Sequence[Patch]) -> tuple[Patch, ...]:
    """Those of the patches that change tensors, in order."""
    return tuple(patch for patch in patches if type(patch) in _MAKERS)


def switched_patches(patches: Sequence[Patch]) -> tuple[tuple[Patch, Switch], ...]:
    """Those of the patches that are switched, in order; of each kind the last one counts."""
    last = {type(patch): patch for patch in patches if type(patch) in _SWITCHES}
    return tuple((patch, _SWITCHES[kind]) for kind, patch in last.items())


def changes_of(
    patches: Sequence[Patch], network: Network, stack: ExitStack
) -> dict[str, list[Change]]:
    """What is done to each tensor, one after the other, in the order of the patches."""
    chains: dict[str, list[Change]] = {}
    for patch in tensor_patches(patches):
        for name, change in _MAKERS[type(patch)](patch, network, stack).items():
            chains.setdefault(name, []).append(change)
    return chains
