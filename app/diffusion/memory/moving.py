"""Moves the weights of networks between the computer and the device; the bits stay what they are.

Blocks and layers are moved by diffusers' group offloading (``apply_group_offloading``), on devices
that can do both at once while the one before computes.
"""

from __future__ import annotations

import copy
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary, WeakSet, ref

import psutil  # type: ignore[import-untyped]
import torch
from diffusers.hooks import HookRegistry, apply_group_offloading

from app.diffusion.memory.placed import computes_on, place_of
from app.diffusion.memory.plans import Plan

_HOOKS = ("group_offloading", "layer_execution_tracker", "lazy_prefetch_group_offloading")
"""What diffusers hangs into the layers of a network that comes piece by piece."""

_IN_PIECES = "_comes_piece_by_piece"
_SPARE = 2
"""Weights are kept where the device can fetch them itself if this many times their size is free."""

CPU = torch.device("cpu")

_lent: WeakKeyDictionary[Any, ref[Any]] = WeakKeyDictionary()
"""Networks that use a layer of another one, and which."""

_hung: WeakSet[Any] = WeakSet()
"""Networks into which hooks were hung, as far as they are still in memory."""


def hang_in(module: Any) -> None:
    """Have the pieces of a network on the computer come to the device when they are called."""
    place = place_of(module)
    if place is None or place.plan is Plan.WHOLE or getattr(module, _IN_PIECES, False):
        return
    by_block = place.plan is Plan.BLOCKS
    streams = place.device.place.type in ("cuda", "xpu")
    scarce = psutil.virtual_memory().available < _SPARE * place.need.weights
    apply_group_offloading(
        module,
        place.device.place,
        CPU,
        offload_type="block_level" if by_block else "leaf_level",
        num_blocks_per_group=1 if by_block else None,
        use_stream=streams,
        low_cpu_mem_usage=streams and scarce,
    )
    setattr(module, _IN_PIECES, True)
    note_hooks(module)


def take_off(module: Any) -> bool:
    """Have all weights of a network lie on the computer for good; whether that was not so."""
    if not getattr(module, _IN_PIECES, False):
        return False
    registry = HookRegistry.check_if_exists_or_initialize(module)
    for name in _HOOKS:
        registry.remove_hook(name, recurse=True)
    module.to(CPU)  # where an error came in between, a piece was left behind
    setattr(module, _IN_PIECES, False)
    return True


@contextmanager
def held_still(module: Any) -> Iterator[None]:
    """Within this the layers of a network can be changed: none of them comes or goes."""
    was_moving = take_off(module)
    try:
        yield
    finally:
        if was_moving:
            hang_in(module)


def lend(owner: Any, name: str, borrower: Any) -> None:
    """Have a network use a layer of another one: a copy where the two come and go."""
    known = _lent.get(borrower)
    if known is not None and known() is owner:
        return
    layer, place = getattr(owner, name), place_of(owner)
    if place is None or not place.device.has_own_memory:
        setattr(borrower, name, layer)
    else:
        in_pieces = getattr(borrower, _IN_PIECES, False)
        with held_still(owner), held_still(borrower):
            to = CPU if in_pieces else computes_on(borrower)[0]
            setattr(borrower, name, copy.deepcopy(layer).to(to))
    _lent[borrower] = ref(owner)


def note_hooks(module: Any) -> None:
    """Remember that there are hooks in the layers of a network."""
    _hung.add(module)


def sweep() -> None:
    """Free networks that were let go: what hangs in their layers refers back to them."""
    if _hung:
        gc.collect()


def leave(module: Any) -> bool:
    """Bring a network from the device to the computer; False where that has no room either.

    It comes back by itself as soon as it is called.
    """
    place = place_of(module)
    if place is None or place.plan is not Plan.WHOLE or place.away or hasattr(module, "decode"):
        return False  # an autoencoder has two ways in, and nobody watches them
    if psutil.virtual_memory().available < _SPARE * place.need.weights:
        return False
    module.to(CPU)
    place.away = True
    return True


def come(module: Any) -> None:
    """Bring a network that left back to the device."""
    place = place_of(module)
    if place is not None and place.away:
        module.to(place.device.place)
        place.away = False
