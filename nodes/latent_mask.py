"""Which part of a latent may change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from app.sdk import Context, Latent, Mask, Node, Passes, Plain, ValueType, param, socket


class LatentMask(Node):
    """Let the Sampler repaint only what is white in the mask.

    The rest is put back after every step, with as much noise as that step leaves, as in diffusers'
    inpainting.
    """

    category = "Latent"
    aliases = ("inpaint", "Set Latent Noise Mask")

    latent: Latent = socket("The picture as a latent.")
    mask: Mask = socket("White where the picture may change.")
    edge: Literal["hard", "soft"] = param(
        default="hard",
        tip="Hard makes every place either kept or free; soft keeps the greys of the mask.",
    )

    def run(self, ctx: Context) -> Annotated[Latent, "The latent with the mask.", Passes("latent")]:
        """Bring the mask to the latent's size."""
        from app.diffusion.latents import masked

        return masked(self.latent, self.mask, hard=self.edge == "hard")

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The latent stays what it was."""
        return {"latent": inputs["latent"]} if "latent" in inputs else {}
