"""Videos in latents: (n, channels, frames, height, width), which networks see frame by frame."""

from __future__ import annotations

from torch import Tensor

from app.sdk.errors import NodeError
from app.sdk.models import Model
from app.sdk.values import Control, Latent

VIDEO_DIMENSIONS = 5


class NoMotion(NodeError):
    """A video is to be made by a model of pictures."""

    english = (
        "The latent is a video of {frames} frames, but the model makes single pictures: "
        "put Animate between the model and the Sampler, or use an Empty Latent."
    )


class NoFrames(NodeError):
    """A single picture is to be made by a model of videos."""

    english = (
        "The model makes videos, but the latent is a single picture: use an Empty Video Latent."
    )


class OnlyPictures(NodeError):
    """Latents of videos are to be laid on each other."""

    english = (
        "Latents of videos cannot be laid on each other: lay the frames as pictures, and encode "
        "the video that they make."
    )


class NoVideoAdapter(NodeError):
    """A T2I-Adapter steers a video."""

    english = "T2I-Adapters cannot steer videos: use a ControlNet, or take the adapter away."


class NoVideoMask(NodeError):
    """A mask lies on a video."""

    english = "Videos cannot be repainted in parts: connect the latent without a mask."


def frames_of(samples: Tensor) -> int:
    """How many frames a video has; 1 for pictures."""
    return int(samples.shape[2]) if samples.ndim == VIDEO_DIMENSIONS else 1


def apart(samples: Tensor) -> Tensor:
    """All frames of all videos one after the other, (n * frames, channels, height, width)."""
    if samples.ndim != VIDEO_DIMENSIONS:
        return samples
    return samples.transpose(1, 2).flatten(0, 1)


def together(frames: Tensor, like: Tensor) -> Tensor:
    """What ``apart`` took apart, as videos again; ``like`` has as many."""
    if like.ndim != VIDEO_DIMENSIONS:
        return frames
    return in_videos(frames, like.shape[2]).transpose(1, 2).contiguous()


def in_videos(frames: Tensor, length: int) -> Tensor:
    """(n * length, channels, height, width) as (n, length, channels, height, width)."""
    return frames.reshape(-1, length, *frames.shape[1:])


def check_pictures(*latents: Latent) -> None:
    """Raise OnlyPictures where any is of a video."""
    if any(latent.samples.ndim == VIDEO_DIMENSIONS for latent in latents):
        raise OnlyPictures


def check_video(model: Model, latent: Latent, control: Control | None = None) -> None:
    """Raise NodeError where one is of pictures and the other of videos."""
    is_video = latent.samples.ndim == VIDEO_DIMENSIONS
    if is_video and latent.mask is not None:
        raise NoVideoMask
    if is_video and not model.moves:
        raise NoMotion(frames=frames_of(latent.samples))
    if model.moves and not is_video:
        raise NoFrames
    if is_video and control is not None and control.adapters:
        raise NoVideoAdapter
