"""Asks networks with motion layers; families do, which know nothing else of motion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from torch import Tensor

from app.diffusion.video.frames import in_videos
from app.sdk.errors import NodeError


class TooManyFrames(NodeError):
    """A video is longer than the motion layers can overlook."""

    english = "The video has {frames} frames, but this motion adapter overlooks {most}: make fewer."


def check_frames(module: Any, frames: int) -> None:
    """Raise TooManyFrames where the motion layers do not reach over all of them."""
    most = module.config.motion_max_seq_length
    if frames > most:
        raise TooManyFrames(frames=frames, most=most)


def predict_moving(
    module: Any, samples: Tensor, timestep: Tensor, frames: int, taken: Mapping[str, Any]
) -> Tensor:
    """The answers of a network with motion layers, for frames that lie one after the other.

    ``samples``: (prompts * videos * frames, channels, height, width), as are the answers.
    """
    moving = in_videos(samples, frames).transpose(1, 2)
    answers: Tensor = module(moving, timestep, **taken, return_dict=False)[0]
    return answers.transpose(1, 2).flatten(0, 1)
