"""From a video to a latent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from app.sdk import VAE, Context, Latent, Node, Plain, ValueType, Video, param, socket
from app.sdk.traits import family_from


class EncodeVideo(Node):
    """Turn a video into a latent, to let an animated model change it.

    The Sampler's denoise says how much may change. Motion layers overlook some 16 to 32 frames.
    """

    category = "Video"
    aliases = ("video to video", "vid2vid", "video to latent", "AnimateDiff")

    video: Video = socket("The video to start from.")
    vae: VAE = socket("Autoencoder that knows the way from pixels to latents.")
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
        tip="Side of the tiles that are encoded one by one; 0 encodes a frame in one go.",
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
