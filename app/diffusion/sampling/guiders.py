"""Ways to combine two answers of the network beside plain guidance, as ``diffusers.guiders`` has.

APG: Sadat et al. 2024, "Eliminating Oversaturation and Artifacts of High Guidance Scales in
Diffusion Models". CFG-Zero*: Fan et al. 2025, "CFG-Zero*: Improved Classifier-Free Guidance for
Flow Matching Models". TCFG: Kwon et al. 2025, "TCFG: Tangential Damping Classifier-free Guidance".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from torch import Tensor

from app.diffusion.sampling.schedule import Moment
from app.sdk.courses import GuidanceMethod


class Guider(NamedTuple):
    """A class of ``diffusers.guiders``, and its names for our settings."""

    class_name: str
    settings: Mapping[str, str] = {}


# APG's momentum is left out: what came before a step must not count in it beside the latent.
GUIDERS: Mapping[str, Guider] = {
    "APG": Guider(
        "AdaptiveProjectedGuidance",
        {"parallel": "eta", "limit": "adaptive_projected_guidance_rescale"},
    ),
    "CFG-Zero*": Guider("ClassifierFreeZeroStarGuidance", {"zero_steps": "zero_init_steps"}),
    "TCFG": Guider("TangentialClassifierFreeGuidance"),
}


def guided(
    method: GuidanceMethod, followed: Tensor, avoided: Tensor, scale: float, moment: Moment
) -> Tensor:
    """The answers (n, channels, height, width) to both prompts as one prediction."""
    guider = _guider(method, scale)
    guider.set_state(step=moment.number, num_inference_steps=moment.total, timestep=None)
    prediction: Tensor = guider.forward(pred_cond=followed, pred_uncond=avoided).pred
    return prediction


@cache
def _guider(method: GuidanceMethod, scale: float) -> Any:
    """Made once: diffusers warns each time that its guiders may change."""
    from diffusers import guiders

    known = GUIDERS[method.name]
    settings = {known.settings[name]: value for name, value in method.settings}
    if "zero_init_steps" in settings:
        settings["zero_init_steps"] = int(settings["zero_init_steps"])
    return getattr(guiders, known.class_name)(guidance_scale=scale, **settings)
