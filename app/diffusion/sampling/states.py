"""Where a sampling stands between two steps, and which random numbers act in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor

from app.diffusion import tensors as tensors  # teaches fingerprints about tensors
from app.diffusion.sampling import noise
from app.diffusion.sampling.schedule import Schedule
from app.sdk.context import Past
from app.sdk.courses import Unfinished
from app.sdk.encoding import register_kind
from app.sdk.fingerprint import Leaf, fingerprint, register_leaf
from app.sdk.values import Latent


@dataclass(frozen=True)
class State:
    """Where a trajectory stands; all tensors on the CPU.

    ``samples``: (n, channels, height, width), ``scheduler``: what its steps changed in it,
    ``random``: where the generators stand, () where no step draws.
    """

    samples: Tensor
    scheduler: Mapping[str, Any]
    random: tuple[Tensor, ...] = ()


def _digest(state: State) -> str:
    return fingerprint((state.samples, dict(state.scheduler), state.random))


def _size(state: State) -> int:
    """Bytes of a state, quicker than a walk over its parts; it is asked for after every step."""
    kept = [state.samples, *state.random]
    for value in state.scheduler.values():
        kept += [t for t in value if isinstance(t, Tensor)] if type(value) is tuple else []
        kept += [value] if isinstance(value, Tensor) else []
    return sum(tensor.nbytes for tensor in kept) + 8 * len(state.scheduler)


register_leaf(State, Leaf(_size, _digest))
register_kind(State, "SamplingState")


@dataclass(frozen=True)
class Draws:
    """Which random numbers act: the seed of each picture, whether noise is added at the start,
    whether steps draw, and how much of it (``eta``, where a scheduler has it). ``noise``: what is
    added at the start instead of the seeds' own, (n, ...)."""

    seeds: tuple[int, ...]
    fresh: bool
    in_steps: bool
    eta: float
    noise: Tensor | None = None


def state_to_continue(latent: Latent, schedule: Schedule, draws: Draws) -> State | None:
    """Where another sampling left this latent, if one did, and its steps fit those to come.

    With other seeds the steps to come draw anew. None where a latent is all that there is to begin
    with: then a solver that looks back at earlier steps begins as at its first one.
    """
    unfinished = latent.unfinished
    if draws.fresh or unfinished is None or len(unfinished.states) != 1:
        return None
    state: State = unfinished.states[0]
    fits = unfinished.schedule == schedule.way and unfinished.step == schedule.first_step
    if not fits or not torch.equal(state.samples, latent.samples):
        return None
    if draws.in_steps and draws.seeds != unfinished.seeds:
        return replace(state, random=noise.states(noise.generators(draws.seeds)))
    return state


def unfinished(
    source: Latent,
    schedule: Schedule,
    seeds: tuple[int, ...],
    states: Sequence[State],
    pasts: Sequence[Past],
) -> Unfinished | None:
    """How a sampling that began as ``source`` stands after ``schedule``; None where it is done."""
    if not schedule.is_unfinished:
        return None
    return Unfinished(
        schedule.way, schedule.done, schedule.steps, seeds, tuple(states), source, tuple(pasts)
    )
