"""diffusers' own pipelines on the tiny components: what the nodes are measured against.

Schedulers are written down here once more, independently of ``app.diffusion.sampling.schedulers``.
"""

from __future__ import annotations

from typing import Any

import diffusers
import torch
from torch import Tensor

from app.sdk import Conditioning
from tests.diffusion import workbench

BETAS = {
    "num_train_timesteps": 1000,
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
}
USUAL = {**BETAS, "timestep_spacing": "leading", "steps_offset": 1}
UNCLIPPED = {**USUAL, "clip_sample": False, "set_alpha_to_one": False}
STOCHASTIC = {"algorithm_type": "sde-dpmsolver++"}
SINGLESTEP = {**BETAS, "lower_order_final": True}

SCHEDULERS: dict[str, tuple[str, dict[str, Any]]] = {
    "DPM++ 2M": ("DPMSolverMultistep", {**USUAL, "solver_order": 2}),
    "DPM++ 2M SDE": ("DPMSolverMultistep", {**USUAL, "solver_order": 2, **STOCHASTIC}),
    "DPM++ 3M": ("DPMSolverMultistep", {**USUAL, "solver_order": 3}),
    "DPM++ 3M SDE": ("DPMSolverMultistep", {**USUAL, "solver_order": 3, **STOCHASTIC}),
    "DPM++ 2S": ("DPMSolverSinglestep", {**SINGLESTEP, "solver_order": 2}),
    "DPM++ 3S": ("DPMSolverSinglestep", {**SINGLESTEP, "solver_order": 3}),
    "DPM++ 2S SDE": ("DPMSolverSinglestep", {**SINGLESTEP, "solver_order": 2, **STOCHASTIC}),
    "DPM++ SDE": ("DPMSolverSDE", USUAL),
    "Euler": ("EulerDiscrete", USUAL),
    "Euler ancestral": ("EulerAncestralDiscrete", USUAL),
    "Heun": ("HeunDiscrete", USUAL),
    "DPM2": ("KDPM2Discrete", USUAL),
    "DPM2 ancestral": ("KDPM2AncestralDiscrete", USUAL),
    "LMS": ("LMSDiscrete", USUAL),
    "DDIM": ("DDIM", UNCLIPPED),
    "DDPM": ("DDPM", {**USUAL, "clip_sample": False}),
    "PNDM": ("PNDM", {**USUAL, "set_alpha_to_one": False, "skip_prk_steps": True}),
    "UniPC": ("UniPCMultistep", USUAL),
    "DEIS": ("DEISMultistep", USUAL),
    "SA-Solver": ("SASolver", USUAL),
    "LCM": ("LCM", UNCLIPPED),
    "TCD": ("TCD", UNCLIPPED),
}
SPACINGS = {
    "normal": {},
    "karras": {"use_karras_sigmas": True},
    "exponential": {"use_exponential_sigmas": True},
    "beta": {"use_beta_sigmas": True},
    "lu": {"use_lu_lambdas": True},
    "linspace": {"timestep_spacing": "linspace"},
    "trailing": {"timestep_spacing": "trailing"},
}


def scheduler(name: str, spacing: str = "normal", **more: Any) -> Any:
    """A scheduler of diffusers as a user of the pipelines would make it."""
    kind, settings = SCHEDULERS[name]
    return getattr(diffusers, kind + "Scheduler")(**{**settings, **SPACINGS[spacing], **more})


def seeded(name: str, spacing: str, seed: int, **more: Any) -> Any:
    """The same; the one scheduler with a generator of its own gets the seed."""
    own = {"noise_sampler_seed": seed} if name == "DPM++ SDE" else {}
    return scheduler(name, spacing, **own, **more)


def pipeline(kind: str, steps_by: Any, **more: Any) -> Any:
    """A pipeline of the tiny components; prompts come as embeddings."""
    made = getattr(diffusers, kind)(
        vae=workbench.autoencoder(),
        text_encoder=None,
        tokenizer=None,
        unet=workbench.unet(),
        scheduler=steps_by,
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
        **more,
    )
    made.set_progress_bar_config(disable=True)
    return made


def run(made: Any, prompts: tuple[Conditioning, Conditioning], **settings: Any) -> list[Tensor]:
    """The latents after every step, and the pixels (0 to 1) at the end."""
    seen: list[Tensor] = []

    def keep(_: Any, step: int, timestep: Any, tensors: dict[str, Tensor]) -> dict[str, Tensor]:
        seen.append(tensors["latents"].clone())
        return {}

    usual: dict[str, Any] = {
        "prompt_embeds": prompts[0].embeddings,
        "negative_prompt_embeds": prompts[1].embeddings,
        "num_inference_steps": 5,
        "guidance_scale": 5.0,
        "generator": torch.Generator().manual_seed(3),
        "output_type": "pt",
    }
    result = made(**{**usual, **settings}, callback_on_step_end=keep)
    return [*seen, result.images]


def text_to_image(name: str, spacing: str = "normal", **settings: Any) -> list[Tensor]:
    """Text-to-image with the workbench's usual prompts, at 64 x 64."""
    made = pipeline("StableDiffusionPipeline", seeded(name, spacing, 3))
    return run(made, usual_prompts(), height=64, width=64, **settings)


def usual_prompts() -> tuple[Conditioning, Conditioning]:
    """The prompts that ``workbench.sampler`` uses."""
    return workbench.conditioning(1), workbench.conditioning(2)
