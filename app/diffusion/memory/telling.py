"""Says where networks lie."""

from __future__ import annotations

from collections.abc import Sequence

from app.diffusion.device import Device
from app.diffusion.memory.placed import Placed
from app.graph.phrases import Phrase

_GIGABYTE = 2**30


def lines(words: Sequence[str]) -> str:
    """Words below each other."""
    said = words[-1]
    for line in reversed(words[:-1]):
        said = Phrase("{line}\n{lines}", line=line, lines=said)
    return said


def told(place: Placed, device: Device) -> Phrase:
    """One line about a network: where its weights lie, and what it takes of the device."""
    where = place.plan.words() if device.has_own_memory else Phrase("in memory")
    if place.away:
        where = Phrase("waits in memory")
    if place.in_eight_bits:
        where = Phrase("{where}, weights in 8 bits", where=where)
    elif str(place.dtype) == "torch.bfloat16" and place.dtype != device.dtype:
        where = Phrase("{where}, in bfloat16", where=where)
    return Phrase(
        "{name}: {where}, about {used:.1f} of {total:.1f} GB",
        name=place.name,
        where=where,
        used=0.0 if place.away else place.need.on_device(place.plan) / _GIGABYTE,
        total=device.total_memory() / _GIGABYTE,
    )
