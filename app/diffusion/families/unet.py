"""Families around diffusers' UNet2DConditionModel: SD 1, SD 2 and SDXL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

import torch
from torch import Tensor

from app.diffusion.config_checks import check_channels
from app.diffusion.families.family import (
    Added,
    Asked,
    Config,
    EncodedPart,
    Family,
    Inputs,
    TextPart,
)
from app.diffusion.guidance import embeddings_of


class UNetFamily(Family):
    """A U-Net that attends to one text encoder."""

    encoders: ClassVar[tuple[TextPart, ...]] = (TextPart("text_encoder"),)

    def check(self, configs: Mapping[str, Config], path: Path) -> None:
        """Refuse also a U-Net that takes more than a latent."""
        check_channels(configs["unet"], path)
        super().check(configs, path)

    def join(self, parts: Sequence[EncodedPart]) -> EncodedPart:
        """The words alone."""
        return EncodedPart(parts[0].hidden, None)

    def inputs(self, module: Any, asked: Asked) -> dict[str, Any]:
        """The prompts, and the guidance scale where a distilled network (LCM) takes it."""
        width = module.config.cross_attention_dim
        made = {"encoder_hidden_states": embeddings_of(asked.prompts, asked.pictures, width)}
        if module.config.time_cond_proj_dim is not None:
            made["timestep_cond"] = _embedded_scale(asked, module.config.time_cond_proj_dim)
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
        answers: Tensor = module(samples, timestep, **taken, return_dict=False)[0]
        return answers

    def control(
        self,
        module: Any,
        samples: Tensor,
        timestep: Tensor,
        inputs: Inputs,
        picture: Tensor,
        strength: float,
    ) -> Added:
        """Residuals for the skip connections and for the middle block."""
        taken = {name: value for name, value in inputs.items() if name != "timestep_cond"}
        down, middle = module(
            samples,
            timestep,
            **taken,
            controlnet_cond=picture,
            conditioning_scale=strength,
            return_dict=False,
        )
        return {
            "down_block_additional_residuals": list(down),
            "mid_block_additional_residual": middle,
        }


def _embedded_scale(asked: Asked, width: int) -> Tensor:
    """The guidance scale of every picture, as the network was distilled with (Meng et al. 2023)."""
    from diffusers import LatentConsistencyModelPipeline

    scales = torch.tensor(asked.scale - 1).repeat(asked.pictures)
    make = LatentConsistencyModelPipeline.get_guidance_scale_embedding
    made: Tensor = make(None, scales, embedding_dim=width)
    return made
