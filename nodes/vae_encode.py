"""From pixels to latents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import VAE, Context, Image, Latent, Node, Plain, ValueType, param, socket
from app.sdk.shared_params import Fit, fit_param, overlap_param, tile_param


class VAEEncode(Node):
    """Turn a picture into a latent, to start a Sampler from it.

    The latent keeps how sure the autoencoder is, so that a Sampler can draw from it with its own
    seed, as diffusers' pipelines do.
    """

    category = "Latent"
    aliases = ("image to latent", "encode", "img2img")

    image: Image = socket("Picture to start from.")
    vae: VAE = socket("Autoencoder that knows the way from pixels to latents.")
    fit: Fit = fit_param()
    tile: int = tile_param(
        "Side of the tiles that are encoded one by one; 0 encodes the picture in one go."
    )
    overlap: int = overlap_param()
    copies: int = param(
        default=1, low=1, high=256, tip="How many times to repeat every picture, for variations."
    )

    def run(self, ctx: Context) -> Annotated[Latent, "The picture as a latent."]:
        """Encode picture by picture."""
        from app.diffusion.latents.tiling import Tiling
        from app.diffusion.latents.vae import encode

        tiling = Tiling(self.tile, self.overlap)
        return encode(ctx, self.vae, self.image, tiling, fit=self.fit, copies=self.copies)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The latent is of the autoencoder's family."""
        family = inputs["vae"].trait("family") if "vae" in inputs else None
        return {"latent": cls.spec.outputs_by_name["latent"].type.with_traits(family=family)}
