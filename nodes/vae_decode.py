"""From latents to pixels."""

from __future__ import annotations

from typing import Annotated

from app.sdk import VAE, Context, Image, Latent, Node, socket
from app.sdk.shared_params import overlap_param, tile_param


class VAEDecode(Node):
    """Turn a latent into a picture.

    Tiles make big pictures fit into little memory; their seams are blended, but colours may differ
    a little from tile to tile.
    """

    category = "Latent"
    aliases = ("latent to image", "decode")

    latent: Latent = socket("What to show.")
    vae: VAE = socket("Autoencoder that knows the way back to pixels.")
    tile: int = tile_param(
        "Side of the tiles that are decoded one by one; 0 decodes the picture in one go."
    )
    overlap: int = overlap_param()

    def run(self, ctx: Context) -> Annotated[Image, "The decoded picture."]:
        """Decode picture by picture."""
        from app.diffusion.latents.tiling import Tiling
        from app.diffusion.latents.vae import decode

        return decode(ctx, self.vae, self.latent, Tiling(self.tile, self.overlap))
