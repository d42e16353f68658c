"""The ways in which a network can lie in memory while it works, and the choice between them.

All of them give the same bits: they only move weights, and move them whole. What changes numbers
(weights in 8 bits, tiles) is no plan, but a part of the handle or of the key.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from app.graph.phrases import Phrase

RESERVE = 2**29
"""Bytes that stay free for what nobody counts: kernels, fragments, other programs."""


class Plan(IntEnum):
    """The thriftier, the greater."""

    WHOLE = 0
    """On the device from the first use on, until another network needs the room."""

    BLOCKS = 1
    """On the computer; one block after the other comes to the device."""

    LAYERS = 2
    """On the computer; one layer after the other comes to the device."""

    def words(self) -> Phrase:
        """Where the weights lie, for people."""
        match self:
            case Plan.WHOLE:
                return Phrase("whole on the device")
            case Plan.BLOCKS:
                return Phrase("blocks come from memory one by one")
            case Plan.LAYERS:
                return Phrase("layers come from memory one by one")


AUTOMATIC: Final = "automatic"
_WISHES: dict[str, Sequence[Plan]] = {
    AUTOMATIC: tuple(Plan),
    "whole": (Plan.WHOLE,),
    "thrifty": (Plan.BLOCKS, Plan.LAYERS),
    "least": (Plan.LAYERS,),
}
"""Which plans the user leaves to choose from."""


@dataclass(frozen=True)
class Need:
    """Bytes that a network takes: its ``weights``, its largest block and largest layer, its work.

    ``rest``: what lies in no block. ``work`` is what a call takes beside the weights.
    """

    weights: int
    block: int
    rest: int
    layer: int
    work: int

    def on_device(self, plan: Plan) -> int:
        """What must be free on the device for a plan, without the reserve.

        Two blocks or layers lie there at once: while one computes, the next one comes.
        """
        match plan:
            case Plan.WHOLE:
                return self.weights + self.work
            case Plan.BLOCKS:
                return min(self.weights, 2 * self.block + self.rest) + self.work
            case Plan.LAYERS:
                return min(self.weights, 2 * self.layer) + self.work


def choose(need: Need, room: int, wish: str = AUTOMATIC, least: Plan = Plan.WHOLE) -> Plan:
    """The first plan that fits into ``room`` bytes; the thriftiest where none does.

    ``wish`` is what the user wants; plans before ``least`` were found not to fit.
    """
    allowed = _WISHES.get(wish, _WISHES[AUTOMATIC])
    plans = [plan for plan in allowed if plan >= least] or [max(least, *allowed)]
    fitting = (plan for plan in plans if need.on_device(plan) + RESERVE <= room)
    return next(fitting, plans[-1])


def thriftier(plan: Plan) -> Plan | None:
    """The plan after this one; None where there is none."""
    return Plan(plan + 1) if plan < max(Plan) else None
