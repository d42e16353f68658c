"""A picture with a part to repaint, as latents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from app.sdk import VAE, Context, Image, Latent, Mask, Node, Plain, ValueType, param, socket
from app.sdk.shared_params import Fit, fit_param, overlap_param, tile_param


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
    fit: Fit = fit_param()
    tile: int = tile_param(
        "Side of the tiles that are encoded one by one; 0 encodes the picture in one go."
    )
    overlap: int = overlap_param()
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
