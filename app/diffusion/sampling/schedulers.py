"""Builds the schedulers of diffusers, with full and explicit configurations.

``Scheduler.from_config(other.config)`` depends on the history of the other configuration (a missing
``timestep_spacing`` is filled in by whichever class saw it first), so a configuration is always
written out whole here: the defaults of the class, what the network was trained with, what makes the
scheduler what its name says.
"""

from __future__ import annotations

import copy
import importlib.util
import inspect
import json
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from app.diffusion.sampling.flow import (
    Flow,
    flow_fields,
    flow_spacings,
    is_flow,
    shift_by_size,
    told,
)
from app.diffusion.sampling.noise_levels import told_levels
from app.diffusion.sampling.scheduler_kinds import FLOW_SCHEDULERS as FLOW_SCHEDULERS
from app.diffusion.sampling.scheduler_kinds import SCHEDULERS as SCHEDULERS
from app.diffusion.sampling.scheduler_kinds import kind_of
from app.diffusion.sampling.spacing import check_spacing, spacing_fields
from app.sdk.errors import NodeError


class MissingPackage(NodeError):
    """A scheduler or spacing needs an optional package that is not installed."""

    english = (
        "{choice} needs the package {package}: install the extra ``solvers`` "
        "(pip install latent-loom[solvers]), or choose another."
    )


class BadSchedule(NodeError):
    """The settings of a scheduler do not go together."""

    english = (
        "{scheduler} cannot work with steps = {steps} here ({reason}): change the steps or the "
        "scheduler."
    )


class NoContinuousLevels(NodeError):
    """A scheduler counts timesteps, but the network was trained on noise levels between them."""

    english = "{scheduler} cannot lead this model, which goes by noise levels: choose Euler."


class UnreadableSchedule(NodeError):
    """The schedule that came with a model is no scheduler configuration."""

    english = "The schedule of this model cannot be read: get the model folder again."


# What a schedule says of the network's training, and must hold for every scheduler.
_TRAINED = (
    "num_train_timesteps",
    "beta_start",
    "beta_end",
    "beta_schedule",
    "trained_betas",
    "prediction_type",
    "timestep_spacing",
    "steps_offset",
    "rescale_betas_zero_snr",
    "set_alpha_to_one",
)
_CONTINUOUS = ("timestep_type", "sigma_min", "sigma_max")
"""The same of networks that are told the noise level, not the number of a timestep."""


def scheduler_settings(name: str, spacing: str, schedule: str) -> dict[str, Any]:
    """The full configuration of scheduler ``name`` for a network trained with ``schedule`` (JSON).

    Latents are never clipped: their range is not that of pixels. Raises NodeError where the
    spacing does not suit the scheduler or a package is missing.
    """
    kind = SCHEDULERS[name]
    _check_package(name, kind.needs)
    names = _defaults(kind.class_name)
    check_spacing(name, spacing, frozenset(names))
    if spacing == "beta":
        _check_package("The spacing beta", "scipy")
    trained = read_schedule(schedule)
    settings = {
        **names,
        "clip_sample": False,
        **{key: trained[key] for key in _TRAINED if key in trained},
        **_continuous(name, spacing, trained, names),
        **kind.settings,
        **spacing_fields(spacing),
    }
    return {key: value for key, value in settings.items() if key in names}


def _continuous(
    name: str, spacing: str, trained: Mapping[str, Any], names: Mapping[str, Any]
) -> dict[str, Any]:
    """What holds for networks that are told noise levels; the way they were trained is normal."""
    if trained.get("timestep_type") != "continuous":
        return {}
    if not names.keys() >= set(_CONTINUOUS):
        raise NoContinuousLevels(scheduler=name)
    found = {key: trained[key] for key in _CONTINUOUS if key in trained}
    if spacing == "normal":
        found["use_karras_sigmas"] = trained.get("use_karras_sigmas", False)
    return found


def flow_settings(name: str, spacing: str, schedule: str, flow: Flow) -> dict[str, Any]:
    """The same for a network trained along a straight line, with the shift of ``flow``.

    Raises NotForFlow also where the scheduler knows nothing of such networks.
    """
    kind = kind_of(name, flow=True)
    names = _defaults(kind.class_name)
    check_spacing(name, spacing, frozenset(flow_spacings(names)))
    if spacing == "beta":
        _check_package("The spacing beta", "scipy")
    settings = {
        **names,
        **flow_fields(names, read_schedule(schedule), flow),
        **kind.settings,
        **spacing_fields(spacing),
    }
    return {key: value for key, value in settings.items() if key in names}


def flow_of(schedule: str, places: int, *, even: bool) -> Flow | None:
    """How noise levels are set for pictures of ``places`` patches; None on a curve.

    ``even``: from evenly spaced levels, as Flux takes them.
    """
    trained = read_schedule(schedule)
    return Flow(even, shift_by_size(trained, places)) if is_flow(trained) else None


def build_scheduler(
    name: str,
    settings: Mapping[str, Any],
    steps: int,
    flow: Flow | None = None,
    levels: tuple[float, ...] = (),
) -> Any:
    """A new scheduler with its timesteps set, on the CPU: there they cost no wait for a GPU.

    ``levels``: those to go through, where they are not the scheduler's own.

    Raises BadSchedule where diffusers refuses. Some take a third of a second to build, so the
    latest are kept and copied; their tensors are never changed in place.
    """
    most = kind_of(name, flow=flow is not None).most_steps
    if steps > most:
        raise BadSchedule(scheduler=name, steps=steps, reason=f"at most {most}")
    scheduler = copy.copy(_built(name, json.dumps(settings, sort_keys=True), steps, flow, levels))
    attributes = vars(scheduler)
    attributes.update({key: list(v) for key, v in attributes.items() if type(v) is list})
    return scheduler


@lru_cache(maxsize=32)
def _built(
    name: str, settings: str, steps: int, flow: Flow | None, levels: tuple[float, ...]
) -> Any:
    """A scheduler that is only copied from."""
    import diffusers

    kind = kind_of(name, flow=flow is not None)
    try:
        scheduler = getattr(diffusers, kind.class_name)(**json.loads(settings))
        if levels:
            scheduler.set_timesteps(**told_levels(name, scheduler, levels, flow))
        elif flow is None:
            scheduler.set_timesteps(steps)
        else:
            scheduler.set_timesteps(**told(scheduler, steps, flow))
    except (ValueError, IndexError, ZeroDivisionError, NotImplementedError) as error:
        reason = (str(error).splitlines() or ["no noise levels are left"])[0].rstrip(".")
        raise BadSchedule(scheduler=name, steps=steps, reason=reason) from error
    return scheduler


def read_schedule(schedule: str) -> dict[str, Any]:
    """The trained schedule as a dictionary; raises UnreadableSchedule."""
    try:
        found = json.loads(schedule)
    except ValueError as error:
        raise UnreadableSchedule from error
    if not isinstance(found, dict):
        raise UnreadableSchedule
    return found


@cache
def _defaults(class_name: str) -> dict[str, Any]:
    """Every setting of a scheduler class with its default."""
    import diffusers

    signature = inspect.signature(getattr(diffusers, class_name).__init__)
    named = [p for p in signature.parameters.values() if p.default is not p.empty]
    return {parameter.name: parameter.default for parameter in named}


def _check_package(choice: str, package: str) -> None:
    if package and importlib.util.find_spec(package) is None:
        raise MissingPackage(choice=choice, package=package)
