"""A picture as the first frame of a video."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, NamedTuple

from app.sdk import (
    VAE,
    Conditioning,
    Context,
    Image,
    ImageEncoder,
    Latent,
    Node,
    Plain,
    Seed,
    ValueType,
    param,
    socket,
)
from app.sdk.families import VIDEO


class FirstFrame(NamedTuple):
    """What a picture gives the Sampler."""

    positive: Annotated[Conditioning, "The picture in place of a prompt."]
    latent: Annotated[Latent, "A blank video with the picture beside it."]


class PictureInMotion(Node):
    """Make a picture the start of a video by Stable Video Diffusion.

    Both outputs go into one Sampler, whose cfg (about 3) holds for the last frame. Give the Sampler
    the same seed, by one Seed node for both.
    """

    category = "Video"
    aliases = ("SVD", "image to video", "img2vid")

    image: Image = socket("The picture; its sides are multiples of 8, best 1024 x 576.")
    image_encoder: ImageEncoder = socket("Encoder of the model of videos.")
    vae: VAE = socket("Autoencoder of the model of videos.")
    frames: int = param(default=25, low=2, high=128, tip="How many frames: 14 or 25 by the model.")
    rate: int = param(default=7, low=2, high=60, unit="1/s", tip="Frames a second.")
    motion: int = param(default=127, low=1, high=255, tip="How much moves.")
    noise: float = param(
        default=0.02,
        low=0.0,
        high=1.0,
        step=0.01,
        tip="Noise on the picture: more of it lets the video stray from it, and move more.",
        advanced=True,
    )
    least: float = param(
        default=1.0,
        low=1.0,
        high=30.0,
        step=0.1,
        tip="The cfg of the first frame; it rises to that of the Sampler.",
        advanced=True,
    )
    seed: Seed = param(default=0, tip="The seed of the noise; the same as the Sampler's.")

    def run(self, ctx: Context) -> FirstFrame:
        """Look at the picture with both encoders."""
        from app.diffusion.video.models import picture_in_motion
        from app.sdk.video import Motion

        motion = Motion(self.rate, self.motion, self.noise, self.least)
        parts = self.image_encoder, self.vae
        found = picture_in_motion(ctx, self.image, parts, motion, self.frames, self.seed)
        return FirstFrame(*found)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """Both outputs are for models of videos."""
        return {output.name: output.type.with_traits(family=VIDEO) for output in cls.spec.outputs}
