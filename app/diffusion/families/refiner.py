"""The SDXL refiner: one text encoder, and a score for looks; it ends what SDXL began."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from app.diffusion.families.family import TextPart
from app.diffusion.families.sdxl import StableDiffusionXL
from app.sdk import families
from app.sdk.picture_sizes import PictureSize
from app.sdk.values import Conditioning

LOOKS_GOOD, LOOKS_BAD = 6.0, 2.5
"""The scores that a prompt and a negative prompt stand for; those of diffusers' pipelines."""


class StableDiffusionXLRefiner(StableDiffusionXL):
    """As SDXL on the same latents, but it attends to OpenCLIP-G alone.

    Trained on the last fifth of the noise levels: Podell et al. 2023, section 2.5.
    """

    name: ClassVar[str] = families.SDXL_REFINER
    encoders: ClassVar[tuple[TextPart, ...]] = (TextPart("text_encoder_2", "penultimate"),)
    numbers: ClassVar[int] = 5

    def completed(
        self, positive: Conditioning, negative: Conditioning | None
    ) -> Conditioning | None:
        """The negative prompt speaks of bad looks; without one there is none."""
        if negative is None:
            return None
        own, other = negative.sizes, positive.sizes or PictureSize()
        sizes = own or replace(other, crop=(0, 0), score=None)
        score = LOOKS_BAD if sizes.score is None else sizes.score
        return replace(negative, sizes=replace(sizes, score=score))

    def told(self, sizes: PictureSize, picture: tuple[int, int]) -> list[float]:
        """Original size, cropping and score."""
        score = LOOKS_GOOD if sizes.score is None else sizes.score
        return [*super().told(sizes, picture)[:4], score]
