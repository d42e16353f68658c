"""SDXL: two text encoders side by side, and the sizes that a picture was trained with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import torch
from torch import Tensor

from app.diffusion.families import colours
from app.diffusion.families.colours import Colours
from app.diffusion.families.family import (
    Asked,
    Config,
    EncodedPart,
    TextPart,
    pipelines_of,
)
from app.diffusion.families.unet import UNetFamily
from app.diffusion.loading.config_checks import check_added_width
from app.sdk import families
from app.sdk.errors import NodeError
from app.sdk.picture_sizes import PictureSize
from app.sdk.values import Conditioning


class NoPooledPrompt(NodeError):
    """A prompt lacks the vector that SDXL takes beside the words."""

    english = (
        "The prompt was encoded without the second text encoder: "
        "connect the text encoders of an SDXL model."
    )


class StableDiffusionXL(UNetFamily):
    """A U-Net that attends to CLIP-L and OpenCLIP-G, and is told sizes and a cropping.

    Podell et al. 2023, "SDXL: Improving Latent Diffusion Models for High-Resolution Image
    Synthesis".
    """

    name: ClassVar[str] = families.SDXL
    pipelines: ClassVar[tuple[str, ...]] = pipelines_of(
        "StableDiffusionXL", "StableDiffusionXLInstructPix2PixPipeline"
    )
    encoders: ClassVar[tuple[TextPart, ...]] = (
        TextPart("text_encoder", "penultimate"),
        TextPart("text_encoder_2", "penultimate"),
    )
    numbers: ClassVar[int] = 6
    """How many numbers the network is told of a picture."""
    # The order in which the union of ControlNets (xinsir, ControlNet++) was trained.
    control_kinds: ClassVar[Mapping[str, int]] = {
        "pose": 0,
        "depth": 1,
        "soft edges": 2,
        "lines": 3,
        "normals": 4,
        "segments": 5,
        "tile": 6,
        "repaint": 7,
    }
    colours: ClassVar[Colours] = colours.SDXL

    def check(self, configs: Mapping[str, Config], path: Path) -> None:
        """Refuse also a U-Net that is told more or less of a picture."""
        super().check(configs, path)
        check_added_width(configs["unet"], configs["text_encoder_2"], self.numbers, path)

    def join(self, parts: Sequence[EncodedPart]) -> EncodedPart:
        """All encoders' words side by side, and the last one's vector for the whole prompt."""
        return EncodedPart(torch.cat([part.hidden for part in parts], dim=-1), parts[-1].pooled)

    def completed(
        self, positive: Conditioning, negative: Conditioning | None
    ) -> Conditioning | None:
        """Without a negative prompt one of zeros, as in training; its sizes are the other's."""
        if negative is None:
            blank = torch.zeros_like(positive.embeddings), torch.zeros_like(_pooled(positive))
            return replace(positive, embeddings=blank[0], pooled=blank[1], text="", layers=())
        return negative if negative.sizes else replace(negative, sizes=positive.sizes)

    def inputs(self, module: Any, asked: Asked) -> dict[str, Any]:
        """The prompts with their vectors, and the sizes."""
        vectors = [_pooled(prompt).repeat(asked.pictures, 1) for prompt in asked.prompts]
        told = [
            self.told(prompt.sizes or PictureSize(), asked.size)
            for prompt in asked.prompts
            for _ in range(asked.pictures)
        ]
        added = {
            "text_embeds": torch.cat(vectors),
            "time_ids": torch.tensor(told, dtype=torch.float32),
        }
        return {**super().inputs(module, asked), "added_cond_kwargs": added}

    def told(self, sizes: PictureSize, picture: tuple[int, int]) -> list[float]:
        """The numbers for a ``picture`` of this height and width; heights come first."""
        height, width = picture
        original, target = sizes.original or (width, height), sizes.target or (width, height)
        return [*original[::-1], *sizes.crop[::-1], *target[::-1]]


def _pooled(prompt: Conditioning) -> Tensor:
    if prompt.pooled is None:
        raise NoPooledPrompt
    return prompt.pooled
