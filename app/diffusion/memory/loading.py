"""Loads networks to where their plan wants them."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch

from app.diffusion.device import Device
from app.diffusion.loading.sources import Source, source_of
from app.diffusion.loading.weights import load_module
from app.diffusion.memory.eight_bits import STORED, put_in_eight_bits
from app.diffusion.memory.moving import CPU, hang_in, note_hooks
from app.diffusion.memory.placed import Placed, note_place, place_of
from app.diffusion.memory.plans import RESERVE, Need, Plan
from app.diffusion.memory.room import Room
from app.diffusion.memory.sizes import may_move, need_of, number_type
from app.diffusion.memory.work import call_bytes, expected
from app.diffusion.video.motion import with_motion
from app.sdk.models import Weights


@dataclass(frozen=True)
class Wanted:
    """A network that is asked for: whether ``compiled``, and how it is to lie in ``memory``.

    ``motion``: layers to put between its own.
    """

    weights: Weights
    compiled: bool = False
    memory: str = ""
    motion: Any = None


def load_placed(
    wanted: Wanted,
    device: Device,
    room: Room,
    make_room: Callable[[int], None],
    check: Callable[[], None],
) -> Any:
    """The network, lying as it can; ``make_room`` is told what has to be free on the device.

    Raises as ``load_module``.
    """
    weights = wanted.weights
    source = source_of(weights)
    numbers = sum(math.prod(tensor.shape) for tensor in source.tensors.values())
    dtype = number_type(weights.part, numbers, device)
    estimate = _estimate(weights, source, dtype)
    need = _need(source, dtype.itemsize, room.expected(weights.content, estimate()))
    movable = may_move(weights) and not wanted.compiled
    plan = room.plan(weights.content, need, wanted.memory, movable=movable)
    make_room(need.on_device(plan))
    module = load_module(weights, device.place if plan is Plan.WHOLE else CPU, dtype, check)
    place = Placed(_name(weights), weights.content, plan, device, dtype, need, room.make)
    room.settle(module, replace(place, movable=movable, wish=wanted.memory, estimate=estimate))
    return module


def load_in_eight_bits(
    wanted: Wanted,
    device: Device,
    room: Room,
    patch: Callable[[Any], None],
    check: Callable[[], None],
) -> Any:
    """The network with its weights in 8 bits; ``patch`` changes it while all bits are there."""
    weights, dtype = wanted.weights, device.dtype
    module = load_module(weights, CPU, dtype, check)
    if wanted.motion is not None:
        module = with_motion(module, wanted.motion).to(CPU)
    patch(module)
    put_in_eight_bits(module, dtype)
    note_hooks(module)
    source = source_of(weights)
    estimate = _estimate(weights, source, dtype)
    need = _need(source, STORED.itemsize, room.expected(weights.content, estimate()))
    plan = room.plan(weights.content, need, wanted.memory)
    room.make(need.on_device(plan) + RESERVE)
    if plan is Plan.WHOLE:
        module.to(device.place)
    place = Placed(_name(weights), weights.content, plan, device, dtype, need, room.make)
    room.settle(module, replace(place, in_eight_bits=True, wish=wanted.memory, estimate=estimate))
    hang_in(module)
    return module


def share_place(network: Any, made: Any) -> None:
    """A network that shares the tensors of another one comes piece by piece where that does."""
    place = place_of(network)
    if place is not None and place.plan is not Plan.WHOLE:
        note_place(made, replace(place))


def _need(source: Source, itemsize: int, work: int) -> Need:
    """What a network takes whose numbers have so many bytes; ``work``: of a call beside them."""
    shapes = {name: tuple(tensor.shape) for name, tensor in source.tensors.items()}
    return need_of(shapes, itemsize, work)


def _estimate(weights: Weights, source: Source, dtype: torch.dtype) -> Callable[[], int]:
    """Says what the call that is expected takes beside the weights."""
    return lambda: call_bytes(weights.part, source.config, expected(), dtype.itemsize)


def _name(weights: Weights) -> str:
    """What people call a network: the name of its model, and its part."""
    return f"{Path(weights.path).stem} {weights.part.replace('_', ' ')}"
