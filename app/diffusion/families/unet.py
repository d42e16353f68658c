"""Families around diffusers' UNet2DConditionModel: SD 1, SD 2 and SDXL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, ClassVar

import torch
from torch import Tensor

from app.diffusion.families.family import (
    Added,
    Asked,
    Config,
    EncodedPart,
    Family,
    Inputs,
    Led,
    TextPart,
)
from app.diffusion.families.led_rows import filled_up, rows_of, told
from app.diffusion.loading.config_checks import TAKEN_BESIDE, check_channels
from app.diffusion.sampling.guidance import embeddings_of
from app.diffusion.sampling.weakening import weakened
from app.diffusion.video.motion_calls import check_frames, predict_moving
from app.sdk.courses import Perturbation

_NOT_CONTROLLED = ("timestep_cond", "frames")
"""What a ControlNet does not take."""


class UNetFamily(Family):
    """A U-Net that attends to one text encoder."""

    encoders: ClassVar[tuple[TextPart, ...]] = (TextPart("text_encoder"),)
    guesses: ClassVar[bool] = True

    def check(self, configs: Mapping[str, Config], path: Path) -> None:
        """Refuse also a U-Net that takes more than a latent."""
        check_channels(configs["unet"], path)
        super().check(configs, path)

    def takes(self, config: Config) -> str:
        """A mask and the picture around it, or a picture to change, told by the channels."""
        return TAKEN_BESIDE[config.get("in_channels", 4)]

    def weakened(
        self, module: Any, perturbation: Perturbation | None, rows: int
    ) -> AbstractContextManager[None]:
        """Blocks with attention can be."""
        return weakened(module, perturbation, rows) if perturbation is not None else nullcontext()

    def join(self, parts: Sequence[EncodedPart]) -> EncodedPart:
        """The words alone."""
        return EncodedPart(parts[0].hidden, None)

    def inputs(self, module: Any, asked: Asked) -> dict[str, Any]:
        """The prompts, and the guidance scale where a distilled network (LCM) takes it."""
        width = module.config.cross_attention_dim
        made: dict[str, Any] = {
            "encoder_hidden_states": embeddings_of(asked.prompts, asked.pictures, width)
        }
        if module.config.time_cond_proj_dim is not None:
            made["timestep_cond"] = _embedded_scale(asked, module.config.time_cond_proj_dim)
        if asked.frames:
            check_frames(module, asked.frames)
            made["frames"] = asked.frames
        return made

    def predict(
        self,
        module: Any,
        samples: Tensor,
        timestep: Tensor,
        inputs: Inputs,
        added: Added,
    ) -> Tensor:
        """One call for all prompts."""
        taken = {**inputs, **added}
        if "added_cond_kwargs" in inputs and "added_cond_kwargs" in added:
            taken["added_cond_kwargs"] = {
                **inputs["added_cond_kwargs"],
                **added["added_cond_kwargs"],
            }
        frames = taken.pop("frames", 0)
        if frames:
            return predict_moving(module, samples, timestep, frames, _told_once(taken, frames))
        answers: Tensor = module(samples, timestep, **taken, return_dict=False)[0]
        return answers

    def control(
        self,
        module: Any,
        samples: Tensor,
        timestep: Tensor,
        inputs: Inputs,
        led: Led,
    ) -> Added:
        """Residuals for the skip connections and for the middle block; 0 in rows that stay."""
        rows = list(led.rows) if len(led.rows) < len(samples) else slice(None)
        taken = {name: value for name, value in inputs.items() if name not in _NOT_CONTROLLED}
        down, middle = module(
            samples[rows],
            timestep,
            **rows_of(taken, rows),
            **told(module, led),
            guess_mode=led.guess,
            return_dict=False,
        )
        return {
            "down_block_additional_residuals": [filled_up(part, rows, samples) for part in down],
            "mid_block_additional_residual": filled_up(middle, rows, samples),
        }


def _told_once(taken: Inputs, frames: int) -> dict[str, Any]:
    """What a network takes, with all that holds for a whole video once instead of a frame."""
    once = {name: taken[name][::frames] for name in ("timestep_cond",) if name in taken}
    if "added_cond_kwargs" in taken:
        once["added_cond_kwargs"] = {
            name: value[::frames] if isinstance(value, Tensor) else value
            for name, value in taken["added_cond_kwargs"].items()
        }
    return {**taken, **once}


def _embedded_scale(asked: Asked, width: int) -> Tensor:
    """The guidance scale of every picture, as the network was distilled with (Meng et al. 2023)."""
    from diffusers import LatentConsistencyModelPipeline

    scales = torch.tensor(asked.scale - 1).repeat(asked.pictures)
    make = LatentConsistencyModelPipeline.get_guidance_scale_embedding
    made: Tensor = make(None, scales, embedding_dim=width)
    return made
