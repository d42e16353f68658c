"""Tiny motion layers, and the pipelines with them."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

import diffusers
import torch
from torch import Tensor

from app.diffusion.video.motion import animated, with_motion
from app.sdk import Latent, Model, MotionAdapter, Weights
from tests import components
from tests.diffusion import reference, steered, workbench, xl

FRAMES = 6


@cache
def motion_adapter() -> Any:
    """Tiny motion layers; their last ones are not zero, as before training."""

    def build() -> Any:
        made = diffusers.MotionAdapter(
            block_out_channels=(16, 32),
            motion_layers_per_block=1,
            motion_num_attention_heads=2,
            motion_norm_num_groups=8,
            motion_max_seq_length=8,
            use_motion_mid_block=False,
        )
        for name, weight in made.named_parameters():
            if "proj_out" in name:
                torch.nn.init.normal_(weight, std=0.2)
        return made

    return components.seeded(41, build)


@cache
def wide_adapter() -> Any:
    """The same for the tiny SDXL, whose last ones are not zero either."""

    def build() -> Any:
        made = copy.deepcopy(motion_adapter())
        for weight in made.parameters():
            torch.nn.init.normal_(weight, std=0.1)
        return made

    return components.seeded(43, build)


def wide_model() -> Model:
    """The handle of the tiny SDXL with motion."""
    handle = MotionAdapter(Weights("motion_adapter", "tiny-motion-xl", xl.FAMILY))
    return animated(xl.model(), handle, linear=False)


@cache
def wide_unet() -> Any:
    """The tiny SDXL with motion."""
    return with_motion(xl.unet(), wide_adapter())


def motion_handle() -> MotionAdapter:
    """The handle of the tiny motion layers."""
    return MotionAdapter(Weights("motion_adapter", "tiny-motion", workbench.FAMILY))


def model() -> Model:
    """The handle of the tiny U-Net with motion, on its own noise levels."""
    return animated(workbench.model(), motion_handle(), linear=False)


def empty(frames: int = FRAMES, count: int = 1) -> Latent:
    """A blank video."""
    from app.diffusion.latents.latents import empty_latent

    return empty_latent(64, 64, count, frames)


@cache
def moving_unet() -> Any:
    """The tiny U-Net with motion."""
    return with_motion(workbench.unet(), motion_adapter())


class Bench(steered.Bench):
    """A context that hands out the network with motion."""

    def weights(self, handle: Any) -> Any:
        """The tiny module behind a handle."""
        if isinstance(handle, Model) and handle.motion is not None:
            self.loaded.append(handle)
            return wide_unet() if handle.weights.family == xl.FAMILY else moving_unet()
        return super().weights(handle)


def pipeline(name: str, kind: str = "AnimateDiffPipeline", **more: Any) -> Any:
    """The pipeline on a copy of the network."""
    made = getattr(diffusers, kind)(
        vae=workbench.autoencoder(),
        text_encoder=None,
        tokenizer=None,
        unet=copy.deepcopy(workbench.unet()),
        motion_adapter=copy.deepcopy(motion_adapter()),
        scheduler=reference.seeded(name, "normal", 3),
        **more,
    )
    made.set_progress_bar_config(disable=True)
    return made


def run(made: Any, **settings: Any) -> list[Tensor]:
    """The latents after every step, and the frames (0 to 1) at the end."""
    seen: list[Tensor] = []

    def keep(_: Any, step: int, timestep: Any, tensors: dict[str, Tensor]) -> dict[str, Tensor]:
        seen.append(tensors["latents"].clone())
        return {}

    positive, negative = reference.usual_prompts()
    usual: dict[str, Any] = {
        "prompt_embeds": positive.embeddings,
        "negative_prompt_embeds": negative.embeddings,
        "num_inference_steps": 5,
        "guidance_scale": 5.0,
        "generator": torch.Generator().manual_seed(3),
        "output_type": "pt",
    }
    frames = made(**{**usual, **settings}, callback_on_step_end=keep).frames
    return [*seen, frames[0]]
