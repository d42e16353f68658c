"""The noise levels that a model would be sampled with."""

from __future__ import annotations

from app.diffusion import families
from app.diffusion.sampling.schedulers import (
    build_scheduler,
    flow_of,
    flow_settings,
    scheduler_settings,
)
from app.sdk.models import Model
from app.sdk.noises import Sigmas
from app.sdk.values import Latent

_USUAL_SIDE = 1024 // 8
"""Of latents, where no picture tells it."""


def levels_of(model: Model, latent: Latent | None, spacing: str, steps: int) -> Sigmas:
    """Euler's levels for a model; ``latent`` tells the size to those that go by it."""
    family = families.of(model.weights.family)
    height, width = (_USUAL_SIDE, _USUAL_SIDE)
    if latent is not None:
        height, width = latent.samples.shape[-2:]
    places = (height // family.patch) * (width // family.patch)
    flow = flow_of(model.schedule, places, even=family.even_levels)
    chosen = "Euler", spacing, model.schedule
    settings = scheduler_settings(*chosen) if flow is None else flow_settings(*chosen, flow)
    scheduler = build_scheduler("Euler", settings, steps, flow)
    return Sigmas(tuple(float(level) for level in scheduler.sigmas))
