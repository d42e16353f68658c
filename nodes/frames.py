"""Between pictures and videos."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from app.sdk import Context, Image, Node, Video, param, socket


class MakeVideo(Node):
    """Play pictures one after the other."""

    category = "Video"
    aliases = ("frames", "combine", "animation")

    frames: Image = socket("The pictures, in their order.")
    rate: float = param(
        default=8.0, low=0.5, high=120.0, step=1.0, unit="1/s", tip="Pictures a second."
    )

    def run(self, ctx: Context) -> Annotated[Video, "The pictures as a video."]:
        """Note the rate."""
        return Video(self.frames.pixels, self.rate)


class Frames(NamedTuple):
    """A video taken apart."""

    frames: Annotated[Image, "Every frame as a picture."]
    rate: Annotated[float, "Frames a second."]


class VideoFrames(Node):
    """Take a video apart into its frames, so that everything made for pictures works on it."""

    category = "Video"
    aliases = ("split", "extract")

    video: Video = socket("The video.")

    def run(self, ctx: Context) -> Frames:
        """Hand out frames and rate."""
        return Frames(Image(self.video.pixels), self.video.rate)
