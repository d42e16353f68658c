"""A video on the screen."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Node, Passes, Video, socket


class PreviewVideo(Node):
    """Play a video in the viewer without saving it; it goes on unchanged."""

    category = "Video"
    aliases = ("show", "view", "look", "play")
    is_target = True

    video: Video = socket("The video to play.", each=True)

    def run(self, ctx: Context) -> Annotated[Video, "The same video.", Passes("video")]:
        return self.video
