"""Noise levels as a list: where models have them, what a paper found, and how schedulers take them.

Sabour et al. 2024, "Align Your Steps: Optimizing Sampling Schedules in Diffusion Models", whose
tables of ten steps diffusers has, and whose way to other numbers of steps is used here.
"""

from __future__ import annotations

import inspect
from typing import Any

import numpy as np

from app.diffusion.sampling.flow import Flow
from app.sdk.errors import NodeError
from app.sdk.noises import Sigmas

ALIGNED = {
    "SD 1": "StableDiffusionSigmas",
    "SDXL": "StableDiffusionXLSigmas",
    "SVD": "StableDiffusionVideoSigmas",
}
_EXACT = ("EulerDiscreteScheduler", "FlowMatchEulerDiscreteScheduler", "FlowMatchLCMScheduler")
_TRAINED_ONLY = (
    "DPMSolverMultistepScheduler",
    "DPMSolverSinglestepScheduler",
    "HeunDiscreteScheduler",
    "DDPMScheduler",
)
"""Those that go to levels of the trained timesteps only, and so to the nearest ones."""

_ALMOST_NONE = 1e-4
"""Where flipped levels begin: the logarithm of 0 is no timestep."""

UNSHIFTED = {
    "shift": 1.0,
    "flow_shift": 1.0,
    "use_dynamic_shifting": False,
    "shift_terminal": None,
}
"""Settings under which schedulers of rectified flow take levels as they are."""


class BadLevels(NodeError):
    """Noise levels that lead nowhere."""

    english = "These noise levels cannot be gone through: {problem}."


class NoLevels(NodeError):
    """A scheduler that cannot be given its noise levels."""

    english = (
        "{scheduler} sets its noise levels itself: choose Euler, Heun or a DPM++ for a model along "
        "a curve, Euler or LCM for SD 3 and Flux, or take the noise levels off."
    )


def check_levels(levels: tuple[float, ...]) -> Sigmas:
    """The levels as a value; raises BadLevels where they are none."""
    if len(levels) < 2:
        raise BadLevels(problem="there must be two at least, one to begin at and one to end at")
    if any(not np.isfinite(level) or level < 0 for level in levels):
        raise BadLevels(problem="each must be a number from 0 on")
    steps = np.diff(levels)
    if not (bool((steps < 0).all()) or bool((steps > 0).all())):
        raise BadLevels(problem="each must be lower than the one before, or each higher")
    return Sigmas(levels)


def aligned(family: str, steps: int) -> Sigmas:
    """The paper's levels for a family, between them evenly on a logarithmic scale; then 0."""
    from diffusers.schedulers import AysSchedules

    table = AysSchedules[ALIGNED[family]][:-1]
    places = np.linspace(0, 1, steps)
    found = np.exp(np.interp(places, np.linspace(0, 1, len(table)), np.log(table)))
    return Sigmas((*(float(level) for level in found), 0.0))


def changed(sigmas: Sigmas, change: str, amount: float) -> Sigmas:
    """All levels ``shift``ed along a straight way, ``scale``d, or in the other order (``flip``)."""
    if change == "flip":
        turned = sigmas.levels[::-1]
        return Sigmas((max(turned[0], _ALMOST_NONE), *turned[1:]))
    if change == "shift":
        if max(sigmas.levels) > 1:
            raise BadLevels(problem="only levels from 1 to 0 can be shifted; scale these")
        return Sigmas(tuple(amount * s / (1 + (amount - 1) * s) for s in sigmas.levels))
    return Sigmas(tuple(amount * level for level in sigmas.levels))


def split(sigmas: Sigmas, step: int) -> tuple[Sigmas, Sigmas]:
    """The levels of the first steps, and of the others; raises BadLevels where one has none."""
    if not 0 < step < sigmas.steps:
        raise BadLevels(problem=f"they are {sigmas.steps} steps, so cut before the last of them")
    return Sigmas(sigmas.levels[: step + 1]), Sigmas(sigmas.levels[step:])


def told_levels(name: str, scheduler: Any, levels: tuple[float, ...], flow: Flow | None) -> Any:
    """What ``set_timesteps`` of a scheduler is told for these levels; raises NodeError."""
    kind = type(scheduler).__name__
    if kind not in (*_EXACT, *_TRAINED_ONLY):
        raise NoLevels(scheduler=name)
    if levels[0] < levels[-1] and kind != "EulerDiscreteScheduler":
        raise BadLevels(problem=f"{name} goes down only")
    if kind == "EulerDiscreteScheduler":
        return {"sigmas": list(levels)}
    if levels[-1] != 0:
        raise BadLevels(problem=f"{name} ends without noise, so the last one must be 0")
    if flow is not None:
        if "sigmas" not in inspect.signature(scheduler.set_timesteps).parameters:
            raise NoLevels(scheduler=name)
        return {"sigmas": list(levels[:-1])}
    return {"timesteps": _nearest(scheduler, levels[:-1])}


def begins_at_most(scheduler: Any, levels: tuple[float, ...], flow: Flow | None) -> bool:
    """Whether the first level is about the noisiest that a network knows."""
    most = 1.0 if flow is not None else float(_trained(scheduler)[-1])
    return levels[0] >= 0.99 * most


def _trained(scheduler: Any) -> Any:
    """The levels of all trained timesteps, rising."""
    kept = scheduler.alphas_cumprod.double().numpy()
    return np.sqrt((1 - kept) / kept)


def _nearest(scheduler: Any, levels: tuple[float, ...]) -> list[int]:
    logs = np.log(_trained(scheduler))
    places = np.interp(np.log(levels), logs, np.arange(len(logs))).round()
    if len(set(places)) < len(places):
        raise BadLevels(problem="some are so close that the model knows nothing between them")
    return [int(place) for place in places]
