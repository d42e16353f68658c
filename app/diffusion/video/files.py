"""Frames into the bytes of a video file, and out of one."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch
from PIL import Image as PillowImage
from torch import Tensor

from app.sdk.errors import NodeError
from app.sdk.video import Video

_CODECS = {"MP4": ("mp4", "libx264"), "WebM": ("webm", "libvpx-vp9")}
_FINEST, _COARSEST = 12, 40
"""Rate factors of x264 and VP9 that quality 100 and 1 stand for; smaller is finer."""

_SHORTEST = 20
"""Milliseconds; browsers show frames of an animation that are shorter as if they were slow ones."""


_INSIDE = {
    "protocol_whitelist": "file",
    "format_whitelist": "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,gif",
}
"""Options that keep FFmpeg to the file itself: playlists, which name other files and addresses, are
no videos here, whatever they are called."""


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


def encode_with_codec(
    video: Video,
    format: Literal["MP4", "WebM"],
    quality: int,
    note: str | Mapping[str, str],
    check: Callable[[], None],
) -> bytes:
    """The bytes of a video file; ``note`` becomes its comment, or are its tags.

    ``quality``: 1 to 100. ``check`` is called before every frame. Raises NeedsVideoPackage.
    """
    container, codec = _CODECS[format]
    av = _package(format)
    file = io.BytesIO()
    with av.open(file, "w", format=container) as opened:
        opened.metadata.update({"comment": note} if isinstance(note, str) else note)
        stream = opened.add_stream(codec, rate=Fraction(video.rate).limit_denominator(1001))
        # Both codecs halve the colours, so sides have to be even.
        stream.width, stream.height = (side + side % 2 for side in (video.width, video.height))
        stream.pix_fmt = "yuv420p"
        factor = _COARSEST - (_COARSEST - _FINEST) * (quality - 1) / 99
        stream.options = {"crf": f"{factor:.0f}", **({"b": "0"} if codec != "libx264" else {})}
        for pixels in _eight_bit(video, check):
            even = np.pad(pixels, [(0, side % 2) for side in pixels.shape[:2]] + [(0, 0)], "edge")
            opened.mux(stream.encode(av.VideoFrame.from_ndarray(even, format="rgb24")))
        opened.mux(stream.encode())
    return file.getvalue()


def encode_animation(
    video: Video,
    format: Literal["WebP", "GIF"],
    quality: int,
    note: Mapping[str, Any],
    check: Callable[[], None],
) -> bytes:
    """The bytes of a picture that moves; ``note`` are Pillow's options that put words into it.

    ``quality``: 1 to 100, for WebP. ``check`` is called before every frame is made and encoded.
    """

    def at_frame(number: int) -> None:
        """What Pillow calls before it encodes a frame; each of these pictures holds one."""
        check()
        if number:
            raise EOFError

    first, *others = [PillowImage.fromarray(pixels) for pixels in _eight_bit(video, check)]
    for frame in (first, *others):
        frame.seek = at_frame  # type: ignore[method-assign, assignment]
    fine = {"quality": quality, "lossless": quality == 100} if format == "WebP" else {}
    file = io.BytesIO()
    first.save(
        file,
        format,
        save_all=True,
        append_images=others,
        duration=max(round(1000 / video.rate), _SHORTEST),
        loop=0,
        **fine,
        **note,
    )
    return file.getvalue()


def read_frames(
    file: Path, first: int, count: int, check: Callable[[], None], most: int = 4096
) -> Video:
    """``count`` frames of a video from number ``first`` on (from 0); 0 stands for all of them.

    Raises NeedsVideoPackage, UnreadableVideo or TooLongVideo.
    """
    av = _package("Opening a video")
    found: list[Tensor] = []
    try:
        if not file.is_file():  # a pipe may never come to an end
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        with av.open(str(file), options=_INSIDE) as opened:
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
        said = getattr(error, "strerror", None) or str(error)
        problem = (said.splitlines() or [""])[0][:200]
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


def _eight_bit(video: Video, check: Callable[[], None]) -> Iterator[np.ndarray[Any, Any]]:
    """The frames as (height, width, 3) bytes; rounded as diffusers' ``numpy_to_pil`` does."""
    for pixels in video.pixels:
        check()
        rounded = (pixels * 255).round().byte().permute(1, 2, 0).numpy()
        yield np.ascontiguousarray(rounded)
