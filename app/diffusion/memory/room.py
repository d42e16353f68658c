"""Finds room on the device for each network, and sends others away for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from weakref import ref

from app.diffusion.device import Device
from app.diffusion.memory.moving import come, leave
from app.diffusion.memory.placed import Placed, note_place, place_of
from app.diffusion.memory.plans import AUTOMATIC, RESERVE, Need, Plan, choose, thriftier
from app.diffusion.memory.telling import told
from app.diffusion.memory.work import Corrections
from app.graph.phrases import Phrase

_SMALLEST_TILE = 256
_FIRST_TILE = 512


class Room:
    """Where networks lie on one device. ``wish`` gives what the user wants: see plans.py.

    Networks that are on the device as a whole leave it for others, those that were used longest ago
    first, and come back when they are called. Plans that were found not to fit are not tried again.
    """

    def __init__(self, device: Device, wish: Callable[[], str] = lambda: AUTOMATIC) -> None:
        self._device = device
        self._wish = wish
        self._members: list[ref[Any]] = []
        self._least: dict[str, Plan] = {}
        self._tiles: dict[str, int] = {}
        self._corrections = Corrections()
        self._watched: tuple[str, int, int] | None = None

    def plan(self, content: str, need: Need, wish: str = "", *, movable: bool = True) -> Plan:
        """How a network is to lie, were all others away; ``wish`` is that of its own loader."""
        if not (self._device.has_own_memory and movable):
            return Plan.WHOLE
        room = self._device.free_memory() + sum(place.on_device for _, place in self._present())
        return choose(need, room, wish or self._wish(), self._least.get(content, Plan.WHOLE))

    def expected(self, content: str, estimate: int) -> int:
        """The bytes that a call takes beside the weights, by what was measured before."""
        return self._corrections.corrected(content, estimate)

    def settle(self, module: Any, place: Placed) -> None:
        """Take note of a network that was loaded as ``place`` says."""
        place.wish = place.wish or self._wish()
        place.largest_tile = self._tiles.get(place.content, 0)
        note_place(module, place)
        self._members.append(ref(module))
        if self._device.has_own_memory and place.plan is Plan.WHOLE:
            module.register_forward_pre_hook(self._before)

    def used(self, module: Any) -> None:
        """A network was asked for: it comes back, and leaves after all others."""
        place = place_of(module)
        if place is None:
            return
        self._members = [one for one in self._members if one() not in (None, module)]
        self._members.append(ref(module))
        if place.away:
            self.make(place.need.on_device(place.plan) + RESERVE, but=module)
            come(module)
        self._watch(place)

    def suits(self, module: Any, wish: str) -> bool:
        """Whether a network that is loaded may lie as it does, for what is to be done now."""
        place = place_of(module)
        if place is None or not (self._device.has_own_memory and place.movable):
            return True
        place.need = replace(place.need, work=self.expected(place.content, place.estimate()))
        plan = self.plan(place.content, place.need, wish)
        return plan is place.plan or (plan < place.plan and place.wish == (wish or self._wish()))

    def make(self, wanted: int, but: Any = None) -> bool:
        """Send networks away until so many bytes are free; whether they are."""
        others = list(self._present()) if self._device.has_own_memory else []
        for module, place in others:
            if self._device.free_memory() >= wanted:
                break
            if module is not but and place.on_device and leave(module):
                self._device.release()
        return self._device.free_memory() >= wanted

    def relieve(self) -> Phrase | None:
        """Let the next attempt be thriftier with what was asked for last, in words what it does.

        None where there is nothing to gain. Called before the networks are let go.
        """
        present = list(self._present())
        if not present:
            return None
        module, last = present[-1]
        if _is_autoencoder(module):
            return self._smaller_tiles(last)
        if not self._device.has_own_memory:
            return Phrase("with nothing else in memory") if len(present) > 1 else None
        found = [place for other, place in present if not _is_autoencoder(other)]
        plans = {place.content: thriftier(place.plan) for place in found if place.movable}
        self._least |= {content: plan for content, plan in plans.items() if plan is not None}
        plan = plans.get(last.content)
        return None if plan is None else plan.words()

    def measure(self) -> None:
        """Learn from what was really used since a network was asked for."""
        if self._watched is not None:
            content, estimate, resting = self._watched
            self._corrections.measured(content, estimate, self._device.used_at_most() - resting)
            self._watched = None

    def forget(self) -> None:
        """All networks were let go."""
        self._members.clear()
        self._watched = None

    def words(self) -> list[Phrase]:
        """A line about each network that is loaded."""
        return [told(place, self._device) for _, place in self._present()]

    def _watch(self, place: Placed) -> None:
        """Begin to measure what the calls of a network take beside the weights."""
        self.measure()
        estimate = place.estimate() if self._device.has_own_memory else 0
        if estimate:
            self._device.measure_anew()
            resting = sum(other.on_device for _, other in self._present())
            self._watched = place.content, estimate, resting + _within(place)

    def _smaller_tiles(self, place: Placed) -> Phrase | None:
        tile = place.largest_tile // 2 or _FIRST_TILE
        if tile < _SMALLEST_TILE:
            return None
        self._tiles[place.content] = tile
        return Phrase("in tiles of {tile} px", tile=tile)

    def _present(self) -> Iterator[tuple[Any, Placed]]:
        """The networks that are loaded, those that were used longest ago first."""
        for one in self._members:
            module = one()
            place = None if module is None else place_of(module)
            if place is not None:
                yield module, place

    def _before(self, module: Any, _: Any) -> None:
        """A network is about to compute: it has to be there."""
        place = place_of(module)
        if place is not None and place.away:
            self.used(module)


def _is_autoencoder(module: Any) -> bool:
    return hasattr(module, "decode")


def _within(place: Placed) -> int:
    """Bytes of the weights of a network that come and go while it computes."""
    return 0 if place.plan is Plan.WHOLE else place.need.on_device(place.plan) - place.need.work
