"""Where the noise levels of a sampling lie, as diffusers' schedulers offer it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.sdk.errors import NodeError

# karras: Karras et al. 2022, "Elucidating the Design Space of Diffusion-Based Generative Models";
# beta: Lee et al. 2024, "Beta Sampling is All You Need"; lu: Lu et al. 2022, "DPM-Solver";
# the last three: Lin et al. 2023, "Common Diffusion Noise Schedules and Sample Steps are Flawed".
SPACINGS: Mapping[str, Mapping[str, Any]] = {
    "normal": {},
    "karras": {"use_karras_sigmas": True},
    "exponential": {"use_exponential_sigmas": True},
    "beta": {"use_beta_sigmas": True},
    "lu": {"use_lu_lambdas": True},
    "linspace": {"timestep_spacing": "linspace"},
    "leading": {"timestep_spacing": "leading"},
    "trailing": {"timestep_spacing": "trailing"},
}


class NoSuchSpacing(NodeError):
    """A scheduler cannot place its noise levels in the chosen way."""

    english = "{scheduler} has no {spacing} spacing: choose {others}."


def spacing_fields(spacing: str) -> Mapping[str, Any]:
    """The settings of a scheduler that stand for ``spacing``."""
    return SPACINGS[spacing]


def check_spacing(scheduler: str, spacing: str, settings: frozenset[str]) -> None:
    """Raise NoSuchSpacing where a scheduler with these settings does not offer ``spacing``."""
    offered = [name for name, fields in SPACINGS.items() if settings.issuperset(fields)]
    if spacing not in offered:
        raise NoSuchSpacing(scheduler=scheduler, spacing=spacing, others=" or ".join(offered))
