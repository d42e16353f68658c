"""Frames into the bytes of a video file, and out of one."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch
from PIL import Image as PillowImage
from torch import Tensor

from app.sdk.errors import NodeError
from app.sdk.video import Video

VideoFormat = Literal["MP4", "WebM", "WebP", "GIF"]
_CODECS = {"MP4": ("mp4", "libx264"), "WebM": ("webm", "libvpx-vp9")}
_FINEST, _COARSEST = 12, 40
"""Rate factors of x264 and VP9 that quality 100 and 1 stand for; smaller is finer."""

_SHORTEST = 20
"""Milliseconds; browsers show frames of an animation that are shorter as if they were slow ones."""


class NeedsVideoPackage(NodeError):
    """Videos are read and written by an optional package."""

    english = (
        "{thing} needs the package av: install the extra ``video`` "
        "(pip install latent-loom[video]), or choose GIF or WebP."
    )


class NoVideo(NodeError):
    """No file was chosen."""

    english = "No video is chosen: pick a file."


class UnreadableVideo(NodeError):
    """A file holds no video that can be read."""

    english = "{file} cannot be read as a video ({problem}): choose another file."


class TooLongVideo(NodeError):
    """A video would fill the memory."""

    english = "{file} has more than {most} frames from there on: take fewer of them."


def encode_video(
    video: Video, format: VideoFormat, quality: int, note: str, check: Callable[[], None]
) -> bytes:
    """The bytes of a video file; ``note`` is put into its description.

    ``quality``: 1 to 100. ``check`` is called before every frame. Raises NeedsVideoPackage.
    """
    frames = (_eight_bit(pixels, check) for pixels in video.pixels)
    if format in _CODECS:
        return _with_codec(video, frames, format, quality, note)
    return _animation(video, frames, format, quality, note)


def read_frames(
    file: Path, first: int, count: int, check: Callable[[], None], most: int = 4096
) -> Video:
    """``count`` frames of a video from number ``first`` on (from 0); 0 stands for all of them.

    Raises NeedsVideoPackage, UnreadableVideo or TooLongVideo.
    """
    av = _package("Opening a video")
    found: list[Tensor] = []
    try:
        with av.open(str(file)) as opened:
            stream = opened.streams.video[0]
            rate = float(stream.average_rate or 24)
            for number, frame in enumerate(opened.decode(stream)):
                check()
                if number >= first:
                    found.append(torch.from_numpy(frame.to_ndarray(format="rgb24").copy()))
                if count and len(found) == count:
                    break
                if len(found) > most:
                    raise TooLongVideo(file=file.name, most=most)
    except (av.FFmpegError, OSError, IndexError, ValueError) as error:
        problem = (str(error).splitlines() or [""])[0][:200]
        raise UnreadableVideo(file=file.name, problem=problem) from error
    if not found:
        raise UnreadableVideo(file=file.name, problem="it has no frames there")
    pixels = torch.stack(found).permute(0, 3, 1, 2).float() / 255.0
    return Video(pixels.contiguous(), rate)


def _package(thing: str) -> Any:
    try:
        import av
    except ImportError as error:
        raise NeedsVideoPackage(thing=thing) from error
    return av


def _eight_bit(pixels: Tensor, check: Callable[[], None]) -> np.ndarray[Any, Any]:
    """(height, width, 3) bytes; rounded as diffusers' ``numpy_to_pil`` does."""
    check()
    rounded: np.ndarray[Any, Any] = (pixels * 255).round().byte().permute(1, 2, 0).numpy()
    return np.ascontiguousarray(rounded)


def _with_codec(
    video: Video,
    frames: Iterator[np.ndarray[Any, Any]],
    format: VideoFormat,
    quality: int,
    note: str,
) -> bytes:
    container, codec = _CODECS[format]
    av = _package(format)
    file = io.BytesIO()
    with av.open(file, "w", format=container) as opened:
        opened.metadata["comment"] = note
        stream = opened.add_stream(codec, rate=Fraction(video.rate).limit_denominator(1001))
        # Both codecs halve the colours, so sides have to be even.
        stream.width, stream.height = (side + side % 2 for side in (video.width, video.height))
        stream.pix_fmt = "yuv420p"
        factor = _COARSEST - (_COARSEST - _FINEST) * (quality - 1) / 99
        stream.options = {"crf": f"{factor:.0f}", **({"b": "0"} if codec != "libx264" else {})}
        for pixels in frames:
            even = np.pad(pixels, [(0, side % 2) for side in pixels.shape[:2]] + [(0, 0)], "edge")
            opened.mux(stream.encode(av.VideoFrame.from_ndarray(even, format="rgb24")))
        opened.mux(stream.encode())
    return file.getvalue()


def _animation(
    video: Video,
    frames: Iterator[np.ndarray[Any, Any]],
    format: VideoFormat,
    quality: int,
    note: str,
) -> bytes:
    first, *others = [PillowImage.fromarray(pixels) for pixels in frames]
    options: dict[str, Any] = {"comment": note.encode()[: 2**16]} if format == "GIF" else {}
    if format == "WebP":
        options = {"quality": quality, "lossless": quality == 100}
    file = io.BytesIO()
    first.save(
        file,
        format,
        save_all=True,
        append_images=others,
        duration=max(round(1000 / video.rate), _SHORTEST),
        loop=0,
        **options,
    )
    return file.getvalue()
