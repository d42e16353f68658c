"""Stable Video Diffusion: a picture begins to move; what leads it is the picture, not words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import torch
from torch import Tensor

from app.diffusion.families.colours import Colours
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
from app.diffusion.families.sd1 import StableDiffusion1
from app.diffusion.latents.latents import FIRST_FRAME
from app.diffusion.sampling.guidance import embeddings_of
from app.diffusion.video.frames import in_videos
from app.sdk import families
from app.sdk.errors import NodeError
from app.sdk.values import Conditioning


class NoFirstFrame(NodeError):
    """A model that sets pictures in motion was given words."""

    english = "This model sets a picture in motion: connect the conditioning of Picture In Motion."


class NotSteered(NodeError):
    """There are no ControlNets for this family."""

    english = "Nothing steers {family} beside its picture: disconnect control."


class StableVideoDiffusion(Family):
    """A U-Net that sees all frames at once, each beside the first one.

    Blattmann et al. 2023, "Stable Video Diffusion: Scaling Latent Video Diffusion Models to Large
    Datasets"; as in diffusers' ``StableVideoDiffusionPipeline``.
    """

    name: ClassVar[str] = families.VIDEO
    pipelines: ClassVar[tuple[str, ...]] = ("StableVideoDiffusionPipeline",)
    encoders: ClassVar[tuple[TextPart, ...]] = ()
    colours: ClassVar[Colours] = StableDiffusion1.colours

    def check(self, configs: Mapping[str, Config], path: Path) -> None:
        """There are no text encoders to check."""

    def takes(self, config: Config) -> str:
        """The first frame."""
        return FIRST_FRAME

    def join(self, parts: Sequence[EncodedPart]) -> EncodedPart:
        """There are no words to join."""
        raise NoFirstFrame

    def completed(
        self, positive: Conditioning, negative: Conditioning | None
    ) -> Conditioning | None:
        """What is avoided is a picture of nothing that moves alike."""
        return replace(positive, embeddings=torch.zeros_like(positive.embeddings))

    def inputs(self, module: Any, asked: Asked) -> dict[str, Any]:
        """The picture as its encoder sees it, and how it is to move."""
        videos = asked.pictures // asked.frames
        width = module.config.cross_attention_dim
        told = [_told(prompt) for prompt in asked.prompts for _ in range(videos)]
        return {
            "encoder_hidden_states": embeddings_of(asked.prompts, videos, width),
            "added_time_ids": torch.tensor(told, dtype=torch.float32),
            "frames": asked.frames,
        }

    def predict(
        self, module: Any, samples: Tensor, timestep: Tensor, inputs: Inputs, added: Added
    ) -> Tensor:
        """One call for all prompts; ``samples`` hold the first frame behind their own channels."""
        taken = dict(inputs)
        videos = in_videos(samples, taken.pop("frames"))
        answers: Tensor = module(videos, timestep, **taken, return_dict=False)[0]
        return answers.flatten(0, 1)

    def control(
        self, module: Any, samples: Tensor, timestep: Tensor, inputs: Inputs, led: Led
    ) -> Added:
        """No ControlNet was made for it."""
        raise NotSteered(family=self.name)


def _told(prompt: Conditioning) -> list[float]:
    """Rate, strength of the motion, and noise on the picture, in the order of the training."""
    if prompt.motion is None:
        raise NoFirstFrame
    # The network was trained with the frames between two, not with their number.
    return [prompt.motion.rate - 1, prompt.motion.strength, prompt.motion.noise]
