"""From a video to a latent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import VAE, Context, Latent, Node, Plain, ValueType, Video, socket
from app.sdk.shared_params import Fit, fit_param, overlap_param, tile_param
from app.sdk.traits import family_from


class EncodeVideo(Node):
    """Turn a video into a latent, to let an animated model change it.

    The Sampler's denoise says how much may change. Motion layers overlook some 16 to 32 frames.
    """

    category = "Video"
    aliases = ("video to video", "vid2vid", "video to latent", "AnimateDiff")

    video: Video = socket("The video to start from.")
    vae: VAE = socket("Autoencoder that knows the way from pixels to latents.")
    fit: Fit = fit_param()
    tile: int = tile_param(
        "Side of the tiles that are encoded one by one; 0 encodes a frame in one go."
    )
    overlap: int = overlap_param()

    def run(self, ctx: Context) -> Annotated[Latent, "The video as a latent."]:
        """Encode frame by frame."""
        from app.diffusion.latents.tiling import Tiling
        from app.diffusion.video.latents import encode_video

        tiling = Tiling(self.tile, self.overlap)
        return encode_video(ctx, self.vae, self.video, tiling, fit=self.fit)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The latent is of the autoencoder's family."""
        return family_from(cls, inputs, ("vae",))
