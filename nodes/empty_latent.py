"""A blank start for the Sampler."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Context, Latent, Node, Plain, Size, param


class EmptyLatent(Node):
    """A blank latent: the Sampler fills it with noise and makes a picture of this size."""

    category = "Latent"
    aliases = ("size", "resolution", "batch", "Empty Latent Image")

    size: Size = param(
        default=(512, 512),
        low=8,
        high=16384,
        step=8,
        unit="px",
        tip="Width and height of the picture, multiples of 8, or of 16 for SD 3 and Flux. SD 1 "
        "models like about 512 x 512, SDXL, SD 3 and Flux about 1024 x 1024.",
    )
    batch: int = param(
        default=1, low=1, high=256, tip="How many pictures to make, with one seed after the other."
    )

    def run(self, ctx: Context) -> Annotated[Latent, "A latent without a picture."]:
        """Make the blank."""
        from app.diffusion.latents.latents import empty_latent

        width, height = self.size
        return empty_latent(width, height, self.batch)

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """Both sides must fit the grid of latents."""
        from app.diffusion.latents.sides import check_size

        check_size(*parameters["size"])
