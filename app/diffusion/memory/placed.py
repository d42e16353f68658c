"""What is known of a loaded network's place: read by whoever hands tensors to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

import torch

from app.diffusion.device import Device
from app.diffusion.memory.plans import Need, Plan


@dataclass
class Placed:
    """A network in memory: its plan, where and in which numbers it computes, and what it needs.

    ``name`` is what the user calls it, ``content`` the hash of its files. ``away``: it has left
    the device for another network. ``movable``: it may come piece by piece. ``in_eight_bits``: so
    its weights are stored. ``largest_tile``: an autoencoder that ran out of memory works in tiles
    of at most so many pixels along each side; 0: there is no limit. ``wish``: what the user wanted
    when it was loaded. ``find_room`` sends others away until so many bytes are free, and says
    whether they are. ``estimate`` says what the call that is expected now takes beside the weights,
    before measuring corrects it.
    """

    name: str
    content: str
    plan: Plan
    device: Device
    dtype: torch.dtype
    need: Need
    find_room: Callable[[int], bool]
    away: bool = False
    movable: bool = True
    in_eight_bits: bool = False
    largest_tile: int = 0
    wish: str = ""
    estimate: Callable[[], int] = lambda: 0

    @property
    def on_device(self) -> int:
        """Bytes of its weights that lie on the device while it does not compute."""
        return 0 if self.away or self.plan is not Plan.WHOLE else self.need.weights


_placed: WeakKeyDictionary[Any, Placed] = WeakKeyDictionary()


def note_place(module: Any, place: Placed) -> None:
    """Remember where a network lies, until it is let go."""
    _placed[module] = place


def place_of(module: Any) -> Placed | None:
    """Where a network lies; None for one that the store did not load, and for loose tensors."""
    return _placed.get(module) if isinstance(module, torch.nn.Module) else None


def computes_on(module: Any) -> tuple[torch.device, torch.dtype]:
    """Where and in which numbers a network computes, wherever its weights lie.

    All its weights were loaded alike, so one tells it; diffusers' own properties look at each.
    """
    place = _placed.get(module)
    if place is not None:
        return place.device.place, place.dtype
    weight = next(module.parameters())
    return weight.device, weight.dtype
