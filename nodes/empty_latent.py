"""A blank start for the Sampler."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Context, KnownModel, Latent, Node, Plain, Size, param
from app.sdk.usual_sizes import usual_side


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
        tip="Width and height of the picture, multiples of 8, or of 16 for SD 3 and Flux. The "
        "model in the box likes 128 x 128, SD 1 models about 512 x 512, SDXL, SD 3 and Flux about "
        "1024 x 1024; a new node begins with what suits the graph's model.",
    )
    batch: int = param(
        default=1, low=1, high=256, tip="How many pictures to make, with one seed after the other."
    )

    @classmethod
    def fresh(cls, models: Mapping[str, KnownModel]) -> Mapping[str, Plain]:
        """As large as the pictures that the graph's model was made for."""
        return {"size": [usual_side(models.get("checkpoint"))] * 2}

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
