"""SDXL: two text encoders side by side, and the sizes that a picture was trained with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import torch
from torch import Tensor

from app.diffusion.families.family import Asked, Colours, EncodedPart, TextPart
from app.diffusion.families.unet import UNetFamily
from app.sdk import families
from app.sdk.errors import NodeError
from app.sdk.values import Conditioning


class NoPooledPrompt(NodeError):
    """A prompt lacks the vector that SDXL takes beside the words."""

    english = (
        "The prompt was encoded without the second text encoder: "
        "connect the text encoders of an SDXL model."
    )


class StableDiffusionXL(UNetFamily):
    """A U-Net that attends to CLIP-L and OpenCLIP-G, and is told sizes and a cropping."""

    name: ClassVar[str] = families.SDXL
    pipelines: ClassVar[tuple[str, ...]] = (
        "StableDiffusionXLPipeline",
        "StableDiffusionXLImg2ImgPipeline",
        "StableDiffusionXLInpaintPipeline",
        "StableDiffusionXLControlNetPipeline",
    )
    encoders: ClassVar[tuple[TextPart, ...]] = (
        TextPart("text_encoder", "penultimate"),
        TextPart("text_encoder_2", "penultimate"),
    )
    # Numbers: ComfyUI, comfy/latent_formats.py.
    colours: ClassVar[Colours] = Colours(
        (
            (0.3651, 0.4232, 0.4341),
            (-0.2533, -0.0042, 0.1068),
            (0.1076, 0.1111, -0.0362),
            (-0.3165, -0.2492, -0.2188),
        ),
        (0.1084, -0.0175, -0.0011),
    )

    def join(self, parts: Sequence[EncodedPart]) -> EncodedPart:
        """Both encoders' words side by side, and the second one's vector for the whole prompt."""
        return EncodedPart(torch.cat([part.hidden for part in parts], dim=-1), parts[-1].pooled)

    def inputs(self, module: Any, asked: Asked) -> dict[str, Any]:
        """The prompts with their vectors, and the sizes."""
        vectors = [_pooled(prompt).repeat(asked.pictures, 1) for prompt in asked.prompts]
        times = torch.tensor([[*asked.size, 0, 0, *asked.size]], dtype=torch.float32)
        added = {
            "text_embeds": torch.cat(vectors),
            "time_ids": times.repeat(len(vectors) * asked.pictures, 1),
        }
        return {**super().inputs(module, asked), "added_cond_kwargs": added}


def _pooled(prompt: Conditioning) -> Tensor:
    if prompt.pooled is None:
        raise NoPooledPrompt
    return prompt.pooled
