"""A picture with a part to repaint, as latents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from app.sdk import VAE, Context, Image, Latent, Mask, Node, Plain, ValueType, param, socket


class InpaintLatent(Node):
    """Turn a picture and a mask into a latent of which only the white part is repainted.

    Inpainting models, which see the picture around the mask, need this node. With any other model
    it does what VAE Encode and Latent Mask do.
    """

    category = "Latent"
    aliases = ("inpaint", "VAE Encode (for Inpainting)", "InpaintModelConditioning", "outpaint")

    image: Image = socket("The picture.")
    mask: Mask = socket("White where it may change; of the picture's size.")
    vae: VAE = socket("Autoencoder that knows the way from pixels to latents.")
    edge: Literal["hard", "soft", "gradual"] = param(
        default="hard",
        tip="Hard makes every place either kept or free; soft mixes by the greys of the mask; "
        "gradual lets grey places change in the last steps only, the darker the later.",
    )
    fit: Literal["crop", "pad", "refuse"] = param(
        default="crop",
        tip="What to do where a side is no multiple of 8: crop the middle, repeat the border, "
        "or refuse.",
        advanced=True,
    )
    tile: int = param(
        default=0,
        low=0,
        high=4096,
        step=64,
        unit="px",
        tip="Side of the tiles that are encoded one by one; 0 encodes the picture in one go.",
        advanced=True,
    )
    overlap: int = param(
        default=64,
        low=0,
        high=1024,
        step=8,
        unit="px",
        tip="How far neighbouring tiles blend.",
        advanced=True,
    )
    copies: int = param(
        default=1, low=1, high=256, tip="How many times to repeat every picture, for variations."
    )

    def run(
        self, ctx: Context
    ) -> Annotated[Latent, "The picture as a latent, with its mask and what is around it."]:
        """Encode the picture, whole and with the masked part hidden."""
        from app.diffusion.latents.inpainting import encode_masked
        from app.diffusion.latents.tiling import Tiling

        return encode_masked(
            ctx,
            self.vae,
            self.image,
            self.mask,
            Tiling(self.tile, self.overlap),
            fit=self.fit,
            edge=self.edge,
            copies=self.copies,
        )

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The latent is of the autoencoder's family."""
        family = inputs["vae"].trait("family") if "vae" in inputs else None
        return {"latent": cls.spec.outputs_by_name["latent"].type.with_traits(family=family)}
