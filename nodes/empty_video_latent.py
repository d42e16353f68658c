"""A blank start for a video."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Context, Latent, Node, Plain, Size, param


class EmptyVideoLatent(Node):
    """A blank latent for a video: the Sampler fills it with noise and makes frames of this size."""

    category = "Video"
    aliases = ("frames", "AnimateDiff", "size")

    size: Size = param(
        default=(512, 512),
        low=8,
        high=8192,
        step=8,
        unit="px",
        tip="Width and height of the video, multiples of 8.",
    )
    frames: int = param(
        default=16, low=1, high=1024, tip="How many frames; motion layers overlook 16 to 32."
    )
    batch: int = param(
        default=1, low=1, high=64, tip="How many videos to make, with one seed after the other."
    )

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """Both sides must fit the grid of latents."""
        from app.diffusion.latents.sides import check_size

        check_size(*parameters["size"])

    def run(self, ctx: Context) -> Annotated[Latent, "A latent without frames in it."]:
        """Make the blank."""
        from app.diffusion.latents.latents import empty_latent

        width, height = self.size
        return empty_latent(width, height, self.batch, self.frames)
