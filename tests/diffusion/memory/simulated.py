"""A device that pretends to have memory of its own, of a size that the test chooses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import torch

from app.diffusion.device import Device
from app.diffusion.memory.placed import place_of
from app.diffusion.memory.plans import RESERVE
from app.diffusion.store import ModelStore
from app.diffusion.text.encodings import TextEncoding


@dataclass(frozen=True)
class Simulated(Device):
    """The processor, with ``size`` bytes for weights and work beside the reserve.

    What lies there is what the store says; ``peak`` is what calls are said to have used at most.
    """

    size: int = 2**50
    stores: list[ModelStore] = field(default_factory=list, compare=False)
    peak: list[int] = field(default_factory=list, compare=False)

    @property
    def has_own_memory(self) -> bool:
        """Whether weights on the device do not lie in the memory of the computer."""
        return True

    def total_memory(self) -> int:
        """All that there is."""
        return self.size + RESERVE

    def free_memory(self) -> int:
        """What the weights that lie there leave."""
        return self.total_memory() - sum(taken(store) for store in self.stores)

    def used_at_most(self) -> int:
        """What the test says."""
        return self.peak[-1] if self.peak else 0

    def measure_anew(self) -> None:
        """Nothing is measured."""


def simulated(size: int = 2**50, wish: Callable[[], str] = lambda: "automatic") -> ModelStore:
    """A store on a device with so much room for weights and work."""
    device = Simulated(torch.device("cpu"), torch.float32, "Simulated", size=size)
    store = ModelStore(device, "eager", wish)
    device.stores.append(store)
    return store


def taken(store: ModelStore) -> int:
    """Bytes of the weights that lie on the device."""
    loaded = store._loaded.values()
    networks = (one.encoder if isinstance(one, TextEncoding) else one for one in loaded)
    places = map(place_of, networks)
    return sum(place.on_device for place in places if place is not None)
