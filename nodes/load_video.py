"""Videos out of files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

from app.sdk import Context, File, Node, Plain, Video, param
from app.sdk.paths import full_path


class LoadVideo(Node):
    """Open a video from a file; it needs the optional package av."""

    category = "Video"
    aliases = ("open", "MP4", "WebM", "frames")
    off_device = True
    origin = "supplied"

    path: File = param(
        default="",
        tip="The video file: MP4, WebM, MOV, MKV, AVI or GIF.",
        suffixes=(".mp4", ".webm", ".mov", ".mkv", ".avi", ".gif", ".m4v"),
    )
    first: int = param(default=0, low=0, high=10**6, tip="The first frame to take, from 0.")
    count: int = param(
        default=64, low=0, high=4096, tip="How many frames to take; 0 takes all that follow."
    )

    def run(self, ctx: Context) -> Annotated[Video, "The frames with their rate."]:
        """Decode the frames."""
        from app.diffusion.video.files import NoVideo, read_frames

        if not self.path.strip():
            raise NoVideo
        return read_frames(full_path(self.path), self.first, self.count, ctx.check)

    @classmethod
    def reads(cls, parameters: Mapping[str, Plain]) -> Iterable[Path]:
        """The file, whose content counts."""
        path = str(parameters.get("path", ""))
        return [full_path(path)] if path.strip() else []
