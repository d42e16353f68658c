"""From the frames of a video to a latent that a model of videos can change."""

from __future__ import annotations

from dataclasses import replace

from torch import Tensor

from app.diffusion.latents import vae as autoencoder
from app.diffusion.latents.tiling import Tiling
from app.diffusion.video.frames import in_videos
from app.sdk.context import Context
from app.sdk.models import VAE
from app.sdk.values import Image, Latent
from app.sdk.video import Video


def encode_video(
    ctx: Context, vae: VAE, video: Video, tiling: Tiling, *, fit: str = "crop"
) -> Latent:
    """The frames as one latent of (1, channels, frames, height, width) that keeps the posterior.

    Its samples are the means: draws are the Sampler's business, which makes them frame by frame as
    diffusers' ``AnimateDiffVideoToVideoPipeline`` does. Raises NodeError, or Stopped.
    """
    frames = autoencoder.encode(ctx, vae, Image(video.pixels), tiling, fit=fit)
    posterior = frames.posterior
    if posterior is not None:
        mean, deviation = _joined(posterior.mean), _joined(posterior.deviation)
        posterior = replace(posterior, mean=mean, deviation=deviation)
    return replace(frames, samples=_joined(frames.samples), posterior=posterior)


def _joined(frames: Tensor) -> Tensor:
    """(frames, channels, height, width) as one video."""
    return in_videos(frames, len(frames)).transpose(1, 2).contiguous()
